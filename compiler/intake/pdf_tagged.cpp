#include "intake/pdf_tagged.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "diag/messages.h"
#include "intake/labels.h"
#include "intake/layout_tables.h"
#include "intake/pdf_tagged_words.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

// What the tree may cost: its words times those of the largest page.
constexpr std::size_t most_comparisons = 300'000'000;
// Shorter paragraphs than this break off for other reasons than a printed line's end.
constexpr std::size_t shortest_line = 45;

using Names = std::set<std::string, std::less<>>;

bool is_inline(const PdfElement& element) {
  static const Names names{"Span",  "Quote", "Link",     "Reference", "Code",
                           "Annot", "Form",  "BibEntry", "Ruby",      "RB",
                           "RT",    "RP",    "Warichu",  "WT",        "WP"};
  return element.is_words() || names.contains(element.type);
}

int heading_level_of(const std::string& type) {
  if (type == "H") return 1;
  const bool numbered = type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6';
  return numbered ? type[1] - '0' : 0;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 3 && std::ranges::all_of(text, source::is_digit);
}

void gather_words(const PdfElement& element, std::string& into) {
  into += element.text;
  for (const PdfElement& child : element.children) gather_words(child, into);
}

std::string words_of(const PdfElement& element) {
  std::string words;
  gather_words(element, words);
  return std::string(trimmed(words));
}

std::size_t count_words(const PdfElement& element) {
  std::size_t count = element.is_words() ? 1 : 0;
  for (const PdfElement& child : element.children) count += count_words(child);
  return count;
}

// "1" of a note that opens with it.
std::string mark_of(const PdfElement& note) {
  const std::string words = words_of(note);
  return words.substr(0, std::min(words.find_first_not_of("0123456789"), words.size()));
}

void find_marks(const PdfElement& element, Names& marks) {
  if (element.type == "Note") marks.insert(mark_of(element));
  for (const PdfElement& child : element.children) find_marks(child, marks);
}

class TreeWalker {
 public:
  TreeWalker(const std::vector<PdfPage>& pages, const PdfElement& root, const ImportLists& lists)
      : words_(pages), lists_(lists) {
    reading_.format = Format::pdf;
    reading_.pages = static_cast<std::uint32_t>(pages.size());
    find_marks(root, marks_);
    walk(root);
    flush();
  }

  const WordsOfPages& words() const { return words_; }

  Reading take() {
    for (const LineLeftOver& line : words_.left_over()) {
      Block block;
      block.place.page = line.page;
      block.furniture = line.above ? Furniture::header : Furniture::footer;
      block.runs.push_back({line.words});
      reading_.blocks.push_back(std::move(block));
    }
    return std::move(reading_);
  }

  // Paragraphs that are printed lines: they break off, and the next goes on with a small letter.
  bool has_paragraph_for_line() const {
    std::size_t broken = 0;
    for (std::size_t i = 1; i < reading_.blocks.size(); ++i) {
      const std::string above = text_of(reading_.blocks[i - 1].runs);
      const std::string below = text_of(reading_.blocks[i].runs);
      if (above.size() >= shortest_line && !ends_with_punctuation(trimmed(above)) &&
          opens_with_small_letter(below) && reading_.blocks[i].label.empty())
        ++broken;
    }
    return broken > 5 && broken * 8 > reading_.blocks.size();
  }

 private:
  void walk(const PdfElement& element) {
    for (const PdfElement& child : element.children) {
      if (is_inline(child)) {
        add_inline(child, false);
        continue;
      }
      if (child.type == "Lbl" && !trimmed(text_of(open_.runs)).empty()) {  // the mark of a note
        add_words(words_of(child), true);
        continue;
      }
      if (child.type == "Note") {  // stands within the paragraph that refers to it
        take_note(child);
        continue;
      }
      flush();
      enter(child);
      flush();
    }
  }

  void enter(const PdfElement& element) {
    if (element.type == "Lbl") {
      label_ = words_of(element);
      words_.find(label_);
    } else if (element.type == "Table") {
      take_table(element);
    } else {
      enter_part(element);
    }
  }

  void enter_part(const PdfElement& element) {
    const Block outside = like_;
    const std::string& type = element.type;
    if (type == "L") ++like_.list_level;
    if (type == "BlockQuote") like_.quoted = true;
    if (type == "TOC") like_.furniture = Furniture::contents;
    if (heading_level_of(type) > 0) like_.heading_level = heading_level_of(type);
    like_.style = type;
    if (type == "Figure")
      reading_.doubts.push_back({diag::Code::IMP013, {page_}, "", diag::IMP013::picture});
    walk(element);
    flush();
    like_ = outside;
  }

  void add_inline(const PdfElement& element, bool linked) {
    if (element.is_words()) {
      add_words(element.text, linked);
      return;
    }
    const bool links = linked || element.type == "Link" || element.type == "Reference";
    for (const PdfElement& child : element.children) {
      if (is_inline(child)) {
        add_inline(child, links);
      } else if (child.type == "Note") {
        take_note(child);
      } else if (child.type == "Lbl") {
        add_words(words_of(child), links);
      } else {
        flush();
        enter(child);
      }
    }
  }

  void add_words(std::string_view text, bool linked) {
    const std::string_view plain = trimmed(text);
    const FoundWords found = words_.find(text);
    if (found.page > 0 && plain.size() > longest_.size()) {
      longest_ = plain;
      page_ = found.page;
    }
    if (found.page > 0 && open_.runs.empty()) open_.indent = found.left;
    open_.size = std::max(open_.size, found.height);
    Run run;
    run.bold = found.height > words_.usual_height() * 1.12;
    const bool inside = !text_of(open_.runs).empty();
    if (inside && is_number(plain)) {
      if (linked && marks_.contains(plain)) {
        run.note = plain;
        open_.runs.push_back(std::move(run));
        return;
      }
      run.superscript = found.height > 0 && found.height < words_.usual_height() * 0.8;
    }
    if (inside && !run.superscript) put_space(text);
    run.text = text;
    open_.runs.push_back(std::move(run));
  }

  // Between words that the tree has in two parts: a tab behind a number, else a space unless the
  // pages have them as one word.
  void put_space(std::string_view next) {
    const std::string before = text_of(open_.runs);
    if (open_.runs.size() == 1 && is_lone_label(before)) {
      open_.runs.push_back({"\t"});
      return;
    }
    const std::string_view head = next.substr(0, std::min(next.find_first_of(" \n"), next.size()));
    if (head.empty() || source::is_blank(before.back())) return;
    if (before.ends_with('-') || before.ends_with('/')) return;
    if (!open_.runs.back().note.empty() || open_.runs.back().superscript) {
      if (source::is_alnum(head[0])) open_.runs.push_back({" "});
      return;
    }
    const std::string glued = std::string(last_token(before)) + std::string(head);
    if (!words_.has_word(glued) && words_.has_word(std::string(head))) open_.runs.push_back({" "});
  }

  void flush() {
    if (trimmed(text_of(open_.runs)).empty()) {
      open_ = Block();
      longest_.clear();
      return;
    }
    Block block = like_;
    block.place.page = page_;
    block.runs = std::move(open_.runs);
    block.indent = open_.indent;
    block.size = open_.size;
    block.page_before = !reading_.blocks.empty() && reading_.blocks.back().place.page < page_;
    block.label = std::exchange(label_, {});
    block.bullet = !block.label.empty() && bullet_length(block.label) == block.label.size();
    if (block.label.empty()) block.list_level = -1;
    reading_.blocks.push_back(std::move(block));
    open_ = Block();
    longest_.clear();
  }

  // The blocks of a part of its own, without touching the paragraph that is open.
  std::vector<Block> blocks_of(const PdfElement& element) {
    std::vector<Block> blocks = std::exchange(reading_.blocks, {});
    Block open = std::exchange(open_, {});
    Block like = std::exchange(like_, {});
    std::string longest = std::exchange(longest_, {});
    std::string label = std::exchange(label_, {});
    walk(element);
    flush();
    std::swap(reading_.blocks, blocks);
    open_ = std::move(open);
    like_ = std::move(like);
    longest_ = std::move(longest);
    label_ = std::move(label);
    return blocks;
  }

  void take_note(const PdfElement& element) {
    Note note;
    note.mark = mark_of(element);
    note.paragraphs = paragraphs_of(blocks_of(element));
    note.place.page = page_;
    if (note.paragraphs.empty()) return;
    strip(note.paragraphs.front(), note.mark);
    reading_.notes.push_back(std::move(note));
  }

  static void strip(Runs& runs, std::string_view mark) {
    for (std::size_t length = mark.size(); length > 0 && !runs.empty();) {
      std::string& text = runs.front().text;
      text.erase(0, text.find_first_not_of(" \t\n"));
      const std::size_t here = std::min(length, text.size());
      text.erase(0, here);
      length -= here;
      if (trimmed(text).empty()) runs.erase(runs.begin());
    }
  }

  void take_table(const PdfElement& table) {
    Grid grid;
    add_rows(table, grid);
    if (grid.empty()) return;
    if (lays_text_out(grid, lists_)) {
      std::ranges::move(text_of_grid(std::move(grid)), std::back_inserter(reading_.blocks));
      return;
    }
    Block block;
    block.kind = BlockKind::table;
    block.rows = rows_of_grid(grid);
    block.place.page = page_;
    reading_.blocks.push_back(std::move(block));
  }

  void add_rows(const PdfElement& part, Grid& grid) {
    for (const PdfElement& child : part.children) {
      if (child.type == "TR") {
        grid.push_back(row_of(child));
      } else if (child.type == "Caption") {
        enter_part(child);
      } else {
        add_rows(child, grid);
      }
    }
  }

  GridRow row_of(const PdfElement& element) {
    GridRow row;
    row.header = !element.children.empty();
    for (const PdfElement& child : element.children) {
      row.header = row.header && child.type == "TH";
      row.cells.push_back({blocks_of(child)});
      for (int i = 1; i < child.columns; ++i) row.cells.push_back({{}, true});
    }
    return row;
  }

  WordsOfPages words_;
  const ImportLists& lists_;
  Names marks_;  // of the notes
  Reading reading_;
  Block like_;           // what the elements around say of a paragraph
  Block open_;           // the paragraph being read
  std::string label_;    // of the next
  std::string longest_;  // the longest words of the paragraph, which tell its page
  std::uint32_t page_ = 0;
};

bool is_too_large(const std::vector<PdfPage>& pages, const PdfElement& root) {
  std::size_t largest = pages.size();
  for (const PdfPage& page : pages) largest = std::max(largest, page.words.size());
  return count_words(root) * largest > most_comparisons;
}

bool is_trusted(const TreeWalker& walker) {
  const WordsOfPages& words = walker.words();
  return words.found_part() >= 0.5 && words.missed_part() <= 0.05 &&
         words.left_over_part() <= 0.03 && !walker.has_paragraph_for_line();
}

}  // namespace

std::optional<Reading> read_tagged(const std::vector<PdfPage>& pages, const PdfElement& root,
                                   const ImportLists& lists) {
  if (is_too_large(pages, root)) return std::nullopt;
  TreeWalker walker(pages, root, lists);
  return is_trusted(walker) ? std::optional(walker.take()) : std::nullopt;
}

}  // namespace concord::intake
