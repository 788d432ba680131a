#include "language/statements/modal_clauses.h"

#include <algorithm>

#include "language/statements/arguments.h"
#include "language/statements/coordination.h"
#include "language/statements/norms.h"
#include "language/statements/persons.h"
#include "language/statements/subjects.h"

namespace concord::language {
namespace {

Statement opened(const Sentence& s, const Head& head) {
  Statement statement;
  statement.norm = head.norm;
  statement.future = head.future;
  statement.negative = head.negated;
  statement.modal = s.filler(head.words);
  return statement;
}

// "it is important that any dealings should observe": of the clause behind "that", its modal; the
// end for none before the next sign.
Place next_modal(const Sentence& s, WordSpan region) {
  for (Place at = region.begin; at < region.end; ++at) {
    if (at > region.begin && s.mark_before(at)) break;
    if (s.modal_at(s.tables().modals, at, region.end)) return at;
  }
  return region.end;
}

// "It is for [the Leader] to reply", "it is important that [members] …": the subject behind the
// head; takes it off the region, and the modal behind it.
WordSpan subject_behind(const Sentence& s, const Head& head, WordSpan& region, Statement& into) {
  const Place last = head.words.end - 1;
  WordSpan subject;
  if (names_person(s, region.begin) && s.is_any(last, {"that", "of", "for"})) {
    subject = {region.begin, person_end(s, region.begin, region.end)};
    region.begin = subject.end;
  } else if (s.is(last, "that")) {
    const Place modal = next_modal(s, region);
    if (modal < region.end) {
      subject = {region.begin, modal};
      region.begin = modal;
    }
  }
  if (const auto modal = s.modal_at(s.tables().modals, region.begin, region.end)) {
    if (modal->negated) deny(into);
    region.begin += modal->word_count;
  }
  return subject;
}

WordSpan without_adverbs(const Sentence& s, WordSpan subject) {
  while (!subject.empty() && s.is_listed_adverb(subject.end - 1) && !s.is_role(subject.end - 1))
    --subject.end;
  return subject;
}

// "The aim of this Protocol is to help" says what it is for; "their job is to help" binds.
bool is_purpose(const Sentence& s, const Head& head, WordSpan subject) {
  const bool is_to = head.words.end == head.words.begin + 2 && s.is_being(head.words.begin) &&
                     s.is(head.words.end - 1, "to");
  if (!is_to || subject.empty() || s.is_being(head.words.end)) return false;
  for (Place i = subject.begin; i < subject.end; ++i)
    if (s.is_of(s.lists().duty_nouns, i)) return false;
  return !names_person(s, subject.begin) && s.role_words(subject.end - 1) == 0;
}

// "This will help": foretells, and binds nobody.
bool is_about_future(const Sentence& s, const Statement& statement, WordSpan subject) {
  const bool person = names_person(s, subject.begin) || s.holds_role(subject);
  return statement.future && !subject.empty() && !person && !statement.negative &&
         !s.is_participle(subject.end + 2);
}

void inherit_bearer(const Sentence& s, const Head& head, const Statement& before, Statement& into) {
  if (s.is_relative(head.words.begin - 1)) {
    into.bearer = before.recipient.empty() ? before.object : before.recipient;
  } else {
    into.bearer = before.bearer;
    into.conditions = before.conditions;
  }
}

// "Members can expect from officers: respect": officers owe it to members.
Statement expected(const Sentence& s, OpenClause clause) {
  Statement& statement = clause.shared;
  Place at = clause.region.begin;
  const Place end = clause.region.end;
  if (s.is_any(at, {"from", "to"})) ++at;
  statement.recipient = s.filler(clause.subject);
  if (names_person(s, at)) {
    const Place behind = person_end(s, at, end);
    statement.bearer = s.filler({at, behind});
    at = behind;
  }
  if (s.is_any(at, {"for", "to", "that"})) ++at;
  if (at < end && (s.form_of(at) == VerbForm::base || s.is(at, "not"))) {
    statement.recipient = {};
    read_predicate(s, {}, {at, end}, statement);
  } else if (at < end) {
    statement.object = s.filler({at, end});
  }
  statement.range = s.filler({clause.begin, end}).range;
  return statement;
}

OpenClause open_clause(const Sentence& s, std::span<const Head> heads, std::size_t index) {
  const Head& head = heads[index];
  OpenClause clause;
  clause.shared = opened(s, head);
  clause.region = {head.words.end, clause_end(s, heads, index)};
  clause.subject =
      without_adverbs(s, head.bearer_behind ? subject_behind(s, head, clause.region, clause.shared)
                                            : subject_before(s, heads, index, clause.shared));
  clause.begin = clause.subject.empty() ? head.words.begin : clause.subject.begin;
  if (s.form_of(clause.region.begin) == VerbForm::gerund) clause.form = VerbForm::gerund;
  return clause;
}

// The statements of one head; `before`: of the one before it, the last, or null.
std::vector<Statement> modal_clause(const Sentence& s, std::span<const Head> heads,
                                    std::size_t index, const Statement* before) {
  const Head& head = heads[index];
  OpenClause clause = open_clause(s, heads, index);
  if (head.norm == Norm::expectation) return {expected(s, std::move(clause))};
  Statement& shared = clause.shared;
  set_bearer(s, clause.subject, shared);
  if (clause.subject.empty() && before != nullptr) inherit_bearer(s, head, *before, shared);
  if (is_about_future(s, shared, clause.subject) || is_purpose(s, head, clause.subject))
    shared.norm = Norm::fact;
  return conjuncts_of(s, clause);
}

}  // namespace

std::vector<Statement> modal_clauses(const Sentence& s, std::span<const Head> heads) {
  std::vector<Statement> all;
  for (std::size_t i = 0; i < heads.size(); ++i)
    std::ranges::move(modal_clause(s, heads, i, all.empty() ? nullptr : &all.back()),
                      std::back_inserter(all));
  return all;
}

}  // namespace concord::language
