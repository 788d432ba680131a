#include "intake/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "intake/labels.h"
#include "intake/wording.h"

namespace concord::intake {
namespace {

// Pages of more words than this are not looked at.
constexpr std::size_t most_words_of_page = 20'000;
constexpr double half_gutter = 5;  // points

// How the words of a page stand to a strip of white from above to below. The lines of two columns
// need not stand at one height, so that each side makes its own.
struct Strip {
  std::vector<PdfWord> left;
  std::vector<PdfWord> right;
  std::size_t crossed = 0;  // words
};

bool crosses(const PdfWord& word, double at) {
  return word.left < at + half_gutter && word.right > at - half_gutter;
}

// Headers and footers aside.
std::vector<PdfWord> words_between_margins(const PdfPage& page) {
  std::vector<PdfWord> words;
  for (const PdfWord& word : page.words)
    if (word.top >= page.height * margin_part && word.bottom <= page.height * (1 - margin_part))
      words.push_back(word);
  return words;
}

Strip strip_at(double at, const std::vector<PdfWord>& words) {
  Strip strip;
  for (const PdfWord& word : words) {
    if (crosses(word, at)) {
      ++strip.crossed;
    } else {
      (word.left > at ? strip.right : strip.left).push_back(word);
    }
  }
  return strip;
}

// In how many lines a word begins at one place behind a gap wider than a space, and that not behind
// a number.
std::size_t count_parted(const std::vector<PdfLine>& lines) {
  std::map<long, std::size_t> places;
  for (const PdfLine& line : lines)
    for (std::size_t i = 1; i < line.words.size(); ++i)
      if (line.words[i].left - line.words[i - 1].right > line.words[i].height() * 0.7 &&
          !is_lone_label(words_between(line, 0, i)))
        ++places[std::lround(line.words[i].left / 2)];
  std::size_t most = 0;
  for (const auto& [place, count] : places) most = std::max(most, count);
  return most;
}

// The lines of one side, and whether they are those of a text.
struct Side {
  explicit Side(std::vector<PdfWord> side) : words(side.size()) {
    const std::vector<PdfLine> made = lines_of(std::move(side));
    lines = made.size();
    double begin = 1e9;
    double end = 0;
    for (const PdfLine& line : made) begin = std::min(begin, line.left);
    for (const PdfLine& line : made) end = std::max(end, line.right);
    full = static_cast<std::size_t>(std::ranges::count_if(
        made, [&](const PdfLine& line) { return line.right > end - (end - begin) * 0.15; }));
    parted = count_parted(made);
  }

  // Lines of some words, or of fewer that fill a narrow column: names and figures are the columns
  // of a table, and numbers alone those of the paragraphs beside them.
  bool is_text() const {
    if (parted * 3 > lines) return false;  // into columns of a table
    return words >= lines * 3 || (words >= lines * 2 && full * 5 >= lines * 3);
  }

  std::size_t words = 0;
  std::size_t lines = 0;
  std::size_t full = 0;    // lines that end near the right edge
  std::size_t parted = 0;  // lines into columns at one place
};

bool parts_columns(Strip strip) {
  const std::size_t crossed = strip.crossed;
  const Side left(std::move(strip.left));
  const Side right(std::move(strip.right));
  return std::min(left.lines, right.lines) >= 8 && right.lines * 3 >= left.lines &&
         left.lines * 3 >= right.lines && left.is_text() && right.is_text() &&
         crossed * 4 < std::max(left.lines, right.lines);
}

// The same where other pages have their columns there: the last may be all but empty.
bool goes_on(Strip strip) {
  const std::size_t crossed = strip.crossed;
  const Side left(std::move(strip.left));
  const Side right(std::move(strip.right));
  return right.lines > 0 && left.lines > 0 && left.words >= left.lines * 2 &&
         right.words >= right.lines * 2 && crossed * 4 < std::max(left.lines, right.lines) + 4;
}

// The middle of the white between two columns, or 0: a strip near the middle of the page that
// hardly a word crosses, with words enough on both sides. Of strips that are as good the first: the
// next may part the numbers of the right column from its words.
double gutter_of(const PdfPage& page) {
  const std::vector<PdfWord> words = words_between_margins(page);
  if (words.size() > most_words_of_page) return 0;
  constexpr std::ptrdiff_t fewest_words = 20;
  double best = 0;
  std::ptrdiff_t best_crossed = std::ssize(words);
  constexpr int step = 3;
  const int end = static_cast<int>(page.width * 0.62);
  for (int at = static_cast<int>(page.width * 0.38); at < end; at += step) {
    const std::ptrdiff_t left = std::ranges::count_if(
        words, [at](const PdfWord& word) { return word.right <= at - half_gutter; });
    const std::ptrdiff_t crossed =
        std::ranges::count_if(words, [at](const PdfWord& word) { return crosses(word, at); });
    if (std::min(left, std::ssize(words) - left - crossed) < fewest_words) continue;
    if (best > 0 && crossed + 1 >= best_crossed) continue;
    best = at;
    best_crossed = crossed;
  }
  return best > 0 && parts_columns(strip_at(best, words)) ? best : 0;
}

// The parts of a line to the left and to the right of the gutter.
void split(const PdfLine& line, double gutter, std::vector<PdfLine>& left,
           std::vector<PdfLine>& right) {
  PdfLine parts[2];
  for (const PdfWord& word : line.words) parts[word.left > gutter ? 1 : 0].words.push_back(word);
  for (int side = 0; side < 2; ++side) {
    if (parts[side].words.empty()) continue;
    measure(parts[side]);
    (side == 0 ? left : right).push_back(std::move(parts[side]));
  }
}

// A word of the line stands over the gutter, or a mere space between two of its words does.
bool stands_across(const PdfLine& line, double gutter) {
  double left = 0;
  double right = 1e9;
  for (const PdfWord& word : line.words) {
    if (word.left < gutter - 5 && word.right > gutter + 5) return true;
    if (word.left < gutter) left = std::max(left, word.right);
    if (word.left >= gutter) right = std::min(right, word.left);
  }
  return left > 0 && right - left < (line.bottom - line.top) * 0.4;
}

// Of the left column and of the right one.
std::pair<double, double> right_edges(const std::vector<PdfLine>& lines, double gutter) {
  std::pair<double, double> edges;
  for (const PdfLine& line : lines) {
    if (line.furniture != Furniture::none || stands_across(line, gutter)) continue;
    for (const PdfWord& word : line.words) {
      double& edge = word.left > gutter ? edges.second : edges.first;
      edge = std::max(edge, word.right);
    }
  }
  return edges;
}

// In order of reading: a line across both columns ends what stands above it.
std::vector<PdfLine> in_columns(std::vector<PdfLine> lines, double gutter) {
  std::vector<PdfLine> ordered;
  std::vector<PdfLine> left;
  std::vector<PdfLine> right;
  const std::pair<double, double> edges = right_edges(lines, gutter);
  const auto flush = [&] {
    for (PdfLine& line : left) line.column_right = edges.first;
    for (PdfLine& line : right) line.column_right = edges.second;
    for (std::vector<PdfLine>* column : {&left, &right}) {
      std::ranges::move(*column, std::back_inserter(ordered));
      column->clear();
    }
  };
  for (PdfLine& line : lines) {
    if (line.furniture != Furniture::none || stands_across(line, gutter)) {
      flush();
      ordered.push_back(std::move(line));
    } else {
      split(line, gutter, left, right);
    }
  }
  flush();
  return ordered;
}

// Where the text begins beside a heading in the margin, or 0: behind a wide gap, with a number. The
// heading may have one of its own, a gap behind it or none.
double text_beside_heading(const PdfLine& line, const ImportLists& lists) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const double gap = line.words[i].left - line.words[i - 1].right;
    const std::string heading = words_between(line, 0, i);
    if (gap < line.words[i].height() || is_lone_label(heading)) continue;
    const Label label = label_at(words_between(line, i, line.words.size()));
    const bool beside = could_head(heading.substr(label_at(heading).length), lists) &&
                        label.number.present() && !label.alone &&
                        label.number.style == syntax::NumberStyle::decimal;
    return beside ? line.words[i].left : 0;
  }
  return 0;
}

// The left edge of a text whose headings stand in a column of their own beside it, or 0: two
// headings at least, and most lines begin at the edge or right of it.
double edge_beside_headings(const std::vector<std::vector<PdfLine>>& pages,
                            const ImportLists& lists) {
  std::map<long, std::size_t> edges;
  std::size_t all = 0;
  for (const auto& lines : pages)
    for (const PdfLine& line : lines) {
      ++all;
      if (const double edge = text_beside_heading(line, lists); edge > 0)
        ++edges[std::lround(edge)];
    }
  const auto most =
      std::ranges::max_element(edges, {}, [](const auto& each) { return each.second; });
  if (most == edges.end() || most->second < 2) return 0;
  const auto edge = static_cast<double>(most->first);
  std::size_t right = 0;
  for (const auto& lines : pages)
    right += static_cast<std::size_t>(
        std::ranges::count_if(lines, [&](const PdfLine& line) { return line.left > edge - 3; }));
  return right * 2 > all ? edge : 0;
}

// Headings that stand beside their paragraphs come before them, each whole.
std::vector<PdfLine> with_headings_above(std::vector<PdfLine> lines, double edge) {
  std::vector<PdfLine> ordered;
  std::vector<PdfLine> beside;
  const auto flush = [&] {
    std::ranges::move(beside, std::back_inserter(ordered));
    beside.clear();
  };
  bool heading = false;
  for (PdfLine& line : lines) {
    std::vector<PdfLine> left;
    if (line.furniture != Furniture::none || stands_across(line, edge - 3) ||
        line.left > edge - 3) {
      flush();
      heading = false;
      ordered.push_back(std::move(line));
      continue;
    }
    if (!heading) flush();
    heading = true;
    split(line, edge - 3, left, beside);
    left.front().column_right = edge - left.front().words.front().height();
    ordered.push_back(std::move(left.front()));
  }
  flush();
  return ordered;
}

// By page: the middle of the white between its columns, or 0.
std::vector<double> gutters_of(const std::vector<PdfPage>& pages) {
  std::vector<double> gutters;
  gutters.reserve(pages.size());
  for (const PdfPage& page : pages) gutters.push_back(gutter_of(page));
  for (std::size_t i = 1; i < pages.size(); ++i)
    if (gutters[i] == 0 && gutters[i - 1] > 0 &&
        goes_on(strip_at(gutters[i - 1], words_between_margins(pages[i]))))
      gutters[i] = gutters[i - 1];
  return gutters;
}

// Lines that do not stand across the gutter are made anew on either side of it.
std::vector<PdfLine> parted(std::vector<PdfLine> lines, double gutter) {
  std::vector<PdfLine> made;
  std::vector<PdfWord> left;
  std::vector<PdfWord> right;
  for (PdfLine& line : lines) {
    if (stands_across(line, gutter)) {
      made.push_back(std::move(line));
      continue;
    }
    for (PdfWord& word : line.words) (word.left > gutter ? right : left).push_back(std::move(word));
  }
  std::ranges::move(lines_of(std::move(left)), std::back_inserter(made));
  std::ranges::move(lines_of(std::move(right)), std::back_inserter(made));
  std::ranges::stable_sort(made, {}, &PdfLine::top);
  return made;
}

}  // namespace

PdfColumns make_columns(const std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& lines,
                        const ImportLists& lists) {
  PdfColumns columns{edge_beside_headings(lines, lists), {}};
  if (columns.edge > 0) return columns;
  columns.gutters = gutters_of(pages);
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (columns.gutters[i] > 0) lines[i] = parted(std::move(lines[i]), columns.gutters[i]);
  return columns;
}

void put_in_order(const PdfColumns& columns, std::vector<std::vector<PdfLine>>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (columns.edge > 0) {
      lines[i] = with_headings_above(std::move(lines[i]), columns.edge);
    } else if (columns.gutters[i] > 0) {
      lines[i] = in_columns(std::move(lines[i]), columns.gutters[i]);
    }
  }
}

}  // namespace concord::intake
