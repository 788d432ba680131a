#include "intake/word_tables.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "source/characters.h"
#include "syntax/document.h"

namespace concord::intake {
namespace {

std::string_view trimmed(std::string_view text) {
  static constexpr std::string_view blanks = " \t\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return "";
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// "9.2", "(a)", "3", "iv)", "•": nothing but what stands before a paragraph.
bool is_lone_label(const Block& block) {
  if (block.kind != BlockKind::paragraph) return false;
  const std::string text = text_of(block.runs);
  const std::string_view words = trimmed(text);
  if (words.empty()) return !block.label.empty();
  if (!block.label.empty()) return false;
  static constexpr std::string_view bullets[] = {"•", "-", "–", "·", "▪", "o", "*", "●"};
  if (std::find(std::begin(bullets), std::end(bullets), words) != std::end(bullets)) return true;
  return syntax::number_at_start(std::string(words) + " W").label == words;
}

bool is_label(const GridCell& cell) {
  return cell.blocks.size() == 1 && is_lone_label(cell.blocks.front());
}

// Labels and gaps first, words in one cell at most.
bool is_text(const GridRow& row) {
  bool words = false;
  for (const GridCell& cell : row.cells) {
    if (cell.blocks.empty()) continue;
    if (words) return false;
    words = !is_label(cell);
  }
  return !row.header;
}

bool has_label(const GridRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), is_label);
}

bool has_one_column(const Grid& grid) {
  return std::all_of(grid.begin(), grid.end(),
                     [](const GridRow& row) { return row.cells.size() == 1; });
}

Run plain(std::string text) {
  Run run;
  run.text = std::move(text);
  return run;
}

// The label's own block goes into the first paragraph that has no number of its own.
void put_before(std::vector<Block> labels, std::vector<Block>& blocks) {
  for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
    const bool takes = !blocks.empty() && blocks.front().kind == BlockKind::paragraph;
    const bool automatic = label->runs.empty();
    if (!takes || (automatic && !blocks.front().label.empty())) {
      blocks.insert(blocks.begin(), std::move(*label));
    } else if (automatic) {
      blocks.front().label = label->label;
      blocks.front().bullet = label->bullet;
      blocks.front().list_level = label->list_level;
    } else {
      Runs& runs = blocks.front().runs;
      runs.insert(runs.begin(), plain("\t"));
      runs.insert(runs.begin(), label->runs.begin(), label->runs.end());
    }
  }
}

void add_row(GridRow row, std::vector<Block>& text) {
  std::vector<Block> labels, words;
  for (GridCell& cell : row.cells) {
    auto& into = is_label(cell) && words.empty() ? labels : words;
    std::move(cell.blocks.begin(), cell.blocks.end(), std::back_inserter(into));
  }
  put_before(std::move(labels), words);
  std::move(words.begin(), words.end(), std::back_inserter(text));
}

void join(Runs& whole, const Runs& runs) {
  if (!whole.empty()) whole.push_back(plain("\t"));
  whole.insert(whole.end(), runs.begin(), runs.end());
}

Runs with_label(const Block& block) {
  Runs runs = block.runs;
  if (!block.label.empty()) {
    runs.insert(runs.begin(), plain(runs.empty() ? block.label : block.label + "\t"));
  }
  return runs;
}

}  // namespace

bool lays_text_out(const Grid& grid) {
  if (has_one_column(grid)) return true;
  return std::all_of(grid.begin(), grid.end(), is_text) &&
         std::any_of(grid.begin(), grid.end(), has_label);
}

std::vector<Block> text_of_grid(Grid grid) {
  std::vector<Block> text;
  for (GridRow& row : grid) add_row(std::move(row), text);
  return text;
}

std::vector<Row> rows_of_grid(const Grid& grid) {
  std::vector<Row> rows;
  for (const GridRow& from : grid) {
    Row& row = rows.emplace_back();
    row.header = from.header;
    for (const GridCell& cell : from.cells) {
      row.cells.push_back({paragraphs_of(cell.blocks), cell.merged});
    }
  }
  return rows;
}

std::vector<std::string> bookmarks_of_grid(const Grid& grid) {
  std::vector<std::string> bookmarks;
  for (const GridRow& row : grid) {
    for (const GridCell& cell : row.cells) {
      for (const Block& block : cell.blocks) {
        bookmarks.insert(bookmarks.end(), block.bookmarks.begin(), block.bookmarks.end());
      }
    }
  }
  return bookmarks;
}

std::vector<Runs> paragraphs_of(const std::vector<Block>& blocks) {
  std::vector<Runs> paragraphs;
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::table) {
      paragraphs.push_back(with_label(block));
      continue;
    }
    for (const Row& row : block.rows) {
      Runs whole;
      for (const Cell& cell : row.cells) {
        for (const Runs& runs : cell.paragraphs) join(whole, runs);
      }
      if (!whole.empty()) paragraphs.push_back(std::move(whole));
    }
  }
  return paragraphs;
}

}  // namespace concord::intake
