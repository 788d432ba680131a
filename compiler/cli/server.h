// The server of a preview, on the loopback interface alone.
#pragma once

#include <memory>
#include <optional>

#include "cli/site.h"

namespace concord::cli {

// Where nobody names a port, this one or one of those after it.
inline constexpr int usual_port = 8000;

class Server {
 public:
  // Listens, and answers once start() has been called. Without a port it takes one that is free.
  // Throws std::runtime_error where the port is taken.
  explicit Server(std::optional<int> port);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const;

  // Shows this from now on, and tells the pages that are open.
  void show(Site site);

  // In a thread of its own; to be called once.
  void start();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace concord::cli
