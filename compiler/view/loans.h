// Clauses that were taken from other protocols, as a redline and the papers speak of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "passes/borrowing.h"
#include "passes/protocol.h"
#include "view/words.h"

namespace concord::view {

struct Loan {
  std::string council;   // "Leeds City Council"
  std::string place;     // "4.7"; where `from` names a version that is not the lender's present one
                         // "4.7 (adopted 15 May 2019)"
  std::string name;      // with the lender's short name: "Leeds 4.7"
  std::string standing;  // "unchanged there since", "changed there since"; empty where not known
};

// By what `from` says. What is not among the texts has none.
using Loans = std::map<std::string, Loan, std::less<>>;

// Of each `from` in the protocol, in the words of its language.
Loans loans(const passes::Protocol& borrower, const passes::Corpus& corpus);

// "Leeds 4.7, changed there since"; as `from` has it where it has no loan.
std::string lender_words(const Loans& loans, const std::string& from);

}  // namespace concord::view
