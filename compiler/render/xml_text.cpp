#include "render/xml_text.h"

#include <algorithm>

#include "source/utf8.h"

namespace concord::render {
namespace {

bool printable(char c) {
  return c >= ' ' && c <= '~';
}

bool legal(char32_t point) {
  if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
  return point != 0xFFFE && point != 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (;;) {
    const auto end = std::ranges::find_if_not(text, printable);
    out.append(text.begin(), end);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    if (text.empty()) return out;
    const std::size_t length = source::character_length(text);
    const std::string_view first = text.substr(0, std::max<std::size_t>(length, 1));
    out += length > 0 && legal(source::code_point(first)) ? first : "\uFFFD";
    text.remove_prefix(first.size());
  }
}

}  // namespace concord::render
