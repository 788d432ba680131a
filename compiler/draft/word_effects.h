// What single words that changed do, each in its place: of two modals that changed, or two "not"s,
// both are told. The comparison of councils tells one difference of each kind; this finds the rest.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "draft/effects.h"
#include "draft/wording.h"

namespace concord::draft {

// Two versions of a text with the stretches that make the one the other. Borrowed.
struct Reworded {
  compare::TokenText before;
  compare::TokenText after;
  std::span<const Stretch> stretches;
};

// An effect and the stretch, by its place among the text's, that has it.
struct PlacedEffect {
  Effect effect;
  std::size_t stretch = 0;
};

// A word that binds, advises or allows: no noun ("the will of the Council") and no name ("Mrs
// May"). `at` is the place of its token.
bool is_modal_verb(const compare::TokenText& text, std::size_t at, const syntax::WordLists& lists);

// What the modals that a stretch exchanges do; nothing where they ask the same, or none is
// exchanged. Which is stronger is told where each text has one.
std::optional<EffectKind> effect_of_modals(const Reworded& texts, const Stretch& stretch,
                                           const syntax::WordLists& lists);

// Of modals with their "not", roles, "all" and "any", "and" and "or", kinds of days, and clauses
// that restrict who is meant; in the order of the text.
std::vector<PlacedEffect> effects_of_words(const Reworded& texts, const syntax::WordLists& lists);

}  // namespace concord::draft
