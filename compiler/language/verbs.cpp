#include "language/verbs.h"

namespace concord::language {
namespace {

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

// "apply" -> "appli", "make" -> "mak": what a regular ending is put to.
std::string before_ending(const std::string& base, std::string_view ending) {
  const bool vowel = is_vowel(ending.front());
  if (base.ends_with('e') && vowel && !base.ends_with("ee")) return base.substr(0, base.size() - 1);
  const bool y = base.ends_with('y') && base.size() > 2 && !is_vowel(base[base.size() - 2]);
  if (y && ending != "ing") return base.substr(0, base.size() - 1) + (vowel ? "i" : "ie");
  const bool hisses = base.ends_with('s') || base.ends_with('x') || base.ends_with("ch") ||
                      base.ends_with("sh") || base.ends_with('o');
  return ending == "s" && hisses ? base + "e" : base;
}

// "refer" -> "referr"; nothing where the last letter is never doubled.
std::string doubled(const std::string& base) {
  if (base.size() < 3) return {};
  const char last = base.back();
  const bool closed = !is_vowel(last) && last != 'w' && last != 'x' && last != 'y';
  return closed && is_vowel(base[base.size() - 2]) ? base + last : std::string();
}

}  // namespace

Verbs::Verbs(const syntax::WordLists& lists) {
  for (const std::string& base : lists.verbs) {
    forms_.try_emplace(base, VerbForm::base);
    forms_.try_emplace(before_ending(base, "s") + "s", VerbForm::third);
    forms_.try_emplace(before_ending(base, "ed") + "ed", VerbForm::participle);
    forms_.try_emplace(before_ending(base, "ing") + "ing", VerbForm::gerund);
    if (const std::string stem = doubled(base); !stem.empty()) {
      forms_.try_emplace(stem + "ed", VerbForm::participle);
      forms_.try_emplace(stem + "ing", VerbForm::gerund);
    }
  }
  for (const std::string& word : lists.participles) forms_.try_emplace(word, VerbForm::participle);
  forms_.insert_or_assign("has", VerbForm::third);
}

std::optional<VerbForm> Verbs::form_of(std::string_view word) const {
  const auto form = forms_.find(word);
  return form == forms_.end() ? std::nullopt : std::optional(form->second);
}

bool Verbs::is_participle(std::string_view word) const {
  const auto form = form_of(word);
  if (form) return *form == VerbForm::participle;
  return word.size() > 4 && word.ends_with("ed");
}

}  // namespace concord::language
