#include "view/redline_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "view/counted.h"

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
  condition_added,
  condition_removed,
  condition,
  limit,
  new_duty,
  new_prohibition,
  new_advice,
  new_permission,
  lost_duty,
  lost_prohibition,
  lost_advice,
  lost_permission,
  redirected,
  added,
  deleted,
  split,
  merged,
  moved_and_reworded,
  moved,
  reworded,
  housekeeping,
};

// "3 strengthen a rule", "1 strengthens a rule".
struct Predicate {
  std::string_view one;
  std::string_view many;
};

Predicate predicate_of(Sort sort) {
  static constexpr std::array<Predicate, 26> predicates = {
      {{"strengthens a rule", "strengthen a rule"},
       {"weakens a rule", "weaken a rule"},
       {"changes a modal verb", "change a modal verb"},
       {"puts in or takes out a “not”", "put in or take out a “not”"},
       {"names another role", "name another role"},
       {"adds a condition or exception", "add a condition or exception"},
       {"removes a condition or exception", "remove a condition or exception"},
       {"changes a condition or exception", "change a condition or exception"},
       {"changes a number, time or degree", "change a number, time or degree"},
       {"adds a duty", "add a duty"},
       {"adds a prohibition", "add a prohibition"},
       {"adds advice", "add advice"},
       {"adds a permission", "add a permission"},
       {"removes a duty", "remove a duty"},
       {"removes a prohibition", "remove a prohibition"},
       {"removes advice", "remove advice"},
       {"removes a permission", "remove a permission"},
       {"has a reference that leads elsewhere", "have references that lead elsewhere"},
       {"adds text", "add text"},
       {"deletes text", "delete text"},
       {"splits a clause", "split clauses"},
       {"merges clauses", "merge clauses"},
       {"moves and rewords a clause", "move and reword clauses"},
       {"moves a clause", "move clauses"},
       {"rewords text", "reword text"},
       {"is housekeeping", "are housekeeping"}}};
  return predicates[static_cast<std::size_t>(sort)];
}

Sort sort_of(const Change& change) {
  const draft::Descent& descent = change.descent;
  if (!change.effects.empty()) {
    const auto first = std::min_element(
        change.effects.begin(), change.effects.end(),
        [](const draft::Effect& a, const draft::Effect& b) { return a.kind < b.kind; });
    return static_cast<Sort>(first->kind);
  }
  if (change.redirected) return Sort::redirected;
  if (descent.added()) return Sort::added;
  if (descent.deleted()) return Sort::deleted;
  if (descent.split()) return Sort::split;
  if (descent.merged()) return Sort::merged;
  const bool words = change.kind == ChangeClass::wording;
  if (descent.moved) return words ? Sort::moved_and_reworded : Sort::moved;
  return words ? Sort::reworded : Sort::housekeeping;
}

static_assert(static_cast<int>(Sort::lost_permission) ==
              static_cast<int>(EffectKind::lost_permission));

std::size_t following_references(const draft::Revision& revision) {
  std::size_t count = 0;
  for (const Change& change : revision.changes())
    count += static_cast<std::size_t>(
        std::count_if(change.pieces.begin(), change.pieces.end(), [](const Piece& piece) {
          return piece.kind == Piece::Kind::inserted && piece.layer == draft::Layer::reference;
        }));
  return count;
}

}  // namespace

std::string_view words_for(EffectKind kind) {
  static constexpr std::array<std::string_view, 17> words = {"Stronger rule",
                                                             "Weaker rule",
                                                             "Modal verb changed",
                                                             "“Not” added or removed",
                                                             "Another role named",
                                                             "Condition or exception added",
                                                             "Condition or exception removed",
                                                             "Condition or exception changed",
                                                             "Number, time or degree changed",
                                                             "New duty",
                                                             "New prohibition",
                                                             "New advice",
                                                             "New permission",
                                                             "Duty removed",
                                                             "Prohibition removed",
                                                             "Advice removed",
                                                             "Permission removed"};
  return words[static_cast<std::size_t>(kind)];
}

bool only_renumbered(const Change& change) {
  const draft::Descent& descent = change.descent;
  return descent.one_to_one() && descent.renumbered && !descent.moved &&
         descent.wording == draft::Wording::same && !change.redirected;
}

std::string headline(const draft::Revision& revision) {
  std::map<Sort, std::size_t> counts;
  std::size_t changes = 0;
  for (const Change& change : revision.changes()) {
    if (change.kind == ChangeClass::none || only_renumbered(change)) continue;
    ++counts[sort_of(change)];
    ++changes;
  }
  if (changes == 0) return "No change of words";
  std::vector<std::string> parts;
  parts.reserve(counts.size());
  for (const auto& [sort, count] : counts)
    parts.push_back(changes == 1 ? std::string(predicate_of(sort).one)
                                 : counted(count, predicate_of(sort).one, predicate_of(sort).many));
  return fmt::format("{}: {}", counted(changes, "change", "changes"), fmt::join(parts, ", "));
}

bool has_layer(const Change& change, draft::Layer layer) {
  return std::ranges::any_of(change.pieces, [&](const Piece& piece) {
    return piece.kind != Piece::Kind::kept && piece.layer == layer;
  });
}

std::vector<std::string> remarks(const draft::Revision& revision, bool numbering) {
  std::vector<std::string> all;
  for (const draft::TitleChange& title : revision.titles())
    all.push_back(fmt::format("“{}” is “{}” throughout, in {}.", title.before, title.after,
                              counted(title.places, "place", "places")));
  const auto changes = revision.changes();
  const auto renumbered =
      static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), only_renumbered));
  if (numbering && renumbered > 0)
    all.push_back(counted(renumbered, "clause has another number only.",
                          "clauses have another number only."));
  const auto reworded = static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(),
                    [](const Change& change) { return change.kind == ChangeClass::wording; }));
  if (reworded > 0)
    all.push_back(counted(reworded, "rewording shows no effect by itself: read it.",
                          "rewordings show no effect by themselves: read them."));
  if (const std::size_t count = following_references(revision); count > 0)
    all.push_back(counted(count, "reference follows its target to another number.",
                          "references follow their targets to other numbers."));
  all.push_back(
      counted(revision.summary().unchanged, "clause is unchanged.", "clauses are unchanged."));
  return all;
}

}  // namespace concord::view
