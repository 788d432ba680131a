#include "cli/server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "render/live.h"

namespace concord::cli {
namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr int ports_tried = 20;
// A page that is open keeps one busy, and a browser has at most six connections to a server.
constexpr std::size_t threads = 24;
// How soon it is noticed that a page was closed.
constexpr std::chrono::seconds between_signs_of_life{2};

// The library's own option would let a second program listen on the same port (SO_REUSEPORT).
void use_again_after_the_last(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

Request request_of(const httplib::Request& from) {
  return {.method = from.method,
          .path = from.path,
          .host = from.get_header_value("Host"),
          .origin = from.get_header_value("Origin"),
          .fetch_site = from.get_header_value("Sec-Fetch-Site"),
          .fetch_dest = from.get_header_value("Sec-Fetch-Dest")};
}

void set_headers(httplib::Response& to) {
  to.set_header("Cache-Control", "no-store");
  to.set_header("X-Content-Type-Options", "nosniff");
  to.set_header("Cross-Origin-Resource-Policy", "same-origin");
  to.set_header("Content-Security-Policy", "frame-ancestors 'none'");
}

}  // namespace

class Server::Work {
 public:
  explicit Work(std::optional<int> port) {
    server_.set_socket_options(use_again_after_the_last);
    // One request a connection: a body that nobody reads is never taken for the next.
    server_.set_keep_alive_max_count(1);
    server_.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server_.set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
      respond(from, to);
      return httplib::Server::HandlerResponse::Handled;
    });
    port_ = port ? bound(*port) : any_port();
  }

  ~Work() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }

  int port() const { return port_; }

  void show(Site site) {
    {
      const std::lock_guard<std::mutex> held(mutex_);
      site_ = std::move(site);
      ++shown_;
    }
    news_.notify_all();
  }

  void start() {
    thread_ = std::thread([this] { server_.listen_after_bind(); });
  }

 private:
  int bound(int port) {
    if (!server_.bind_to_port(loopback, port))
      throw std::runtime_error(
          fmt::format("cannot listen on port {}: it is in use, or reserved for the system", port));
    return port;
  }

  int any_port() {
    for (int port = usual_port; port < usual_port + ports_tried; ++port)
      if (server_.bind_to_port(loopback, port)) return port;
    const int port = server_.bind_to_any_port(loopback);
    if (port <= 0) throw std::runtime_error("cannot listen on any port");
    return port;
  }

  void respond(const httplib::Request& from, httplib::Response& to) {
    set_headers(to);
    const Request request = request_of(from);
    if (request.path == render::live_events && request.method == "GET" &&
        is_welcome(request, port_))
      return send_events(to);
    Answer answer;
    {
      const std::lock_guard<std::mutex> held(mutex_);
      answer = cli::answer(request, site_, port_);
    }
    to.status = answer.status;
    if (!answer.location.empty()) to.set_header("Location", answer.location);
    if (answer.status == 405) to.set_header("Allow", "GET, HEAD");
    if (!answer.type.empty()) to.set_content(answer.body, answer.type);
  }

  // Server-sent events (WHATWG HTML, 9.2): the number of what is shown, now and whenever it
  // changes.
  void send_events(httplib::Response& to) {
    to.set_chunked_content_provider(
        "text/event-stream",
        [this, told = std::size_t{0}](std::size_t, httplib::DataSink& sink) mutable {
          std::unique_lock<std::mutex> held(mutex_);
          news_.wait_for(held, between_signs_of_life, [&] { return shown_ != told; });
          const std::string event =
              shown_ == told ? ": still here\n\n" : fmt::format("data: {}\n\n", shown_);
          told = shown_;
          held.unlock();
          return sink.write(event.data(), event.size());
        });
  }

  httplib::Server server_;
  int port_ = 0;
  std::mutex mutex_;
  std::condition_variable news_;
  Site site_;
  std::size_t shown_ = 0;
  std::thread thread_;
};

Server::Server(std::optional<int> port) : work_(std::make_unique<Work>(port)) {}
Server::~Server() = default;

int Server::port() const {
  return work_->port();
}

void Server::show(Site site) {
  work_->show(std::move(site));
}

void Server::start() {
  work_->start();
}

}  // namespace concord::cli
