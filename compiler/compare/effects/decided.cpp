#include "compare/effects/decided.h"

#include <algorithm>

#include "compare/match/relation.h"

namespace concord::compare {
namespace {

using syntax::Verdict;

DivergenceType type_named(std::string_view name) {
  using enum DivergenceType;
  for (const DivergenceType type :
       {negation, duty, actor, recipient, condition, exception, deadline, amount, class_}) {
    if (name_of(type) == name) return type;
  }
  return class_;
}

Quotation passage_of(const std::string& text, syntax::Range passage) {
  return {text, {0, static_cast<std::uint32_t>(text.size())}, {passage}};
}

DecidedDifference found_by_nobody(const LinkedCorpus& linked, std::uint32_t a, std::uint32_t b,
                                  const WordingLink* found) {
  const Passage best = link(linked, a, b, found).segments.front();
  DecidedDifference made;
  made.difference.a = passage_of(linked.text(a), best.a);
  made.difference.b = passage_of(linked.text(b), best.b);
  return made;
}

}  // namespace

std::vector<DecidedDifference> DecidedDifferences::between(std::uint32_t a, std::uint32_t b,
                                                           const WordingLink* link) const {
  const Decided* decided = linked_.decisions.of(linked_.wording(a), linked_.wording(b));
  std::vector<DecidedDifference> all;
  if (decided != nullptr && decided->decision.verdict == Verdict::same) return all;
  for (Difference& each : effects_.differences(a, b, link)) all.push_back({std::move(each), {}});
  if (decided == nullptr || decided->decision.verdict != Verdict::differs) return all;
  const DivergenceType type = type_named(decided->decision.kind);
  auto place = std::ranges::lower_bound(
      all, type, {}, [](const DecidedDifference& each) { return each.difference.type; });
  if (place == all.end() || place->difference.type != type) {
    place = all.insert(place, found_by_nobody(linked_, a, b, link));
    place->difference.type = type;
  }
  place->difference.certainty = Certainty::certain;
  place->difference.confidence = 1;
  place->because = decided->decision.because;
  return all;
}

}  // namespace concord::compare
