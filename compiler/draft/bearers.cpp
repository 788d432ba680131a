#include "draft/bearers.h"

#include <algorithm>
#include <optional>

#include "language/words.h"
#include "source/characters.h"

namespace concord::draft {
namespace {

using compare::Token;
using compare::TokenKind;

bool says_of_somebody(EffectKind kind) {
  const auto is_of = [&](EffectKind first, EffectKind last) {
    return first <= kind && kind <= last;
  };
  return is_of(EffectKind::new_duty, EffectKind::new_right) ||
         is_of(EffectKind::lost_duty, EffectKind::lost_right);
}

// Where the words about whom it binds stand in the text: before the verb, or behind its "by".
class Shown {
 public:
  Shown(std::string_view text, std::span<const Token> tokens, const syntax::WordLists& lists)
      : text_(text), tokens_(tokens), lists_(lists) {}

  // `rule` ends with the verb, or begins with it and ends with whom it names.
  std::string of(std::string_view rule) const {
    const std::size_t at = text_.find(rule);
    if (at == text_.npos || text_.find(rule, at + 1) != text_.npos) return {};
    std::size_t first = token_from(at);
    if (first == tokens_.size()) return {};
    const bool behind = tokens_[first].kind == TokenKind::modal;
    std::size_t last = token_from(at + rule.size());
    if (behind) {
      first = agent_from(first, last);
    } else {
      last = end_of_names(first);
      if (last == tokens_.size() || !begins_verb(tokens_[last])) return {};
    }
    const auto begin = beginning(first);
    return begin && first < last ? worded(*begin, last) : std::string();
  }

 private:
  std::size_t token_from(std::size_t at) const {
    const auto found =
        std::ranges::find_if(tokens_, [&](const Token& each) { return each.range.begin >= at; });
    return static_cast<std::size_t>(found - tokens_.begin());
  }

  std::string_view gap_before(std::size_t token) const {
    return language::slice(text_, {tokens_[token - 1].range.end, tokens_[token].range.begin});
  }

  bool opens(std::size_t token) const {
    return lists_.subject_openers.contains(tokens_[token].surface);
  }

  std::size_t end_of_names(std::size_t token) const {
    while (token < tokens_.size() && (tokens_[token].kind == TokenKind::role || opens(token)))
      ++token;
    return token;
  }

  std::size_t agent_from(std::size_t token, std::size_t last) const {
    std::size_t agent = last;
    while (agent > token && tokens_[agent - 1].surface != "by") --agent;
    while (agent < last && opens(agent)) ++agent;
    const bool found = agent > token && agent < last && tokens_[agent].kind == TokenKind::role;
    return found ? agent : last;
  }

  // "must", "normally must", "are entitled to"; not "of the Council must".
  bool begins_verb(const Token& token) const {
    return token.kind == TokenKind::modal || lists_.adverbs.contains(token.surface) ||
           std::ranges::any_of(lists_.modal_phrases, [&](const syntax::ModalVerb& each) {
             const auto begins = [&](const std::string& phrase) {
               return phrase.starts_with(token.surface) &&
                      phrase.substr(token.surface.size()).starts_with(' ');
             };
             return std::ranges::any_of(each.words, begins) ||
                    std::ranges::any_of(each.negated, begins);
           });
  }

  // With the article. Nothing where others are named before them.
  std::optional<std::size_t> beginning(std::size_t token) const {
    if (token == tokens_.size()) return {};
    while (token > 0 && opens(token - 1) && gap_before(token) == " ") --token;
    const std::string_view word = tokens_[token].surface;
    const bool role_before = token > 0 && tokens_[token - 1].kind == TokenKind::role &&
                             gap_before(token).find_first_of(".;:") == std::string_view::npos;
    if (role_before || word == "and" || word == "or") return {};
    return token;
  }

  std::string worded(std::size_t first, std::size_t last) const {
    std::string words(
        language::slice(text_, {tokens_[first].range.begin, tokens_[last - 1].range.end}));
    if (opens(first)) words[0] = source::lower(words[0]);
    return words;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const syntax::WordLists& lists_;
};

}  // namespace

std::string bearer_shown(const Effect& effect, std::string_view text, std::span<const Token> tokens,
                         const syntax::WordLists& lists) {
  if (!says_of_somebody(effect.kind)) return {};
  std::string_view rule = effect.after.empty() ? effect.before : effect.after;
  rule = rule.substr(0, rule.find(" … "));
  return Shown(text, tokens, lists).of(rule);
}

}  // namespace concord::draft
