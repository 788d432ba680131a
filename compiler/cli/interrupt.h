// Ctrl-C for commands that run until somebody ends them.
#pragma once

#include <mutex>

namespace concord::cli {

// From now on SIGINT, SIGTERM and SIGHUP end the program with status 0, at once but for what is
// held below. To be called once, before any other thread is started: they inherit that the signals
// are not for them.
void end_at_interrupt();

// While it is held, the program is not ended: what is being written is written whole. Nothing else
// leaves anything behind.
std::unique_lock<std::mutex> hold_interrupts();

}  // namespace concord::cli
