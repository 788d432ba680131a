#include "render/docx_table.h"

#include <algorithm>
#include <numeric>

#include "source/utf8.h"

namespace concord::render {
namespace {

using view::Runs;

constexpr int of_a_letter = 118;
constexpr int of_a_bold_letter = 140;  // in a wide typeface, which stands for a missing one
constexpr int insets = 260;
constexpr int least_width = 500;

std::string plain(const Runs& cell) {
  std::string text;
  for (const view::Run& run : cell) text += run.text;
  return text;
}

int letters(std::string_view text) {
  return static_cast<int>(source::count_characters(text));
}

int longest_word(std::string_view text) {
  int longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" /\n"), text.size());
    longest = std::max(longest, letters(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

// The width of a column that breaks no word, and that breaks no line.
struct Extent {
  int least = least_width;
  int most = least_width;

  void take(const std::string& text, int of_letter) {
    least = std::max(least, longest_word(text) * of_letter + insets);
    most = std::max(most, letters(text) * of_letter + insets);
  }
};

std::vector<Extent> extents(const DocxTable& table, std::size_t columns) {
  std::vector<Extent> all(columns);
  for (std::size_t c = 0; c < table.header.size(); ++c)
    all[c].take(plain(table.header[c]), of_a_bold_letter);
  for (const auto& row : table.rows)
    for (std::size_t c = 0; c < row.size(); ++c) all[c].take(plain(row[c]), of_a_letter);
  return all;
}

// Each column has what its widest word needs, none more than it has to say, and those between are
// as wide as one another. Where words alone are too wide for the page, all are narrower in
// proportion.
std::vector<int> widths(const std::vector<Extent>& extents, int room) {
  const auto at = [&](int level) {
    std::vector<int> all;
    for (const Extent& extent : extents)
      all.push_back(std::clamp(level, extent.least, std::max(extent.least, extent.most)));
    return all;
  };
  const auto sum = [](const std::vector<int>& all) {
    return std::accumulate(all.begin(), all.end(), 0);
  };
  std::vector<int> least = at(0);
  if (const int needed = sum(least); needed > room) {
    for (int& width : least) width = std::max(1, width * room / needed);
    return least;
  }
  int low = 0;
  int high = room;
  while (high - low > 1) {
    const int middle = (low + high) / 2;
    (sum(at(middle)) <= room ? low : high) = middle;
  }
  return at(low);
}

// By their shares, but for columns whose words would break: these take what they need from the
// room that the others have to spare.
std::vector<int> widths_by_share(const std::vector<int>& shares, const std::vector<Extent>& extents,
                                 int room) {
  const int sum = std::accumulate(shares.begin(), shares.end(), 0);
  std::vector<int> all;
  int missing = 0;
  int spare = 0;
  for (std::size_t c = 0; c < shares.size(); ++c) {
    all.push_back(room * shares[c] / sum);
    missing += std::max(0, extents[c].least - all[c]);
    spare += std::max(0, all[c] - extents[c].least);
  }
  if (missing > spare) return widths(extents, room);
  for (std::size_t c = 0; c < all.size(); ++c) {
    const int over = all[c] - extents[c].least;
    all[c] = over < 0 ? extents[c].least : all[c] - (spare > 0 ? missing * over / spare : 0);
  }
  return all;
}

class Writer {
 public:
  Writer(const XmlElement& parent, const DocxTable& table, const WriteCell& write,
         const MarkRow& mark)
      : table_(table), write_(write), mark_(mark), element_(parent.add("w:tbl")) {
    std::size_t columns = table.header.size();
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    const int room = table.room - table.left;
    const std::vector<Extent> needed = extents(table, columns);
    widths_ =
        table.shares.empty() ? widths(needed, room) : widths_by_share(table.shares, needed, room);
  }

  void run() {
    properties();
    const XmlElement grid = element_.add("w:tblGrid");
    for (const int width : widths_) grid.add("w:gridCol").set("w:w", std::to_string(width));
    if (!table_.header.empty()) row(table_.header, true);
    for (const auto& cells : table_.rows) row(cells, false);
  }

 private:
  void properties() const {
    const XmlElement to = element_.add("w:tblPr");
    to.add("w:tblStyle").set("w:val", "Grid");
    const int width = std::accumulate(widths_.begin(), widths_.end(), 0);
    to.add("w:tblW").set("w:w", std::to_string(width)).set("w:type", "dxa");
    to.add("w:tblInd").set("w:w", std::to_string(table_.left)).set("w:type", "dxa");
    to.add("w:tblLayout").set("w:type", "fixed");
    to.add("w:tblLook")
        .set("w:val", "0020")
        .set("w:firstRow", "1")
        .set("w:lastRow", "0")
        .set("w:firstColumn", "0")
        .set("w:lastColumn", "0")
        .set("w:noHBand", "1")
        .set("w:noVBand", "1");
    to.add("w:tblCaption").set("w:val", table_.name);
  }

  void row(const std::vector<Runs>& cells, bool header) {
    const XmlElement to = element_.add("w:tr");
    const XmlElement properties = to.add("w:trPr");
    properties.add("w:cantSplit");
    if (header) properties.add("w:tblHeader");
    const RowState state = rows_ < table_.states.size() ? table_.states[rows_] : RowState::kept;
    if (state != RowState::kept) mark_(properties, state);
    static const Runs none;
    for (std::size_t c = 0; c < widths_.size(); ++c) {
      const XmlElement cell = to.add("w:tc");
      cell.add("w:tcPr").add("w:tcW").set("w:w", std::to_string(widths_[c])).set("w:type", "dxa");
      const XmlElement paragraph = cell.add("w:p");
      const XmlElement style = paragraph.add("w:pPr");
      style.add("w:pStyle").set("w:val", header ? "TableHeader" : "TableText");
      if (state != RowState::kept) mark_(style.add("w:rPr"), state);
      write_(paragraph, c < cells.size() ? cells[c] : none, {rows_, c});
    }
    ++rows_;
  }

  const DocxTable& table_;
  const WriteCell& write_;
  const MarkRow& mark_;
  std::size_t rows_ = 0;
  XmlElement element_;
  std::vector<int> widths_;
};

}  // namespace

void write_table(const XmlElement& parent, const DocxTable& table, const WriteCell& write,
                 const MarkRow& mark) {
  Writer(parent, table, write, mark).run();
}

}  // namespace concord::render
