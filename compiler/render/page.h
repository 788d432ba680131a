// A page before it is drawn: what a template is given.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace concord::render {

struct Page {
  std::string path;     // in the output folder: "york/index.html"
  std::string layout;   // the template: "protocol" for html/protocol.tpl
  nlohmann::json data;  // what the template sees (html_template.h)
};

}  // namespace concord::render
