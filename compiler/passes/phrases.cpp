#include "passes/phrases.h"

#include <algorithm>
#include <utility>

namespace concord::passes {

std::size_t Phrases::add(std::string_view phrase, std::size_t value) {
  const auto words = words_of(phrase);
  if (words.empty()) return value;
  Phrase entry{{}, {}, value};
  for (std::size_t i = 0; i < words.size(); ++i) {
    entry.words.push_back(words[i].singular);
    entry.loose.push_back(i > 0 && !joins(between(phrase, words[i - 1], words[i])));
  }
  auto& entries = by_first_word_[entry.words.front()];
  const auto same = std::ranges::find(entries, entry.words, &Phrase::words);
  if (same != entries.end()) return same->value;
  const auto place = std::ranges::find_if(
      entries, [&](const Phrase& other) { return other.words.size() < entry.words.size(); });
  entries.insert(place, std::move(entry));
  return value;
}

bool Phrases::matches(const Phrase& phrase, std::string_view text, std::span<const Word> words) {
  if (phrase.words.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    if (words[i].singular != phrase.words[i]) return false;
    if (i > 0 && !phrase.loose[i] && !joins(between(text, words[i - 1], words[i]))) return false;
  }
  return true;
}

std::vector<Phrases::Match> Phrases::find(std::string_view text,
                                          std::span<const Word> words) const {
  std::vector<Match> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto entries = by_first_word_.find(words[i].singular);
    if (entries == by_first_word_.end()) continue;
    const auto match = std::ranges::find_if(entries->second, [&](const Phrase& phrase) {
      return matches(phrase, text, words.subspan(i));
    });
    if (match == entries->second.end()) continue;
    const std::size_t last = i + match->words.size() - 1;
    Range range{words[i].range.begin, words[last].range.end};
    // "Chief Finance Officer (Section 151 Officer)" ends with its bracket.
    const std::string_view inside = slice(text, range);
    if (inside.rfind('(') + 1 > inside.rfind(')') + 1 && text.substr(range.end).starts_with(')'))
      ++range.end;
    found.push_back({match->value, i, match->words.size(), range});
    i = last;
  }
  return found;
}

}  // namespace concord::passes
