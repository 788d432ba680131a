// How far a comparison is, for whoever waits.
#pragma once

#include <cstddef>
#include <string_view>

namespace concord::compare {

class Progress {
 public:
  virtual ~Progress() = default;

  // What is being done from now on; `things` is how many there are of it, 0 where that is not
  // known.
  virtual void step(std::string_view what, std::size_t things) = 0;
  // One of the things is done. From any thread.
  virtual void advance() = 0;
};

// Of whoever waits, or of nobody.
inline void step(Progress* progress, std::string_view what, std::size_t things) {
  if (progress != nullptr) progress->step(what, things);
}
inline void advance(Progress* progress) {
  if (progress != nullptr) progress->advance();
}

}  // namespace concord::compare
