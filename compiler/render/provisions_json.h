// The register of provisions as JSON text, for programs.
#pragma once

#include <string>
#include <vector>

#include "syntax/provisions.h"

namespace concord::render {

// A list of provisions with their wordings, indented, with a line break at the end. What is empty
// is null; a wording has its source, its lead-in and its words.
std::string provisions_json(const std::vector<const syntax::Provision*>& provisions);

}  // namespace concord::render
