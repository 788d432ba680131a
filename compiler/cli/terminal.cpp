#include "cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace concord::cli {
namespace {

constexpr std::string_view clear_line = "\r\x1b[K";

bool is_terminal(std::FILE* stream) {
  const char* kind = std::getenv("TERM");
  return ::isatty(::fileno(stream)) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

}  // namespace

bool wants_colour(std::FILE* stream) {
  const char* refused = std::getenv("NO_COLOR");
  return is_terminal(stream) && (refused == nullptr || *refused == '\0');
}

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void flush_output() {
  errno = 0;
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                            "cannot write the result");
  }
}

Progress::Progress() {
  if (is_terminal(stderr)) thread_ = std::thread([this] { show_until_done(); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard guard(mutex_);
    done_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Progress::step(std::string_view what) {
  const std::lock_guard guard(mutex_);
  what_ = what;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void Progress::show_until_done() {
  using namespace std::chrono_literals;
  std::unique_lock guard(mutex_);
  if (wake_.wait_for(guard, 1s, [this] { return done_; })) return;
  while (!done_) {
    fmt::print(stderr, "{}{} ({:.0f} s)", clear_line, what_, seconds());
    std::fflush(stderr);
    wake_.wait_for(guard, 200ms, [this] { return done_; });
  }
  fmt::print(stderr, "{}", clear_line);
  std::fflush(stderr);
}

}  // namespace concord::cli
