// Deadlines and amounts: numbers, degrees and units that only one side has.
//
// Comparators are normalised before they are compared, as in quantity extraction (Roy and others
// 2015): "not less than", "or more" and "at least" set one bound.
#include <algorithm>
#include <set>

#include "compare/effects/words/finders.h"

namespace concord::compare {

using language::Filler;
using language::Statement;

namespace {

constexpr std::size_t reach_of_comparator = 3;  // tokens to its number
constexpr std::size_t reach_of_unit = 4;        // tokens, the number's among them

// "more" of "more than £50", "least" of "at least five".
bool compares(const AlignedClauses& clauses, const AlignedText& text, std::size_t at) {
  if (!clauses.cues().compares(text.word(at))) return false;
  const std::size_t begin = at < reach_of_comparator ? 0 : at - reach_of_comparator;
  for (std::size_t i = begin; i < std::min(at + reach_of_comparator + 1, text.size()); ++i)
    if (text[i].kind == TokenKind::number) return true;
  return false;
}

Places measures(const AlignedClauses& clauses, Side side) {
  return residual_tokens(clauses.text(side), [&](const AlignedText& text, std::size_t at) {
    return clauses.cues().is_threshold(text, at) || compares(clauses, text, at);
  });
}

// Those that measure what the other side has too.
Places governing_measures(const AlignedClauses& clauses, Side side) {
  Places places = measures(clauses, side);
  const AlignedText& text = clauses.text(side);
  std::erase_if(places, [&](std::size_t at) {
    return text[at].kind != TokenKind::number && !compares(clauses, text, at) &&
           !clauses.bears(side, at);
  });
  return places;
}

// What the token measures, in one spelling.
std::string sense_of(const AlignedText& text, std::size_t at) {
  const std::string_view word = text.word(at);
  const std::string_view before = text.word_before(at);
  const bool denied = before == "not" || before == "no";
  const bool more = word == "more" || word == "over";
  const bool less = word == "less" || word == "fewer";
  if (word == "least" || (before == "or" && more)) return "at least";
  if (word == "most" || (before == "or" && less)) return "at most";
  if (more) return denied ? "at most" : "above";
  if (less || word == "under") return denied ? "at least" : "below";
  return std::string(measure_of(text[at]));
}

std::set<std::string> senses(const AlignedText& text, const Places& places) {
  std::set<std::string> senses;
  for (const std::size_t place : places) senses.insert(sense_of(text, place));
  return senses;
}

bool is_time(const AlignedClauses& clauses, Side side, std::size_t at) {
  const AlignedText& text = clauses.text(side);
  const syntax::WordLists& lists = clauses.lexicon().lists();
  if (is_of_day(text[at])) return true;
  for (std::size_t i = at; i < std::min(at + reach_of_unit, text.size()); ++i)
    if (lists.time_units.contains(text.word(i)) || clauses.cues().names_month(text[i])) return true;
  const Statement* statement = clauses.statement_at(side, at);
  return statement != nullptr && std::ranges::any_of(statement->deadlines, [&](const Filler& each) {
           return covers(each, text[at].range.begin);
         });
}

bool any_time(const AlignedClauses& clauses, Side side, const Places& places) {
  return std::ranges::any_of(places, [&](std::size_t at) { return is_time(clauses, side, at); });
}

}  // namespace

std::optional<Finding> measure_of_words(const AlignedClauses& clauses) {
  Places a = measures(clauses, 0);
  Places b = measures(clauses, 1);
  // A degree against another: what they govern need not be the same word.
  if (a.empty() || b.empty()) {
    a = governing_measures(clauses, 0);
    b = governing_measures(clauses, 1);
  }
  if (senses(clauses.text(0), a) == senses(clauses.text(1), b)) return {};
  const bool time = any_time(clauses, 0, a) || any_time(clauses, 1, b);
  return clauses.finding(time ? DivergenceType::deadline : DivergenceType::amount,
                         clauses.both_excerpts(a, b));
}

}  // namespace concord::compare
