#include "syntax/pasted_text.h"

namespace concord::syntax {

bool is_broken(const std::vector<Entry>& stretch, const Entry& each) {
  return &each != &stretch.front() && (&each - 1)->words.ends_with('\\');
}

std::string more(std::size_t lines, const char* one, fmt::format_string<std::size_t&> several) {
  if (lines == 0) return {};
  return lines == 1 ? one : fmt::format(several, lines);
}

}  // namespace concord::syntax
