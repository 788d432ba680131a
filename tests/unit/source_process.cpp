#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <optional>
#include <stdexcept>
#include <utility>

#include "source/process.h"

using namespace concord::source;
using namespace std::chrono_literals;
using How = ProcessEnd::How;

namespace {

// Gives the text, and then no more.
InputSource once(std::string text, std::chrono::milliseconds longest_silence = 10s) {
  return [input = std::optional<ProcessInput>({std::move(text), longest_silence})]() mutable {
    return std::exchange(input, std::nullopt);
  };
}

bool no_child_is_left() {
  return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

}  // namespace

TEST_CASE("a process gets its input and gives its output, far beyond what a pipe holds") {
  const std::string text(5'000'000, 'x');
  const ProcessEnd end = run_process({"cat"}, once(text));
  CHECK(end.how == How::exited);
  CHECK(end.code == 0);
  CHECK(end.output == text);
  CHECK(no_child_is_left());
}

TEST_CASE("arguments reach a program as they are, past no shell") {
  const ProcessEnd end = run_process({"printf", "%s", "$(id) * \"'\n;"}, once(""));
  CHECK(end.output == "$(id) * \"'\n;");
}

TEST_CASE("a program that does not read its input does no harm") {
  const ProcessEnd end = run_process({"true"}, once(std::string(5'000'000, 'x')));
  CHECK(end.how == How::exited);
  CHECK(end.code == 0);
  CHECK(no_child_is_left());
}

TEST_CASE("exit status and standard error come back") {
  const ProcessEnd end = run_process({"sh", "-c", "echo spoken; echo wrong >&2; exit 7"}, once(""));
  CHECK(end.how == How::exited);
  CHECK(end.code == 7);
  CHECK(end.output == "spoken\n");
  CHECK(end.errors == "wrong\n");
}

TEST_CASE("a killed process says which signal") {
  const ProcessEnd end = run_process({"sh", "-c", "echo half; kill -KILL $$"}, once(""));
  CHECK(end.how == How::killed);
  CHECK(end.code == SIGKILL);
  CHECK(end.output == "half\n");
}

TEST_CASE("a process that falls silent is ended, and nothing is left of it") {
  const auto begin = std::chrono::steady_clock::now();
  const char* lingering = GENERATE("exec sleep 60", "exec sleep 60 >&- 2>&-");
  const ProcessEnd end = run_process({"sh", "-c", lingering}, once("", 100ms));
  CHECK(end.how == How::silent);
  CHECK(std::chrono::steady_clock::now() - begin < 10s);
  CHECK(no_child_is_left());
}

TEST_CASE("a program that is not there is told apart from one that fails") {
  CHECK(run_process({"/no/such/program"}, once("")).how == How::not_found);
  CHECK(run_process({"no-such-program-anywhere"}, once("")).how == How::not_found);
  CHECK(no_child_is_left());
}

TEST_CASE("a listener takes the output as it comes; if it throws, the process is ended") {
  std::size_t taken = 0;
  const ProcessEnd end =
      run_process({"cat"}, once(std::string(3'000'000, 'x')), [&](std::string& output) {
        taken += output.size();
        output.clear();
      });
  CHECK(taken == 3'000'000);
  CHECK(end.output.empty());

  const auto refuse = [](std::string&) { throw std::runtime_error("no more"); };
  CHECK_THROWS_AS(run_process({"sh", "-c", "echo x; exec sleep 60"}, once(""), refuse),
                  std::runtime_error);
  CHECK(no_child_is_left());
}

TEST_CASE("input may come piece by piece, while the program is at work on the last") {
  int pieces = 0;
  std::string seen;
  const ProcessEnd end = run_process(
      {"cat"},
      [&]() -> std::optional<ProcessInput> {
        if (pieces == 3) return std::nullopt;
        return ProcessInput{"piece " + std::to_string(++pieces) + "\n", 10s};
      },
      [&](std::string& output) { seen += std::exchange(output, ""); });
  CHECK(end.code == 0);
  CHECK(seen == "piece 1\npiece 2\npiece 3\n");
}

TEST_CASE("the longest silence of the inputs so far is allowed") {
  std::vector<ProcessInput> left = {{"0.3\n", 10s}, {"", 1ms}};
  const ProcessEnd end = run_process({"sh", "-c", "read seconds; sleep $seconds; echo awake"},
                                     [&]() -> std::optional<ProcessInput> {
                                       if (left.empty()) return std::nullopt;
                                       ProcessInput next = left.front();
                                       left.erase(left.begin());
                                       return next;
                                     });
  CHECK(end.how == How::exited);
  CHECK(end.output == "awake\n");
}

TEST_CASE("a source that gives up ends the program") {
  const auto give_up = []() -> std::optional<ProcessInput> { throw std::runtime_error("enough"); };
  CHECK_THROWS_AS(run_process({"sleep", "60"}, give_up), std::runtime_error);
  CHECK(no_child_is_left());
}
