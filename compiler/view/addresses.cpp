#include "view/addresses.h"

#include <fmt/format.h>

#include <algorithm>

namespace concord::view {

std::string way_up(std::string_view path) {
  std::string way;
  for (auto left = std::ranges::count(path, '/'); left > 0; --left) way += "../";
  return way;
}

std::string address(std::string_view folder, Format format) {
  return fmt::format("{}/{}", folder, info(format).file);
}

std::string page_address(std::string_view folder) {
  return address(folder, Format::html);
}

std::string timeline_address(std::string_view id) {
  return fmt::format("{}/changes.html", id);
}

std::string redline_address(std::string_view id, std::string_view version) {
  return fmt::format("{}/changes/{}.html", id, version);
}

std::string_view within(std::string_view id, std::string_view path) {
  return path.substr(id.size() + 1);
}

std::string comparison_address(std::string_view name) {
  return fmt::format("compare/{}.html", name);
}

namespace compared {

std::string pair(std::string_view one, std::string_view other) {
  return fmt::format("{}--{}", std::min(one, other), std::max(one, other));
}

std::string topic(std::string_view topic) {
  return fmt::format("on-{}", topic);
}

std::string provision(std::string_view row) {
  return fmt::format("provision/{}", row);
}

std::string council(std::string_view id) {
  return fmt::format("council/{}/index", id);
}

std::string council_topic(std::string_view id, std::string_view topic) {
  return fmt::format("council/{}/on-{}", id, topic);
}

std::string council_differences(std::string_view id) {
  return fmt::format("council/{}/differences", id);
}

}  // namespace compared

}  // namespace concord::view
