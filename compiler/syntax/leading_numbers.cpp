#include "syntax/leading_numbers.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/messages.h"
#include "syntax/designation.h"
#include "syntax/number.h"
#include "syntax/prose_builder.h"

namespace concord::syntax {
namespace {

using diag::Code;

std::uint32_t space_after(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (true) {
    if (text.substr(end).starts_with(' ')) {
      ++end;
    } else if (text.substr(end).starts_with("\xC2\xA0")) {
      end += 2;
    } else {
      return static_cast<std::uint32_t>(end - at);
    }
  }
}

// How many columns of plain or no-break spaces the text opens with.
std::size_t columns_of_space(std::string_view text) {
  std::size_t columns = 0;
  for (std::uint32_t at = 0; const std::uint32_t length = space_after(text.substr(at, 2), 0);
       ++columns)
    at += length;
  return columns;
}

// A number with a word behind it is no longer than this.
constexpr std::size_t longest_opening = 60;

// A full stop, colon or semicolon, with a space behind it.
bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  return (c == '.' || c == ';' || c == ':') && at + 1 < text.size() && text[at + 1] == ' ';
}

bool closes_sentence(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r");
  return last != std::string_view::npos && (text[last] == '.' || text[last] == ';');
}

bool opens_sentence(std::string_view text) {
  const std::size_t word = text.find_first_not_of(' ');
  return word != std::string_view::npos && word > 0 && text[word] >= 'A' && text[word] <= 'Z';
}

// What is linked, noted or code cannot be cut out of the words.
bool can_cut(const Prose& prose, std::string_view label) {
  return std::none_of(prose.marks.begin(), prose.marks.end(), [&](const Mark& mark) {
    const bool soft = mark.kind == MarkKind::emphasis || mark.kind == MarkKind::strong ||
                      mark.kind == MarkKind::strikethrough;
    return !soft && mark.range.begin < label.size();
  });
}

}  // namespace

// Two numbered clauses without a blank line between them are one paragraph to Markdown. A line
// that opens with any other number is most often a reference, wrapped; unless a sentence ends
// before it and another begins behind.
void LeadingNumbers::report_run_together(const Block& block) {
  Number last = block.number;
  if (!last.present()) return;
  const std::string_view text = source_.substr(0, block.span.end);
  for (std::size_t at = block.number_span.end; at < text.size(); ++at) {
    const bool line = text[at] == '\n';
    if (!line && !ends_sentence(text, at)) continue;
    const std::size_t words =
        std::min(text.find_first_not_of(line ? " \t>" : " ", at + 1), text.size());
    const Number next = clause_number(BlockKind::paragraph, text.substr(words, longest_opening));
    const bool sentence = opens_sentence(text.substr(words + next.label.size()));
    const bool later =
        line && sentence && closes_sentence(text.substr(0, at)) && comes_later(next, last);
    if (!next.present() || !(later || (follows(next, last) && (line || sentence)))) continue;
    const auto begin = static_cast<std::uint32_t>(words);
    const auto end = static_cast<std::uint32_t>(words + next.label.size());
    reporter_.report({Code::SYN001,
                      {block.span.file, begin, end},
                      line ? fmt::format(diag::SYN001::opens_line, next.label, last.label)
                           : fmt::format(diag::SYN001::inside, next.label, last.label)});
    last = next;
  }
}

void LeadingNumbers::take(Block& block, BlockKind kind, bool has_marker) {
  const Number number = number_of(block.prose, kind);
  if (kind == BlockKind::heading) remember_heading(block.prose.text, number);
  if (has_marker) {
    if (number.present()) report_second_number(block, number);
    return;
  }
  if (!number.present() || !is_spelt(block.prose, number.label) ||
      !can_cut(block.prose, number.label)) {
    report_number_like(block);
    return;
  }
  const auto length = static_cast<std::uint32_t>(number.label.size());
  block.number_span = block.prose.span({0, length}, block.span);
  block.number = number;
  remember(number);
  const std::uint32_t space = space_after(block.prose.text, length);
  const bool glued = number_run_into_word(block.prose.text).present();
  if (glued) report_glued(block, number);
  drop_front(block.prose, length + space);
  const Number second = clause_number(BlockKind::paragraph, block.prose.text);
  if (second.present() && is_spelt(block.prose, second.label)) {
    report_second_number(block, second);
  }
}

// The number that the words open with: plainly, set apart by a wide gap, by its neighbours, or
// run into the first word.
Number LeadingNumbers::number_of(const Prose& prose, BlockKind kind) const {
  const Number number = clause_number(kind, prose.text);
  if (number.present()) return number;
  const Number unmarked = number_at_start(prose.text);
  if (unmarked.style == NumberStyle::decimal &&
      (stands_apart(prose, unmarked) || stands_below_letter(unmarked)))
    return unmarked;
  const Number lettered = number_among_others(prose.text);
  if (lettered.present() && has_neighbour(lettered)) return lettered;
  return number_run_into_word(prose.text);
}

// "1   Members", "**1** Members": no quantity has so wide a gap behind it, or is in bold by itself.
bool LeadingNumbers::stands_apart(const Prose& prose, const Number& number) const {
  const bool bold = std::any_of(prose.marks.begin(), prose.marks.end(), [&](const Mark& mark) {
    return mark.kind == MarkKind::strong &&
           mark.range == Range{0, static_cast<std::uint32_t>(number.label.size())};
  });
  if (bold) return true;
  if (prose.anchors.empty() || prose.anchors[0].text > 0) return false;
  const std::size_t gap = prose.anchors[0].source + number.label.size();
  return gap < source_.size() &&
         (source_[gap] == '\t' || columns_of_space(source_.substr(gap)) > 1);
}

// "B1" below "Annex B".
bool LeadingNumbers::stands_below_letter(const Number& number) const {
  return !division_.empty() && number.label.starts_with(division_);
}

void LeadingNumbers::remember_heading(std::string_view words, const Number& number) {
  const auto designation = designation_at_start(words);
  const std::string_view own = designation ? designation->number : number.bare();
  const bool letter = own.size() == 1 && own[0] >= 'A' && own[0] <= 'Z';
  if (letter || designation) division_ = letter ? own : std::string_view();
}

// "(ab)" has (a) or (aa) before it, "(iia)" has (ii).
bool LeadingNumbers::has_neighbour(const Number& number) const {
  std::string label = number.label;
  char& last = label[label.size() - 2];
  --last;
  if (last >= 'a' && letters_.contains(label)) return true;
  label.erase(label.size() - 2, 1);
  return letters_.contains(label);
}

void LeadingNumbers::remember(const Number& number) {
  if (number.style == NumberStyle::decimal) {
    letters_.clear();
  } else {
    letters_.insert(number.label);
  }
}

// An author keeps a number from being one by a backslash: "\(a)", "1\.1".
bool LeadingNumbers::is_spelt(const Prose& prose, std::string_view label) const {
  if (prose.anchors.empty() || prose.anchors[0].text > 0) return true;
  return source_.substr(prose.anchors[0].source, label.size()) == label;
}

void LeadingNumbers::report_glued(const Block& block, const Number& number) {
  const std::uint32_t end = block.number_span.end;
  reporter_.report({Code::SYN014,
                    block.number_span,
                    fmt::format(diag::SYN014::runs_into_word, number.label),
                    {},
                    {{diag::SYN014::put_space, {block.span.file, end, end}, " ", true}}});
}

void LeadingNumbers::report_second_number(const Block& block, const Number& second) {
  const auto length = static_cast<std::uint32_t>(second.label.size());
  std::string message =
      block.number.present()
          ? fmt::format(diag::SYN001::follows_number, second.label, block.number.label)
          : fmt::format(diag::SYN001::follows_unlabelled, second.label);
  reporter_.report({Code::SYN001, block.prose.span({0, length}, block.span), std::move(message)});
}

void LeadingNumbers::report_number_like(const Block& block) {
  const std::string& text = block.prose.text;
  if (!opens_like_a_number(text)) return;
  const auto length =
      static_cast<std::uint32_t>(std::min(text.find_first_of(" \t\xC2"), text.size()));
  const std::string_view rest =
      std::string_view(text).substr(std::min<std::size_t>(length + 1, text.size()));
  const std::string word = text.substr(0, length);
  if (!is_spelt(block.prose, word)) return;
  const source::Span place = block.prose.span({0, length}, block.span);
  const Number second = clause_number(BlockKind::paragraph, rest);
  if (second.present() && second.path.size() > 1) {
    reporter_.report(
        {Code::SYN001, place, fmt::format(diag::SYN001::before_one_text, word, second.label)});
    return;
  }
  reporter_.report({Code::SYN004, place, fmt::format(diag::SYN004::read_as_word, word)});
}

}  // namespace concord::syntax
