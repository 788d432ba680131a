// Which councils are compared with which.
//
// Pairs grow with the square of the councils: 300 have 45,000, and some two million links. Nobody
// reads these. What a council asks is how it stands to a few others, so that links, differences and
// pages of two are made for each council and its peers, at every size in one way; the rows, which
// have every council, are gathered from the same links.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "passes/protocol.h"

namespace concord::compare {

// So many peers a council has of which nobody has said otherwise; up to one more council, everybody
// is everybody's peer.
inline constexpr std::size_t nearest_peers = 8;

// True of so few councils that everybody is everybody's peer, and one page or file has all of them.
constexpr bool are_few(std::size_t councils) {
  return councils <= nearest_peers + 1;
}

// Who chose a council's peers.
enum class ChosenBy : std::uint8_t {
  everybody,     // nobody: there are no more than nearest_peers others
  front_matter,  // the council's own text: `peers:`
  command_line,  // whoever started the program: --councils
  nearest,       // nobody: those with which it shares most
};
std::string_view name_of(ChosenBy chosen_by);  // "everybody", "front-matter", …

struct CouncilPeers {
  std::vector<std::uint32_t> councils;  // ascending, never the council itself
  ChosenBy chosen_by = ChosenBy::everybody;
};

using CouncilPair = std::pair<std::uint32_t, std::uint32_t>;  // the earlier one first

struct Peers {
  std::vector<CouncilPeers> of;  // by council
  // Each council and its peers, each two once, ascending; up to nearest_peers + 1 councils every
  // two.
  std::vector<CouncilPair> pairs;

  // True where every two councils are a pair.
  bool all_pairs() const { return pairs.size() == of.size() * (of.size() - 1) / 2; }
  bool has(std::uint32_t a, std::uint32_t b) const;  // in either order
};

struct PeerChoice {
  // The peers of every council but themselves, instead of those that texts name; the numbers of
  // protocols.
  std::optional<std::vector<std::uint32_t>> councils = {};
  bool all_pairs = false;  // every two councils are a pair; each council's peers stay
};

struct ReadProtocols;

// `protocols` are those read. Peers that a text names and that are not among them are left out. The
// nearest are those that share most of what a council says: provisions that the register knows in
// words like both, and texts that it does not know. Of two that share as much the nearer one is
// that which has less besides, then the first. Runs on the calling thread's task arena.
Peers choose_peers(const ReadProtocols& read, std::span<const passes::Protocol> protocols,
                   const PeerChoice& choice);

// Every two of so many councils.
std::vector<CouncilPair> every_pair(std::size_t councils);

}  // namespace concord::compare
