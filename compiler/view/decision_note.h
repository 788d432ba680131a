// What a person has decided about two clauses (register/links.yaml), as pages show it.
#pragma once

#include <string>

#include "syntax/provisions.h"

namespace concord::view {

struct DecisionNote {
  std::string a;  // "York 5.3"
  std::string b;
  syntax::Verdict verdict = syntax::Verdict::same;
  std::string kind;  // of the difference, in words; empty but for `differs`
  std::string by;    // whose decision it is, or empty
  std::string day;   // "28 November 2026", or empty
  std::string because;
  bool stale = false;  // words of a or b have changed since: it no longer counts

  friend bool operator==(const DecisionNote&, const DecisionNote&) = default;
};

}  // namespace concord::view
