// Conditions and exceptions that one side lacks.
//
// A cue that opens one ("unless", "only", "subject to") decides where it is residual: what is open
// to doubt is whether it opens anything ("be subject to" does not), and whether the other side
// states at all what it limits.
#include <algorithm>
#include <set>

#include "compare/effects/words/finders.h"

namespace concord::compare {

using language::Filler;
using language::Statement;

namespace {

constexpr std::size_t most_of_opener = 3;  // tokens: "other than", "with the exception of"

bool begins_any(const Fillers& fillers, std::uint32_t offset) {
  return std::ranges::any_of(
      fillers, [&](const Filler& each) { return !each.of_lead && each.range.begin == offset; });
}

// Where the reading of statements finds a condition or an exception to begin.
bool in_limit(const AlignedClauses& clauses, Side side, std::size_t at) {
  const std::uint32_t offset = clauses.text(side)[at].range.begin;
  const Statement* statement = clauses.statement_at(side, at);
  return statement != nullptr &&
         (begins_any(statement->conditions, offset) || begins_any(statement->exceptions, offset));
}

bool opens_limit(const AlignedClauses& clauses, Side side, const Run& run, std::size_t at,
                 bool other_puts_case) {
  const AlignedText& text = clauses.text(side);
  const std::string_view word = text.word(at);
  if (clauses.cues().is_exception(text, at)) return word != "long" || run.insertion;
  if (word == "if") return run.insertion && !other_puts_case;
  if (word == "without") return run.insertion || clauses.cues().opens_leave(text, at);
  return clauses.cues().is_condition(word) || in_limit(clauses, side, at);
}

// Where the side opens a limit that the other lacks.
Places limiting(const AlignedClauses& clauses, Side side) {
  const auto puts_case = [&](const AlignedText& text, std::size_t at) {
    return clauses.cues().puts_case(text.word(at));
  };
  const bool other_puts_case = !residual_tokens(clauses.other(side), puts_case).empty();
  Places found;
  for (const Run& run : clauses.text(side).runs)
    for (std::size_t at = run.begin; at < run.end; ++at)
      if (opens_limit(clauses, side, run, at, other_puts_case)) found.push_back(at);
  return found;
}

bool excepts(const AlignedClauses& clauses, Side side, const Places& places) {
  const AlignedText& text = clauses.text(side);
  return std::ranges::any_of(places, [&](std::size_t at) {
    if (clauses.cues().is_exception(text, at)) {
      const std::string_view word = text.word(at);
      return word != "provided" && word != "subject" && word != "long";
    }
    const Statement* statement = clauses.statement_at(side, at);
    return statement != nullptr && begins_any(statement->exceptions, text[at].range.begin);
  });
}

std::set<std::string_view> surfaces(const AlignedText& text, const Places& places) {
  std::set<std::string_view> found;
  for (const std::size_t place : places) found.insert(text.word(place));
  return found;
}

// "lawfully"
bool is_one_word(const AlignedClauses& clauses, Side side, const Fillers& deciding) {
  return deciding.size() == 1 && clauses.clause(side).of(deciding.front()).size() == 1;
}

// "other than": the limit is left to what follows the clause.
bool opens_only(const AlignedText& text, const Places& places) {
  return !places.empty() && places.front() + most_of_opener >= text.size() &&
         text.governed(places.front()) >= text.size();
}

// The words of one side stand in a statement that none of the other side is aligned with, and whose
// verb the other side does not have.
bool stated_alone(const AlignedClauses& clauses, Side side, const Deciding& deciding) {
  if (clauses.pair_of(deciding) != nullptr) return false;
  const std::uint32_t begin = deciding[side].front().range.begin;
  const Statement* statement = clauses.clause(side).at(begin);
  // "assuming that the budget allows it": the limit's own verb.
  if (statement == nullptr || statement->predicate.range.begin >= begin) return false;
  const auto verb = clauses.clause(side).of(statement->predicate);
  return std::ranges::any_of(verb, [&](const Token& token) {
    return token.kind == TokenKind::word && !clauses.other(side).has_form(token.form);
  });
}

}  // namespace

std::optional<Finding> limit_of_words(AlignedClauses& clauses) {
  const Places a = limiting(clauses, 0);
  const Places b = limiting(clauses, 1);
  clauses.assign_to_conditions(0, a);
  clauses.assign_to_conditions(1, b);
  if (surfaces(clauses.text(0), a) == surfaces(clauses.text(1), b)) return {};
  const Deciding deciding{clauses.run_from(0, a), clauses.run_from(1, b)};
  // A limit on what the other side does not state at all is more text; one that says nothing stands
  // in the items to come.
  const bool one_sided = deciding[0].empty() || deciding[1].empty();
  const Side speaking = deciding[0].empty() ? 1 : 0;
  if (one_sided && stated_alone(clauses, speaking, deciding)) return {};
  if (opens_only(clauses.text(0), a) || opens_only(clauses.text(1), b)) return {};
  const bool exception = excepts(clauses, 0, a) || excepts(clauses, 1, b);
  Finding finding =
      clauses.finding(exception ? DivergenceType::exception : DivergenceType::condition, deciding);
  if (one_sided && is_one_word(clauses, speaking, deciding[speaking]))
    finding.evidence[Evidence::qualifier] = 1;
  return finding;
}

}  // namespace concord::compare
