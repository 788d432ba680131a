#include "syntax/prepared.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "diag/messages.h"
#include "source/letter_case.h"
#include "syntax/pasted_lines.h"
#include "syntax/table_lines.h"

namespace concord::syntax {
namespace {

// Some texts cost cmark-gfm 0.29 quadratic time or worse: thousands of opening brackets, of "<!" or
// of @ in one paragraph, tables of thousands of columns. No protocol comes near these limits.
constexpr std::size_t most_brackets = 2000;
constexpr std::size_t most_at_signs = 2000;

std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

// The label where the line defines a footnote: "[^label]:"; else empty.
std::string_view defined_footnote(std::string_view content) {
  if (!content.starts_with("[^")) return {};
  const std::size_t close = content.find(']');
  if (close == std::string_view::npos || !content.substr(close + 1).starts_with(':')) return {};
  const std::string_view label = content.substr(2, close - 2);
  return label.find_first_of(" \t") == std::string_view::npos ? label : std::string_view();
}

// Labels are one where they differ in case alone: so cmark reads them.
// Numbers the definitions of one label: the second becomes "label␟2".
class FootnoteLabels {
 public:
  std::string suffix(std::string_view label) {
    const int count = ++seen_[source::folded(label)];
    return count == 1 ? std::string() : label_separator + std::to_string(count);
  }

 private:
  std::map<std::string, int> seen_;
};

template <typename Visit>
void for_each_footnote(std::string_view body, const std::vector<Line>& lines, Visit visit) {
  FootnoteLabels labels;
  for (const Line& line : lines) {
    if (line.in_code) continue;
    const std::string_view label =
        defined_footnote(body.substr(line.content, line.end - line.content));
    if (!label.empty()) visit(line, label, labels.suffix(label));
  }
}

bool is_wide_delimiter_row(std::string_view line) {
  return line.find_first_not_of("|:- \t") == std::string_view::npos &&
         std::count(line.begin(), line.end(), '|') > static_cast<std::ptrdiff_t>(most_columns);
}

bool has_more_than(std::size_t most, char sign, std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find(sign); at != text.npos && count <= most; at = text.find(sign, at + 1))
    ++count;
  return count > most;
}

// A line that holds no-break spaces alone is empty to its reader.
void blank_empty_lines(std::string& body) {
  static constexpr std::string_view no_break_space = "\xC2\xA0";
  LineBreaks breaks(body);
  for (std::size_t begin = body.find(no_break_space); begin != std::string::npos;
       begin = body.find(no_break_space, begin)) {
    const std::size_t before =
        begin == 0 ? std::string::npos : body.find_last_of("\r\n", begin - 1);
    const std::size_t line = before == std::string::npos ? 0 : before + 1;
    const std::size_t end = breaks.next(begin);
    if (body.find_first_not_of(" \t\xC2\xA0", line) >= end)
      std::fill(body.begin() + static_cast<std::ptrdiff_t>(line),
                body.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    begin = end;
  }
}

std::string unread_message(std::string_view braces) {
  return fmt::format(diag::SYN003::not_understood,
                     braces.size() > 60 ? std::string(braces.substr(0, 1)) + "…}" : braces);
}

}  // namespace

Prepared::Prepared(const MappedText& cleaned, std::uint32_t body_begin, source::FileId file,
                   Reporter& reporter)
    : cleaned_(cleaned), body_begin_(body_begin), file_(file) {
  std::string body = cleaned.text().substr(body_begin);
  blank_empty_lines(body);
  find_addresses_ = !has_more_than(most_at_signs, '@', body);
  // What is taken out leaves blanks of its own length, so that the lines stay where they are.
  const std::vector<Line> lines = lines_of(body);
  take_attributes(body, lines, reporter);
  hold_brackets(body, lines, reporter);
  const std::vector<Edit> edits = mended(body, lines, reporter);
  add_references_to_every_footnote(body, lines);
  add_body(body, lines, edits, reporter);
  const std::string& text = markdown_.text();
  line_starts_.push_back(0);
  LineBreaks breaks(text);
  for (std::size_t at = breaks.next(0); at < text.size(); at = breaks.next(at)) {
    at += break_length(text, at);
    line_starts_.push_back(narrow(at));
  }
}

// Blanks the attributes out of the body, so that every other byte stays where it is.
void Prepared::take_attributes(std::string& body, const std::vector<Line>& lines,
                               Reporter& reporter) {
  FoundAttributes found = find_attributes(body, lines);
  const auto source_span = [&](std::uint32_t begin, std::uint32_t end) {
    return source::Span{file_, cleaned_.origin(body_begin_ + begin),
                        cleaned_.origin(body_begin_ + end)};
  };
  for (const UnreadAttributes& unread : found.unread) {
    const std::string_view braces =
        std::string_view(body).substr(unread.begin, unread.end - unread.begin);
    reporter.report(
        {diag::Code::SYN003, source_span(unread.begin, unread.end), unread_message(braces)});
  }
  for (PlacedAttributes& placed : found.placed) {
    const source::Span span = source_span(placed.begin, placed.end);
    for (const std::string& fault : placed.faults) {
      reporter.report({diag::Code::SYN003, span, fault});
    }
    for (std::uint32_t at = placed.begin; at < placed.end; ++at) {
      if (body[at] != '\n' && body[at] != '\r') body[at] = ' ';
    }
    placed.attributes.span = span;
    placed.begin = span.begin;
    placed.end = span.end;
  }
  attributes_ = std::move(found.placed);
}

// cmark forgets footnotes that nothing refers to, so the body is led by a paragraph that refers to
// each. It stands first because nothing that is left open in the body can swallow it there.
void Prepared::add_references_to_every_footnote(std::string_view body,
                                                const std::vector<Line>& lines) {
  std::string references;
  for_each_footnote(body, lines,
                    [&](const Line&, std::string_view label, const std::string& suffix) {
                      references += fmt::format("[^{}{}] ", label, suffix);
                    });
  markdown_.append(references + "\n\n", 0);
}

// The changes by which Markdown reads pasted lines and uneven tables as they are meant, in order.
std::vector<Edit> Prepared::mended(std::string_view body, const std::vector<Line>& lines,
                                   Reporter& reporter) const {
  std::vector<Edit> edits;
  const Places places = [&](std::size_t begin, std::size_t end) {
    return source::Span{file_, cleaned_.origin(body_begin_ + narrow(begin)),
                        cleaned_.origin(body_begin_ + narrow(end))};
  };
  const std::vector<bool> in_table = mend_tables(body, lines, places, reporter, edits);
  mend_lines(body, lines, in_table, places, reporter, edits);
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  return edits;
}

void Prepared::add_body(std::string_view body, const std::vector<Line>& lines,
                        const std::vector<Edit>& edits, Reporter& reporter) {
  std::size_t copied = 0;
  auto edit = edits.begin();
  const auto replace = [&](std::size_t begin, std::size_t end, std::string_view bytes) {
    markdown_.append(body.substr(copied, begin - copied), narrow(copied));
    markdown_.append(bytes, narrow(begin));
    copied = end;
  };
  const auto insert = [&](std::size_t at, std::string_view bytes) {
    for (; edit != edits.end() && edit->begin <= at; ++edit)
      replace(std::max(edit->begin, copied), std::max(edit->end, copied), edit->bytes);
    if (at >= copied) replace(at, at, bytes);
  };
  std::map<std::size_t, std::string> suffixes;  // by the line's begin
  for_each_footnote(body, lines,
                    [&](const Line& line, std::string_view, const std::string& suffix) {
                      if (!suffix.empty()) suffixes.emplace(line.begin, suffix);
                    });
  for (const Line& line : lines) {
    if (line.in_code) continue;
    if (line.markers == most_markers) {
      reporter.report({diag::Code::SRC004,
                       {file_, cleaned_.origin(body_begin_ + narrow(line.begin)),
                        cleaned_.origin(body_begin_ + narrow(line.content))},
                       fmt::format(diag::SRC004::too_deep, deepest)});
      insert(body.find_first_not_of("0123456789", line.content), "\\");
    }
    const std::string_view content = body.substr(line.content, line.end - line.content);
    if (is_wide_delimiter_row(content)) insert(line.content, "\\");
    const auto suffix = suffixes.find(line.begin);
    if (suffix != suffixes.end()) insert(body.find(']', line.content), suffix->second);
  }
  insert(body.size(), "\n");
}

// Past the limit, a bracket of a paragraph is only a sign. Said once a paragraph.
void Prepared::hold_brackets(std::string& body, const std::vector<Line>& lines,
                             Reporter& reporter) const {
  if (!has_more_than(most_brackets, '[', body) && !has_more_than(most_brackets, '<', body)) return;
  std::size_t square = 0;
  std::size_t angled = 0;
  const auto hold = [&](std::size_t at, char held, std::size_t count) {
    if (count <= most_brackets) return;
    body[at] = held;
    if (count > most_brackets + 1) return;
    const std::uint32_t place = cleaned_.origin(body_begin_ + narrow(at));
    reporter.report({diag::Code::SRC005,
                     {file_, place, place + 1},
                     fmt::format(diag::SRC005::too_many_brackets, most_brackets)});
  };
  for (const Line& line : lines) {
    if (line.blank || line.opens_block) square = angled = 0;
    for (std::size_t at = line.content; at < line.end; ++at) {
      if (body[at] == '[') {
        hold(at, held_bracket, ++square);
      } else if (body[at] == '<' && (body[at + 1] == '!' || body[at + 1] == '?')) {
        hold(at, held_angle, ++angled);
      }
    }
  }
}

std::uint32_t Prepared::offset(int line, int column) const {
  const auto index = static_cast<std::size_t>(std::max(line, 1) - 1);
  if (index >= line_starts_.size()) return narrow(text().size());
  const std::size_t at = line_starts_[index] + static_cast<std::size_t>(std::max(column, 1) - 1);
  return narrow(std::min(at, text().size()));
}

int Prepared::line(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<int>(after - line_starts_.begin());
}

std::uint32_t Prepared::line_end(int line) const {
  const auto next = static_cast<std::size_t>(std::max(line, 1));
  std::size_t end = next < line_starts_.size() ? line_starts_[next] : text().size();
  const std::size_t begin = offset(line, 1);
  while (end > begin && (text()[end - 1] == '\n' || text()[end - 1] == '\r')) --end;
  return narrow(end);
}

std::uint32_t Prepared::origin(std::uint32_t offset) const {
  return cleaned_.origin(body_begin_ + markdown_.origin(offset));
}

std::uint32_t Prepared::even(std::uint32_t offset) const {
  return std::min(markdown_.even(offset), cleaned_.even(body_begin_ + markdown_.origin(offset)));
}

source::Span Prepared::span(std::uint32_t begin, std::uint32_t end) const {
  const std::uint32_t from = origin(begin);
  return {file_, from, std::max(from, end > begin ? origin(end - 1) + 1 : from)};
}

}  // namespace concord::syntax
