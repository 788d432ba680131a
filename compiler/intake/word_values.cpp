#include "intake/word_values.h"

#include <algorithm>
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

void collect(const XmlNode& node, std::string_view name, std::vector<const XmlNode*>& found) {
  for (const XmlNode& child : node.children) {
    if (child.name == name) {
      found.push_back(&child);
    } else {
      collect(child, name, found);
    }
  }
}

std::string text_below(const XmlNode& node, std::string_view name) {
  std::vector<const XmlNode*> found;
  collect(node, name, found);
  std::string text;
  for (const XmlNode* one : found) text += one->text;
  return text;
}

bool stands_below(const XmlNode& node, std::string_view name) {
  return std::any_of(node.children.begin(), node.children.end(), [&](const XmlNode& child) {
    return child.name == name || stands_below(child, name);
  });
}

}  // namespace concord::intake
