// The comparison matrix for spreadsheets and statistics: one row a provision and council.
//
// A spreadsheet program takes a cell that begins with =, +, - or @ for a formula, and a text that a
// council published must never run as one. In the workbook every text is written as a string, which
// is inert. In CSV, which has no types, such a cell is preceded by an apostrophe, as OWASP advises
// ("CSV Injection"): spreadsheet programs hide it, other programs must strip it.
#pragma once

#include <string>

#include "render/render.h"
#include "view/comparison_model.h"

namespace concord::render {

// "compare/matrix.csv" and "compare/matrix.xlsx". Throws std::runtime_error where the
// workbook cannot be made (no room for its temporary files or no memory).
Files tables(const view::MatrixList& matrix);

// RFC 4180: UTF-8, a header line, CRLF at the end of each line, quotes where they are needed.
std::string matrix_csv(const view::MatrixList& matrix);

// An Office Open XML workbook of two sheets: "Matrix", ready to filter, its heading row and the
// columns up to the council held in view; "Key", what the states mean. The same bytes for the same
// matrix.
std::string matrix_xlsx(const view::MatrixList& matrix);

// The text as one field of a CSV line.
std::string csv_field(const std::string& text);

}  // namespace concord::render
