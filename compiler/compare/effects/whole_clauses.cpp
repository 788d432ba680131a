#include "compare/effects/whole_clauses.h"

#include <algorithm>

#include "compare/effects/norm_strength.h"

namespace concord::compare {

namespace {

constexpr double one_lacks = 0.5;

bool share_any(const auto& a, const auto& b) {
  return std::ranges::any_of(a, [&](const auto& each) { return b.contains(each); });
}

double how_far(bool one, bool other, bool shared) {
  if (!one && !other) return 0;
  if (one != other) return one_lacks;
  return shared ? 0 : 1;
}

template <typename Value>
double unshared(const std::set<Value>& a, const std::set<Value>& b) {
  const auto shared = std::ranges::count_if(a, [&](const Value& each) { return b.contains(each); });
  const auto all = static_cast<double>(a.size() + b.size());
  return all == 0 ? 0 : 1 - 2 * static_cast<double>(shared) / all;
}

// Kinds that readers take for one: who acts and to whom, when and unless, by when and how much.
DivergenceType kind_at_large(DivergenceType type) {
  switch (type) {
    case DivergenceType::recipient:
      return DivergenceType::actor;
    case DivergenceType::exception:
      return DivergenceType::condition;
    case DivergenceType::amount:
      return DivergenceType::deadline;
    default:
      return type;
  }
}

}  // namespace

WholeClauses::WholeClauses(const StatedClause& a, const StatedClause& b, const Lexicon& lexicon)
    : lexicon_(&lexicon), cues_(lexicon), clauses_{&a, &b} {}

double WholeClauses::apart(DivergenceType type) const {
  const ClauseAtLarge& a = side(0);
  const ClauseAtLarge& b = side(1);
  switch (kind_at_large(type)) {
    case DivergenceType::duty:
      return a.norms.empty() || b.norms.empty() || share_any(a.norms, b.norms) ? 0 : 1;
    case DivergenceType::actor:
      return how_far(!a.persons.empty(), !b.persons.empty(), cues_.may_share(a.persons, b.persons));
    case DivergenceType::condition:
      return how_far(!a.limits.empty(), !b.limits.empty(), true);
    case DivergenceType::deadline:
      return how_far(!a.numbers.empty(), !b.numbers.empty(), share_any(a.numbers, b.numbers));
    default:
      return 0;
  }
}

double WholeClauses::unlike(DivergenceType type) const {
  const ClauseAtLarge& a = side(0);
  const ClauseAtLarge& b = side(1);
  switch (kind_at_large(type)) {
    case DivergenceType::negation:
    case DivergenceType::duty:
      return unshared(a.norms, b.norms);
    case DivergenceType::actor:
      return cues_.unshared(a.persons, b.persons);
    case DivergenceType::condition:
      return 1 - likeness(a.limit_words, b.limit_words);
    case DivergenceType::deadline:
      return unshared(a.numbers, b.numbers);
    default:
      return 0;
  }
}

bool WholeClauses::apart(std::vector<Token> ClauseAtLarge::*place) const {
  const auto& a = side(0).*place;
  const auto& b = side(1).*place;
  return !a.empty() && !b.empty() && !cues_.share(a, b);
}

void WholeClauses::add(DivergenceType type, std::vector<Mention> ClauseAtLarge::*mentions,
                       const std::vector<Finding>& known, std::vector<Finding>& into) const {
  const bool is_known = std::ranges::any_of(
      known, [&](const Finding& each) { return kind_at_large(each.type) == type; });
  if (is_known || apart(type) == 0) return;
  Finding finding;
  finding.type = type;
  finding.refused = true;
  std::array<std::optional<std::size_t>, 2> places;
  for (const Side of : {Side{0}, Side{1}}) {
    const auto& all = side(of).*mentions;
    if (all.empty()) continue;
    finding.deciding[of] = {all.front().words};
    places[of] = all.front().statement;
    if (places[of]) finding.statements[of] = &clauses_[of]->statements[*places[of]];
  }
  weigh_statements(places, finding);
  finding.evidence[Evidence::of_whole_clauses] = 1;
  into.push_back(std::move(finding));
}

void WholeClauses::weigh_statements(const std::array<std::optional<std::size_t>, 2>& places,
                                    Finding& finding) const {
  const StatedClause& a = *clauses_[0];
  const StatedClause& b = *clauses_[1];
  if (!places[0] || !places[1]) return weigh(a, b, nullptr, *lexicon_, finding);
  const StatementPair pair{*places[0], *places[1],
                           likeness(a.terms[*places[0]], b.terms[*places[1]]), 0, false};
  weigh_norms(a, a.statements[pair.a], b, b.statements[pair.b], *lexicon_, finding.evidence);
  weigh(a, b, &pair, *lexicon_, finding);
}

std::vector<Finding> WholeClauses::findings(const std::vector<Finding>& known) const {
  std::vector<Finding> found;
  add(DivergenceType::duty, &ClauseAtLarge::norm_words, known, found);
  add(DivergenceType::actor, &ClauseAtLarge::person_words, known, found);
  add(DivergenceType::condition, &ClauseAtLarge::limits, known, found);
  add(DivergenceType::deadline, &ClauseAtLarge::measures, known, found);
  return found;
}

}  // namespace concord::compare
