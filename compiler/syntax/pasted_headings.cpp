// A heading is a short line without a stop whose number is whole and that the number of the next
// block lies below: "2. ROLES" before 2.1. In capitals, it is one before words too.

#include "syntax/pasted_headings.h"

#include <algorithm>
#include <string>

#include "diag/messages.h"
#include "source/characters.h"
#include "syntax/designation.h"
#include "syntax/pasted_numbers.h"

namespace concord::syntax {

using diag::Code;
using source::is_digit;

bool is_designation(std::string_view words) {
  if (!is_title(words)) return false;
  const auto designation = designation_at_start(words);
  return designation && (designation->set_apart || needs_no_sign(*designation));
}

void PastedHeadings::find(const std::vector<Entry>& stretch) {
  for (std::size_t i = 0; i < stretch.size();) {
    std::size_t end = i + 1;
    while (end < stretch.size() && !stretch[end].opens) ++end;
    settle(&stretch[i]);
    consider(stretch, i, end);
    i = end;
  }
}

void PastedHeadings::consider(const std::vector<Entry>& stretch, std::size_t i, std::size_t end) {
  const Entry& first = stretch[i];
  std::string whole_words(first.words.substr(0, longest_title + 1));
  for (std::size_t k = i + 1; k < end && whole_words.size() <= longest_title; ++k)
    whole_words += ' ' + std::string(stretch[k].words);
  if (first.kind == LineKind::words && is_designation(whole_words)) {
    return make({{stretch.begin() + static_cast<std::ptrdiff_t>(i),
                  stretch.begin() + static_cast<std::ptrdiff_t>(end)},
                 {},
                 false});
  }
  if (!first.opening || first.head != text_.lines[first.line].begin || first.words[0] == '*')
    return;
  const Number& number = first.opening->number;
  note_row(first);
  const bool whole =
      number.style == NumberStyle::decimal && number.path.size() == 1 && is_digit(number.label[0]);
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
void PastedHeadings::note_row(const Entry& line) {
  const Number& number = line.opening->number;
  if (!is_unmarked(number) || !is_digit(number.label[0]) || number.inserted > 0) return;
  const bool goes_on = !row_.empty() && is_next(number, row_.back().opening->number);
  if (!goes_on) end_row();
  if (goes_on || number.path[0] == 1) row_.push_back(line);
}

void PastedHeadings::end_row() {
  for (const Entry& line : row_) {
    if (row_.size() < 2) break;
    const std::size_t end = line.head + line.opening->number.label.size();
    text_.edits.push_back({line.head, line.head, "**"});
    text_.edits.push_back({end, end, "**"});
  }
  row_.clear();
}

// `next`: the block after the candidate; null at the end of the text.
void PastedHeadings::settle(const Entry* next) {
  if (!candidate_) return;
  const Candidate heading = *std::exchange(candidate_, std::nullopt);
  if (next == nullptr) return;
  const bool numbered = next->opening.has_value();
  const bool below = numbered && is_below(next->opening->number, heading.number);
  const bool margin = next->head == text_.lines[next->line].begin;
  const bool words = !numbered && margin && next->kind == LineKind::words && heading.capitals;
  if (below || words) make(heading);
}

void PastedHeadings::make(const Candidate& heading) {
  const std::string hashes(static_cast<std::size_t>(level_), '#');
  const std::size_t head = heading.lines.front().head;
  text_.edits.push_back({head, head, hashes + ' '});
  for (std::size_t i = 1; i < heading.lines.size(); ++i)
    text_.edits.push_back({text_.lines[heading.lines[i].line - 1].end, heading.lines[i].head, " "});
  if (headings_++ == 0) first_ = {head, head + heading.lines.front().words.size()};
  if (fixes_.size() < most_fixes)
    fixes_.push_back(
        {"begin the line with " + hashes, text_.places(head, head), hashes + ' ', true});
}

// Pasted headings have the level of the numbered headings around them.
void PastedHeadings::note(const Entry& line) {
  const std::size_t level = std::min(line.words.find_first_not_of('#'), line.words.size());
  if (level == 0 || level > 6) return;
  const std::string_view words =
      line.words.substr(std::min(line.words.find_first_not_of(" \t", level), line.words.size()));
  const Number number = number_at_start(words.substr(0, longest_opening));
  if (number.style == NumberStyle::decimal && number.path.size() == 1)
    level_ = static_cast<int>(level);
}

void PastedHeadings::end() {
  settle(nullptr);
  end_row();
  report();
}

void PastedHeadings::report() {
  if (headings_ == 0) return;
  text_.reporter.report(
      {Code::SYN017,
       text_.places(first_.first, first_.second),
       fmt::format(diag::SYN017::read_as_heading,
                   more(headings_ - 1, diag::SYN017::and_one, diag::SYN017::and_more)),
       {},
       std::move(fixes_)});
}

}  // namespace concord::syntax
