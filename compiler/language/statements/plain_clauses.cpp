#include "language/statements/plain_clauses.h"

#include <algorithm>
#include <array>

#include "language/statements/coordination.h"
#include "language/statements/norms.h"
#include "language/statements/noun_phrases.h"
#include "language/statements/persons.h"
#include "language/statements/subjects.h"

namespace concord::language {
namespace {

std::vector<Statement> fact(const Sentence& s, Place verb) {
  Head head;
  head.words = {verb, verb};
  OpenClause clause;
  clause.subject = subject_before(s, std::array{head}, 0, clause.shared);
  set_bearer(s, clause.subject, clause.shared);
  const bool auxiliary = s.is_any(verb, {"does", "do"});
  clause.region = {auxiliary ? verb + 1 : verb, s.end()};
  if (s.form_of(clause.region.begin) == VerbForm::third) clause.form = VerbForm::third;
  clause.begin = clause.subject.empty() ? s.start() : clause.subject.begin;
  return conjuncts_of(s, clause);
}

// A finite verb stands behind the subject that begins at the place, before anything that ends its
// clause.
bool has_own_verb(const Sentence& s, Place subject, bool in_first) {
  for (Place i = subject + 1; i < s.end(); ++i) {
    const bool joins_other = s.is_conjunction(i) && !joins_subjects(s, i, in_first);
    if (s.is_subordinator(i) || s.is_relative(i) || joins_other || s.mark_before(i)) return false;
    if (is_finite(s, i)) return true;
  }
  return false;
}

// Where the next clause with a subject and a verb of its own begins, with its conjunction; the end
// for none.
Place next_fact(const Sentence& s, Place verb, bool in_first) {
  for (Place at = verb + 2; at + 2 < s.end(); ++at) {
    const bool joins = s.is_conjunction(at) || s.is_of(s.lists().contrasts, at);
    const bool subject = s.is_determiner(at + 1) || names_person(s, at + 1);
    if (joins && subject && has_own_verb(s, at + 1, in_first)) return at;
  }
  return s.end();
}

}  // namespace

std::vector<Statement> facts(const Sentence& s, Place verb, bool headless) {
  std::vector<Statement> all;
  Sentence rest = s;
  bool in_first = headless;
  while (verb < rest.end()) {
    const Place cut = next_fact(rest, verb, in_first);
    std::ranges::move(fact(rest.part(rest.start(), cut), verb), std::back_inserter(all));
    if (cut == s.end()) break;
    rest = rest.part(cut + 1, s.end());
    verb = finite_verb(rest);
    in_first = false;
  }
  return all;
}

bool is_imperative(const Sentence& s) {
  return s.form_of(s.start()) == VerbForm::base && !s.is_role(s.start());
}

std::vector<Statement> imperatives(const Sentence& s) {
  OpenClause clause;
  clause.shared.norm = Norm::duty;
  clause.region = {s.start(), s.end()};
  if (s.is_do_not(s.start())) {
    deny(clause.shared);
    clause.region.begin += 2;
  }
  clause.begin = s.words().begin;
  return conjuncts_of(s, clause);
}

}  // namespace concord::language
