#include "syntax/tables.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>

#include "syntax/cmark_nodes.h"

namespace concord::syntax {
namespace {

bool is_taken_from_a_paragraph(cmark_node* table) {
  cmark_node* before = cmark_node_previous(table);
  return before != nullptr && table_taken_from(before) == table;
}

}  // namespace

cmark_node* table_taken_from(cmark_node* node) {
  cmark_node* next = cmark_node_next(node);
  const bool forgotten = cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
                         cmark_node_get_start_line(node) == 0 && next != nullptr;
  return forgotten && is_extension_node(next, "table") ? next : nullptr;
}

int header_line(cmark_node* table) {
  cmark_node* row = cmark_node_next(cmark_node_first_child(table));
  return row != nullptr ? cmark_node_get_start_line(row) - 2 : cmark_node_get_end_line(table) - 1;
}

std::uint32_t TableReader::begin_of(cmark_node* node) const {
  return prepared_.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
}

Block TableReader::read(cmark_node* node) {
  Block block;
  block.kind = BlockKind::table;
  const std::uint32_t begin = begin_of_table(node);
  block.span = prepared_.span(begin, prepared_.line_end(cmark_node_get_end_line(node)));
  Table table;
  for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
    const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
    std::vector<Cell> cells = read_row(row, header ? begin : begin_of(row));
    if (header) {
      table.header = std::move(cells);
    } else {
      table.rows.push_back(std::move(cells));
    }
  }
  block.table = std::move(table);
  return block;
}

std::uint32_t TableReader::begin_of_table(cmark_node* table) const {
  if (!is_taken_from_a_paragraph(table)) return begin_of(table);
  const std::size_t words =
      prepared_.text().find_first_not_of(" \t>", prepared_.offset(header_line(table), 1));
  return static_cast<std::uint32_t>(std::min(words, prepared_.text().size()));
}

// `begin`: of the row's words. cmark counts the columns of a row that is indented from its words,
// and those of a header from the paragraph that it was taken out of, so that only the signs
// between cells tell where they stand.
std::vector<Cell> TableReader::read_row(cmark_node* row, std::uint32_t begin) {
  const std::uint32_t end = prepared_.line_end(prepared_.line(begin));
  const std::vector<Range> places = cell_places(begin, end);
  std::vector<Cell> cells;
  for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
       cell = cmark_node_next(cell)) {
    // A cell that the row does not have stands nowhere.
    const Range place = cells.size() < places.size() ? places[cells.size()] : Range{end, end};
    cells.push_back({inlines_.read(cell, place, HardBreaks::spaces)});
  }
  return cells;
}

// What stands before, between and after the row's "|"; one that opens the row stands before its
// first cell. Even in code, a "|" without a backslash ends a cell.
std::vector<Range> TableReader::cell_places(std::uint32_t begin, std::uint32_t end) const {
  const std::string_view text = prepared_.text();
  std::vector<Range> places;
  while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
  if (begin < end && text[begin] == '|') ++begin;
  for (std::uint32_t at = begin; at < end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '|') {
      places.push_back({begin, at});
      begin = at + 1;
    }
  }
  if (begin < end) places.push_back({begin, end});
  return places;
}

}  // namespace concord::syntax
