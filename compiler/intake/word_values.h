// How WordprocessingML writes values: in w:val of an element that is there or not.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/xml_tree.h"

namespace concord::intake {

// The node at the end of the path of children, or null; the node may be null as well.
const XmlNode* descend(const XmlNode* node, std::initializer_list<std::string_view> path);

// w:val; empty where there is no node.
std::string_view value_of(const XmlNode* node);

// w:val, or another attribute's value, as a whole number; nothing where it is none.
std::optional<int> number_of(const XmlNode* node);
std::optional<int> number_in(const std::string* value);

// Whether a switch such as w:b is on: it is where it is there, unless it says otherwise.
bool is_on(const XmlNode* node);

// The elements of that name below the node, those within one of them left out.
void collect(const XmlNode& node, std::string_view name, std::vector<const XmlNode*>& found);
bool stands_below(const XmlNode& node, std::string_view name);
// All their characters.
std::string text_below(const XmlNode& node, std::string_view name);

}  // namespace concord::intake
