#include "intake/pdf_watermarks.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "diag/messages.h"
#include "intake/pdf_lines.h"
#include "source/utf8.h"

namespace concord::intake {
namespace {

// How much higher than the usual word of the page one is that does not belong to the text. A title
// may be so high; it stands over nothing.
constexpr double least_times = 2;
// Letters of one watermark that runs aslant take boxes of several heights.
constexpr double least_part = 0.6;
constexpr double slack = 2;  // points, from page to page

using Words = std::vector<PdfWord>;

double usual_height(const Words& words) {
  std::vector<double> heights;
  heights.reserve(words.size());
  for (const PdfWord& word : words) heights.push_back(word.height());
  return median_of(std::move(heights));
}

// The middle of the small word stands within the letters of the large one. A line's box reaches
// into the next one's where they are set close, so that its edges do not count.
bool stands_over(const PdfWord& large, const PdfWord& small) {
  const double edge = large.height() * 0.2;
  return small.middle() > large.top + edge && small.middle() < large.bottom - edge &&
         small.right > large.left && small.left < large.right;
}

// Several letters one above the other.
bool runs_upwards(const PdfWord& word, double usual) {
  return source::count_characters(word.text) > 3 && word.height() > usual * 1.3 &&
         word.height() > (word.right - word.left) * 1.5;
}

bool is_alike(const PdfWord& a, const PdfWord& b) {
  return a.text == b.text && std::abs(a.left - b.left) < slack && std::abs(a.top - b.top) < slack;
}

// One flag a word.
using Flags = std::vector<bool>;

Flags large_words_over_others(const Words& words) {
  Flags taken(words.size(), false);
  const double usual = usual_height(words);
  double least = 0;  // the height of the lowest that stands over others
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].height() < usual * least_times) continue;
    taken[i] = std::ranges::any_of(words, [&](const PdfWord& word) {
      return word.height() * least_times <= words[i].height() && stands_over(words[i], word);
    });
    if (taken[i]) least = least == 0 ? words[i].height() : std::min(least, words[i].height());
  }
  if (least == 0) return taken;
  for (std::size_t i = 0; i < words.size(); ++i)
    taken[i] = taken[i] || (words[i].height() > usual * least_times * 1.25 &&
                            words[i].height() > least * least_part);
  return taken;
}

void add_upwards(const Words& words, Flags& taken) {
  const double usual = usual_height(words);
  const auto runs = [usual](const PdfWord& word) { return runs_upwards(word, usual); };
  const auto upwards = static_cast<std::size_t>(std::ranges::count_if(words, runs));
  if (upwards * 4 > words.size()) return;  // the page was turned
  for (std::size_t i = 0; i < words.size(); ++i) taken[i] = taken[i] || runs(words[i]);
}

// The same word at the same place of a page with so little text that it stands over nothing.
void add_alike(const Words& words, const Words& marks, Flags& taken) {
  for (std::size_t i = 0; i < words.size(); ++i)
    taken[i] = taken[i] || std::ranges::any_of(marks, [&](const PdfWord& mark) {
                 return is_alike(mark, words[i]);
               });
}

Removed take(PdfPage& page, std::uint32_t number, const Flags& taken) {
  Removed removed{{number}, "", diag::IMP015::over_page};
  Words kept;
  Words gone;
  for (std::size_t i = 0; i < taken.size(); ++i)
    (taken[i] ? gone : kept).push_back(std::move(page.words[i]));
  page.words = std::move(kept);
  std::ranges::stable_sort(gone, {}, &PdfWord::left);
  for (const PdfWord& word : gone) removed.words += (removed.words.empty() ? "" : " ") + word.text;
  return removed;
}

}  // namespace

std::vector<Removed> take_watermarks(std::vector<PdfPage>& pages) {
  std::vector<Flags> taken;
  Words marks;
  for (const PdfPage& page : pages) {
    taken.push_back(large_words_over_others(page.words));
    add_upwards(page.words, taken.back());
    for (std::size_t i = 0; i < page.words.size(); ++i)
      if (taken.back()[i] && std::ranges::none_of(marks, [&](const PdfWord& mark) {
            return is_alike(mark, page.words[i]);
          }))
        marks.push_back(page.words[i]);
  }
  std::vector<Removed> removed;
  if (marks.empty()) return removed;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    add_alike(pages[i].words, marks, taken[i]);
    if (std::ranges::find(taken[i], true) != taken[i].end())
      removed.push_back(take(pages[i], static_cast<std::uint32_t>(i + 1), taken[i]));
  }
  return removed;
}

}  // namespace concord::intake
