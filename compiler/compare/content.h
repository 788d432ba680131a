// What a Comparison keeps inside: wordings, their links, and the way from clauses to both.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/effects/divergences.h"
#include "compare/match/corpus.h"
#include "compare/match/representatives.h"

namespace concord::compare {

struct SegmentLink {
  std::uint32_t a = 0;  // ordinal in the wording
  std::uint32_t b = 0;
  float coverage = 0;
};

// A link between two representatives, told once with a < b.
struct WordingLink {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double score = 0;
  FoundBy found_by = FoundBy::support;
  std::vector<SegmentLink> segments;  // the best first
};

// Up to this many councils the divergences of each two are kept once told: pages ask for them again
// and again.
inline constexpr std::size_t most_councils_remembered = 16;

// The divergences of two councils, worked out by whoever asks first.
struct RememberedPair {
  std::once_flag once;
  std::vector<Divergence> divergences;
};

struct Comparison::Content {
  Lexicon lexicon;
  Corpus corpus;
  Representatives representatives;
  std::vector<WordingLink> links;                    // by a, then b
  std::vector<std::vector<std::uint32_t>> links_of;  // by wording: indices in links
  std::vector<std::vector<std::uint32_t>>
      clauses_of;                           // by representative: indices in corpus.clauses
  std::vector<std::uint32_t> first_clause;  // by protocol, and the end of the last
  std::vector<std::uint64_t> fingerprint;   // by protocol: equal for equal wordings throughout
  std::vector<std::vector<std::uint32_t>> rows_of;  // by index in corpus.clauses
  std::vector<std::string> topics;                  // the register's, in its order
  // By a * councils + b; null for more councils than are remembered.
  std::unique_ptr<RememberedPair[]> remembered;

  // The index of the clause in corpus.clauses, or none.
  std::optional<std::uint32_t> clause(ClauseRef ref) const;
  // The protocol's clauses: a range of indices in corpus.clauses.
  std::pair<std::uint32_t, std::uint32_t> clauses(std::uint32_t protocol) const {
    return {first_clause[protocol], first_clause[protocol + 1]};
  }
  // The representative of a clause's wording.
  std::uint32_t standing_for(std::uint32_t clause) const {
    return representatives.of[corpus.clauses[clause].wording];
  }
  // The representative's clauses in the protocol: indices in corpus.clauses.
  std::span<const std::uint32_t> clauses_in(std::uint32_t representative,
                                            std::uint32_t protocol) const;

  // How the words of the two clauses stand to one another.
  Relation relation(std::uint32_t a, std::uint32_t b) const;
  // The link of the two clauses, however it was found: `link` is their wordings', or null where
  // they share one.
  Link link(std::uint32_t a, std::uint32_t b, const WordingLink* link) const;
  // Where the linked clauses of two councils differ in effect, by clauses and type.
  std::vector<Divergence> divergences(std::uint32_t a, std::uint32_t b) const;
  // Where two linked clauses differ in effect.
  std::vector<Difference> differences(std::uint32_t a, std::uint32_t b,
                                      const WordingLink* link) const;

  // Calls use(index in corpus.clauses of the counterpart, link or null) for every counterpart of
  // the clause in the protocol.
  template <typename Use>
  void counterparts(std::uint32_t clause, std::uint32_t protocol, const Use& use) const {
    const ClauseRef own = corpus.clauses[clause].ref;
    if (own.protocol == protocol) return;
    if (fingerprint[own.protocol] == fingerprint[protocol]) {
      use(first_clause[protocol] + clause - first_clause[own.protocol], nullptr);
      return;
    }
    const std::uint32_t representative = standing_for(clause);
    for (const std::uint32_t other : clauses_in(representative, protocol)) use(other, nullptr);
    for (const std::uint32_t index : links_of[representative]) {
      const WordingLink& found = links[index];
      const std::uint32_t linked = found.a == representative ? found.b : found.a;
      for (const std::uint32_t other : clauses_in(linked, protocol)) use(other, &found);
    }
  }
};

}  // namespace concord::compare
