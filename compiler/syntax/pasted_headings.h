// Headings among pasted lines, told by their numbers, their designations and their capitals.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "syntax/pasted_text.h"

namespace concord::syntax {

// "PART 2 – OFFICERS", "Schedule 1 Fees".
bool is_designation(std::string_view words);

class PastedHeadings {
 public:
  explicit PastedHeadings(const PastedText& text) : text_(text) {}

  // Of lines without a blank one between them, of which those that open a block say so.
  void find(const std::vector<Entry>& stretch);
  // A heading of Markdown's own.
  void note(const Entry& line);
  // What was last read is no heading, whatever follows.
  void drop() { candidate_.reset(); }
  // The text is at its end. All that were found are reported as one.
  void end();

 private:
  // A block that would be a heading, if what follows bears it out.
  struct Candidate {
    std::vector<Entry> lines;
    Number number;
    bool capitals = false;
  };

  void consider(const std::vector<Entry>& stretch, std::size_t i, std::size_t end);
  void settle(const Entry* next);
  void make(const Candidate& heading);
  void note_row(const Entry& line);
  void end_row();
  void report();

  const PastedText& text_;
  std::optional<Candidate> candidate_;
  std::vector<Entry> row_;
  int level_ = 2;
  std::size_t headings_ = 0;
  std::pair<std::size_t, std::size_t> first_;
  std::vector<diag::Fix> fixes_;
};

}  // namespace concord::syntax
