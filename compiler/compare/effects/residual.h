// What is left of two aligned texts: the tokens of each that match nothing of the other.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compare/match/lexicon.h"

namespace concord::compare {

// A passage of a clause. Ranges are in `text`.
struct PassageText {
  std::string_view text;                     // of the whole clause
  std::span<const syntax::Range> sentences;  // of the whole clause
  std::span<const Token> tokens;             // of the passage
  std::span<const Token> lead;  // of the lead-in whose sentence it continues; empty for none
};

// Neighbouring residual tokens [begin, end).
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool insertion = false;  // the other side has nothing residual at its place
  std::size_t gap = 0;  // which stretch between matched tokens; that of the other side has its own
  bool condition = false;  // it adds a condition, and all its tokens belong to that
};

// One side of an alignment. Tokens are known by their index in the passage.
class AlignedText {
 public:
  // `matched`: by token, whether it matches one of the other side.
  AlignedText(const PassageText& passage, std::vector<bool> matched);

  const Token& operator[](std::size_t i) const { return passage_.tokens[i]; }
  std::size_t size() const { return passage_.tokens.size(); }
  const PassageText& passage() const { return passage_; }
  std::size_t sentence(std::size_t i) const { return sentence_[i]; }
  // True where the other side has little of the token's sentence: more text, not another effect of
  // the same text.
  bool in_unmatched_sentence(std::size_t i) const { return unmatched_sentence_[sentence_[i]]; }
  bool residual(std::size_t i) const { return !matched_[i] && !in_unmatched_sentence(i); }
  bool has_form(std::string_view form) const { return forms_.contains(form); }

  // The token as lower-case text; empty beyond the end.
  std::string_view word(std::size_t i) const {
    return i < size() ? passage_.tokens[i].surface : std::string_view();
  }
  std::string_view word_before(std::size_t i) const {
    return i == 0 ? std::string_view() : word(i - 1);
  }

  // The text of the tokens [begin, end), as printed.
  std::string text(std::size_t begin, std::size_t end) const;
  // Where they stand.
  syntax::Range range(std::size_t begin, std::size_t end) const;
  // The token with what it governs close by, so that a reader sees it; a negator with its modal.
  syntax::Range excerpt(std::size_t i) const;
  // The next content token, which the token governs; size() where there is none near.
  std::size_t governed(std::size_t i) const;

  // The residual tokens, in order. Runs are changed by who assigns them to a condition.
  std::vector<Run> runs;

 private:
  void find_sentences();
  std::size_t excerpt_end(std::size_t i) const;

  PassageText passage_;
  std::vector<bool> matched_;
  std::vector<std::size_t> sentence_;     // by token
  std::vector<bool> unmatched_sentence_;  // by sentence
  std::unordered_set<std::string_view> forms_;
};

// Aligns two passages and finds what is residual on either side.
std::pair<AlignedText, AlignedText> align_passages(const PassageText& a, const PassageText& b);

// The residual tokens outside conditions of which is(text, index) is true, in order.
template <typename Is>
std::vector<std::size_t> residual_tokens(const AlignedText& text, const Is& is) {
  std::vector<std::size_t> found;
  for (const Run& run : text.runs) {
    for (std::size_t i = run.begin; i < run.end && !run.condition; ++i) {
      if (is(text, i)) found.push_back(i);
    }
  }
  return found;
}

}  // namespace concord::compare
