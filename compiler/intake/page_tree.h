// A saved page as plain structs: no other file of the room knows how libxml2 shows one.
//
// libxml2 reads what no browser would refuse. It fetches nothing, and its own bounds on depth and
// size hold.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concord::intake {

// Elements that stand deeper than this are left out.
inline constexpr int deepest_of_page = 200;

// An element, or words between elements.
struct PageNode {
  std::string name;  // in small letters; empty: words, or a comment, which has none
  std::string text;  // of words
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<PageNode> children;
  const PageNode* parent = nullptr;
  std::string too_deep;  // the words of what is left out below it

  bool is_words() const { return name.empty(); }
  bool is(std::string_view wanted) const { return name == wanted; }
  bool is_any_of(const std::set<std::string_view>& names) const { return names.contains(name); }
  // The attribute's value, or an empty one.
  std::string_view attribute(std::string_view wanted) const;
  bool has_class(std::string_view wanted) const;
};

// The page's root element, or null where the bytes are no page at all. Parents hold as long as the
// root does.
std::unique_ptr<const PageNode> parse_page(const std::string& bytes);

// Sets words apart from those before and behind it.
bool is_block(const PageNode& node);

// A heading's level, 1 to 6, or 0.
int heading_level_of(const PageNode& node);

// What no reader sees: scripts, styles, fields of forms. A button is one unless it heads what it
// opens (page_parts.h).
bool is_silent(const PageNode& node);

// The words of such an element, but for scripts and styles: what a form's fields say, what stands
// in for a script.
std::string silent_words_of(const PageNode& node);

// The words of the element, those of blocks in it parted by blanks.
std::string words_of(const PageNode& node);

}  // namespace concord::intake
