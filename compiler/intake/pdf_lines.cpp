#include "intake/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace concord::intake {
namespace {

double height_of(const std::vector<PdfWord>& words) {
  std::vector<double> heights;
  heights.reserve(words.size());
  for (const PdfWord& word : words) heights.push_back(word.height());
  return median_of(std::move(heights));
}

}  // namespace

double median_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), nth, values.end());
  return *nth;
}

void measure(PdfLine& line) {
  std::ranges::sort(line.words, {}, &PdfWord::left);
  line.left = line.words.front().left;
  line.right = line.top = 0;
  line.height = height_of(line.words);
  line.top = 1e9;
  for (const PdfWord& word : line.words) {
    line.right = std::max(line.right, word.right);
    if (word.height() < line.height * 0.8) continue;  // raised marks
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
  }
}

std::vector<PdfLine> lines_of(std::vector<PdfWord> words) {
  std::ranges::sort(words, [](const PdfWord& a, const PdfWord& b) {
    return a.height() != b.height() ? a.height() > b.height() : a.top < b.top;
  });
  std::vector<PdfLine> lines;
  std::multimap<double, std::size_t> by_middle;
  for (PdfWord& word : words) {
    const auto fits = [&](std::size_t i) {
      const PdfWord& first = lines[i].words.front();
      return std::abs(word.middle() - first.middle()) <
             (word.height() < first.height() * 0.8 ? 0.6 : 0.4) * first.height();
    };
    std::size_t home = lines.size();
    double nearest = 1e9;
    for (auto each = by_middle.lower_bound(word.middle() - 60);
         each != by_middle.end() && each->first < word.middle() + 60; ++each) {
      const double distance = std::abs(each->first - word.middle());
      if (distance < nearest && fits(each->second)) {
        home = each->second;
        nearest = distance;
      }
    }
    if (home == lines.size()) {
      by_middle.emplace(word.middle(), home);
      lines.emplace_back();
    }
    lines[home].words.push_back(std::move(word));
  }
  for (PdfLine& line : lines) measure(line);
  std::ranges::sort(lines, {}, &PdfLine::top);
  return lines;
}

bool is_raised(const PdfLine& line, const PdfWord& word) {
  return word.height() < line.height * 0.85 && word.middle() < (line.top + line.bottom) / 2;
}

std::string words_between(const PdfLine& line, std::size_t begin, std::size_t end) {
  std::string words;
  for (std::size_t i = begin; i < end; ++i)
    words += (words.empty() ? "" : " ") + line.words[i].text;
  return words;
}

std::string words_of(const PdfLine& line) {
  return words_between(line, 0, line.words.size());
}

}  // namespace concord::intake
