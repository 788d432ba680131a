// Where clauses were taken from: {from="leeds#4.7"}.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include "view/model.h"

namespace concord::view {

struct Lender {
  std::string words;  // "Leeds-style 4.7"; as `from` has it where its text has no page
  std::string href;   // from the borrower's page; empty where its text has no page
};

// By the clause's id.
using LendersByClause = std::map<std::string, Lender, std::less<>>;

// Of the page, which is written among those of the site: each version that a `from` may name.
LendersByClause lenders(const Page& page, std::span<const Page* const> site);

}  // namespace concord::view
