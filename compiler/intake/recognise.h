// What stands in a file -> a source protocol, and what was done on the way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/blocks.h"
#include "syntax/document.h"

namespace concord::intake {

// What the user knows better than the text.
struct Known {
  std::string id;
  std::string council;
};

struct Counts {
  std::size_t headings = 0;
  std::size_t clauses = 0;
  std::size_t items = 0;
  std::size_t quotations = 0;
  std::size_t tables = 0;
  std::size_t footnotes = 0;
};

// A repair, and where in the file it was made.
struct PlacedRepair {
  Place place;
  syntax::Repair repair;
};

struct Import {
  syntax::Document document;
  Counts recognised;
  std::vector<Removed> removed;
  std::vector<PlacedRepair> repaired;
  std::vector<Doubt> doubts;  // those of the reader included, by place
  std::size_t words_read = 0;
};

// The names of the rules by which recognise finds what stands in a text, in the order in which they
// are applied: "furniture", "line joining".
std::vector<std::string_view> rule_names();

// Never fails. Every word of the reading is in the document or in `removed`; where the program
// finds that it is not so, that is a doubt of its own (IMP014). The rule `without` is left out, to
// measure what it brings.
Import recognise(Reading reading, const Known& known, const ImportLists& lists,
                 std::string_view without = {});

// What stands for a council's name that the text does not say; `concord check` reports it.
inline constexpr const char* unknown_council = "[name of the council]";

}  // namespace concord::intake
