// The signs for and against two wordings stating one provision.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "compare/match/likeness.h"

namespace concord::compare {

enum class Sign : std::uint8_t {
#define SIGN(name, trend, words) name,
#include "compare/match/signs.def"
#undef SIGN
};

struct SignInfo {
  std::string_view name;
  int trend;
  std::string_view words;
};

constexpr auto sign_info = std::to_array<SignInfo>({
#define SIGN(name, trend, words) {#name, trend, words},
#include "compare/match/signs.def"
#undef SIGN
});
constexpr std::size_t sign_count = sign_info.size();

using Signs = std::array<float, sign_count>;

// Two wordings, a < b, with the passages that speak for them best.
struct Pair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t a_segment = 0;
  std::uint32_t b_segment = 0;
  Likeness likeness;
  Signs signs{};
  double score = 0;  // filled in by the scorer
};

// Every pair of wordings that two different protocols use and that has something in common, by a,
// then b, with its signs.
std::vector<Pair> pairs_with_signs(const Corpus& corpus, const LikenessTable& table);

}  // namespace concord::compare
