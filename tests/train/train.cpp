#include "train/train.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "train/thresholds.h"

namespace concord::training {
namespace {

using compare::Model;
using compare::Score;

constexpr double uninformed_threshold = 0.5;
constexpr double chance_of_f1 = 0.0025;  // a link or two of the ten pairs

std::vector<Example> examples_of(std::span<const JudgedPair* const> pairs) {
  std::vector<Example> examples;
  for (const JudgedPair* pair : pairs) {
    for (const JudgedCandidate& candidate : pair->candidates) {
      if (candidate.verdict == Verdict::optional_) continue;
      examples.push_back({candidate.features, candidate.verdict == Verdict::required});
    }
  }
  return examples;
}

ScoredPair score_with(const Model& model, const JudgedPair& pair) {
  ScoredPair scored{&pair, {}, model};
  for (const auto& candidate : pair.candidates) {
    scored.scores.push_back(model.score(candidate.features));
  }
  return scored;
}

// What is found from a score on.
struct Found {
  Score score;
  std::map<std::string, Score> strengths;  // recall only
  std::uint32_t near_misses = 0;
  std::uint32_t near_misses_linked = 0;
};

void add_found(const ScoredPair& scored, Found& found) {
  for (const auto& [strength, count] : scored.pair->required) {
    found.score.required += count;
    found.strengths[strength].required += count;
  }
  found.near_misses += scored.pair->near_misses;
  for (std::size_t i = 0; i < scored.scores.size(); ++i) {
    if (!scored.linked(i)) continue;
    const JudgedCandidate& candidate = scored.pair->candidates[i];
    ++found.score.predicted;
    found.score.correct += candidate.verdict != Verdict::unlinked ? 1 : 0;
    found.near_misses_linked += candidate.near_miss ? 1 : 0;
    if (candidate.verdict != Verdict::required) continue;
    ++found.score.found;
    ++found.strengths[candidate.strength].found;
  }
}

void set_thresholds(std::vector<ScoredPair>& all, const compare::Thresholds& thresholds) {
  for (ScoredPair& scored : all) scored.thresholds = thresholds;
}

double f1_with(std::vector<ScoredPair>& all, const compare::Thresholds& thresholds) {
  set_thresholds(all, thresholds);
  Found found;
  for (const ScoredPair& scored : all) add_found(scored, found);
  return found.score.f1();
}

// The lowest threshold whose F1 is as good as the best, but for chance: F1 hardly moves over a
// tenth of the scores, and of two that are as good the lower one finds more.
double best_threshold(std::vector<ScoredPair>& all) {
  if (all.empty()) return uninformed_threshold;
  std::map<double, double> f1;  // by threshold
  for (int step = 10; step <= 90; ++step) f1[step / 100.0] = f1_with(all, {step / 100.0, 1, {}});
  return as_good_as_best(f1, chance_of_f1).front();
}

// The same of pairs that probably state one provision, given that of all pairs; it is no higher.
double best_by_provision(std::vector<ScoredPair>& all, double threshold) {
  std::map<double, double> f1{{threshold, f1_with(all, {threshold, threshold, {}})}};
  for (int step = 2; step / 100.0 < threshold; ++step)
    f1[step / 100.0] = f1_with(all, {threshold, step / 100.0, {}});
  return all.empty() ? threshold : as_good_as_best(f1, chance_of_f1).front();
}

Ids without(Ids ids, const std::string& id) {
  ids.erase(id);
  return ids;
}

Ids with(Ids ids, const std::string& id) {
  ids.insert(id);
  return ids;
}

std::vector<const JudgedPair*> lessons(Judgements& judgements, const Ids& teachers,
                                       const Ids& left_out) {
  std::vector<const JudgedPair*> all;
  for (const std::string& council : teachers) {
    const auto& pairs = judgements.where_unknown(with(left_out, council));
    const auto own = between(pairs, {council}, without(teachers, council));
    all.insert(all.end(), own.begin(), own.end());
  }
  const auto unregistered = between(judgements.where_nothing_known(), teachers, teachers);
  all.insert(all.end(), unregistered.begin(), unregistered.end());
  return all;
}

// Cross-validation: each teacher's pairs by trees that the others taught.
std::vector<ScoredPair> by_council(Judgements& judgements, const Ids& teachers, const Ids& left_out,
                                   const BoostingOptions& options) {
  std::vector<ScoredPair> scored;
  for (const std::string& council : teachers) {
    const Ids others = without(teachers, council);
    const Ids unknown = with(left_out, council);
    const auto taught = lessons(judgements, others, unknown);
    if (taught.empty()) continue;
    const auto pairs = between(judgements.where_unknown(unknown), {council}, others);
    const auto own = score_with(boost(examples_of(taught), options), pairs);
    scored.insert(scored.end(), own.begin(), own.end());
  }
  return scored;
}

double log_odds_of(double score) {
  const double safe = std::clamp(score, 1e-6, 1 - 1e-6);
  return std::log(safe / (1 - safe));
}

// A candidate as the line sees it.
struct Point {
  double log_odds = 0;
  bool linked = false;
};

std::vector<Point> points_of(std::span<const ScoredPair> all) {
  constexpr double plainly_unlinked = 0.05;
  std::vector<Point> points;
  for (const ScoredPair& scored : all) {
    for (std::size_t i = 0; i < scored.scores.size(); ++i) {
      if (scored.scores[i] < plainly_unlinked) continue;
      points.push_back(
          {log_odds_of(scored.scores[i]), scored.pair->candidates[i].verdict != Verdict::unlinked});
    }
  }
  return points;
}

// Those that are linked by provision, by their likeness to its known statements.
std::vector<Point> points_by_provision(std::span<const ScoredPair> all) {
  std::vector<Point> points;
  for (const ScoredPair& scored : all) {
    for (std::size_t i = 0; i < scored.scores.size(); ++i) {
      const JudgedCandidate& candidate = scored.pair->candidates[i];
      if (scored.by_provision(i))
        points.push_back(
            {log_odds_of(candidate.by_provision), candidate.verdict != Verdict::unlinked});
    }
  }
  return points;
}

// The logistic loss, and how it changes with the line: gradient and Hessian.
struct Loss {
  double value = 0;
  double by_offset = 0, by_slope = 0;
  double offset_twice = 0, both = 0, slope_twice = 0;
};

// `ridge`: pulls the line to the identity, so that there is one best line.
Loss loss_of(const compare::Line& line, double ridge, std::span<const Point> points) {
  Loss loss{ridge * (line.offset * line.offset + (line.slope - 1) * (line.slope - 1)) / 2,
            ridge * line.offset,
            ridge * (line.slope - 1),
            ridge,
            0,
            ridge};
  for (const auto& [x, linked] : points) {
    const double odds = line.slope * x + line.offset;
    const double towards = linked ? -odds : odds;  // log(1 + exp(towards)), without overflow
    loss.value += std::max(towards, 0.0) + std::log1p(std::exp(-std::abs(towards)));
    const double p = 1 / (1 + std::exp(-odds));
    const double wrong = p - (linked ? 1.0 : 0.0);
    const double curvature = p * (1 - p);
    loss.by_offset += wrong;
    loss.by_slope += wrong * x;
    loss.offset_twice += curvature;
    loss.both += curvature * x;
    loss.slope_twice += curvature * x * x;
  }
  return loss;
}

// The line under which scores come true (Platt, "Probabilistic outputs for support vector
// machines", 1999), over candidates that are not plainly unlinked: boosted trees are surer of what
// they have not seen than they should be. By Newton's method, each step halved until the loss
// falls (Lin, Lin and Weng, "A note on Platt's probabilistic outputs", 2007): whole steps turn the
// line over where few candidates lie between the sure ones.
compare::Line fit_line(std::span<const Point> points, double ridge) {
  constexpr int most_rounds = 100;
  constexpr double least_step = 1e-10;
  constexpr double enough = 1e-5;  // of the gradient
  compare::Line line;
  Loss loss = loss_of(line, ridge, points);
  for (int round = 0; round < most_rounds; ++round) {
    if (std::abs(loss.by_offset) < enough && std::abs(loss.by_slope) < enough) break;
    const double determinant = loss.offset_twice * loss.slope_twice - loss.both * loss.both;
    const double offset =
        (loss.slope_twice * loss.by_offset - loss.both * loss.by_slope) / determinant;
    const double slope =
        (loss.offset_twice * loss.by_slope - loss.both * loss.by_offset) / determinant;
    double step = 1;
    for (; step >= least_step; step /= 2) {
      const compare::Line next{line.slope - step * slope, line.offset - step * offset};
      const Loss lower = loss_of(next, ridge, points);
      if (lower.value >= loss.value) continue;
      line = next;
      loss = lower;
      break;
    }
    if (step < least_step) break;
  }
  return line;
}

void scale(const compare::Line& line, std::vector<ScoredPair>& all) {
  for (ScoredPair& scored : all) {
    for (double& score : scored.scores) score = line.probability(score);
  }
}

void scale(const compare::Line& line, Model& model) {
  model.bias = line.slope * model.bias + line.offset;
  for (compare::Tree& tree : model.trees) {
    for (compare::TreeNode& node : tree) node.value *= static_cast<float>(line.slope);
  }
}

}  // namespace

bool ScoredPair::by_provision(std::size_t candidate) const {
  return scores[candidate] < thresholds.threshold &&
         scores[candidate] >= thresholds.least_by_provision &&
         pair->candidates[candidate].by_provision > 0;
}

bool ScoredPair::linked(std::size_t candidate) const {
  return scores[candidate] >= thresholds.threshold || by_provision(candidate);
}

double ScoredPair::told(std::size_t candidate) const {
  return by_provision(candidate)
             ? thresholds.by_provision.probability(pair->candidates[candidate].by_provision)
             : scores[candidate];
}

std::vector<ScoredPair> score_with(const Model& model, std::span<const JudgedPair* const> pairs) {
  std::vector<ScoredPair> scored;
  scored.reserve(pairs.size());
  for (const JudgedPair* pair : pairs) scored.push_back(score_with(model, *pair));
  return scored;
}

std::vector<const JudgedPair*> between(std::span<const JudgedPair> pairs, const Ids& some,
                                       const Ids& others) {
  std::vector<const JudgedPair*> found;
  for (const JudgedPair& pair : pairs) {
    const bool inside = std::all_of(
        pair.councils.begin(), pair.councils.end(),
        [&](const std::string& id) { return some.contains(id) || others.contains(id); });
    if (inside && touches(pair, some)) found.push_back(&pair);
  }
  return found;
}

std::string found_text(const std::string& title, std::span<const ScoredPair> all) {
  if (all.empty()) return {};
  Found found;
  for (const ScoredPair& scored : all) add_found(scored, found);
  const Score& score = found.score;
  std::string text = fmt::format("{:34} precision {:.3f}  recall {:.3f}  F1 {:.3f} ", title,
                                 score.precision(), score.recall(), score.f1());
  for (const auto& [strength, of] : found.strengths) {
    text += fmt::format(" {} {}/{}", strength, of.found, of.required);
  }
  if (found.near_misses > 0) {
    text += fmt::format("  near misses {}/{}", found.near_misses_linked, found.near_misses);
  }
  return text + "\n";
}

std::string calibration_text(std::span<const ScoredPair> all) {
  struct Bin {
    std::uint32_t candidates = 0;
    std::uint32_t links = 0;
    double sum = 0;
    void add(double score, bool linked) {
      ++candidates;
      links += linked ? 1 : 0;
      sum += score;
    }
  };
  std::array<Bin, 10> bins{};
  Bin by_provision;
  for (const ScoredPair& scored : all) {
    for (std::size_t i = 0; i < scored.scores.size(); ++i) {
      const double score = scored.told(i);
      const bool linked = scored.pair->candidates[i].verdict != Verdict::unlinked;
      bins[std::min<std::size_t>(9, static_cast<std::size_t>(score * 10))].add(score, linked);
      if (scored.by_provision(i)) by_provision.add(score, linked);
    }
  }
  std::string text = "score         mean  links  of\n";
  const auto line = [&](const std::string& name, const Bin& bin) {
    if (bin.candidates > 0)
      text += fmt::format("{:12}  {:.2f}  {:5.2f}  {}\n", name, bin.sum / bin.candidates,
                          static_cast<double>(bin.links) / bin.candidates, bin.candidates);
  };
  for (std::size_t i = 0; i < bins.size(); ++i)
    line(fmt::format("{:.1f} to {:.1f}", static_cast<double>(i) / 10,
                     static_cast<double>(i + 1) / 10),
         bins[i]);
  line("by provision", by_provision);
  return text;
}

Trained train(Judgements& judgements, const Ids& teachers, const Ids& left_out,
              const BoostingOptions& options) {
  auto councils = by_council(judgements, teachers, left_out, options);
  const compare::Line line = fit_line(points_of(councils), 1e-6);
  scale(line, councils);
  compare::Thresholds thresholds;
  thresholds.threshold = best_threshold(councils);
  thresholds.least_by_provision = best_by_provision(councils, thresholds.threshold);
  set_thresholds(councils, thresholds);
  thresholds.by_provision = fit_line(points_by_provision(councils), 1);
  set_thresholds(councils, thresholds);
  Trained trained;
  trained.model = boost(examples_of(lessons(judgements, teachers, left_out)), options);
  scale(line, trained.model);
  static_cast<compare::Thresholds&>(trained.model) = thresholds;
  const auto known = between(judgements.where_unknown(left_out), teachers, teachers);
  trained.report = fmt::format("threshold {:.2f}, by provision {:.2f}\n", thresholds.threshold,
                               thresholds.least_by_provision) +
                   found_text("trained on all pairs, all known", score_with(trained.model, known)) +
                   found_text("each council by pairs without it", councils) +
                   calibration_text(councils);
  return trained;
}

std::string to_text(const Model& model) {
  std::string text =
      "// The scorer's trees (model.h): data, trained by tests/train on tests/gold and the "
      "registers\n"
      "// frozen there. A node: its value in log odds, the feature it asks about, the threshold, "
      "and\n"
      "// where to go at most at the threshold and above it.\n";
  text += fmt::format("BIAS({:.4f})\nTHRESHOLD({:.3f})\nBY_PROVISION({:.3f}, {:.4f}, {:.4f})\n",
                      model.bias, model.threshold, model.least_by_provision,
                      model.by_provision.slope, model.by_provision.offset);
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
