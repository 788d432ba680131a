#include "compare/peers.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>

namespace concord::compare {
namespace {

// Which councils have a clause of their own in which rows.
struct Stated {
  std::vector<std::vector<std::uint32_t>> councils_of;  // by row; rows of one council have none
  std::vector<std::vector<std::uint32_t>> rows_of;      // by council: rows of two or more
  std::vector<std::size_t> rows;                        // by council: how many in all

  explicit Stated(const Comparison& comparison)
      : rows_of(comparison.councils().size()), rows(comparison.councils().size()) {
    for (const Row& row : comparison.rows()) {
      std::vector<std::uint32_t>& councils = councils_of.emplace_back();
      for (const Cell& cell : row.cells)
        if (!cell.entries.empty()) councils.push_back(cell.protocol);
      for (const std::uint32_t council : councils) ++rows[council];
      if (councils.size() < 2) councils.clear();
      const auto number = static_cast<std::uint32_t>(councils_of.size() - 1);
      for (const std::uint32_t council : councils) rows_of[council].push_back(number);
    }
  }
};

// Counts by way of the rows, so that the work is that of reading the matrix once a council.
std::vector<std::uint32_t> nearest_to(std::uint32_t council, const Stated& stated) {
  const std::size_t count = stated.rows_of.size();
  std::vector<std::uint32_t> shared(count);
  for (const std::uint32_t row : stated.rows_of[council])
    for (const std::uint32_t other : stated.councils_of[row]) ++shared[other];
  std::vector<std::uint32_t> others(count);
  std::iota(others.begin(), others.end(), 0U);
  others.erase(others.begin() + council);
  const std::size_t wanted = std::min(nearest_peers, others.size());
  const auto end = others.begin() + static_cast<std::ptrdiff_t>(wanted);
  std::partial_sort(others.begin(), end, others.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(shared[b], stated.rows[a], a) < std::tuple(shared[a], stated.rows[b], b);
  });
  others.erase(end, others.end());
  std::sort(others.begin(), others.end());
  return others;
}

std::vector<std::uint32_t> without(std::vector<std::uint32_t> councils, std::uint32_t council) {
  std::sort(councils.begin(), councils.end());
  councils.erase(std::unique(councils.begin(), councils.end()), councils.end());
  std::erase(councils, council);
  return councils;
}

// The councils that texts name as their peers.
class Named {
 public:
  explicit Named(std::span<const passes::Protocol> protocols) : protocols_(protocols) {
    for (std::uint32_t i = 0; i < protocols.size(); ++i) by_id_[protocols[i].metadata().id] = i;
  }

  std::vector<std::uint32_t> by(std::uint32_t council) const {
    std::vector<std::uint32_t> named;
    for (const std::string& id : protocols_[council].metadata().peers)
      if (const auto found = by_id_.find(id); found != by_id_.end()) named.push_back(found->second);
    return without(std::move(named), council);
  }

 private:
  std::span<const passes::Protocol> protocols_;
  std::map<std::string_view, std::uint32_t> by_id_;
};

std::vector<CouncilPair> every_pair(std::size_t councils) {
  std::vector<CouncilPair> pairs;
  for (std::uint32_t a = 0; a < councils; ++a)
    for (std::uint32_t b = a + 1; b < councils; ++b) pairs.emplace_back(a, b);
  return pairs;
}

std::vector<CouncilPair> pairs_of(const std::vector<CouncilPeers>& peers) {
  std::vector<CouncilPair> pairs;
  for (std::uint32_t council = 0; council < peers.size(); ++council)
    for (const std::uint32_t other : peers[council].councils)
      pairs.emplace_back(std::minmax(council, other));
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

std::string_view name_of(ChosenBy chosen_by) {
  static constexpr std::array<std::string_view, 4> names = {"everybody", "front-matter",
                                                            "command-line", "nearest"};
  return names[static_cast<std::size_t>(chosen_by)];
}

bool Peers::has(std::uint32_t a, std::uint32_t b) const {
  return std::binary_search(pairs.begin(), pairs.end(), CouncilPair(std::minmax(a, b)));
}

Peers choose_peers(const Comparison& comparison, std::span<const passes::Protocol> protocols,
                   const PeerChoice& choice) {
  const bool few = are_few(protocols.size());
  const ChosenBy by_itself = few ? ChosenBy::everybody : ChosenBy::nearest;
  const Stated stated(comparison);
  const Named named(protocols);
  Peers peers;
  peers.of.resize(protocols.size());
  const auto choose = [&](std::uint32_t i) {
    CouncilPeers& own = peers.of[i];
    if (choice.councils) own = {without(*choice.councils, i), ChosenBy::command_line};
    if (own.councils.empty()) own = {named.by(i), ChosenBy::front_matter};
    if (own.councils.empty()) own = {nearest_to(i, stated), by_itself};
  };
  tbb::task_arena arena(choice.threads == 0 ? tbb::task_arena::automatic
                                            : static_cast<int>(choice.threads));
  arena.execute(
      [&] { tbb::parallel_for(0U, static_cast<std::uint32_t>(protocols.size()), choose); });
  const bool every = few || choice.all_pairs;
  peers.pairs = every ? every_pair(protocols.size()) : pairs_of(peers.of);
  return peers;
}

}  // namespace concord::compare
