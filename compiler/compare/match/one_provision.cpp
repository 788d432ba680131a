#include "compare/match/one_provision.h"

#include <algorithm>
#include <array>

namespace concord::compare {
namespace {

constexpr float known = 0.8F;              // likeness to a known statement that is known itself
constexpr float least_alike = 0.28F;       // to a known statement
constexpr float most_nearer = 2;           // provisions nearer to the one; none to the other
constexpr double least_probability = 0.7;  // that both state it

double both_state(const StatedProvision& a, const StatedProvision& b) {
  const float weaker = std::min(a.value, b.value);
  if (weaker < least_alike || weaker >= known) return 0;
  if (std::min(a.rank, b.rank) > 0 || std::max(a.rank, b.rank) > most_nearer) return 0;
  return probability(a) * probability(b);
}

bool of_one_side(const CandidatePair& pair) {
  return std::ranges::none_of(
      std::array{Feature::direction, Feature::lead_in_direction, Feature::heading_direction},
      [&](Feature feature) { return value_of(pair.features, feature) == -1; });
}

bool of_one_side(const Wording& a, std::uint32_t a_segment, const Wording& b,
                 std::uint32_t b_segment) {
  return !opposed(certain_bearer(a, a.segments[a_segment]),
                  certain_bearer(b, b.segments[b_segment]));
}

}  // namespace

std::optional<OneProvision> one_provision(const ReadProtocols& read, const CandidatePair& pair) {
  if (!of_one_side(pair)) return std::nullopt;
  const Wording& a = read.corpus.wordings[pair.a];
  const Wording& b = read.corpus.wordings[pair.b];
  std::optional<OneProvision> best;
  double most = least_probability;
  for_common(read.stated.of(pair.a), read.stated.of(pair.b),
             [&](const StatedProvision& own, const StatedProvision& other) {
               const double both = both_state(own, other);
               if (both < most || !of_one_side(a, own.segment, b, other.segment)) return;
               if (best && both == most) return;  // of equals, the first
               most = both;
               best = {own.provision, own.segment, other.segment, std::min(own.value, other.value)};
             });
  return best;
}

std::optional<std::uint32_t> provision_of(const ReadProtocols& read, const WordingLink& link) {
  if (link.found_by != FoundBy::provision || link.segments.empty()) return std::nullopt;
  const SegmentLink& passages = link.segments.front();
  std::optional<std::uint32_t> best;
  double most = 0;
  for_common(read.stated.of(link.a), read.stated.of(link.b),
             [&](const StatedProvision& own, const StatedProvision& other) {
               if (own.segment != passages.a || other.segment != passages.b) return;
               const double both = probability(own) * probability(other);
               if (both <= most) return;
               most = both;
               best = own.provision;
             });
  return best;
}

}  // namespace concord::compare
