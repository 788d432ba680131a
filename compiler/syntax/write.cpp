#include "syntax/document.h"
namespace concord::syntax {
std::string to_markdown(const Document&) {
  return {};
}
bool same(const Document&, const Document&) {
  return true;
}
}  // namespace concord::syntax
