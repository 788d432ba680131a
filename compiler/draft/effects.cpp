#include "draft/effects.h"

#include <algorithm>
#include <array>
#include <optional>

#include "language/sentences.h"
#include "language/words.h"

namespace concord::draft {
namespace {

using compare::Difference;
using compare::DivergenceType;
using compare::Lexicon;
using compare::Token;
using compare::TokenKind;
using syntax::Force;

// As the comparison of councils has it: from where on the texts are compared word for word.
constexpr double near_texts = 0.72;

// A modal with what it is worth.
struct Modality {
  Force force = Force::duty;
  bool negated = false;
};

std::optional<Modality> modality_at(std::span<const Token> tokens, std::size_t i,
                                    const syntax::WordLists& lists) {
  const auto verb = std::find_if(lists.modals.begin(), lists.modals.end(),
                                 [&](const auto& each) { return each.verb == tokens[i].modal; });
  if (verb == lists.modals.end()) return {};
  const bool denied = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::negator;
  return Modality{verb->force, denied || tokens[i].kind == TokenKind::negator};
}

std::optional<Modality> modality_of(std::string_view words, const Lexicon& lexicon) {
  const std::vector<Token> tokens = lexicon.tokens(words);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (!tokens[i].modal.empty()) return modality_at(tokens, i, lexicon.lists());
  return {};
}

// How much is asked; nothing where it cannot be told. "may not" forbids, so that of what is negated
// only duty and advice can be weighed.
std::optional<int> strength(const Modality& modality) {
  if (modality.force == Force::duty) return 3;
  if (modality.force == Force::advice) return 2;
  if (modality.force == Force::permission && !modality.negated) return 1;
  return {};
}

// "No member shall", "only the Chair may": what a weaker or stronger modal does there depends on
// more than the modal.
bool is_turned(const compare::StatedClause& text) {
  return std::any_of(text.tokens.begin(), text.tokens.end(), [](const Token& token) {
    const std::string_view word = token.surface;
    return word == "no" || word == "nor" || word == "neither" || word == "none" ||
           word == "nobody" || word == "never" || word == "few" || word == "only";
  });
}

// Of several modals that changed, the first is told: then nothing is said of which is stronger.
bool has_one_modal(const compare::StatedClause& text) {
  return std::count_if(text.tokens.begin(), text.tokens.end(),
                       [](const Token& token) { return !token.modal.empty(); }) == 1;
}

std::optional<EffectKind> modal_effect(std::string_view before, std::string_view after,
                                       const Lexicon& lexicon) {
  const auto then = modality_of(before, lexicon);
  const auto now = modality_of(after, lexicon);
  if (!then || !now) return EffectKind::modality;
  const auto was = strength(*then);
  const auto is = strength(*now);
  if (!was || !is || then->negated != now->negated) return EffectKind::modality;
  if (*was == *is) return {};
  return *was < *is ? EffectKind::stronger : EffectKind::weaker;
}

// "exempt information" is a class of documents; "exempt from" excepts.
bool is_class_of_documents(std::string_view words) {
  return words.starts_with("exempt") && !words.starts_with("exempt from");
}

std::optional<EffectKind> kind_of(DivergenceType type, const Effect& words,
                                  const Lexicon& lexicon) {
  switch (type) {
    case DivergenceType::negation:
      return EffectKind::negation;
    case DivergenceType::duty:
      return modal_effect(words.before, words.after, lexicon);
    case DivergenceType::actor:
    case DivergenceType::recipient:
      return EffectKind::actor;
    case DivergenceType::condition:
    case DivergenceType::exception:
      if (is_class_of_documents(words.before) || is_class_of_documents(words.after)) return {};
      if (words.before.empty()) return EffectKind::condition_added;
      if (words.after.empty()) return EffectKind::condition_removed;
      return EffectKind::condition;
    case DivergenceType::deadline:
    case DivergenceType::amount:
      return EffectKind::limit;
    case DivergenceType::class_:
      break;  // that words widen or narrow a text is a guess too often
  }
  return {};
}

// ---- a text by itself

std::optional<EffectKind> kind_of(const Modality& modality) {
  switch (modality.force) {
    case Force::duty:
      return modality.negated ? EffectKind::new_prohibition : EffectKind::new_duty;
    case Force::advice:
      return modality.negated ? std::nullopt : std::optional(EffectKind::new_advice);
    case Force::permission:
      return modality.negated ? EffectKind::new_prohibition : EffectKind::new_permission;
    case Force::future:
    case Force::possibility:
    case Force::freedom:
      break;
  }
  return {};
}

EffectKind lost(EffectKind kind) {
  const auto distance =
      static_cast<int>(EffectKind::lost_duty) - static_cast<int>(EffectKind::new_duty);
  return static_cast<EffectKind>(static_cast<int>(kind) + distance);
}

// Nothing but articles and other roles stands between the role at `at` and the beginning of its
// clause, which is the sentence's or a comma's: "Officers must", "where it is lost, the Chair may".
// Of "advice for members can be found" and of "no officer may" nothing is said.
bool opens_clause(std::string_view text, std::span<const Token> tokens, std::size_t at,
                  std::uint32_t sentence, const syntax::WordLists& lists) {
  for (std::size_t i = at; i-- > 0 && tokens[i].range.begin >= sentence;) {
    const std::string_view gap =
        language::slice(text, {tokens[i].range.end, tokens[i + 1].range.begin});
    if (gap.find_first_of(",;:") != gap.npos) return true;
    if (tokens[i].kind == TokenKind::role) continue;
    if (!lists.subject_openers.contains(tokens[i].surface)) return false;
  }
  return true;
}

}  // namespace

std::string_view name_of(EffectKind kind) {
  static constexpr std::array<std::string_view, 20> names = {"stronger",
                                                             "weaker",
                                                             "modality",
                                                             "negation",
                                                             "actor",
                                                             "condition-added",
                                                             "condition-removed",
                                                             "condition",
                                                             "limit",
                                                             "definition",
                                                             "new-duty",
                                                             "new-prohibition",
                                                             "new-advice",
                                                             "new-permission",
                                                             "new-definition",
                                                             "lost-duty",
                                                             "lost-prohibition",
                                                             "lost-advice",
                                                             "lost-permission",
                                                             "lost-definition"};
  return names[static_cast<std::size_t>(kind)];
}

bool is_definition(const Effect& effect) {
  return effect.kind == EffectKind::definition || effect.kind == EffectKind::new_definition ||
         effect.kind == EffectKind::lost_definition;
}

std::vector<Effect> effects_of_rewording(const compare::StatedClause& before,
                                         const compare::StatedClause& after, double likeness,
                                         const Lexicon& lexicon) {
  std::vector<Effect> effects;
  const bool near = likeness >= near_texts;
  for (const Difference& each : compare::differences(before, after, near, lexicon)) {
    Effect effect{EffectKind::modality, each.a.words(), each.b.words()};
    const auto kind = kind_of(each.type, effect, lexicon);
    if (!kind) continue;
    const bool modal = *kind == EffectKind::stronger || *kind == EffectKind::weaker;
    const bool plain =
        has_one_modal(before) && has_one_modal(after) && !is_turned(before) && !is_turned(after);
    if (!modal || plain) effect.kind = *kind;
    effects.push_back(std::move(effect));
  }
  return effects;
}

std::vector<Effect> effects_of_text(std::string_view text, std::span<const Token> tokens,
                                    bool deleted, const Lexicon& lexicon) {
  const syntax::WordLists& lists = lexicon.lists();
  const std::vector<syntax::Range> sentences = language::sentences_of(text, lists);
  std::vector<Effect> effects;
  std::size_t sentence = 0;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    while (tokens[i].range.begin >= sentences[sentence].end) ++sentence;
    const std::uint32_t begin = sentences[sentence].begin;
    const Token& role = tokens[i - 1];
    if (tokens[i].modal.empty() || role.kind != TokenKind::role || role.range.begin < begin)
      continue;
    const auto modality = modality_at(tokens, i, lists);
    const auto kind = modality ? kind_of(*modality) : std::nullopt;
    if (!kind || !opens_clause(text, tokens, i - 1, begin, lists)) continue;
    const bool two = tokens[i].kind != TokenKind::negator && modality->negated;
    const std::string words(
        language::slice(text, {role.range.begin, tokens[two ? i + 1 : i].range.end}));
    const EffectKind told = deleted ? lost(*kind) : *kind;
    const bool known = std::any_of(effects.begin(), effects.end(),
                                   [&](const Effect& each) { return each.kind == told; });
    if (!known) effects.push_back({told, deleted ? words : "", deleted ? "" : words});
  }
  return effects;
}

}  // namespace concord::draft
