// Where two linked clauses differ in effect: what the comparison found, as people have decided.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "compare/effects/effects.h"

namespace concord::compare {

struct DecidedDifference {
  Difference difference;
  std::string because;  // a person's reason; empty where nobody decided
};

// What two linked clauses of a corpus differ in, as people have decided. May be asked by several
// threads at once.
class DecidedDifferences {
 public:
  // Of so many councils what is found is kept: lists, pages and cells ask for it again. Of more it
  // would fill the memory, and each pair is asked for once or twice.
  static constexpr std::size_t most_councils_kept = 16;

  // The corpus must outlive it and stay where it is.
  explicit DecidedDifferences(const LinkedCorpus& linked);

  // Of the clauses, as indices in the corpus, those of effects.h, by type: none where the clauses
  // were decided to be the same, and one of the kind that was decided. Its words are the deciding
  // ones where the comparison found that kind too, else the passages that carry the link. `link` is
  // that of their wordings, or null where they share one.
  std::vector<DecidedDifference> between(std::uint32_t a, std::uint32_t b,
                                         const WordingLink* link) const;

 private:
  using Clauses = std::pair<std::uint32_t, std::uint32_t>;

  std::vector<DecidedDifference> find(std::uint32_t a, std::uint32_t b,
                                      const WordingLink* link) const;

  const LinkedCorpus& linked_;
  Effects effects_;
  bool keeps_;
  mutable std::mutex mutex_;
  mutable std::map<Clauses, std::vector<DecidedDifference>> found_;
};

}  // namespace concord::compare
