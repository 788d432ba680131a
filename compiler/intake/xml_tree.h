// XML of a file that came from elsewhere, as plain structs: no other file of the room knows
// libxml2.
//
// Nothing is fetched, and a document type declaration is refused, so that no entity is ever
// expanded: the parts of a Word file have neither.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concord::intake {

inline constexpr std::size_t max_xml_elements = 3'000'000;
inline constexpr std::size_t max_xml_depth = 200;

// An element. Names carry the usual prefix of their namespace, whatever the file calls it ("w:p",
// of the transitional and the strict format alike), none for attributes without a namespace, and
// "?" for a namespace that is of no interest here.
struct XmlNode {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlNode> children;
  std::string text;  // its own characters, those of its children left out

  // The first child of the name, or null.
  const XmlNode* child(std::string_view wanted) const;
  // The attribute's value, or null.
  const std::string* attribute(std::string_view wanted) const;
  // The attribute's value, or the default.
  std::string_view value(std::string_view wanted, std::string_view otherwise = "") const;
};

// The document's root. `what` names the document in messages. Throws Unreadable where the bytes are
// not well-formed XML, have a document type declaration, or go beyond the limits.
XmlNode parse_xml(std::string_view bytes, std::string_view what);

}  // namespace concord::intake
