#include "compare/effects/whole_clauses.h"

#include <algorithm>

#include "compare/effects/norm_strength.h"

namespace concord::compare {

using language::Filler;
using language::Norm;
using language::Statement;

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

std::size_t place_of(const StatedClause& clause, const Statement* statement) {
  return static_cast<std::size_t>(statement - clause.statements.data());
}

}  // namespace

WholeClauses::WholeClauses(const StatedClause& a, const StatedClause& b, const Lexicon& lexicon)
    : lexicon_(&lexicon), cues_(lexicon), sides_{read(a), read(b)} {}

WholeClauses::Side WholeClauses::read(const StatedClause& clause) const {
  Side side;
  side.clause = &clause;
  for (const Statement& statement : clause.statements) {
    read_norm(statement, side);
    read_limits(statement, side);
  }
  read_persons(side);
  return side;
}

void WholeClauses::read_norm(const Statement& statement, Side& side) const {
  const bool rule = is_plain_rule(*side.clause, statement, *lexicon_);
  if (statement.norm == Norm::fact && !rule) return;
  side.norms.insert(strength(rule ? Norm::duty : statement.norm));
  const Filler& words = statement.modal.empty() ? statement.predicate : statement.modal;
  if (!words.empty()) side.norm_words.push_back({&statement, words});
}

void WholeClauses::read_limits(const Statement& statement, Side& side) const {
  for (const auto* all : {&statement.conditions, &statement.exceptions})
    for (const Filler& each : *all) side.limits.push_back({&statement, each});
  for (const auto* all : {&statement.deadlines, &statement.amounts})
    for (const Filler& each : *all) {
      const std::size_t before = side.numbers.size();
      for (const Token& token : side.clause->of(each)) {
        const bool measures = token.kind == TokenKind::number ||
                              lexicon_->lists().time_units.contains(token.surface) ||
                              lexicon_->lists().degrees.contains(token.surface);
        if (measures) side.numbers.insert(token.form);
      }
      if (side.numbers.size() > before) side.measures.push_back({&statement, each});
    }
}

void WholeClauses::read_persons(Side& side) const {
  for (const Token& token : Cues::persons(side.clause->tokens)) {
    if (cues_.is_general_actor(cues_.actor(token))) continue;
    side.persons.push_back(token);
    side.person_words.push_back({side.clause->at(token.range.begin), {token.range, false}});
  }
}

bool WholeClauses::share_person() const {
  return std::ranges::any_of(sides_[0].persons, [&](const Token& one) {
    return std::ranges::any_of(sides_[1].persons,
                               [&](const Token& other) { return cues_.may_be_one(one, other); });
  });
}

double WholeClauses::apart(DivergenceType type) const {
  const auto& [a, b] = sides_;
  switch (kind_at_large(type)) {
    case DivergenceType::duty:
      return a.norms.empty() || b.norms.empty() || share_any(a.norms, b.norms) ? 0 : 1;
    case DivergenceType::actor:
      return how_far(!a.persons.empty(), !b.persons.empty(), share_person());
    case DivergenceType::condition:
      return how_far(!a.limits.empty(), !b.limits.empty(), true);
    case DivergenceType::deadline:
      return how_far(!a.numbers.empty(), !b.numbers.empty(), share_any(a.numbers, b.numbers));
    default:
      return 0;
  }
}

void WholeClauses::add(DivergenceType type, std::vector<Mention> Side::*mentions,
                       const std::vector<Finding>& known, std::vector<Finding>& into) const {
  const bool is_known = std::ranges::any_of(
      known, [&](const Finding& each) { return kind_at_large(each.type) == type; });
  if (is_known || apart(type) == 0) return;
  Finding finding;
  finding.type = type;
  finding.refused = true;
  StatementPair pair;
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
    const auto& all = sides_[side].*mentions;
    if (all.empty()) continue;
    finding.deciding[side] = {all.front().words};
    finding.statements[side] = all.front().statement;
  }
  const auto& [s, t] = finding.statements;
  const auto& [a, b] = sides_;
  if (s != nullptr && t != nullptr) {
    pair = {place_of(*a.clause, s), place_of(*b.clause, t),
            likeness(*a.clause, *s, *b.clause, *t, *lexicon_), 0, false};
    weigh_norms(*a.clause, *s, *b.clause, *t, *lexicon_, finding.evidence);
  }
  weigh(*a.clause, *b.clause, s != nullptr && t != nullptr ? &pair : nullptr, *lexicon_, finding);
  finding.evidence[Evidence::of_whole_clauses] = 1;
  into.push_back(std::move(finding));
}

std::vector<Finding> WholeClauses::findings(const std::vector<Finding>& known) const {
  std::vector<Finding> found;
  add(DivergenceType::duty, &Side::norm_words, known, found);
  add(DivergenceType::actor, &Side::person_words, known, found);
  add(DivergenceType::condition, &Side::limits, known, found);
  add(DivergenceType::deadline, &Side::measures, known, found);
  return found;
}

}  // namespace concord::compare
