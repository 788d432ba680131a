#include "cli/interrupt.h"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <thread>
#include <utility>

#include "cli/app.h"
#include "cli/terminal.h"

namespace concord::cli {
namespace {

std::mutex& publishing() {
  static std::mutex mutex;
  return mutex;
}

// Nothing where there is nothing to undo.
std::function<void()>& to_undo() {
  static std::function<void()> undo;
  return undo;
}

// Waits for one of the signals, and for what must not be interrupted.
int interrupted(const sigset_t& signals, std::unique_lock<std::mutex>& held) {
  int signal = 0;
  while (::sigwait(&signals, &signal) != 0) {
  }
  held = hold_interrupts();
  if (to_undo()) to_undo()();
  clear_progress();
  std::fflush(stdout);
  return signal;
}

[[noreturn]] void end_at(const sigset_t& signals) {
  std::unique_lock<std::mutex> held;
  interrupted(signals, held);
  // Without the destructors of a program that is in the middle of its work.
  ::_exit(static_cast<int>(Exit::clean));
}

[[noreturn]] void die_at(const sigset_t& signals) {
  std::unique_lock<std::mutex> held;
  const int signal = interrupted(signals, held);
  std::signal(signal, SIG_DFL);
  ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  std::raise(signal);
  ::_exit(static_cast<int>(Exit::machine));
}

void wait_for_interrupt(void (*end)(const sigset_t&)) {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&signals, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread(end, signals).detach();
}

}  // namespace

void end_at_interrupt() {
  wait_for_interrupt(end_at);
}

void die_at_interrupt() {
  wait_for_interrupt(die_at);
}

std::unique_lock<std::mutex> hold_interrupts() {
  return std::unique_lock<std::mutex>(publishing());
}

AtInterrupt::AtInterrupt(std::function<void()> undo) {
  const auto held = hold_interrupts();
  to_undo() = std::move(undo);
}

AtInterrupt::~AtInterrupt() {
  const auto held = hold_interrupts();
  to_undo() = nullptr;
}

}  // namespace concord::cli
