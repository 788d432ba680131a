#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "source/characters.h"

namespace concord::cli {
namespace {

constexpr std::string_view clear_line = "\r\x1b[K";

bool is_terminal(std::FILE* stream) {
  const char* kind = std::getenv("TERM");
  return ::isatty(::fileno(stream)) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

// A line of progress is to be seen.
std::atomic<bool>& shown() {
  static std::atomic<bool> line{false};
  return line;
}

}  // namespace

bool wants_colour(std::FILE* stream) {
  const char* refused = std::getenv("NO_COLOR");
  return is_terminal(stream) && (refused == nullptr || *refused == '\0');
}

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string typed(const std::filesystem::path& path) {
  std::string name = path.string();
  const bool plain = std::ranges::all_of(name, [](char c) {
    return source::is_alpha(c) || source::is_digit(c) ||
           std::string_view("/._-+@").find(c) != std::string_view::npos;
  });
  if (plain && !name.empty()) return name;
  std::string quoted = "'";
  for (const char c : name) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

void flush_output() {
  errno = 0;
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                            "cannot write the result");
  }
}

void clear_progress() {
  if (!shown().exchange(false)) return;
  fmt::print(stderr, "{}", clear_line);
  std::fflush(stderr);
}

std::size_t peak_memory() {
  rusage used{};
  if (::getrusage(RUSAGE_SELF, &used) != 0) return 0;
  return static_cast<std::size_t>(used.ru_maxrss) * 1024;  // Linux counts in KiB
}

Progress::Progress() {
  if (is_terminal(stderr)) thread_ = std::thread([this] { show_until_done(); });
}

Progress::~Progress() {
  finish();
}

void Progress::finish() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard guard(mutex_);
    done_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Progress::step(std::string_view what, std::size_t things) {
  const std::lock_guard guard(mutex_);
  what_ = what;
  things_ = things;
  done_things_ = 0;
  count_ = &done_things_;
}

void Progress::step(std::string_view what, std::size_t things,
                    const std::atomic<std::size_t>& done) {
  const std::lock_guard guard(mutex_);
  what_ = what;
  things_ = things;
  count_ = &done;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

// "writing pages: 812 of 2410 (12 s)"
std::string Progress::line() const {
  if (things_ == 0) return fmt::format("{} ({:.0f} s)", what_, seconds());
  return fmt::format("{}: {} of {} ({:.0f} s)", what_, count_->load(), things_, seconds());
}

void Progress::show_until_done() {
  using namespace std::chrono_literals;
  std::unique_lock guard(mutex_);
  if (wake_.wait_for(guard, 1s, [this] { return done_; })) return;
  while (!done_) {
    shown() = true;
    fmt::print(stderr, "{}{}", clear_line, line());
    std::fflush(stderr);
    wake_.wait_for(guard, 200ms, [this] { return done_; });
  }
  clear_progress();
}

}  // namespace concord::cli
