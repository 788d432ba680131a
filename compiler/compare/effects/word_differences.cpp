// Frames (what denies, obliges, acts, limits) read off the tokens of two aligned texts.
//
// The tokens of two passages are aligned, and what is residual on either side is sorted by kind and
// by the slot in which it stands: a residual modal is a change of force, a role among the bearers a
// change of actor, and so on. Of texts that are nearly the same this tells more than their slots
// do: which of two "must" became "may", and whether "and" became "or".
//
// Not every residual token decides. A sentence that the other side has nothing of is more text, not
// another effect of the same text. "not", a degree or a lone modal counts where the other side has
// what it governs: "not seek" against "seek", but not against a sentence on something else. A list
// item has its lead-in's actor and modal. And words of general use ("in order to", "the role of")
// tell no persons or things apart.
//
// Similarity never hides a difference: a pair that differs by one "not" is the most alike and the
// most important pair of a corpus.
#include "compare/effects/word_differences.h"

#include <algorithm>

#include "compare/effects/words/aligned_clauses.h"
#include "compare/effects/words/finders.h"

namespace concord::compare {

std::vector<Finding> word_differences(const StatedClause& of_a, const PassageText& a,
                                      const StatedClause& of_b, const PassageText& b,
                                      const std::vector<StatementPair>& pairs,
                                      const Lexicon& lexicon) {
  AlignedClauses clauses({&of_a, &of_b}, align_passages(a, b), pairs, lexicon);
  std::vector<Finding> found;
  const auto add = [&](std::optional<Finding> finding) {
    if (finding) found.push_back(std::move(*finding));
  };
  add(limit_of_words(clauses));
  add(negation_of_words(clauses));
  add(force_of_words(clauses));
  for (Finding& each : persons_of_words(clauses)) found.push_back(std::move(each));
  add(measure_of_words(clauses));
  add(joining_of_words(clauses));
  if (found.empty()) add(class_of_words(clauses));
  std::ranges::stable_sort(found, {}, &Finding::type);
  return found;
}

}  // namespace concord::compare
