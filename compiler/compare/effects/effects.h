// effects/: where two linked clauses bind differently.
//
// In: two linked clauses. Out: differences, each of a kind (negation, duty, actor, recipient,
// condition, exception, deadline, amount, class) with the statements of both sides and the deciding
// words in them, and how sure that is.
//
//   stated_clause.h     a clause with its tokens and its statements (language/statements.h), their
//                       words (terms.h), and what it says as a whole (clause_at_large.h)
//   linked_clauses.h    those of a corpus, each read once
//   aligned_statements.h  which statements of the two state the same
//   slot_differences.h  what these differ in, slot by slot (norm_strength.h: how they bind)
//   whole_clauses.h     what clauses differ in whose statements are too far apart for that
//   finding.h           what may be a difference, with the evidence
//   acts.h              whether two statements speak of one act: else nothing is told of them
//   kinds.h             what a difference of each kind needs to be true
//   word_differences.h  of texts that are nearly word for word the same, what is left (residual.h)
//                       when their tokens are aligned, by the cues of an effect (cues.h)
//   confidence.h        what of all that is told: logistic regression over named evidence
//   own_words.h         whether two councils share little wording, so that more is possible
//   present_rules.h     whether a council states its rules in the present tense
//   word_diff.h         the alignment of tokens for a reader's eye
#pragma once

#include <cstdint>
#include <vector>

#include "compare/effects/linked_clauses.h"
#include "compare/effects/own_words.h"
#include "compare/effects/present_rules.h"
#include "compare/effects/slot_differences.h"
#include "compare/match/match.h"

namespace concord::compare {

struct Difference {
  DivergenceType type = DivergenceType::negation;
  Certainty certainty = Certainty::likely;
  double confidence = 0;  // 0 to 1
  EvidenceVector evidence;
  Quotation a;
  Quotation b;
};

// What may be differences, the surest of each type.
struct DifferenceCandidates {
  std::vector<Difference> of_words;  // that have what their kind needs; possible: below likely
  std::vector<Difference> of_kind;   // of all; each of them possible
};

// Of two texts that state one provision, the sentences of each given, what is at least likely: by
// type, each once. `near`: they are word for word the same, or nearly.
std::vector<Difference> differences(const StatedClause& a, const StatedClause& b, bool near,
                                    const Lexicon& lexicon);

// The differences of a linked corpus. May be asked by several threads at once.
class Effects {
 public:
  // The corpus must outlive it and stay where it is.
  explicit Effects(const LinkedCorpus& linked)
      : linked_(linked), clauses_(linked), own_words_(linked), present_rules_(linked, clauses_) {}

  // Of two linked clauses, as indices in the corpus: by type, each once, also what is only
  // possible. `link` is that of their wordings, or null where they share one.
  std::vector<Difference> differences(std::uint32_t a, std::uint32_t b,
                                      const WordingLink* link) const;

  // Also those that are too doubtful even to be possible: for tests/train.
  DifferenceCandidates candidates(std::uint32_t a, std::uint32_t b, const WordingLink* link) const;

  const StatedClauses& clauses() const { return clauses_; }
  const LinkedCorpus& linked() const { return linked_; }

 private:
  bool in_own_words(std::uint32_t a, std::uint32_t b) const;

  const LinkedCorpus& linked_;
  StatedClauses clauses_;
  OwnWords own_words_;
  PresentRules present_rules_;
};

}  // namespace concord::compare
