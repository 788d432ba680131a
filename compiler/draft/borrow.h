// A clause of another council's protocol, brought into one's own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "draft/rewriting.h"

namespace concord::draft {

struct Loan {
  const passes::Protocol& lender;
  ClauseId clause{};  // with its items and footnotes
  const passes::Protocol& borrower;
  ClauseId after{};  // behind what stands below it
};

// The borrower's clause that states what the lender's does, where there is one.
using Counterpart = std::function<std::optional<ClauseId>(ClauseId lenders)>;

struct Borrowed {
  Rewriting rewriting;               // of the borrower's text: what is put in, and nothing else
  std::vector<std::string> remarks;  // what to look at, a line each
};

// Puts the clause into the borrower's text as its lender wrote it, but for this: its number is left
// to the compiler ("#."); roles have the words that the borrower uses for them most; a reference
// out of the clause names the counterpart here, or is followed by a drafting note that says what it
// meant; footnotes have free labels, and their texts stand at the end; `from=` says where it comes
// from, with the day on which that text was adopted where it says so. Taking the clause and its
// footnotes out again gives the text back, to the byte.
//
// An obstacle where the clause is a heading or an item, or goes behind an item: what is borrowed is
// a paragraph among paragraphs. The texts of both must be in the reader's source map.
Borrowed borrow(const Reader& reader, const Loan& loan, const Counterpart& counterpart);

}  // namespace concord::draft
