// The columns of the comparison matrix as a table: one list for every format of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "view/comparison_model.h"

namespace concord::render {

enum class ColumnKind : std::uint8_t {
  text,
  number,
  state,  // its name for programs, its words and a fill for people
};

struct Column {
  const char* name;     // for programs
  const char* heading;  // for people: its name in words.json
  double width;         // in characters
  ColumnKind kind;
  std::string (*value)(const view::ListRow&);
};

// In the order for programs. Where people read, the row's id, which says nothing to them, is last.
inline constexpr std::array<Column, 10> matrix_columns = {{
    {"row", "sheet_row", 8, ColumnKind::text, [](const view::ListRow& row) { return row.row; }},
    {"topic", "topic", 18, ColumnKind::text, [](const view::ListRow& row) { return row.topic; }},
    {"provision", "provision", 32, ColumnKind::text,
     [](const view::ListRow& row) { return row.provision; }},
    {"council", "council", 14, ColumnKind::text,
     [](const view::ListRow& row) { return row.council; }},
    {"state", "sheet_state", 22, ColumnKind::state,
     [](const view::ListRow& row) { return std::string(compare::name_of(row.state)); }},
    {"wording", "head_wording", 10, ColumnKind::text,
     [](const view::ListRow& row) { return row.wording; }},
    {"have", "sheet_have", 10, ColumnKind::number,
     [](const view::ListRow& row) { return std::to_string(row.have); }},
    {"clauses", "sheet_clauses", 18, ColumnKind::text,
     [](const view::ListRow& row) { return row.clauses; }},
    {"provisional", "sheet_provisional", 10, ColumnKind::text,
     [](const view::ListRow& row) { return std::string(row.provisional ? "yes" : "no"); }},
    {"text", "sheet_text", 90, ColumnKind::text, [](const view::ListRow& row) { return row.text; }},
}};

}  // namespace concord::render
