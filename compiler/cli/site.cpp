#include "cli/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "render/live.h"

namespace concord::cli {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types = {{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".woff2", "font/woff2"},
    {".pdf", "application/pdf"},
    {".xml", "application/xml"},
    {".md", "text/markdown; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}};

std::string type_of(std::string_view path) {
  const auto found =
      std::ranges::find_if(types, [path](const auto& type) { return path.ends_with(type.first); });
  return std::string(found == types.end() ? "application/octet-stream" : found->second);
}

bool names_this(std::string_view host, int port) {
  return std::ranges::any_of(std::array{"127.0.0.1", "localhost"}, [&](const char* name) {
    return host == fmt::format("{}:{}", name, port) || (port == 80 && host == name);
  });
}

// The address of a page that stands at a plain path: nothing in it needs to be encoded.
bool is_plain(std::string_view path) {
  constexpr std::string_view signs = "/-_.~";
  return std::ranges::all_of(path, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           signs.find(c) != std::string_view::npos;
  });
}

Answer file_answer(const std::string& path, const std::string& bytes) {
  const std::string type = type_of(path);
  const bool page = type.starts_with("text/html");
  return {200, type, page ? render::live_page(bytes) : bytes, {}};
}

}  // namespace

bool is_welcome(const Request& request, int port) {
  if (!names_this(request.host, port)) return false;
  const std::string_view own = "http://";
  if (!request.origin.empty() &&
      !(request.origin.starts_with(own) && names_this(request.origin.substr(own.size()), port)))
    return false;
  const std::string& site = request.fetch_site;
  return site.empty() || site == "same-origin" || site == "none" ||
         request.fetch_dest == "document";
}

Answer answer(const Request& request, const Site& site, int port) {
  if (!is_welcome(request, port)) return {.status = 403};
  if (request.method != "GET" && request.method != "HEAD") return {.status = 405};
  if (!request.path.starts_with('/')) return {};
  std::string path = request.path.substr(1);
  if (const auto extra = site.extras.find(path); extra != site.extras.end())
    return file_answer(path, extra->second);
  if (path.empty() || path.ends_with('/')) path += "index.html";
  if (const auto file = site.files.find(path); file != site.files.end())
    return file_answer(path, file->second);
  if (site.files.contains(path + "/index.html") && is_plain(path))
    return {.status = 302, .location = "/" + path + "/"};
  if (site.files.empty() && path.ends_with(".html")) return file_answer(".html", site.waiting);
  return {};
}

}  // namespace concord::cli
