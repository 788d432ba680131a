// The room draft/ looks at two versions of one protocol, as somebody does who takes a revision to
// the council: what became of each clause.
//
// A lineage is made of descents. A descent says which clauses of the later version come from which
// of the earlier one: one from one, several from one (split), one from several (merged), none from
// one (deleted), one from none (added). Every clause of both versions stands in exactly one
// descent.
//
// How clauses find their descendants, the surest evidence first:
//   1. identifiers that the authors wrote: the same {#id} in both, or {formerly=…};
//   2. the same words; where they stand several times, with the same number, parent or neighbours;
//   3. several clauses in a row that have, joined, the very words of one (split, merged);
//   4. headings by what stands below them;
//   5. likeness of words (the Dice coefficient of the longest common subsequence), the best first,
//      helped by a parent, neighbours and a number that correspond;
//   6. what is left and has its words from a clause that has a descendant already (split, merged).
// An identifier that the compiler made of a number proves nothing: after an insertion "5.4" is
// another text. Aligning the two texts as one sequence (diff) was the tempting alternative; it
// cannot see a clause that moved.
//
// What moved is what does not keep the order of its siblings: all but a longest increasing
// subsequence (Schensted 1961) below each pair of parents. Clauses that come or go move nobody.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "passes/protocol.h"

namespace concord::draft {

using graph::ClauseId;

// What a descent rests on.
enum class Evidence : std::uint8_t { none, identifier, words, parts, children, likeness };
std::string_view name_of(Evidence evidence);  // "identifier", …

// How the words of the one stand to those of the other.
enum class Wording : std::uint8_t {
  same,         // to the letter
  marks,        // the same words; a link, emphasis or a footnote's mark is another
  punctuation,  // but for punctuation, quotation marks, case and spaces
  words,        // other words
};

std::string_view name_of(Wording wording);  // "same", …

struct Descent {
  std::vector<ClauseId> before;  // of the earlier version, in order; empty: added
  std::vector<ClauseId> after;   // of the later one, in order; empty: deleted
  Evidence evidence = Evidence::none;
  double likeness = 0;               // 0 to 1; 1 where the words are the same
  Wording wording = Wording::words;  // of one from one; `same` where clauses were split or merged
                                     // and no word changed
  bool renumbered = false;           // one from one, with another full number
  bool moved = false;                // one from one, to another place
  // Another clause fits as well, and nothing tells which is right: one of several with the same
  // words, of which some went or came, or one of two that are as like.
  bool ambiguous = false;

  bool added() const { return before.empty(); }
  bool deleted() const { return after.empty(); }
  bool split() const { return after.size() > 1; }
  bool merged() const { return before.size() > 1; }
  bool one_to_one() const { return before.size() == 1 && after.size() == 1; }
  bool unchanged() const {
    return one_to_one() && wording == Wording::same && !renumbered && !moved;
  }
};

// The descents in the order of the later version, each deleted clause behind the clause that it
// followed. The cost is that of the words of what changed times the clauses that share them.
// Of clauses that share nothing but words of `lists` without a meaning of their own ("any", "of",
// "may"), none is the other's descendant; null: every word counts.
std::vector<Descent> lineage(const passes::Protocol& before, const passes::Protocol& after,
                             const syntax::WordLists* lists = nullptr);

}  // namespace concord::draft
