// A full stop ends a sentence where a capital, a quotation mark or a bracket follows, and where
// what stands before it is no abbreviation. Finer cuts (at "and must", "but", a relative clause)
// were tried: they find a few partial links more and lose as many true ones to passages of three
// words; one sentence won.
#include "compare/match/segments.h"

#include <algorithm>
#include <array>

namespace concord::compare {
namespace {

bool space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}
bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool ends_with_abbreviation(std::string_view text) {
  static constexpr std::array<std::string_view, 9> abbreviations = {
      "e.g.", "i.e.", "etc.", "Cllr.", "Mr.", "Mrs.", "Dr.", "No.", "para."};
  return std::any_of(abbreviations.begin(), abbreviations.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

// Past the closing quotation marks and brackets at `at`.
std::size_t skip_closing(std::string_view text, std::size_t at) {
  for (;;) {
    if (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == ')')) {
      ++at;
    } else if (text.substr(at, 3) == "\u201D" || text.substr(at, 3) == "\u2019") {
      at += 3;
    } else {
      return at;
    }
  }
}

bool opens_sentence(std::string_view text, std::size_t at) {
  return at < text.size() && (upper(text[at]) || text[at] == '"' || text[at] == '(' ||
                              text[at] == '[' || text.substr(at, 3) == "\u201C");
}

// The end of the sentence that stops at `at`, or 0 where none does.
std::size_t stop_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ';') return at + 1 < text.size() && space(text[at + 1]) ? at + 1 : 0;
  if (c != '.' && c != '?' && c != '!') return 0;
  const std::size_t end = skip_closing(text, at + 1);
  std::size_t next = end;
  while (next < text.size() && space(text[next])) ++next;
  if (next == end || !opens_sentence(text, next)) return 0;
  return ends_with_abbreviation(text.substr(0, at + 1)) ? 0 : end;
}

syntax::Range trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && space(text[begin])) ++begin;
  while (end > begin && space(text[end - 1])) --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    words += letter && !inside ? 1 : 0;
    inside = letter || (inside && c == '\'');
  }
  return words;
}

}  // namespace

std::vector<syntax::Range> sentences(std::string_view text) {
  std::vector<syntax::Range> found;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const syntax::Range range = trimmed(text, begin, end);
    if (range.begin == range.end) return;
    const bool fragment = count_words(text.substr(range.begin, range.end - range.begin)) < 3;
    if (fragment && !found.empty()) {
      found.back().end = range.end;
    } else {
      found.push_back(range);
    }
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const std::size_t end = stop_at(text, at)) {
      add(begin, end);
      begin = end;
      at = end - 1;
    }
  }
  add(begin, text.size());
  return found;
}

}  // namespace concord::compare
