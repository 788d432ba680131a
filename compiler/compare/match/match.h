// match/: which clauses of two protocols state the same provision.
//
// In: the protocols' clause graphs and the registers (roles, synonyms). Out: the corpus with its
// links. Each text is read once; then two protocols at a time are matched, and what is found of two
// depends on these two and on the registers alone. So other councils may come, change and go
// without a link between these two coming or going. It goes the way of record linkage (Fellegi and
// Sunter 1969; Christen, "Data Matching", 2012):
//
//   corpus.h         clauses become wordings, wordings segments of weighted terms
//   stated.h         which of the register's provisions a wording states
//   coverage.h       candidates, through an inverted index ("blocking")
//   likeness.h       how alike two segments, and so two wordings, are
//   features.h       what speaks for and against a pair
//   model.h          the score: boosted trees, trained beside the tests
//   one_provision.h  what both state in few words in common
//   assignment.h     the one-to-one matching of two protocols
//   links.h          what is sure enough, and how it was found
//   decisions.h      what people have decided, which overrules it
//   kept_pairs.h     what an earlier comparison found, which need not be found again
//   relation.h       how the words of two linked clauses stand to one another
//   align.h          which tokens of two texts correspond
//
// Links are found between wordings and applied to clauses on demand. A segment is a sentence of a
// clause; in what people read it is called a passage.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "compare/match/decisions.h"
#include "compare/match/links.h"

namespace concord::compare {

// The way from clauses to the links of their wordings. Clauses are indices in Corpus::clauses.
struct LinkIndex {
  std::vector<std::vector<std::uint32_t>> links_of;       // by wording: indices of links
  std::vector<std::vector<std::uint32_t>> links_of_pair;  // by index of the pair, likewise
  std::vector<std::uint32_t> first_clause;                // by protocol, and the end of the last
  std::vector<std::uint64_t> fingerprint;  // by protocol: equal for equal wordings throughout
  std::vector<std::vector<std::uint32_t>> matched_with;  // by protocol: others, sorted
};

struct LinkedCorpus : ReadProtocols {
  Decisions decisions;
  std::vector<CouncilPair> pairs;  // protocols that were matched, sorted
  std::vector<WordingLink> links;  // of these; by a, then b; as decided
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
  std::uint32_t wording(std::uint32_t clause) const { return corpus.clauses[clause].wording; }
  // The clause whose sentence this one continues, as an item of its list.
  std::optional<std::uint32_t> lead_in(std::uint32_t clause) const {
    return corpus.clauses[clause].lead;
  }
  std::uint32_t protocol_of(std::uint32_t wording) const {
    return corpus.wordings[wording].protocol;
  }
  bool copies(std::uint32_t a, std::uint32_t b) const {
    return index.fingerprint[a] == index.fingerprint[b];
  }
  // The links of two protocols that were matched, as indices; null of those that were not.
  const std::vector<std::uint32_t>* links_of(std::uint32_t a, std::uint32_t b) const;
  bool matched(std::uint32_t a, std::uint32_t b) const { return links_of(a, b) != nullptr; }
  // The link of two wordings whose protocols were matched, or null.
  const WordingLink* link_between(std::uint32_t a, std::uint32_t b) const;

  // Calls use(counterpart, link of the wordings or null) for every counterpart of the clause in a
  // protocol that was matched with its own; null where both stand at one place of copies of one
  // text.
  template <typename Use>
  void counterparts(std::uint32_t clause, std::uint32_t protocol, const Use& use) const {
    const std::uint32_t own = corpus.clauses[clause].ref.protocol;
    if (own == protocol) return;
    const auto use_own = [&](std::uint32_t x, std::uint32_t y, const WordingLink* by) {
      if (x == clause) use(y, by);
    };
    if (copies(own, protocol)) twin(clause, protocol, use_own);
    for (const std::uint32_t i : index.links_of[wording(clause)])
      each_clause(links[i], own, protocol, use_own);
  }

  // Calls use(clause of a, clause of b, link or null) for all linked clauses of any two protocols.
  // Those that were not matched are matched now.
  template <typename Use>
  void each_linked(std::uint32_t a, std::uint32_t b, const Use& use) const {
    if (a == b) return;
    const auto [begin, end] = clauses(a);
    for (std::uint32_t x = begin; x < end && copies(a, b); ++x) twin(x, b, use);
    if (const auto* of_pair = links_of(a, b)) {
      for (const std::uint32_t i : *of_pair) each_clause(links[i], a, b, use);
    } else {
      for (const WordingLink& link : links_now(a, b)) each_clause(link, a, b, use);
    }
  }

 private:
  // The clause at the same place of a copy, unless people have decided about the two.
  template <typename Use>
  void twin(std::uint32_t clause, std::uint32_t copy, const Use& use) const {
    const std::uint32_t first = index.first_clause[corpus.clauses[clause].ref.protocol];
    const std::uint32_t other = index.first_clause[copy] + clause - first;
    if (decisions.of(wording(clause), wording(other)) == nullptr) use(clause, other, nullptr);
  }

  // The clauses that a link with one end in `a` joins to clauses of `b`. Of copies that is decided
  // by their places, whatever other clauses have their words.
  template <typename Use>
  void each_clause(const WordingLink& link, std::uint32_t a, std::uint32_t b,
                   const Use& use) const {
    const bool first = protocol_of(link.a) == a;
    const Wording& own = corpus.wordings[first ? link.a : link.b];
    const Wording& other = corpus.wordings[first ? link.b : link.a];
    if (other.protocol != b || (copies(a, b) && link.found_by != FoundBy::decision)) return;
    for (const std::uint32_t x : own.clauses) {
      for (const std::uint32_t y : other.clauses) use(x, y, &link);
    }
  }

  std::vector<WordingLink> links_now(std::uint32_t a, std::uint32_t b) const;
};

struct MatchOptions {
  const KeptPairs* earlier = nullptr;  // what need not be found again, if there is something
  Progress* progress = nullptr;        // told of each pair, if there is one
};

// Matches these pairs, sorted, and those of which people have decided. Runs on the calling thread's
// task arena. `registers` may be null.
LinkedCorpus match(ReadProtocols read, std::span<const passes::Protocol> protocols,
                   const syntax::Register* registers, std::vector<CouncilPair> pairs,
                   const MatchOptions& options = {});

// Reads the protocols and matches every two.
LinkedCorpus match(std::span<const passes::Protocol> protocols, const syntax::Register* registers);

}  // namespace concord::compare
