#include "view/redline_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "source/characters.h"

namespace concord::view {
namespace {

using draft::Change;
using draft::ChangeClass;
using draft::EffectKind;
using draft::Piece;

// What a change is counted as; in the order of the headline.
enum class Sort : std::uint8_t {
  stronger,
  weaker,
  modality,
  negation,
  actor,
  title,
  condition_added,
  condition_removed,
  condition,
  limit,
  selection,
  instrument,
  punctuation,
  definition,
  new_duty,
  new_prohibition,
  new_advice,
  new_permission,
  new_right,
  new_rule,
  new_definition,
  lost_duty,
  lost_prohibition,
  lost_advice,
  lost_permission,
  lost_right,
  lost_rule,
  lost_definition,
  redirected,
  added,
  deleted,
  split,
  merged,
  moved_and_reworded,
  moved,
  reworded,
  footnote,
  housekeeping,
};

// Its name in words.json.
std::string_view name_of(Sort sort) {
  static constexpr std::array<std::string_view, 38> names = {"stronger",
                                                             "weaker",
                                                             "modality",
                                                             "negation",
                                                             "actor",
                                                             "title",
                                                             "condition_added",
                                                             "condition_removed",
                                                             "condition",
                                                             "limit",
                                                             "selection",
                                                             "instrument",
                                                             "punctuation",
                                                             "definition",
                                                             "new_duty",
                                                             "new_prohibition",
                                                             "new_advice",
                                                             "new_permission",
                                                             "new_right",
                                                             "new_rule",
                                                             "new_definition",
                                                             "lost_duty",
                                                             "lost_prohibition",
                                                             "lost_advice",
                                                             "lost_permission",
                                                             "lost_right",
                                                             "lost_rule",
                                                             "lost_definition",
                                                             "redirected",
                                                             "added",
                                                             "deleted",
                                                             "split",
                                                             "merged",
                                                             "moved_and_reworded",
                                                             "moved",
                                                             "reworded",
                                                             "footnote",
                                                             "housekeeping"};
  return names[static_cast<std::size_t>(sort)];
}

// How many changes of a sort there are, by whom they bind or entitle; under "" those that do not
// show it.
using Bearers = std::map<std::string, std::size_t>;

// A headline that goes on for longer says less.
constexpr std::size_t most_bearers = 3;

// "3 strengthen a rule", "1 gives officers a right"; the number is left out where it is known.
std::string predicate_of(Sort sort, const Bearers::value_type& counted, bool alone,
                         const Words& words) {
  const auto& [bearer, count] = counted;
  const std::string name =
      fmt::format("headline_{}{}", name_of(sort), bearer.empty() ? "" : "_for");
  const std::string said = alone ? std::string(words[name + "_one"]) : words.count(count, name);
  return bearer.empty() ? said : fmt::format(fmt::runtime(said), fmt::arg("bearer", bearer));
}

void add_predicates(Sort sort, Bearers bearers, bool alone, const Words& words,
                    std::vector<std::string>& parts) {
  if (bearers.size() > most_bearers) {
    std::size_t all = 0;
    for (const auto& [bearer, count] : bearers) all += count;
    bearers = {{"", all}};
  }
  for (const auto& each : bearers) parts.push_back(predicate_of(sort, each, alone, words));
}

bool has_effect(const Change& change, EffectKind kind) {
  return std::ranges::find(change.effects, kind, &draft::Effect::kind) != change.effects.end();
}

// The change's gravest effect; null for none.
const draft::Effect* gravest(const Change& change) {
  const auto first = std::ranges::min_element(change.effects, {}, &draft::Effect::kind);
  return first == change.effects.end() ? nullptr : &*first;
}

Sort sort_of(const Change& change) {
  const draft::Descent& descent = change.descent;
  if (const draft::Effect* const effect = gravest(change)) {
    if (has_effect(change, EffectKind::stronger) && has_effect(change, EffectKind::weaker))
      return Sort::modality;
    return static_cast<Sort>(effect->kind);
  }
  if (change.redirected) return Sort::redirected;
  if (descent.added()) return Sort::added;
  if (descent.deleted()) return Sort::deleted;
  if (descent.split()) return Sort::split;
  if (descent.merged()) return Sort::merged;
  const bool footnote = exchanges_footnotes_alone(change);
  const bool words = change.kind == ChangeClass::wording && !footnote;
  if (descent.moved) return words ? Sort::moved_and_reworded : Sort::moved;
  if (footnote) return Sort::footnote;
  return words ? Sort::reworded : Sort::housekeeping;
}

static_assert(static_cast<int>(Sort::lost_definition) ==
              static_cast<int>(EffectKind::lost_definition));

std::size_t following_references(const draft::Revision& revision) {
  std::size_t count = 0;
  for (const Change& change : revision.changes())
    count += static_cast<std::size_t>(
        std::count_if(change.pieces.begin(), change.pieces.end(), [](const Piece& piece) {
          return piece.kind == Piece::Kind::inserted && piece.layer == draft::Layer::reference;
        }));
  return count;
}

std::string with_capital(std::string words) {
  if (!words.empty() && source::is_lower(words[0]))
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace

std::string name_for(const draft::Effect& effect) {
  const EffectKind kind = effect.kind;
  const bool either = kind == EffectKind::modality || kind == EffectKind::negation ||
                      kind == EffectKind::limit || kind == EffectKind::selection;
  std::string_view way;
  if (either && effect.before.empty() && !effect.after.empty()) way = "_added";
  if (either && effect.after.empty() && !effect.before.empty()) way = "_removed";
  return fmt::format("effect_{}{}", name_of(static_cast<Sort>(kind)), way);
}

std::string_view words_for(const draft::Effect& effect, const Words& words) {
  return words[name_for(effect)];
}

std::string in_a_line(std::vector<std::string> said) {
  for (std::string& each : said)
    if (!each.empty()) each[0] = source::lower(each[0]);
  return with_capital(fmt::format("{}", fmt::join(said, "; ")));
}

std::string sentence(std::string words) {
  words = with_capital(std::move(words));
  const bool stops = words.ends_with(".") || words.ends_with(".”");
  return stops ? words : words + ".";
}

bool only_renumbered(const Change& change) {
  const draft::Descent& descent = change.descent;
  return descent.one_to_one() && descent.renumbered && !descent.moved &&
         descent.wording == draft::Wording::same && !change.redirected;
}

std::string headline(const draft::Revision& revision, const Words& words) {
  std::map<Sort, Bearers> counts;
  std::size_t changes = 0;
  for (const Change& change : revision.changes()) {
    if (change.kind == ChangeClass::none || only_renumbered(change)) continue;
    const draft::Effect* const effect = gravest(change);
    ++counts[sort_of(change)][effect == nullptr ? "" : effect->bearer];
    ++changes;
  }
  if (changes == 0) return std::string(words["headline_none"]);
  std::vector<std::string> parts;
  for (const auto& [sort, bearers] : counts)
    add_predicates(sort, bearers, changes == 1, words, parts);
  return fmt::format("{}: {}", words.count(changes, "changes"), fmt::join(parts, ", "));
}

std::vector<std::string> remarks(const draft::Revision& revision, bool numbering,
                                 const Words& words) {
  std::vector<std::string> all;
  for (const draft::TitleChange& title : revision.titles())
    all.push_back(words.say("remark_title", fmt::arg("before", title.before),
                            fmt::arg("after", title.after),
                            fmt::arg("places", words.count(title.places, "places"))));
  const auto count_if = [&](auto is) {
    const auto changes = revision.changes();
    return static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), is));
  };
  const auto add = [&](std::size_t count, std::string_view name) {
    if (count > 0) all.push_back(words.count(count, name));
  };
  if (numbering) add(count_if(only_renumbered), "remark_renumbered");
  add(count_if([](const Change& change) { return change.kind == ChangeClass::wording; }),
      "remark_reworded");
  add(following_references(revision), "remark_references");
  all.push_back(words.count(revision.summary().unchanged, "remark_unchanged"));
  return all;
}

}  // namespace concord::view
