#include "compare/effects/residual.h"

#include <algorithm>
#include <array>

#include "compare/match/align.h"

namespace concord::compare {
namespace {

// Sentences of which less is matched are no part of what the two sides have in common.
constexpr double least_in_common = 0.5;
constexpr std::size_t reach = 4;  // tokens within which a word governs another

// Where the two sides stop matching: what each has between two matching tokens.
struct Unmatched {
  std::array<std::size_t, 2> begin{};
  std::array<std::size_t, 2> end{};
};

std::vector<Unmatched> between(const Correspondence& pairs, std::size_t a, std::size_t b) {
  std::vector<Unmatched> found;
  Unmatched next;
  const auto until = [&](std::size_t i, std::size_t j) {
    next.end = {i, j};
    if (next.begin != next.end) found.push_back(next);
    next.begin = {i + 1, j + 1};
  };
  for (const auto& [i, j] : pairs) until(i, j);
  until(a, b);
  return found;
}

void add_runs(AlignedText& text, const AlignedText& other, const Unmatched& unmatched,
              std::size_t side, std::size_t gap) {
  bool insertion = true;
  for (std::size_t j = unmatched.begin[1 - side]; j < unmatched.end[1 - side]; ++j) {
    insertion = insertion && !other.residual(j);
  }
  for (std::size_t i = unmatched.begin[side]; i < unmatched.end[side]; ++i) {
    if (!text.residual(i)) continue;
    const bool goes_on =
        i > unmatched.begin[side] && !text.runs.empty() && text.runs.back().end == i;
    if (!goes_on) text.runs.push_back({.begin = i, .end = i, .insertion = insertion, .gap = gap});
    text.runs.back().end = i + 1;
  }
}

}  // namespace

AlignedText::AlignedText(const PassageText& passage, std::vector<bool> matched)
    : passage_(passage), matched_(std::move(matched)) {
  for (const Token& token : passage_.tokens) forms_.insert(token.form);
  find_sentences();
}

void AlignedText::find_sentences() {
  const auto ranges = passage_.sentences;
  std::vector<std::size_t> content(std::max<std::size_t>(1, ranges.size()));
  std::vector<std::size_t> common(content.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    while (at + 1 < ranges.size() && (*this)[i].range.begin >= ranges[at].end) ++at;
    sentence_.push_back(at);
    if ((*this)[i].kind == TokenKind::function) continue;
    ++content[at];
    common[at] += matched_[i] ? 1 : 0;
  }
  const bool several = !sentence_.empty() && sentence_.front() != sentence_.back();
  for (std::size_t s = 0; s < content.size(); ++s) {
    unmatched_sentence_.push_back(several && static_cast<double>(common[s]) <
                                                 least_in_common * static_cast<double>(content[s]));
  }
}

std::string AlignedText::text(std::size_t begin, std::size_t end) const {
  const syntax::Range place = range(begin, end);
  return std::string(passage_.text.substr(place.begin, place.end - place.begin));
}

syntax::Range AlignedText::range(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  return {passage_.tokens[begin].range.begin, passage_.tokens[end - 1].range.end};
}

syntax::Range AlignedText::excerpt(std::size_t i) const {
  const bool after_modal =
      i > 0 && (*this)[i].kind == TokenKind::negator && (*this)[i - 1].kind == TokenKind::modal;
  return range(after_modal ? i - 1 : i, excerpt_end(i));
}

// A role or number stands for itself, or with its unit; a word that governs shows what it governs,
// within its sentence.
std::size_t AlignedText::excerpt_end(std::size_t i) const {
  const TokenKind kind = (*this)[i].kind;
  if (kind == TokenKind::role) return i + 1;
  std::size_t end = i + 1;
  while (end < std::min(i + 3, size()) && sentence(end) == sentence(i)) ++end;
  return end;
}

std::size_t AlignedText::governed(std::size_t i) const {
  for (std::size_t k = i + 1; k < std::min(i + 1 + reach, size()); ++k) {
    const TokenKind kind = (*this)[k].kind;
    if (kind == TokenKind::word || kind == TokenKind::role || kind == TokenKind::number) return k;
  }
  return size();
}

std::pair<AlignedText, AlignedText> align_passages(const PassageText& a, const PassageText& b) {
  const Correspondence pairs = align(a.tokens, b.tokens);
  std::vector<bool> matched_a(a.tokens.size());
  std::vector<bool> matched_b(b.tokens.size());
  for (const auto& [i, j] : pairs) matched_a[i] = matched_b[j] = true;
  AlignedText one(a, std::move(matched_a));
  AlignedText two(b, std::move(matched_b));
  std::size_t gap = 0;
  for (const Unmatched& unmatched : between(pairs, one.size(), two.size())) {
    add_runs(one, two, unmatched, 0, gap);
    add_runs(two, one, unmatched, 1, gap++);
  }
  return {std::move(one), std::move(two)};
}

}  // namespace concord::compare
