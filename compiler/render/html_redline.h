// A redline as a page that is one file: it can be sent on and opened anywhere.
#pragma once

#include <string>

#include "render/html_template.h"
#include "render/render.h"
#include "view/redline.h"

namespace concord::render {

// `assets` are the templates that `templates` was made of: the page has its style and script in it.
std::string redline_html(const view::Redline& redline, const HtmlTemplates& templates,
                         const Templates& assets);

}  // namespace concord::render
