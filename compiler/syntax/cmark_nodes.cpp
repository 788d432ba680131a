#include "syntax/cmark_nodes.h"

#include <cmark-gfm.h>

#include <memory>

namespace concord::syntax {

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

bool is_extension_node(cmark_node* node, std::string_view name) {
  return cmark_node_get_type_string(node) == name;
}

void walk(cmark_node* top, const std::function<Inside(cmark_node* node, bool enter)>& visit) {
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iterator(cmark_iter_new(top),
                                                                    cmark_iter_free);
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    const bool enter = event == CMARK_EVENT_ENTER;
    const bool skip = visit(node, enter) == Inside::skip;
    if (enter && skip && cmark_node_first_child(node) != nullptr) {
      cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
    }
  }
}

}  // namespace concord::syntax
