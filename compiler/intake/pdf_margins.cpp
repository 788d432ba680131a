#include "intake/pdf_margins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "intake/labels.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "syntax/number.h"

namespace concord::intake {
namespace {

// No text is set so near to the edge of the paper, above and below.
constexpr double outermost_part = 0.06;

// Lines close below the first of a header.
constexpr std::size_t most_lines_of_header = 2;

// What a line says on every page: its words without digits, but for the number that it opens
// with.
std::string key_of(std::string_view words) {
  const Label label = label_at(words);
  const bool page = label.alone && label.number.path.size() < 2;
  if (!label.number.present() || page) return without_digits(words);
  return label.number.label + " " + without_digits(words.substr(label.length));
}

// The same where pages that face one another have their words in another order.
std::string key_without_order(std::string_view words) {
  const std::string plain = without_digits(words);
  std::vector<std::string_view> tokens = tokens_of(plain);
  std::ranges::sort(tokens);
  std::string key;
  for (const std::string_view token : tokens) key += std::string(token) + " ";
  return key;
}

bool has_number(std::string_view words) {
  const Label label = label_at(words);
  return label.number.present() && !label.alone;
}

bool has_letters(std::string_view words) {
  return std::ranges::any_of(words, source::is_alpha);
}

// "17. Members …", "(b) the …": no number of a page is printed so before words. "4.1" alone may
// stand above the words of its clause.
bool has_clause_number(std::string_view words) {
  const Label label = label_at(words);
  const bool path = label.number.path.size() > 1;
  return label.number.present() && (path || (!label.alone && !syntax::is_unmarked(label.number)));
}

class Margins {
 public:
  Margins(const std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& lines)
      : pages_(lines) {
    std::vector<double> heights;
    heights.reserve(pages.size());
    for (const PdfPage& page : pages) heights.push_back(page.height);
    usual_height_ = median_of(std::move(heights));
    for (std::size_t page = 0; page < lines.size(); ++page)
      for (PdfLine& line : lines[page]) add(line, page, pages[page].height);
  }

  void run() {
    mark([](const Line& line) { return key_of(line.words); }, false);
    mark([](const Line& line) { return key_without_order(line.words); }, true);
    mark_counted();
    mark_on_turned_pages();
    mark_outermost();
    mark_wrapped();
    for (std::vector<PdfLine>& page : pages_) give_back(page);
  }

 private:
  // One that stands where headers and footers do.
  struct Line {
    PdfLine* line = nullptr;
    std::string words;
    std::size_t page = 0;
    bool above = false;
    bool outermost = false;
    bool turned = false;  // its page is not as high as most

    long place() const { return std::lround(line->top / 4); }
  };

  void add(PdfLine& line, std::size_t page, double height) {
    const bool above = line.top < height * margin_part;
    if (!above && line.bottom <= height * (1 - margin_part)) return;
    const bool outermost =
        line.top < height * outermost_part || line.bottom > height * (1 - outermost_part);
    const std::string words = words_of(line);
    // "… must:" goes on in a list, whatever stands at the edge of another page.
    if (has_letters(words) && (leads_in(words) || words.ends_with(';') || words.ends_with(',')))
      return;
    const bool turned = std::abs(height - usual_height_) > 1;
    lines_.push_back({&line, words, page, above, outermost, turned});
  }

  // Those of one key at one height. In another order of words, one of them has to open with no
  // number of a clause.
  template <class Key>
  void mark(Key key, bool reordered) {
    std::map<std::pair<std::string, long>, std::vector<const Line*>> places;
    for (const Line& line : lines_) places[{key(line), line.place()}].push_back(&line);
    for (const auto& [place, found] : places) {
      const bool numbered =
          std::ranges::all_of(found, [](const Line* line) { return has_number(line->words); });
      if (found.size() < 2 || (reordered && numbered)) continue;
      for (const Line* line : found)
        if (!has_clause_number(line->words) || (!reordered && heads_pages(found))) take(*line);
    }
  }

  // A number that most pages have above the same words is one of the document, not of a clause.
  bool heads_pages(const std::vector<const Line*>& found) const {
    const syntax::Number number = label_at(found.front()->words).number;
    return found.size() > 2 && found.size() * 2 > pages_.size() &&
           !ends_sentence(found.front()->words) && !number.label.ends_with(')');
  }

  // "Purpose   3", "4   Version 2": numbers that count the pages, at the outer edge of each, with
  // the same words on two of them or with any on three.
  void mark_counted() {
    std::map<std::pair<long, long>, std::vector<const Line*>> runs;  // how far ahead, height
    for (const Line& line : lines_) {
      const std::vector<std::string_view> tokens = tokens_of(line.words);
      if (tokens.size() < 2) continue;
      for (const std::string_view token : {tokens.front(), tokens.back()})
        if (const long number = page_number(token); number > 0)
          runs[{number - static_cast<long>(line.page), line.place()}].push_back(&line);
    }
    for (const auto& [run, found] : runs) {
      std::map<std::string, std::size_t> counts;
      for (const Line* line : found) ++counts[without_digits(line->words)];
      for (const Line* line : found)
        if (found.size() > 2 || counts[without_digits(line->words)] > 1) take(*line);
    }
  }

  // Or 0.
  static long page_number(std::string_view token) {
    if (token.size() > 3 || !std::ranges::all_of(token, source::is_digit)) return 0;
    return std::stol(std::string(token));
  }

  // Among upright pages the one that lies on its side has the same words at a height of its own.
  void mark_on_turned_pages() {
    std::set<std::string> keys;
    for (const Line& line : lines_)
      if (is_taken(line) && !has_number(line.words)) keys.insert(key_of(line.words));
    for (const Line& line : lines_)
      if (line.turned && keys.contains(key_of(line.words))) take(line);
  }

  // What stands at one height in the outermost part of two pages, whatever it says.
  void mark_outermost() {
    std::map<long, std::set<std::size_t>> pages;
    for (const Line& line : lines_)
      if (line.outermost) pages[line.place()].insert(line.page);
    for (const Line& line : lines_) {
      const bool text = has_number(line.words) || ends_sentence(line.words) || !is_at_edge(line);
      if (line.outermost && !text && pages[line.place()].size() > 1) take(line);
    }
  }

  // No line of its page stands further out.
  bool is_at_edge(const Line& line) const {
    const std::vector<PdfLine>& page = pages_[line.page];
    const double half = (line.line->bottom - line.line->top) / 2;
    return line.above ? line.line->top < page.front().top + half
                      : line.line->bottom > page.back().bottom - half;
  }

  // A header or footer that takes two lines: nearer to its other line than any text is.
  void mark_wrapped() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const Line& above = lines_[i - 1];
      const Line& below = lines_[i];
      const double white = below.line->top - above.line->bottom;
      const bool close = above.page == below.page && above.above == below.above &&
                         white < (above.line->bottom - above.line->top) * 0.15;
      const bool header = below.above && is_taken(above) && !is_taken(below);
      const bool footer = !below.above && is_taken(below) && !is_taken(above);
      const Line& other = header ? below : above;
      const bool text =
          has_number(other.words) || has_clause_number(other.words) || ends_sentence(other.words);
      if (close && (header || footer) && !text && !is_in_paragraph(other)) take(other);
    }
  }

  // A paragraph of the text may begin as close; it has more lines.
  bool is_in_paragraph(const Line& line) const {
    const std::vector<PdfLine>& page = pages_[line.page];
    const auto at = line.line - page.data();
    const std::ptrdiff_t step = line.above ? 1 : -1;
    std::size_t lines = 0;
    for (std::ptrdiff_t i = at; i + step >= 0 && i + step < std::ssize(page); i += step) {
      const PdfLine& upper = page[static_cast<std::size_t>(std::min(i, i + step))];
      const PdfLine& lower = page[static_cast<std::size_t>(std::max(i, i + step))];
      if (lower.top - upper.bottom > (upper.bottom - upper.top) * 0.3) break;
      ++lines;
    }
    return lines >= most_lines_of_header;
  }

  // Lines of the text that stand at one height on two pages are no headers or footers.
  static void give_back(std::vector<PdfLine>& page) {
    const double white = widest_usual_white(page);
    std::vector<PdfLine*> lines;
    lines.reserve(page.size());
    for (PdfLine& line : page) lines.push_back(&line);
    give_back(lines, Furniture::header, white);
    std::ranges::reverse(lines);
    give_back(lines, Furniture::footer, white);
  }

  // The lines from an edge of the page inwards. What has text further out is text itself, and so is
  // what stands as close to the text as its paragraphs do to one another and says a part of it.
  static void give_back(const std::vector<PdfLine*>& lines, Furniture kind, double white) {
    std::size_t end = 0;  // of the lines before the text
    while (end < lines.size() && lines[end]->furniture == kind) ++end;
    for (std::size_t i = end; i < lines.size(); ++i)
      if (lines[i]->furniture == kind) lines[i]->furniture = Furniture::none;
    for (; end > 0 && end < lines.size() && is_text(*lines[end - 1], *lines[end], kind, white);
         --end)
      lines[end - 1]->furniture = Furniture::none;
  }

  static bool is_text(const PdfLine& outer, const PdfLine& inner, Furniture kind, double white) {
    const bool header = kind == Furniture::header;
    const PdfLine& above = header ? outer : inner;
    const PdfLine& below = header ? inner : outer;
    if (below.top - above.bottom > white * 1.3) return false;
    const std::string words = words_of(outer);
    return ends_sentence(words) || opens_with_small_letter(words);
  }

  // Four of five lines have no more white above them.
  static double widest_usual_white(const std::vector<PdfLine>& page) {
    std::vector<double> whites;
    for (std::size_t i = 1; i < page.size(); ++i)
      if (page[i].top > page[i - 1].top)
        whites.push_back(std::max(0.0, page[i].top - page[i - 1].bottom));
    if (whites.empty()) return 0;
    std::ranges::sort(whites);
    return whites[whites.size() * 4 / 5];
  }

  static bool is_taken(const Line& line) { return line.line->furniture != Furniture::none; }

  static void take(const Line& line) {
    line.line->furniture = line.above ? Furniture::header : Furniture::footer;
  }

  std::vector<std::vector<PdfLine>>& pages_;
  double usual_height_ = 0;
  std::vector<Line> lines_;
};

}  // namespace

void find_margins(const std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& lines) {
  Margins(pages, lines).run();
}

}  // namespace concord::intake
