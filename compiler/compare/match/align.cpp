// Global alignment by dynamic programming (Needleman and Wunsch 1970): the alignment with the
// highest score, where a match of content words scores more than one of "the", and a match that
// follows another more than one that stands alone. A shortest edit script (Myers 1986) finds as
// many equal words, but scatters them: of two "the" it takes either. Quadratic in the length of a
// clause, which is never long; beyond `longest` the texts are cut at their middle, which no real
// clause reaches.
#include "compare/match/align.h"

#include <algorithm>

namespace concord::compare {
namespace {

// Scores of a match.
constexpr float of_content = 1.0F;
constexpr float of_function_words = 0.3F;
constexpr float adjacent_bonus = 0.4F;

constexpr std::size_t longest = 2000;       // tokens of a text aligned in one piece
constexpr std::size_t most_incidental = 2;  // function words that may match by accident

// Titles of one role are one, and so are "five" and "5".
bool corresponds(const Token& a, const Token& b) {
  const bool by_form = a.kind == TokenKind::role || a.kind == TokenKind::number;
  return by_form && a.kind == b.kind ? a.form == b.form : a.surface == b.surface;
}

float match_score(const Token& token) {
  return token.kind == TokenKind::function ? of_function_words : of_content;
}

// The best score of aligning the first i and j tokens: `best_` of any alignment, `matched_` of one
// that matches the last of both.
class Table {
 public:
  Table(std::span<const Token> a, std::span<const Token> b)
      : a_(a),
        b_(b),
        width_(b.size() + 1),
        best_((a.size() + 1) * width_),
        matched_(best_.size(), -1) {
    for (std::size_t i = 1; i <= a.size(); ++i) {
      for (std::size_t j = 1; j <= b.size(); ++j) fill(i, j);
    }
  }

  Correspondence trace() const {
    Correspondence found;
    std::size_t i = a_.size();
    std::size_t j = b_.size();
    bool must_match = false;
    while (i > 0 && j > 0) {
      const std::size_t at = i * width_ + j;
      if (matched_[at] >= 0 && (must_match || matched_[at] >= best_[at])) {
        found.emplace_back(static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(j - 1));
        const std::size_t before = at - width_ - 1;
        must_match = matched_[before] >= 0 && matched_[before] + adjacent_bonus >= best_[before];
        --i;
        --j;
      } else if (best_[at - width_] >= best_[at - 1]) {
        --i;
      } else {
        --j;
      }
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  void fill(std::size_t i, std::size_t j) {
    const std::size_t at = i * width_ + j;
    const std::size_t before = at - width_ - 1;
    if (corresponds(a_[i - 1], b_[j - 1])) {
      const float follows = matched_[before] < 0 ? 0 : matched_[before] + adjacent_bonus;
      matched_[at] = match_score(a_[i - 1]) + std::max(best_[before], follows);
    }
    best_[at] = std::max({best_[at - 1], best_[at - width_], matched_[at]});
  }

  std::span<const Token> a_;
  std::span<const Token> b_;
  std::size_t width_;
  std::vector<float> best_;
  std::vector<float> matched_;  // negative where the last tokens do not correspond
};

// Drops short runs of function words that stand alone between changes: they match by accident.
void drop_incidental(Correspondence& found, std::span<const Token> a, std::span<const Token> b) {
  Correspondence kept;
  for (std::size_t begin = 0; begin < found.size();) {
    std::size_t end = begin + 1;
    bool content = a[found[begin].first].kind != TokenKind::function;
    while (end < found.size() && found[end].first == found[end - 1].first + 1 &&
           found[end].second == found[end - 1].second + 1) {
      content = content || a[found[end].first].kind != TokenKind::function;
      ++end;
    }
    const bool at_start = found[begin].first == 0 && found[begin].second == 0;
    const bool at_end =
        found[end - 1].first + 1 == a.size() && found[end - 1].second + 1 == b.size();
    if (content || end - begin > most_incidental || at_start || at_end) {
      kept.insert(kept.end(), found.begin() + static_cast<std::ptrdiff_t>(begin),
                  found.begin() + static_cast<std::ptrdiff_t>(end));
    }
    begin = end;
  }
  found = std::move(kept);
}

}  // namespace

Correspondence align(std::span<const Token> a, std::span<const Token> b) {
  if (a.size() > longest || b.size() > longest) {
    const std::size_t i = a.size() / 2;
    const std::size_t j = b.size() / 2;
    Correspondence found = align(a.first(i), b.first(j));
    for (const auto& [x, y] : align(a.subspan(i), b.subspan(j))) {
      found.emplace_back(x + static_cast<std::uint32_t>(i), y + static_cast<std::uint32_t>(j));
    }
    return found;
  }
  // What both begin and end with needs no table.
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && corresponds(a[head], b[head])) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head &&
         corresponds(a[a.size() - tail - 1], b[b.size() - tail - 1])) {
    ++tail;
  }
  Correspondence found;
  for (std::uint32_t i = 0; i < head; ++i) found.emplace_back(i, i);
  const auto middle_a = a.subspan(head, a.size() - head - tail);
  const auto middle_b = b.subspan(head, b.size() - head - tail);
  for (const auto& [x, y] : Table(middle_a, middle_b).trace()) {
    found.emplace_back(x + static_cast<std::uint32_t>(head), y + static_cast<std::uint32_t>(head));
  }
  for (std::size_t i = tail; i > 0; --i) {
    found.emplace_back(static_cast<std::uint32_t>(a.size() - i),
                       static_cast<std::uint32_t>(b.size() - i));
  }
  drop_incidental(found, a, b);
  return found;
}

}  // namespace concord::compare
