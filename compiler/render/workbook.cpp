// Through libxlsxwriter.
#include "render/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "render/xml_text.h"
#include "source/memory_file.h"
#include "source/utf8.h"

namespace concord::render {

const std::size_t most_sheet_rows = LXW_ROW_MAX - 1;

namespace {

constexpr lxw_row_t held_rows = 1;
constexpr double line_height = 15;              // points
constexpr double highest_row = 409;             // points, Excel's limit
constexpr std::size_t most_characters = 32766;  // Excel holds one more
constexpr std::size_t longest_name = 31;        // of a sheet
constexpr std::uint32_t white = 0xFFFFFF;

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

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

class Workbook {
 public:
  Workbook() : book_(workbook_new(memory_.path().c_str()), &lxw_workbook_free) {
    if (!book_) throw std::runtime_error("no memory for the workbook");
    heading_ = new_format();
    format_set_bold(heading_);
    format_set_bg_color(heading_, 0x1F3A5F);
    format_set_font_color(heading_, LXW_COLOR_WHITE);
  }

  void describe(WorkbookProperties about) {
    lxw_doc_properties properties = {};
    properties.title = about.title.data();
    if (!about.comments.empty()) properties.comments = about.comments.data();
    tm moment = {};
    const char* rest =
        strptime((about.day.empty() ? "1980-01-01" : about.day).c_str(), "%Y-%m-%d", &moment);
    properties.created = rest ? timegm(&moment) : 315532800;  // 1 January 1980
    workbook_set_properties(book_.get(), &properties);
  }

  void write(const Sheet& from) {
    lxw_worksheet* sheet =
        workbook_add_worksheet(book_.get(), from.name.substr(0, longest_name).c_str());
    for (std::size_t c = 0; c < from.columns.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      worksheet_set_column(sheet, column, column, from.columns[c].width, nullptr);
      write_text(sheet, 0, c, from.columns[c].heading, heading_);
    }
    const std::size_t count = std::min(from.rows.size(), most_sheet_rows);
    for (std::size_t r = 0; r < count; ++r) write_row(sheet, r + 1, from.rows[r], from.columns);
    if (!from.filter) return;
    worksheet_set_row(sheet, 0, 2 * line_height, nullptr);
    worksheet_freeze_panes(sheet, held_rows, static_cast<lxw_col_t>(from.held_columns));
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(count),
                         static_cast<lxw_col_t>(from.columns.size() - 1));
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
  }

  std::string bytes() {
    const lxw_error error = workbook_close(book_.release());
    if (error != LXW_NO_ERROR) {
      throw std::runtime_error(std::string("the workbook cannot be made: ") + lxw_strerror(error));
    }
    return memory_.bytes();
  }

 private:
  lxw_format* new_format() {
    lxw_format* made = workbook_add_format(book_.get());
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  }

  lxw_format* format_of(const SheetCell& cell) {
    lxw_format*& made = formats_[{cell.fill, cell.strong}];
    if (made != nullptr) return made;
    made = new_format();
    if (cell.fill != white) format_set_bg_color(made, cell.fill);
    if (cell.strong) format_set_bold(made);
    return made;
  }

  static void write_text(lxw_worksheet* sheet, std::size_t row, std::size_t column,
                         const std::string& text, lxw_format* format) {
    worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                           cell_text(text).c_str(), format);
  }

  // Not every program makes a row as high as its wrapped texts: LibreOffice leaves it at one line.
  static void set_height(lxw_worksheet* sheet, std::size_t row, const std::vector<SheetCell>& cells,
                         const std::vector<SheetColumn>& columns) {
    std::size_t most = 1;
    for (std::size_t c = 0; c < cells.size(); ++c)
      if (!columns[c].number) most = std::max(most, lines(cells[c].text, columns[c].width));
    worksheet_set_row(sheet, static_cast<lxw_row_t>(row),
                      std::min(line_height * static_cast<double>(most), highest_row), nullptr);
  }

  void write_row(lxw_worksheet* sheet, std::size_t row, const std::vector<SheetCell>& cells,
                 const std::vector<SheetColumn>& columns) {
    set_height(sheet, row, cells, columns);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      lxw_format* format = format_of(cells[c]);
      const auto number = columns[c].number ? number_in(cells[c].text) : std::nullopt;
      if (number) {
        worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(c),
                               *number, format);
      } else {
        write_text(sheet, row, c, cells[c].text, format);
      }
    }
  }

  source::MemoryFile memory_;
  std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> book_;
  lxw_format* heading_ = nullptr;
  std::map<std::pair<std::uint32_t, bool>, lxw_format*> formats_;
};

}  // namespace

std::string workbook(const WorkbookProperties& about, const std::vector<Sheet>& sheets) {
  Workbook book;
  book.describe(about);
  for (const Sheet& each : sheets) book.write(each);
  return book.bytes();
}

}  // namespace concord::render
