// Which clauses state a provision of their own.
#pragma once

#include <cstdint>
#include <span>

#include "compare/match/match.h"

namespace concord::compare {

// Clauses are indices in the corpus. Everything is borrowed.
class Stating {
 public:
  Stating(std::span<const passes::Protocol> protocols, const LinkedCorpus& linked)
      : protocols_(protocols), linked_(linked) {}

  // True for one sentence that says nothing without the list that follows ("Members can expect from
  // officers:").
  bool is_lead_in(std::uint32_t clause) const;

  // False for a lead-in; for words about the text itself (pointing.h); for a footnote and a table
  // that bind nobody; and for words that are no sentence and say of nobody that they do anything
  // ("Available on the internet").
  bool states(std::uint32_t clause) const;

 private:
  const graph::Clause& clause_of(std::uint32_t clause) const;

  std::span<const passes::Protocol> protocols_;
  const LinkedCorpus& linked_;
};

}  // namespace concord::compare
