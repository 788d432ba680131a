// Two versions of one protocol for a text with tracked changes: both pages whole, and what became
// of each clause between them. Whoever accepts all changes has the later text, whoever rejects all
// the earlier one; nothing is folded here and nothing left out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "draft/revision.h"
#include "view/loans.h"
#include "view/model.h"

namespace concord::view {

struct TrackedChange {
  std::vector<std::string>
      before;  // the clauses' identifiers in the earlier page; none for a new one
  std::vector<std::string> after;  // in the later page; none for a deleted one
  bool moved = false;
  std::vector<draft::Piece> pieces;
  std::optional<draft::TableChange> table;
  std::string comment;  // what it does, and why; empty where neither is known
};

struct Tracked {
  Page before;
  Page after;
  std::vector<TrackedChange> changes;  // of every clause, unchanged ones too
  std::string headline;                // "12 changes: 3 strengthen a rule, …"
  std::string before_name;             // "adopted 15 May 2023, version 2.1"
  std::string after_name;
  std::string day;  // of the later version's adoption, else of the earlier's; else empty
};

// `revision` is that of the two; `as_of` as in view::protocol; the loans are the later version's.
Tracked tracked(const draft::Revision& revision, const passes::Protocol& before,
                const passes::Protocol& after, const std::string& as_of, const Loans& loans);

}  // namespace concord::view
