#include "language/statements/lead_ins.h"

#include "language/statements/adjuncts.h"
#include "language/statements/amounts.h"
#include "language/statements/coordination.h"
#include "language/statements/norms.h"
#include "language/statements/persons.h"

namespace concord::language {
namespace {

// The lead-in's statement, each filler marked as of its text.
Statement inherited(const Statement& lead) {
  Statement statement = lead;
  statement.continues = true;
  for (Filler* each : {&statement.bearer, &statement.modal, &statement.predicate, &statement.object,
                       &statement.recipient})
    if (!each->empty()) each->of_lead = true;
  for (auto* all :
       {&statement.conditions, &statement.exceptions, &statement.deadlines, &statement.amounts})
    for (Filler& each : *all) each.of_lead = true;
  return statement;
}

// "timely response to enquiries": without the time said in front of it.
WordSpan behind_time(const Sentence& s, WordSpan item, const std::vector<Adjunct>& adjuncts) {
  for (const Adjunct& each : adjuncts) {
    const Place begin = s.is_determiner(item.begin) ? item.begin + 1 : item.begin;
    if (each.words.begin == begin && each.words.end < item.end) item.begin = each.words.end;
  }
  return item;
}

// "respect from officers": who owes what the lead-in lets somebody expect.
WordSpan without_owing(const Sentence& s, WordSpan item, Statement& into) {
  for (Place i = item.begin; i + 1 < item.end; ++i) {
    if (!s.is(i, "from") || !names_person(s, i + 1)) continue;
    const WordSpan bearer{i + 1, person_end(s, i + 1, item.end)};
    into.bearer = s.filler(bearer);
    if (bearer.end == item.end) item.end = i;
    break;
  }
  return item;
}

// An item that names what is owed: "respect and courtesy".
Statement owed(const Sentence& s, WordSpan item, Statement statement) {
  const std::vector<Adjunct> adjuncts = adjuncts_in(s, item);
  add_adjuncts(s, adjuncts, statement);
  add_amounts(s, item, adjuncts, statement);
  if (s.is_negation(item.begin)) deny(statement);
  WordSpan object = behind_time(s, {item.begin, main_end(s, adjuncts, item)}, adjuncts);
  if (statement.norm == Norm::expectation && statement.bearer.empty())
    object = without_owing(s, object, statement);
  statement.object = s.filler(object);
  statement.range = s.filler(s.words()).range;
  return statement;
}

}  // namespace

bool continues_lead_in(const Sentence& s, std::span<const Head> heads) {
  if (heads.empty()) return true;
  const bool verb = s.form_of(s.start()) == VerbForm::base || s.is_any(s.start(), {"not", "to"});
  return verb && s.start() != heads.front().words.begin;
}

bool continues_with_verb(const Sentence& s) {
  const Place opening = s.start();
  // "Respect, dignity", "support for", "training and development" are nouns.
  const Place next = opening + 1;
  if (s.mark_before(next) || s.is_conjunction(next) || s.is(next, "for")) return false;
  const auto form = s.form_of(opening);
  return (form == VerbForm::base || form == VerbForm::gerund || s.is_any(opening, {"not", "to"})) &&
         !s.is_role(opening);
}

std::vector<Statement> item_statements(const Sentence& s, const Statement& lead) {
  const Place begin = s.is_any(s.start(), {"to", "by"}) ? s.start() + 1 : s.start();
  OpenClause clause;
  clause.shared = inherited(lead);
  clause.region = {begin, s.end()};
  if (!continues_with_verb(s)) return {owed(s, clause.region, std::move(clause.shared))};
  Statement& shared = clause.shared;
  shared.predicate = shared.object = shared.recipient = {};
  if (s.form_of(begin) == VerbForm::gerund) clause.form = VerbForm::gerund;
  clause.begin = s.words().begin;
  return conjuncts_of(s, clause);
}

}  // namespace concord::language
