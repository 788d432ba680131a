#include "intake/printed_lines.h"

#include <algorithm>
#include <string>

#include "intake/wording.h"
#include "source/utf8.h"

namespace concord::intake {
namespace {

// Shorter paragraphs break off for other reasons than the end of a line.
constexpr std::size_t shortest_line = 45;
// So many show what the others are, and so large a part of all.
constexpr std::size_t fewest_broken = 3;
constexpr std::size_t part_broken = 12;

bool could_be_line(const Block& block) {
  return block.kind == BlockKind::paragraph && block.furniture == Furniture::none;
}

// The words of the paragraph go on in the next.
bool breaks_within(const Block& above, const Block& below) {
  const std::string words = text_of(above.runs);
  const std::string next = text_of(below.runs);
  return could_be_line(above) && could_be_line(below) && below.label.empty() &&
         words.size() >= shortest_line && !ends_with_punctuation(trimmed(words)) &&
         opens_with_small_letter(trimmed(next));
}

std::size_t columns_of(const Block& block) {
  return source::count_characters(trimmed(text_of(block.runs)));
}

struct Lines {
  std::size_t all = 0;
  std::vector<std::size_t> broken;  // the columns of each that goes on in the next
  std::size_t widest = 0;
};

Lines lines_of(const std::vector<Block>& blocks) {
  Lines lines;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!could_be_line(blocks[i])) continue;
    ++lines.all;
    const std::size_t columns = columns_of(blocks[i]);
    lines.widest = std::max(lines.widest, columns);
    if (i + 1 < blocks.size() && breaks_within(blocks[i], blocks[i + 1]))
      lines.broken.push_back(columns);
  }
  return lines;
}

// The width of the lines that go on: the widest but for a few.
std::size_t width_of(Lines& lines) {
  const auto nth = lines.broken.begin() + static_cast<std::ptrdiff_t>(lines.broken.size() * 9 / 10);
  std::nth_element(lines.broken.begin(), nth, lines.broken.end());
  return *nth;
}

}  // namespace

void find_printed_lines(std::vector<Block>& blocks) {
  Lines lines = lines_of(blocks);
  const std::size_t broken = lines.broken.size();
  if (broken < fewest_broken || broken * part_broken < lines.all) return;
  const std::size_t width = width_of(lines);
  if (lines.widest * 4 > width * 5) return;  // a paragraph that no line of the page could hold
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!could_be_line(blocks[i])) continue;
    blocks[i].kind = BlockKind::line;
    // Lines of an item are shorter by its indent.
    blocks[i].full = i + 1 < blocks.size() && columns_of(blocks[i]) * 5 > width * 4;
  }
}

}  // namespace concord::intake
