// Finds the phrases of a register in prose, the longest first.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "passes/words.h"

namespace concord::passes {

class Phrases {
 public:
  struct Match {
    std::size_t value = 0;
    std::size_t first_word = 0;
    std::size_t word_count = 0;
    Range range;
  };

  // Adds a phrase; number, case, possessives and hyphens do not count. The first value given to a
  // phrase stays. Returns the value that the phrase has now.
  std::size_t add(std::string_view phrase, std::size_t value);

  // The matches in order, none overlapping another: at each word the longest phrase.
  std::vector<Match> find(std::string_view text, std::span<const Word> words) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  // singular
    std::vector<bool> loose;         // the phrase itself has signs before its word of that index
    std::size_t value = 0;
  };

  static bool matches(const Phrase& phrase, std::string_view text, std::span<const Word> words);

  std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;  // longest first
};

}  // namespace concord::passes
