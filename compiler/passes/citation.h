// How prose cites a numbered place: "paragraph 3.1(e) above", "sections 4 to 6", "Appendix 14".
//
// Grammar only: what a citation means in a protocol is for references.cpp and instruments.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "passes/language.h"

namespace concord::passes {

enum class Unit : std::uint8_t {
  inner,  // paragraph, clause, section: a place of the text itself unless it says otherwise
  footnote,
  outer,  // article, appendix, schedule, part, …: a place of something larger unless it is here
};

struct CitedNumber {
  Range range;
  std::vector<std::string> parts;  // "3.1(e)" -> 3 1 e, as graph::parts_of
  bool relative = false;           // begins with a bracket: "(b)"
  bool through = false;            // with the next number, a range: "4 to"
};

enum class Direction : std::uint8_t { none, above, below };

struct Citation {
  Range range;       // from the noun to the last number
  std::string noun;  // "paragraph", singular, lower case
  bool plural = false;
  bool capital = false;  // "Article", not "article"
  Unit unit = Unit::inner;
  std::vector<CitedNumber> numbers;  // never empty
  Direction direction = Direction::none;
  Range direction_range;
  std::uint32_t end = 0;  // after the numbers and the direction
};

// The citation whose noun begins at byte `at` of the text, which begins a word there. The short
// forms of statutes ("s114", "ss 5 and 5A", "reg 3") are read where `statutory`, and only there.
std::optional<Citation> citation_at(std::string_view text, std::uint32_t at, bool statutory);

// A list of numbers alone, from byte `at`: for a citation behind its document ("Act 1989, s5").
// Without a noun there are no numbers; nothing where none stands there.
std::vector<CitedNumber> numbers_at(std::string_view text, std::uint32_t at, bool plural);

// Past spaces and no-break spaces.
std::uint32_t skip_spaces(std::string_view text, std::uint32_t at);

// The end of the lower-case word(s) at `at`, whatever their case in the text; nothing where others
// stand there or the last goes on.
std::optional<std::uint32_t> accept(std::string_view text, std::uint32_t at,
                                    std::string_view words);

}  // namespace concord::passes
