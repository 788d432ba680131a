#include "intake/pdf_margins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "intake/labels.h"
#include "intake/wording.h"

namespace concord::intake {
namespace {

// No text is set so near to the edge of the paper, above and below.
constexpr double outermost_part = 0.06;

// What a line says on every page: its words without digits, but for the number that it opens
// with.
std::string key_of(std::string_view words) {
  const Label label = label_at(words);
  if (!label.number.present() || label.alone) return without_digits(words);
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

class Margins {
 public:
  Margins(const std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& lines) {
    for (std::size_t page = 0; page < lines.size(); ++page)
      for (PdfLine& line : lines[page]) add(line, page, pages[page].height);
  }

  void run() {
    mark([](const Line& line) { return key_of(line.words); }, false);
    mark([](const Line& line) { return key_without_order(line.words); }, true);
    mark_outermost();
    mark_wrapped();
  }

 private:
  // One that stands where headers and footers do.
  struct Line {
    PdfLine* line = nullptr;
    std::string words;
    std::size_t page = 0;
    bool above = false;
    bool outermost = false;

    long place() const { return std::lround(line->top / 4); }
  };

  void add(PdfLine& line, std::size_t page, double height) {
    const bool above = line.top < height * margin_part;
    if (!above && line.bottom <= height * (1 - margin_part)) return;
    const bool outermost =
        line.top < height * outermost_part || line.bottom > height * (1 - outermost_part);
    const std::string words = words_of(line);
    // "… must:" goes on in a list, whatever stands at the edge of another page.
    if (leads_in(words) || words.ends_with(';') || words.ends_with(',')) return;
    lines_.push_back({&line, words, page, above, outermost});
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
      for (const Line* line : found) take(*line);
    }
  }

  // What stands at one height in the outermost part of two pages, whatever it says.
  void mark_outermost() {
    std::map<long, std::set<std::size_t>> pages;
    for (const Line& line : lines_)
      if (line.outermost) pages[line.place()].insert(line.page);
    for (const Line& line : lines_) {
      const bool text = has_number(line.words) || ends_sentence(line.words);
      if (line.outermost && !text && pages[line.place()].size() > 1) take(line);
    }
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
      if (close && (header || footer) && !has_number(other.words) && !ends_sentence(other.words))
        take(other);
    }
  }

  static bool is_taken(const Line& line) { return line.line->furniture != Furniture::none; }

  static void take(const Line& line) {
    line.line->furniture = line.above ? Furniture::header : Furniture::footer;
  }

  std::vector<Line> lines_;
};

}  // namespace

void find_margins(const std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& lines) {
  Margins(pages, lines).run();
}

}  // namespace concord::intake
