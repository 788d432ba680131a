// How a line is judged
//
// A line opens a clause where its number goes on from one above it in the same stretch of lines
// (1.2 after 1.1, 2 after 1.2, 1.1 below 1), or is the first below a lead-in ("Officers must:"),
// and the words speak for it too: the line before ends a sentence, or three numbers in a row say
// the same. "…, and their number is / 14. The number of clerks is" has neither and is a wrapped
// line.

#include "syntax/pasted_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "diag/messages.h"
#include "source/characters.h"
#include "syntax/pasted_bullets.h"
#include "syntax/pasted_headings.h"
#include "syntax/pasted_numbers.h"
#include "syntax/pasted_text.h"

namespace concord::syntax {
namespace {

using diag::Code;
using source::is_digit;
using source::is_upper;

constexpr auto nowhere = std::string_view::npos;

class LineMender {
 public:
  LineMender(const PastedText& text, const std::vector<bool>& in_table)
      : text_(text), in_table_(in_table), bullets_(text_), headings_(text_) {}

  void run() {
    std::vector<Entry> stretch;
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      const Line& line = text_.lines[i];
      if (!line.blank && !line.in_code) {
        Entry next = entry(i);
        // A line of "=" makes a heading of words above it, and of nothing else.
        const bool words_above = !stretch.empty() && stretch.back().kind == LineKind::words;
        if (next.words.find_first_not_of('=') == nowhere && !words_above)
          next.kind = LineKind::words;
        stretch.push_back(std::move(next));
        if (stretch.back().kind != LineKind::other) continue;
        stretch.pop_back();
        mend(stretch);
        headings_.note(entry(i));
        headings_.drop();
        number_alone_.reset();
        continue;
      }
      mend(stretch);
    }
    mend(stretch);
    bullets_.report();
    headings_.end();
  }

 private:
  Entry entry(std::size_t index) const {
    const Line& line = text_.lines[index];
    const std::size_t head =
        line.begin + space_length(text_.body.substr(line.begin, line.end - line.begin));
    Entry out{index, head, LineKind::words, trimmed(text_.body.substr(head, line.end - head))};
    const char first = out.words.empty() ? ' ' : out.words[0];
    const bool note_mark = out.words.starts_with("[^") && out.words.find("]:") == nowhere;
    const bool block = line.opens_block && line.markers == 0 && first != '|' && !note_mark;
    if (in_table_[index] || first == '>' || block) {
      out.kind = LineKind::other;
    } else if (line.markers > 0) {
      out.kind = is_digit(first) ? LineKind::native : LineKind::bullet;
    } else if (foreign_bullet(out.words) > 0) {
      out.kind = LineKind::foreign;
    }
    if (out.kind == LineKind::words || out.kind == LineKind::native) {
      out.opening = opening_of(out.words);
    } else if (out.kind == LineKind::bullet) {
      out.opening = opening_of(text_.body.substr(line.content, line.end - line.content));
    }
    return out;
  }

  void mend(std::vector<Entry>& stretch) {
    if (stretch.empty()) return;
    join_number(stretch);
    drop_space(stretch);
    bullets_.mend(stretch);
    link(stretch);
    split(stretch);
    ask_about_semicolons(stretch);
    headings_.find(stretch);
    stretch.clear();
  }

  // A number alone on its line, or between blank lines, belongs to the words below it.
  void join_number(std::vector<Entry>& stretch) {
    for (std::size_t i = 0; i + 1 < stretch.size(); ++i) {
      const bool empty = stretch[i].kind == LineKind::native && stretch[i].opening &&
                         stretch[i].opening->rest.empty();
      if (empty && stretch[i + 1].kind == LineKind::words && !stretch[i + 1].opening)
        text_.edits.push_back({text_.lines[stretch[i].line].end, stretch[i + 1].head, " "});
    }
    const std::optional<Entry> number = std::exchange(number_alone_, std::nullopt);
    Entry& first = stretch.front();
    if (number && first.kind == LineKind::words && !first.opening && !is_designation(first.words)) {
      text_.edits.push_back({text_.lines[number->line].end, first.head, " "});
      headings_.drop();
      return;
    }
    const bool alone = stretch.size() == 1 && first.opening && first.opening->rest.empty();
    if (alone && first.kind != LineKind::bullet && first.head == text_.lines[first.line].begin)
      number_alone_ = first;
  }

  // No-break spaces at the head of a line, by which a word processor indents.
  void drop_space(const std::vector<Entry>& stretch) {
    for (const Entry& each : stretch) {
      const std::size_t begin = text_.lines[each.line].begin;
      const bool plain =
          text_.body.substr(begin, each.head - begin).find(no_break_space) == nowhere;
      if (!plain && each.kind != LineKind::foreign && !is_broken(stretch, each))
        text_.edits.push_back({begin, each.head, ""});
    }
  }

  // Which lines have a number that goes on from one above it, or begins a list below a lead-in.
  void link(std::vector<Entry>& stretch) {
    Chain chain;
    for (std::size_t i = 0; i < stretch.size(); ++i) {
      Entry& each = stretch[i];
      if (!each.opening) continue;
      const Number& number = each.opening->number;
      each.linked = chain.take(number);
      if (each.linked) continue;
      const bool begins = i == 0 || leads_in(stretch[i - 1].words) ||
                          ((chain.empty() || ends_a_clause(stretch[i - 1].words)) &&
                           is_first(number) && is_followed(stretch, i));
      if (!begins) continue;
      each.linked = true;
      chain.begin(number);
    }
  }

  // True where a number after it goes on from this one.
  static bool is_followed(const std::vector<Entry>& stretch, std::size_t i) {
    const Number& number = stretch[i].opening->number;
    for (std::size_t next = i + 1; next < stretch.size(); ++next) {
      if (!stretch[next].opening) continue;
      const Number& other = stretch[next].opening->number;
      return follows(other, number) || is_first_below(other, number);
    }
    return false;
  }

  void split(std::vector<Entry>& stretch) {
    const auto linked = std::count_if(stretch.begin(), stretch.end(),
                                      [](const Entry& each) { return each.linked; });
    LineKind open = LineKind::words;  // of the block that the line stands in
    std::vector<std::size_t> opened;
    for (std::size_t i = 0; i < stretch.size(); ++i) {
      Entry& each = stretch[i];
      each.opens = i == 0 || each.kind == LineKind::bullet;
      const bool native_list =
          each.kind == LineKind::native && (open == LineKind::native || each.opening_is_one());
      if (i > 0 && native_list) {
        each.opens = keeps_list(stretch, i);
      } else if (i > 0 && each.kind != LineKind::bullet &&
                 (opens_clause(stretch, i, linked > 2) || ends_list(stretch, i, open))) {
        each.opens = true;
        opened.push_back(each.line);
        text_.edits.push_back({text_.lines[each.line].begin, text_.lines[each.line].begin, "\n"});
      }
      if (each.opens) open = each.kind;
    }
    report_split(opened);
  }

  static bool opens_clause(const std::vector<Entry>& stretch, std::size_t i, bool several) {
    const Entry& each = stretch[i];
    if (!each.linked) return false;
    const std::string_view last = stretch[i - 1].words;
    if (is_broken(stretch, each)) return false;
    if (ends_a_clause(last)) return true;
    const bool title = stretch[i - 1].linked && is_title(stretch[i - 1].opening->rest);
    const bool capital = !each.opening->rest.empty() && is_upper(each.opening->rest[0]);
    return capital && (several || title);
  }

  static bool begins_item(const Entry& each) { return each.opens && each.kind != LineKind::words; }

  // A list's marker after words that lead into none, with no second item: the line is wrapped.
  bool keeps_list(const std::vector<Entry>& stretch, std::size_t i) {
    const std::string_view last = stretch[i - 1].words;
    if (begins_item(stretch[i - 1]) || ends_a_clause(last) || last.ends_with('\\') ||
        is_followed(stretch, i) || stretch[i].linked)
      return true;
    const Entry& each = stretch[i];
    const std::size_t stop = each.head + each.opening->number.label.size() - 1;
    text_.edits.push_back({stop, stop, "\\"});
    text_.reporter.report({Code::SYN018,
                           text_.places(each.head, stop + 1),
                           fmt::format(diag::SYN018::within_sentence, each.opening->number.label),
                           {},
                           {{diag::SYN018::escape_stop, text_.places(stop, stop), "\\", true}}});
    return false;
  }

  // "- (b) listen;" and then "and report." at the margin: the item has ended.
  bool ends_list(const std::vector<Entry>& stretch, std::size_t i, LineKind open) {
    const Entry& each = stretch[i];
    const bool in_list = open == LineKind::bullet || open == LineKind::native;
    const bool margin = each.head == text_.lines[each.line].begin;
    if (!in_list || !margin || each.kind != LineKind::words || i + 1 != stretch.size())
      return false;
    const std::string_view last = stretch[i - 1].words;
    if (last.ends_with(';')) return true;
    const bool sentence = last.ends_with('.') && is_upper(each.words[0]);
    const bool joined = each.words.starts_with("and ") || each.words.starts_with("or ");
    if (sentence || (joined && !ends_an_item(last))) ask_about_tail(each);
    return false;
  }

  void ask_about_tail(const Entry& each) {
    const std::size_t begin = text_.lines[each.line].begin;
    text_.reporter.report(
        {Code::SYN018,
         text_.places(each.head, each.head + each.words.size()),
         diag::SYN018::end_of_item,
         {},
         {{diag::SYN018::put_blank_line, text_.places(begin, begin), "\n", false}}});
  }

  void report_split(const std::vector<std::size_t>& opened) {
    if (opened.empty()) return;
    std::vector<diag::Fix> fixes;
    for (const std::size_t line : opened) {
      if (fixes.size() == most_fixes) break;
      const std::size_t at = text_.lines[line].begin;
      fixes.push_back({diag::SYN015::put_blank_line, text_.places(at, at), "\n", true});
    }
    const Line& first = text_.lines[opened.front()];
    text_.reporter.report(
        {Code::SYN015,
         text_.places(first.begin, first.end),
         fmt::format(diag::SYN015::own_paragraph,
                     more(opened.size() - 1, diag::SYN015::and_one, diag::SYN015::and_more)),
         {},
         std::move(fixes)});
  }

  void ask_about_semicolons(const std::vector<Entry>& stretch) {
    // The lines of an item may well end so.
    const auto end = std::find_if(stretch.begin(), stretch.end(),
                                  [](const Entry& each) { return each.kind != LineKind::words; });
    const auto item = [](const Entry& each) {
      return !each.opens_clause() && ends_an_item(each.words);
    };
    if (std::count_if(stretch.begin(), end, item) < 2) return;
    const auto first = std::find_if(stretch.begin(), end, item);
    std::vector<diag::Fix> fixes;
    for (auto each = first; each != end && fixes.size() < most_fixes; ++each)
      fixes.push_back(
          {diag::SYN018::begin_with_hyphen, text_.places(each->head, each->head), "- ", false});
    text_.reporter.report({Code::SYN018,
                           text_.places(first->head, first->head + first->words.size()),
                           diag::SYN018::may_be_list,
                           {},
                           std::move(fixes)});
  }

  const PastedText text_;
  const std::vector<bool>& in_table_;
  PastedBullets bullets_;
  PastedHeadings headings_;
  std::optional<Entry> number_alone_;
};

}  // namespace

void mend_lines(std::string_view body, const std::vector<Line>& lines,
                const std::vector<bool>& in_table, const Places& places, Reporter& reporter,
                std::vector<Edit>& edits) {
  LineMender({body, lines, places, reporter, edits}, in_table).run();
}

}  // namespace concord::syntax
