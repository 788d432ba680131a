#include "compare/peers.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "compare/match/candidates.h"

namespace concord::compare {
namespace {

constexpr float clearly_alike = 0.6F;  // of a wording that states a provision of the register

// What a wording says: a provision of the register, where it states one clearly, else its text.
std::uint32_t said_by(std::uint32_t wording, const ReadProtocols& read, std::uint32_t provisions) {
  const auto stated = read.stated.of(wording);
  const auto best = std::ranges::max_element(stated, {}, &StatedProvision::value);
  const bool known = best != stated.end() && best->value >= clearly_alike;
  return known ? best->provision : provisions + read.corpus.wordings[wording].text;
}

// Which councils say what.
struct Said {
  std::vector<std::vector<std::uint32_t>> councils_of;  // by what is said; none where one says it
  std::vector<std::vector<std::uint32_t>> said_by;      // by council: what others say too, sorted
  std::vector<std::size_t> count;                       // by council: how much in all

  Said(const ReadProtocols& read, std::size_t councils) : said_by(councils), count(councils) {
    std::uint32_t provisions = 0;
    for (const KnownStatement& each : read.corpus.known)
      provisions = std::max(provisions, each.provision + 1);
    councils_of.resize(provisions + read.corpus.in_settings.size());
    for (std::uint32_t council = 0; council < councils; ++council) {
      std::set<std::uint32_t> said;
      for (const std::uint32_t wording : read.corpus.of(council))
        said.insert(compare::said_by(wording, read, provisions));
      for (const std::uint32_t each : said) councils_of[each].push_back(council);
      count[council] = said.size();
    }
    for (std::uint32_t each = 0; each < councils_of.size(); ++each) {
      if (councils_of[each].size() < 2) councils_of[each].clear();
      for (const std::uint32_t council : councils_of[each]) said_by[council].push_back(each);
    }
  }
};

std::vector<std::uint32_t> nearest_to(std::uint32_t council, const Said& said) {
  const std::size_t count = said.said_by.size();
  std::vector<std::uint32_t> shared(count);
  for (const std::uint32_t each : said.said_by[council])
    for (const std::uint32_t other : said.councils_of[each]) ++shared[other];
  std::vector<std::uint32_t> others(count);
  std::iota(others.begin(), others.end(), 0U);
  others.erase(others.begin() + council);
  const std::size_t wanted = std::min(nearest_peers, others.size());
  const auto end = others.begin() + static_cast<std::ptrdiff_t>(wanted);
  std::partial_sort(others.begin(), end, others.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(shared[b], said.count[a], a) < std::tuple(shared[a], said.count[b], b);
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

std::vector<CouncilPair> every_pair(std::size_t councils) {
  std::vector<CouncilPair> pairs;
  for (std::uint32_t a = 0; a < councils; ++a)
    for (std::uint32_t b = a + 1; b < councils; ++b) pairs.emplace_back(a, b);
  return pairs;
}

Peers choose_peers(const ReadProtocols& read, std::span<const passes::Protocol> protocols,
                   const PeerChoice& choice) {
  const bool few = are_few(protocols.size());
  const ChosenBy by_itself = few ? ChosenBy::everybody : ChosenBy::nearest;
  const Said said(read, protocols.size());
  const Named named(protocols);
  Peers peers;
  peers.of.resize(protocols.size());
  const auto choose = [&](std::uint32_t i) {
    CouncilPeers& own = peers.of[i];
    if (choice.councils) own = {without(*choice.councils, i), ChosenBy::command_line};
    if (own.councils.empty()) own = {named.by(i), ChosenBy::front_matter};
    if (own.councils.empty()) own = {nearest_to(i, said), by_itself};
  };
  tbb::parallel_for(0U, static_cast<std::uint32_t>(protocols.size()), choose);
  const bool every = few || choice.all_pairs;
  peers.pairs = every ? every_pair(protocols.size()) : pairs_of(peers.of);
  return peers;
}

}  // namespace concord::compare
