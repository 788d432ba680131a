#include "language/statements/arguments.h"

#include "language/statements/adjuncts.h"
#include "language/statements/amounts.h"
#include "language/statements/norms.h"
#include "language/statements/persons.h"
#include "language/statements/verb_groups.h"

namespace concord::language {
namespace {

// Whether the verb, in whatever form, takes a person as its object: "advise", "informed".
bool tells(const Sentence& s, Place verb) {
  const syntax::WordSet& telling = s.lists().telling_verbs;
  const std::string_view word = s.word(verb);
  if (telling.contains(word)) return true;
  for (const std::size_t ending : {1U, 2U, 3U}) {
    if (word.size() <= ending + 2) break;
    const std::string stem(word.substr(0, word.size() - ending));
    if (telling.contains(stem) || telling.contains(stem + "e")) return true;
  }
  return false;
}

// "inform [the Chair] of any change": the recipient; gives what is left for the object.
WordSpan told_person(const Sentence& s, WordSpan region, Place end, Statement& into) {
  into.recipient = s.filler({region.begin, end});
  WordSpan object{end, region.end};
  const bool joined = s.is_particle(end) || s.is_any(end, {"to", "with"});
  if (!object.empty() && joined) ++object.begin;
  return object;
}

// The first person behind a preposition that opens one, or, of those behind "from", behind that.
WordSpan person_behind(const Sentence& s, WordSpan region, bool from) {
  for (Place i = region.begin; i + 1 < region.end; ++i) {
    if (!s.is_recipient_preposition(i) || s.is(i, "from") != from) continue;
    const Place named =
        names_person(s, i + 1) ? person_end(s, i + 1, region.end) : party_end(s, i + 1, region.end);
    if (named != i + 1 && !only_names_thing(s, named)) return {i + 1, named};
  }
  return {};
}

// "send a copy to [the Chair]": the recipient, if any; gives what is left for the object. "From
// staff to members" has the members.
WordSpan addressed_person(const Sentence& s, WordSpan region, Statement& into) {
  WordSpan person = person_behind(s, region, false);
  if (person.empty()) person = person_behind(s, region, true);
  if (person.empty()) return region;
  into.recipient = s.filler(person);
  return {region.begin, person.begin - 1};
}

// Finds to, with or for whom, and leaves the rest as object.
void read_complement(const Sentence& s, WordSpan region, Place verb, Statement& into) {
  const Place end = region.empty() ? region.begin : person_end(s, region.begin, region.end);
  const bool told = !region.empty() && tells(s, verb) && names_person(s, region.begin) &&
                    !only_names_thing(s, end);
  const WordSpan object =
      told ? told_person(s, region, end, into) : addressed_person(s, region, into);
  if (into.object.empty()) into.object = s.filler(object);
}

// "approved by [the Chief Executive]": the agent; gives what is left.
WordSpan agent_of(const Sentence& s, WordSpan region, Statement& into) {
  for (Place i = region.begin; i + 1 < region.end; ++i) {
    if (!s.is(i, "by") || !(names_person(s, i + 1) || s.is_determiner(i + 1))) continue;
    into.bearer = s.filler({i + 1, person_end(s, i + 1, region.end)});
    return {region.begin, i};
  }
  return region;
}

void read_passive(const Sentence& s, WordSpan subject, WordSpan region, Place verb,
                  Statement& into) {
  into.passive = true;
  into.bearer = {};
  const bool told = tells(s, verb) && names_person(s, subject.begin);
  (told ? into.recipient : into.object) = s.filler(subject);
  read_complement(s, agent_of(s, region, into), verb, into);
}

void read_verb(const Sentence& s, WordSpan main, Place verb, const std::vector<Adjunct>& adjuncts,
               Statement& into) {
  Place end = verbs_end(s, verb, main.end);
  into.predicate = s.filler({verb, end});
  if (s.is(end, "no") && end < main.end) deny(into);
  for (const Adjunct& each : adjuncts)
    if (each.words.begin == end && each.words.end < main.end) end = each.words.end;
  read_complement(s, {end, main.end}, verb, into);
}

// Behind a form of "be": a participle, a noun ("is the adviser to") or what else is said of the
// subject ("is accountable to").
void read_being(const Sentence& s, WordSpan subject, WordSpan main, Place verb, Statement& into) {
  VerbPlace next = verb_behind_adverbs(s, verb + 1, main.end);
  if (s.is(next.at, "been")) {
    const bool denied = next.denied;
    next = verb_behind_adverbs(s, next.at + 1, main.end);
    next.denied = next.denied != denied;
  }
  if (next.denied) deny(into);
  if (next.at >= main.end) return;
  if (s.is_determiner(next.at) && !s.is_participle(next.at)) {
    into.predicate = s.filler({verb, verb + 1});
    into.object = s.filler({next.at, main.end});
    return;
  }
  const Place end = verbs_end(s, next.at, main.end);
  into.predicate = s.filler({next.at, end});
  if (s.is_participle(next.at)) {
    read_passive(s, subject, {end, main.end}, next.at, into);
  } else {
    read_complement(s, {end, main.end}, next.at, into);
  }
}

}  // namespace

void read_predicate(const Sentence& s, WordSpan subject, WordSpan region, Statement& into) {
  const std::vector<Adjunct> adjuncts = adjuncts_in(s, region);
  add_adjuncts(s, adjuncts, into);
  add_amounts(s, region, adjuncts, into);
  const WordSpan main{region.begin, main_end(s, adjuncts, region)};
  const VerbPlace verb = verb_behind_adverbs(s, main.begin, main.end);
  if (verb.denied) deny(into);
  if (verb.at >= main.end) return;
  const bool being = s.is_being(verb.at) || (s.is(verb.at, "have") && s.is(verb.at + 1, "been"));
  if (being) {
    read_being(s, subject, main, verb.at, into);
  } else {
    read_verb(s, main, verb.at, adjuncts, into);
  }
}

}  // namespace concord::language
