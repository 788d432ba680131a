// The matrix as a workbook: its rows, and a key to its states.
#include <algorithm>
#include <array>

#include "render/matrix_columns.h"
#include "render/tables.h"
#include "render/workbook.h"
#include "view/comparison_model.h"

namespace concord::render {
namespace {

using compare::State;

// As matrix_columns has them, the row's id last.
std::array<Column, matrix_columns.size()> sheet_columns() {
  std::array<Column, matrix_columns.size()> columns = matrix_columns;
  std::rotate(columns.begin(), columns.begin() + 1, columns.end());
  return columns;
}

// Pale enough for black text; the state also stands there in words.
std::uint32_t fill_of(State state) {
  switch (state) {
    case State::base:
    case State::same:
      return 0xDDF2E3;
    case State::vocabulary:
      return 0xDCEBFA;
    case State::reworded:
      return 0xFFF4CC;
    case State::part:
      return 0xEDE3FA;
    case State::may_differ:
      return 0xFCE8D5;
    case State::differs:
      return 0xFBD9D7;
    case State::other_point:
    case State::elsewhere:
      return 0xE6E6E6;
    case State::none:
      break;
  }
  return 0xFFFFFF;
}

SheetCell state_cell(State state, const view::StateKey& states) {
  return {view::words_for(state, states), fill_of(state), state == State::differs};
}

Sheet matrix_sheet(const std::vector<view::ListRow>& rows, const view::StateKey& states) {
  const auto columns = sheet_columns();
  Sheet sheet;
  sheet.name = "Matrix";
  sheet.held_columns = 3;  // topic, provision, council
  sheet.filter = true;
  for (const Column& column : columns)
    sheet.columns.push_back({column.heading, column.width, column.kind == ColumnKind::number});
  for (const view::ListRow& row : rows) {
    auto& cells = sheet.rows.emplace_back();
    for (const Column& column : columns)
      cells.push_back(column.kind == ColumnKind::state ? state_cell(row.state, states)
                                                       : SheetCell{column.value(row)});
  }
  return sheet;
}

Sheet key_sheet(const view::StateKey& states, std::size_t left_out) {
  Sheet sheet;
  sheet.name = "Key";
  sheet.columns = {{"State", 24}, {"What it means", 80}};
  for (const view::StateMeaning& each : states)
    sheet.rows.push_back({state_cell(each.state, states), {each.meaning}});
  sheet.rows.push_back({{"Wording A, B, …"},
                        {"Councils with the same letter share a wording; A is the most common."}});
  sheet.rows.push_back(
      {{"No line"}, {"Of a council that has no line for a provision, no counterpart was found."}});
  if (left_out > 0)
    sheet.rows.push_back(
        {{"Rows left out"},
         {std::to_string(left_out) + ": more than are read with ease; matrix.csv has all."}});
  return sheet;
}

// What it was made of, whose it is and how to cite it.
Sheet about_sheet(const view::Stamp& stamp) {
  Sheet sheet;
  sheet.name = "About";
  sheet.columns = {{"About", 12}, {"This workbook", 100}};
  for (const auto& [name, value] : view::terms(stamp)) sheet.rows.push_back({{name}, {value}});
  return sheet;
}

}  // namespace

std::string matrix_xlsx(const view::MatrixList& matrix, std::size_t left_out) {
  std::vector<Sheet> sheets = {matrix_sheet(matrix.rows, matrix.states),
                               key_sheet(matrix.states, left_out)};
  if (Sheet about = about_sheet(matrix.made_of); !about.rows.empty())
    sheets.push_back(std::move(about));
  return workbook("Comparison matrix", matrix.as_of, sheets);
}

}  // namespace concord::render
