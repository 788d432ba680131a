// Ctrl-C for commands that leave something half done, or run until somebody ends them.
#pragma once

#include <functional>
#include <mutex>

namespace concord::cli {

// From now on SIGINT, SIGTERM and SIGHUP end the program with status 0, at once but for what is
// held below and done at an interrupt. To be called once, before any other thread is started: they
// inherit that the signals are not for them.
void end_at_interrupt();

// The same, but the signals end the program as they end any other.
void die_at_interrupt();

// While it is held, the program is not ended: what is being published is published whole.
std::unique_lock<std::mutex> hold_interrupts();

// While it lives, the function is called before the program is ended by an interrupt. One at a
// time.
class AtInterrupt {
 public:
  explicit AtInterrupt(std::function<void()> undo);
  ~AtInterrupt();
  AtInterrupt(const AtInterrupt&) = delete;
  AtInterrupt& operator=(const AtInterrupt&) = delete;
};

}  // namespace concord::cli
