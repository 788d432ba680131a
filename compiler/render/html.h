// The pages: a library page, and a page for each protocol. Every word of markup is in
// templates/html, every rule of style and behaviour in templates/assets.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "render/page.h"
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

// "index.html", which leads to each protocol of a model of view::protocol.
Page library_page(std::span<const nlohmann::json> protocols, const Offer& offer = {});

// "<id>/index.html".
Page protocol_page(const nlohmann::json& protocol, const Offer& offer = {});

// The library page, and the page of each protocol.
std::vector<Page> html(std::span<const nlohmann::json> protocols, const Offer& offer = {});

// What every page asks for: each template file below assets/ as it is (fonts belong under
// assets/fonts/).
Files assets(const Templates& templates);

}  // namespace concord::render
