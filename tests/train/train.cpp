#include "train/train.h"

#include <fmt/format.h>

#include <algorithm>

namespace concord::training {
namespace {

using compare::Model;
using compare::Score;

constexpr double uninformed_threshold = 0.5;

std::vector<Example> examples_of(std::span<const JudgedPair* const> pairs) {
  std::vector<Example> examples;
  for (const JudgedPair* pair : pairs) {
    for (std::size_t i = 0; i < pair->features.size(); ++i) {
      if (pair->verdicts[i] == Verdict::optional_) continue;
      examples.push_back({pair->features[i], pair->verdicts[i] == Verdict::required});
    }
  }
  return examples;
}

// A pair of councils with the model's score of each candidate.
struct ScoredPair {
  const JudgedPair* pair = nullptr;
  std::vector<double> scores;
};

ScoredPair score_with(const Model& model, const JudgedPair& pair) {
  ScoredPair scored{&pair, {}};
  for (const auto& features : pair.features) scored.scores.push_back(model.score(features));
  return scored;
}

std::vector<ScoredPair> score_all(const Model& model, std::span<const JudgedPair> pairs) {
  std::vector<ScoredPair> scored;
  scored.reserve(pairs.size());
  for (const JudgedPair& pair : pairs) scored.push_back(score_with(model, pair));
  return scored;
}

Score at_threshold(std::span<const ScoredPair> all, double threshold) {
  Score score;
  for (const ScoredPair& scored : all) {
    score.required += scored.pair->required;
    for (std::size_t i = 0; i < scored.scores.size(); ++i) {
      if (scored.scores[i] < threshold) continue;
      const Verdict verdict = scored.pair->verdicts[i];
      ++score.predicted;
      score.correct += verdict != Verdict::unlinked ? 1 : 0;
      score.found += verdict == Verdict::required ? 1 : 0;
    }
  }
  return score;
}

// The threshold with the best F1; of equals, the middle one, which is the safest.
double best_threshold(std::span<const ScoredPair> all) {
  if (all.size() < 2) return uninformed_threshold;
  std::vector<double> best;
  double best_f1 = -1;
  for (int step = 10; step <= 90; ++step) {
    const double threshold = step / 100.0;
    const double f1 = at_threshold(all, threshold).f1();
    if (f1 > best_f1 + 1e-12) best.clear();
    if (f1 >= best_f1 - 1e-12) best.push_back(threshold);
    best_f1 = std::max(best_f1, f1);
  }
  return best[best.size() / 2];
}

std::string line(const std::string& title, std::span<const ScoredPair> all, double threshold) {
  if (all.empty()) return {};
  const Score score = at_threshold(all, threshold);
  std::string text = fmt::format("{:34} precision {:.3f}  recall {:.3f}  F1 {:.3f}  (", title,
                                 score.precision(), score.recall(), score.f1());
  for (const ScoredPair& scored : all) {
    text += fmt::format("{}{} {:.3f}", &scored == all.data() ? "" : ", ", scored.pair->name,
                        at_threshold(std::span(&scored, 1), threshold).f1());
  }
  return text + ")\n";
}

// Cross-validation: each pair is scored by trees trained on those other pairs that `may_teach`
// lets teach; left out where none may.
template <typename MayTeach>
std::vector<ScoredPair> cross_validate(std::span<const JudgedPair> pairs,
                                       const BoostingOptions& options, const MayTeach& may_teach) {
  std::vector<ScoredPair> all;
  for (const JudgedPair& judged : pairs) {
    std::vector<const JudgedPair*> teachers;
    for (const JudgedPair& pair : pairs) {
      if (&pair != &judged && may_teach(pair, judged)) teachers.push_back(&pair);
    }
    if (teachers.empty()) continue;
    all.push_back(score_with(boost(examples_of(teachers), options), judged));
  }
  return all;
}

}  // namespace

Trained train(std::span<const JudgedPair> teachers, std::span<const JudgedPair> left_out,
              const BoostingOptions& options) {
  const auto other_pair = [](const JudgedPair&, const JudgedPair&) { return true; };
  // The councils with most pairs are the first of theirs: trees that saw one of them must judge the
  // pairs of the other.
  const auto other_first_council = [](const JudgedPair& teacher, const JudgedPair& judged) {
    return *teacher.councils.begin() != *judged.councils.begin();
  };
  const auto by_pair = cross_validate(teachers, options, other_pair);
  const auto by_council = cross_validate(teachers, options, other_first_council);
  std::vector<const JudgedPair*> all;
  all.reserve(teachers.size());
  for (const JudgedPair& pair : teachers) all.push_back(&pair);

  Trained trained;
  trained.model = boost(examples_of(all), options);
  const double threshold = best_threshold(by_pair);
  trained.model.threshold = threshold;
  trained.report = fmt::format("threshold {:.2f}\n", threshold) +
                   line("trained on all pairs", score_all(trained.model, teachers), threshold) +
                   line("each pair by the others", by_pair, threshold) +
                   line("each pair by another council's", by_council, threshold) +
                   line("left out of the training", score_all(trained.model, left_out), threshold);
  return trained;
}

std::string to_text(const Model& model) {
  std::string text =
      "// The scorer's trees (model.h): data, trained by tests/train on tests/gold and the "
      "registers\n"
      "// frozen there. A node: its value in log odds, the feature it asks about, the threshold, "
      "and\n"
      "// where to go at most at the threshold and above it.\n";
  text += fmt::format("BIAS({:.4f})\nTHRESHOLD({:.3f})\n", model.bias, model.threshold);
  for (std::size_t t = 0; t < model.trees.size(); ++t) {
    text += fmt::format("TREE({})\n", t + 1);
    for (const compare::TreeNode& node : model.trees[t]) {
      if (node.left == 0) {
        text += fmt::format("LEAF({:.4f})\n", node.value);
      } else {
        text += fmt::format("NODE({:.4f}, {}, {:.4f}, {}, {})\n", node.value,
                            compare::feature_info[static_cast<std::size_t>(node.feature)].name,
                            node.threshold, node.left, node.right);
      }
    }
  }
  return text;
}

}  // namespace concord::training
