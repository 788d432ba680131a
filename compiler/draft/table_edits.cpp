#include "draft/table_edits.h"

#include <algorithm>

#include "draft/word_units.h"
#include "intake/draft.h"

namespace concord::draft {
namespace {

using intake::Block;
using intake::Row;
using syntax::Prose;

constexpr double alike = 0.4;

Prose words_of(const intake::Cell& cell) {
  Prose all;
  for (const intake::Runs& runs : cell.paragraphs) {
    const Prose words = prose_of(runs, {});
    intake::append(all, words, all.text.empty() || words.text.empty() ? "" : " ");
  }
  return all;
}

std::string text_of(const Row& row) {
  std::string text;
  for (const intake::Cell& cell : row.cells) text += words_of(cell).text + "\x1f";
  return text;
}

// What all of a cell has is its row's style.
std::string written(Prose words, bool header) {
  const auto end = static_cast<std::uint32_t>(words.text.size());
  if (header)
    std::erase_if(words.marks, [&](const syntax::Mark& mark) {
      return mark.kind == syntax::MarkKind::strong && mark.range.begin == 0 &&
             mark.range.end == end;
    });
  return syntax::to_markdown(words, {.place = syntax::ProsePlace::cell});
}

std::string line_of(const Row& row, std::size_t width, bool header) {
  std::string line = "|";
  for (std::size_t i = 0; i < width; ++i) {
    const std::string words = i < row.cells.size() ? written(words_of(row.cells[i]), header) : "";
    line += words.empty() ? " |" : " " + words + " |";
  }
  return line;
}

std::size_t width_of(const Block& table) {
  std::size_t width = 0;
  for (const Row& row : table.rows) width = std::max(width, row.cells.size());
  return width;
}

// The lines of a table, the first row as its header, or an empty header above them; `line_break`
// stands between two.
std::string lines_of(const std::vector<Row>& rows, bool headed, std::size_t width,
                     const std::string& line_break) {
  std::string lines = line_of(headed && !rows.empty() ? rows.front() : Row{}, width, true);
  lines += line_break + "|";
  for (std::size_t i = 0; i < width; ++i) lines += "---|";
  for (std::size_t i = headed ? 1 : 0; i < rows.size(); ++i)
    lines += line_break + line_of(rows[i], width, false);
  return lines;
}

struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // without the break
};

// Where the cells' words of a line stand, without the blanks around them.
std::vector<Line> cells_in(std::string_view text, Line line) {
  std::vector<std::uint32_t> bars;
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '|') {
      bars.push_back(at);
    }
  }
  if (bars.empty()) return {};
  std::vector<Line> cells;
  const std::size_t head =
      text.substr(line.begin, bars.front() - line.begin).find_first_not_of(" >\t");
  std::uint32_t begin = head == std::string_view::npos ? bars.front() + 1 : line.begin;
  for (std::size_t i = head == std::string_view::npos ? 1 : 0; i < bars.size(); ++i) {
    cells.push_back({begin, bars[i]});
    begin = bars[i] + 1;
  }
  if (text.substr(begin, line.end - begin).find_first_not_of(" \t") != std::string_view::npos)
    cells.push_back({begin, line.end});
  for (Line& cell : cells) {
    while (cell.begin < cell.end && text[cell.begin] == ' ') ++cell.begin;
    while (cell.end > cell.begin && text[cell.end - 1] == ' ') --cell.end;
  }
  return cells;
}

class TableEditor {
 public:
  TableEditor(std::string_view text, const Segment& segment, const graph::Clause& clause,
              const Block& before, const Block& after)
      : text_(text), table_(*clause.table), before_(before), after_(after) {
    for (std::uint32_t at = segment.begin; at < segment.own_end;) {
      const auto end =
          static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', at), segment.own_end));
      lines_.push_back({at, end > at && text[end - 1] == '\r' ? end - 1 : end});
      at = end + 1;
    }
    line_break_ = text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
    headed_ = before.rows.size() > table_.rows.size();
  }

  std::optional<std::vector<Patch>> run() {
    const bool known = before_.rows.size() == table_.rows.size() + (headed_ ? 1 : 0) &&
                       lines_.size() >= table_.rows.size() + 2;
    if (!known || after_.rows.empty()) return std::nullopt;
    prefix_ =
        text_.substr(lines_[0].begin,
                     std::min(text_.find('|', lines_[0].begin), text_.size()) - lines_[0].begin);
    if (prefix_.find_first_not_of(" >\t") != std::string::npos) prefix_.clear();
    if (width_of(before_) != width_of(after_)) return all_anew();
    return by_row() ? std::optional(std::move(patches_)) : std::nullopt;
  }

 private:
  std::optional<std::vector<Patch>> all_anew() {
    std::string lines =
        prefix_ + lines_of(after_.rows, headed_, width_of(after_), line_break_ + prefix_);
    return std::vector<Patch>{
        {lines_[0].begin, lines_[table_.rows.size() + 1].end, std::move(lines)}};
  }

  Line line_of_row(std::size_t before) const {
    return headed_ && before == 0 ? lines_[0] : lines_[before + (headed_ ? 1 : 2)];
  }

  // The row that each row was; the same words first, then the likest between those.
  std::vector<Index> rows_before() const {
    std::vector<Index> of_after(after_.rows.size());
    std::vector<bool> taken(before_.rows.size());
    std::size_t next = 0;
    for (std::size_t a = 0; a < after_.rows.size(); ++a) {
      for (std::size_t b = next; b < before_.rows.size(); ++b) {
        if (text_of(before_.rows[b]) != text_of(after_.rows[a])) continue;
        of_after[a] = b;
        taken[b] = true;
        next = b + 1;
        break;
      }
    }
    for (std::size_t a = 0; a < after_.rows.size(); ++a)
      if (!of_after[a]) of_after[a] = likest(a, of_after, taken);
    return of_after;
  }

  Index likest(std::size_t a, const std::vector<Index>& of_after, std::vector<bool>& taken) const {
    std::size_t begin = 0;
    std::size_t end = before_.rows.size();
    for (std::size_t i = 0; i < a; ++i)
      if (of_after[i]) begin = *of_after[i] + 1;
    for (std::size_t i = after_.rows.size(); i-- > a + 1;)
      if (of_after[i]) end = *of_after[i];
    Index best;
    double like = before_.rows.size() == after_.rows.size() ? 0.0 : alike;
    for (std::size_t b = begin; b < end; ++b) {
      if (taken[b]) continue;
      const double found = likeness_of(text_of(before_.rows[b]), text_of(after_.rows[a]));
      if (found < like || (best && found <= like)) continue;
      best = b;
      like = found;
    }
    if (best) taken[*best] = true;
    return best;
  }

  bool by_row() {
    const std::vector<Index> rows = rows_before();
    if (headed_ && rows[0] != Index(0)) return false;
    std::vector<bool> kept(before_.rows.size());
    std::uint32_t behind = lines_[1].end;
    for (std::size_t a = 0; a < rows.size(); ++a) {
      if (!rows[a]) {
        patches_.push_back(
            {behind, behind,
             line_break_ + prefix_ + line_of(after_.rows[a], width_of(after_), false)});
        continue;
      }
      kept[*rows[a]] = true;
      if (!edit_row(*rows[a], a)) return false;
      if (!headed_ || *rows[a] > 0) behind = line_of_row(*rows[a]).end;
    }
    for (std::size_t b = 0; b < kept.size(); ++b)
      if (!kept[b]) drop_row(b);
    return true;
  }

  void drop_row(std::size_t b) {
    const Line line = line_of_row(b);
    std::uint32_t begin = line.begin;
    while (begin > 0 && (text_[begin - 1] == '\n' || text_[begin - 1] == '\r')) --begin;
    patches_.push_back({begin, line.end, ""});
  }

  const syntax::Cell* cell_at(std::size_t b, std::size_t column) const {
    const auto& cells = headed_ && b == 0 ? table_.header : table_.rows[b - (headed_ ? 1 : 0)];
    return column < cells.size() ? &cells[column] : nullptr;
  }

  bool edit_row(std::size_t b, std::size_t a) {
    const Row& was = before_.rows[b];
    const Row& is = after_.rows[a];
    const std::vector<Line> places = cells_in(text_, line_of_row(b));
    for (std::size_t i = 0; i < std::min(was.cells.size(), is.cells.size()); ++i) {
      const Prose words = words_of(was.cells[i]);
      const Prose now = words_of(is.cells[i]);
      if (words.text == now.text) continue;
      const syntax::Cell* cell = cell_at(b, i);
      if (cell == nullptr || i >= places.size()) return false;
      const auto rewording = reword(cell->prose, words, now);
      if (!rewording) return false;
      const WordsPlace place{text_, places[i].begin, places[i].end, syntax::ProsePlace::cell};
      std::vector<Patch> found = patches(cell->prose, *rewording, place);
      patches_.insert(patches_.end(), found.begin(), found.end());
    }
    return true;
  }

  std::string_view text_;
  const syntax::Table& table_;
  const Block& before_;
  const Block& after_;
  std::vector<Line> lines_;
  std::string line_break_;
  std::string prefix_;
  bool headed_ = false;  // the Word file shows the header's row
  std::vector<Patch> patches_;
};

}  // namespace

bool same_shape(const Block& a, const Block& b) {
  return std::ranges::equal(a.rows, b.rows, [](const Row& one, const Row& other) {
    return one.cells.size() == other.cells.size();
  });
}

std::optional<std::vector<Patch>> table_patches(std::string_view text, const Segment& segment,
                                                const graph::Clause& clause, const Block& before,
                                                const Block& after) {
  return TableEditor(text, segment, clause, before, after).run();
}

std::string new_table(const Block& table, const std::string& line_break) {
  return lines_of(table.rows, true, width_of(table), line_break);
}

}  // namespace concord::draft
