// Differences are found between two clauses. A reader asks about a provision: who says what? So the
// differences of one kind in one row become one entry, in which those who say the same stand
// together.
#include "view/differences.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "language/words.h"
#include "source/characters.h"

namespace concord::view {
namespace {

using compare::ClauseRef;
using compare::Divergence;
using compare::DivergenceType;

// The gravest first: what forbids what the other allows, then who escapes, when, who, how strongly.
constexpr std::array<DivergenceType, 9> by_gravity = {
    DivergenceType::negation,  DivergenceType::exception, DivergenceType::deadline,
    DivergenceType::actor,     DivergenceType::duty,      DivergenceType::amount,
    DivergenceType::condition, DivergenceType::recipient, DivergenceType::class_};

std::size_t gravity(DivergenceType type) {
  return static_cast<std::size_t>(std::ranges::find(by_gravity, type) - by_gravity.begin());
}

const compare::Entry* entry_of(const compare::Row& row, ClauseRef clause) {
  const compare::Cell* cell = row.cell(clause.protocol);
  if (cell == nullptr) return nullptr;
  const auto found = std::ranges::find(cell->entries, clause, &compare::Entry::clause);
  return found == cell->entries.end() ? nullptr : &*found;
}

// How many of the two statements are of the passages that are in the row.
int stated_in(const compare::Row& row, const Divergence& divergence) {
  const auto is_stated = [&](ClauseRef clause, const compare::Quotation& quotation) {
    const compare::Entry* entry = entry_of(row, clause);
    return entry != nullptr && language::overlap(quotation.range, entry->passage);
  };
  return (is_stated(divergence.a, divergence.a_statement) ? 1 : 0) +
         (is_stated(divergence.b, divergence.b_statement) ? 1 : 0);
}

// The row that both clauses stand in, by the passages that differ; of equals, the first.
std::optional<std::uint32_t> row_of(const compare::Comparison& comparison,
                                    const Divergence& divergence) {
  std::optional<std::uint32_t> best;
  int most = -1;
  for (const std::uint32_t row : comparison.rows_of(divergence.a)) {
    if (entry_of(comparison.rows()[row], divergence.b) == nullptr) continue;
    const int stated = stated_in(comparison.rows()[row], divergence);
    if (stated > most) {
      most = stated;
      best = row;
    }
  }
  return best;
}

std::string lower(std::string words) {
  for (char& c : words) c = source::lower(c);
  return words;
}

class ByProvision {
 public:
  explicit ByProvision(const Compared& texts) : texts_(texts) {}

  void add(Divergence divergence) {
    const auto row = row_of(texts_.comparison(), divergence);
    if (!row) return;
    Difference& into = found_[{*row, divergence.type}];
    if (into.row.empty()) describe(*row, into);
    into.type = divergence.type;
    into.certainty = std::max(into.certainty, divergence.certainty);
    if (into.because.empty()) into.because = std::move(divergence.because);
    say(into, divergence.a, std::move(divergence.a_words), std::move(divergence.a_statement));
    say(into, divergence.b, std::move(divergence.b_words), std::move(divergence.b_statement));
  }

  std::vector<Difference> take() {
    std::vector<Difference> list;
    for (auto& [key, difference] : found_) list.push_back(std::move(difference));
    std::ranges::stable_sort(list, [](const Difference& x, const Difference& y) {
      return std::tuple(y.certainty, gravity(x.type)) < std::tuple(x.certainty, gravity(y.type));
    });
    return list;
  }

 private:
  void describe(std::uint32_t index, Difference& into) const {
    const compare::Row& row = texts_.comparison().rows()[index];
    into.row = row.id;
    into.title = row.title;
    into.topic_id = Compared::topic_page(row.topic);
    into.topic = texts_.topic_title(row.topic);
  }

  // Each clause speaks once with the same words.
  void say(Difference& into, ClauseRef clause, std::string words, compare::Quotation statement) {
    const std::string key = lower(words);
    auto position = std::ranges::find_if(
        into.positions, [&](const Position& each) { return lower(each.words) == key; });
    if (position == into.positions.end()) {
      into.positions.push_back({std::move(words), {}});
      position = std::prev(into.positions.end());
    }
    const Place place = texts_.place(clause);
    const auto same = [&](const Stated& each) {
      return each.place.council == place.council && each.place.clause == place.clause;
    };
    if (std::ranges::none_of(position->statements, same))
      position->statements.push_back({place, std::move(statement)});
  }

  const Compared& texts_;
  std::map<std::pair<std::uint32_t, DivergenceType>, Difference> found_;
};

}  // namespace

std::vector<Difference> differences_by_provision(const Compared& texts) {
  ByProvision by_provision(texts);
  for (Divergence& each : texts.comparison().divergences()) by_provision.add(std::move(each));
  return by_provision.take();
}

std::vector<Difference> differences_by_provision(const Compared& texts, std::uint32_t which,
                                                 std::span<const std::uint32_t> peers) {
  ByProvision by_provision(texts);
  for (const std::uint32_t other : peers)
    for (Divergence& each : texts.comparison().divergences(which, other))
      by_provision.add(std::move(each));
  return by_provision.take();
}

}  // namespace concord::view
