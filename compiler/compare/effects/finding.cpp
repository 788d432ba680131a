#include "compare/effects/finding.h"

#include <algorithm>
#include <cmath>

#include "compare/effects/acts.h"
#include "compare/effects/cues.h"
#include "compare/match/bearer.h"

namespace concord::compare {
namespace {

using language::Filler;
using language::Statement;
using Fillers = std::vector<Filler>;

bool has_number(const StatedClause& clause, const Fillers& fillers) {
  return std::ranges::any_of(fillers, [&](const Filler& filler) {
    return std::ranges::any_of(clause.of(filler),
                               [](const Token& token) { return token.kind == TokenKind::number; });
  });
}

Bearer bearer_side(const StatedClause& clause, const Statement& statement) {
  for (const Token& token : clause.of(statement.bearer)) {
    if (token.side == syntax::Side::member) return Bearer::member;
    if (token.side == syntax::Side::officer) return Bearer::officer;
  }
  return Bearer::none;
}

void weigh_pair(const StatedClause& a, const StatedClause& b, const StatementPair& pair,
                const Lexicon& lexicon, EvidenceVector& evidence) {
  const Statement& s = a.statements[pair.a];
  const Statement& t = b.statements[pair.b];
  evidence[Evidence::likeness] = pair.likeness;
  evidence[Evidence::aligned_best] = std::max(0.0, pair.lead);
  evidence[Evidence::one_way] = pair.mutual ? 0 : 1;
  evidence[Evidence::turned] = s.passive != t.passive ? 1 : 0;
  const Terms& verb = a.terms_of(s).predicate;
  const Terms& other_verb = b.terms_of(t).predicate;
  const bool verbs = !verb.empty() && !other_verb.empty();
  evidence[Evidence::same_predicate] = verbs && likeness(verb, other_verb) > 0.5 ? 1 : 0;
  const Terms& object = a.terms_of(s).object;
  const Terms& other_object = b.terms_of(t).object;
  evidence[Evidence::object_likeness] = object.empty() ? 0 : likeness(object, other_object);
  const Act act = common_act(a, s, b, t, lexicon);
  evidence[Evidence::one_act] = act.is_one(evidence[Evidence::recipient] > 0) ? 1 : 0;
  evidence[Evidence::stated_within] = !(act.verb && act.object) && act.within ? 1 : 0;
  evidence[Evidence::other_case] = s.conditions.empty() != t.conditions.empty() ? 1 : 0;
  const Cues cues(lexicon);
  const auto leaves_room = [&](const StatedClause& clause, const Statement& statement) {
    return std::ranges::any_of(clause.within(statement.range),
                               [&](const Token& token) { return cues.softens(token.surface); });
  };
  evidence[Evidence::room_left] = leaves_room(a, s) || leaves_room(b, t) ? 1 : 0;
  const auto bearers = Cues::persons(a.of(s.bearer));
  const auto other_bearers = Cues::persons(b.of(t.bearer));
  const bool apart =
      !bearers.empty() && !other_bearers.empty() && !cues.may_be_same(bearers, other_bearers);
  evidence[Evidence::other_bearer] = apart && evidence[Evidence::actor] == 0 ? 1 : 0;
  const Bearer one = bearer_side(a, s);
  const Bearer other = bearer_side(b, t);
  evidence[Evidence::same_bearer] = one != Bearer::none && one == other ? 1 : 0;
  evidence[Evidence::opposed_bearers] = opposed(one, other) ? 1 : 0;
}

}  // namespace

void weigh(const StatedClause& a, const StatedClause& b, const StatementPair* pair,
           const Lexicon& lexicon, Finding& finding) {
  EvidenceVector& evidence = finding.evidence;
  evidence[Evidence::always] = 1;
  evidence[kind_evidence(finding.type)] = 1;
  evidence[Evidence::whole_likeness] = likeness(a.words, b.words);
  if (pair != nullptr) weigh_pair(a, b, *pair, lexicon, evidence);
  const bool one_sided = finding.deciding[0].empty() || finding.deciding[1].empty();
  evidence[Evidence::one_sided] = one_sided ? 1 : 0;
  evidence[Evidence::one_sided_alike] = one_sided ? evidence[Evidence::likeness] : 0;
  const auto count = [](std::size_t n) { return std::log2(1 + static_cast<double>(n)); };
  evidence[Evidence::statements] = (count(a.statements.size()) + count(b.statements.size())) / 4;
  evidence[Evidence::length_gap] = std::abs(count(a.tokens.size()) - count(b.tokens.size())) / 4;
  const auto in_lead = [](const Fillers& fillers) {
    return std::ranges::any_of(fillers, &Filler::of_lead);
  };
  const bool lead = in_lead(finding.deciding[0]) || in_lead(finding.deciding[1]);
  evidence[Evidence::from_lead] = lead ? 1 : 0;
  const bool number = has_number(a, finding.deciding[0]) || has_number(b, finding.deciding[1]);
  evidence[Evidence::number] = number ? 1 : 0;
}

}  // namespace concord::compare
