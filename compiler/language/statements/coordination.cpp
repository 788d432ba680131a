#include "language/statements/coordination.h"

#include "language/statements/adjuncts.h"
#include "language/statements/arguments.h"
#include "language/statements/norms.h"
#include "language/statements/persons.h"
#include "language/statements/verb_groups.h"

namespace concord::language {
namespace {

bool is_before_verb(const Sentence& s, Place at) {
  return s.is_listed_adverb(at) || s.is_negation(at) || s.is(at, "to");
}

// Whether a verb of the form goes on behind the conjunction with an object of its own: "and provide
// any papers".
bool opens_verb_phrase(const Sentence& s, Place conjunction, Place end, VerbForm form) {
  if (!s.is_conjunction(conjunction)) return false;
  if (s.is_do_not(conjunction + 1) && form == VerbForm::base) return conjunction + 3 < end;
  Place verb = conjunction + 1;
  while (verb < end && is_before_verb(s, verb)) ++verb;
  const Place object = verb + 1;
  if (object >= end || s.is_role(verb) || s.form_of(verb) != form) return false;
  if (s.is(verb - 1, "to") && form == VerbForm::base) return true;
  return !s.mark_before(object) && (s.is_determiner(object) || names_person(s, object) ||
                                    s.is_of(s.lists().object_openers, object));
}

// Where the verb phrases begin, each but the first with its conjunction, and where the last one
// ends.
std::vector<Place> verb_phrases(const Sentence& s, WordSpan region, VerbForm form) {
  std::vector<Place> cuts = {region.begin};
  const std::vector<Adjunct> adjuncts = adjuncts_in(s, region);
  for (Place at = region.begin + 2; at < region.end; ++at) {
    const bool inside = covers(adjuncts, at) || only_verbs(s, {cuts.back(), at});
    if (!inside && opens_verb_phrase(s, at, region.end, form)) cuts.push_back(at);
  }
  cuts.push_back(region.end);
  return cuts;
}

// The statement of a verb phrase that begins with its conjunction. `denied`: the first one's verb
// is, by a negator behind the modal.
Statement next_conjunct(const Sentence& s, const OpenClause& clause, WordSpan phrase, bool denied) {
  Statement next = clause.shared;
  const bool turns = s.is_any(phrase.begin, {"but", "yet"});
  const bool negates = s.is_negation(phrase.begin + 1);
  if (denied && !turns && !negates) deny(next);
  if (next.negative && !denied && (turns || negates)) affirm(next);
  Place verb = phrase.begin + 1;
  if (s.is(verb, "to")) ++verb;
  const Place begin = verb;
  if (s.is_do_not(verb)) {
    deny(next);
    verb += 2;
  }
  read_predicate(s, clause.subject, {verb, phrase.end}, next);
  next.range = s.filler({begin, phrase.end}).range;
  return next;
}

}  // namespace

std::vector<Statement> conjuncts_of(const Sentence& s, const OpenClause& clause) {
  const std::vector<Place> cuts = verb_phrases(s, clause.region, clause.form);
  std::vector<Statement> all = {clause.shared};
  Statement& first = all.front();
  read_predicate(s, clause.subject, {clause.region.begin, cuts[1]}, first);
  first.range = s.filler({clause.begin, cuts[1]}).range;
  const bool denied = first.negative && !clause.shared.negative;
  for (std::size_t i = 1; i + 1 < cuts.size(); ++i)
    all.push_back(next_conjunct(s, clause, {cuts[i], cuts[i + 1]}, denied));
  return all;
}

}  // namespace concord::language
