#include "syntax/leading_numbers.h"

#include <fmt/format.h>

#include <algorithm>

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
// that opens with any other number is most often a reference, wrapped.
void LeadingNumbers::report_run_together(const Block& block) {
  Number last = block.number;
  if (!last.present()) return;
  const std::string_view text = source_.substr(0, block.span.end);
  for (std::size_t at = text.find('\n', block.number_span.end); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const std::size_t words = std::min(text.find_first_not_of(" \t>", at + 1), text.size());
    const Number next = clause_number(BlockKind::paragraph, text.substr(words));
    if (!next.present() || !follows(next, last)) continue;
    const auto begin = static_cast<std::uint32_t>(words);
    const auto end = static_cast<std::uint32_t>(words + next.label.size());
    reporter_.report({Code::SYN001,
                      {block.span.file, begin, end},
                      fmt::format("\"{}\" opens a line of the clause \"{}\"; a blank line before "
                                  "it would make it a clause of its own",
                                  next.label, last.label)});
    last = next;
  }
}

void LeadingNumbers::take(Block& block, BlockKind kind, bool has_marker) {
  const Number number = clause_number(kind, block.prose.text);
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
  drop_front(block.prose, length + space_after(block.prose.text, length));
  const Number second = clause_number(BlockKind::paragraph, block.prose.text);
  if (second.present() && is_spelt(block.prose, second.label)) {
    report_second_number(block, second);
  }
}

// An author keeps a number from being one by a backslash: "\(a)", "1\.1".
bool LeadingNumbers::is_spelt(const Prose& prose, std::string_view label) const {
  if (prose.anchors.empty() || prose.anchors[0].text > 0) return true;
  return source_.substr(prose.anchors[0].source, label.size()) == label;
}

void LeadingNumbers::report_second_number(const Block& block, const Number& second) {
  const auto length = static_cast<std::uint32_t>(second.label.size());
  std::string message =
      block.number.present()
          ? fmt::format("\"{}\" follows the number \"{}\"; give each its own block", second.label,
                        block.number.label)
          : fmt::format("\"{}\" follows another number; give each its own block", second.label);
  reporter_.report({Code::SYN001, block.prose.span({0, length}, block.span), std::move(message)});
}

void LeadingNumbers::report_number_like(const Block& block) {
  const std::string& text = block.prose.text;
  if (!opens_like_a_number(text)) return;
  const auto length = static_cast<std::uint32_t>(text.find_first_of(" \t\xC2"));
  const std::string_view rest = std::string_view(text).substr(length + 1);
  const std::string word = text.substr(0, length);
  if (!is_spelt(block.prose, word)) return;
  const source::Span place = block.prose.span({0, length}, block.span);
  const Number second = clause_number(BlockKind::paragraph, rest);
  if (second.present() && second.path.size() > 1) {
    reporter_.report({Code::SYN001, place,
                      fmt::format("\"{}\" and \"{}\" stand before one text; the number is "
                                  "kept as words",
                                  word, second.label)});
    return;
  }
  reporter_.report({Code::SYN004, place,
                    fmt::format("\"{}\" is read as a word and not as the clause's number", word)});
}

}  // namespace concord::syntax
