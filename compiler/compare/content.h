// What a Comparison keeps inside.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "compare/comparison.h"
#include "compare/effects/decided.h"
#include "compare/match/match.h"

namespace concord::compare {

// The divergences of two councils, worked out by whoever asks first and kept: pages and data files
// ask for them again and again. Safe to use from several threads.
class DivergenceCache {
 public:
  template <typename Find>
  const std::vector<Divergence>& of(std::uint32_t a, std::uint32_t b, const Find& find) {
    Kept& kept = place(a, b);
    std::call_once(kept.once, [&] { kept.divergences = find(); });
    return kept.divergences;
  }

 private:
  struct Kept {
    std::once_flag once;
    std::vector<Divergence> divergences;
  };

  Kept& place(std::uint32_t a, std::uint32_t b) {
    const std::lock_guard guard(mutex_);
    return kept_[{a, b}];  // stays where it is as others come
  }

  std::mutex mutex_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Kept> kept_;
};

struct Comparison::Content {
  explicit Content(LinkedCorpus from) : linked(std::move(from)), differences(linked) {}

  LinkedCorpus linked;
  DecidedDifferences differences;
  std::vector<std::string> topics;                  // the register's, in its order
  std::vector<bool> excerpt;                        // by protocol: not the whole of its text
  std::vector<std::size_t> topic_of;                // by index in the corpus's clauses: index in
                                                    // topics, or their number
  std::vector<std::vector<std::uint32_t>> rows_of;  // by index in the corpus's clauses
  mutable DivergenceCache cache;

  // Where the linked clauses of two councils differ in effect, by clauses and type.
  std::vector<Divergence> divergences(std::uint32_t a, std::uint32_t b) const;
};

}  // namespace concord::compare
