// Office Open XML workbooks, through libxlsxwriter.
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "render/matrix_columns.h"
#include "render/tables.h"
#include "render/xml_text.h"
#include "source/memory_file.h"
#include "source/utf8.h"
#include "view/comparison_words.h"

namespace concord::render {
namespace {

using compare::State;

// As matrix_columns has them, the row's id last.
std::array<Column, matrix_columns.size()> sheet_columns() {
  std::array<Column, matrix_columns.size()> columns = matrix_columns;
  std::rotate(columns.begin(), columns.begin() + 1, columns.end());
  return columns;
}

constexpr lxw_row_t held_rows = 1;
constexpr lxw_col_t held_columns = 3;  // topic, provision, council
constexpr std::size_t most_rows = LXW_ROW_MAX - 1;
constexpr double line_height = 15;              // points
constexpr double highest_row = 409;             // points, Excel's limit
constexpr std::size_t most_characters = 32766;  // Excel holds one more

// Pale enough for black text; the state also stands there in words.
lxw_color_t fill_of(State state) {
  switch (state) {
    case State::same:
      return 0xDDF2E3;
    case State::vocabulary:
      return 0xDCEBFA;
    case State::reworded:
      return 0xFFF4CC;
    case State::part:
      return 0xEDE3FA;
    case State::differs:
      return 0xFBD9D7;
    case State::elsewhere:
      return 0xE6E6E6;
    case State::absent:
      break;
  }
  return 0xFFFFFF;
}

// What the cell of a column says to a reader.
std::string words_of(const Column& column, const view::ListRow& row) {
  if (column.kind == ColumnKind::state) return std::string(view::words_for(row.state));
  return column.value(row);
}

// A text as a cell can hold it: characters that XML cannot hold replaced, and cut where it is too
// long.
std::string cell_text(const std::string& text) {
  std::string legal = xml_text(text);
  std::size_t characters = 0;
  for (std::size_t i = 0; i < legal.size(); ++i) {
    const bool begins_character = !source::continues_character(legal[i]);
    if (begins_character && ++characters > most_characters) return legal.substr(0, i) + "…";
  }
  return legal;
}

// How many lines the text takes in a column of that many characters, or somewhat fewer.
std::size_t lines(const std::string& text, double width) {
  std::size_t lines = 0;
  std::istringstream paragraphs(text);
  for (std::string paragraph; std::getline(paragraphs, paragraph);) {
    const std::size_t characters = source::count_characters(paragraph);
    lines += 1 + static_cast<std::size_t>(static_cast<double>(characters) / width);
  }
  return lines;
}

class Workbook {
 public:
  Workbook() : book_(workbook_new(memory_.path().c_str()), &lxw_workbook_free) {
    if (!book_) throw std::runtime_error("no memory for the workbook");
    text_ = format();
    heading_ = format();
    format_set_bold(heading_);
    format_set_bg_color(heading_, 0x1F3A5F);
    format_set_font_color(heading_, LXW_COLOR_WHITE);
    using enum State;
    for (const State state : {absent, differs, elsewhere, part, reworded, same, vocabulary}) {
      format_set_bg_color(state_formats_[state] = format(), fill_of(state));
    }
    format_set_bold(state_formats_[differs]);
  }

  // The day stands for the moment of making, which would make each file differ from the last.
  void describe(const std::string& day) {
    lxw_doc_properties properties = {};
    std::string title = "Comparison matrix";
    properties.title = title.data();
    std::tm time = {};
    const char* rest = strptime((day.empty() ? "1980-01-01" : day).c_str(), "%Y-%m-%d", &time);
    properties.created = rest ? timegm(&time) : 315532800;  // 1 January 1980
    workbook_set_properties(book_.get(), &properties);
  }

  void write_matrix(const std::vector<view::ListRow>& rows) {
    lxw_worksheet* sheet = add_sheet("Matrix");
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      set_column(sheet, c, columns_[c].width);
      write(sheet, 0, c, columns_[c].heading, heading_);
    }
    worksheet_set_row(sheet, 0, 2 * line_height, nullptr);
    const std::size_t count = std::min(rows.size(), most_rows);
    for (std::size_t r = 0; r < count; ++r) write_row(sheet, r + 1, rows[r]);
    worksheet_freeze_panes(sheet, held_rows, held_columns);
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(count),
                         static_cast<lxw_col_t>(columns_.size() - 1));
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
  }

  void write_key(const std::vector<view::StateMeaning>& states, std::size_t left_out) {
    lxw_worksheet* sheet = add_sheet("Key");
    set_column(sheet, 0, 24);
    set_column(sheet, 1, 80);
    write(sheet, 0, 0, "State", heading_);
    write(sheet, 0, 1, "What it means", heading_);
    std::size_t row = 1;
    for (const auto& [state, meaning] : states) {
      write(sheet, row, 0, std::string(view::words_for(state)), state_formats_[state]);
      write(sheet, row++, 1, std::string(meaning), text_);
    }
    write(sheet, row, 0, "Wording A, B, …", text_);
    write(sheet, row++, 1, "Councils with the same letter share a wording; A is the most common.",
          text_);
    if (left_out == 0) return;
    write(sheet, row, 0, "Rows left out", text_);
    write(sheet, row, 1, std::to_string(left_out) + ": more than a sheet holds; see matrix.csv.",
          text_);
  }

  std::string bytes() {
    const lxw_error error = workbook_close(book_.release());
    if (error != LXW_NO_ERROR) {
      throw std::runtime_error(std::string("the workbook cannot be made: ") + lxw_strerror(error));
    }
    return memory_.bytes();
  }

 private:
  lxw_format* format() {
    lxw_format* made = workbook_add_format(book_.get());
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  }

  lxw_worksheet* add_sheet(const char* name) { return workbook_add_worksheet(book_.get(), name); }

  static void set_column(lxw_worksheet* sheet, std::size_t column, double width) {
    const auto c = static_cast<lxw_col_t>(column);
    worksheet_set_column(sheet, c, c, width, nullptr);
  }

  // Always as a string, which no program runs.
  static void write(lxw_worksheet* sheet, std::size_t row, std::size_t column,
                    const std::string& text, lxw_format* format) {
    worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                           cell_text(text).c_str(), format);
  }

  // Not every program makes a row as high as its wrapped texts: LibreOffice leaves it at one line.
  void set_height(lxw_worksheet* sheet, std::size_t row, const view::ListRow& values) const {
    std::size_t most = 1;
    for (const Column& column : columns_) {
      if (column.kind != ColumnKind::number)
        most = std::max(most, lines(words_of(column, values), column.width));
    }
    worksheet_set_row(sheet, static_cast<lxw_row_t>(row),
                      std::min(line_height * static_cast<double>(most), highest_row), nullptr);
  }

  void write_row(lxw_worksheet* sheet, std::size_t row, const view::ListRow& values) {
    set_height(sheet, row, values);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const std::string words = words_of(columns_[c], values);
      switch (columns_[c].kind) {
        case ColumnKind::text:
          write(sheet, row, c, words, text_);
          break;
        case ColumnKind::state:
          write(sheet, row, c, words, state_formats_[values.state]);
          break;
        case ColumnKind::number:
          worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(c),
                                 std::stod(words), text_);
          break;
      }
    }
  }

  const std::array<Column, matrix_columns.size()> columns_ = sheet_columns();
  source::MemoryFile memory_;
  std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> book_;
  lxw_format* text_ = nullptr;
  lxw_format* heading_ = nullptr;
  std::map<State, lxw_format*> state_formats_;
};

}  // namespace

std::string matrix_xlsx(const view::MatrixList& matrix) {
  const std::size_t rows = matrix.rows.size();
  Workbook book;
  book.describe(matrix.as_of);
  book.write_matrix(matrix.rows);
  book.write_key(matrix.states, rows > most_rows ? rows - most_rows : 0);
  return book.bytes();
}

}  // namespace concord::render
