// How a redline speaks of changes, in the language of the words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/revision.h"
#include "view/words.h"

namespace concord::view {

// The name of its words in words.json: "effect_stronger"; where a number, "not" or a modal verb
// only came or went, "effect_limit_added".
std::string name_for(const draft::Effect& effect);

// "Stronger rule", "Condition added". Those of a definition have fields: redline_effect().
std::string_view words_for(const draft::Effect& effect, const Words& words);

// "12 changes: 3 strengthen a rule, 2 are new"; each change is counted once, by its gravest effect.
// Clauses of which the number alone changed are no changes here. "No change of words" where there
// are none.
std::string headline(const draft::Revision& revision, const Words& words);

// What changed along with others, a sentence each: titles, numbers, references; and how much did
// not change.
std::vector<std::string> remarks(const draft::Revision& revision, bool numbering,
                                 const Words& words);

// The words as a sentence, with a capital and a stop.
std::string sentence(std::string words);

// What a clause is marked with and what it does, in one line: "New; defines “party group”, used in
// 13 clauses".
std::string in_a_line(std::vector<std::string> said);

// True where nothing but the number changed.
bool only_renumbered(const draft::Change& change);

}  // namespace concord::view
