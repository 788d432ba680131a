#include "language/modals.h"

#include <algorithm>
#include <utility>

#include "language/dates.h"

namespace concord::language {
namespace {

bool begins_with(std::span<const Word> words, const std::vector<std::string>& spelling) {
  return spelling.size() <= words.size() &&
         std::ranges::equal(words.first(spelling.size()), spelling,
                            [](const Word& word, const std::string& other) {
                              return word.folded == other || straight(word.folded) == other;
                            });
}

}  // namespace

Modals::Modals(const syntax::WordLists& lists, const std::vector<syntax::ModalVerb>& verbs)
    : lists_(&lists) {
  for (const syntax::ModalVerb& verb : verbs) {
    add(verb, verb.words, false);
    add(verb, verb.negated, true);
  }
  for (auto& [first, spellings] : by_first_word_)
    std::ranges::stable_sort(spellings, std::greater<>(),
                             [](const Spelling& spelling) { return spelling.words.size(); });
}

void Modals::add(const syntax::ModalVerb& verb, const std::vector<std::string>& spellings,
                 bool negated) {
  for (const std::string& spelling : spellings) {
    std::vector<std::string> words;
    for (const Word& word : Words(spelling)) words.emplace_back(word.folded);
    if (words.empty()) continue;
    const std::size_t count = words.size();
    auto& list = by_first_word_[words.front()];
    list.push_back({std::move(words), {&verb, negated, count}});
  }
}

std::optional<Modal> Modals::at(std::span<const Word> all, std::size_t place) const {
  if (place >= all.size()) return std::nullopt;
  const auto words = all.subspan(place);
  const auto list = by_first_word_.find(straight(words.front().folded));
  if (list == by_first_word_.end() || is_month(all, place, *lists_)) return std::nullopt;
  const auto spelling = std::ranges::find_if(
      list->second, [&](const Spelling& each) { return begins_with(words, each.words); });
  if (spelling == list->second.end()) return std::nullopt;
  Modal modal = spelling->modal;
  const bool denied = !modal.negated && modal.word_count < words.size() &&
                      lists_->negators.contains(words[modal.word_count].folded);
  if (denied) ++modal.word_count;
  modal.negated = modal.negated || denied;
  return modal;
}

std::optional<Modal> Modals::of_word(std::string_view word) const {
  const auto list = by_first_word_.find(straight(word));
  if (list == by_first_word_.end()) return std::nullopt;
  const Spelling& shortest = list->second.back();
  return shortest.words.size() == 1 ? std::optional(shortest.modal) : std::nullopt;
}

}  // namespace concord::language
