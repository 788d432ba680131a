// Small changes to a text before Markdown reads it, each with its place.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace concord::syntax {

// Puts `bytes` where bytes `begin` to `end` of the text stand.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string bytes;
};

// Where bytes of the text stand in the source.
using Places = std::function<source::Span(std::size_t begin, std::size_t end)>;

}  // namespace concord::syntax
