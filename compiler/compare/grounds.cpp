#include "compare/grounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace concord::compare {
namespace {

// Less than this, in log odds, says nothing to a reader.
constexpr double least_weight = 0.1;

// What some features look at. A feature belongs to the first whose beginning its name has.
struct Subject {
  std::string_view beginning;
  std::string_view in_favour;
  std::string_view against;
};

constexpr std::string_view alike = "their most similar passages have much in common";
constexpr std::string_view unlike = "each passage has much that the other lacks";
constexpr std::string_view nearest = "no other clause comes nearer";
constexpr std::string_view others_nearer = "other clauses come as near, or nearer";

constexpr auto subjects = std::to_array<Subject>({
    {"passage_rank", nearest, others_nearer},
    {"passage_margin", nearest, others_nearer},
    {"clause_rank", nearest, others_nearer},
    {"text", "the whole clauses have much in common", "the rest of the clauses differs"},
    {"provision", "both read like known statements of one provision",
     "they do not read like known statements of one provision"},
    {"neighbours", "the clauses beside them are alike", "the clauses beside them are not alike"},
    {"lead_in_direction", "their lead-ins bind the same people",
     "their lead-ins do not clearly bind the same people"},
    {"lead_in", "their lead-ins are alike", "their lead-ins are not alike"},
    {"heading_direction", "their headings name the same people",
     "their headings do not clearly name the same people"},
    {"heading", "their headings are alike", "their headings are not alike"},
    {"direction", "they bind the same people", "they do not clearly bind the same people"},
    {"", alike, unlike},
});

const Subject& subject_of(std::string_view feature) {
  return *std::ranges::find_if(
      subjects, [&](const Subject& each) { return feature.starts_with(each.beginning); });
}

}  // namespace

Grounds grounds(const std::array<double, feature_count>& contributions) {
  std::vector<std::pair<double, const Subject*>> sums;  // one for each sentence in favour
  for (std::size_t i = 0; i < feature_count; ++i) {
    const Subject& subject = subject_of(feature_info[i].name);
    const auto known = std::ranges::find_if(
        sums, [&](const auto& sum) { return sum.second->in_favour == subject.in_favour; });
    if (known == sums.end())
      sums.emplace_back(contributions[i], &subject);
    else
      known->first += contributions[i];
  }
  std::ranges::stable_sort(
      sums, [](const auto& x, const auto& y) { return std::abs(x.first) > std::abs(y.first); });
  Grounds found;
  for (const auto& [weight, subject] : sums) {
    if (std::abs(weight) < least_weight) continue;
    if (weight > 0)
      found.in_favour.emplace_back(subject->in_favour);
    else
      found.against.emplace_back(subject->against);
  }
  return found;
}

}  // namespace concord::compare
