// The cues of an effect: which tokens deny, oblige, name an actor, set a condition or a limit. The
// term is that of negation and modality detection (Morante and Daelemans 2009). A cue is read in
// its place: "subject to" opens a condition, "be subject to" does not.
#pragma once

#include <set>
#include <string_view>

#include "compare/effects/residual.h"

namespace concord::compare {

bool is_modal(const Token& token);
// The modal's strength: "cannot" is "can".
std::string_view modal(const Token& token);

// "nor" only carries on a negation that stands before it; "without" is a condition's.
bool is_negator(const AlignedText& text, std::size_t i);
// "unless", "other than", "provided that", "subject to" (but not "be subject to").
bool is_exception(const AlignedText& text, std::size_t i);
// "only", "until", "consent", "without" …
bool is_condition(std::string_view word);
// Words that put a case ("if", "where"): where both sides have one, neither adds it.
bool puts_case(std::string_view word);
// "without" before what others grant: "without those duties" opens no condition.
bool opens_leave(const AlignedText& text, std::size_t i);
// A number, degree, frequency or time.
bool is_threshold(const AlignedText& text, std::size_t i);
// A word that picks some of many out: "certain officers" against "an officer".
bool is_partitive(std::string_view word);
// A word that says which of a text's parts a number names.
bool names_part(std::string_view word);
// A word of general use, which alone changes no effect: "seek to", "in order to", "the role of".
bool is_light(std::string_view word);

// A role as an actor: titles that different councils give to the officers at large are one.
std::string_view actor(const Token& token);
// Actors so general that in passages far from one another they tell nothing apart.
bool is_general_actor(std::string_view actor);
// All actors of the passage and its lead-in.
std::set<std::string_view> actors(const PassageText& passage);
// "the Council's policies": whose they are, not who acts.
bool is_possessor(const AlignedText& text, std::size_t i);

}  // namespace concord::compare
