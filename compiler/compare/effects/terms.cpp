#include "compare/effects/terms.h"

#include <algorithm>

namespace concord::compare {
namespace {

constexpr double of_light_words = 0.3;  // of the information of others

bool says_something(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::role ||
         token.kind == TokenKind::number;
}

}  // namespace

void Terms::add(std::span<const Token> tokens, const Lexicon& lexicon) {
  const auto meanings = lexicon.meanings(tokens);
  auto meaning = meanings.begin();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    while (meaning != meanings.end() && meaning->token < i) ++meaning;
    const Token& token = tokens[i];
    if (!says_something(token) || !forms_.insert(token.form).second) continue;
    const double weight = weight_of(token) * (token.light ? of_light_words : 1);
    for (auto of = meaning; of != meanings.end() && of->token == i; ++of) {
      group_of_term_.push_back(of->group);
      groups_.insert(of->group);
    }
    weight_ += weight;
    terms_.push_back({token.form, weight, static_cast<std::uint32_t>(group_of_term_.size())});
  }
}

double Terms::share_in(const Terms& other) const {
  double common = 0;
  std::uint32_t begin = 0;
  for (const Term& term : terms_) {
    const auto groups = std::span(group_of_term_).subspan(begin, term.groups_end - begin);
    begin = term.groups_end;
    const bool meant = std::ranges::any_of(
        groups, [&](std::uint32_t group) { return other.groups_.contains(group); });
    if (meant || other.forms_.contains(term.form)) common += term.weight;
  }
  return weight_ <= 0 ? 0 : common / weight_;
}

double likeness(const Terms& a, const Terms& b) {
  const double all = a.weight() + b.weight();
  if (all <= 0) return 1;
  return (a.share_in(b) * a.weight() + b.share_in(a) * b.weight()) / all;
}

}  // namespace concord::compare
