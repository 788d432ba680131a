// Slips that a reader of proofs looks for: a day that the calendar does not have, a number that is
// one in words and another in figures, a word twice in a row.

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <span>
#include <utility>

#include "diag/messages.h"
#include "language/dates.h"
#include "language/numbers.h"
#include "passes/subject.h"
#include "source/characters.h"
#include "syntax/day.h"

namespace concord::passes {
namespace {

using graph::Clause;
using source::is_digit;

// A number and the words or bytes that it has.
struct Number {
  std::uint64_t value = 0;
  Range range;
  std::size_t first_word = 0;
  std::size_t end_word = 0;  // 0 for a number in figures
};

// "one hundred and fifty" from word `i` on.
std::optional<Number> in_words(std::string_view text, std::span<const Word> words, std::size_t i,
                               const syntax::WordLists& lists) {
  const auto number = language::spelled_number_at(text, words.subspan(i), lists);
  if (!number) return std::nullopt;
  const std::size_t end = i + number->word_count;
  return Number{number->value, {words[i].range.begin, words[end - 1].range.end}, i, end};
}

// "5,000", "£40" from byte `at` on; not "2.5", "3(1)" or "2024/25".
std::optional<Number> in_figures(std::string_view text, std::uint32_t at) {
  Number number;
  number.range.begin = at;
  for (const std::string_view sign : {"\xC2\xA3", "\xE2\x82\xAC", "$"})
    if (text.substr(at).starts_with(sign)) at += static_cast<std::uint32_t>(sign.size());
  const std::uint32_t begin = at;
  while (at < text.size() && number.value < 1'000'000'000'000) {
    const bool comma =
        text[at] == ',' && at > begin && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(text[at]) && !comma) break;
    if (!comma) number.value = 10 * number.value + static_cast<unsigned>(text[at] - '0');
    ++at;
  }
  if (at == begin) return std::nullopt;
  const bool more =
      at + 1 < text.size() && (text[at] == '.' || text[at] == '/') && is_digit(text[at + 1]);
  if (more) return std::nullopt;
  number.range.end = at;
  return number;
}

class Pass {
 public:
  explicit Pass(const Subject& subject) : subject_(subject) {}

  void run() {
    for (const Clause& clause : subject_.graph.clauses) {
      clause_ = &clause;
      text_ = clause.words().text;
      words_ = subject_.words_of(clause);
      cells_.clear();
      if (clause.table) cells_ = passages_of(clause);
      check_days();
      check_numbers();
      check_doubled();
    }
  }

 private:
  const syntax::WordLists& lists() const { return subject_.registers.lists; }

  void report(diag::Code code, Range range, std::string message) const {
    if (!subject_.is_closed(*clause_, range))
      subject_.report(code, *clause_, range, std::move(message));
  }

  // ---- MET009

  void check_days() const {
    std::uint32_t done = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::uint32_t at = words_[i].range.begin;
      if (at < done) continue;
      const auto day = language::day_at(text_, words_, i, lists());
      if (!day) continue;
      done = at + static_cast<std::uint32_t>(day->length);
      check_day(*day, {at, done}, i);
    }
  }

  void check_day(const syntax::Day& day, Range range, std::size_t word) const {
    const std::string_view printed = slice(text_, range);
    if (!day.exists()) {
      report(diag::Code::MET009, range, fmt::format(diag::MET009::no_such_day, printed));
      return;
    }
    if (day.year == 0 || word == 0) return;
    const Word& before = words_[word - 1];
    const std::string_view weekday = syntax::weekday_at(text_.substr(before.range.begin));
    const std::string_view gap = between(text_, before, words_[word]);
    if (weekday.empty() || weekday == day.weekday() || (gap != " " && gap != ", ")) return;
    report(diag::Code::MET009, {before.range.begin, range.end},
           fmt::format(diag::MET009::other_weekday, printed, day.weekday(), weekday));
  }

  // ---- MET010

  void check_numbers() const {
    for (auto open = text_.find('('); open != std::string_view::npos;
         open = text_.find('(', open + 1)) {
      const auto close = text_.substr(0, open + 60).find(')', open);
      if (close != std::string_view::npos)
        check_bracket({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close)});
    }
  }

  // "ten (15) days" and "£50 (forty pounds)": a number before the bracket and another in it.
  void check_bracket(Range bracket) const {
    const std::size_t next = word_from(words_, bracket.begin);
    const std::uint32_t inside = skip_spaces_from(bracket.begin + 1);
    std::optional<Number> before = words_before(bracket.begin, next);
    std::optional<Number> in_brackets;
    if (before) {
      in_brackets = in_figures(text_, inside);
      const bool money = in_brackets && !is_digit(text_[in_brackets->range.begin]);
      if (!touches(before->range.end, bracket.begin) && !money) return;
    } else {
      before = figures_before(bracket.begin);
      if (before && next < words_.size() && words_[next].range.begin == inside)
        in_brackets = in_words(text_, words_, next, lists());
    }
    if (!before || !in_brackets || before->value == in_brackets->value) return;
    if (!is_repetition({in_brackets->range.end, bracket.end})) return;
    report(diag::Code::MET010, {before->range.begin, bracket.end + 1},
           fmt::format(diag::MET010::differ, slice(text_, before->range),
                       slice(text_, in_brackets->range)));
  }

  std::uint32_t skip_spaces_from(std::uint32_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at;
  }

  bool touches(std::uint32_t end, std::uint32_t bracket) const {
    return text_.substr(end, bracket - end).find_first_not_of(' ') == std::string_view::npos;
  }

  // The number in words that ends before word `next`, at most two units before the bracket.
  std::optional<Number> words_before(std::uint32_t bracket, std::size_t next) const {
    std::size_t end = next;
    for (int skipped = 0;
         end > 0 && skipped < 2 && lists().counted_units.contains(words_[end - 1].singular);
         ++skipped)
      --end;
    std::size_t first = end;
    while (first > 0 && is_number_part(first - 1, end)) --first;
    while (first < end && words_[first].folded == "and") ++first;
    if (first == end) return std::nullopt;
    const auto number = in_words(text_, words_, first, lists());
    const bool whole = number && number->end_word == end && words_[end - 1].range.end <= bracket;
    return whole ? number : std::nullopt;
  }

  bool is_number_part(std::size_t i, std::size_t end) const {
    if (i + 1 < end && !joins(between(text_, words_[i], words_[i + 1]))) return false;
    return words_[i].folded == "and" || lists().number_words.contains(words_[i].folded);
  }

  std::optional<Number> figures_before(std::uint32_t bracket) const {
    std::uint32_t end = bracket;
    while (end > 0 && text_[end - 1] == ' ') --end;
    if (end > 0 && text_[end - 1] == '%') --end;
    std::uint32_t begin = end;
    while (begin > 0 && (is_digit(text_[begin - 1]) || text_[begin - 1] == ',')) --begin;
    if (begin == end ||
        (begin > 0 && std::string_view("./-").find(text_[begin - 1]) != std::string_view::npos))
      return std::nullopt;
    auto number = in_figures(text_, begin);
    if (number && text_.substr(0, begin).ends_with("\xC2\xA3")) number->range.begin -= 2;
    return number;
  }

  // Nothing follows the number in the bracket but what it counts.
  bool is_repetition(Range rest) const {
    const Words words(slice(text_, rest));
    return words.size() <= 3 && std::ranges::all_of(words, [&](const Word& word) {
             return lists().counted_units.contains(word.singular) ||
                    lists().counted_units.contains(word.folded);
           });
  }

  // ---- DUP002

  void check_doubled() const {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (words_[i].folded != words_[i - 1].folded || !is_slip(i)) continue;
      const std::uint32_t begin = words_[i - 1].range.begin;
      if (crosses_cells({begin, words_[i].range.end})) continue;
      const std::string_view word = words_[i].folded;
      while (i + 1 < words_.size() && words_[i + 1].folded == word) ++i;  // said once
      report(diag::Code::DUP002, {begin, words_[i].range.end},
             fmt::format(diag::DUP002::twice, word));
    }
  }

  bool is_slip(std::size_t i) const {
    const Word& word = words_[i];
    if (between(text_, words_[i - 1], word) != " " ||
        word.folded.size() + word.range.begin != word.range.end)
      return false;
    const bool letters = std::ranges::all_of(
        word.folded, [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
    // "Baden Baden" is a name; "The the" is not.
    const bool name = word.capital && words_[i - 1].capital && word.folded.size() > 3;
    const bool initial = word.folded.size() < 2 && word.folded != "a";
    if (!letters || initial || name) return false;
    if (word.folded == "in" || word.folded == "on" || word.folded == "is")
      return i < 2 || !lists().words_with_particles.contains(words_[i - 2].folded);
    if (word.folded != "that") return !lists().repeatable_words.contains(word.folded);
    return i + 1 < words_.size() && lists().words_after_that.contains(words_[i + 1].folded) &&
           between(text_, word, words_[i + 1]) == " ";
  }

  // Beside one another in a table stand words of two cells.
  bool crosses_cells(Range range) const {
    if (cells_.empty()) return false;
    const auto after = std::ranges::upper_bound(cells_, range.begin, {}, &Range::begin);
    return after == cells_.begin() || !within(range, *std::prev(after));
  }

  const Subject& subject_;
  const Clause* clause_ = nullptr;
  std::string_view text_;
  std::span<const Word> words_;
  std::vector<Range> cells_;  // of a table
};

}  // namespace

void check_slips(const Subject& subject) {
  Pass(subject).run();
}

}  // namespace concord::passes
