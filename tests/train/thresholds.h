// Thresholds chosen by F1.
#pragma once

#include <algorithm>
#include <map>
#include <vector>

namespace concord::training {

// Of F1 by threshold (not empty), the thresholds whose F1 is at most `chance` below the best,
// ascending: F1 is flat about its best, and which of them is highest is chance.
inline std::vector<double> as_good_as_best(const std::map<double, double>& f1, double chance) {
  const auto by_f1 = [](const auto& x, const auto& y) { return x.second < y.second; };
  const double best = std::ranges::max_element(f1, by_f1)->second;
  std::vector<double> thresholds;
  for (const auto& [threshold, value] : f1)
    if (value >= best - chance) thresholds.push_back(threshold);
  return thresholds;
}

}  // namespace concord::training
