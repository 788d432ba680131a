// Runs one program without a shell: bytes in, bytes out, and an end by force when it falls silent.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace concord::source {

struct ProcessEnd {
  enum class How { exited, killed, silent, not_found } how = How::exited;
  int code = 0;                                  // the exit status, or the signal that killed it
  std::chrono::milliseconds longest_silence{0};  // that it was allowed
  std::string output = {};  // what it wrote to standard output and the listener left
  std::string errors = {};  // the first 64 KiB of what it wrote to standard error
};

// Is shown the output each time there is more of it, and may take off the front what it has dealt
// with.
using OutputListener = std::function<void(std::string& output)>;

// What to feed a program.
struct ProcessInput {
  std::string bytes;
  std::chrono::milliseconds longest_silence{0};  // that it is allowed from now on, at the least
};

// The next input, for which it may wait; nothing where there is no more. There is at least one.
// What it throws ends the program.
using InputSource = std::function<std::optional<ProcessInput>()>;

// Starts the command (looked up in PATH; the caller's environment), feeds it its input, and waits
// until it has ended. A program that neither reads nor writes for the longest silence of the inputs
// so far is killed; while an input is waited for, the time does not count. No process is left
// behind, whatever happens. Throws std::system_error where no pipe or process is to be had, and
// what the source and the listener throw.
ProcessEnd run_process(const std::vector<std::string>& command, const InputSource& input,
                       const OutputListener& listener = {});

}  // namespace concord::source
