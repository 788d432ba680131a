// Polarity: the same, stated by one side and denied by the other.
//
// Negators are counted (Chapman and others 2001 find them with their scopes): an odd number of
// residual ones turns the sense of a sentence round, an even number leaves it. A negator counts
// only where the other side has what it governs, so that a sentence on something else denies
// nothing.
#include <algorithm>

#include "compare/effects/words/finders.h"

namespace concord::compare {

using language::Statement;

namespace {

constexpr double same_statement = 0.95;  // likeness of what two statements say

// Nothing but the token says anything that the other side does not say: whatever it governs, it
// decides.
bool is_lone(const AlignedClauses& clauses, Side side, std::size_t at) {
  for (const Side each : both_sides)
    for (const Run& run : clauses.text(each).runs)
      for (std::size_t i = run.begin; i < run.end; ++i)
        if (clauses.text(each)[i].kind != TokenKind::function && (each != side || i != at))
          return false;
  return true;
}

// "need not": leave, no denial.
bool frees(const AlignedClauses& clauses, Side side, std::size_t at) {
  const Statement* statement = clauses.statement_at(side, at);
  return statement != nullptr && statement->norm == language::Norm::freedom;
}

// "not less than": no denial.
bool measures(const AlignedText& text, std::size_t at) {
  const std::string_view next = text.word(at + 1);
  return (next == "less" || next == "more" || next == "later" || next == "fewer") &&
         (text.word(at) == "not" || text.word(at) == "no");
}

Places negators(const AlignedClauses& clauses, Side side) {
  return residual_tokens(clauses.text(side), [&](const AlignedText& text, std::size_t at) {
    if (!is_negator(text, at) || measures(text, at)) return false;
    return is_lone(clauses, side, at) || (clauses.bears(side, at) && !frees(clauses, side, at));
  });
}

// Words added straight behind a modal.
bool is_behind_modal(const AlignedText& text, const Run& run) {
  return run.insertion && !run.condition && run.begin > 0 && is_modal_token(text, run.begin - 1);
}

// What is added behind a modal and denies what follows: "may under no circumstances".
Fillers denials(const AlignedText& text) {
  Fillers found;
  for (const Run& run : text.runs) {
    if (!is_behind_modal(text, run) || run.end - run.begin > most_of_denial) continue;
    bool denies = false;
    for (std::size_t i = run.begin; i < run.end; ++i) denies = denies || is_negator(text, i);
    if (denies) found.push_back({text.range(run.begin - 1, run.end), false});
  }
  return found;
}

// The negators of the first sentence that has an odd number of them.
Places of_odd_sentence(const AlignedText& text, const Places& places) {
  for (const std::size_t place : places) {
    Places own;
    for (const std::size_t each : places)
      if (text.sentence(each) == text.sentence(place)) own.push_back(each);
    if (own.size() % 2 == 1) return own;
  }
  return {};
}

bool same_parity(std::size_t a, std::size_t b) {
  return a % 2 == b % 2;
}

// "Members shall not:" denies what its items say.
bool denied_in_lead(const AlignedClauses& clauses, const StatementPair& pair) {
  const Statement& s = clauses.statement(0, pair);
  const Statement& t = clauses.statement(1, pair);
  return (s.continues || t.continues) && s.negative == t.negative;
}

// The residual negators that turn the sense round, of the text or of a sentence where the other
// side has none; or the words behind a modal that do.
struct Denial {
  Places a;
  Places b;
  Deciding words;
};

std::optional<Denial> denial(const AlignedClauses& clauses) {
  Denial found{negators(clauses, 0), negators(clauses, 1), {}};
  found.words = clauses.both_excerpts(found.a, found.b);
  if (!same_parity(found.a.size(), found.b.size())) return found;
  if (!found.a.empty() && !found.b.empty()) return {};
  found.a = of_odd_sentence(clauses.text(0), found.a);
  found.b = of_odd_sentence(clauses.text(1), found.b);
  if (!found.a.empty() || !found.b.empty()) {
    found.words = clauses.both_excerpts(found.a, found.b);
    return found;
  }
  found.words = {denials(clauses.text(0)), denials(clauses.text(1))};
  if (same_parity(found.words[0].size(), found.words[1].size())) return {};
  return found;
}

}  // namespace

std::optional<Finding> negation_of_words(const AlignedClauses& clauses) {
  auto found = denial(clauses);
  if (!found) return {};
  const auto& [a, b, words] = *found;
  const StatementPair* pair = clauses.pair_of(words);
  const bool alone = a.size() + b.size() == 1 &&
                     (a.empty() ? is_lone(clauses, 1, b[0]) : is_lone(clauses, 0, a[0]));
  if (!alone && pair != nullptr && denied_in_lead(clauses, *pair)) return {};
  Finding finding = clauses.finding(DivergenceType::negation, words);
  // Whatever else the sentence says: the same is stated and denied.
  if (pair != nullptr && pair->likeness >= same_statement)
    finding.evidence[Evidence::rest_identical] = 1;
  return finding;
}

}  // namespace concord::compare
