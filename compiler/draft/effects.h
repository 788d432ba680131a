// What a change of words does, as far as the words show it: who reads a redline first wants to know
// whether a duty became stronger, not which words were exchanged. What is in doubt is left unsaid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/effects/effects.h"

namespace concord::draft {

enum class EffectKind : std::uint8_t {
  stronger,  // from advice to duty, from permission to either
  weaker,    // the other way
  modality,  // a modal verb changed, came or went; which is stronger cannot be said
  negation,  // "not" came or went
  actor,     // another role is named
  title,     // another title, which may be another role's: the old one stays, or the new stood
  condition_added,    // "unless …", "with the consent of …"
  condition_removed,  //
  condition,          // another condition
  limit,              // another number, time, degree or frequency
  selection,          // "all" for "any", "and" for "or"
  instrument,         // another Act or code is cited
  punctuation,        // a sign came, went or moved that may part other words now
  definition,         // a defined term means something else
  new_duty,           // a clause that came and says "officers must"
  new_prohibition,    // "members must not", "officers may not"
  new_advice,         // "members should"
  new_permission,     // "the Chair may"
  new_right,          // "members are entitled to"
  new_rule,  // what binds somebody it does not name: "members must be told", "only the Chair may"
  new_definition,  // a term is defined that was not
  lost_duty,       // the same of a clause that went
  lost_prohibition,
  lost_advice,
  lost_permission,
  lost_right,
  lost_rule,
  lost_definition,
};
std::string_view name_of(EffectKind kind);  // "stronger", "condition-added", …

struct Effect {
  EffectKind kind = EffectKind::modality;
  std::string before;  // the deciding words of the earlier text; empty where the later one adds
  std::string after;   // and of the later one
  // Of a definition, whose words are the term: how many other clauses use it; where it is defined
  // no more, how many still do.
  std::size_t clauses = {};
  // Whom a rule that came or went binds or entitles, as a sentence has it: "officers", "the Chair".
  // Empty where the words do not show it.
  std::string bearer = {};

  friend bool operator==(const Effect&, const Effect&) = default;
};

// Whether it is one of a defined term.
bool is_definition(const Effect& effect);

// A word by which a sentence says the opposite, or little, of whom it names: "no", "never", "only".
// Not "not", which stands beside its verb.
bool turns(const compare::Token& token, const syntax::WordLists& lists);

// Of a text that came or, `deleted`, went: what its statements say a role must, must not, should or
// may do, each kind once, where they name it in a main clause.
std::vector<Effect> effects_of_text(const compare::StatedClause& clause, bool deleted,
                                    const compare::Lexicon& lexicon);

}  // namespace concord::draft
