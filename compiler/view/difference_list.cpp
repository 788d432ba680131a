#include "view/difference_list.h"

#include <utility>

namespace concord::view {
namespace {

ListedStatement listed(const Compared& texts, compare::ClauseRef clause,
                       const compare::Quotation& statement) {
  return {texts.council(clause.protocol).name, texts.label(clause), statement.text,
          statement.words()};
}

}  // namespace

std::vector<ListedDifference> difference_list(const Compared& texts,
                                              std::span<const compare::CouncilPair> pairs) {
  std::vector<ListedDifference> list;
  for (const auto& [one, other] : pairs) {
    for (compare::Divergence& each : texts.comparison().divergences(one, other)) {
      list.push_back({each.certainty, each.type, listed(texts, each.a, each.a_statement),
                      listed(texts, each.b, each.b_statement), std::move(each.because)});
    }
  }
  return list;
}

}  // namespace concord::view
