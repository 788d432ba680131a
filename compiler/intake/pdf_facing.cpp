#include "intake/pdf_facing.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "intake/pdf_lines.h"

namespace concord::intake {
namespace {

// In points.
constexpr long widest_shift = 100;
constexpr long narrowest_shift = 4;
// The text of both sides begins at the same places then: so many lines of a hundred do.
constexpr std::size_t enough = 75;
constexpr std::size_t fewest_lines = 20;

using Edges = std::map<long, std::size_t>;  // how many lines begin where

void count_edges(const PdfPage& page, Edges& edges) {
  for (const PdfLine& line : lines_of(page.words)) ++edges[std::lround(line.left)];
}

std::size_t count_lines(const Edges& edges) {
  std::size_t all = 0;
  for (const auto& [edge, count] : edges) all += count;
  return all;
}

// The lines that begin at one place when the second page is moved.
std::size_t shared(const Edges& first, const Edges& second, long shift) {
  std::size_t lines = 0;
  for (const auto& [edge, count] : second)
    if (const auto other = first.find(edge + shift); other != first.end())
      lines += std::min(count, other->second);
  return lines;
}

// How far the even pages are to be moved, or 0.
long shift_between(const Edges& odd, const Edges& even) {
  const std::size_t all = std::min(count_lines(odd), count_lines(even));
  if (all < fewest_lines) return 0;
  long best = 0;
  std::size_t most = 0;
  for (long shift = -widest_shift; shift <= widest_shift; ++shift) {
    const std::size_t lines = shared(odd, even, shift);
    if (lines <= most) continue;
    most = lines;
    best = shift;
  }
  const bool alike = most * 100 >= all * enough && shared(odd, even, 0) * 2 < most;
  return alike && std::abs(best) >= narrowest_shift ? best : 0;
}

}  // namespace

void align_facing_pages(std::vector<PdfPage>& pages) {
  Edges sides[2];
  for (std::size_t i = 0; i < pages.size(); ++i) count_edges(pages[i], sides[i % 2]);
  const auto shift = static_cast<double>(shift_between(sides[0], sides[1]));
  for (std::size_t i = 1; i < pages.size(); i += 2) {
    for (PdfWord& word : pages[i].words) {
      word.left += shift;
      word.right += shift;
    }
  }
}

}  // namespace concord::intake
