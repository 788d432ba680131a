// Plain text: what OCR, "save as text" and the clipboard leave of a document.
//
// Each line is a block, with its place, its indentation and the blank lines above it. Whether it
// goes on in the next is for recognition to say; the reader only measures whether the next word
// would have fitted, as a typewriter's does.

#include <algorithm>
#include <iterator>
#include <list>
#include <map>
#include <string_view>
#include <utility>

#include "diag/messages.h"
#include "intake/blocks.h"
#include "intake/labels.h"
#include "intake/text_marks.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "source/utf8.h"

namespace concord::intake {
namespace {

constexpr std::size_t most_bytes = 16u << 20u;
constexpr std::size_t tab_width = 8;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Line {
  std::string_view text;    // without white space at either end
  bool underlined = false;  // by a line of signs below it
  std::size_t indent = 0;
  std::uint32_t number = 0;
  std::uint32_t blank_before = 0;
  bool page_before = false;
};

std::size_t indent_of(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c == ' ') {
      ++columns;
    } else if (c == '\t') {
      columns += tab_width - columns % tab_width;
    } else if (c != '\f') {
      break;
    }
  }
  return columns;
}

// "======": a line drawn with one sign, below a heading or between two parts.
bool is_rule(std::string_view words) {
  constexpr std::size_t shortest = 3;
  return words.size() >= shortest && std::string_view("=-~*_").find(words[0]) < 5 &&
         words.find_first_not_of(words[0]) == std::string_view::npos;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t number = 0;
  std::uint32_t blank = 0;
  bool page = false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    page = page || line.find('\f') != std::string_view::npos;
    const std::string_view words = trimmed(line);
    if (words.empty()) {
      ++blank;
      continue;
    }
    if (is_rule(words)) {
      if (blank == 0 && !lines.empty()) lines.back().underlined = true;
      ++blank;
      continue;
    }
    lines.push_back({words, false, indent_of(line), number, blank, page});
    blank = 0;
    page = false;
  }
  return lines;
}

// A cell of a row whose columns are set by blanks, and the column that it begins in.
struct Column {
  std::size_t begin = 0;
  std::string_view words;
};

// What two blanks or more part.
std::vector<Column> columns_in(std::string_view text) {
  std::vector<Column> columns;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("  ", at), text.size());
    columns.push_back({source::count_characters(text.substr(0, at)), text.substr(at, end - at)});
    at = std::min(text.find_first_not_of(' ', end), text.size());
  }
  return columns;
}

// Longer ones are columns of a page.
constexpr std::size_t longest_cell = 40;

bool could_be_row(const std::vector<Column>& columns) {
  return columns.size() > 1 && !label_at(columns.front().words).number.present() &&
         bullet_length(columns.front().words) == 0 &&
         std::ranges::all_of(columns,
                             [](const Column& each) { return each.words.size() <= longest_cell; });
}

// A line of a table.
struct TableLine {
  std::string row;  // the words of all its cells, with a tab between them; empty for other lines
  bool within = false;  // goes on in the row above it, which has its words
};

// Three lines or more, one below the other, whose cells begin in the same columns. One that has
// none in the first column goes on in the row above.
class TextTables {
 public:
  explicit TextTables(const std::vector<Line>& lines) : lines_(lines), found_(lines.size()) {}

  std::vector<TableLine> run() {
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t end = end_of(i);
      if (end - i > 2) take(i, end);
      i = end;
    }
    return std::move(found_);
  }

 private:
  // Of a line, from the left edge of the page.
  std::vector<Column> columns_at(std::size_t i) const {
    std::vector<Column> columns = columns_in(lines_[i].text);
    for (Column& column : columns) column.begin += lines_[i].indent;
    return columns;
  }

  std::size_t end_of(std::size_t begin) const {
    const std::vector<Column> head = columns_at(begin);
    std::size_t end = begin + 1;
    if (!could_be_row(head)) return end;
    while (end < lines_.size() && lines_[end].blank_before == 0 &&
           (is_row(columns_at(end), head) || goes_on(columns_at(end), head)))
      ++end;
    return end;
  }

  static bool is_row(const std::vector<Column>& columns, const std::vector<Column>& head) {
    return could_be_row(columns) &&
           std::ranges::equal(columns, head, {}, &Column::begin, &Column::begin);
  }

  static bool goes_on(const std::vector<Column>& columns, const std::vector<Column>& head) {
    return columns.front().begin > head.front().begin &&
           std::ranges::all_of(columns, [&](const Column& column) {
             return column.words.size() <= longest_cell &&
                    std::ranges::find(head, column.begin, &Column::begin) != head.end();
           });
  }

  void take(std::size_t begin, std::size_t end) {
    const std::vector<Column> head = columns_at(begin);
    std::vector<std::string> cells(head.size());
    std::size_t row = begin;
    for (std::size_t i = begin; i < end; ++i) {
      const std::vector<Column> columns = columns_at(i);
      found_[i].within = columns.front().begin > head.front().begin;
      if (!found_[i].within) {
        row = i;
        std::ranges::fill(cells, "");
      }
      for (const Column& column : columns) {
        const auto at = std::ranges::find(head, column.begin, &Column::begin) - head.begin();
        std::string& cell = cells[static_cast<std::size_t>(at)];
        if (!cell.empty()) cell += ' ';
        cell += column.words;
      }
      found_[row].row = joined(cells);
    }
  }

  static std::string joined(const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) {
      if (&cell != &cells.front()) row += '\t';
      row += cell;
    }
    return row;
  }

  const std::vector<Line>& lines_;
  std::vector<TableLine> found_;
};

// Headings that blanks set in a column beside their text come before it, each whole.
class SideHeadings {
 public:
  // `headings` keeps the words of those that go over several lines.
  SideHeadings(std::vector<Line> lines, std::list<std::string>& headings, const ImportLists& lists)
      : lines_(std::move(lines)), headings_(headings), lists_(lists), edge_(edge_of_text()) {}

  std::vector<Line> run() {
    if (edge_ == 0) return std::move(lines_);
    for (const Line& line : lines_) {
      if (line.blank_before > 0 || line.indent < edge_) end_heading(line);
      take(line);
    }
    end_heading({});
    return std::move(ordered_);
  }

 private:
  // Where numbered text begins beside a heading, on two lines or more, and most lines at it or
  // right of it; else 0.
  std::size_t edge_of_text() const {
    std::map<std::size_t, std::size_t> edges;
    for (const Line& line : lines_) {
      const std::vector<Column> columns = columns_in(line.text);
      if (columns.size() < 2 || columns.size() > 3 || !could_head(columns[0].words, lists_) ||
          is_lone_label(columns[0].words))
        continue;
      const auto begin = static_cast<std::size_t>(columns[1].words.data() - line.text.data());
      const Label label = label_at(line.text.substr(begin));
      if (label.number.present() && label.number.style == syntax::NumberStyle::decimal &&
          !label.alone)
        ++edges[line.indent + columns[1].begin];
    }
    const auto most =
        std::ranges::max_element(edges, {}, [](const auto& each) { return each.second; });
    if (most == edges.end() || most->second < 2) return 0;
    const auto right = static_cast<std::size_t>(std::ranges::count_if(
        lines_, [&](const Line& line) { return text_begin(line, most->first) > 0; }));
    return right * 2 > lines_.size() ? most->first : 0;
  }

  // The byte of the line's words at which those at the edge or right of it begin, counted from 1.
  static std::size_t text_begin(const Line& line, std::size_t edge) {
    for (const Column& column : columns_in(line.text))
      if (line.indent + column.begin >= edge)
        return static_cast<std::size_t>(column.words.data() - line.text.data()) + 1;
    return 0;
  }

  void take(const Line& line) {
    const std::size_t begin = line.indent < edge_ ? text_begin(line, edge_) : 0;
    if (begin == 0) {
      take_whole(line);
      return;
    }
    Line text = line;
    text.text = line.text.substr(begin - 1);
    text.indent = line.indent + source::count_characters(line.text.substr(0, begin - 1));
    words_ += (words_.empty() ? "" : " ") + std::string(trimmed(line.text.substr(0, begin - 1)));
    if (heading_.number == 0) heading_ = line;
    beside_.push_back(text);
  }

  // The last line of a heading may stand beside nothing.
  void take_whole(const Line& line) {
    const std::size_t end = line.indent + source::count_characters(line.text);
    if (!words_.empty() && line.blank_before == 0 && line.indent < edge_ && end < edge_) {
      words_ += " " + std::string(line.text);
    } else {
      beside_.push_back(line);
    }
  }

  // A line goes on with the heading where it stands below it with no blank line between.
  void end_heading(const Line& next) {
    const bool goes_on = next.number > 0 && next.blank_before == 0 && !words_.empty();
    if (goes_on) return;
    if (!words_.empty()) {
      heading_.text = headings_.emplace_back(std::exchange(words_, {}));
      ordered_.push_back(std::exchange(heading_, {}));
      if (!beside_.empty())
        beside_.front().blank_before = std::max(1u, beside_.front().blank_before);
    }
    std::ranges::move(beside_, std::back_inserter(ordered_));
    beside_.clear();
  }

  std::vector<Line> lines_;
  std::list<std::string>& headings_;
  const ImportLists& lists_;
  std::size_t edge_;
  std::vector<Line> ordered_;
  std::vector<Line> beside_;  // the text beside the heading so far
  Line heading_;
  std::string words_;  // of the heading
};

std::size_t columns_of(const Line& line) {
  return line.indent + source::count_characters(line.text);
}

// The width that nearly all lines keep: a few are longer (an address, a table).
std::size_t width_of(const std::vector<Line>& lines) {
  std::vector<std::size_t> widths;
  widths.reserve(lines.size());
  for (const Line& line : lines) widths.push_back(columns_of(line));
  if (widths.empty()) return 0;
  const auto nth = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 49 / 50);
  std::nth_element(widths.begin(), nth, widths.end());
  return *nth;
}

bool is_full(const Line& line, const Line& next, std::size_t width) {
  const auto words = tokens_of(next.text);
  return columns_of(line) + 1 + source::count_characters(words.front()) > width;
}

// "[text](address)" and "<address>" as converters of documents write them.
struct MarkdownLink {
  std::size_t length = 0;
  std::string_view text;
  std::string_view address;
};

MarkdownLink link_at(std::string_view text) {
  if (text.starts_with("<http")) {
    const std::size_t end = text.find('>');
    if (end == std::string_view::npos || text.substr(0, end).find(' ') != std::string_view::npos)
      return {};
    return {end + 1, text.substr(1, end - 1), text.substr(1, end - 1)};
  }
  const std::size_t middle = text.find("](");
  if (!text.starts_with('[') || middle == std::string_view::npos) return {};
  const std::size_t end = text.find(')', middle);
  const std::string_view words = text.substr(1, middle - 1);
  if (end == std::string_view::npos || words.find('[') != std::string_view::npos) return {};
  const std::string_view address = text.substr(middle + 2, end - middle - 2);
  if (address.find(' ') != std::string_view::npos) return {};
  return {end + 1, words, address};
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("mailto:");
}

// The words between "**" and "**", which stand for bold letters; empty where none begin here.
std::string_view strong_at(std::string_view text) {
  constexpr std::string_view mark = "**";
  if (!text.starts_with(mark)) return {};
  const std::string_view behind = text.substr(mark.size());
  const std::string_view words = behind.substr(0, behind.find(mark));
  const bool closed = words.size() < behind.size();
  return closed && trimmed(words) == words ? words : std::string_view();
}

Runs runs_of(std::string_view text) {
  Runs runs{{}};
  while (!text.empty()) {
    if (const std::string_view strong = strong_at(text); !strong.empty()) {
      Run run;
      run.text = strong;
      run.bold = true;
      runs.push_back(std::move(run));
      runs.emplace_back();
      text.remove_prefix(strong.size() + 4);
      continue;
    }
    const MarkdownLink link = text[0] == '[' || text[0] == '<' ? link_at(text) : MarkdownLink{};
    if (link.length == 0) {
      runs.back().text += text[0];
      text.remove_prefix(1);
      continue;
    }
    Run run;
    run.text = link.text;
    if (is_address(link.address)) run.link = link.address;
    runs.push_back(std::move(run));
    runs.emplace_back();
    text.remove_prefix(link.length);
  }
  std::erase_if(runs, [](const Run& run) { return run.text.empty(); });
  return runs;
}

Block block_of(const Line& line) {
  Block block;
  block.kind = BlockKind::line;
  block.place.line = line.number;
  block.indent = static_cast<double>(line.indent);
  block.blank_before = line.blank_before;
  block.page_before = line.page_before;
  const std::size_t hashes = std::min(line.text.find_first_not_of('#'), line.text.size());
  const bool heading = hashes > 0 && hashes <= 6 && line.text.substr(hashes).starts_with(' ');
  if (heading) block.heading_level = static_cast<int>(hashes);
  block.runs = runs_of(heading ? trimmed(line.text.substr(hashes)) : line.text);
  for (Run& run : block.runs) run.bold = run.bold || line.underlined;
  return block;
}

// A soft hyphen at a line's end is what the word goes on by.
bool is_unseen_within(std::string_view text) {
  if (text.starts_with("\xE2\x80\x8B")) return true;
  return text.starts_with("\xC2\xAD") && text.size() > 2 && !source::is_space(text[2]) &&
         text[2] != '\r';
}

// Line ends of Windows and of old Macs, and what a screen does not show.
std::string cleaned(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_unseen_within(text.substr(at))) {
      at += text[at] == '\xC2' ? 1 : 2;
    } else if (c == '\r') {
      if (!text.substr(at + 1).starts_with('\n')) out += '\n';
    } else if (c == '\n' || c == '\t' || c == '\f' || static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  return out;
}

// Windows-1252 is what a text that is not UTF-8 is written in; its letters above ASCII that are not
// those of Latin-1.
constexpr std::string_view windows_letters[32] = {
    "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
    "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};

std::string from_windows(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else if (byte < 0xA0) {
      out += windows_letters[byte - 0x80u];
    } else {
      out += static_cast<char>(0xC0u | (byte >> 6u));
      out += static_cast<char>(0x80u | (byte & 0x3Fu));
    }
  }
  return out;
}

// "Unicode text" of Windows: two bytes a unit, after a mark that says which comes first.
bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

void add_utf8(char32_t code, std::string& out) {
  const auto add = [&](char32_t byte) { out += static_cast<char>(byte); };
  const auto add_tail = [&](unsigned shift) { add(0x80u | ((code >> shift) & 0x3Fu)); };
  if (code < 0x80) return add(code);
  if (code < 0x800) {
    add(0xC0u | (code >> 6u));
  } else if (code < 0x10000) {
    add(0xE0u | (code >> 12u));
    add_tail(6);
  } else {
    add(0xF0u | (code >> 18u));
    add_tail(12);
    add_tail(6);
  }
  add_tail(0);
}

std::string from_utf16(std::string_view bytes) {
  const std::size_t high = bytes.front() == '\xFE' ? 0 : 1;
  const auto unit = [&](std::size_t at) -> char32_t {
    if (at + 1 >= bytes.size()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    return static_cast<char32_t>((byte(at + high) << 8u) | byte(at + 1 - high));
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    const char32_t low = unit(at + 2);
    if (code >= 0xD800 && code < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10u) + (low - 0xDC00);
      at += 2;
    } else if (code >= 0xD800 && code < 0xE000) {
      code = 0xFFFD;  // half a pair
    }
    add_utf8(code, out);
  }
  return out;
}

}  // namespace

Outcome read_text(const std::string& bytes, const ImportLists& lists) {
  if (bytes.size() > most_bytes) return Refusal{diag::Code::IMP004, diag::IMP004::text};
  if (is_utf16(bytes)) return read_text(from_utf16(bytes), lists);
  if (bytes.find('\0') != std::string::npos)
    return Refusal{diag::Code::IMP001, diag::IMP001::not_text};
  const bool utf8 = source::well_formed_length(bytes) == bytes.size();
  const std::string text = without_drawn_marks(cleaned(utf8 ? bytes : from_windows(bytes)));
  std::list<std::string> headings;
  const std::vector<Line> lines = SideHeadings(lines_of(text), headings, lists).run();
  if (lines.empty()) return Refusal{diag::Code::IMP005, diag::IMP005::text};
  const std::size_t width = width_of(lines);
  Reading reading;
  reading.blocks.reserve(lines.size());
  const std::vector<TableLine> rows = TextTables(lines).run();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (rows[i].within) continue;
    reading.blocks.push_back(block_of(lines[i]));
    if (!rows[i].row.empty()) reading.blocks.back().runs = {Run{rows[i].row}};
    reading.blocks.back().full = i + 1 < lines.size() && is_full(lines[i], lines[i + 1], width);
  }
  return reading;
}

}  // namespace concord::intake
