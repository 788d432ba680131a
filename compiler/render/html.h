// The pages: a library page, and a page for each protocol. Every word of markup is in
// templates/html, every rule of style and behaviour in templates/assets.
#pragma once

#include <set>
#include <span>
#include <string>

#include "render/html_template.h"
#include "render/render.h"
#include "view/formats.h"
#include "view/lenders.h"
#include "view/live.h"
#include "view/model.h"
#include "view/timeline.h"

namespace concord::render {

// What else the same build writes, so that a page offers it and no link leads nowhere.
struct Offer {
  std::set<view::Format> formats = view::all_formats();
  bool data = true;                        // data/corpus.json and its neighbours
  bool comparison = false;                 // compare/index.html
  std::set<std::string> without_pdf = {};  // folders of the texts whose PDF could not be made

  bool has(const std::string& folder, view::Format format) const {
    return formats.contains(format) &&
           (format != view::Format::pdf || !without_pdf.contains(folder));
  }
};

// "index.html", which leads to each protocol.
Files library_page(std::span<const view::Page> protocols, const Offer& offer,
                   const HtmlTemplates& templates);

// What a page says beside its clauses.
struct BesideClauses {
  view::CounterpartsByClause counterparts = {};
  view::LendersByClause lenders = {};
  view::NotesByClause notes = {};  // of the drafters
};

// "<folder>/index.html".
Files protocol_page(const view::Page& protocol, const BesideClauses& beside, const Offer& offer,
                    const HtmlTemplates& templates);

// A protocol's page as one file, which leads to no other. `assets` are the templates that
// `templates` was made of.
std::string protocol_file(const view::Page& protocol, const HtmlTemplates& templates,
                          const Templates& assets);

// "<id>/changes.html": what changed from each version to the next.
Files timeline_page(const view::Timeline& timeline, const Offer& offer,
                    const HtmlTemplates& templates);

// What every page asks for: each template file below assets/ as it is (fonts belong under
// assets/fonts/).
Files assets(const Templates& templates);

}  // namespace concord::render
