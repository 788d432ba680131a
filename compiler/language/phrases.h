// Finds the phrases of a register in prose, the longest first.
#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/words.h"

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
  explicit Phrases(const Phrases* shared) : shared_(shared), beginnings_(shared->beginnings_) {}

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
  // The first word of phrases; known by what the Word already knows.
  struct Key {
    std::string_view singular;
    std::size_t hash = 0;

    bool operator==(const Key& other) const { return singular == other.singular; }
  };
  struct Hash {
    std::size_t operator()(const Key& key) const noexcept { return key.hash; }
  };

  static bool matches(const Phrase& phrase, std::string_view text, std::span<const Word> words);
  // The longest phrase that begins with the first of the words; null where none does.
  const Phrase* longest(std::string_view text, std::span<const Word> words) const;

  // Whether a phrase may begin with the word. Nearly every word of a text begins none, and this
  // tells it at a glance.
  bool may_begin(const Word& word) const { return beginnings_[word.hash % beginnings_.size()]; }

  const Phrases* shared_ = nullptr;
  std::bitset<4096> beginnings_;  // by hash of the first word; those of shared_ too
  std::unordered_map<Key, std::vector<Phrase>, Hash> by_first_word_;  // longest first
};

}  // namespace concord::language
