#include "draft/rewording_effects.h"

#include <algorithm>
#include <optional>

#include "compare/effects/effects.h"
#include "draft/atoms.h"
#include "language/words.h"

namespace concord::draft {
namespace {

using compare::Difference;
using compare::DivergenceType;
using compare::Token;
using compare::TokenKind;
using compare::TokenText;
using language::slice;
using syntax::Range;

// As the comparison of councils has it: from where on the texts are compared word for word.
constexpr double near_texts = 0.72;

// "exempt information" is a class of documents; "exempt from" excepts.
bool is_class_of_documents(std::string_view words) {
  return words.starts_with("exempt") && !words.starts_with("exempt from");
}

std::optional<EffectKind> kind_of(DivergenceType type, const Effect& words) {
  switch (type) {
    case DivergenceType::negation:
      return EffectKind::negation;
    case DivergenceType::duty:
      return EffectKind::modality;
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

bool is_of_modals(EffectKind kind) {
  return kind <= EffectKind::negation;
}

bool is_of_conditions(EffectKind kind) {
  return kind == EffectKind::condition_added || kind == EffectKind::condition_removed ||
         kind == EffectKind::condition;
}

// Whether the two say the same sort of thing, of which a place needs one.
bool are_of_one_sort(EffectKind a, EffectKind b) {
  const auto sort = [](EffectKind kind) {
    if (is_of_modals(kind)) return EffectKind::modality;
    if (kind == EffectKind::title) return EffectKind::actor;
    return is_of_conditions(kind) ? EffectKind::condition : kind;
  };
  return sort(a) == sort(b);
}

// Without the signs and spaces around it, but a currency's.
std::string bare(std::string_view words) {
  const language::Words all(words);
  if (all.empty()) return {};
  const std::uint32_t begin = all.begin()->range.begin;
  return std::string(
      slice(words, {begin - currency_before(words, begin), (all.end() - 1)->range.end}));
}

// Of several places, the first.
Range place_of(std::string_view words, std::string_view text) {
  words = words.substr(0, words.find(" … "));
  const std::size_t at = words.empty() ? std::string::npos : text.find(words);
  if (at == std::string::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

std::string without_commas(std::string text) {
  std::erase(text, ',');
  return text;
}

class RewordingEffects {
 public:
  RewordingEffects(const Restated& texts, const compare::Lexicon& lexicon)
      : texts_(texts),
        lexicon_(lexicon),
        before_{texts.before.text, texts.before.tokens},
        after_{texts.after.text, texts.after.tokens} {}

  std::vector<PlacedEffect> all(double likeness) {
    found_ = effects_of_words(reworded(), lexicon_.lists());
    const bool near = likeness >= near_texts;
    for (const Difference& each :
         compare::differences(texts_.before, texts_.after, near, lexicon_)) {
      Effect effect{EffectKind::modality, each.a.words(), each.b.words()};
      if (const auto kind = kind_of(each.type, effect)) {
        effect.kind = *kind;
        add(std::move(effect));
      }
    }
    std::ranges::stable_sort(found_, {}, [](const PlacedEffect& each) { return each.effect.kind; });
    return std::move(found_);
  }

 private:
  std::string_view then(const Stretch& of) const { return slice(before_.text, of.before); }
  std::string_view now(const Stretch& of) const { return slice(after_.text, of.after); }

  Reworded reworded() const { return {before_, after_, texts_.stretches}; }

  void add(Effect effect) {
    const std::size_t at = quote(effect);
    if (is_known(effect.kind, at) || is_none(effect)) return;
    if (effect.kind == EffectKind::modality && at < texts_.stretches.size()) {
      const auto kind = effect_of_modals(reworded(), texts_.stretches[at], lexicon_.lists());
      if (!kind) return;
      effect.kind = *kind;
    }
    found_.push_back({std::move(effect), at});
  }

  // A word's own effect goes before that of the text around it.
  bool is_known(EffectKind kind, std::size_t at) const {
    return std::ranges::any_of(found_, [&](const PlacedEffect& each) {
      return are_of_one_sort(each.effect.kind, kind) && (each.stretch == at || is_of_modals(kind));
    });
  }

  static bool is_none(const Effect& effect) {
    if (effect.kind == EffectKind::limit)  // "1,000" for "1000"
      return without_commas(effect.before) == without_commas(effect.after);
    return effect.kind == EffectKind::negation && is_whether_or_not(effect);
  }

  // "whether or not" denies nothing.
  static bool is_whether_or_not(const Effect& effect) {
    const auto is = [](std::string_view words) {
      return words == "or not" || words == "whether or not";
    };
    return is(effect.before) || is(effect.after);
  }

  // The words that decide, as the change has them: all that was replaced, and nothing else. Says
  // in which stretch; how many there are for none.
  std::size_t quote(Effect& effect) const {
    const Range decides_then = place_of(effect.before, before_.text);
    const Range decides_now = place_of(effect.after, after_.text);
    for (std::size_t i = 0; i < texts_.stretches.size(); ++i) {
      const Stretch& each = texts_.stretches[i];
      const bool changes = !each.kept && each.layer == Layer::words;
      if (!changes || !(language::overlap(each.before, decides_then) ||
                        language::overlap(each.after, decides_now)))
        continue;
      if (is_of_conditions(effect.kind) && each.is_replacement()) {
        quote_condition(effect, each, decides_then, decides_now);
      } else {
        effect.before = bare(then(each));
        effect.after = bare(now(each));
      }
      return i;
    }
    return texts_.stretches.size();
  }

  // Where other words stood in place of the condition it came beside them ("to the member", "to the
  // Leader unless on leave"), but for a single word of grammar or another condition, which it took
  // the place of ("if", "when").
  void quote_condition(Effect& effect, const Stretch& at, Range decides_then,
                       Range decides_now) const {
    if (effect.kind == EffectKind::condition_added && !opens_case(before_, at.before)) {
      effect.before.clear();
      effect.after =
          bare(slice(after_.text, {std::max(at.after.begin, decides_now.begin), at.after.end}));
    } else if (effect.kind == EffectKind::condition_removed && !opens_case(after_, at.after)) {
      effect.after.clear();
      effect.before =
          bare(slice(before_.text, {std::max(at.before.begin, decides_then.begin), at.before.end}));
    } else {
      effect = {EffectKind::condition, bare(then(at)), bare(now(at))};
    }
  }

  bool opens_case(const TokenText& text, Range range) const {
    const syntax::WordLists& lists = lexicon_.lists();
    std::size_t words = 0;
    bool small = true;
    for (const Token& each : text.tokens) {
      if (!language::within(each.range, range)) continue;
      if (lists.cases.contains(each.surface) || lists.conditions.contains(each.surface) ||
          lists.exceptions.contains(each.surface))
        return true;
      ++words;
      small = small && each.kind == TokenKind::function;
    }
    return words == 1 && small;
  }

  Restated texts_;
  const compare::Lexicon& lexicon_;
  TokenText before_;
  TokenText after_;
  std::vector<PlacedEffect> found_;
};

}  // namespace

std::vector<PlacedEffect> effects_of_rewording(const Restated& texts, double likeness,
                                               const compare::Lexicon& lexicon) {
  return RewordingEffects(texts, lexicon).all(likeness);
}

}  // namespace concord::draft
