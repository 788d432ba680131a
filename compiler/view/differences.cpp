// Differences are found between two clauses. A reader asks about a provision: who says what? So the
// differences of one kind in one row become one entry, in which those who say the same stand
// together.
#include "view/differences.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <utility>

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

std::string lower(std::string words) {
  for (char& c : words) c = source::lower(c);
  return words;
}

class ByProvision {
 public:
  explicit ByProvision(const Compared& texts) : texts_(texts) {}

  void add(const Divergence& divergence) {
    ++(divergence.certainty == compare::Certainty::certain ? told_.certain : told_.likely);
    for (const std::uint32_t row : texts_.comparison().rows_of(divergence)) add(row, divergence);
  }

  Differences take() {
    for (auto& [key, difference] : found_) {
      for (auto& [councils, pair] : pairs_[key]) difference.pairs.push_back(std::move(pair));
      told_.entries.push_back(std::move(difference));
    }
    std::ranges::stable_sort(told_.entries, [](const Difference& x, const Difference& y) {
      return std::tuple(y.certainty, gravity(x.type)) < std::tuple(x.certainty, gravity(y.type));
    });
    return std::move(told_);
  }

 private:
  using Key = std::pair<std::uint32_t, DivergenceType>;                            // row, kind
  using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, DifferingPair>;  // by protocols

  void add(std::uint32_t row, const Divergence& divergence) {
    Difference& into = found_[{row, divergence.type}];
    if (into.row.empty()) describe(row, into);
    into.type = divergence.type;
    into.certainty = std::max(into.certainty, divergence.certainty);
    if (into.because.empty()) into.because = divergence.because;
    grade(divergence, pairs_[{row, divergence.type}]);
    say(into, divergence.a, divergence.a_words, divergence.a_statement);
    say(into, divergence.b, divergence.b_words, divergence.b_statement);
  }

  void grade(const Divergence& divergence, Pairs& into) const {
    const auto [a, b] = std::minmax(divergence.a.protocol, divergence.b.protocol);
    DifferingPair& pair =
        into.try_emplace({a, b}, DifferingPair{texts_.council(a), texts_.council(b)}).first->second;
    pair.certainty = std::max(pair.certainty, divergence.certainty);
  }

  void describe(std::uint32_t index, Difference& into) const {
    const compare::Row& row = texts_.comparison().rows()[index];
    into.row = row.id;
    into.title = row.title;
    into.topic_id = Compared::topic_page(row.topic);
    into.topic = texts_.topic_title(row.topic);
  }

  // Each clause speaks once with the same words.
  void say(Difference& into, ClauseRef clause, const std::string& words,
           const compare::Quotation& statement) {
    const std::string key = lower(words);
    auto position = std::ranges::find_if(
        into.positions, [&](const Position& each) { return lower(each.words) == key; });
    if (position == into.positions.end()) {
      into.positions.push_back({words, {}});
      position = std::prev(into.positions.end());
    }
    const Place place = texts_.place(clause);
    const auto same = [&](const Stated& each) {
      return each.place.council == place.council && each.place.clause == place.clause;
    };
    if (std::ranges::none_of(position->statements, same))
      position->statements.push_back({place, statement});
  }

  const Compared& texts_;
  std::map<Key, Difference> found_;
  std::map<Key, Pairs> pairs_;
  Differences told_;
};

}  // namespace

Differences differences_by_provision(const Compared& texts) {
  ByProvision by_provision(texts);
  for (const Divergence& each : texts.comparison().divergences()) by_provision.add(each);
  return by_provision.take();
}

Differences differences_by_provision(const Compared& texts, std::uint32_t which,
                                     std::span<const std::uint32_t> peers) {
  ByProvision by_provision(texts);
  for (const std::uint32_t other : peers) {
    for (const Divergence& each : texts.comparison().divergences(which, other))
      by_provision.add(each);
  }
  return by_provision.take();
}

}  // namespace concord::view
