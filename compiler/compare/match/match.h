// match/: which clauses of two protocols state the same provision.
//
// In: the protocols' clause graphs and the registers (roles, synonyms). Out: the corpus with its
// links. It goes the way of record linkage (Fellegi and Sunter 1969; Christen, "Data Matching",
// 2012):
//
//   corpus.h           clauses become wordings, wordings segments of weighted terms
//   representatives.h  in a large corpus, near-copies stand behind one wording
//   coverage.h         candidates, through an inverted index ("blocking")
//   likeness.h         how alike two segments, and so two wordings, are
//   features.h         what speaks for and against a pair
//   model.h            the score: boosted trees, trained beside the tests
//   assignment.h       the one-to-one matching of two protocols
//   links.h            what is sure enough, and how it was found
//   decisions.h        what people have decided, which overrules it
//   relation.h         how the words of two linked clauses stand to one another
//   align.h            which tokens of two texts correspond
//
// Everything is found once between wordings and applied to clauses on demand. A segment is a
// sentence of a clause; in what people read it is called a passage.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "compare/match/decisions.h"
#include "compare/match/links.h"

namespace concord::compare {

// The way from clauses to the links of their wordings and back. Clauses are indices in
// Corpus::clauses, representatives indices in Corpus::wordings.
struct LinkIndex {
  std::vector<std::vector<std::uint32_t>> links_of;    // by representative: indices of links
  std::vector<std::vector<std::uint32_t>> clauses_of;  // by representative: sorted
  std::vector<std::uint32_t> first_clause;             // by protocol, and the end of the last
  std::vector<std::uint64_t> fingerprint;  // by protocol: equal for equal wordings throughout
};

struct LinkedCorpus {
  Lexicon lexicon;
  Corpus corpus;
  Representatives representatives;
  StatedProvisions stated;  // by the representatives
  Decisions decisions;
  std::vector<WordingLink> links;  // by a, then b; as decided
  LinkIndex index;

  // The index of the clause, or none.
  std::optional<std::uint32_t> clause(ClauseRef ref) const;
  // The protocol's clauses: a range of indices.
  std::pair<std::uint32_t, std::uint32_t> clauses(std::uint32_t protocol) const {
    return {index.first_clause[protocol], index.first_clause[protocol + 1]};
  }
  const std::string& text(std::uint32_t clause) const {
    return corpus.texts[corpus.clauses[clause].text];
  }
  // The representative of a clause's wording.
  std::uint32_t representative(std::uint32_t clause) const {
    return representatives.of[corpus.clauses[clause].wording];
  }
  // The representative's clauses in the protocol.
  std::span<const std::uint32_t> clauses_in(std::uint32_t representative,
                                            std::uint32_t protocol) const;
  // The link of the two representatives, or null.
  const WordingLink* link_between(std::uint32_t a, std::uint32_t b) const;

  // Calls use(index of the counterpart, link or null) for every counterpart of the clause in the
  // protocol; null where both have one wording. Copies of one text are linked place by place.
  template <typename Use>
  void counterparts(std::uint32_t clause, std::uint32_t protocol, const Use& use) const {
    const std::uint32_t own = corpus.clauses[clause].ref.protocol;
    if (own == protocol) return;
    const std::uint32_t wording = representative(clause);
    const bool copies = index.fingerprint[own] == index.fingerprint[protocol];
    if (copies) {
      const std::uint32_t other = index.first_clause[protocol] + clause - index.first_clause[own];
      if (decisions.of(wording, representative(other)) == nullptr) use(other, nullptr);
    } else {
      for (const std::uint32_t other : clauses_in(wording, protocol)) use(other, nullptr);
    }
    for (const std::uint32_t i : index.links_of[wording]) {
      const WordingLink& link = links[i];
      if (copies && link.found_by != FoundBy::decision) continue;
      for (const std::uint32_t other : clauses_in(link.partner_of(wording), protocol))
        use(other, &link);
    }
  }
};

// Runs on the calling thread's task arena. `registers` may be null.
LinkedCorpus match(std::span<const passes::Protocol> protocols, const syntax::Register* registers);

}  // namespace concord::compare
