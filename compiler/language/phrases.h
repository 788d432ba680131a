// Finds the phrases of a register in prose, the longest first.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/words.h"
#include "syntax/word_lists.h"

namespace concord::language {

class Phrases {
 public:
  struct Match {
    std::size_t value = 0;
    std::size_t first_word = 0;
    std::size_t word_count = 0;
    Range range;
  };

  Phrases() = default;
  // Finds the phrases of `shared` too, which must outlive it. Where both have a phrase, its own
  // stands.
  explicit Phrases(const Phrases* shared) : shared_(shared) {}

  // Adds a phrase; number, case, possessives and hyphens do not count. The first value given to a
  // phrase stays. Returns the value that the phrase has now.
  std::size_t add(std::string_view phrase, std::size_t value);

  // The matches in order, none overlapping another: at each word the longest phrase. `words` are
  // those of the text. May be called by several threads at once.
  std::vector<Match> find(std::string_view text, std::span<const Word> words) const;

 private:
  struct Phrase {
    Words words;
    std::size_t value = 0;
  };
  static bool stands_together(const Phrase& phrase, std::string_view text,
                              std::span<const Word> words);
  // The longest phrase that begins with the first of the words; null where none does.
  const Phrase* longest(std::string_view text, std::span<const Word> words) const;
  const Phrase* longest_own(std::string_view text, std::span<const Word> words) const;

  const Phrases* shared_ = nullptr;
  template <typename Value>
  using ByWords = std::unordered_map<std::string, Value, syntax::WordHash, std::equal_to<>>;
  // By their words, singular, a space between: so that thousands may begin with one word.
  ByWords<Phrase> phrases_;
  // By the first word: of how many words its phrases are, the most first, each once.
  ByWords<std::vector<std::size_t>> sizes_;
};

}  // namespace concord::language
