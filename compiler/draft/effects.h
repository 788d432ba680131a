// What a change of words does, as far as the words show it: who reads a redline first wants to know
// whether a duty became stronger, not which words were exchanged. What is in doubt is left unsaid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/effects/effects.h"

namespace concord::draft {

enum class EffectKind : std::uint8_t {
  stronger,           // from advice to duty, from permission to either
  weaker,             // the other way
  modality,           // a modal verb changed, came or went; which is stronger cannot be said
  negation,           // "not" came or went
  actor,              // another role is named
  condition_added,    // "unless …", "with the consent of …"
  condition_removed,  //
  condition,          // another condition
  limit,              // another number, time, degree or frequency
  definition,         // a defined term means something else
  new_duty,           // a clause that came and says "officers must"
  new_prohibition,    // "members must not", "officers may not"
  new_advice,         // "members should"
  new_permission,     // "the Chair may"
  new_definition,     // a term is defined that was not
  lost_duty,          // the same of a clause that went
  lost_prohibition,
  lost_advice,
  lost_permission,
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

  friend bool operator==(const Effect&, const Effect&) = default;
};

// Whether it is one of a defined term.
bool is_definition(const Effect& effect);

// Of a text whose words changed. `likeness` (0 to 1) as in Descent.
std::vector<Effect> effects_of_rewording(const compare::StatedClause& before,
                                         const compare::StatedClause& after, double likeness,
                                         const compare::Lexicon& lexicon);

// Of a text that came or, `deleted`, went: what its sentences say a role must, must not, should or
// may do, each kind once. Only "officers must" says so: a modal beside its role, in a main clause.
std::vector<Effect> effects_of_text(std::string_view text, std::span<const compare::Token> tokens,
                                    bool deleted, const compare::Lexicon& lexicon);

}  // namespace concord::draft
