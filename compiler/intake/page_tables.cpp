#include "intake/page_tables.h"

#include <algorithm>
#include <string_view>

#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

void gather_rows(const PageNode& node, std::vector<const PageNode*>& rows, int depth) {
  if (depth > 3) return;
  for (const PageNode& child : node.children) {
    if (child.is("tr")) {
      rows.push_back(&child);
    } else if (!child.is_words()) {
      gather_rows(child, rows, depth + 1);
    }
  }
}

std::string words_of(const Cell& cell) {
  std::string words;
  for (const Runs& runs : cell.paragraphs) words += text_of(runs) + " ";
  return std::string(trimmed(words));
}

}  // namespace

std::vector<const PageNode*> rows_of_table(const PageNode& table) {
  std::vector<const PageNode*> rows;
  gather_rows(table, rows, 0);
  return rows;
}

bool could_head_columns(const Row& row) {
  return std::ranges::all_of(row.cells, [](const Cell& cell) {
    const std::string words = words_of(cell);
    return !words.empty() && tokens_of(words).size() <= 5 && !ends_with_punctuation(words) &&
           std::ranges::none_of(words, source::is_digit);
  });
}

}  // namespace concord::intake
