#include "compare/effects/decided.h"

#include <algorithm>

#include "compare/match/relation.h"

namespace concord::compare {
namespace {

using syntax::Verdict;

DivergenceType type_named(std::string_view name) {
  using enum DivergenceType;
  for (const DivergenceType type : {negation, modality, actor, scope, condition, threshold}) {
    if (name_of(type) == name) return type;
  }
  return scope;
}

std::string words_in(const std::string& text, syntax::Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

DecidedDifference found_by_nobody(const LinkedCorpus& linked, std::uint32_t a, std::uint32_t b,
                                  const WordingLink* found) {
  const Passage best = link(linked, a, b, found).segments.front();
  DecidedDifference made;
  made.difference.a_words = words_in(linked.text(a), best.a);
  made.difference.b_words = words_in(linked.text(b), best.b);
  return made;
}

}  // namespace

std::vector<DecidedDifference> decided_differences(const LinkedCorpus& linked, std::uint32_t a,
                                                   std::uint32_t b, const WordingLink* link) {
  const Decided* decided = linked.decisions.of(linked.representative(a), linked.representative(b));
  std::vector<DecidedDifference> all;
  if (decided != nullptr && decided->decision.verdict == Verdict::same) return all;
  for (Difference& each : differences(linked, a, b, link)) all.push_back({std::move(each), {}});
  if (decided == nullptr || decided->decision.verdict != Verdict::differs) return all;
  const DivergenceType type = type_named(decided->decision.kind);
  auto place = std::ranges::lower_bound(
      all, type, {}, [](const DecidedDifference& each) { return each.difference.type; });
  if (place == all.end() || place->difference.type != type) {
    place = all.insert(place, found_by_nobody(linked, a, b, link));
    place->difference.type = type;
  }
  place->because = decided->decision.because;
  return all;
}

}  // namespace concord::compare
