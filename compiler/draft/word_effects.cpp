#include "draft/word_effects.h"

#include <algorithm>
#include <optional>

#include "compare/effects/cues.h"
#include "language/sentences.h"
#include "language/words.h"
#include "source/characters.h"

namespace concord::draft {
namespace {

using compare::Token;
using compare::TokenKind;
using compare::TokenText;
using language::slice;
using syntax::Force;
using syntax::Range;
using syntax::WordLists;

// The tokens that begin in the range.
std::span<const Token> tokens_in(const TokenText& text, Range range) {
  const auto first = std::ranges::lower_bound(text.tokens, range.begin, {},
                                              [](const Token& each) { return each.range.begin; });
  auto last = first;
  while (last != text.tokens.end() && last->range.begin < range.end) ++last;
  return {first, last};
}

std::size_t place(const TokenText& text, const Token& token) {
  return static_cast<std::size_t>(&token - text.tokens.data());
}

std::string words(const TokenText& text, std::uint32_t begin, std::uint32_t end) {
  return std::string(slice(text.text, {begin, end}));
}

Range range_of(std::span<const Token> tokens) {
  return {tokens.front().range.begin, tokens.back().range.end};
}

// A modal with its "not", or a phrase that frees from a duty, and what it is worth.
struct Modality {
  std::string_view verb;
  Force force = Force::duty;
  bool negated = false;
  Range range;
};

// "No member shall", "only the Chair may": what a weaker or stronger modal does there depends on
// more than the modal.
bool is_in_turned_sentence(const TokenText& text, const Modality& modal, const WordLists& lists) {
  const Range sentence = language::sentence_around(text.text, modal.range.begin, lists);
  return std::ranges::any_of(tokens_in(text, sentence), [&](const Token& token) {
    return turns(token, lists) && !language::within(token.range, modal.range);
  });
}

// "need not", "is not obliged to": up to `end`, or with its "not" behind that.
std::optional<Modality> release_at(const TokenText& text, std::size_t at, std::uint32_t end,
                                   const WordLists& lists) {
  const std::span from = std::span(text.tokens).subspan(at);
  const auto is_negator = [](const Token& each) { return each.kind == TokenKind::negator; };
  for (const syntax::ModalVerb& verb : lists.modal_phrases) {
    if (verb.force != Force::freedom) continue;
    const std::size_t count = compare::opening_words(from, verb.words);
    if (count == 0) continue;
    const Range range = range_of(from.first(count));
    if (std::ranges::all_of(tokens_in(text, {end, range.end}), is_negator))
      return Modality{.verb = verb.verb, .force = verb.force, .range = range};
  }
  return {};
}

std::optional<Modality> modality_at(const TokenText& text, std::size_t at, const WordLists& lists) {
  if (!is_modal_verb(text, at, lists)) return {};
  const Token& token = text.tokens[at];
  const auto verb = std::ranges::find(lists.modals, token.modal, &syntax::ModalVerb::verb);
  if (verb == lists.modals.end()) return {};
  Modality made{verb->verb, verb->force, token.kind == TokenKind::negator, token.range};
  if (at + 1 == text.tokens.size()) return made;
  const Token& next = text.tokens[at + 1];
  const bool joined = language::joins(slice(text.text, {token.range.end, next.range.begin}));
  if (joined && next.kind == TokenKind::negator && next.modal.empty()) {
    made.negated = true;
    made.range.end = next.range.end;
  }
  return made;
}

std::vector<Modality> modalities(const TokenText& text, Range range, const WordLists& lists) {
  std::vector<Modality> all;
  std::uint32_t read = 0;
  for (const Token& each : tokens_in(text, range)) {
    if (each.range.begin < read) continue;
    auto made = release_at(text, place(text, each), range.end, lists);
    if (!made) made = modality_at(text, place(text, each), lists);
    if (!made) continue;
    read = made->range.end;
    all.push_back(*made);
  }
  return all;
}

// How much is asked; nothing where it cannot be told. "may not" forbids, so that of what is negated
// only duty and advice can be weighed.
std::optional<int> strength(const Modality& modality) {
  if (modality.force == Force::duty) return 3;
  if (modality.force == Force::advice) return 2;
  if (modality.force == Force::permission && !modality.negated) return 1;
  return {};
}

// Whoever need not act is bound to nothing: neither to act, as "must" binds, nor to abstain, as
// "must not" does. "may" leaves them free, too, so that beside it nothing can be told.
std::optional<EffectKind> exchange_of_release(const Modality& then, const Modality& now) {
  const auto binds = [](const Modality& each) {
    return each.force == Force::duty || each.force == Force::advice;
  };
  if (binds(then)) return EffectKind::weaker;
  if (binds(now)) return EffectKind::stronger;
  return then.force == now.force ? std::nullopt : std::optional(EffectKind::modality);
}

std::optional<EffectKind> exchange_alone(const Modality& then, const Modality& now) {
  if (then.force == Force::freedom || now.force == Force::freedom)
    return exchange_of_release(then, now);
  const auto was = strength(then);
  const auto is = strength(now);
  if (!was || !is || then.negated != now.negated) return EffectKind::modality;
  if (*was == *is) return {};
  return *was < *is ? EffectKind::stronger : EffectKind::weaker;
}

// Of one modal for another.
std::optional<EffectKind> exchange(const Reworded& texts, const Modality& then, const Modality& now,
                                   const WordLists& lists) {
  const auto kind = exchange_alone(then, now);
  const bool turned = kind && (is_in_turned_sentence(texts.before, then, lists) ||
                               is_in_turned_sentence(texts.after, now, lists));
  return turned ? EffectKind::modality : kind;
}

class WordEffects {
 public:
  WordEffects(const Reworded& texts, const WordLists& lists) : texts_(texts), lists_(lists) {}

  std::vector<PlacedEffect> all() {
    for (at_ = 0; at_ < texts_.stretches.size(); ++at_) {
      add_modals();
      if (stretch().kept || stretch().layer != Layer::words) continue;
      add_role();
      add_selection();
      add_kind_of_days();
      add_restriction();
    }
    return std::move(found_);
  }

 private:
  const Stretch& stretch() const { return texts_.stretches[at_]; }
  std::span<const Token> before() const { return tokens_in(texts_.before, stretch().before); }
  std::span<const Token> after() const { return tokens_in(texts_.after, stretch().after); }

  void add(EffectKind kind, std::string then, std::string now) {
    found_.push_back({{kind, std::move(then), std::move(now)}, at_});
  }
  void add(EffectKind kind, Range then, Range now) {
    add(kind, words(texts_.before, then.begin, then.end), words(texts_.after, now.begin, now.end));
  }

  // ---- modals

  // One stands for the other where it took its place, or stayed and its "not" came or went.
  void add_modals() {
    const auto then = modalities(texts_.before, stretch().before, lists_);
    const auto now = modalities(texts_.after, stretch().after, lists_);
    if (then.size() != now.size()) return;
    if (!stretch().kept && !(are_alone(before(), then) && are_alone(after(), now))) return;
    for (std::size_t i = 0; i < then.size(); ++i) add_modal(then[i], now[i]);
  }

  // No word with a meaning of its own beside the modals.
  static bool are_alone(std::span<const Token> tokens, std::span<const Modality> modals) {
    return std::ranges::all_of(tokens, [&](const Token& each) {
      return !each.modal.empty() || each.kind == TokenKind::negator ||
             each.kind == TokenKind::function ||
             std::ranges::any_of(modals, [&](const Modality& modal) {
               return language::within(each.range, modal.range);
             });
    });
  }

  void add_modal(const Modality& then, const Modality& now) {
    if (then.verb == now.verb) {
      if (then.negated == now.negated) return;
      const auto range = [](const Modality& of) { return of.negated ? of.range : Range{}; };
      add(EffectKind::negation, range(then), range(now));
    } else if (const auto kind = exchange(texts_, then, now, lists_)) {
      add(*kind, then.range, now.range);
    }
  }

  // ---- roles

  // The role that the words begin with, articles aside; null for none.
  static const Token* first_role(std::span<const Token> tokens) {
    for (const Token& each : tokens) {
      if (each.kind == TokenKind::role) return &each;
      if (each.kind != TokenKind::function) return nullptr;
    }
    return nullptr;
  }

  static bool names(std::span<const Token> tokens, std::string_view role) {
    return std::ranges::any_of(tokens, [&](const Token& each) { return role_id(each) == role; });
  }

  // Roles that stand in each other's place by another voice of the verb are none in the place of
  // others: "the officer tells the member", "the member is told by the officer".
  bool are_turned(std::string_view was, std::string_view is) const {
    bool moved = false;
    bool other_words = false;
    for (const Stretch& each : texts_.stretches) {
      if (each.kept || each.layer != Layer::words) continue;
      const auto then = tokens_in(texts_.before, each.before);
      const auto now = tokens_in(texts_.after, each.after);
      moved = moved || names(now, was) || names(then, is);
      for (const auto& tokens : {then, now})
        other_words = other_words || std::ranges::any_of(tokens, [](const Token& token) {
                        return token.kind == TokenKind::word;
                      });
    }
    return moved && other_words;
  }

  // "officer" for "officers"
  static bool is_one_title(const Token& a, const Token& b) {
    return language::singular(a.surface) == language::singular(b.surface);
  }

  // A role in the place of another one: of two titles of one office the title.
  void add_role() {
    const Token* then = first_role(before());
    const Token* now = first_role(after());
    if (then == nullptr || now == nullptr) return;
    const std::string_view was = role_id(*then);
    const std::string_view is = role_id(*now);
    if (was != is && are_turned(was, is)) return;
    const auto at_large = [&](std::string_view role) {
      return lists_.officers_at_large.contains(role) || lists_.general_actors.contains(role);
    };
    if (was == is ? at_large(was) || is_one_title(*then, *now)
                  : lists_.officers_at_large.contains(was) && lists_.officers_at_large.contains(is))
      return;
    const bool one_office =
        was == is || std::ranges::any_of(lists_.offices, [&](const syntax::WordSet& office) {
          return office.contains(was) && office.contains(is);
        });
    add(one_office ? EffectKind::title : EffectKind::actor, noun_phrase(before(), *then),
        noun_phrase(after(), *now));
  }

  // The role with the words before it in the stretch.
  static Range noun_phrase(std::span<const Token> tokens, const Token& role) {
    return {tokens.front().range.begin, role.range.end};
  }

  // ---- all, any, and, or

  bool joins(const Token& token) const { return lists_.joining_words.contains(token.surface); }
  bool is_whole(const Token& token) const { return lists_.whole_words.contains(token.surface); }
  bool is_part(const Token& token) const {
    return lists_.choosing_words.contains(token.surface) ||
           lists_.partial_words.contains(token.surface);
  }

  bool exchanges_joining_words() const {
    const auto join = [&](std::span<const Token> tokens) {
      return !tokens.empty() &&
             std::ranges::all_of(tokens, [&](const Token& each) { return joins(each); });
    };
    return join(before()) && join(after());
  }

  bool exchanges_whole_for_part() const {
    if (before().size() != 1 || after().size() != 1) return false;
    const Token& then = before().front();
    const Token& now = after().front();
    return (is_whole(then) && is_part(now)) || (is_part(then) && is_whole(now));
  }

  void add_selection() {
    const auto then = before();
    const auto now = after();
    if (exchanges_joining_words() || exchanges_whole_for_part()) {
      add(EffectKind::selection, range_of(then), range_of(now));
    } else if (then.empty() && now.size() == 1 && now.front().surface == "all") {
      add(EffectKind::selection, Range{}, range_of(now));
    } else if (now.empty() && then.size() == 1 && then.front().surface == "all") {
      add(EffectKind::selection, range_of(then), Range{});
    }
  }

  // ---- working days

  bool is_unit(const TokenText& text, std::size_t at) const {
    return at < text.tokens.size() && lists_.time_units.contains(text.tokens[at].surface);
  }

  // "working" of "working days".
  bool is_kind_of_days(const TokenText& text, const Token& token) const {
    return lists_.counted_units.contains(token.surface) &&
           !lists_.time_units.contains(token.surface) && is_unit(text, place(text, token) + 1);
  }

  // The words of the stretch on to the unit, where it has nothing but a number, a kind and a unit.
  std::optional<Range> measure(const TokenText& text, Range range) const {
    const auto tokens = tokens_in(text, range);
    const auto measures = [&](const Token& each) {
      return each.kind == TokenKind::number || is_kind_of_days(text, each) ||
             lists_.time_units.contains(each.surface);
    };
    if (!std::ranges::all_of(tokens, measures)) return {};
    const auto begin = static_cast<std::size_t>(tokens.data() - text.tokens.data());
    std::size_t end = begin + tokens.size();
    if (end > begin && is_unit(text, end - 1)) --end;
    if (!is_unit(text, end)) return {};
    return Range{text.tokens[begin].range.begin, text.tokens[end].range.end};
  }

  void add_kind_of_days() {
    const auto has_kind = [&](const TokenText& text, std::span<const Token> tokens) {
      return std::ranges::any_of(tokens,
                                 [&](const Token& each) { return is_kind_of_days(text, each); });
    };
    if (!has_kind(texts_.before, before()) && !has_kind(texts_.after, after())) return;
    const auto then = measure(texts_.before, stretch().before);
    const auto now = measure(texts_.after, stretch().after);
    if (then && now) add(EffectKind::limit, *then, *now);
  }

  // ---- members "who wish to speak"

  // A relative clause behind whom it restricts, whole, and no comma before it.
  bool restricts(const TokenText& text, std::span<const Token> tokens) const {
    if (tokens.size() < 2) return false;
    const std::size_t at = place(text, tokens.front());
    if (at == 0) return false;
    const Token& head = text.tokens[at - 1];
    if (!language::joins(slice(text.text, {head.range.end, tokens.front().range.begin})))
      return false;
    const bool names = head.kind == TokenKind::role || head.surface == "those";
    return names && lists_.relatives.contains(tokens.front().surface);
  }

  void add_restriction() {
    if (stretch().is_replacement()) return;
    if (restricts(texts_.after, after()))
      add(EffectKind::condition_added, Range{}, range_of(after()));
    if (restricts(texts_.before, before()))
      add(EffectKind::condition_removed, range_of(before()), Range{});
  }

  const Reworded& texts_;
  const WordLists& lists_;
  std::vector<PlacedEffect> found_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_modal_verb(const TokenText& text, std::size_t at, const WordLists& lists) {
  const Token& token = text.tokens[at];
  if (token.modal.empty()) return false;
  const std::string_view as_printed = slice(text.text, token.range);
  const bool capital =
      source::is_upper(as_printed[0]) && as_printed.size() > 1 && source::is_lower(as_printed[1]);
  if (capital && !language::opens_sentence(text.text, token.range.begin, lists)) return false;
  const std::string_view before = at == 0 ? std::string_view() : text.tokens[at - 1].surface;
  return !lists.articles.contains(before) && !lists.possessives.contains(before);
}

std::optional<EffectKind> effect_of_modals(const Reworded& texts, const Stretch& stretch,
                                           const WordLists& lists) {
  const auto then = modalities(texts.before, stretch.before, lists);
  const auto now = modalities(texts.after, stretch.after, lists);
  if (then.size() != now.size()) return EffectKind::modality;
  if (then.empty()) return {};
  const auto count = [&](const TokenText& text) {
    return modalities(text, {0, static_cast<std::uint32_t>(text.text.size())}, lists).size();
  };
  const bool alone = count(texts.before) == 1 && count(texts.after) == 1;
  for (std::size_t i = 0; i < then.size(); ++i)
    if (const auto kind = exchange(texts, then[i], now[i], lists))
      return alone ? *kind : EffectKind::modality;
  return {};
}

std::vector<PlacedEffect> effects_of_words(const Reworded& texts, const WordLists& lists) {
  return WordEffects(texts, lists).all();
}

}  // namespace concord::draft
