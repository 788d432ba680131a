#include <fmt/format.h>

#include "diag/diagnostic.h"

namespace concord::diag {
namespace {

// explain.md, word for word; written at configure time.
constexpr std::string_view pages =
#include "diag/explain.inc"
    ;

}  // namespace

std::string_view explanation(Code code) {
  const std::string heading = fmt::format("\n## {}\n", info(code).name);
  const std::size_t found = pages.find(heading);
  if (found == std::string_view::npos) return {};
  const std::size_t begin = found + heading.size();
  const std::size_t end = pages.find("\n## ", begin);
  return pages.substr(begin, end == std::string_view::npos ? end : end + 1 - begin);
}

}  // namespace concord::diag
