#include "language/cited_numbers.h"

#include <algorithm>
#include <array>
#include <string>

#include "source/characters.h"

namespace concord::language {
namespace {

constexpr std::array<std::string_view, 3> joiners = {"and", "or", "to"};

// "5", "3A", "b": what a label is made of.
bool is_label(std::string_view word) {
  return source::is_digit(word.front()) || word.size() == 1;
}

// A sign between two words that ends a list of places.
bool parts(std::string_view gap) {
  return gap.find_first_of(";:") != std::string_view::npos ||
         gap.find(". ") != std::string_view::npos;
}

// The noun, of one word or two, ends before the place.
bool cites(std::span<const Word> words, std::size_t at, const CitingNouns& nouns) {
  if (at == 0) return false;
  const std::string_view last = words[at - 1].folded;
  return nouns.contains(last) ||
         (at > 1 && nouns.contains(std::string(words[at - 2].folded).append(" ").append(last)));
}

// Where the label begins that the number is of: "5.3", "5(2)".
std::size_t label_begin(std::string_view text, std::span<const Word> words, std::size_t at) {
  const auto goes_on = [&](std::size_t i) {
    const std::string_view gap = between(text, words[i - 1], words[i]);
    return is_label(words[i - 1].folded) && (gap == "." || gap == "(" || gap == ")(");
  };
  while (at > 0 && goes_on(at)) --at;
  return at;
}

// The first of the places in the list that the one at the place is of.
std::size_t first_of_list(std::string_view text, std::span<const Word> words, std::size_t at) {
  const auto goes_on = [&](std::size_t i) {
    const std::string_view word = words[i - 1].folded;
    return (is_label(word) || is_among(word, joiners)) &&
           !parts(between(text, words[i - 1], words[i]));
  };
  while (at > 0 && goes_on(at)) --at;
  return at;
}

}  // namespace

bool is_cited(std::string_view text, std::span<const Word> words, std::size_t at,
              const CitingNouns& nouns, const syntax::WordLists& lists) {
  const std::size_t label = label_begin(text, words, at);
  if (cites(words, label, nouns)) return true;
  if (at + 1 < words.size() && lists.time_units.contains(words[at + 1].folded)) return false;
  const std::size_t first = first_of_list(text, words, label);
  return first < label && cites(words, first, nouns) &&
         words[first - 1].singular != words[first - 1].folded;
}

}  // namespace concord::language
