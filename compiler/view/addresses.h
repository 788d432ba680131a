// Where the files of an output folder are. Whoever writes a page and whoever leads to it asks here;
// the templates alone spell the same addresses once more, behind {{root}}.
//
// A path starts at the output folder: "york/draft/index.html". A name of a page of the comparison
// stands for compare/NAME.html, so that its neighbours lead to it by NAME.html.
#pragma once

#include <string>
#include <string_view>

#include "view/formats.h"

namespace concord::view {

// The way from the folder of a file up to the output folder: "york/draft/index.html" -> "../../".
std::string way_up(std::string_view path);

// ---- of a protocol. Its folder is its id, and the version below it where it is not the main one.

inline constexpr std::string_view library_address = "index.html";

std::string address(std::string_view folder, Format format);  // "york/protocol.pdf"
std::string page_address(std::string_view folder);            // "york/index.html"
std::string timeline_address(std::string_view id);            // "york/changes.html"
// "york/changes/2023-05-15.html": from the version before to that one.
std::string redline_address(std::string_view id, std::string_view version);

// The path from the folder of the protocol's main version: "changes.html". `path` is one of it.
std::string_view within(std::string_view id, std::string_view path);

// ---- of the comparison

std::string comparison_address(std::string_view name);  // "compare/NAME.html"

namespace compared {
inline constexpr std::string_view main = "index";  // the matrix, or the list of what councils share
inline constexpr std::string_view differences = "differences";
inline constexpr std::string_view gaps = "gaps";
inline constexpr std::string_view pictures = "pictures";

std::string pair(std::string_view one, std::string_view other);  // "leeds--york", by ids, sorted
std::string topic(std::string_view topic);                       // "on-access"
std::string provision(std::string_view row);                     // "provision/ROW"
std::string council(std::string_view id);                        // "council/york/index"
std::string council_topic(std::string_view id, std::string_view topic);
std::string council_differences(std::string_view id);
}  // namespace compared

inline constexpr std::string_view matrix_pdf_address = "compare/matrix.pdf";
inline constexpr std::string_view matrix_csv_address = "compare/matrix.csv";
inline constexpr std::string_view matrix_xlsx_address = "compare/matrix.xlsx";
inline constexpr std::string_view search_index_address = "compare/provisions.js";

}  // namespace concord::view
