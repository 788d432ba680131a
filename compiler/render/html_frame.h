// What every page has around its own: the head, the masthead, the foot.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "render/html_template.h"
#include "render/render.h"

namespace concord::render {

// Each a template of its own.
enum class Layout : std::uint8_t {
  library,
  protocol,
  timeline,
  matrix,
  texts,
  side_by_side,
  gaps,
  differences,
  pictures,
  overview,
  provisions,
  provision,
  council,
  council_topic,
};

struct Frame {
  std::string title;
  std::string described;  // for search engines
  std::string language = "en-GB";
  bool home = false;        // the page is the library
  bool comparison = false;  // the page is one of the comparison's
  bool filters = false;     // its list can be searched and filtered
  bool compared = false;    // there is a comparison to lead to
  std::string text = {};    // folder of the one text that the page shows; empty for several
  // The page is one file, with its style and script in it, and leads to no other; else null.
  const Templates* assets = nullptr;
};

// The page at the path, as a file. `fill` puts into the dictionary what is the page's own.
Files page(std::string path, Layout layout, const Frame& frame, const HtmlTemplates& templates,
           const std::function<void(const Dictionary&)>& fill);

}  // namespace concord::render
