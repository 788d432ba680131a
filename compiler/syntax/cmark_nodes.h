// What several readers of cmark-gfm's tree need.
#pragma once

#include <functional>
#include <string_view>

struct cmark_node;

namespace concord::syntax {

// The node's own text; empty where it has none. Borrowed from the node.
std::string_view literal_of(cmark_node* node);

// Whether it is of a type that an extension of cmark-gfm brings, such as "table".
bool is_extension_node(cmark_node* node, std::string_view name);

enum class Inside { look, skip };

// Visits the node and all inside it, each on entering and, where something may be inside, on
// leaving. What is inside a node is left out where the visit on entering says so.
void walk(cmark_node* top, const std::function<Inside(cmark_node* node, bool enter)>& visit);

}  // namespace concord::syntax
