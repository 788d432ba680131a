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
#include "compare/match/kept_pairs.h"
#include "compare/match/match.h"

namespace concord::compare {

// The divergences of two councils, worked out by whoever asks first and kept: pages and data files
// ask for them again and again. Safe to use from several threads.
class DivergenceCache {
 public:
  template <typename Find>
  const std::vector<Divergence>& of(CouncilPair pair, const Find& find) {
    Kept& kept = place(pair);
    std::call_once(kept.once, [&] { kept.divergences = find(); });
    return kept.divergences;
  }

 private:
  struct Kept {
    std::once_flag once;
    std::vector<Divergence> divergences;
  };

  Kept& place(CouncilPair pair) {
    const std::lock_guard guard(mutex_);
    return kept_[pair];  // stays where it is as others come
  }

  std::mutex mutex_;
  std::map<CouncilPair, Kept> kept_;
};

struct Comparison::Content {
  Content(LinkedCorpus from, const KeptPairs* before)
      : linked(std::move(from)), differences(linked), earlier(before) {}

  LinkedCorpus linked;
  DecidedDifferences differences;
  std::vector<std::string> topics;                  // the register's, in its order
  std::vector<std::string> provisions;              // the register's ids, in its order
  std::vector<std::size_t> topic_of;                // by index in the corpus's clauses: index in
                                                    // topics, or their number
  std::vector<std::vector<std::uint32_t>> rows_of;  // by index in the corpus's clauses
  const KeptPairs* earlier;                         // may be null
  mutable DivergenceCache cache;

  // The link of two clauses, as indices in the corpus; `by`: of their wordings, or null.
  Link link(std::uint32_t a, std::uint32_t b, const WordingLink* by) const;

  // Where the linked clauses of two councils differ in effect, by clauses and type: of all, also
  // what is only possible. Found once, or kept from an earlier comparison.
  const std::vector<Divergence>& divergences(CouncilPair pair) const;
  // The same, but null where they would have to be found.
  const std::vector<Divergence>* kept_divergences(CouncilPair pair) const;

 private:
  std::vector<Divergence> find_divergences(CouncilPair pair) const;
};

}  // namespace concord::compare
