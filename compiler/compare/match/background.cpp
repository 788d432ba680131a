#include "compare/match/background.h"

#include <algorithm>
#include <cmath>

namespace concord::compare {
namespace {

constexpr double rarest_weight = 6.6;

Background read_shipped() {
  Background background;
#define SENTENCES(count) background.sentences = count;
#define TERM(form, sentences) background.uses.emplace_back(form, sentences);
#include "compare/match/background.def"
#undef TERM
#undef SENTENCES
  return background;
}

}  // namespace

double Background::weight(std::string_view form) const {
  const auto place =
      std::lower_bound(uses.begin(), uses.end(), form,
                       [](const auto& known, std::string_view key) { return known.first < key; });
  const double count = place != uses.end() && place->first == form ? place->second : 0;
  return rarest_weight * std::log((sentences + 1) / (count + 0.5)) /
         std::log((sentences + 1) / 0.5);
}

const Background& shipped_background() {
  static const Background background = read_shipped();
  return background;
}

}  // namespace concord::compare
