#include "view/data_text.h"

#include <nlohmann/json.hpp>

namespace concord::view {
namespace {

using nlohmann::ordered_json;

std::string on_one_line(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

void write(const ordered_json& value, int broken, int depth, std::string& out) {
  if (depth >= broken || !value.is_structured() || value.empty()) {
    out += on_one_line(value);
    return;
  }
  const bool object = value.is_object();
  out += object ? '{' : '[';
  bool first = true;
  for (const auto& [key, member] : value.items()) {
    out += first ? "\n" : ",\n";
    out.append(static_cast<std::size_t>(depth) + 1, ' ');
    if (object) out += on_one_line(key) + ": ";
    write(member, broken, depth + 1, out);
    first = false;
  }
  out += '\n';
  out.append(static_cast<std::size_t>(depth), ' ');
  out += object ? '}' : ']';
}

}  // namespace

std::string data_text(const ordered_json& document, int broken, int depth) {
  std::string out;
  write(document, broken, depth, out);
  return out;
}

}  // namespace concord::view
