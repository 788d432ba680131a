// What is left of a matrix where a topic or some councils were asked for.
#pragma once

#include <cstddef>
#include <string>

namespace concord::view {

struct Narrowing {
  std::size_t compared = 0;  // councils, also those that are not shown; 0: all are shown
  std::string shows = {};  // what is shown and what is left out, in sentences; empty: all is shown
};

}  // namespace concord::view
