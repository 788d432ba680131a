#include "intake/page_own.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace concord::intake {
namespace {

bool is_own_part(const PageNode& node) {
  if (node.is("div")) return node.has_class("banner") || node.has_class("provisions");
  return node.is("ol") && node.parent != nullptr && node.parent->has_class("footnotes");
}

void gather(const PageNode& node, bool (*sign)(const PageNode&),
            std::vector<const PageNode*>& parts) {
  if (!node.is_words() && sign(node)) {
    parts.push_back(&node);
    return;
  }
  for (const PageNode& child : node.children) gather(child, sign, parts);
}

}  // namespace

bool is_own_page(const PageNode& root) {
  const auto body =
      std::ranges::find_if(root.children, [](const PageNode& child) { return child.is("body"); });
  if (body == root.children.end() || !body->has_class("protocol")) return false;
  std::vector<const PageNode*> found;
  gather(
      *body, [](const PageNode& each) { return each.has_class("provisions"); }, found);
  return found.size() == 1;
}

std::vector<const PageNode*> parts_of_own_page(const PageNode& root) {
  std::vector<const PageNode*> parts;
  gather(root, is_own_part, parts);
  return parts;
}

bool is_beside_own_words(const PageNode& node) {
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"permalink", "beside", "back", "sic", "repair"},
      [&](std::string_view name) { return node.has_class(name); });
}

}  // namespace concord::intake
