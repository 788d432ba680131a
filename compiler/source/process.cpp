#include "source/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

namespace concord::source {
namespace {

constexpr std::size_t max_errors = 64u << 10u;

// Room for what a program says while the listener is at work, so that neither waits for the other.
constexpr int wanted_pipe = 1 << 20;

[[noreturn]] void fail(int error, const char* what) {
  throw std::system_error(error, std::generic_category(), what);
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { close(); }

  int get() const { return value_; }
  bool open() const { return value_ >= 0; }
  void close() {
    if (open()) ::close(std::exchange(value_, -1));
  }

 private:
  int value_;
};

struct Channel {
  Descriptor ours;
  Descriptor theirs;
};

Channel output_channel() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(errno, "cannot open a pipe");
  ::fcntl(ends[0], F_SETPIPE_SZ, wanted_pipe);  // where it is refused, a smaller one does
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// A socket, not a pipe: writing to a program that has gone is then an error code, without a signal
// that would have to be masked in the whole process.
Channel input_channel() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    fail(errno, "cannot open a socket");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// Sure to be reaped: killed first if it is still running when this goes out of scope.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (id_ > 0) {
      kill();
      wait(0);
    }
  }

  void kill() const { ::kill(id_, SIGKILL); }

  // The wait status, once it has ended; with WNOHANG nothing while it runs.
  bool wait(int options) {
    pid_t ended = 0;
    do {
      ended = ::waitpid(id_, &status_, options);
    } while (ended < 0 && errno == EINTR);
    if (ended == 0) return false;
    id_ = 0;
    return true;
  }

  int status() const { return status_; }

 private:
  pid_t id_;
  int status_ = 0;
};

// The process id, or 0 where there is no such program.
pid_t spawn(const std::vector<std::string>& command, int input, int output, int errors) {
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
  pid_t id = 0;
  const int error =
      ::posix_spawnp(&id, arguments[0], &actions, nullptr, arguments.data(), ::environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error == ENOENT || error == EACCES || error == ENOTDIR) return 0;
  if (error != 0) fail(error, "cannot start a process");
  return id;
}

// Moves what is there into `text`; closes at the end.
void read_some(Descriptor& from, std::string& text, std::size_t limit) {
  std::array<char, 65536> buffer{};
  const ssize_t count = ::read(from.get(), buffer.data(), buffer.size());
  if (count > 0) {
    const std::size_t room = limit - std::min(limit, text.size());
    text.append(buffer.data(), std::min(room, static_cast<std::size_t>(count)));
  } else if (count == 0 || errno != EINTR) {
    from.close();
  }
}

// What is still to be fed, and how long the program may be silent.
class Feed {
 public:
  Feed(const InputSource& source, Descriptor& to) : source_(source), to_(to) { next(); }

  std::chrono::milliseconds longest_silence() const { return longest_silence_; }

  void write_some() {
    const ssize_t count =
        ::send(to_.get(), rest_.data(), rest_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0) rest_.remove_prefix(static_cast<std::size_t>(count));
    const bool gone = count < 0 && errno != EINTR && errno != EAGAIN;
    if (gone) to_.close();
    next();
  }

 private:
  // Closes the program's input after the last.
  void next() {
    while (to_.open() && rest_.empty()) {
      auto input = source_();
      if (!input) return to_.close();
      longest_silence_ = std::max(longest_silence_, input->longest_silence);
      bytes_ = std::move(input->bytes);
      rest_ = bytes_;
    }
  }

  const InputSource& source_;
  Descriptor& to_;
  std::string bytes_;
  std::string_view rest_;  // of them
  std::chrono::milliseconds longest_silence_{0};
};

// Until both outputs are closed; false where nothing moved for too long.
bool exchange(Feed& feed, const Descriptor& input, Descriptor& output, Descriptor& errors,
              ProcessEnd& end, const OutputListener& listener) {
  while (output.open() || errors.open()) {
    std::array<pollfd, 3> ready = {pollfd{input.get(), POLLOUT, 0}, pollfd{output.get(), POLLIN, 0},
                                   pollfd{errors.get(), POLLIN, 0}};
    const int count =
        ::poll(ready.data(), ready.size(), static_cast<int>(feed.longest_silence().count()));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno, "cannot wait for a process");
    if (count == 0) return false;
    if (ready[0].revents != 0) feed.write_some();
    if (ready[1].revents != 0) {
      read_some(output, end.output, std::string::npos);
      if (listener) listener(end.output);
    }
    if (ready[2].revents != 0) read_some(errors, end.errors, max_errors);
  }
  return true;
}

// A program may close its outputs and linger.
bool wait_for(Child& child, std::chrono::milliseconds longest) {
  const auto deadline = std::chrono::steady_clock::now() + longest;
  while (!child.wait(WNOHANG)) {
    if (std::chrono::steady_clock::now() >= deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

}  // namespace

ProcessEnd run_process(const std::vector<std::string>& command, const InputSource& input,
                       const OutputListener& listener) {
  Channel in = input_channel();
  Channel out = output_channel();
  Channel err = output_channel();
  const pid_t id = spawn(command, in.theirs.get(), out.theirs.get(), err.theirs.get());
  ProcessEnd end;
  if (id == 0) {
    end.how = ProcessEnd::How::not_found;
    return end;
  }
  Child child(id);
  for (Channel* channel : {&in, &out, &err}) channel->theirs.close();
  Feed feed(input, in.ours);
  const bool heard = exchange(feed, in.ours, out.ours, err.ours, end, listener);
  end.longest_silence = feed.longest_silence();
  if (!heard || !wait_for(child, end.longest_silence)) {
    end.how = ProcessEnd::How::silent;
    return end;
  }
  const bool exited = WIFEXITED(child.status());
  end.how = exited ? ProcessEnd::How::exited : ProcessEnd::How::killed;
  end.code = exited ? WEXITSTATUS(child.status()) : WTERMSIG(child.status());
  return end;
}

}  // namespace concord::source
