// Runs of words on a page.
#pragma once

#include "render/html_template.h"
#include "view/model.h"

namespace concord::render {

// One {{>run}} for each.
void fill_runs(const view::Runs& runs, const Dictionary& into);

}  // namespace concord::render
