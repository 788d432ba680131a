// What a redline shows: a summary that a councillor understands, then the later text in its order
// with what was done to it. What did not change is folded; a clause that went stands where it
// stood; a footnote stands below the clause with its mark.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/revision.h"
#include "view/loans.h"
#include "view/model.h"

namespace concord::view {

struct RedlineOptions {
  bool effects_only = false;  // not what surely changes none: housekeeping, numbers and places
  bool numbering = true;      // marks for another number, and clauses with nothing else
  Loans loans = {};           // of the later version
};

struct RedlineVersion {
  std::string status;
  std::optional<Date> date;  // of adoption
  std::string version;       // as the front matter numbers it
  std::string name;          // "adopted 15 May 2023, version 2.1", "draft"
};

RedlineVersion version_named(const syntax::Metadata& metadata, const std::string& language);

struct RedlineEffect {
  draft::EffectKind kind = draft::EffectKind::modality;
  std::string says;  // "Stronger rule"; of a definition all: "Defines “Act”: used in 3 clauses"
  std::string before;  // the words that decide; empty where the other side adds them
  std::string after;
};

RedlineEffect redline_effect(const draft::Effect& effect, const Words& words);

// A clause of the redline, or several that came from one or became one.
struct RedlineClause {
  std::size_t change = 0;     // counted from 1; 0 for what did not change, or its number alone
  std::size_t place = 0;      // of the change in Revision::changes()
  std::string id;             // fragment identifier in the later version; in the earlier if it went
  std::string label;          // "5.4", "5.3 → 5.4"
  std::string number_before;  // as printed; the same in both where it is not told
  std::string number_after;
  draft::ChangeClass kind = draft::ChangeClass::none;
  std::string fate;                // "unchanged", "moved and reworded": draft::fate
  std::vector<std::string> marks;  // "moved from 7.2", "wording changed"
  std::vector<RedlineEffect> effects;
  int heading_level = 0;  // 2 to 6; 0 for what is no heading
  int depth = 0;          // how deep a list's item stands, from 0
  bool footnote = false;
  std::vector<draft::Piece> pieces;
  std::optional<draft::TableChange> table;
};

// Where a clause stood that moved elsewhere.
struct RedlineGap {
  std::string label;       // "7.2"
  std::string now;         // "7.5"
  std::size_t change = 0;  // of the clause
};

// One of the three.
struct RedlinePart {
  std::optional<RedlineClause> clause;
  std::optional<RedlineGap> gap;
  std::vector<RedlineClause> folded;
};

// Pages of a site that the redline is a part of, as addresses from its own.
struct RedlineWays {
  std::string timeline;
  std::string before;  // the text of either version
  std::string after;
};

struct Redline {
  std::string id;  // the protocol's
  std::string council;
  std::string title;
  std::string language;
  RedlineVersion before;
  RedlineVersion after;
  std::size_t changes = 0;
  std::string headline;              // "12 changes: 3 strengthen a rule, 2 are new, …"
  std::vector<std::string> remarks;  // titles, numbers and references that changed along
  std::vector<RedlinePart> parts;
  std::string made_of = {};              // "Made with Concord 0.1.0 from …", or empty
  std::optional<RedlineWays> ways = {};  // none where it stands alone
};

// "6 unchanged: 2.1 to 2.6", of clauses in a row.
std::string label_of_fold(const std::vector<RedlineClause>& folded, std::string_view language);

// `revision` is that of the two protocols.
Redline redline(const draft::Revision& revision, const passes::Protocol& before,
                const passes::Protocol& after, const RedlineOptions& options);

}  // namespace concord::view
