// Runs one program without a shell: bytes in, bytes out, and an end by force when it falls silent.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace concord::render {

struct ProcessEnd {
  enum class How { exited, killed, silent, not_found } how = How::exited;
  int code = 0;             // the exit status, or the signal that killed it
  std::string output = {};  // what it wrote to standard output and the listener left
  std::string errors = {};  // the first 64 KiB of what it wrote to standard error
};

// Is shown the output each time there is more of it, and may take off the front what it has dealt
// with.
using OutputListener = std::function<void(std::string& output)>;

// Starts the command (looked up in PATH; the caller's environment), feeds it `input`, and waits
// until it has ended. A program that neither reads nor writes for `longest_silence` is killed. No
// process is left behind, whatever happens. Throws std::system_error where no pipe or process is to
// be had, and what the listener throws.
ProcessEnd run_process(const std::vector<std::string>& command, std::string_view input,
                       std::chrono::milliseconds longest_silence,
                       const OutputListener& listener = {});

}  // namespace concord::render
