// A short table of words or phrases that prose is held against at every word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace concord::language {

// Finds entries by their first two letters, so that nearly every word of a text is told to be none
// of them at a glance. An Entry has `words`: two bytes or more, of which the first is a lower-case
// letter.
template <typename Entry, std::size_t size>
class WordTable {
 public:
  // Entries of one initial keep their order.
  constexpr explicit WordTable(const std::array<Entry, size>& entries) {
    std::size_t placed = 0;
    for (std::size_t letter = 0; letter < letters; ++letter) {
      begins_[letter] = placed;
      for (const Entry& entry : entries)
        if (static_cast<std::size_t>(entry.words[0] - 'a') == letter) {
          entries_[placed++] = entry;
          seconds_[letter] |= bit_of(entry.words[1]);
        }
    }
    begins_[letters] = placed;
  }

  // The first entry of these two first letters that the test holds for, or null.
  template <typename Test>
  constexpr const Entry* find(char first, char second, Test test) const {
    if (first < 'a' || first > 'z') return nullptr;
    const auto letter = static_cast<std::size_t>(first - 'a');
    if ((seconds_[letter] & bit_of(second)) == 0) return nullptr;
    for (std::size_t i = begins_[letter]; i < begins_[letter + 1]; ++i)
      if (entries_[i].words[1] == second && test(entries_[i])) return &entries_[i];
    return nullptr;
  }

 private:
  static constexpr std::size_t letters = 26;

  // Each letter has a bit of its own.
  static constexpr std::uint32_t bit_of(char c) {
    return 1U << (static_cast<unsigned char>(c) % 32U);
  }

  std::array<Entry, size> entries_{};
  std::array<std::size_t, letters + 1> begins_{};  // by initial; then the end
  std::array<std::uint32_t, letters> seconds_{};   // by initial, the bits of the second letters
};

}  // namespace concord::language
