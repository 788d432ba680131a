// What a person has decided about two clauses, on the pages that show these.
#pragma once

#include <vector>

#include "render/html_template.h"
#include "view/decision_note.h"

namespace concord::render {

// {{>decision}} for each.
void fill_decisions(const std::vector<view::DecisionNote>& notes, const Dictionary& into);

}  // namespace concord::render
