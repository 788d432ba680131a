// The comparison matrix for spreadsheets and statistics: one row a provision and council.
//
// A spreadsheet program takes a cell that begins with =, +, - or @ for a formula, and a text that a
// council published must never run as one. In the workbook every text is written as a string, which
// is inert. In CSV, which has no types, such a cell is preceded by an apostrophe, as OWASP advises
// ("CSV Injection"): spreadsheet programs hide it, other programs must strip it.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "view/comparison_model.h"
#include "view/difference_list.h"

namespace concord::render {

// RFC 4180: UTF-8, a header line, CRLF at the end of each line, quotes where they are needed.
std::string matrix_csv(const view::MatrixList& matrix);
// Its lines: the first, and that of a row.
std::string matrix_csv_head();
std::string matrix_csv_line(const view::ListRow& row);
// What a CSV file cannot say of itself, for "matrix.csv-metadata.json" beside it: its columns, what
// it was made of, licence and citation ("Metadata Vocabulary for Tabular Data", W3C 2015).
std::string matrix_csv_metadata(const view::Stamp& stamp);

// An Office Open XML workbook: "Matrix", ready to filter, its heading row and the columns up to the
// council held in view; the differences in effect, one a row, those that are certain and those that
// are likely each on a sheet of their own; "Key", what the states mean, and how many rows more the
// matrix has than the list (`left_out`). The same bytes for the same matrix and differences. Throws
// std::runtime_error where it cannot be made (no room for its temporary files or no memory).
std::string matrix_xlsx(const view::MatrixList& matrix,
                        std::span<const view::ListedDifference> differences = {},
                        std::size_t left_out = 0);

// As many rows as a spreadsheet program opens and filters without a long wait.
inline constexpr std::size_t most_workbook_rows = 100'000;

// The text as one field of a CSV line.
std::string csv_field(const std::string& text);

}  // namespace concord::render
