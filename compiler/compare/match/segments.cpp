// Finer cuts (at "and must", "but", a relative clause) were tried: they find a few partial links
// more and lose as many true ones to passages of three words; one sentence won.
#include "compare/match/segments.h"

#include "language/sentences.h"
#include "language/words.h"
#include "source/characters.h"

namespace concord::compare {
namespace {

std::size_t count_words(std::string_view text) {
  const language::Words words(text);
  return static_cast<std::size_t>(std::ranges::count_if(
      words, [](const language::Word& word) { return !source::is_digit(word.folded.front()); }));
}

void add(std::string_view text, syntax::Range range, std::vector<syntax::Range>& passages) {
  range = language::trimmed(text, range);
  if (range.begin == range.end) return;
  const bool fragment = count_words(language::slice(text, range)) < 3;
  if (fragment && !passages.empty()) {
    passages.back().end = range.end;
  } else {
    passages.push_back(range);
  }
}

}  // namespace

std::vector<syntax::Range> passages_of(std::string_view text, const syntax::WordLists& lists) {
  std::vector<syntax::Range> passages;
  for (const syntax::Range sentence : language::sentences_of(text, lists)) {
    std::uint32_t begin = sentence.begin;
    for (std::uint32_t at = begin; at + 1 < sentence.end; ++at) {
      if (text[at] != ';' || !source::is_space(text[at + 1])) continue;
      add(text, {begin, at + 1}, passages);
      begin = at + 1;
    }
    add(text, {begin, sentence.end}, passages);
  }
  return passages;
}

}  // namespace concord::compare
