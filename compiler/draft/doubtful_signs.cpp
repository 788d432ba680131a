#include "draft/doubtful_signs.h"

#include <algorithm>

#include "language/sentences.h"
#include "language/words.h"

namespace concord::draft {
namespace {

using compare::Token;
using compare::TokenKind;
using compare::TokenText;
using language::slice;

constexpr std::size_t most_opening_words = 3;

// A comma, bracket or dash between two words; no hyphen, and no stop of an abbreviation.
bool parts(std::string_view gap) {
  return gap.find_first_of(",;:()[]") != gap.npos || gap.find("\u2013") != gap.npos ||
         gap.find("\u2014") != gap.npos || gap.find(" - ") != gap.npos;
}

// The gap behind a word of a text.
class Gap {
 public:
  Gap(const TokenText& text, std::size_t behind, const syntax::WordLists& lists)
      : text_(text), behind_(behind), lists_(lists) {}

  bool is_between_words() const { return behind_ + 1 < text_.tokens.size(); }
  bool parts() const { return draft::parts(signs(behind_)); }
  bool stops() const { return signs(behind_).find_first_of(".?!") != std::string_view::npos; }

  // The words beside it are the other gap's.
  bool is_beside_words_of(const Gap& other) const {
    return text_.tokens[behind_].form == other.text_.tokens[other.behind_].form &&
           next().form == other.next().form;
  }

  // The words beside it, with its signs.
  std::string words() const {
    return std::string(slice(text_.text, {text_.tokens[behind_].range.begin, next().range.end}));
  }

  // Before "and" or "or", behind another comma of the sentence: "papers, minutes, and notes".
  bool ends_series() const {
    if (!is_joining(next())) return false;
    for (std::size_t i = behind_; i > sentence_begin(); --i)
      if (signs(i - 1).find(',') != std::string_view::npos) return true;
    return false;
  }

  // Behind a word or two that open the sentence and name nobody and no case.
  bool follows_opening() const {
    const std::size_t begin = sentence_begin();
    if (behind_ + 1 - begin > most_opening_words || is_of_grammar(next())) return false;
    for (std::size_t i = begin; i <= behind_; ++i)
      if (is_of_grammar(text_.tokens[i]) || text_.tokens[i].kind == TokenKind::role) return false;
    return true;
  }

 private:
  const Token& next() const { return text_.tokens[behind_ + 1]; }

  std::string_view signs(std::size_t behind) const {
    return slice(text_.text,
                 {text_.tokens[behind].range.end, text_.tokens[behind + 1].range.begin});
  }

  bool is_joining(const Token& token) const { return lists_.joining_words.contains(token.surface); }

  // What binds, denies, joins, restricts or puts a case.
  bool is_of_grammar(const Token& token) const {
    const std::string_view word = token.surface;
    return !token.modal.empty() || token.kind == TokenKind::negator || is_joining(token) ||
           lists_.relatives.contains(word) || lists_.cases.contains(word) ||
           lists_.conditions.contains(word) || lists_.exceptions.contains(word);
  }

  std::size_t sentence_begin() const {
    const std::uint32_t begin =
        language::sentence_around(text_.text, text_.tokens[behind_].range.begin, lists_).begin;
    const auto first =
        std::ranges::find_if(text_.tokens, [&](const Token& t) { return t.range.begin >= begin; });
    return static_cast<std::size_t>(first - text_.tokens.begin());
  }

  const TokenText& text_;
  std::size_t behind_;
  const syntax::WordLists& lists_;
};

// How many words end before the place, or at it.
std::size_t words_before(const TokenText& text, std::uint32_t at) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text.tokens, [&](const Token& each) { return each.range.end <= at; }));
}

// The words are the same in both: of those in the stretch and the one before it, what stands behind
// each.
void add_signs(const TokenText& before, const TokenText& after, const Stretch& stretch,
               const syntax::WordLists& lists, std::vector<DoubtfulSign>& into) {
  const std::size_t last = words_before(before, stretch.before.end);
  std::size_t then = std::max<std::size_t>(words_before(before, stretch.before.begin), 1);
  std::size_t now = std::max<std::size_t>(words_before(after, stretch.after.begin), 1);
  for (; then <= last; ++then, ++now) {
    const Gap one(before, then - 1, lists);
    const Gap other(after, now - 1, lists);
    if (!one.is_between_words() || !other.is_between_words()) return;
    if (one.stops() || other.stops() || one.parts() == other.parts() ||
        !one.is_beside_words_of(other))
      continue;
    const Gap& with = one.parts() ? one : other;
    if (!with.ends_series() && !with.follows_opening())
      into.push_back({one.words(), other.words()});
  }
}

}  // namespace

std::vector<DoubtfulSign> doubtful_signs(const TokenText& before, const TokenText& after,
                                         std::span<const Stretch> stretches,
                                         const syntax::WordLists& lists) {
  std::vector<DoubtfulSign> found;
  for (const Stretch& each : stretches)
    if (!each.kept && each.layer == Layer::spelling) add_signs(before, after, each, lists, found);
  return found;
}

}  // namespace concord::draft
