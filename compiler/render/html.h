// The pages: a library page, and a page for each protocol. Every word of markup is in
// templates/html, every rule of style and behaviour in templates/assets.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <span>
#include <string>

#include "render/render.h"

namespace concord::render {

// What else the same build writes, so that a page offers it and no link leads nowhere.
struct Offer {
  bool pdf = true;
  bool xml = true;
  bool json = true;
  bool markdown = true;
  bool data = true;                        // data/corpus.json and its neighbours
  bool comparison = false;                 // compare/index.html
  std::set<std::string> without_pdf = {};  // ids of the protocols whose PDF could not be made

  bool has_pdf(const std::string& id) const { return pdf && !without_pdf.contains(id); }
};

// "index.html", "<id>/index.html" for each model of view::protocol, and every template file below
// assets/ as it is (fonts belong under assets/fonts/). Throws std::runtime_error where a template
// is missing or not well formed.
Files html(std::span<const nlohmann::json> protocols, const Templates& templates,
           const Offer& offer = {});

}  // namespace concord::render
