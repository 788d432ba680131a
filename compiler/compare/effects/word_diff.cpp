// What a reader sees of two texts: words kept, words gone, words new, and role words exchanged.
//
// Tokens are aligned whole, so that no word, number, date or modal is ever matched in part. Then
// each change slides to where a phrase begins or ends: of "the Clerk and the Chair and" a reader
// means "and the Chair", not "the Chair and".
#include "compare/effects/word_diff.h"

#include <algorithm>

#include "compare/match/align.h"

namespace concord::compare {
namespace {

struct Side : TokenText {
  // The end of a token with what separates it from the next: punctuation and space.
  std::uint32_t end_of(std::size_t token) const {
    return token + 1 < tokens.size() ? tokens[token + 1].range.begin
                                     : static_cast<std::uint32_t>(text.size());
  }
  std::uint32_t begin_of(std::size_t token) const {
    if (token == 0) return 0;
    return token < tokens.size() ? tokens[token].range.begin
                                 : static_cast<std::uint32_t>(text.size());
  }
  // The characters between a token and the one after it.
  std::string_view gap_after(std::size_t token) const {
    return text.substr(tokens[token].range.end, end_of(token) - tokens[token].range.end);
  }
};

bool phrase_mark(std::string_view gap) {
  return gap.find_first_of(",;:.()") != std::string_view::npos ||
         gap.find("\u2013") != std::string_view::npos;
}

// How well a run of tokens [begin, end) of a side stands for a phrase of its own.
int phrase_worth(const Side& side, std::size_t begin, std::size_t end) {
  int worth = 0;
  if (begin == 0 || phrase_mark(side.gap_after(begin - 1))) worth += 2;
  if (end == side.tokens.size() || phrase_mark(side.gap_after(end - 1))) worth += 2;
  const std::string_view first = side.tokens[begin].surface;
  if (first == "and" || first == "or" || first == "but" || first == "nor") worth += 1;
  return worth;
}

// Moves the insertions of `side` (tokens that no pair names; `own` picks a pair's token of this
// side) to the edges of phrases where the words around allow it.
template <typename Own>
void slide(Correspondence& pairs, const Side& side, const Own& own) {
  for (std::size_t p = 0; p <= pairs.size(); ++p) {
    const std::size_t begin = p == 0 ? 0 : own(pairs[p - 1]) + 1U;
    const std::size_t end = p == pairs.size() ? side.tokens.size() : own(pairs[p]);
    if (begin >= end) continue;
    // Moved back by k: the pairs before it take the change's last words.
    std::size_t best = 0;
    int best_worth = phrase_worth(side, begin, end);
    for (std::size_t k = 1; k <= p && k <= begin; ++k) {
      if (own(pairs[p - k]) != begin - k) break;
      if (side.tokens[begin - k].surface != side.tokens[end - k].surface) break;
      const bool other_side_runs = k == 1 || (pairs[p - k].first + 1 == pairs[p - k + 1].first &&
                                              pairs[p - k].second + 1 == pairs[p - k + 1].second);
      if (!other_side_runs) break;
      const int worth = phrase_worth(side, begin - k, end - k);
      if (worth > best_worth) {
        best_worth = worth;
        best = k;
      }
    }
    const auto shift = static_cast<std::uint32_t>(end - begin);
    for (std::size_t k = 1; k <= best; ++k) own(pairs[p - k]) += shift;
  }
}

class Edits {
 public:
  Edits(const Side& a, const Side& b) : a_(&a), b_(&b) {}

  void change(std::size_t a_end, std::size_t b_end) {
    if (a_at_ < a_end) add(EditKind::deletion, a_end, b_at_);
    if (b_at_ < b_end) add(EditKind::insertion, a_at_, b_end);
  }
  void keep() {
    const bool same = a_->tokens[a_at_].surface == b_->tokens[b_at_].surface;
    add(same ? EditKind::equal : EditKind::role, a_at_ + 1, b_at_ + 1);
  }
  std::vector<Edit> take() {
    // What stands before the first token and in texts without tokens.
    if (edits_.empty() && !(a_->text.empty() && b_->text.empty())) {
      const auto kind = a_->text == b_->text ? EditKind::equal : EditKind::deletion;
      edits_.push_back({kind, whole(*a_), kind == EditKind::equal ? whole(*b_) : syntax::Range{}});
      if (kind == EditKind::deletion && !b_->text.empty()) {
        edits_.push_back({EditKind::insertion, {whole(*a_).end, whole(*a_).end}, whole(*b_)});
      }
    }
    return std::move(edits_);
  }

 private:
  static syntax::Range whole(const Side& side) {
    return {0, static_cast<std::uint32_t>(side.text.size())};
  }

  void add(EditKind kind, std::size_t a_end, std::size_t b_end) {
    const Edit edit{kind,
                    {a_->begin_of(a_at_), a_->begin_of(a_end)},
                    {b_->begin_of(b_at_), b_->begin_of(b_end)}};
    if (!edits_.empty() && edits_.back().kind == kind && kind != EditKind::role) {
      edits_.back().a.end = edit.a.end;
      edits_.back().b.end = edit.b.end;
    } else {
      edits_.push_back(edit);
    }
    a_at_ = a_end;
    b_at_ = b_end;
  }

  const Side* a_;
  const Side* b_;
  std::size_t a_at_ = 0;
  std::size_t b_at_ = 0;
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> word_diff(const TokenText& a, const TokenText& b) {
  const Side left{a};
  const Side right{b};
  Correspondence pairs = align(left.tokens, right.tokens);
  // "five" and "5" correspond, and still are other words.
  std::erase_if(pairs, [&](const auto& pair) {
    const Token& from = left.tokens[pair.first];
    return from.kind == TokenKind::number && from.surface != right.tokens[pair.second].surface;
  });
  slide(
      pairs, left, [](auto& pair) -> auto& { return pair.first; });
  slide(
      pairs, right, [](auto& pair) -> auto& { return pair.second; });
  Edits edits(left, right);
  for (const auto& [i, j] : pairs) {
    edits.change(i, j);
    edits.keep();
  }
  edits.change(left.tokens.size(), right.tokens.size());
  return edits.take();
}

std::vector<Edit> word_diff(std::string_view a, std::string_view b, const Lexicon& lexicon) {
  const std::vector<Token> tokens_a = lexicon.tokens(a);
  const std::vector<Token> tokens_b = lexicon.tokens(b);
  return word_diff({a, tokens_a}, {b, tokens_b});
}

}  // namespace concord::compare
