// Where a number may stand.
//
// Lines of a printed text open with numbers that number nothing: a wrapped reference, a year, a
// page. A number counts only where it may follow: 2.4 after 2.3 or below 2.3.6, 3 after 2.9, (d)
// after (c), 1 after a lead-in. The alternative, to take whatever looks like a number, turns "14 of
// this Constitution" into a clause on the first page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/import_lists.h"
#include "syntax/number.h"

namespace concord::intake {

struct Label {
  syntax::Number number;   // none: there is no label
  std::size_t length = 0;  // of it, with what parts it from the words
  bool alone = false;      // nothing follows
};

// The number that the text opens with: "2.3", "(a)", "1.3Text", "4 –", "[2]".
Label label_at(std::string_view text);

// The number that the text is, or none.
syntax::Number whole_label(std::string_view text);

// The bullet at the head of the text, in bytes with the space behind it, or 0.
std::size_t bullet_length(std::string_view text);

// Headings beside their paragraphs, in a table of two columns: each row has a heading or nothing,
// then paragraphs whose numbers go on from row to row. The numbers of a table of data begin anew,
// if its cells have any.
struct SideRow {
  std::string heading;
  std::vector<std::string> paragraphs;  // each with its number
};
bool are_side_headings(const std::vector<SideRow>& rows, const syntax::ImportLists& lists);

// The text is a number, a bullet or a designation ("Section 3:"), and nothing else: what stands in
// a cell of its own before a paragraph.
bool is_lone_label(std::string_view text);

// What the reading of a scan makes of a bullet: a single letter or sign before the words. Only
// where it stands in a run is it one.
std::size_t misread_bullet_length(std::string_view text);

// How a number goes with those before it, the better the greater.
enum class Fit : std::uint8_t {
  none,
  far,    // of the same list, and some are missing or out of order
  again,  // the one before once more
  first,  // the first below another
  next,
};

// What stands before a number: words that announce a list, or others.
enum class Behind : std::uint8_t { words, lead_in };

class Sequence {
 public:
  Fit fit(const syntax::Number& number, Behind behind) const;

  struct Place {
    syntax::Number number;  // read as its place says: "(i)" as one or as the ninth letter
    bool item = false;      // of a list below a clause, else a clause or heading itself
    int depth = 0;          // of an item: how many numbered items it stands within
  };

  // Takes it as the last number.
  Place accept(const syntax::Number& number, Behind behind);

  // Words that end every list of items: a heading without a number.
  void leave_items() { items_.clear(); }
  // Numbers may begin with 1 again: a part, a schedule.
  void restart();

 private:
  struct Found {
    Fit fit = Fit::none;
    syntax::Number number;
    bool item = false;
    std::size_t level = 0;  // in items_ or sections_
  };

  Found find(const syntax::Number& number, Behind behind) const;
  Found find_item(const syntax::Number& reading, Behind behind) const;
  Found find_section(const syntax::Number& reading) const;
  Found find_decimal(const syntax::Number& number, Behind behind) const;
  bool numbers_section(const syntax::Number& number, Behind behind) const;
  Fit fit_path(const std::vector<std::uint32_t>& path) const;

  std::vector<std::uint32_t> cursor_;     // the last number of clauses: 2.3.5
  std::vector<std::uint32_t> above_;      // the last one above the lettered section that began
  std::uint32_t inserted_ = 0;            // the letter put in after it
  bool bracketed_sections_ = false;       // "2)" has numbered one
  std::vector<syntax::Number> items_;     // the last label of each list that is open
  std::vector<syntax::Number> sections_;  // the last of each kind of lettered section
};

}  // namespace concord::intake
