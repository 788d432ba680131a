#include "language/phrases.h"

#include <algorithm>
#include <utility>

namespace concord::language {

namespace {

void append(std::string& key, const Word& word) {
  if (!key.empty()) key += ' ';
  key += word.singular;
}

}  // namespace

std::size_t Phrases::add(std::string_view phrase, std::size_t value) {
  Words words(phrase);
  if (words.empty()) return value;
  std::string key;
  for (const Word& word : words) append(key, word);
  auto& sizes = sizes_[std::string(words[0].singular)];
  const auto place = std::ranges::lower_bound(sizes, words.size(), std::greater<>());
  if (place == sizes.end() || *place != words.size()) sizes.insert(place, words.size());
  return phrases_.try_emplace(std::move(key), Phrase{std::move(words), value}).first->second.value;
}

// The words of a phrase stand together in the text as well, unless it has signs between them
// itself.
bool Phrases::stands_together(const Phrase& phrase, std::string_view text,
                              std::span<const Word> words) {
  for (std::size_t i = 1; i < phrase.words.size(); ++i) {
    if (!joins(between(text, words[i - 1], words[i])) &&
        joins(between(phrase.words.folded(), phrase.words[i - 1], phrase.words[i])))
      return false;
  }
  return true;
}

const Phrases::Phrase* Phrases::longest_own(std::string_view text,
                                            std::span<const Word> words) const {
  if (sizes_.empty()) return nullptr;
  const auto sizes = sizes_.find(words.front().singular);
  if (sizes == sizes_.end()) return nullptr;
  std::string key;
  std::vector<std::size_t> ends;  // of the first so many words in the key
  for (std::size_t i = 0; i < std::min(sizes->second.front(), words.size()); ++i) {
    append(key, words[i]);
    ends.push_back(key.size());
  }
  for (const std::size_t size : sizes->second) {
    if (size > words.size()) continue;
    const auto found = phrases_.find(std::string_view(key).substr(0, ends[size - 1]));
    if (found != phrases_.end() && stands_together(found->second, text, words))
      return &found->second;
  }
  return nullptr;
}

const Phrases::Phrase* Phrases::longest(std::string_view text, std::span<const Word> words) const {
  const Phrase* const beyond = shared_ != nullptr ? shared_->longest(text, words) : nullptr;
  const Phrase* const own = longest_own(text, words);
  if (beyond == nullptr || own == nullptr) return own != nullptr ? own : beyond;
  return beyond->words.size() > own->words.size() ? beyond : own;
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
