#include "language/citing_nouns.h"

#include <algorithm>
#include <functional>

#include "language/words.h"
#include "source/characters.h"

namespace concord::language {
namespace {

// The letters at the head of the text: all of "section", "standing" of "standing order", "sub" of
// "sub-paragraph". Letters beyond ASCII belong to them.
std::string_view letters(std::string_view text) {
  const auto* const end = std::ranges::find_if_not(
      text, [](char c) { return source::is_alpha(c) || static_cast<unsigned char>(c) >= 0xC3; });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

constexpr CitingNouns::Forms statutory{.statutory = true, .welsh = false};
constexpr CitingNouns::Forms welsh{.statutory = false, .welsh = true};

// Whose parts may be numbered by capitals ("Sch A", "Pt IV"): what holds sections.
constexpr std::uint32_t least_lettered_rank = 5;

// Where the number behind a short noun begins; nothing where none does.
std::optional<std::uint32_t> number_after(std::string_view text, std::uint32_t at,
                                          std::string_view words, std::uint32_t rank) {
  if (!fold(text.substr(at, words.size())).starts_with(words)) return std::nullopt;
  const std::uint32_t number = skip_spaces(text, at + static_cast<std::uint32_t>(words.size()));
  if (number >= text.size()) return std::nullopt;
  const bool lettered = rank >= least_lettered_rank && source::is_upper(text[number]);
  return source::is_digit(text[number]) || lettered ? std::optional(number) : std::nullopt;
}

}  // namespace

CitingNouns::CitingNouns(const syntax::WordLists& lists) {
  for (const syntax::CitingNoun& noun : lists.citing_nouns) {
    add(noun, noun.singular, false, {});
    add(noun, noun.plural, true, {});
    add(noun, noun.short_singular, false, statutory);
    add(noun, noun.short_plural, true, statutory);
    add(noun, noun.welsh_singular, false, welsh);
    add(noun, noun.welsh_plural, true, welsh);
  }
  for (auto& [first, spellings] : by_letters_)
    std::ranges::stable_sort(spellings, std::greater<>(),
                             [](const Spelling& spelling) { return spelling.words.size(); });
}

void CitingNouns::add(const syntax::CitingNoun& noun, const std::vector<std::string>& spellings,
                      bool plural, Forms forms) {
  for (const std::string& spelling : spellings) {
    by_letters_[std::string(letters(spelling))].push_back({spelling, &noun, plural, forms});
    if (!forms.statutory) words_.insert(spelling);
  }
}

std::optional<CitingMatch> CitingNouns::at(std::string_view text, std::uint32_t at,
                                           Forms forms) const {
  const auto list = by_letters_.find(fold(letters(text.substr(at))));
  if (list == by_letters_.end()) return std::nullopt;
  for (const Spelling& each : list->second) {
    if (each.forms.statutory && !forms.statutory) continue;
    if (each.forms.welsh && !forms.welsh) continue;
    const auto end = each.forms.statutory ? number_after(text, at, each.words, each.noun->rank)
                                          : accept(text, at, each.words);
    if (end) return CitingMatch{each.noun, each.plural, *end};
  }
  return std::nullopt;
}

bool CitingNouns::contains(std::string_view words) const {
  return words_.contains(words);
}

}  // namespace concord::language
