// The XML document that a renderer fills: a thin hold on libxml2, which no other file needs to
// know.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace concord::render {

// One element of an XmlTree, which owns it; valid as long as the tree. Cheap to copy.
class XmlElement {
 public:
  // Appends a child in the tree's main namespace, or in its second one.
  XmlElement add(const char* name) const;
  XmlElement add_own(const char* name) const;

  // Adds an attribute without a namespace, or in the second one; none where the value is empty.
  const XmlElement& set(const char* name, std::string_view value) const;
  const XmlElement& set_own(const char* name, std::string_view value) const;

  // Appends text. An element with text, be it empty, is not indented inside.
  const XmlElement& text(std::string_view words) const;

 private:
  friend class XmlTree;
  explicit XmlElement(void* node) : node_(node) {}

  void* node_;  // a node of libxml2's
};

class XmlTree {
 public:
  // A document with one element, in the main namespace; the second one has the prefix.
  XmlTree(const char* root, const char* main_namespace, const char* own_prefix,
          const char* own_namespace);

  // A document whose element and attribute names carry their prefixes ("w:p"), as the attributes of
  // its root declare them ("xmlns:w"). All stands in what it calls its main namespace.
  XmlTree(const char* root,
          std::initializer_list<std::pair<const char*, const char*>> root_attributes);

  XmlElement root() const;

  // The document in UTF-8, indented by two spaces a level where an element holds elements alone.
  std::string bytes() const;

  // The same without a space or line break that was not added as text.
  std::string compact_bytes() const;

 private:
  std::unique_ptr<void, void (*)(void*)> doc_;  // a document of libxml2's
};

// The address with the bytes that a URI cannot hold percent-encoded; nothing where it is no http,
// https, mailto or tel address, a path or a fragment, or no URI reference by RFC 3986 all the same.
std::string xml_address(std::string_view href);

}  // namespace concord::render
