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
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "diag/messages.h"
#include "intake/blocks.h"
#include "intake/draft.h"
#include "intake/labels.h"
#include "intake/own_file.h"
#include "intake/pdf_columns.h"
#include "intake/pdf_facing.h"
#include "intake/pdf_fonts.h"
#include "intake/pdf_line_numbers.h"
#include "intake/pdf_lines.h"
#include "intake/pdf_margins.h"
#include "intake/pdf_notes.h"
#include "intake/pdf_pictures.h"
#include "intake/pdf_refusals.h"
#include "intake/pdf_structure.h"
#include "intake/pdf_tables.h"
#include "intake/pdf_tagged.h"
#include "intake/pdf_watermarks.h"
#include "intake/pdf_words.h"
#include "intake/unreadable.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

// The structure of longer files is not asked for: poppler reads a page anew for each part of it.
constexpr std::size_t most_tagged_pages = 400;

class PdfReader {
 public:
  PdfReader(std::vector<PdfPage> pages, const ImportLists& lists)
      : pages_(std::move(pages)), lists_(lists) {}

  Reading run() {
    align_facing_pages(pages_);
    std::vector<std::vector<PdfLine>> lines;
    lines.reserve(pages_.size());
    for (const PdfPage& page : pages_) lines.push_back(lines_of(page.words));
    const PdfColumns columns = make_columns(pages_, lines, lists_);
    find_margins(pages_, lines);
    put_in_order(columns, lines);
    for (std::size_t i = 0; i < lines.size(); ++i)
      take_page(std::move(lines[i]), static_cast<std::uint32_t>(i + 1));
    body_height_ = usual_height();
    reading_.notes = take_notes(lines_, body_height_);
    find_columns();
    note_overprints();
    reading_.format = Format::pdf;
    reading_.pages = static_cast<std::uint32_t>(pages_.size());
    std::size_t next = 0;
    for (PdfTable& table : wrapped_tables(lines_)) {
      for (; next < table.begin; ++next) put(next);
      put_table(table);
      next = table.end;
    }
    for (; next < lines_.size(); ++next) put(next);
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
    block.size = size_of(line);
    block.runs = runs_of(i);
    reading_.blocks.push_back(std::move(block));
  }

  // Of its letters; its number may be of another size.
  static double size_of(const PdfLine& line) {
    const bool numbered = line.words.size() > 1 && is_lone_label(line.words.front().text);
    std::vector<double> heights;
    for (std::size_t i = numbered ? 1 : 0; i < line.words.size(); ++i)
      heights.push_back(line.words[i].height());
    return median_of(std::move(heights));
  }

  void put_table(PdfTable& table) {
    for (std::size_t i = table.begin; i < table.end; ++i)
      if (lines_[i].furniture != Furniture::none) put(i);
    std::ranges::move(table.heads, std::back_inserter(reading_.removed));
    Block& block = reading_.blocks.emplace_back();
    block.kind = BlockKind::table;
    block.place.page = lines_[table.begin].page;
    block.page_before = lines_[table.begin].first_of_page;
    block.rows = std::move(table.rows);
  }

  Runs runs_of(std::size_t number) const {
    const PdfLine& line = lines_[number];
    const PdfLine* next = next_of(number);
    const double room = next == nullptr ? 0 : next->words.front().right - next->left;
    Runs runs;
    runs.reserve(line.words.size() * 2);
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const PdfWord& word = line.words[i];
      Run run;
      if (word.note.empty()) run.text = word.text;
      run.note = word.note;
      run.superscript = word.note.empty() && is_raised(line, word);
      run.bold = word.bold || word.height() > body_height_ * 1.12;
      run.italic = word.slanted;
      if (i > 0) {
        const bool raised = is_raised(line, word) || is_raised(line, line.words[i - 1]);
        runs.push_back(Run{std::string(gap(line, i, room, raised)), run.bold, run.italic});
      }
      runs.push_back(std::move(run));
    }
    return runs;
  }

  // What stands before the word. A wide gap parts a number from its words, or columns. `next`: how
  // wide the first word of the next line is.
  std::string_view gap(const PdfLine& line, std::size_t at, double next, bool raised) const {
    const PdfWord& before = line.words[at - 1];
    const PdfWord& word = line.words[at];
    const double width = word.left - before.right;
    const double height = std::max(body_height_, std::min(before.height(), word.height()));
    if (raised && std::abs(width) < body_height_ * 0.12) return "";
    if (are_small_capitals(before, word)) return "";
    return width > height * 1.2 && !is_stretched(line, at, next) ? "\t" : " ";
  }

  // "P" and "URPOSE" of a heading in small capitals: a word in two sizes.
  static bool are_small_capitals(const PdfWord& large, const PdfWord& small) {
    return std::abs(small.left - large.right) < small.height() * 0.05 &&
           small.height() < large.height() * 0.9 && source::is_upper(large.text.back()) &&
           source::is_upper(small.text.front());
  }

  // The line is spaced out to the edge of its column: its gaps, but for one behind a number, are
  // much alike, and the next word had no room in what is too wide of them.
  static bool is_stretched(const PdfLine& line, std::size_t at, double next) {
    if (line.right + 2 < line.column_right) return false;
    if (is_lone_label(words_between(line, 0, at))) return false;
    const std::size_t first = is_lone_label(line.words.front().text) ? 2 : 1;
    const auto width = [&](std::size_t i) { return line.words[i].left - line.words[i - 1].right; };
    double least = width(at);
    double all = 0;
    for (std::size_t i = first; i < line.words.size(); ++i) {
      least = std::min(least, width(i));
      all += width(i);
    }
    const auto gaps = static_cast<double>(line.words.size() - first);
    const double space = (line.bottom - line.top) * 0.3;
    return width(at) < least * 1.5 && all < gaps * space + next + space;
  }

  std::vector<PdfPage> pages_;
  const ImportLists& lists_;
  std::vector<PdfLine> lines_;
  double body_height_ = 0;
  Reading reading_;
};

std::optional<Reading> read_by_tags(const std::string& bytes, const std::vector<PdfPage>& pages,
                                    const ImportLists& lists, std::vector<Doubt>& doubts) {
  if (pages.size() > most_tagged_pages) return std::nullopt;
  try {
    const std::optional<PdfElement> root = structure_of_pdf(bytes);
    return root ? read_tagged(pages, *root, lists) : std::nullopt;
  } catch (const Unreadable&) {
    doubts.push_back({diag::Code::IMP024, {1}, "", diag::IMP024::structure});
    return std::nullopt;
  }
}

// The metadata, which PDF/A keeps in plain bytes, name the program that sets Concord's PDFs. Words
// that anybody may print do not make a file one of them.
bool says_typesetter(std::string_view bytes) {
  return contains(bytes, "<xmp:CreatorTool>Typst");
}

Outcome read_words(const std::string& bytes, PdfWords words, const ImportLists& lists) {
  std::vector<PdfPage>& pages = words.pages;
  mark_fonts(bytes, pages);
  std::vector<Removed> removed = take_watermarks(pages);
  std::ranges::move(take_line_numbers(pages), std::back_inserter(removed));
  if (std::optional<Refusal> refusal = refusal_of_pages(pages)) return *std::move(refusal);
  std::vector<Doubt> doubts;
  std::optional<Reading> tagged = read_by_tags(bytes, pages, lists, doubts);
  if (tagged && says_typesetter(bytes)) take_around_own_pdf(*tagged);
  std::ranges::move(doubts_of_pictures(bytes, pages, tagged.has_value()),
                    std::back_inserter(doubts));
  Reading reading = tagged ? std::move(*tagged) : PdfReader(std::move(pages), lists).run();
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

Outcome read_pdf(const std::string& bytes, const ImportLists& lists) {
  try {
    return read_words(bytes, words_of_pdf(bytes), lists);
  } catch (const Unreadable& error) {
    return Refusal{error.code(), error.what()};
  }
}

}  // namespace concord::intake
