#include "cli/redline_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

#include "diag/print.h"
#include "draft/tables.h"
#include "draft/wording.h"

namespace concord::cli {
namespace {

using draft::Piece;

// How the terminal shows words that came and went; without colour, signs stand around them.
struct Style {
  std::string_view delete_on, delete_off, insert_on, insert_off, quiet_on, quiet_off, bold_on,
      bold_off;
};
constexpr Style bright{"\x1b[31m", "\x1b[0m", "\x1b[32m", "\x1b[0m",
                       "\x1b[2m",  "\x1b[0m", "\x1b[1m",  "\x1b[0m"};
constexpr Style plain{"[-", "-]", "{+", "+}", "", "", "", ""};

std::string words(const std::vector<Piece>& pieces, const Style& style) {
  std::string line;
  for (const Piece& piece : pieces) {
    const std::string text = diag::printable(piece.text);
    if (piece.kind == Piece::Kind::deleted) {
      line += fmt::format("{}{}{}", style.delete_on, text, style.delete_off);
    } else if (piece.kind == Piece::Kind::inserted) {
      line += fmt::format("{}{}{}", style.insert_on, text, style.insert_off);
    } else {
      line += text;
    }
  }
  return line;
}

std::string row(const draft::RowChange& from, const Style& style) {
  std::string line = "  |";
  for (const auto& cell : from.cells) line += fmt::format(" {} |", words(cell, style));
  return line + "\n";
}

// Of a table the rows that changed, below its header.
std::string table(const draft::TableChange& from, const Style& style) {
  std::string lines = from.header.cells.empty() ? "" : row(from.header, style);
  for (const draft::RowChange& each : from.rows)
    if (each.fate != draft::RowChange::Fate::kept) lines += row(each, style);
  return lines;
}

std::string effect(const view::RedlineEffect& from) {
  std::string line = "  * " + from.says;
  const char* sign = ": ";
  for (const std::string* text : {&from.before, &from.after}) {
    if (text->empty()) continue;
    line += fmt::format("{}“{}”", sign, diag::printable(*text));
    sign = " becomes ";
  }
  return line + "\n";
}

std::string clause(const view::RedlineClause& from, const Style& style) {
  std::string text =
      fmt::format("\n{}{}{}", style.bold_on, diag::printable(from.label), style.bold_off);
  if (!from.marks.empty())
    text += fmt::format("  {}{}{}", style.quiet_on, fmt::join(from.marks, "; "), style.quiet_off);
  text += "\n";
  text += from.table ? table(*from.table, style) : fmt::format("  {}\n", words(from.pieces, style));
  for (const view::RedlineEffect& each : from.effects) text += effect(each);
  return text;
}

}  // namespace

std::string redline_text(const view::Redline& redline, bool colour) {
  const Style& style = colour ? bright : plain;
  std::string text =
      fmt::format("{}{}, {}{}\nfrom {} to {}\n\n{}.\n", style.bold_on,
                  diag::printable(redline.council), diag::printable(redline.title), style.bold_off,
                  redline.before.name, redline.after.name, diag::printable(redline.headline));
  for (const std::string& remark : redline.remarks) text += diag::printable(remark) + "\n";
  for (const view::RedlinePart& part : redline.parts)
    if (part.clause && part.clause->change > 0) text += clause(*part.clause, style);
  return text;
}

}  // namespace concord::cli
