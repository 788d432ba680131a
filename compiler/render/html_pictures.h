// The comparison's pictures in their templates.
#pragma once

#include <string_view>

#include "render/html_template.h"
#include "render/pictures.h"

namespace concord::render {

// {{>grid_picture}}; `says` is its text for those who cannot see it.
void fill_grid(const Grid& grid, std::string_view says, const Dictionary& into);

// The councils on a circle, of pictures.tpl.
void fill_circle(const Circle& circle, const Dictionary& into);

}  // namespace concord::render
