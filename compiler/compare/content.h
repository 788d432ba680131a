// What a Comparison keeps inside.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/effects/decided.h"
#include "compare/match/match.h"

namespace concord::compare {

// Up to this many councils the divergences of each two are kept once found: pages ask for them
// again and again.
inline constexpr std::size_t most_councils_cached = 16;

// The divergences of two councils, worked out by whoever asks first.
struct CachedDivergences {
  std::once_flag once;
  std::vector<Divergence> divergences;
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
  // By a * councils + b; null for more councils than are cached.
  std::unique_ptr<CachedDivergences[]> cache;

  // Where the linked clauses of two councils differ in effect, by clauses and type.
  std::vector<Divergence> divergences(std::uint32_t a, std::uint32_t b) const;
};

}  // namespace concord::compare
