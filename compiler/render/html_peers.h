// What other councils say on chosen clauses, as a page that is one file. As a PDF: render/pdf.h; as
// data: render/model_json.h.
#pragma once

#include <string>

#include "render/html_template.h"
#include "render/render.h"
#include "view/peers.h"

namespace concord::render {

// `assets` are the templates that `templates` was made of.
std::string peers_html(const view::Peers& peers, const HtmlTemplates& templates,
                       const Templates& assets);

}  // namespace concord::render
