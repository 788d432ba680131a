// Splits and merges: several clauses of one version that are one of the other.
#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "draft/matching.h"

namespace concord::draft {
namespace {

constexpr double least_share = 0.6;  // of a part's words that stand in the whole
constexpr std::size_t least_words = 3;
constexpr std::uint32_t reach =
    3;  // clauses to either side of a part, of which one goes with the whole
constexpr std::uint32_t nothing = UINT32_MAX;

using Words = std::vector<WordId>;

Words sorted(Words words) {
  std::sort(words.begin(), words.end());
  return words;
}

// The free clauses by the word that they begin with.
std::unordered_map<WordId, std::vector<std::uint32_t>> beginnings(const Matching& found,
                                                                  Version version) {
  std::unordered_map<WordId, std::vector<std::uint32_t>> all;
  const Text& text = found.text(version);
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if (found.is_free(version, i) && !text[i].words.empty())
      all[text[i].words.front()].push_back(i);
  return all;
}

// Free clauses in a row, from `first` on, whose words joined are those of the whole; none where
// there are no such. Two at the least.
std::vector<std::uint32_t> joined(const Matching& found, Version version, std::uint32_t first,
                                  const Words& whole) {
  const Text& text = found.text(version);
  std::vector<std::uint32_t> run;
  std::size_t at = 0;
  for (std::uint32_t i = first; i < text.size() && at < whole.size(); ++i) {
    const Words& words = text[i].words;
    if (!found.is_free(version, i) || words.empty() || words.size() > whole.size() - at) return {};
    if (!std::equal(words.begin(), words.end(), whole.begin() + static_cast<std::ptrdiff_t>(at)))
      return {};
    at += words.size();
    run.push_back(i);
  }
  if (at != whole.size() || run.size() < 2) return {};
  return run;
}

// How much of a part's words stands in the whole, in this order and where no other part has them: 0
// to 1.
double share(const Matching& found, Version version, std::uint32_t whole, const Words& part) {
  const Text& wholes = found.text(version);
  const Text& parts = found.text(other(version));
  Words left = sorted(wholes[whole].words);
  for (const std::uint32_t known : found.partners(version, whole)) {
    const Words words = sorted(parts[known].words);
    Words rest;
    std::set_difference(left.begin(), left.end(), words.begin(), words.end(),
                        std::back_inserter(rest));
    left = std::move(rest);
  }
  const Words own = sorted(part);
  Words both;
  std::set_intersection(own.begin(), own.end(), left.begin(), left.end(), std::back_inserter(both));
  const std::size_t in_order = common_words(part, wholes[whole].words);
  return static_cast<double>(std::min(both.size(), in_order)) / static_cast<double>(part.size());
}

// Whether each partner of the clause has no other: else it is a part itself, and has none.
bool may_have_parts(const Matching& found, Version version, std::uint32_t clause) {
  const auto partners = found.partners(version, clause);
  return std::all_of(partners.begin(), partners.end(), [&](std::uint32_t partner) {
    return found.partners(other(version), partner).size() == 1;
  });
}

// Of the clauses that the neighbours of the part go with, the one that has most of it; nothing
// where none has enough.
std::uint32_t best_whole(const Matching& found, Version version, std::uint32_t part) {
  const Text& parts = found.text(other(version));
  const std::uint32_t first = part > reach ? part - reach : 0;
  const auto last =
      static_cast<std::uint32_t>(std::min<std::size_t>(parts.size(), part + reach + 1));
  std::uint32_t best = nothing;
  double most = 0;
  for (std::uint32_t near = first; near < last; ++near) {
    for (const std::uint32_t whole : found.partners(other(version), near)) {
      if (found.text(version)[whole].section || !may_have_parts(found, version, whole)) continue;
      const double of_it = share(found, version, whole, parts[part].words);
      if (of_it < least_share || of_it <= most) continue;
      most = of_it;
      best = whole;
    }
  }
  return best;
}

}  // namespace

void match_joined_words(Matching& found, Version whole) {
  const Version part = other(whole);
  const auto begin = beginnings(found, part);
  const Text& wholes = found.text(whole);
  for (std::uint32_t i = 0; i < wholes.size(); ++i) {
    if (!found.is_free(whole, i) || wholes[i].words.empty()) continue;
    const auto at = begin.find(wholes[i].words.front());
    if (at == begin.end()) continue;
    for (const std::uint32_t first : at->second) {
      const std::vector<std::uint32_t> run = joined(found, part, first, wholes[i].words);
      for (const std::uint32_t each : run) found.pair(whole, i, each, Evidence::parts);
      if (!run.empty()) break;
    }
  }
}

void match_parts(Matching& found, Version whole) {
  const Version part = other(whole);
  const Text& parts = found.text(part);
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (!found.is_free(part, i) || parts[i].section || parts[i].words.size() < least_words)
      continue;
    const std::uint32_t of = best_whole(found, whole, i);
    if (of != nothing) found.pair(whole, of, i, Evidence::parts);
  }
}

}  // namespace concord::draft
