#include "render/tables.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "render/matrix_columns.h"

namespace concord::render {
namespace {

// What spreadsheet programs take for the beginning of a formula; the full-width forms too, which
// some of them read as the plain ones.
bool begins_like_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 11> starts = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                       "\n", "＝", "＋", "－", "＠"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

std::string csv_field(const std::string& text) {
  std::string field = begins_like_a_formula(text) ? "'" + text : text;
  if (field.find_first_of("\",\r\n") == std::string::npos) return field;
  for (std::size_t at = field.find('"'); at != std::string::npos; at = field.find('"', at + 2)) {
    field.insert(at, 1, '"');
  }
  return "\"" + field + "\"";
}

std::string matrix_csv_head() {
  std::string line;
  for (const Column& column : matrix_columns) {
    line += line.empty() ? "" : ",";
    line += column.name;
  }
  return line + "\r\n";
}

std::string matrix_csv_line(const view::ListRow& row) {
  std::string line;
  for (const Column& column : matrix_columns) {
    if (&column != &matrix_columns.front()) line += ',';
    line += csv_field(column.value(row));
  }
  return line + "\r\n";
}

std::string matrix_csv(const view::MatrixList& matrix) {
  std::string text = matrix_csv_head();
  for (const view::ListRow& row : matrix.rows) text += matrix_csv_line(row);
  return text;
}

std::string matrix_csv_metadata(const view::Stamp& stamp) {
  using nlohmann::ordered_json;
  ordered_json columns = ordered_json::array();
  for (const Column& column : matrix_columns) {
    columns.push_back({{"name", column.name},
                       {"datatype", column.kind == ColumnKind::number ? "integer" : "string"}});
  }
  ordered_json metadata = {{"@context", "http://www.w3.org/ns/csvw"},
                           {"url", "matrix.csv"},
                           {"dc:provenance", view::words_for(stamp)},
                           {"dc:license", view::licence_words()},
                           {"dc:bibliographicCitation", view::citation_words(stamp)},
                           {"tableSchema", {{"columns", std::move(columns)}}}};
  return metadata.dump(1) + "\n";
}

}  // namespace concord::render
