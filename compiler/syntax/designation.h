// Headings that say by themselves what they number: "Article 13 – Review", "Part B", "Rule 4
// Votes".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concord::syntax {

struct Designation {
  std::string noun;          // "article", in small letters
  std::string number;        // "13", "B"; a number in words as digits: "Part Four" is 4
  std::uint32_t length = 0;  // how many bytes of the heading say so
  // False where only a space parts it from the title: "Rule 4 Votes" is headed so, and so is a
  // paper on "Section 151 Officers".
  bool set_apart = false;
};

// The designation that a heading's words open with, or nothing: "Part 3 of the Constitution" and
// "Rule 5 applies" speak of a place.
std::optional<Designation> designation_at_start(std::string_view heading);

// True where such a heading numbers what stands below it even with a mere space before its title:
// Acts have sections and directions under an article, and hardly a text is about a Schedule.
bool needs_no_sign(const Designation& designation);

}  // namespace concord::syntax
