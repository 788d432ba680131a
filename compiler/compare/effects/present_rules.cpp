#include "compare/effects/present_rules.h"

#include "compare/effects/cues.h"
#include "compare/effects/norm_strength.h"

namespace concord::compare {

using language::Norm;
using language::Statement;

double PresentRules::share(std::uint32_t protocol) const {
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = known_.find(protocol); found != known_.end()) return found->second;
  }
  const double share = counted(protocol);
  const std::scoped_lock lock(mutex_);
  return known_.try_emplace(protocol, share).first->second;
}

double PresentRules::counted(std::uint32_t protocol) const {
  std::size_t present = 0;
  std::size_t all = 0;
  const auto [begin, end] = linked_.clauses(protocol);
  for (std::uint32_t i = begin; i < end; ++i) {
    const StatedClause& clause = clauses_.of(i);
    for (const Statement& each : clause.statements) {
      if (each.predicate.empty() || Cues::persons(clause.of(each.bearer)).empty()) continue;
      const bool rule = is_plain_rule(clause, each, linked_.lexicon);
      if (each.norm == Norm::fact && !rule) continue;
      ++all;
      if (rule) ++present;
    }
  }
  return all == 0 ? 0 : static_cast<double>(present) / static_cast<double>(all);
}

void PresentRules::weigh(std::uint32_t protocol_of_a, std::uint32_t protocol_of_b,
                         Finding& finding) const {
  const auto [s, t] = finding.statements;
  if (finding.type != DivergenceType::duty || s == nullptr || t == nullptr) return;
  if ((s->norm == Norm::fact) == (t->norm == Norm::fact)) return;
  const bool first = s->norm == Norm::fact;
  const double present = share(first ? protocol_of_a : protocol_of_b);
  const int other = strength((first ? t : s)->norm);
  if (other == strength(Norm::duty)) finding.evidence[Evidence::present_or_duty] = present;
  if (other == strength(Norm::advice)) finding.evidence[Evidence::present_or_advice] = present;
  if (other == strength(Norm::permission)) finding.evidence[Evidence::present_or_leave] = present;
}

}  // namespace concord::compare
