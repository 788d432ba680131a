#include "compare/match/bearer.h"

#include <algorithm>
#include <string_view>

namespace concord::compare {
namespace {

constexpr std::size_t head_length = 14;    // tokens in which a duty's modal stands
constexpr std::size_t expect_within = 6;   // "All Members can reasonably expect"
constexpr std::size_t look_within = 10;    // "Officers, for their part, are entitled to look to"
constexpr std::size_t looked_to = 4;       // "look to all the employees"
constexpr std::size_t adjacent_roles = 2;  // "Members and officers"

bool sided(const Token& token) {
  return token.kind == TokenKind::role &&
         (token.side == syntax::Side::member || token.side == syntax::Side::officer);
}

Bearer of_side(syntax::Side side) {
  return side == syntax::Side::member ? Bearer::member : Bearer::officer;
}

Bearer other(Bearer bearer) {
  return bearer == Bearer::member ? Bearer::officer : Bearer::member;
}

using Iterator = std::span<const Token>::iterator;

// "look to officers for": but how an issue will "look to the public" is nobody's duty.
bool looks_to(std::span<const Token> from, const syntax::WordLists& lists) {
  const std::size_t verb = opening_words(from, lists.relying_phrases);
  return verb > 0 &&
         std::ranges::any_of(from.subspan(verb, std::min(looked_to, from.size() - verb)), sided);
}

// Where the sentence says that somebody expects something; its end if nowhere.
Iterator expects(std::span<const Token> sentence, const syntax::WordLists& lists) {
  for (std::size_t i = 0; i < std::min(look_within, sentence.size()); ++i) {
    const bool expect = i < expect_within && sentence[i].surface == "expect";
    if (expect || looks_to(sentence.subspan(i), lists)) {
      return sentence.begin() + static_cast<std::ptrdiff_t>(i);
    }
  }
  return sentence.end();
}

// "X can expect from Y": Y; "X can expect that …": whoever X is not.
Bearer expected_of(std::span<const Token> sentence, Iterator expect) {
  const auto after = std::find_if(expect, sentence.end(), sided);
  if (after != sentence.end()) return of_side(after->side);
  const auto before = std::find_if(sentence.begin(), expect, sided);
  return before == expect ? Bearer::none : other(of_side(before->side));
}

bool is_predicate(const Token& token) {
  return token.kind == TokenKind::modal || token.surface == "is" || token.surface == "are" ||
         token.surface == "have" || token.surface == "has";
}

}  // namespace

Bearer bearer_of(std::span<const Token> sentence, const syntax::WordLists& lists) {
  const auto expect = expects(sentence, lists);
  if (expect != sentence.end()) return expected_of(sentence, expect);

  const auto predicate = std::find_if(sentence.begin(), sentence.end(), is_predicate);
  const auto first = std::find_if(sentence.begin(), sentence.end(), sided);
  if (first == sentence.end()) return Bearer::none;
  if (first >= predicate) {
    // "Neither should an officer raise …": the subject after its verb.
    const bool inverted = predicate - sentence.begin() < 2 && first - predicate < 3;
    return inverted || first - sentence.begin() < 3 ? of_side(first->side) : Bearer::none;
  }
  const auto second = std::find_if(first + 1, predicate, sided);
  const bool pair = second != predicate && second->side != first->side &&
                    static_cast<std::size_t>(second - first) <= adjacent_roles;
  return pair ? Bearer::both : of_side(first->side);
}

bool lays_duty(std::span<const Token> sentence, const syntax::WordLists& lists) {
  const auto head = sentence.first(std::min(head_length, sentence.size()));
  return std::ranges::any_of(
      head, [&](const Token& token) { return lists.duty_words.contains(token.surface); });
}

bool carries_on(std::span<const Token> sentence) {
  return !sentence.empty() &&
         (sentence.front().surface == "they" || sentence.front().surface == "he" ||
          sentence.front().surface == "she");
}

}  // namespace concord::compare
