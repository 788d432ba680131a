// Which of a kind are meant: "and" for "or", "senior officers" for "officers".
//
// Set relations in the sense of natural logic (MacCartney and Manning 2009): a quantifier or a
// modifier in the place of another widens or narrows the class. Told only where nothing else
// differs, and of a few words at one place: more is other text.
#include <algorithm>
#include <set>

#include "compare/effects/words/finders.h"

namespace concord::compare {

using language::Statement;

namespace {

bool joins_otherwise(std::string_view a, std::string_view b) {
  return (a == "and" && b == "or") || (a == "or" && b == "and");
}

// The tokens of the side whose meaning the other side has, in whatever words.
std::set<std::size_t> meant_by_other(const AlignedClauses& clauses, Side side) {
  const Lexicon& lexicon = clauses.lexicon();
  std::set<std::uint32_t> meant;
  for (const auto& meaning : lexicon.meanings(clauses.other(side).passage().tokens))
    meant.insert(meaning.group);
  std::set<std::size_t> found;
  for (const auto& meaning : lexicon.meanings(clauses.text(side).passage().tokens))
    if (meant.contains(meaning.group)) found.insert(meaning.token);
  return found;
}

bool in_predicate(const AlignedClauses& clauses, Side side, std::size_t at) {
  const Statement* statement = clauses.statement_at(side, at);
  return statement != nullptr && covers(statement->predicate, clauses.text(side)[at].range.begin);
}

// A word of content that no other kind of difference has.
bool is_plain(const Cues& cues, const AlignedText& text, std::size_t at) {
  const std::string_view word = text.word(at);
  return text[at].kind == TokenKind::word && !cues.is_threshold(text, at) &&
         !cues.is_exception(text, at) && !cues.is_condition(word) && !cues.is_light(word);
}

// Words that say which are meant, that the other side does not have.
Places classing(const AlignedClauses& clauses, Side side) {
  const std::set<std::size_t> meant = meant_by_other(clauses, side);
  const Cues& cues = clauses.cues();
  return residual_tokens(clauses.text(side), [&](const AlignedText& text, std::size_t at) {
    const std::string_view word = text.word(at);
    if (cues.is_partitive(word) || cues.selects(word)) return true;
    if (cues.names_part(word) || in_predicate(clauses, side, at)) return false;
    return is_plain(cues, text, at) && !meant.contains(at) &&
           !clauses.other(side).has_form(text[at].form);
  });
}

// One word that picks stands in the place of another ("some" for "all"), or the words pick out some
// of what the next one names ("senior officers"). A noun for a noun ("contact", "relationship") is
// another word for a thing as often as another thing.
bool modify(const AlignedClauses& clauses, Side side, const Places& places) {
  const AlignedText& text = clauses.text(side);
  const Run* run = clauses.run_at(side, places.back());
  const std::size_t next = places.back() + 1;
  if (run == nullptr || run->end != next) return false;
  const std::string_view word = text.word(places.back());
  const bool picks = clauses.cues().is_partitive(word) || clauses.cues().selects(word);
  if (picks && run->end == run->begin + 1) return true;
  const bool names =
      next < text.size() && (text[next].kind == TokenKind::word || is_role_token(text, next));
  return names && clauses.other(side).has_form(text[next].form);
}

}  // namespace

std::optional<Finding> joining_of_words(const AlignedClauses& clauses) {
  const AlignedText& a = clauses.text(0);
  const AlignedText& b = clauses.text(1);
  if (a.size() != b.size()) return {};
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!joins_otherwise(a.word(i), b.word(i))) continue;
    const Statement* statement = clauses.statement_at(0, i);
    if (statement == nullptr || statement->negative) continue;
    const bool acts = clauses.in_bearer(0, i);
    return clauses.finding(acts ? DivergenceType::actor : DivergenceType::class_,
                           {Fillers{{.range = a[i].range}}, Fillers{{.range = b[i].range}}});
  }
  return {};
}

std::optional<Finding> class_of_words(const AlignedClauses& clauses) {
  const Places a = classing(clauses, 0);
  const Places b = classing(clauses, 1);
  if (a.empty() || b.empty() || std::max(a.size(), b.size()) > most_of_class) return {};
  if (!modify(clauses, 0, a) || !modify(clauses, 1, b)) return {};
  Finding finding =
      clauses.finding(DivergenceType::class_, {clauses.run_from(0, a), clauses.run_from(1, b)});
  if (finding.evidence[Evidence::rest_identical] == 0) return {};
  return finding;
}

}  // namespace concord::compare
