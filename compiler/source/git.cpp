#include "source/git.h"

#include <chrono>
#include <utility>

#include "source/process.h"

namespace concord::source {
namespace {

constexpr std::chrono::seconds longest_silence{10};

// "fatal: path 'x' does not exist in 'HEAD'" without git's own word for an error.
std::string first_line(const std::string& errors) {
  const std::string line = errors.substr(0, errors.find('\n'));
  constexpr std::string_view fatal = "fatal: ";
  return line.starts_with(fatal) ? line.substr(fatal.size()) : line;
}

}  // namespace

bool names_committed_text(const std::string& name) {
  const std::size_t colon = name.find(':');
  return colon != std::string::npos && colon > 0 && colon + 1 < name.size() && name.front() != '-';
}

CommittedText committed_text(const std::string& name) {
  bool asked = false;
  ProcessEnd end =
      run_process({"git", "cat-file", "blob", name}, [&]() -> std::optional<ProcessInput> {
        if (std::exchange(asked, true)) return {};
        return ProcessInput{"", longest_silence};
      });
  switch (end.how) {
    case ProcessEnd::How::not_found:
      return {"", "git is not installed"};
    case ProcessEnd::How::silent:
      return {"", "git does not answer"};
    case ProcessEnd::How::killed:
      return {"", "git was ended by a signal"};
    case ProcessEnd::How::exited:
      break;
  }
  if (end.code != 0) return {"", first_line(end.errors)};
  return {std::move(end.output), ""};
}

}  // namespace concord::source
