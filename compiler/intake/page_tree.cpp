#include "intake/page_tree.h"

#include <libxml/HTMLparser.h>

#include "source/characters.h"
#include "source/utf8.h"

namespace concord::intake {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string string_of(const xmlChar* text) {
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

bool holds_words(const xmlNode& node) {
  return node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

PageNode node_of(const xmlNode& from, int depth) {
  PageNode node;
  if (from.type != XML_ELEMENT_NODE) {
    node.text = string_of(from.content);
    return node;
  }
  node.name = string_of(from.name);
  for (char& c : node.name) c = source::lower(c);
  for (const xmlAttr* each = from.properties; each != nullptr; each = each->next)
    node.attributes.emplace_back(string_of(each->name), each->children == nullptr
                                                            ? std::string()
                                                            : string_of(each->children->content));
  if (depth == deepest_of_page) {
    if (xmlChar* words = xmlNodeGetContent(&from)) {
      node.too_deep = string_of(words);
      xmlFree(words);
    }
    return node;
  }
  for (const xmlNode* child = from.children; child != nullptr; child = child->next)
    if (child->type == XML_ELEMENT_NODE || holds_words(*child))
      node.children.push_back(node_of(*child, depth + 1));
  return node;
}

void set_parents(PageNode& node) {
  for (PageNode& child : node.children) {
    child.parent = &node;
    set_parents(child);
  }
}

// The page without "<![if !supportLists]>" and "<![endif]>", which Word writes: comments to a
// browser, words to libxml2. Comments stay whole, as what they hold may end so too.
std::string without_conditions(std::string_view page) {
  std::string out;
  out.reserve(page.size());
  while (!page.empty()) {
    const std::size_t begin = page.find("<!");
    out += page.substr(0, begin);
    if (begin == std::string_view::npos) break;
    page.remove_prefix(begin);
    const std::size_t end = page.find(page.starts_with("<!--") ? "-->" : ">");
    const bool closed = end != std::string_view::npos;
    const std::size_t length = closed ? end + 1 : page.size();
    if (!closed || !page.starts_with("<![")) out += page.substr(0, length);
    page.remove_prefix(length);
  }
  return out;
}

}  // namespace

std::string_view PageNode::attribute(std::string_view wanted) const {
  for (const auto& [each, value] : attributes)
    if (each == wanted) return value;
  return {};
}

bool PageNode::has_class(std::string_view wanted) const {
  const std::string_view names = attribute("class");
  for (std::size_t at = names.find(wanted); at != std::string_view::npos;
       at = names.find(wanted, at + 1)) {
    const bool begins = at == 0 || source::is_blank(names[at - 1]);
    const std::size_t end = at + wanted.size();
    if (begins && (end == names.size() || source::is_blank(names[end]))) return true;
  }
  return false;
}

std::unique_ptr<const PageNode> parse_page(const std::string& page_bytes) {
  const std::string bytes = without_conditions(page_bytes);
  const bool utf8 = source::well_formed_length(bytes) == bytes.size();
  const std::unique_ptr<xmlDoc, FreeDocument> document(htmlReadMemory(
      bytes.data(), static_cast<int>(bytes.size()), nullptr, utf8 ? "UTF-8" : nullptr,
      HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER |
          HTML_PARSE_NODEFDTD));
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return nullptr;
  auto page = std::make_unique<PageNode>(node_of(*root, 0));
  set_parents(*page);
  return page;
}

bool is_block(const PageNode& node) {
  return node.is_any_of({"p",       "div",   "section", "article",    "main",   "h1",
                         "h2",      "h3",    "h4",      "h5",         "h6",     "ul",
                         "ol",      "li",    "table",   "blockquote", "body",   "html",
                         "dl",      "dt",    "dd",      "center",     "header", "figure",
                         "hr",      "pre",   "address", "figcaption", "tbody",  "fieldset",
                         "details", "thead", "tr",      "td",         "th",     "summary"});
}

int heading_level_of(const PageNode& node) {
  const bool heading =
      node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6';
  return heading ? node.name[1] - '0' : 0;
}

bool is_silent(const PageNode& node) {
  return node.is_any_of({"script", "style", "head", "noscript", "template", "iframe", "object",
                         "svg", "select", "button", "input", "textarea"});
}

std::string silent_words_of(const PageNode& node) {
  if (node.is_words()) return node.text;
  if (node.is_any_of({"script", "style", "head", "iframe"})) return {};
  if (node.is("input"))
    return std::string(node.attribute("type") == "hidden" ? "" : node.attribute("value"));
  std::string words;
  for (const PageNode& child : node.children) words += silent_words_of(child) + " ";
  return words;
}

std::string words_of(const PageNode& node) {
  if (node.is_words()) return node.text;
  if (is_silent(node)) return {};
  std::string words;
  for (const PageNode& child : node.children) words += words_of(child);
  return is_block(node) ? " " + words + " " : words;
}

}  // namespace concord::intake
