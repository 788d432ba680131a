// What a terminal is shown: colour where it is wanted, progress where somebody waits.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "compare/match/progress.h"

namespace concord::cli {

// True where the stream is a terminal that can show colour, and NO_COLOR (no-color.org) is not set.
bool wants_colour(std::FILE* stream);

// Writes to standard output.
void print(std::string_view text);

// The path as a person types it into a shell: in quotes where a character of it needs them.
std::string typed(const std::filesystem::path& path);

// Throws std::system_error where standard output could not be written: a full disk behind "> file"
// must not end in silence.
void flush_output();

// What stands on the last line of the terminal for a while, if anything, is gone: for a program
// that is ended in the middle of its work. From any thread.
void clear_progress();

// The most memory that the program has had so far, in bytes; 0 where the system does not say.
std::size_t peak_memory();

// Says on a terminal's last line what is being done and how much of it is left, from the second on
// that it lasts; says nothing where standard error is not a terminal. Whoever writes anything else
// to the terminal calls finish() before.
class Progress final : public compare::Progress {
 public:
  Progress();
  ~Progress() override;
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // "reading", "typesetting"; `things` is how many it does, 0 where that is not known.
  void step(std::string_view what, std::size_t things) override;
  void step(std::string_view what) { step(what, 0); }
  // The same of a stage that counts by itself what is done; the count stays there until the next.
  void step(std::string_view what, std::size_t things, const std::atomic<std::size_t>& done);
  // One of the things is done. From any thread.
  void advance() override { ++done_things_; }

  // The line is gone, for good. Called again, and by the destructor, it does nothing.
  void finish();

  // Since the object was made.
  double seconds() const;

 private:
  void show_until_done();
  std::string line() const;

  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable wake_;
  std::string what_;
  std::size_t things_ = 0;
  std::atomic<std::size_t> done_things_ = 0;
  const std::atomic<std::size_t>* count_ = &done_things_;  // or the stage's own
  bool done_ = false;
  std::thread thread_;  // only where standard error is a terminal
};

}  // namespace concord::cli
