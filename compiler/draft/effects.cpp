#include "draft/effects.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "language/words.h"

namespace concord::draft {
namespace {

using compare::Lexicon;
using compare::StatedClause;
using compare::Token;
using compare::TokenKind;
using language::Filler;
using language::Norm;
using language::Statement;

bool is_right(std::string_view modal) {
  return modal.find("right") != modal.npos || modal.find("entitled") != modal.npos;
}

std::optional<EffectKind> kind_of(Norm norm, std::string_view modal) {
  switch (norm) {
    case Norm::duty:
      return EffectKind::new_duty;
    case Norm::prohibition:
      return EffectKind::new_prohibition;
    case Norm::advice:
    case Norm::advice_against:
      return EffectKind::new_advice;
    case Norm::permission:
      return is_right(modal) ? EffectKind::new_right : EffectKind::new_permission;
    case Norm::fact:
    case Norm::possibility:
    case Norm::freedom:
    case Norm::expectation:
      break;
  }
  return {};
}

EffectKind lost(EffectKind kind) {
  const auto distance =
      static_cast<int>(EffectKind::lost_duty) - static_cast<int>(EffectKind::new_duty);
  return static_cast<EffectKind>(static_cast<int>(kind) + distance);
}

// A text that a slot is filled from: the clause's own, or its lead-in.
struct Source {
  std::string_view text;
  std::span<const Token> tokens;

  std::string_view words(std::uint32_t begin, std::uint32_t end) const {
    return language::slice(text, {begin, end});
  }
  std::size_t token_from(std::uint32_t at) const {
    const auto found =
        std::ranges::find_if(tokens, [&](const Token& each) { return each.range.begin >= at; });
    return static_cast<std::size_t>(found - tokens.begin());
  }
  bool is(std::size_t token, auto test) const {
    return token < tokens.size() && test(tokens[token]);
  }
};

// The statement that a clause makes of a role, as far as it is told.
class Rule {
 public:
  Rule(const StatedClause& clause, const Statement& statement, const Lexicon& lexicon)
      : clause_(clause), statement_(statement), lists_(lexicon.lists()) {}

  std::optional<Effect> told() const {
    if (statement_.modal.empty() || statement_.future) return {};
    const auto kind = kind_of(statement_.norm, modal_words());
    if (!kind) return {};
    if (!statement_.passive) return of_bearer(*kind);
    return statement_.bearer.empty() ? of_subject() : of_agent(*kind);
  }

 private:
  Source source(const Filler& of) const {
    return of.of_lead ? Source{clause_.lead, clause_.lead_tokens}
                      : Source{clause_.text, clause_.tokens};
  }

  std::string_view modal_words() const {
    return language::slice(source(statement_.modal).text, statement_.modal.range);
  }

  // "Officers must", "No officer may"; of a list's item "Officers must … reply".
  std::optional<Effect> of_bearer(EffectKind kind) const {
    const Filler& bearer = statement_.bearer;
    const auto begin = subject_begin(bearer);
    if (!begin) return {};
    const Source from = source(bearer);
    if (is_denied_apart(from, bearer)) return {};
    const std::size_t behind = from.token_from(statement_.modal.range.end);
    const auto limits = [&](const Token& token) {
      return lists_.limiting_words.contains(token.surface);
    };
    const bool only = from.is(behind, limits);
    const std::uint32_t end = only ? from.tokens[behind].range.end : statement_.modal.range.end;
    std::string words(from.words(*begin, end));
    if (bearer.of_lead) {
      if (statement_.predicate.empty() || statement_.predicate.of_lead) return {};
      words += fmt::format(" … {}", language::slice(clause_.text, statement_.predicate.range));
    }
    const bool turned = only || from.is(from.token_from(*begin), limits);
    return Effect{turned ? EffectKind::new_rule : kind, "", std::move(words)};
  }

  // "Members do not have the right to", "cannot be expected to": what such a phrase leaves of the
  // right or the advice is not told.
  bool is_denied_apart(const Source& from, const Filler& bearer) const {
    if (statement_.norm == Norm::prohibition) return false;
    const std::uint32_t end = statement_.modal.range.end;
    return std::ranges::any_of(from.tokens, [&](const Token& each) {
      const bool denies = each.kind == TokenKind::negator &&
                          each.range.begin >= bearer.range.begin && each.range.end <= end;
      return denies && !(statement_.norm == Norm::advice_against && each.range.end == end);
    });
  }

  // "Members must be told": who has to tell them is not said. Whom somebody is to give something
  // to may be the subject as well: "Members must be given five days".
  std::optional<Effect> of_subject() const {
    const Filler& verb = statement_.predicate;
    if (verb.empty() || verb.of_lead) return {};
    for (const Filler& subject : {statement_.object, statement_.recipient}) {
      const auto begin = subject_begin(subject);
      if (!begin || subject.of_lead) continue;
      const std::string_view words = language::slice(clause_.text, {*begin, verb.range.end});
      const std::size_t particle = words.find(' ', verb.range.begin - *begin);
      return Effect{EffectKind::new_rule, "", std::string(words.substr(0, particle))};
    }
    return {};
  }

  // "must be sent by officers"
  std::optional<Effect> of_agent(EffectKind kind) const {
    const Filler& agent = statement_.bearer;
    if (agent.of_lead || statement_.modal.of_lead) return {};
    const Source from = source(agent);
    const bool role = from.is(first_role(from, agent), [&](const Token& token) {
      return token.range.begin < agent.range.end;
    });
    if (!role || agent.range.begin < statement_.modal.range.end) return {};
    return Effect{kind, "", std::string(from.words(statement_.modal.range.begin, agent.range.end))};
  }

  static std::size_t first_role(const Source& from, const Filler& in) {
    std::size_t at = from.token_from(in.range.begin);
    while (from.is(at, [](const Token& token) { return token.kind != TokenKind::role; })) ++at;
    return at;
  }

  // Where the words about the role begin that the modal is said of: the role's, or those of what
  // turns it. Nothing where the two are parted, or something else is the subject: "advice for
  // members can", "members, who may be busy, must".
  std::optional<std::uint32_t> subject_begin(const Filler& subject) const {
    if (subject.empty() || subject.of_lead != statement_.modal.of_lead) return {};
    const Source from = source(subject);
    const std::size_t role = first_role(from, subject);
    const std::size_t modal = from.token_from(statement_.modal.range.begin);
    if (role >= modal || from.tokens[role].range.begin >= subject.range.end) return {};
    for (std::size_t i = from.token_from(subject.range.end); i < modal; ++i)
      if (!lists_.adverbs.contains(from.tokens[i].surface)) return {};
    const std::uint32_t behind = std::max(subject.range.end, from.tokens[role].range.end);
    const std::string_view gap = from.words(behind, statement_.modal.range.begin);
    if (gap.find_first_of(",;:(") != gap.npos) return {};
    return opening(from, role);
  }

  // Nothing but articles and other roles stands between the role and the beginning of its clause,
  // which is the sentence's or a comma's: "Officers must", "where it is lost, the Chair may".
  std::optional<std::uint32_t> opening(const Source& from, std::size_t role) const {
    const std::uint32_t sentence = sentence_begin(from, from.tokens[role].range.begin);
    std::uint32_t begin = from.tokens[role].range.begin;
    for (std::size_t i = role; i-- > 0 && from.tokens[i].range.begin >= sentence;) {
      const std::string_view gap =
          from.words(from.tokens[i].range.end, from.tokens[i + 1].range.begin);
      if (gap.find_first_of(",;:") != gap.npos) return begin;
      if (turns(from.tokens[i], lists_))
        begin = from.tokens[i].range.begin;
      else if (from.tokens[i].kind != TokenKind::role &&
               !lists_.subject_openers.contains(from.tokens[i].surface))
        return {};
    }
    return begin;
  }

  std::uint32_t sentence_begin(const Source& from, std::uint32_t at) const {
    std::uint32_t begin = 0;
    if (from.text.data() != clause_.text.data()) return begin;
    for (const syntax::Range& each : clause_.sentences)
      if (each.begin <= at) begin = each.begin;
    return begin;
  }

  const StatedClause& clause_;
  const Statement& statement_;
  const syntax::WordLists& lists_;
};

}  // namespace

std::string_view name_of(EffectKind kind) {
  static constexpr std::array<std::string_view, 28> names = {
      "stronger",        "weaker",          "modality",          "negation",    "actor",
      "title",           "condition-added", "condition-removed", "condition",   "limit",
      "selection",       "instrument",      "punctuation",       "definition",  "new-duty",
      "new-prohibition", "new-advice",      "new-permission",    "new-right",   "new-rule",
      "new-definition",  "lost-duty",       "lost-prohibition",  "lost-advice", "lost-permission",
      "lost-right",      "lost-rule",       "lost-definition"};
  return names[static_cast<std::size_t>(kind)];
}

bool turns(const Token& token, const syntax::WordLists& lists) {
  const std::string_view word = token.surface;
  return (lists.negators.contains(word) && word != "not") ||
         lists.negating_pronouns.contains(word) || lists.limiting_words.contains(word);
}

bool is_definition(const Effect& effect) {
  return effect.kind == EffectKind::definition || effect.kind == EffectKind::new_definition ||
         effect.kind == EffectKind::lost_definition;
}

std::vector<Effect> effects_of_text(const StatedClause& clause, bool deleted,
                                    const Lexicon& lexicon) {
  std::vector<Effect> effects;
  for (const Statement& each : clause.statements) {
    auto told = Rule(clause, each, lexicon).told();
    if (!told) continue;
    if (deleted) {
      told->kind = lost(told->kind);
      std::swap(told->before, told->after);
    }
    if (std::ranges::find(effects, told->kind, &Effect::kind) == effects.end())
      effects.push_back(std::move(*told));
  }
  return effects;
}

}  // namespace concord::draft
