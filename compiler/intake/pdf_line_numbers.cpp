#include "intake/pdf_line_numbers.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "diag/messages.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

// Fewer numbers on a page than this show nothing.
constexpr std::size_t fewest_numbers = 4;
// White between the numbers and the text, in points.
constexpr double least_gap = 4;

bool is_number(const PdfWord& word) {
  return word.text.size() <= 4 && std::ranges::all_of(word.text, source::is_digit);
}

int value_of(const PdfWord& word) {
  int value = 0;
  std::from_chars(word.text.data(), word.text.data() + word.text.size(), value);
  return value;
}

// Where the text begins: left of it stand numbers alone.
double left_of_text(const PdfPage& page) {
  double left = page.width;
  for (const PdfWord& word : page.words)
    if (!is_number(word)) left = std::min(left, word.left);
  return left;
}

// In order from above to below, as places in the page's words.
std::vector<std::size_t> numbers_in_margin(const PdfPage& page) {
  const double left = left_of_text(page);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < page.words.size(); ++i)
    if (is_number(page.words[i]) && page.words[i].right + least_gap < left) found.push_back(i);
  std::ranges::sort(found, {}, [&](std::size_t i) { return page.words[i].top; });
  return found;
}

// The step by which they count, or 0.
int step_of(const PdfPage& page, const std::vector<std::size_t>& numbers) {
  if (numbers.size() < fewest_numbers) return 0;
  const auto value = [&](std::size_t at) { return value_of(page.words[numbers[at]]); };
  const int step = value(1) - value(0);
  for (std::size_t i = 1; i < numbers.size(); ++i)
    if (value(i) - value(i - 1) != step) return 0;
  return std::max(step, 0);
}

// Lines of words, numbers aside: each begins lower than the one above by half a word's height.
std::size_t count_lines(const PdfPage& page, double left) {
  std::vector<const PdfWord*> words;
  for (const PdfWord& word : page.words)
    if (word.right >= left) words.push_back(&word);
  std::ranges::sort(words, {}, [](const PdfWord* word) { return word->middle(); });
  std::size_t lines = 0;
  double last = -1e9;
  for (const PdfWord* word : words) {
    if (word->middle() - last > word->height() / 2) ++lines;
    last = word->middle();
  }
  return lines;
}

bool numbers_lines(const PdfPage& page, const std::vector<std::size_t>& numbers) {
  const int step = step_of(page, numbers);
  if (step == 0) return false;
  return step > 1 || numbers.size() * 10 >= count_lines(page, left_of_text(page)) * 8;
}

Removed take(PdfPage& page, std::uint32_t number, const std::vector<std::size_t>& places) {
  Removed removed{{number}, "", diag::IMP015::line_number};
  for (const std::size_t i : places)
    removed.words += (removed.words.empty() ? "" : " ") + page.words[i].text;
  std::vector<PdfWord> kept;
  for (std::size_t i = 0; i < page.words.size(); ++i)
    if (std::ranges::find(places, i) == places.end()) kept.push_back(std::move(page.words[i]));
  page.words = std::move(kept);
  return removed;
}

}  // namespace

std::vector<Removed> take_line_numbers(std::vector<PdfPage>& pages) {
  std::vector<std::vector<std::size_t>> numbers;
  std::size_t having = 0;
  for (const PdfPage& page : pages) {
    numbers.push_back(numbers_in_margin(page));
    having += numbers_lines(page, numbers.back()) ? 1 : 0;
  }
  std::vector<Removed> removed;
  if (having == 0 || having * 2 < pages.size()) return removed;
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (!numbers[i].empty())
      removed.push_back(take(pages[i], static_cast<std::uint32_t>(i + 1), numbers[i]));
  return removed;
}

}  // namespace concord::intake
