// Akoma Ntoso 3.0 (OASIS LegalDocumentML 1.0): the protocol as the legal world's programs read it.
//
// The document is a `doc` named "protocol". What Akoma Ntoso has no word for stands in a namespace
// of our own, "urn:concord:1": `concord:id` on each clause (the fragment identifier that HTML, PDF
// and JSON use), `topic`, `sic`, `from` and `formerly` (identifiers of earlier versions), and the
// front matter whole in meta/proprietary. Akoma Ntoso dates are whole days: a date that the source
// knows only by month or year is given by its first day, with `concord:date` saying what is known;
// a text without any date has 0001-01-01, named "unknown".
#pragma once

#include <string>

#include "render/render.h"
#include "view/model.h"

namespace concord::render {

// "<folder>/protocol.xml".
Files xml(const view::Page& protocol);

// The whole document as UTF-8. Elements are indented, text is not touched. Characters that XML 1.0
// cannot hold, and bytes that are not UTF-8, become U+FFFD.
std::string akoma_ntoso(const view::Page& protocol);

}  // namespace concord::render
