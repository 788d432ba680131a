// A page that is one file, so that it can be sent on and opened anywhere: its style stands in it.
#pragma once

#include <string>
#include <string_view>

#include "render/render.h"

namespace concord::render {

// The bytes of a template's file; empty where there is none.
std::string_view asset(const Templates& templates, const std::string& path);

// The site's styles without the faces that are files of their own beside other pages, and then
// those in the file at `path`.
std::string styles_alone(const Templates& templates, const std::string& path);

}  // namespace concord::render
