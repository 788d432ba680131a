#include "cli/interrupt.h"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <thread>

#include "cli/app.h"

namespace concord::cli {
namespace {

std::mutex& writing() {
  static std::mutex mutex;
  return mutex;
}

[[noreturn]] void end_at(const sigset_t& signals) {
  int signal = 0;
  while (::sigwait(&signals, &signal) != 0) {
  }
  const std::unique_lock<std::mutex> held = hold_interrupts();
  std::fflush(stdout);
  // Without the destructors of a program that is in the middle of its work.
  ::_exit(static_cast<int>(Exit::clean));
}

}  // namespace

void end_at_interrupt() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&signals, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread(end_at, signals).detach();
}

std::unique_lock<std::mutex> hold_interrupts() {
  return std::unique_lock<std::mutex>(writing());
}

}  // namespace concord::cli
