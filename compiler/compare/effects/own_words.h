// Whether two councils write in words of their own. Councils that share a model text differ where
// its words were changed, which is plain to see; where nothing is shared, a difference is seldom
// plain, and fewer would be found than can be known. So between these a difference is possible from
// a lower confidence on: each threshold is that of the best F1 on pairs of its kind.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <utility>

#include "compare/match/match.h"

namespace concord::compare {

// By two protocols of a corpus. May be asked by several threads at once.
class OwnWords {
 public:
  // The corpus must outlive it and stay where it is.
  explicit OwnWords(const LinkedCorpus& linked) : linked_(linked) {}

  // Whether what links the two shares little wording.
  bool between(std::uint32_t a, std::uint32_t b) const;

 private:
  double shared(std::uint32_t a, std::uint32_t b) const;

  const LinkedCorpus& linked_;
  mutable std::mutex mutex_;
  mutable std::map<std::pair<std::uint32_t, std::uint32_t>, bool> known_;
};

}  // namespace concord::compare
