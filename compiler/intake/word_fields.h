// Numbers that stand in the words as fields of Word: AUTONUM and its kin, and LISTNUM. Word keeps
// no result of theirs and counts each time (ECMA-376 Part 1, 17.16.5).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace concord::intake {

// The first word of a field's instruction: " REF _Ref101 \w \h " is a REF.
std::string_view kind_of_field(std::string_view instruction);

// The counters of one text, from its first paragraph to its last.
class FieldNumbers {
 public:
  // A paragraph begins. `outline`: the level of its heading from 0; 9 for body text.
  void begin_paragraph(int outline);

  // Counts the field and says what Word shows in its place. Nothing for fields of other kinds, and
  // for a LISTNUM of a list of the file's own, or of no level.
  std::optional<std::string> next(std::string_view instruction);

 private:
  static constexpr int levels = 10;
  using Counters = std::array<std::uint32_t, levels>;

  std::string automatic(std::string_view kind, std::string_view instruction);
  std::optional<std::string> of_list(std::string_view instruction);

  Counters automatic_{};
  std::map<std::string, Counters, std::less<>> lists_;  // by name
  int outline_ = levels - 1;
};

}  // namespace concord::intake
