// PDFs: by their structure tree where they have one that can be trusted (pdf_tagged.h), else words
// at places, and nothing else.
//
// A line is the words that stand beside one another; a gap behind a number or between columns of a
// table is kept as a tab, so that recognition finds the same as in a text. Where a page has two
// columns, the words left of the gutter come first. What stands at the same place on two pages,
// digits aside, is a header or footer, unless it is a numbered clause. The alternative, to take
// poppler's own order of blocks, puts the numbers of clauses before all their words.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "diag/messages.h"
#include "intake/blocks.h"
#include "intake/draft.h"
#include "intake/labels.h"
#include "intake/own_file.h"
#include "intake/pdf_fonts.h"
#include "intake/pdf_line_numbers.h"
#include "intake/pdf_structure.h"
#include "intake/pdf_tagged.h"
#include "intake/pdf_words.h"
#include "intake/unreadable.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

// Fewer words a page than this are a scan with a stamp on it.
constexpr std::size_t fewest_words_a_page = 4;
// The structure of longer files is not asked for: poppler reads a page anew for each part of it.
constexpr std::size_t most_tagged_pages = 400;

struct PdfLine {
  std::vector<PdfWord> words;  // from left to right
  std::uint32_t page = 0;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double column_right = 0;  // the edge of its column
  bool first_of_page = false;
  Furniture furniture = Furniture::none;
};

double median_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), nth, values.end());
  return *nth;
}

double height_of(const std::vector<PdfWord>& words) {
  std::vector<double> heights;
  for (const PdfWord& word : words) heights.push_back(word.height());
  return median_of(std::move(heights));
}

void measure(PdfLine& line) {
  std::ranges::sort(line.words, {}, &PdfWord::left);
  line.left = line.words.front().left;
  line.right = line.top = 0;
  const double height = height_of(line.words);
  line.top = 1e9;
  for (const PdfWord& word : line.words) {
    line.right = std::max(line.right, word.right);
    if (word.height() < height * 0.8) continue;  // raised marks
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
  }
}

// Words whose middles stand within one another's height.
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
};

// The lines of the two columns need not stand at one height.
Strip strip_at(double at, const std::vector<PdfLine>& lines) {
  Strip strip;
  for (const PdfLine& line : lines) {
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
  for (double at = page.width * 0.38; at < page.width * 0.62; at += 3) {
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
std::vector<PdfLine> in_columns(const PdfPage& page, std::vector<PdfLine> lines) {
  const double gutter = gutter_of(page, lines);
  if (gutter == 0) return lines;
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
    if (stands_across(line, gutter)) {
      flush();
      ordered.push_back(std::move(line));
    } else {
      split(line, gutter, left, right);
    }
  }
  flush();
  return ordered;
}

std::string words_between(const PdfLine& line, std::size_t begin, std::size_t end) {
  std::string words;
  for (std::size_t i = begin; i < end; ++i)
    words += (words.empty() ? "" : " ") + line.words[i].text;
  return words;
}

// Where the text begins beside a heading in the margin, or 0: behind a wide gap, with a number.
double text_beside_heading(const PdfLine& line) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const double gap = line.words[i].left - line.words[i - 1].right;
    if (gap < line.words[i].height()) continue;
    const std::string heading = words_between(line, 0, i);
    const Label label = label_at(words_between(line, i, line.words.size()));
    const bool beside = could_head(heading) && !is_lone_label(heading) && label.number.present() &&
                        label.number.style == syntax::NumberStyle::decimal && !label.alone;
    return beside ? line.words[i].left : 0;
  }
  return 0;
}

// The left edge of a text whose headings stand in a column of their own beside it, or 0: two
// headings at least, and most lines begin at the edge or right of it.
double edge_beside_headings(const std::vector<std::vector<PdfLine>>& pages) {
  std::map<long, std::size_t> edges;
  std::size_t all = 0;
  for (const auto& lines : pages)
    for (const PdfLine& line : lines) {
      ++all;
      if (const double edge = text_beside_heading(line); edge > 0) ++edges[std::lround(edge)];
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
    if (stands_across(line, edge - 3) || line.left > edge - 3) {
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

class PdfReader {
 public:
  explicit PdfReader(std::vector<PdfPage> pages) : pages_(std::move(pages)) {}

  Reading run() {
    std::vector<std::vector<PdfLine>> lines;
    for (const PdfPage& page : pages_) lines.push_back(lines_of(page.words));
    const double edge = edge_beside_headings(lines);
    for (std::size_t i = 0; i < pages_.size(); ++i)
      take_page(edge > 0 ? with_headings_above(std::move(lines[i]), edge)
                         : in_columns(pages_[i], std::move(lines[i])),
                static_cast<std::uint32_t>(i + 1));
    body_height_ = usual_height();
    find_furniture();
    find_columns();
    note_overprints();
    reading_.format = Format::pdf;
    reading_.pages = static_cast<std::uint32_t>(pages_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) put(i);
    return std::move(reading_);
  }

 private:
  void take_page(std::vector<PdfLine> lines, std::uint32_t number) {
    bool first = true;
    for (PdfLine& line : lines) {
      line.page = number;
      line.first_of_page = first;
      first = false;
      lines_.push_back(std::move(line));
    }
  }

  double usual_height() const {
    std::vector<double> heights;
    for (const PdfLine& line : lines_)
      for (const PdfWord& word : line.words) heights.push_back(word.height());
    return median_of(std::move(heights));
  }

  static std::string words_of(const PdfLine& line) {
    return words_between(line, 0, line.words.size());
  }

  // What a line says on every page: its words without digits, but for the number that it opens
  // with.
  static std::string key_of(std::string_view words) {
    const Label label = label_at(words);
    if (!label.number.present() || label.alone) return without_digits(words);
    return label.number.label + " " + without_digits(words.substr(label.length));
  }

  void find_furniture() {
    std::map<std::pair<std::string, long>, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const double height = pages_[lines_[i].page - 1].height;
      const bool edge =
          lines_[i].top < height * margin_part || lines_[i].bottom > height * (1 - margin_part);
      const std::string words = words_of(lines_[i]);
      // "… must:" goes on in a list, whatever stands at the edge of another page.
      if (!edge || leads_in(words) || words.ends_with(';') || words.ends_with(',')) continue;
      places[{key_of(words), std::lround(lines_[i].top / 4)}].push_back(i);
    }
    for (const auto& [place, found] : places) {
      if (found.size() < 2) continue;
      for (const std::size_t i : found)
        lines_[i].furniture = lines_[i].top < pages_[lines_[i].page - 1].height / 2
                                  ? Furniture::header
                                  : Furniture::footer;
    }
  }

  // The right edge of the text around each line, by the lines that stand left-aligned with it.
  void find_columns() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].column_right > 0) continue;
      double edge = 0;
      const std::size_t begin = i > 25 ? i - 25 : 0;
      for (std::size_t j = begin; j < std::min(lines_.size(), i + 25); ++j)
        if (lines_[j].left < lines_[i].right && lines_[j].right > lines_[i].left &&
            lines_[j].furniture == Furniture::none)
          edge = std::max(edge, lines_[j].right);
      lines_[i].column_right = edge;
    }
  }

  // A page once, by its first words that stand over others.
  void note_overprints() {
    std::uint32_t noted = 0;
    for (const PdfLine& line : lines_) {
      if (line.page == noted || !is_printed_over(line)) continue;
      noted = line.page;
      reading_.doubts.push_back(
          {diag::Code::IMP026, {line.page}, extract(words_of(line)), diag::IMP026::over});
    }
  }

  // Whether a word stands on the word before it: typefaces set words close, and never so close.
  static bool is_printed_over(const PdfLine& line) {
    for (std::size_t i = 1; i < line.words.size(); ++i) {
      const PdfWord& before = line.words[i - 1];
      const PdfWord& word = line.words[i];
      const double shared = std::min(before.right, word.right) - word.left;
      if (shared * 3 > std::min(before.right - before.left, word.right - word.left)) return true;
    }
    return false;
  }

  // The next line of the text, furniture passed over.
  const PdfLine* next_of(std::size_t i) const {
    for (std::size_t j = i + 1; j < lines_.size(); ++j)
      if (lines_[j].furniture == Furniture::none) return &lines_[j];
    return nullptr;
  }

  bool is_full(std::size_t i) const {
    const PdfLine* next = next_of(i);
    if (next == nullptr) return false;
    const PdfWord& word = next->words.front();
    return lines_[i].right + (word.right - word.left) + body_height_ * 0.25 >
           lines_[i].column_right;
  }

  // How many blank lines the white above the line would hold.
  std::uint32_t blank_above(std::size_t i) const {
    if (i == 0 || lines_[i - 1].page != lines_[i].page) return 0;
    const double gap = lines_[i].top - lines_[i - 1].bottom;
    if (gap < -body_height_ / 2) return 1;  // another column
    return gap > body_height_ * 0.28 ? 1 : 0;
  }

  void put(std::size_t i) {
    const PdfLine& line = lines_[i];
    Block block;
    block.kind = BlockKind::line;
    block.place.page = line.page;
    block.furniture = line.furniture;
    block.page_before = line.first_of_page;
    block.blank_before = blank_above(i);
    block.full = is_full(i);
    block.indent = line.left;
    block.size = line.bottom - line.top;
    block.runs = runs_of(line);
    reading_.blocks.push_back(std::move(block));
  }

  Runs runs_of(const PdfLine& line) const {
    Runs runs;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const PdfWord& word = line.words[i];
      Run run;
      run.text = word.text;
      run.superscript = is_raised(line, word);
      run.bold = word.bold || word.height() > body_height_ * 1.12;
      run.italic = word.slanted;
      if (i > 0) {
        const bool raised = run.superscript || is_raised(line, line.words[i - 1]);
        runs.push_back(
            Run{std::string(gap(line.words[i - 1], word, raised)), run.bold, run.italic});
      }
      runs.push_back(std::move(run));
    }
    return runs;
  }

  static bool is_raised(const PdfLine& line, const PdfWord& word) {
    return word.height() < (line.bottom - line.top) * 0.85 &&
           word.middle() < (line.top + line.bottom) / 2;
  }

  // A wide gap parts a number from its words, or columns.
  std::string_view gap(const PdfWord& before, const PdfWord& word, bool raised) const {
    const double width = word.left - before.right;
    const double height = std::max(body_height_, std::min(before.height(), word.height()));
    if (raised && width < body_height_ * 0.12) return "";
    return width > height * 1.2 ? "\t" : " ";
  }

  std::vector<PdfPage> pages_;
  std::vector<PdfLine> lines_;
  double body_height_ = 0;
  Reading reading_;
};

std::size_t count_words(const std::vector<PdfPage>& pages) {
  std::size_t words = 0;
  for (const PdfPage& page : pages) words += page.words.size();
  return words;
}

// Words of the markup of a page, printed: a browser's source view.
bool shows_markup(const std::vector<PdfPage>& pages) {
  std::size_t signs = 0;
  for (const PdfPage& page : pages)
    for (const PdfWord& word : page.words)
      if (word.text.starts_with("</") || word.text.starts_with("<p") ||
          word.text.starts_with("<div") || word.text.starts_with("<span") ||
          word.text.find("</") != std::string::npos)
        ++signs;
  return signs > 10 && signs * 20 > count_words(pages);
}

// Letters for the most part, with a vowel of English or Welsh.
bool can_be_said(std::string_view word) {
  const auto letters = static_cast<std::size_t>(std::ranges::count_if(word, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return source::is_alpha(c) || (byte >= 0x80 && byte < 0xEE);
  }));
  if (letters * 2 < word.size()) return false;
  return letters < 4 || word.find_first_of("aeiouwyAEIOUWY") != std::string_view::npos;
}

// Fonts that do not say which letters their glyphs are: what stands there cannot be said.
bool shows_glyphs(const std::vector<PdfPage>& pages) {
  std::size_t words = 0;
  std::size_t said = 0;
  for (const PdfPage& page : pages)
    for (const PdfWord& word : page.words) {
      if (word.text.size() < 2 || std::ranges::any_of(word.text, source::is_digit)) continue;
      ++words;
      said += can_be_said(word.text) ? 1 : 0;
    }
  return words >= 10 && said * 2 < words;
}

std::optional<Reading> read_by_tags(const std::string& bytes, const std::vector<PdfPage>& pages,
                                    std::vector<Doubt>& doubts) {
  if (pages.size() > most_tagged_pages) return std::nullopt;
  try {
    const std::optional<PdfElement> root = structure_of_pdf(bytes);
    return root ? read_tagged(pages, *root) : std::nullopt;
  } catch (const Unreadable&) {
    doubts.push_back({diag::Code::IMP024, {1}, "", diag::IMP024::structure});
    return std::nullopt;
  }
}

Outcome read_words(const std::string& bytes, PdfWords words) {
  std::vector<PdfPage>& pages = words.pages;
  std::vector<Removed> removed = take_line_numbers(pages);
  if (count_words(pages) < fewest_words_a_page * std::max<std::size_t>(1, pages.size()))
    return Refusal{diag::Code::IMP005, diag::IMP005::scan};
  if (shows_glyphs(pages)) return Refusal{diag::Code::IMP005, diag::IMP005::glyphs};
  if (shows_markup(pages)) return Refusal{diag::Code::IMP006, diag::IMP006::markup};
  std::vector<Doubt> doubts;
  mark_fonts(bytes, pages);
  std::optional<Reading> tagged = read_by_tags(bytes, pages, doubts);
  if (tagged) take_around_own_pdf(*tagged);
  Reading reading = tagged ? std::move(*tagged) : PdfReader(std::move(pages)).run();
  if (words.broke_off)
    doubts.push_back({diag::Code::IMP024, {reading.pages}, "", diag::IMP024::stopped});
  if (words.more_pages)
    doubts.push_back(
        {diag::Code::IMP024, {reading.pages}, "", fmt::format(diag::IMP024::pages, most_pages)});
  reading.doubts.insert(reading.doubts.end(), doubts.begin(), doubts.end());
  std::ranges::move(removed, std::back_inserter(reading.removed));
  return reading;
}

}  // namespace

Outcome read_pdf(const std::string& bytes) {
  try {
    return read_words(bytes, words_of_pdf(bytes));
  } catch (const Unreadable& error) {
    return Refusal{error.code(), error.what()};
  }
}

}  // namespace concord::intake
