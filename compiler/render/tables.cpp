#include "render/tables.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace concord::render {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 9> csv_columns = {
    "row", "topic", "provision", "council", "state", "wording", "have", "clauses", "text"};

std::string value_of(const json& row, const char* key) {
  const json& value = row[key];
  return value.is_string() ? value.get<std::string>() : value.dump();
}

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

std::string matrix_csv(const json& matrix) {
  std::string out;
  for (const char* column : csv_columns) out += (out.empty() ? "" : ",") + std::string(column);
  out += "\r\n";
  for (const json& row : matrix["rows"]) {
    for (const char* column : csv_columns) {
      if (column != csv_columns.front()) out += ',';
      out += csv_field(value_of(row, column));
    }
    out += "\r\n";
  }
  return out;
}

Files tables(const json& matrix) {
  Files files;
  files["compare/matrix.csv"] = matrix_csv(matrix);
  files["compare/matrix.xlsx"] = matrix_xlsx(matrix);
  return files;
}

}  // namespace concord::render
