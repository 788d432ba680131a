// The number that a block of words opens with.
#pragma once

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

  // Reports lines of a clause's paragraph that open with the numbers of the next ones.
  void report_run_together(const Block& block);

 private:
  bool is_spelt(const Prose& prose, std::string_view label) const;
  void report_second_number(const Block& block, const Number& second);

  std::string_view source_;
  Reporter& reporter_;
};

}  // namespace concord::syntax
