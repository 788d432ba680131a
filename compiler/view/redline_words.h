// How a redline speaks of changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/revision.h"

namespace concord::view {

// "Stronger rule", "Condition added".
std::string_view words_for(draft::EffectKind kind);

// "12 changes: 3 strengthen a rule, 2 are new"; each change is counted once, by its gravest effect.
// Clauses of which the number alone changed are no changes here. "No changes" where there are none.
std::string headline(const draft::Revision& revision);

// What changed along with others, a sentence each: titles, numbers, references; and how much did
// not change.
std::vector<std::string> remarks(const draft::Revision& revision, bool numbering);

// True where words of the layer came or went.
bool has_layer(const draft::Change& change, draft::Layer layer);

// True where nothing but the number changed.
bool only_renumbered(const draft::Change& change);

}  // namespace concord::view
