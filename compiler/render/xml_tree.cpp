#include "render/xml_tree.h"

#include <libxml/uri.h>

#include <algorithm>
#include <memory>

#include "render/xml_text.h"

namespace concord::render {
namespace {

constexpr std::string_view own_prefix = "concord:";

// What stands for the character in a text or in an attribute's value; empty for the character
// itself. Without it a reader would take the character for markup or for another kind of space.
std::string_view reference_in_text(char c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '\r':
      return "&#13;";
    default:
      return "";
  }
}

std::string_view reference_in_value(char c) {
  switch (c) {
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    default:
      return reference_in_text(c);
  }
}

bool stands_as_it_is(char c) {
  return c >= ' ' && c <= '~' && reference_in_value(c).empty();
}

template <std::string_view (*reference)(char)>
void append_escaped(std::string_view words, std::string& to) {
  if (std::ranges::all_of(words, stands_as_it_is)) {
    to += words;
    return;
  }
  const std::string legal = xml_text(words);
  auto done = legal.begin();
  for (auto at = done; at != legal.end(); ++at) {
    const std::string_view name = reference(*at);
    if (name.empty()) continue;
    to.append(done, at).append(name);
    done = at + 1;
  }
  to.append(done, legal.end());
}

void add_attribute(std::string_view prefix, std::string_view name, std::string_view value,
                   std::string& tag) {
  if (value.empty()) return;
  tag.append(" ").append(prefix).append(name).append("=\"");
  append_escaped<reference_in_value>(value, tag);
  tag += '"';
}

// Prints nodes. Every element stands on a line of its own, but those within a text.
class Printer {
 public:
  std::string take() { return std::move(out_); }

  void element(const XmlNode& node, std::size_t level, bool within_text) {
    out_.append("<").append(node.words);
    if (!node.first && !node.holds_text) {
      out_ += "/>";
      return;
    }
    out_ += '>';
    const bool indented = !within_text && !node.holds_text;
    for (const XmlNode* child = node.first; child; child = child->next) {
      if (indented) new_line(level + 1);
      if (child->name_length == 0) {
        out_ += child->words;
      } else {
        element(*child, level + 1, !indented);
      }
    }
    if (indented) new_line(level);
    out_.append("</").append(node.words, 0, node.name_length) += '>';
  }

 private:
  void new_line(std::size_t level) { out_.append("\n").append(2 * level, ' '); }

  std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
};

bool starts_like_an_address(std::string_view href) {
  for (const std::string_view start : {"http://", "https://", "mailto:", "/", "#"}) {
    if (href.substr(0, start.size()) == start) return true;
  }
  return false;
}

std::string percent_encoded(std::string_view href) {
  static constexpr std::string_view kept = "-._~:/?@!$&'()*+,;=%";
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  bool in_fragment = false;
  for (const char c : href) {
    const bool alphanumeric =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool first_hash = c == '#' && !in_fragment;
    in_fragment = in_fragment || first_hash;
    if (alphanumeric || first_hash || kept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4u], digits[byte & 15u]};
    }
  }
  return out;
}

}  // namespace

XmlNode& XmlElement::append() const {
  XmlNode& node = nodes_->emplace_back();
  (node_->last ? node_->last->next : node_->first) = &node;
  node_->last = &node;
  return node;
}

XmlElement XmlElement::add(std::string_view name) const {
  XmlNode& node = append();
  node.words = name;
  node.name_length = name.size();
  return {node, *nodes_};
}

XmlElement XmlElement::add_own(std::string_view name) const {
  return add(std::string(own_prefix).append(name));
}

const XmlElement& XmlElement::set(std::string_view name, std::string_view value) const {
  add_attribute("", name, value, node_->words);
  return *this;
}

const XmlElement& XmlElement::set_own(std::string_view name, std::string_view value) const {
  add_attribute(own_prefix, name, value, node_->words);
  return *this;
}

const XmlElement& XmlElement::text(std::string_view words) const {
  node_->holds_text = true;
  if (!words.empty()) append_escaped<reference_in_text>(words, append().words);
  return *this;
}

XmlTree::XmlTree(std::string_view root, std::string_view main_namespace,
                 std::string_view own_namespace) {
  XmlNode& node = nodes_.emplace_back();
  node.words = root;
  node.name_length = root.size();
  this->root().set("xmlns", main_namespace).set("xmlns:concord", own_namespace);
}

XmlElement XmlTree::root() {
  return {nodes_.front(), nodes_};
}

std::string XmlTree::bytes() const {
  Printer printer;
  printer.element(nodes_.front(), 0, false);
  return printer.take() + "\n";
}

std::string xml_address(std::string_view href) {
  if (!starts_like_an_address(href)) return "";
  std::string address = percent_encoded(href);
  const std::unique_ptr<xmlURI, decltype(&xmlFreeURI)> uri(xmlParseURI(address.c_str()),
                                                           xmlFreeURI);
  return uri ? address : "";
}

}  // namespace concord::render
