// How a line is judged
//
// A line opens a clause where its number goes on from one above it in the same stretch of lines
// (1.2 after 1.1, 2 after 1.2, 1.1 below 1), or is the first below a lead-in ("Officers must:"),
// and the words speak for it too: the line before ends a sentence, or three numbers in a row say
// the same. "…, and their number is / 14. The number of clerks is" has neither and is a wrapped
// line.
//
// A heading is a short line without a stop whose number is whole and that the number of the next
// block lies below: "2. ROLES" before 2.1. In capitals, it is one before words too.

#include "syntax/pasted_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "diag/messages.h"
#include "source/characters.h"
#include "syntax/designation.h"
#include "syntax/number.h"

namespace concord::syntax {
namespace {

using diag::Code;
using source::is_blank;
using source::is_digit;
using source::is_lower;
using source::is_upper;

constexpr auto nowhere = std::string_view::npos;

// How far into a line is looked for its number and the words that speak for it.
constexpr std::size_t longest_opening = 120;

// A heading is no longer than this.
constexpr std::size_t longest_title = 90;
constexpr std::size_t most_title_words = 10;

// How many fixes one report carries.
constexpr std::size_t most_fixes = 100;

constexpr std::string_view no_break_space = "\xC2\xA0";

// How many bytes of white space the text opens with, no-break spaces counted.
std::size_t space_length(std::string_view text) {
  std::size_t end = 0;
  for (;;) {
    if (end < text.size() && is_blank(text[end])) {
      ++end;
    } else if (text.substr(end).starts_with(no_break_space)) {
      end += no_break_space.size();
    } else {
      return end;
    }
  }
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

bool leads_in(std::string_view text) {
  return ends_with_any(text, {":", ":-", " -", "\xE2\x80\x93", "\xE2\x80\x94"});
}

bool ends_an_item(std::string_view text) {
  return ends_with_any(text, {";", "; and", "; or", ";and", ";or", ", and", ", or"});
}

bool ends_a_clause(std::string_view text) {
  return leads_in(text) || ends_an_item(text) ||
         ends_with_any(text, {".", "!", "?", ".\"", ".\xE2\x80\x9D", ".)", ".**", ".*"});
}

// ", and so are 3 more lines"; nothing where there are none.
std::string more(std::size_t lines, const char* one, fmt::format_string<std::size_t&> several) {
  if (lines == 0) return {};
  return lines == 1 ? one : fmt::format(several, lines);
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    words += !is_blank(text[i]) && (i == 0 || is_blank(text[i - 1])) ? 1 : 0;
  return words;
}

bool is_title(std::string_view text) {
  const bool sentence =
      ends_with_any(text, {".", ":", ";", ",", "!", "?", "#", "-", "=", "|", "\\"});
  return !text.empty() && text.size() <= longest_title && is_upper(text[0]) && !sentence &&
         count_words(text) <= most_title_words;
}

bool is_in_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), is_lower) &&
         std::count_if(text.begin(), text.end(), is_upper) > 3;
}

// A number at the head of a line, and what stands behind it.
struct Opening {
  Number number;
  std::string_view rest;
};

// "5 Breaches" and "A. MEMBERS", which number a line; "J. Smith" does not.
Number name_or_number(std::string_view text) {
  Number number = number_at_start(text);
  const bool counts =
      number.style == NumberStyle::decimal || is_in_capitals(text.substr(number.label.size()));
  return counts ? number : Number{};
}

// The number of a line, which may be in bold or emphasised.
std::optional<Opening> opening_of(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of("*_"), line.size());
  std::string head(line.substr(marks, longest_opening));
  if (marks > 0) std::erase(head, '*');
  Number number = clause_number(BlockKind::paragraph, head);
  if (!number.present()) number = name_or_number(head);
  if (!number.present()) number = number_run_into_word(head);
  if (!number.present() || number.style == NumberStyle::automatic) return std::nullopt;
  std::size_t end = marks;
  for (std::size_t left = number.label.size(); left > 0 && end < line.size(); ++end)
    left -= marks > 0 && line[end] == '*' ? 0 : 1;
  std::string_view rest = line.substr(end);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t*_"), rest.size()));
  return Opening{std::move(number), rest};
}

bool is_first(const Number& number) {
  const std::vector<Number> all = readings(number);
  return std::any_of(all.begin(), all.end(), [](const Number& reading) {
    return reading.path.size() == 1 && reading.path[0] == 1 && reading.inserted == 0;
  });
}

bool is_below(const Number& number, const Number& above) {
  const auto& path = above.path;
  return number.style == NumberStyle::decimal && above.style == NumberStyle::decimal &&
         number.path.size() > path.size() &&
         std::equal(path.begin(), path.end(), number.path.begin());
}

bool is_first_below(const Number& number, const Number& above) {
  return is_below(number, above) && number.path.size() == above.path.size() + 1 &&
         number.path.back() == 1;
}

// The numbers that the next one may go on from, the outermost first.
class Chain {
 public:
  // Takes the number where it goes on from one of them, or is the first below the last.
  bool take(const Number& number) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (!follows(number, open_[i])) continue;
      open_.resize(i);
      open_.push_back(number);
      return true;
    }
    if (open_.empty() || !is_first_below(number, open_.back())) return false;
    open_.push_back(number);
    return true;
  }
  void begin(const Number& number) {
    if (open_.size() < deepest_chain) open_.push_back(number);
  }
  bool empty() const { return open_.empty(); }

 private:
  static constexpr std::size_t deepest_chain = 8;
  std::vector<Number> open_;
};

enum class LineKind : std::uint8_t {
  words,
  native,  // "1." or "1)", a list's marker to Markdown
  bullet,
  foreign,  // "•"
  other     // a heading, a quote, a table, a rule
};

// One line of a stretch without blank lines.
struct Entry {
  std::size_t line = 0;
  std::size_t head = 0;  // of its first sign that is no white space
  LineKind kind = LineKind::words;
  std::string_view words;  // from there on
  std::optional<Opening> opening = std::nullopt;
  bool linked = false;  // its number goes on from one above it
  bool opens = false;   // begins a block

  bool opens_clause() const { return linked && opens; }
  // Markdown lets a list interrupt a paragraph where it begins with 1.
  bool opening_is_one() const { return opening && opening->number.path == std::vector{1U}; }
};

class LineMender {
 public:
  LineMender(std::string_view body, const std::vector<Line>& lines,
             const std::vector<bool>& in_table, const Places& places, Reporter& reporter,
             std::vector<Edit>& edits)
      : body_(body),
        lines_(lines),
        in_table_(in_table),
        places_(places),
        reporter_(reporter),
        edits_(edits) {}

  void run() {
    std::vector<Entry> stretch;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
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
        note_heading(entry(i));
        next_barrier();
        continue;
      }
      mend(stretch);
    }
    mend(stretch);
    settle_heading(nullptr);
    end_row();
    report_bullets();
    report_headings();
  }

 private:
  // ---- reading

  Entry entry(std::size_t index) const {
    const Line& line = lines_[index];
    const std::size_t head =
        line.begin + space_length(body_.substr(line.begin, line.end - line.begin));
    Entry out{index, head, LineKind::words, trimmed(body_.substr(head, line.end - head))};
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
      out.opening = opening_of(body_.substr(line.content, line.end - line.content));
    }
    return out;
  }

  // ---- one stretch

  void mend(std::vector<Entry>& stretch) {
    if (stretch.empty()) return;
    join_number(stretch);
    drop_space(stretch);
    mend_bullets(stretch);
    link(stretch);
    split(stretch);
    ask_about_semicolons(stretch);
    find_headings(stretch);
    stretch.clear();
  }

  // A number alone on its line, or between blank lines, belongs to the words below it.
  void join_number(std::vector<Entry>& stretch) {
    for (std::size_t i = 0; i + 1 < stretch.size(); ++i) {
      const bool empty = stretch[i].kind == LineKind::native && stretch[i].opening &&
                         stretch[i].opening->rest.empty();
      if (empty && stretch[i + 1].kind == LineKind::words && !stretch[i + 1].opening)
        edits_.push_back({lines_[stretch[i].line].end, stretch[i + 1].head, " "});
    }
    const std::optional<Entry> number = std::exchange(number_alone_, std::nullopt);
    Entry& first = stretch.front();
    if (number && first.kind == LineKind::words && !first.opening && !is_designation(first.words)) {
      edits_.push_back({lines_[number->line].end, first.head, " "});
      candidate_.reset();
      return;
    }
    const bool alone = stretch.size() == 1 && first.opening && first.opening->rest.empty();
    if (alone && first.kind != LineKind::bullet && first.head == lines_[first.line].begin)
      number_alone_ = first;
  }

  // No-break spaces at the head of a line, by which a word processor indents.
  void drop_space(const std::vector<Entry>& stretch) {
    for (const Entry& each : stretch) {
      const std::size_t begin = lines_[each.line].begin;
      const bool plain = body_.substr(begin, each.head - begin).find(no_break_space) == nowhere;
      if (!plain && each.kind != LineKind::foreign && !is_broken(stretch, each))
        edits_.push_back({begin, each.head, ""});
    }
  }

  // True where the line above ends in a backslash, which keeps the two together.
  static bool is_broken(const std::vector<Entry>& stretch, const Entry& each) {
    return &each != &stretch.front() && (&each - 1)->words.ends_with('\\');
  }

  // ---- bullets

  void mend_bullets(std::vector<Entry>& stretch) {
    const auto dashes = std::count_if(stretch.begin(), stretch.end(), [&](const Entry& each) {
      return has_dash(each) && !is_broken(stretch, each);
    });
    std::size_t indent = nowhere;
    for (std::size_t i = 0; i < stretch.size(); ++i) {
      Entry& each = stretch[i];
      const bool dash = has_dash(each) && dashes > 1;
      if (is_broken(stretch, each) || !(each.kind == LineKind::foreign || dash)) {
        if (each.kind == LineKind::foreign) each.kind = LineKind::words;
        continue;
      }
      each.kind = LineKind::bullet;
      const std::size_t own = each.head - lines_[each.line].begin;
      indent = std::min(indent, own);
      const std::size_t length =
          dash ? std::min(each.words.find_first_not_of(" \t", dash_length), each.words.size())
               : foreign_bullet(each.words);
      edit_bullet(each, std::string(std::min<std::size_t>(own - indent, 60), ' ') + "- ", length);
    }
  }

  static constexpr std::size_t dash_length = 3;
  static bool has_dash(const Entry& each) {
    return each.kind == LineKind::words && each.words.starts_with("\xE2\x80\x93 ");
  }

  void edit_bullet(const Entry& each, std::string bullet, std::size_t length) {
    const std::size_t begin = lines_[each.line].begin;
    if (bullets_++ == 0) first_bullet_ = {each.head, each.head + length};
    if (bullet_fixes_.size() < most_fixes)
      bullet_fixes_.push_back(
          {diag::SYN016::write_hyphen, places_(each.head, each.head + length), "- ", true});
    edits_.push_back({begin, each.head + length, std::move(bullet)});
  }

  void report_bullets() {
    if (bullets_ == 0) return;
    const std::string_view sign =
        trimmed(body_.substr(first_bullet_.first, first_bullet_.second - first_bullet_.first));
    reporter_.report(
        {Code::SYN016,
         places_(first_bullet_.first, first_bullet_.second),
         fmt::format(diag::SYN016::read_as_hyphen, sign,
                     more(bullets_ - 1, diag::SYN016::and_one, diag::SYN016::and_more)),
         {},
         std::move(bullet_fixes_)});
  }

  // ---- numbers

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
        edits_.push_back({lines_[each.line].begin, lines_[each.line].begin, "\n"});
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
    edits_.push_back({stop, stop, "\\"});
    reporter_.report({Code::SYN018,
                      places_(each.head, stop + 1),
                      fmt::format(diag::SYN018::within_sentence, each.opening->number.label),
                      {},
                      {{diag::SYN018::escape_stop, places_(stop, stop), "\\", true}}});
    return false;
  }

  // "- (b) listen;" and then "and report." at the margin: the item has ended.
  bool ends_list(const std::vector<Entry>& stretch, std::size_t i, LineKind open) {
    const Entry& each = stretch[i];
    const bool in_list = open == LineKind::bullet || open == LineKind::native;
    const bool margin = each.head == lines_[each.line].begin;
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
    const std::size_t begin = lines_[each.line].begin;
    reporter_.report({Code::SYN018,
                      places_(each.head, each.head + each.words.size()),
                      diag::SYN018::end_of_item,
                      {},
                      {{diag::SYN018::put_blank_line, places_(begin, begin), "\n", false}}});
  }

  void report_split(const std::vector<std::size_t>& opened) {
    if (opened.empty()) return;
    std::vector<diag::Fix> fixes;
    for (const std::size_t line : opened) {
      if (fixes.size() == most_fixes) break;
      const std::size_t at = lines_[line].begin;
      fixes.push_back({diag::SYN015::put_blank_line, places_(at, at), "\n", true});
    }
    const Line& first = lines_[opened.front()];
    reporter_.report(
        {Code::SYN015,
         places_(first.begin, first.end),
         fmt::format(diag::SYN015::own_paragraph,
                     more(opened.size() - 1, diag::SYN015::and_one, diag::SYN015::and_more)),
         {},
         std::move(fixes)});
  }

  // ---- lines that end as items do

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
          {diag::SYN018::begin_with_hyphen, places_(each->head, each->head), "- ", false});
    reporter_.report({Code::SYN018,
                      places_(first->head, first->head + first->words.size()),
                      diag::SYN018::may_be_list,
                      {},
                      std::move(fixes)});
  }

  // ---- headings

  // A block that would be a heading, if what follows bears it out.
  struct Candidate {
    std::vector<Entry> lines;
    Number number;
    bool capitals = false;
  };

  void find_headings(const std::vector<Entry>& stretch) {
    for (std::size_t i = 0; i < stretch.size();) {
      std::size_t end = i + 1;
      while (end < stretch.size() && !stretch[end].opens) ++end;
      settle_heading(&stretch[i]);
      consider(stretch, i, end);
      i = end;
    }
  }

  void consider(const std::vector<Entry>& stretch, std::size_t i, std::size_t end) {
    const Entry& first = stretch[i];
    std::string whole_words(first.words.substr(0, longest_title + 1));
    for (std::size_t k = i + 1; k < end && whole_words.size() <= longest_title; ++k)
      whole_words += ' ' + std::string(stretch[k].words);
    if (first.kind == LineKind::words && is_designation(whole_words)) {
      return make_heading({{stretch.begin() + static_cast<std::ptrdiff_t>(i),
                            stretch.begin() + static_cast<std::ptrdiff_t>(end)},
                           {},
                           false});
    }
    if (!first.opening || first.head != lines_[first.line].begin || first.words[0] == '*') return;
    const Number& number = first.opening->number;
    note_row(first);
    const bool whole = number.style == NumberStyle::decimal && number.path.size() == 1 &&
                       is_digit(number.label[0]);
    const bool letter = number.label.ends_with('.') && (number.style == NumberStyle::upper_alpha ||
                                                        number.style == NumberStyle::upper_roman);
    const std::size_t label =
        static_cast<std::size_t>(first.opening->rest.data() - first.words.data());
    const std::string title = whole_words.substr(std::min(label, whole_words.size()));
    if (!(whole || letter) || whole_words.size() > longest_title || !is_title(title)) return;
    candidate_ = Candidate{{stretch.begin() + static_cast<std::ptrdiff_t>(i),
                            stretch.begin() + static_cast<std::ptrdiff_t>(end)},
                           number,
                           is_in_capitals(title)};
  }

  // "1 Members attend.", "2 Members decide.": in a row, and so no quantities. In bold they are
  // numbers to every later step.
  void note_row(const Entry& line) {
    const Number& number = line.opening->number;
    if (!is_unmarked(number) || !is_digit(number.label[0]) || number.inserted > 0) return;
    const bool goes_on = !row_.empty() && is_next(number, row_.back().opening->number);
    if (!goes_on) end_row();
    if (goes_on || number.path[0] == 1) row_.push_back(line);
  }

  void end_row() {
    for (const Entry& line : row_) {
      if (row_.size() < 2) break;
      const std::size_t end = line.head + line.opening->number.label.size();
      edits_.push_back({line.head, line.head, "**"});
      edits_.push_back({end, end, "**"});
    }
    row_.clear();
  }

  // "PART 2 – OFFICERS", "Schedule 1 Fees".
  static bool is_designation(std::string_view words) {
    if (!is_title(words)) return false;
    const auto designation = designation_at_start(words);
    return designation && (designation->set_apart || needs_no_sign(*designation));
  }

  void next_barrier() {
    candidate_.reset();
    number_alone_.reset();
  }

  // `next`: the block after the candidate; null at the end of the text.
  void settle_heading(const Entry* next) {
    if (!candidate_) return;
    const Candidate heading = *std::exchange(candidate_, std::nullopt);
    if (next == nullptr) return;
    const bool numbered = next->opening.has_value();
    const bool below = numbered && is_below(next->opening->number, heading.number);
    const bool margin = next->head == lines_[next->line].begin;
    const bool words = !numbered && margin && next->kind == LineKind::words && heading.capitals;
    if (below || words) make_heading(heading);
  }

  void make_heading(const Candidate& heading) {
    const std::string hashes(static_cast<std::size_t>(level_), '#');
    const std::size_t head = heading.lines.front().head;
    edits_.push_back({head, head, hashes + ' '});
    for (std::size_t i = 1; i < heading.lines.size(); ++i)
      edits_.push_back({lines_[heading.lines[i].line - 1].end, heading.lines[i].head, " "});
    if (headings_++ == 0) first_heading_ = {head, head + heading.lines.front().words.size()};
    if (heading_fixes_.size() < most_fixes)
      heading_fixes_.push_back(
          {"begin the line with " + hashes, places_(head, head), hashes + ' ', true});
  }

  // Pasted headings have the level of the numbered headings around them.
  void note_heading(const Entry& line) {
    const std::size_t level = std::min(line.words.find_first_not_of('#'), line.words.size());
    if (level == 0 || level > 6) return;
    const std::string_view words =
        line.words.substr(std::min(line.words.find_first_not_of(" \t", level), line.words.size()));
    const Number number = number_at_start(words.substr(0, longest_opening));
    if (number.style == NumberStyle::decimal && number.path.size() == 1)
      level_ = static_cast<int>(level);
  }

  void report_headings() {
    if (headings_ == 0) return;
    reporter_.report(
        {Code::SYN017,
         places_(first_heading_.first, first_heading_.second),
         fmt::format(diag::SYN017::read_as_heading,
                     more(headings_ - 1, diag::SYN017::and_one, diag::SYN017::and_more)),
         {},
         std::move(heading_fixes_)});
  }

  std::string_view body_;
  const std::vector<Line>& lines_;
  const std::vector<bool>& in_table_;
  const Places& places_;
  Reporter& reporter_;
  std::vector<Edit>& edits_;

  std::vector<Entry> row_;
  std::optional<Entry> number_alone_;
  std::optional<Candidate> candidate_;
  int level_ = 2;
  std::size_t bullets_ = 0;
  std::pair<std::size_t, std::size_t> first_bullet_;
  std::vector<diag::Fix> bullet_fixes_;
  std::size_t headings_ = 0;
  std::pair<std::size_t, std::size_t> first_heading_;
  std::vector<diag::Fix> heading_fixes_;
};

}  // namespace

std::size_t foreign_bullet(std::string_view text) {
  // • ‣ ● ○ ◦ ▪ ▫ ■ □ ◆ ➢ ► , and · where a space follows.
  static constexpr std::array<std::string_view, 13> bullets{
      "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x97\x8F", "\xE2\x97\x8B", "\xE2\x97\xA6",
      "\xE2\x96\xAA", "\xE2\x96\xAB", "\xE2\x96\xA0", "\xE2\x96\xA1", "\xE2\x97\x86",
      "\xE2\x9E\xA2", "\xE2\x96\xBA", "\xEF\x82\xB7"};
  static constexpr std::string_view middle_dot = "\xC2\xB7";
  const auto found = std::find_if(bullets.begin(), bullets.end(), [&](std::string_view bullet) {
    return text.starts_with(bullet);
  });
  const bool dot = text.starts_with(middle_dot);
  if (found == bullets.end() && !dot) return 0;
  const std::size_t sign = dot ? middle_dot.size() : found->size();
  const std::size_t end = sign + space_length(text.substr(sign));
  return dot && end == sign ? 0 : end;
}

void mend_lines(std::string_view body, const std::vector<Line>& lines,
                const std::vector<bool>& in_table, const Places& places, Reporter& reporter,
                std::vector<Edit>& edits) {
  LineMender(body, lines, in_table, places, reporter, edits).run();
}

}  // namespace concord::syntax
