// Whether two statements speak of one act. Only then does it matter that one must and the other
// may, that one excepts something or names somebody else: two statements of two acts differ in
// more than their effect, and a difference told of them is false.
#pragma once

#include "compare/effects/stated_clause.h"

namespace concord::compare {

// What the two have in common, modals and words of quality aside.
struct Act {
  bool verb = false;     // the same or a synonym, or neither has one
  bool object = false;   // the heads of what the verbs land on are the same, or neither has any
  bool persons = false;  // for or with the same persons, or neither names any

  bool within = false;  // not in the same slots, but one says in passing all that the other says

  // Of a difference in the persons themselves, what is done to what is enough.
  bool is_one(bool whoever = false) const {
    return ((verb && object) || within) && (whoever || persons);
  }
};

Act common_act(const StatedClause& a, const language::Statement& s, const StatedClause& b,
               const language::Statement& t, const Lexicon& lexicon);

}  // namespace concord::compare
