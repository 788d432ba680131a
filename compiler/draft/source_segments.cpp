#include "draft/source_segments.h"

#include <algorithm>

#include "source/characters.h"

namespace concord::draft {
namespace {

using graph::Clause;
using graph::Kind;

std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
  const std::size_t found = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return found == std::string_view::npos ? 0 : narrow(found + 1);
}

std::uint32_t line_end(std::string_view text, std::uint32_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return narrow(end);
}

// A comment that begins before the place and ends behind it is not cut.
std::uint32_t past_comment(std::string_view text, std::uint32_t from, std::uint32_t at) {
  const std::size_t open = text.rfind("<!--", at);
  if (open == std::string_view::npos || open < from) return at;
  const std::size_t close = text.find("-->", open + 2);
  if (close == std::string_view::npos || close + 3 <= at) return at;
  return line_end(text, narrow(close + 3));
}

// The sign of a quotation, which only blanks and other such stand before.
bool quotes(std::string_view text, std::uint32_t at) {
  if (text[at] != '>') return false;
  const std::uint32_t begin = line_begin(text, at);
  return text.substr(begin, at - begin).find_first_not_of(" >") == std::string_view::npos;
}

// Signs that open emphasis, links and escapes before the first byte of words.
bool opens_mark(char c) {
  return std::string_view("*_~`[<\\!").find(c) != std::string_view::npos;
}

std::uint32_t words_end_of(const Clause& clause) {
  const syntax::Prose& words = clause.words();
  const auto length = narrow(words.text.size());
  return length == 0 ? std::max(clause.number_span.end, clause.span.begin)
                     : words.span({0, length}, clause.span).end;
}

std::uint32_t words_begin_of(std::string_view text, const Clause& clause, std::uint32_t lowest) {
  const syntax::Prose& words = clause.words();
  std::uint32_t begin =
      words.text.empty() ? words_end_of(clause) : words.span({0, 1}, clause.span).begin;
  while (begin > lowest && opens_mark(text[begin - 1])) --begin;
  return begin;
}

}  // namespace

bool is_white(char c) {
  return source::is_space(c) || c == '\r';
}

bool is_in_footnote(const graph::ClauseGraph& graph, const Clause& clause) {
  const Clause* top = &clause;
  while (top->parent) top = &graph[*top->parent];
  return top->kind == Kind::footnote;
}

Segment segment_of(std::string_view text, const Clause& clause) {
  Segment segment;
  segment.clause = clause.id;
  segment.begin = line_begin(text, clause.span.begin);
  std::uint32_t last = std::max(words_end_of(clause), clause.number_span.end);
  if (!clause.attributes.empty()) last = std::max(last, clause.attributes.span.end);
  if (clause.kind == Kind::section || clause.kind == Kind::table)
    last = std::max(last, clause.span.end);
  while (last > segment.begin && is_white(text[last - 1])) --last;
  segment.own_end = past_comment(text, segment.begin, line_end(text, last));
  segment.end = segment.own_end;
  segment.words = words_begin_of(text, clause, std::max(segment.begin, clause.number_span.end));
  segment.words_end = clause.attributes.empty() ? segment.own_end : clause.attributes.span.begin;
  if (clause.kind == Kind::section && clause.attributes.empty())
    segment.words_end = line_end(text, words_end_of(clause));
  while (segment.words_end > segment.words && is_white(text[segment.words_end - 1]))
    --segment.words_end;
  return segment;
}

std::vector<Segment> segments_of(std::string_view text, const graph::ClauseGraph& graph) {
  std::vector<Segment> all;
  for (const Clause& clause : graph.clauses)
    if (!is_in_footnote(graph, clause)) all.push_back(segment_of(text, clause));
  std::ranges::stable_sort(all, {}, &Segment::begin);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uint32_t next = i + 1 < all.size() ? all[i + 1].begin : narrow(text.size());
    if (i + 1 < all.size() && next < all[i].own_end) {
      all[i].apart = all[i + 1].apart = false;
      all[i].own_end = std::min(all[i].own_end, std::max(next, all[i].begin));
    }
    std::uint32_t end = next;
    while (end > all[i].own_end && (is_white(text[end - 1]) || quotes(text, end - 1))) --end;
    all[i].end = std::max(end, all[i].own_end);
  }
  return all;
}

}  // namespace concord::draft
