#include "compare/effects/norm_strength.h"

#include <algorithm>

#include "compare/effects/cues.h"

namespace concord::compare {

using language::Norm;
using language::Statement;

namespace {

bool is_must(const Statement& statement) {
  return strength(statement.norm) == strength(Norm::duty) && !statement.future;
}
bool is_will(const Statement& statement) {
  return strength(statement.norm) == strength(Norm::duty) && statement.future;
}
bool is_should(const Statement& statement) {
  return strength(statement.norm) == strength(Norm::advice);
}

}  // namespace

int strength(Norm norm) {
  switch (norm) {
    case Norm::fact:
      return 0;
    case Norm::possibility:
      return 1;
    case Norm::permission:
    case Norm::freedom:
      return 2;
    case Norm::expectation:
      return 3;
    case Norm::advice:
    case Norm::advice_against:
      return 4;
    case Norm::duty:
    case Norm::prohibition:
      break;
  }
  return 5;
}

bool either(const Statement& s, const Statement& t, Norm norm) {
  return s.norm == norm || t.norm == norm;
}

bool is_to(const StatedClause& clause, const Statement& statement) {
  const language::Filler& modal = statement.modal;
  const std::string_view words =
      language::slice(modal.of_lead ? clause.lead : clause.text, modal.range);
  return words == "is to" || words == "are to";
}

bool is_plain_rule(const StatedClause& clause, const Statement& statement, const Lexicon& lexicon) {
  if (statement.norm != Norm::fact || statement.predicate.empty()) return false;
  const auto acts = [&](const Token& token) {
    return token.kind == TokenKind::word &&
           !lexicon.lists().finite_auxiliaries.contains(token.surface);
  };
  return !Cues::persons(clause.of(statement.bearer)).empty() &&
         std::ranges::any_of(clause.of(statement.predicate), acts);
}

void weigh_norms(const StatedClause& a, const Statement& s, const StatedClause& b,
                 const Statement& t, const Lexicon& lexicon, EvidenceVector& evidence) {
  const auto both = [&](auto one, auto other) {
    return (one(s) && other(t)) || (one(t) && other(s)) ? 1.0 : 0.0;
  };
  const bool fact = either(s, t, Norm::fact);
  const bool expectation = either(s, t, Norm::expectation);
  const bool possible = either(s, t, Norm::possibility);
  const bool leave = either(s, t, Norm::permission) || either(s, t, Norm::freedom);
  evidence[Evidence::fact_or_norm] = fact ? 1 : 0;
  const bool rule = is_plain_rule(a, s, lexicon) || is_plain_rule(b, t, lexicon);
  evidence[Evidence::plain_rule] = rule && strength(s.norm) != strength(t.norm) ? 1 : 0;
  evidence[Evidence::expectation_or_norm] = expectation && !fact ? 1 : 0;
  evidence[Evidence::possible_or_other] = possible && !fact ? 1 : 0;
  evidence[Evidence::may_or_other] = leave && !fact && !expectation && !possible ? 1 : 0;
  evidence[Evidence::will_or_must] = both(is_will, is_must);
  evidence[Evidence::will_or_should] = both(is_will, is_should);
  evidence[Evidence::should_or_must] = both(is_should, is_must);
}

}  // namespace concord::compare
