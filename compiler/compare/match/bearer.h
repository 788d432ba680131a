// Whose duty a sentence states. What members may expect of officers is never what officers may
// expect of members, however alike the words.
#pragma once

#include <cstdint>
#include <span>

#include "compare/match/lexicon.h"

namespace concord::compare {

enum class Bearer : std::uint8_t { none, member, officer, both };

// Members against officers: never one provision.
constexpr bool opposed(Bearer a, Bearer b) {
  return (a == Bearer::member && b == Bearer::officer) ||
         (a == Bearer::officer && b == Bearer::member);
}

// Whose duty the sentence states: of "Members can expect from officers" the officers, else the
// subject's.
Bearer bearer_of(std::span<const Token> sentence, const syntax::WordLists& lists);

// True where the sentence lays down a duty near its head (must, shall, will, should, may, "can
// expect", "have a duty", "are responsible").
bool lays_duty(std::span<const Token> sentence, const syntax::WordLists& lists);

// True where the sentence speaks on of whom the one before it spoke ("They must …").
bool carries_on(std::span<const Token> sentence);

}  // namespace concord::compare
