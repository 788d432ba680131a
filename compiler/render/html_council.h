// The pages of a comparison that any number of councils has: one for each council against its
// peers, one for each provision, and, of more councils than one matrix can show, lists of both.
#pragma once

#include "render/html_comparison.h"
#include "render/html_template.h"
#include "render/render.h"
#include "view/council_model.h"

namespace concord::render {

// "compare/council/york/index.html", and beside it "on-TOPIC.html" for each topic that the council
// states something on, and "differences.html".
Files council_html(const view::CouncilPage& council, const ComparisonOffer& offer,
                   const HtmlTemplates& templates);

// "compare/provision/<id>.html".
Files provision_html(const view::ProvisionPage& provision, const ComparisonOffer& offer,
                     const HtmlTemplates& templates);

// "compare/index.html", its search index and "compare/on-<topic>.html", in place of the matrix of
// all councils.
Files overview_html(const view::Overview& overview, const ComparisonOffer& offer,
                    const HtmlTemplates& templates);

}  // namespace concord::render
