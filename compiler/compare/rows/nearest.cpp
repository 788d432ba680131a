#include "compare/rows/nearest.h"

#include <algorithm>

#include "compare/match/coverage.h"
#include "compare/match/likeness.h"
#include "language/words.h"

namespace concord::compare {

NearestClauses::NearestClauses(const LinkedCorpus& linked, std::uint32_t protocol)
    : linked_(linked) {
  const auto [begin, end] = linked.clauses(protocol);
  for (std::uint32_t clause = begin; clause < end; ++clause) {
    for (const Segment& segment :
         linked.corpus.wordings[linked.corpus.clauses[clause].wording].segments) {
      segments_.push_back(&segment);
      clauses_.push_back(clause);
    }
  }
  index_ = std::make_unique<const SegmentIndex>(segments_, linked.corpus.term_weight);
}

NearestClauses::~NearestClauses() = default;

std::optional<Nearest> NearestClauses::to(const Row& row) const {
  const Corpus& corpus = linked_.corpus;
  static thread_local ScatteredSegment scattered;
  std::optional<Nearest> best;
  const auto consider = [&](const Segment& stating) {
    scattered.scatter(stating, corpus);
    for (const auto& [number, share] : index_->covering(stating)) {
      const Segment& own = *segments_[number];
      const double likeness = likeness_value(scattered, own, share, scattered.share_of(own));
      if (best && likeness <= best->likeness) continue;
      best = {corpus.clauses[clauses_[number]].ref, std::min(likeness, 1.0)};
    }
  };
  for (const Cell& cell : row.cells) {
    for (const Entry& entry : cell.entries) {
      if (entry.lead_in) continue;
      const CorpusClause& clause = corpus.clauses[*linked_.clause(entry.clause)];
      const auto& ranges = corpus.segments[clause.text];
      for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (language::overlap(ranges[i], entry.passage))
          consider(corpus.wordings[clause.wording].segments[i]);
      }
    }
  }
  return best;
}

}  // namespace concord::compare
