// Phrases that name no role are looked for in the same way and win where they cover as much, so
// that a shorter role inside them is not found.
#include "language/roles.h"

#include <algorithm>

#include "source/characters.h"

namespace concord::language {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

bool knows(const syntax::Register& registers, std::string_view title) {
  return std::ranges::any_of(registers.roles, [&](const syntax::Role& role) {
    return std::ranges::find(role.words, title) != role.words.end();
  });
}

}  // namespace

RoleNames::RoleNames(const syntax::Register& registers) : registers_(&registers) {
  for (std::size_t i = 0; i < registers.roles.size(); ++i)
    for (const std::string& words : registers.roles[i].words) phrases_.add(words, i);
  for (const std::string& phrase : registers.not_roles) phrases_.add(phrase, nobody);
}

RoleNames::RoleNames(const RoleNames& shared, const OwnTitles& own)
    : registers_(shared.registers_), phrases_(&shared.phrases_) {
  for (const auto& [id, titles] : own) {
    const syntax::Role* role = registers_->role(id);
    if (role == nullptr) continue;
    for (const std::string& title : titles) add_own(title, *role);
  }
}

void RoleNames::add_own(const std::string& title, const syntax::Role& role) {
  const std::size_t value = registers_->roles.size() + own_names_.size();
  if (phrases_.add(title, value) != value) return;
  const bool capital = !title.empty() && source::is_upper(title.front());
  own_names_.push_back({&role, capital && !knows(*registers_, fold(title))});
}

const syntax::Role* RoleNames::role_of(const Phrases::Match& match,
                                       std::span<const Word> words) const {
  if (match.value == nobody) return nullptr;
  if (match.value < registers_->roles.size()) return &registers_->roles[match.value];
  const OwnName& own = own_names_[match.value - registers_->roles.size()];
  return own.with_capital && !words[match.first_word].capital ? nullptr : own.role;
}

std::vector<RoleMatch> RoleNames::find(std::string_view text, std::span<const Word> words) const {
  std::vector<RoleMatch> found;
  for (const Phrases::Match& match : phrases_.find(text, words))
    found.push_back({role_of(match, words), match.first_word, match.word_count, match.range});
  return found;
}

}  // namespace concord::language
