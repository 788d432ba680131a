// What `concord import` found, removed, repaired and doubts, as a page in one file.
#pragma once

#include <string>
#include <vector>

#include "render/html_template.h"
#include "render/import_report.h"
#include "render/render.h"

namespace concord::render {

// Of every file what was recognised, then doubtful places, repairs and what was removed, each with
// its place in the file and the reason. Throws as HtmlTemplates does.
std::string import_html(const std::vector<ImportedFile>& files, const HtmlTemplates& templates,
                        const Templates& assets);

}  // namespace concord::render
