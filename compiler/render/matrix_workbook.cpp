// The matrix as a workbook: its rows, and a key to its states.
#include <algorithm>
#include <array>

#include "render/matrix_columns.h"
#include "render/tables.h"
#include "render/workbook.h"
#include "view/comparison_model.h"
#include "view/comparison_words.h"
#include "view/words.h"

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
    case State::not_in_excerpt:
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
  const view::Words words;
  sheet.name = words["view_matrix"];
  sheet.held_columns = 3;  // topic, provision, council
  sheet.filter = true;
  for (const Column& column : columns)
    sheet.columns.push_back(
        {std::string(words[column.heading]), column.width, column.kind == ColumnKind::number});
  for (const view::ListRow& row : rows) {
    auto& cells = sheet.rows.emplace_back();
    for (const Column& column : columns)
      cells.push_back(column.kind == ColumnKind::state ? state_cell(row.state, states)
                                                       : SheetCell{column.value(row)});
  }
  return sheet;
}

// The differences of one grade.
Sheet difference_sheet(std::span<const view::ListedDifference> differences,
                       compare::Certainty certainty) {
  const bool certain = certainty == compare::Certainty::certain;
  const std::uint32_t fill = fill_of(certain ? State::differs : State::may_differ);
  const view::Words words;
  const auto column = [&](std::string_view name, double width) {
    return SheetColumn{std::string(words[name]), width};
  };
  Sheet sheet;
  sheet.name = words[certain ? "sheet_differs" : "sheet_may_differ"];
  sheet.held_columns = 1;  // the kind
  sheet.filter = true;
  sheet.columns = {column("sheet_difference", 22),     column("council", 14),
                   column("sheet_clause", 12),         column("sheet_statement", 60),
                   column("sheet_deciding_words", 24), column("sheet_other_council", 14),
                   column("sheet_clause", 12),         column("sheet_statement", 60),
                   column("sheet_deciding_words", 24), column("sheet_because", 24)};
  for (const view::ListedDifference& each : differences) {
    if (each.certainty != certainty) continue;
    auto& cells = sheet.rows.emplace_back();
    cells.push_back({std::string(view::words_for(each.type)), fill});
    for (const view::ListedStatement* side : {&each.a, &each.b})
      for (const std::string* text : {&side->council, &side->clause, &side->text, &side->words})
        cells.push_back({*text});
    cells.push_back({each.because});
  }
  return sheet;
}

Sheet key_sheet(const view::StateKey& states, std::size_t left_out) {
  Sheet sheet;
  const view::Words words;
  sheet.name = words["sheet_key"];
  sheet.columns = {{std::string(words["sheet_state"]), 24},
                   {std::string(words["sheet_means"]), 80}};
  for (const view::StateMeaning& each : states)
    sheet.rows.push_back({state_cell(each.state, states), {each.meaning}});
  const auto add = [&](std::string_view name, std::string means) {
    sheet.rows.push_back({{std::string(words[name])}, {std::move(means)}});
  };
  add("sheet_letters", std::string(words["letters_about"]));
  add("sheet_no_line", std::string(words["sheet_no_line_means"]));
  if (left_out > 0)
    add("sheet_left_out", words.say("sheet_left_out_means", fmt::arg("count", left_out)));
  return sheet;
}

// What it was made of, whose it is and how to cite it.
Sheet about_sheet(const view::Stamp& stamp) {
  Sheet sheet;
  const view::Words words;
  sheet.name = words["sheet_about"];
  sheet.columns = {{std::string(words["sheet_about"]), 12},
                   {std::string(words["sheet_workbook"]), 100}};
  for (const auto& [name, value] : view::terms(stamp)) sheet.rows.push_back({{name}, {value}});
  return sheet;
}

}  // namespace

std::string matrix_xlsx(const view::MatrixList& matrix,
                        std::span<const view::ListedDifference> differences, std::size_t left_out) {
  std::vector<Sheet> sheets = {matrix_sheet(matrix.rows, matrix.states)};
  for (const auto certainty : {compare::Certainty::certain, compare::Certainty::likely}) {
    Sheet sheet = difference_sheet(differences, certainty);
    if (!sheet.rows.empty()) sheets.push_back(std::move(sheet));
  }
  sheets.push_back(key_sheet(matrix.states, left_out));
  if (Sheet about = about_sheet(matrix.made_of); !about.rows.empty())
    sheets.push_back(std::move(about));
  return workbook({std::string(view::Words()["sheet_title"]), {}, matrix.as_of}, sheets);
}

}  // namespace concord::render
