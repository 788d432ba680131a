// How prose cites a numbered place: "paragraph 3.1(e) above", "sections 4 to 6", "Appendix 14",
// "section 2.1 to section 2.3", "15.5 below"; in Welsh "paragraff 3.1(e) uchod".
//
// Grammar only: whose place is meant is for owner.cpp, what it is here for references.cpp, and what
// it is in an Act for instruments.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "passes/language.h"
#include "passes/vocabulary.h"

namespace concord::passes {

using Unit = syntax::CitedUnit;
using Forms = language::CitingNouns::Forms;

struct CitedNumber {
  Range range;                     // with its noun where that is said again: "section 2.3"
  Range printed;                   // the number alone
  std::vector<std::string> parts;  // "3.1(e)" -> 3 1 e, as graph::parts_of
  std::vector<std::string> spelt;  // the same in the letters of the text: "9P" -> 9P
  std::size_t decimals = 0;        // how many of the parts stand before the first bracket
  bool relative = false;           // begins with a bracket: "(b)"
  bool through = false;            // with the next number, a range: "4 to"
};

enum class Direction : std::uint8_t { none, above, below };

struct Citation {
  Range range;       // from the noun to the last number
  std::string noun;  // "paragraph", singular, lower case; empty for a number alone
  bool plural = false;
  bool capital = false;  // "Article", not "article"
  Unit unit = Unit::inner;
  std::uint32_t rank =
      0;  // of what holds what the larger number: a part 5, a section 3, a paragraph 2
  std::vector<CitedNumber> numbers;  // never empty
  Direction direction = Direction::none;
  Range direction_range;
  std::uint32_t end = 0;  // after the numbers and the direction
};

// Whether `inner` may stand in `outer` where it is named behind it: "Schedule 2, Part 1, paragraph
// 3".
bool is_smaller(const Citation& inner, const Citation& outer);

// The citation whose noun begins at byte `at` of the text, which begins a word there.
std::optional<Citation> citation_at(std::string_view text, std::uint32_t at,
                                    const Vocabulary& vocabulary, Forms forms);

// A number without a noun that says where it stands: "15.5 below". Only numbers of several parts:
// "5 below" counts something.
std::optional<Citation> bare_citation_at(std::string_view text, std::uint32_t at,
                                         const Vocabulary& vocabulary, Forms forms);

// A list of numbers alone, from byte `at`: for a citation behind its document ("Act 1989, s5").
// Without a noun there are no numbers; nothing where none stands there.
std::vector<CitedNumber> numbers_at(std::string_view text, std::uint32_t at,
                                    const Vocabulary& vocabulary);

// What stands in the brackets at `at`, where it is words and no number: the title that follows a
// cited number, "(interests)". Without the brackets.
std::optional<Range> title_at(std::string_view text, std::uint32_t at,
                              const Vocabulary& vocabulary);

}  // namespace concord::passes
