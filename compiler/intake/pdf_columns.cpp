#include "intake/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "intake/labels.h"
#include "intake/wording.h"

namespace concord::intake {
namespace {

// How the lines of a page stand to a strip of white from above to below.
struct Strip {
  std::size_t crossed = 0;      // lines
  std::size_t left = 0;         // lines with words on that side
  std::size_t right = 0;        // likewise
  std::size_t left_words = 0;   // of those that do not cross it
  std::size_t right_words = 0;  // likewise

  // Text on both sides, in lines of some words: names and figures are the columns of a table, and
  // numbers alone those of the paragraphs beside them.
  bool parts_columns(std::size_t lines) const {
    return std::min(left, right) >= 8 && right * 3 >= left && left * 3 >= right &&
           left_words >= left * 3 && right_words >= right * 3 && crossed * 4 < lines;
  }

  // The same where other pages have their columns there: the last may be all but empty.
  bool goes_on(std::size_t lines) const {
    return right > 0 && left > 0 && left_words >= left * 2 && right_words >= right * 2 &&
           crossed * 4 < lines + 4;
  }
};

// The lines of the two columns need not stand at one height.
Strip strip_at(double at, const std::vector<PdfLine>& lines) {
  Strip strip;
  for (const PdfLine& line : lines) {
    if (line.furniture != Furniture::none) continue;
    const bool crosses = std::ranges::any_of(
        line.words, [&](const PdfWord& word) { return word.left < at + 5 && word.right > at - 5; });
    if (crosses) {
      ++strip.crossed;
      continue;
    }
    const auto right = static_cast<std::size_t>(
        std::ranges::count_if(line.words, [&](const PdfWord& word) { return word.left > at; }));
    strip.left += right < line.words.size() ? 1 : 0;
    strip.right += right > 0 ? 1 : 0;
    strip.left_words += line.words.size() - right;
    strip.right_words += right;
  }
  return strip;
}

// The middle of the white between two columns, or 0: a strip near the middle of the page that
// hardly a line crosses, with words enough on both sides.
double gutter_of(const PdfPage& page, const std::vector<PdfLine>& lines) {
  double best = 0;
  std::size_t best_crossed = lines.size();
  constexpr int step = 3;
  const int end = static_cast<int>(page.width * 0.62);
  for (int at = static_cast<int>(page.width * 0.38); at < end; at += step) {
    const Strip strip = strip_at(at, lines);
    if (strip.crossed >= best_crossed || !strip.parts_columns(lines.size())) continue;
    best = at;
    best_crossed = strip.crossed;
  }
  return best;
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

// In order of reading: a line across both columns ends what stands above it.
std::vector<PdfLine> in_columns(std::vector<PdfLine> lines, double gutter) {
  std::vector<PdfLine> ordered;
  std::vector<PdfLine> left;
  std::vector<PdfLine> right;
  const auto flush = [&] {
    for (std::vector<PdfLine>* column : {&left, &right}) {
      for (PdfLine& line : *column) ordered.push_back(std::move(line));
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

// Where the text begins beside a heading in the margin, or 0: behind a wide gap, with a number.
double text_beside_heading(const PdfLine& line, const ImportLists& lists) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const double gap = line.words[i].left - line.words[i - 1].right;
    if (gap < line.words[i].height()) continue;
    const std::string heading = words_between(line, 0, i);
    const Label label = label_at(words_between(line, i, line.words.size()));
    const bool beside = could_head(heading, lists) && !is_lone_label(heading) &&
                        label.number.present() &&
                        label.number.style == syntax::NumberStyle::decimal && !label.alone;
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
std::vector<double> gutters_of(const std::vector<PdfPage>& pages,
                               const std::vector<std::vector<PdfLine>>& lines) {
  std::vector<double> gutters;
  gutters.reserve(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) gutters.push_back(gutter_of(pages[i], lines[i]));
  for (std::size_t i = 1; i < pages.size(); ++i)
    if (gutters[i] == 0 && gutters[i - 1] > 0 &&
        strip_at(gutters[i - 1], lines[i]).goes_on(lines[i].size()))
      gutters[i] = gutters[i - 1];
  return gutters;
}

}  // namespace

void put_in_order(const std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& lines,
                  const ImportLists& lists) {
  const double edge = edge_beside_headings(lines, lists);
  const std::vector<double> gutters =
      edge > 0 ? std::vector<double>(pages.size(), 0) : gutters_of(pages, lines);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (edge > 0) lines[i] = with_headings_above(std::move(lines[i]), edge);
    if (gutters[i] > 0) lines[i] = in_columns(std::move(lines[i]), gutters[i]);
  }
}

}  // namespace concord::intake
