#include "intake/word_values.h"

#include <charconv>

namespace concord::intake {

const XmlNode* descend(const XmlNode* node, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) node = node ? node->child(name) : nullptr;
  return node;
}

std::string_view value_of(const XmlNode* node) {
  return node ? node->value("w:val") : std::string_view();
}

std::optional<int> number_of(const XmlNode* node) {
  return node ? number_in(node->attribute("w:val")) : std::nullopt;
}

std::optional<int> number_in(const std::string* value) {
  int number = 0;
  if (!value) return std::nullopt;
  const auto read = std::from_chars(value->data(), value->data() + value->size(), number);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

bool is_on(const XmlNode* node) {
  if (!node) return false;
  const std::string_view value = node->value("w:val", "1");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace concord::intake
