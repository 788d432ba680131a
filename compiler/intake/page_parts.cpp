#include "intake/page_parts.h"

#include <algorithm>
#include <array>
#include <set>

#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

using syntax::ImportLists;
// What a site puts beside a text in an element of its own is short.
constexpr std::size_t most_words_of_site = 60;
// A panel that a button opens holds more than the button says.
constexpr std::size_t fewest_words_of_panel = 12;

std::set<std::string> names_of(const PageNode& node) {
  std::set<std::string> names;
  std::string name;
  const std::string all =
      folded(std::string(node.attribute("id")) + " " + std::string(node.attribute("class")) + " ");
  for (const char c : all) {
    if (source::is_alpha(c)) {
      name += c;
    } else if (!name.empty()) {
      names.insert(std::move(name));
      name.clear();
    }
  }
  return names;
}

// By the names that sites give to what they put around every text.
bool is_named_around(const PageNode& node, const ImportLists& lists) {
  const std::string names =
      folded(std::string(node.attribute("id")) + " " + std::string(node.attribute("class")));
  return contains_any(names, lists.site_names);
}

// By names that a text's own parts might have, too.
bool may_be_named_around(const PageNode& node, const ImportLists& lists) {
  return std::ranges::any_of(names_of(node), [&](const std::string& name) {
    return lists.possible_site_names.contains(name);
  });
}

bool has_role_around(const PageNode& node) {
  if (node.is_any_of({"nav", "footer", "aside", "form"})) return true;
  const std::string_view role = node.attribute("role");
  return role == "navigation" || role == "banner" || role == "contentinfo" || role == "search";
}

// What a site says below or above every text of its own.
bool says_site(std::string_view text, const ImportLists& lists) {
  constexpr std::size_t longest_date = 60;
  std::string small = folded(trimmed(text));
  for (std::size_t at = small.find("’"); at != std::string::npos; at = small.find("’"))
    small.replace(at, 3, "'");
  while (!small.empty() && (small.ends_with('?') || small.ends_with('.') || small.ends_with(':')))
    small.pop_back();
  const auto opens = [&](const std::string& opening) { return small.starts_with(opening); };
  return lists.site_lines.contains(small) ||
         (small.size() < longest_date && std::ranges::any_of(lists.site_date_openings, opens));
}

// The first block in the element that has words.
const PageNode* first_block(const PageNode& node) {
  for (const PageNode& child : node.children) {
    if (trimmed(words_of(child)).empty()) continue;
    return is_block(child) ? &child : nullptr;
  }
  return nullptr;
}

bool says_site_first(const PageNode& node, const ImportLists& lists) {
  for (const PageNode* each = &node; each != nullptr; each = first_block(*each))
    if (says_site(words_of(*each), lists)) return true;
  return false;
}

bool is_word_section(const PageNode& node) {
  const std::string_view names = node.attribute("class");
  return names.starts_with("WordSection") || contains(names, "WordPara");
}

bool is_main(const PageNode& node) {
  return node.is("main") || node.attribute("role") == "main";
}

bool is_article(const PageNode& node) {
  return node.is("article");
}

bool is_called_content(const PageNode& node) {
  const std::string id = folded(node.attribute("id"));
  return id == "main" || id == "content" || id == "main-content" || id == "maincontent";
}

void gather(const PageNode& node, bool (*sign)(const PageNode&),
            std::vector<const PageNode*>& parts) {
  if (node.is_words()) return;
  if (sign(node)) {
    parts.push_back(&node);
    return;
  }
  for (const PageNode& child : node.children) gather(child, sign, parts);
}

// The only link in the element, where all its words are in it; else null.
const PageNode* lone_link(const PageNode& node) {
  const PageNode* link = nullptr;
  for (const PageNode& child : node.children) {
    if (trimmed(words_of(child)).empty()) continue;
    if (link != nullptr || child.is_words()) return nullptr;
    link = child.is("a") ? &child : lone_link(child);
    if (link == nullptr) return nullptr;
  }
  return link;
}

}  // namespace

bool heads_panel(const PageNode& button) {
  if (!button.is("button") || button.parent == nullptr) return false;
  for (const PageNode* above = button.parent; above != nullptr && !above->is("body");
       above = above->parent)
    if (heading_level_of(*above) > 0 || above->is("summary")) return true;
  const std::vector<PageNode>& beside = button.parent->children;
  auto next = std::ranges::find(beside, &button, [](const PageNode& each) { return &each; });
  for (++next; next != beside.end(); ++next) {
    const std::string words = words_of(*next);
    if (trimmed(words).empty()) continue;
    return is_block(*next) && tokens_of(words).size() >= fewest_words_of_panel;
  }
  return false;
}

bool is_sign_link(const PageNode& node) {
  if (!node.is("a") || !node.attribute("href").starts_with('#')) return false;
  const std::string words = words_of(node);
  constexpr std::size_t longest_sign = 8;  // in bytes
  return !trimmed(words).empty() && trimmed(words).size() <= longest_sign &&
         std::ranges::none_of(words, source::is_alpha) &&
         std::ranges::none_of(words, source::is_digit);
}

PageParts::PageParts(const PageNode& root, const ImportLists& lists) : root_(root), lists_(lists) {
  count(root, false);
  find_targets(root);
}

PageParts::Words PageParts::count(const PageNode& node, bool in_link) {
  Words words;
  words.order = ++seen_;
  if (node.is_words()) {
    (in_link ? words.linked : words.plain) = tokens_of(node.text).size();
  } else if (!is_silent(node)) {
    for (const PageNode& child : node.children) {
      const Words inner = count(child, in_link || node.is("a"));
      words.plain += inner.plain;
      words.linked += inner.linked;
    }
  }
  words_[&node] = words;
  return words;
}

void PageParts::find_targets(const PageNode& node) {
  if (const std::string_view id = node.attribute("id"); !id.empty()) targets_.emplace(id, &node);
  if (const std::string_view name = node.attribute("name"); node.is("a") && !name.empty())
    targets_.emplace(name, &node);
  for (const PageNode& child : node.children) find_targets(child);
}

const PageParts::Words& PageParts::words_in(const PageNode& node) const {
  static const Words none;
  const auto found = words_.find(&node);
  return found == words_.end() ? none : found->second;
}

const PageNode* PageParts::target_of(const PageNode& link) const {
  const std::string_view address = link.attribute("href");
  if (!address.starts_with('#')) return nullptr;
  const auto found = targets_.find(std::string(address.substr(1)));
  return found == targets_.end() ? nullptr : found->second;
}

std::vector<const PageNode*> PageParts::text() const {
  std::vector<const PageNode*> parts;
  for (const auto sign : {is_word_section, is_main, is_article, is_called_content}) {
    gather(root_, sign, parts);
    if (!parts.empty()) return parts;
  }
  const PageNode* part = &root_;
  while (const PageNode* inner = inner_part(*part)) part = inner;
  return {part};
}

// The child that holds all but the site's, or null.
const PageNode* PageParts::inner_part(const PageNode& node) const {
  const PageNode* inner = nullptr;
  for (const PageNode& child : node.children) {
    const bool part = child.is_any_of({"body", "div", "section", "form", "center"});
    if (part && words_in(child).plain * 10 > words_in(node).plain * 8) inner = &child;
  }
  if (inner == nullptr) return nullptr;
  const bool others = std::ranges::any_of(node.children, [&](const PageNode& child) {
    return &child != inner && !is_silent(child) && !is_part_of_site(child);
  });
  return others ? nullptr : inner;
}

// Beside the text: links, and what stands with them.
bool PageParts::is_part_of_site(const PageNode& node) const {
  const Words& words = words_in(node);
  if (words.plain == 0 || is_around(node) || says_site_first(node, lists_)) return true;
  std::vector<const PageNode*> titles;
  gather(
      node, [](const PageNode& each) { return each.is("h1"); }, titles);
  return titles.empty() && words.linked > 0 && words.plain <= most_words_of_site;
}

bool PageParts::is_around(const PageNode& node) const {
  const Words& words = words_in(node);
  if (node.is_words() || words.plain * 2 > words_in(root_).plain) return false;
  if (has_role_around(node) || is_named_around(node, lists_)) return true;
  if (words.plain > most_words_of_site || !is_block(node)) return false;
  return may_be_named_around(node, lists_) || says_site_first(node, lists_) || leads_back(node);
}

// "Back to the list": a paragraph that is a link to a place above it.
bool PageParts::leads_back(const PageNode& node) const {
  if (heading_level_of(node) > 0 || !node.is_any_of({"p", "div"})) return false;
  const PageNode* link = lone_link(node);
  if (link == nullptr) return false;
  const std::string_view address = link->attribute("href");
  if (address == "#top") return true;
  const PageNode* target = target_of(*link);
  return target != nullptr && words_in(*target).order < words_in(node).order &&
         heading_level_of(*target) <= 1;
}

bool PageParts::is_contents(const PageNode& entry) const {
  const PageNode* list = entry.parent;
  if (list == nullptr || !list->is_any_of({"ul", "ol"})) return false;
  std::size_t entries = 0;
  for (const PageNode& each : list->children) {
    if (!each.is("li")) continue;
    std::vector<const PageNode*> links;
    gather(
        each, [](const PageNode& node) { return node.is("a"); }, links);
    const bool leads = !links.empty() && words_in(each).plain == 0 &&
                       std::ranges::all_of(links, [&](const PageNode* link) {
                         return target_of(*link) != nullptr;
                       });
    if (!leads) return false;
    ++entries;
  }
  return entries > 1;
}

}  // namespace concord::intake
