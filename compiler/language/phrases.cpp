#include "language/phrases.h"

#include <algorithm>
#include <utility>

namespace concord::language {

std::size_t Phrases::add(std::string_view phrase, std::size_t value) {
  Words words(phrase);
  if (words.empty()) return value;
  auto& entries = by_first_word_[std::string(words[0].singular)];
  const auto same = std::ranges::find_if(
      entries, [&](const Phrase& other) { return same_words(other.words, words); });
  if (same != entries.end()) return same->value;
  const auto place = std::ranges::find_if(
      entries, [&](const Phrase& other) { return other.words.size() < words.size(); });
  entries.insert(place, {std::move(words), value});
  return value;
}

// The words of a phrase stand together in the text as well, unless it has signs between them
// itself.
bool Phrases::matches(const Phrase& phrase, std::string_view text, std::span<const Word> words) {
  if (phrase.words.size() > words.size()) return false;
  for (std::size_t i = 1; i < phrase.words.size(); ++i) {
    const Word& before = phrase.words[i - 1];
    const Word& word = phrase.words[i];
    if (words[i].singular != word.singular) return false;
    if (!joins(between(text, words[i - 1], words[i])) &&
        joins(between(phrase.words.folded(), before, word)))
      return false;
  }
  return true;
}

const Phrases::Phrase* Phrases::longest(std::string_view text, std::span<const Word> words) const {
  const Phrase* beyond = shared_ != nullptr ? shared_->longest(text, words) : nullptr;
  const auto entries = by_first_word_.find(words.front().singular);
  if (entries == by_first_word_.end()) return beyond;
  const auto match = std::ranges::find_if(
      entries->second, [&](const Phrase& phrase) { return matches(phrase, text, words); });
  if (match == entries->second.end()) return beyond;
  const bool longer = beyond != nullptr && beyond->words.size() > match->words.size();
  return longer ? beyond : &*match;
}

std::vector<Phrases::Match> Phrases::find(std::string_view text,
                                          std::span<const Word> words) const {
  std::vector<Match> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Phrase* match = longest(text, words.subspan(i));
    if (match == nullptr) continue;
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

}  // namespace concord::language
