// The number that a block of words opens with.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "syntax/document.h"
#include "syntax/reporter.h"

namespace concord::syntax {

class LeadingNumbers {
 public:
  // `source`: the whole source text, to see how a number is spelt there. Both must outlive this.
  LeadingNumbers(std::string_view source, Reporter& reporter)
      : source_(source), reporter_(reporter) {}

  // Moves the number from the block's words, read as those of such a kind, to its number. Where a
  // list marker was its number already, one in the words is reported and stays there.
  void take(Block& block, BlockKind kind, bool has_marker);

  // Reports words that open like a number and are none.
  void report_number_like(const Block& block);

  // Reports the numbers of the next clauses within a clause's paragraph: at the head of a line, or
  // behind the end of a sentence.
  void report_run_together(const Block& block);

 private:
  Number number_of(const Prose& prose, BlockKind kind) const;
  bool stands_apart(const Prose& prose, const Number& number) const;
  bool has_neighbour(const Number& number) const;
  bool stands_below_letter(const Number& number) const;
  void remember_heading(std::string_view words, const Number& number);
  void remember(const Number& number);
  bool is_spelt(const Prose& prose, std::string_view label) const;
  void report_glued(const Block& block, const Number& number);
  void report_second_number(const Block& block, const Number& second);

  std::string_view source_;
  Reporter& reporter_;
  std::string division_;  // the letter of the last heading, "B" of "Annex B", or empty
  std::set<std::string, std::less<>>
      letters_;  // the lettered labels since the last number or heading
};

}  // namespace concord::syntax
