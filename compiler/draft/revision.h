// A revision: two versions of one protocol, and clause by clause what was done to the earlier one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "draft/effects.h"
#include "draft/lineage.h"
#include "draft/tables.h"
#include "draft/wording.h"

namespace concord::draft {

// What sort of change it is, by the gravest thing in it.
enum class ChangeClass : std::uint8_t {
  none,
  housekeeping,  // punctuation and spelling, titles of a role, references that follow their targets
  numbering,     // another number or place, or the same words in other clauses (split, merged)
  wording,       // other words, or another footnote, of which no effect can be told
  effect,        // other words with an effect; a clause that came or went
};
std::string_view name_of(ChangeClass which);  // "none", …

// A reference whose words nobody touched, and that does not lead to what its target became.
struct Redirection {
  std::string words;              // "paragraph 5.4"
  ClauseId before{};              // where it led
  std::optional<ClauseId> after;  // where it leads
};

struct Change {
  Descent descent;
  ChangeClass kind = ChangeClass::none;
  // The words of heading or text, those of several clauses parted by clause_break.
  std::vector<Piece> pieces;
  std::optional<TableChange> table;  // of a table, one from one, new or deleted: its pieces by cell
  std::vector<Effect> effects;
  bool redirected = false;  // words that stayed refer to another clause now, or to none
  std::vector<Redirection> redirections;  // of them, as far as they pair one by one
  // Of clauses that stayed: footnotes that have their mark here now, and those that had it (of the
  // earlier version).
  std::vector<ClauseId> notes_added;
  std::vector<ClauseId> notes_removed;
  // Where the clauses say that they were taken from, and their origins did not: "leeds#4.7". What
  // came with the clause around it was taken with it.
  std::vector<std::string> from;
};

// How many clauses had what done to them; one that moved and was reworded counts for both.
struct Summary {
  std::size_t unchanged = 0;
  std::size_t added = 0;
  std::size_t deleted = 0;
  std::size_t reworded = 0;  // other words; also where a clause was split or merged
  std::size_t punctuation = 0;
  std::size_t moved = 0;
  std::size_t split = 0;
  std::size_t merged = 0;
  std::size_t renumbered = 0;
};

// A title that stands no more and in whose place, wherever it stood, another stands that the
// earlier version did not have.
struct TitleChange {
  std::string before;
  std::string after;
  std::size_t places = 0;
};

// Holds no reference to the protocols, whose clauses it names.
class Revision {
 public:
  // Of every clause, unchanged ones too, as lineage() orders them.
  std::span<const Change> changes() const { return changes_; }
  const Summary& summary() const { return summary_; }
  // The most frequent first.
  std::span<const TitleChange> titles() const { return titles_; }

  // The one change in which the clause stands.
  const Change& of_earlier(ClauseId clause) const {
    return changes_[by_earlier_[graph::index(clause)]];
  }
  const Change& of_later(ClauseId clause) const {
    return changes_[by_later_[graph::index(clause)]];
  }

  // What the earlier version's clause became, in order; empty where it was deleted.
  std::span<const ClauseId> successors(ClauseId earlier) const {
    return of_earlier(earlier).descent.after;
  }
  // What the later version's clause comes from, in order; empty where it is new.
  std::span<const ClauseId> origins(ClauseId later) const { return of_later(later).descent.before; }

 private:
  friend class Reviser;

  std::vector<Change> changes_;
  std::vector<std::uint32_t> by_earlier_;  // by clause: its change
  std::vector<std::uint32_t> by_later_;
  Summary summary_;
  std::vector<TitleChange> titles_;
};

// Borrows all three for the call. The register says which words name roles; those of each
// protocol's own front matter go before it.
Revision revise(const passes::Protocol& before, const passes::Protocol& after,
                const syntax::Register& registers);

// True where words of the layer came or went.
bool has_layer(const Change& change, Layer layer);

// True where other words came or went, and not only titles, signs, references and breaks.
bool rewords(const Change& change);

// True where a footnote came, went or stands at another clause: what it says is said elsewhere now,
// whatever its mark looks like.
bool exchanges_footnotes(const Change& change);

// True where a clause does that and its words stay.
bool exchanges_footnotes_alone(const Change& change);

// "reworded", "moved and reworded", "split in 2", "new", "borrowed", …; "unchanged". What the
// numbers alone do is "renumbered".
std::string fate(const Change& change);

}  // namespace concord::draft
