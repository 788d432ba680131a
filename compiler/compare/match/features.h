// The candidate pairs of wordings, and the features of each: the comparison vector of record
// linkage (Fellegi and Sunter, "A theory for record linkage", 1969).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "compare/match/likeness.h"
#include "compare/match/stated.h"

namespace concord::compare {

enum class Feature : std::uint8_t {
#define FEATURE(name, monotone, words) name,
#include "compare/match/features.def"
#undef FEATURE
};

struct FeatureInfo {
  std::string_view name;
  int monotone;
  std::string_view words;  // for people
};

constexpr auto feature_info = std::to_array<FeatureInfo>({
#define FEATURE(name, monotone, words) {#name, monotone, words},
#include "compare/match/features.def"
#undef FEATURE
});
constexpr std::size_t feature_count = feature_info.size();

using FeatureVector = std::array<float, feature_count>;

inline float value_of(const FeatureVector& features, Feature feature) {
  return features[static_cast<std::size_t>(feature)];
}

// Two wordings, a < b, with the segments that speak for them best.
struct CandidatePair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t a_segment = 0;
  std::uint32_t b_segment = 0;
  Likeness likeness;
  FeatureVector features{};
  double score = 0;  // 0 to 1, by the model
};

// Which pairs are worth scoring. Of those that share little and by all that is known state no
// provision in common, which are most, none has ever been linked: they are only for training, which
// learns from them what is no link, and for people who ask why.
enum class Reach : std::uint8_t { likely, all };

// Every pair of wordings of the table's two protocols that has something in common, or may state
// one provision of the register, by a, then b, with its features; the score is left to the model.
std::vector<CandidatePair> candidate_pairs(const Corpus& corpus, const LikenessTable& table,
                                           const StatedProvisions& stated, Reach reach);

}  // namespace concord::compare
