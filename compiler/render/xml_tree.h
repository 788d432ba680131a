// The XML document that xml.cpp fills: a tree that is only ever added to, and printed once.
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace concord::render {

// An element or a text between elements.
struct XmlNode {
  std::string words;            // as printed: the start tag's inside, "p eId="p_1""; or the text
  std::size_t name_length = 0;  // of the element, at the beginning of the words; 0 for a text
  bool holds_text = false;      // the element, which is then not indented inside
  XmlNode* first = nullptr;     // child
  XmlNode* last = nullptr;      // child
  XmlNode* next = nullptr;      // sibling
};

using XmlNodes = std::deque<XmlNode>;  // their places never change

// One element of an XmlTree, which owns it; valid as long as the tree. Cheap to copy.
class XmlElement {
 public:
  // Appends a child in the tree's main namespace, or in its second one.
  XmlElement add(std::string_view name) const;
  XmlElement add_own(std::string_view name) const;

  // Adds an attribute without a namespace, or in the second one; none where the value is empty.
  const XmlElement& set(std::string_view name, std::string_view value) const;
  const XmlElement& set_own(std::string_view name, std::string_view value) const;

  // Appends text. An element with text, be it empty, is not indented inside.
  const XmlElement& text(std::string_view words) const;

 private:
  friend class XmlTree;
  XmlElement(XmlNode& node, XmlNodes& nodes) : node_(&node), nodes_(&nodes) {}

  XmlNode& append() const;

  XmlNode* node_;
  XmlNodes* nodes_;
};

class XmlTree {
 public:
  // A document with one element, in the main namespace; the second one has the prefix "concord".
  XmlTree(std::string_view root, std::string_view main_namespace, std::string_view own_namespace);

  // Elements refer to the tree.
  XmlTree(const XmlTree&) = delete;
  XmlTree& operator=(const XmlTree&) = delete;

  XmlElement root();

  // The document in UTF-8, indented by two spaces a level where an element holds elements alone.
  std::string bytes() const;

 private:
  XmlNodes nodes_;  // the root first
};

// The address with the bytes that a URI cannot hold percent-encoded; nothing where it is no http,
// https or mailto address, a path or a fragment, or no URI reference by RFC 3986 all the same.
std::string xml_address(std::string_view href);

}  // namespace concord::render
