#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "cli/site.h"

namespace {

using concord::cli::answer;
using concord::cli::Answer;
using concord::cli::is_welcome;
using concord::cli::Request;
using concord::cli::Site;

constexpr int port = 8000;

Request get(std::string path) {
  return {.method = "GET",
          .path = std::move(path),
          .host = "127.0.0.1:8000",
          .origin = {},
          .fetch_site = {},
          .fetch_dest = {}};
}

Site site() {
  return {.files = {{"index.html", "<html><head></head>all</html>"},
                    {"york/index.html", "<html><head></head>York</html>"},
                    {"assets/concord.css", "body {}"}},
          .extras = {{"_live/live.js", "script"}},
          .waiting = "<html><head></head>wait</html>"};
}

TEST_CASE("a preview answers with the pages and files of the build, by their paths") {
  CHECK(answer(get("/"), site(), port).body.find("all") != std::string::npos);
  CHECK(answer(get("/index.html"), site(), port).status == 200);
  CHECK(answer(get("/york/"), site(), port).body.find("York") != std::string::npos);
  CHECK(answer(get("/_live/live.js"), site(), port).body == "script");
  const Answer styles = answer(get("/assets/concord.css"), site(), port);
  CHECK(styles.body == "body {}");
  CHECK(styles.type == "text/css; charset=utf-8");
}

TEST_CASE("a preview leads to the folder's page, so that its links hold") {
  const Answer found = answer(get("/york"), site(), port);
  CHECK(found.status == 302);
  CHECK(found.location == "/york/");
  CHECK(found.body.empty());
}

TEST_CASE("only pages gain the preview's script, and only as they are served") {
  CHECK(answer(get("/york/"), site(), port).body.find("/_live/live.js") != std::string::npos);
  CHECK(answer(get("/assets/concord.css"), site(), port).body.find("_live") == std::string::npos);
}

TEST_CASE("a path that names no file of the build gets nothing") {
  for (const std::string path :
       {"/../etc/passwd", "/york/../../etc/passwd", "/york/../index.html", "//index.html",
        "/./index.html", "/etc/passwd", "/york//index.html", "/..", "/york/index.html/",
        "index.html", "", "/\\..\\index.html", "/_live", "/_live/../index.html"}) {
    INFO(path);
    const Answer found = answer(get(path), site(), port);
    CHECK(found.status == 404);
    CHECK(found.body.empty());
  }
  CHECK(answer(get(std::string("/index.html\0.css", 16)), site(), port).status == 404);
}

TEST_CASE("a name that was made to lead here is not served") {
  for (const std::string host :
       {"", "evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:81",
        "127.0.0.1:8000.evil.example", "localhost.evil.example:8000", "192.168.0.2:8000",
        "0.0.0.0:8000", "user@127.0.0.1:8000"}) {
    INFO(host);
    Request request = get("/");
    request.host = host;
    CHECK(answer(request, site(), port).status == 403);
    CHECK(answer(request, site(), port).body.empty());
  }
  Request request = get("/");
  request.host = "localhost:8000";
  CHECK(is_welcome(request, port));
}

TEST_CASE("a foreign page may lead here and may not look") {
  Request request = get("/");
  request.origin = "http://evil.example";
  CHECK_FALSE(is_welcome(request, port));
  request.origin = "null";
  CHECK_FALSE(is_welcome(request, port));
  request.origin = "https://127.0.0.1:8000";
  CHECK_FALSE(is_welcome(request, port));
  request.origin = "http://127.0.0.1:8000";
  CHECK(is_welcome(request, port));

  request.origin.clear();
  for (const std::string site : {"cross-site", "same-site"}) {
    request.fetch_site = site;
    for (const std::string dest : {"iframe", "image", "script", "empty", "object", ""}) {
      request.fetch_dest = dest;
      CHECK_FALSE(is_welcome(request, port));
    }
    request.fetch_dest = "document";  // somebody follows a link
    CHECK(is_welcome(request, port));
  }
}

TEST_CASE("a preview can only be read") {
  for (const std::string method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
    Request request = get("/");
    request.method = method;
    CHECK(answer(request, site(), port).status == 405);
    CHECK(answer(request, site(), port).body.empty());
  }
  Request request = get("/");
  request.method = "HEAD";
  CHECK(answer(request, site(), port).status == 200);
}

TEST_CASE("while nothing could be built, each page says so") {
  Site empty = site();
  empty.files.clear();
  CHECK(answer(get("/york/"), empty, port).body.find("wait") != std::string::npos);
  CHECK(answer(get("/_live/live.js"), empty, port).body == "script");
  CHECK(answer(get("/assets/concord.css"), empty, port).status == 404);
}

}  // namespace
