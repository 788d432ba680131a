// Where two clauses that state one provision differ in legal effect.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/comparison.h"
#include "compare/match/lexicon.h"

namespace concord::compare {

struct Difference {
  DivergenceType type = DivergenceType::scope;
  std::string a_words;
  std::string b_words;

  friend bool operator==(const Difference&, const Difference&) = default;
};

// A passage as the frames see it. Ranges are in `text`.
struct PassageText {
  std::string_view text;                     // of the whole clause
  std::span<const syntax::Range> sentences;  // of the whole clause
  std::span<const Token> tokens;             // of the passage
  std::span<const Token> lead;  // of the lead-in whose sentence it continues; empty for none
};

// How near the two passages are to one wording decides what may be said of them: of near ones every
// change is told, of distant ones only what their frames say plainly.
enum class Nearness : std::uint8_t { distant, related, near };

// The differences in effect between two passages that state one provision, by type; each type once,
// with the deciding words of both. Words for one role are no difference, whatever the title.
std::vector<Difference> differences(const PassageText& a, const PassageText& b, Nearness nearness,
                                    const Lexicon& lexicon);

}  // namespace concord::compare
