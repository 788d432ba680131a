// Footnotes rise by one through the text, from whatever number the first has: a protocol taken from
// a constitution may begin with 53.

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "diag/messages.h"
#include "passes/subject.h"
#include "passes/vocabulary.h"
#include "source/characters.h"

namespace concord::passes {
namespace {

using graph::Clause;
using source::is_digit;

std::optional<unsigned> number_of(std::string_view label) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  if (error != std::errc() || end != label.data() + label.size()) return std::nullopt;
  return number;
}

// Whether a number in square brackets behind the words is a paragraph's: "at [15]", "paras [3] and
// [4]".
bool leads_to_number(std::string_view before, const Vocabulary& vocabulary) {
  const Words words(before);
  if (words.empty()) return false;
  const Word& last = words[words.size() - 1];
  if (last.range.end == before.size() &&
      (last.folded == "at" || last.folded == "and" || last.folded == "see"))
    return true;
  const auto noun = vocabulary.citing_nouns().at(before, last.range.begin, {});
  return noun && noun->end == before.size() && noun->noun->noun == "paragraph";
}

// "[1]" from byte `at` on, where it can only be a printed mark: behind a word or a sentence, and
// not the number of a paragraph or a year.
std::optional<Range> printed_mark_at(std::string_view text, std::uint32_t at,
                                     const Vocabulary& vocabulary) {
  std::uint32_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  const bool mark = end > at + 1 && end - at <= 3 && end < text.size() && text[end] == ']';
  const std::string_view before = text.substr(0, text.substr(0, at).find_last_not_of(' ') + 1);
  if (!mark || before.empty() || leads_to_number(before, vocabulary)) return std::nullopt;
  const bool followed = end + 1 < text.size() && source::is_alnum(text[end + 1]);
  if (followed) return std::nullopt;
  return Range{at, end + 1};
}

// Superscript digits behind a word; not those of "m²".
std::optional<Range> raised_digits_at(std::string_view text, std::uint32_t at) {
  const auto is_raised = [&](std::uint32_t byte) {
    const std::string_view rest = text.substr(byte);
    for (const std::string_view digit : {"\xC2\xB9", "\xC2\xB2", "\xC2\xB3"})
      if (rest.starts_with(digit)) return std::uint32_t{2};
    const bool other = rest.size() >= 3 && rest.starts_with("\xE2\x81") &&
                       (rest[2] == '\xB0' || (rest[2] >= '\xB4' && rest[2] <= '\xB9'));
    return std::uint32_t{other ? 3U : 0U};
  };
  std::uint32_t end = at;
  while (const std::uint32_t length = is_raised(end)) end += length;
  if (end == at) return std::nullopt;
  const std::size_t word = text.substr(0, at).find_last_of(" (") + 1;  // 0 where there is none
  const std::string_view before = text.substr(word, at - word);
  const bool measure = before.size() <= 2 || (!before.empty() && is_digit(before.front()));
  if (before.empty() || measure) return std::nullopt;
  return Range{at, end};
}

// Marks that were printed with the text, and lead to no note here.
void check_printed_marks(const Subject& subject, const Clause& clause) {
  const std::string_view text = clause.words().text;
  const auto may_be_mark = [](char c) { return c == '[' || c == '\xC2' || c == '\xE2'; };
  for (std::uint32_t at = find_from(text, 0, may_be_mark); at < text.size();) {
    const auto mark = text[at] == '[' ? printed_mark_at(text, at, subject.vocabulary)
                                      : raised_digits_at(text, at);
    if (mark && !subject.is_closed(clause, *mark))
      subject.report(diag::Code::FN006, clause, *mark,
                     fmt::format(diag::FN006::not_a_mark, slice(text, *mark)));
    at = find_from(text, mark ? mark->end : at + 1, may_be_mark);
  }
}

}  // namespace

void check_footnotes(const Subject& subject) {
  std::map<std::string, const Clause*> notes;
  for (const Clause& clause : subject.graph.clauses)
    if (clause.kind == graph::Kind::footnote) {
      notes.emplace(clause.number.label, &clause);
      if (clause.words().empty() && clause.children.empty())
        subject.sink.report({diag::Code::FN005, subject.number_span(clause),
                             fmt::format(diag::FN005::no_words, clause.number.label)});
    }

  std::set<std::string> seen;
  std::optional<unsigned> last;
  for (const Clause& clause : subject.graph.clauses) {
    check_printed_marks(subject, clause);
    for (const syntax::Mark& mark : clause.words().marks) {
      if (mark.kind != syntax::MarkKind::footnote || !seen.insert(mark.target).second) continue;
      const auto number = number_of(mark.target);
      if (!number) continue;
      const auto note = notes.find(mark.target);
      const bool kept = accepted(clause) || (note != notes.end() && accepted(*note->second));
      if (last && *number != *last + 1 && !kept)
        subject.report(diag::Code::FN004, clause, mark.range,
                       fmt::format(diag::FN004::out_of_sequence, *number, *last));
      last = number;
    }
  }
}

}  // namespace concord::passes
