// A paper of the adoption pack in every format.
#pragma once

#include <string>

#include "render/html_template.h"
#include "render/pdf.h"
#include "render/render.h"
#include "view/paper.h"

namespace concord::render {

// A page that is one file. `assets` are the templates that `templates` was made of.
std::string paper_html(const view::Paper& paper, const HtmlTemplates& templates,
                       const Templates& assets);

// The job that prints it.
PdfJob paper_pdf(const view::Paper& paper);

// A Word file as bytes, the same for the same paper on every day.
std::string paper_docx(const view::Paper& paper, const Templates& templates);

// CommonMark with the tables of GitHub's flavour.
std::string paper_markdown(const view::Paper& paper);

// Each table by the name of its file below the pack: those of one identifier are one, with their
// group as the first column where they have any ("schedule.csv" of the table "schedule",
// "consequential-terms.csv" of another). RFC 4180, as render/tables.h has it.
Files paper_csv(const view::Paper& paper);

// The same as a workbook, a sheet a table; empty where the paper has no table.
std::string paper_xlsx(const view::Paper& paper);

// The same for programs: {"paper", "title", "tables": [{"name", "rows": [{"number": "1", …}]}]}.
std::string paper_json(const view::Paper& paper);

}  // namespace concord::render
