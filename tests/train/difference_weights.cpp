#include "train/difference_weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>

#include "train/deciding_words.h"
#include "train/thresholds.h"

namespace concord::training {
namespace {

using compare::ClauseRef;
using compare::ConfidenceModel;
using compare::DivergenceType;
using compare::evidence_count;
using Clauses = std::pair<ClauseRef, ClauseRef>;  // the lower first

constexpr double ridge = 2.0;            // of the L2 penalty
constexpr double ridge_of_groups = 4.0;  // on what a group's weights add to the shared ones
constexpr int most_steps = 12;
constexpr double likely_right = 0.6;  // share that must be right from the threshold on
constexpr double certain_right = 0.85;
constexpr double standard_error = 0.5;  // of an F1 of one difference, at most

std::string council_of(const std::string& clause) {
  return clause.substr(0, clause.find('#'));
}

// What readers say of two clauses.
struct Readings {
  // What either has: by kind, its words.
  std::map<Clauses, std::multimap<std::string, std::string, std::less<>>> words;
  std::map<Clauses, std::set<std::string>> required;  // that both have
  std::set<Clauses> linked;

  // Whether either has a difference of the kind, and with these words.
  std::pair<bool, bool> verdict(const Clauses& pair, const compare::Difference& told,
                                const compare::Lexicon& lexicon) const {
    const auto recorded = words.find(pair);
    if (recorded == words.end()) return {false, false};
    const auto [begin, end] = recorded->second.equal_range(compare::readers_kind(told.type));
    const bool right = std::any_of(
        begin, end, [&](const auto& each) { return shows(told, each.second, lexicon); });
    return {begin != end, right};
  }
};

Readings readings_of(const compare::Gold& gold, std::span<const passes::Protocol> protocols) {
  const auto units = compare::find_units(gold, protocols);
  Readings readings;
  const auto clauses = [&](const std::string& a, const std::string& b) -> std::optional<Clauses> {
    const auto x = units.find(a);
    const auto y = units.find(b);
    if (x == units.end() || y == units.end()) return {};
    return std::minmax(x->second, y->second);
  };
  for (const compare::GoldLink& link : gold.links)
    if (const auto pair = clauses(link.a, link.b)) readings.linked.insert(*pair);
  for (const compare::GoldDivergence& each : gold.divergences) {
    const auto pair = clauses(each.a, each.b);
    if (!pair) continue;
    readings.words[*pair].emplace(each.type, each.words);
    if (each.required) readings.required[*pair].insert(each.type);
  }
  return readings;
}

// ---- regression

// What all kinds share, and behind it what each group of kinds adds.
constexpr std::size_t dimensions = evidence_count * (1 + compare::kind_groups);
using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

// Solves m x = v for a positive definite m (Cholesky).
Vector solved(Matrix m, Vector v) {
  const std::size_t n = v.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < j; ++k) m[j][j] -= m[j][k] * m[j][k];
    m[j][j] = std::sqrt(m[j][j]);
    for (std::size_t i = j + 1; i < n; ++i) {
      for (std::size_t k = 0; k < j; ++k) m[i][j] -= m[i][k] * m[j][k];
      m[i][j] /= m[j][j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) v[i] -= m[i][k] * v[k];
    v[i] /= m[i][i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) v[i] -= m[k][i] * v[k];
    v[i] /= m[i][i];
  }
  return v;
}

// The places and values of what is there: as shared, and as the group's own.
std::vector<std::pair<std::size_t, double>> parts_of(const compare::EvidenceVector& evidence) {
  const auto group = static_cast<std::size_t>(compare::group_of(evidence));
  std::vector<std::pair<std::size_t, double>> parts;
  for (const std::size_t offset : {std::size_t{0}, evidence_count * (1 + group)})
    for (std::size_t i = 0; i < evidence_count; ++i)
      if (evidence.at(i) != 0) parts.emplace_back(offset + i, evidence.at(i));
  return parts;
}

compare::Weights weights_of(const Vector& weights) {
  compare::Weights made{};
  for (std::size_t group = 0; group < compare::kind_groups; ++group)
    for (std::size_t i = 0; i < evidence_count; ++i)
      made[group][i] = weights[i] + weights[evidence_count * (1 + group) + i];
  return made;
}

// One step of Newton's method.
void improve(std::span<const JudgedDifference* const> examples, double of_invented,
             Vector& weights) {
  Vector gradient(dimensions);
  Matrix hessian(dimensions, Vector(dimensions));
  for (std::size_t i = 0; i < dimensions; ++i) {
    const double penalty = i < evidence_count ? ridge : ridge_of_groups;
    gradient[i] = -penalty * weights[i];
    hessian[i][i] = penalty;
  }
  const compare::Weights present = weights_of(weights);
  for (const JudgedDifference* each : examples) {
    const double weight = each->real ? 1 : of_invented;
    const double p = compare::probability(present, each->difference.evidence);
    const double error = weight * ((each->right ? 1 : 0) - p);
    const double curvature = weight * p * (1 - p);
    const auto parts = parts_of(each->difference.evidence);
    for (const auto& [i, x] : parts) {
      gradient[i] += error * x;
      for (const auto& [j, y] : parts)
        if (j <= i) hessian[i][j] += curvature * x * y;
    }
  }
  const Vector step = solved(std::move(hessian), std::move(gradient));
  for (std::size_t i = 0; i < dimensions; ++i) weights[i] += step[i];
}

// ---- figures

std::string key_of(const JudgedDifference& judged) {
  return fmt::format("{} {} {}", judged.a, judged.b, compare::readers_kind(judged.difference.type));
}

struct Figures {
  std::size_t told = 0, right = 0, asked = 0, found = 0;
  double precision() const {
    return told == 0 ? 1 : static_cast<double>(right) / static_cast<double>(told);
  }
  double recall() const {
    return asked == 0 ? 1 : static_cast<double>(found) / static_cast<double>(asked);
  }
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
};

template <typename Counts>
Figures figures(const JudgedDifferences& judged, std::span<const double> confidence,
                double threshold, const Counts& counts,
                bool JudgedDifference::*verdict = &JudgedDifference::of_kind) {
  std::map<std::string, bool> told;
  for (std::size_t i = 0; i < judged.all.size(); ++i) {
    const JudgedDifference& each = judged.all[i];
    if (confidence[i] < threshold || !counts(council_of(each.a), council_of(each.b))) continue;
    told[key_of(each)] = each.*verdict;
  }
  Figures made;
  made.told = told.size();
  for (const auto& [key, right] : told) made.right += right ? 1 : 0;
  for (const Asked& each : judged.asked) {
    if (!counts(*each.councils.begin(), *each.councils.rbegin())) continue;
    ++made.asked;
    made.found += told.contains(each.key) ? 1 : 0;
  }
  return made;
}

Rates rates(const Figures& figures) {
  return {figures.precision(), figures.recall(), figures.f1()};
}

std::string line(std::string_view name, const Figures& figures) {
  return fmt::format("{:28} told {:4}  precision {:.3f}  recall {:.3f}  F1 {:.3f}\n", name,
                     figures.told, figures.precision(), figures.recall(), figures.f1());
}

// The lowest confidence from which on the share is right, in steps of a hundredth; an invented
// council's differences count for so much.
double threshold_for(const JudgedDifferences& judged, std::span<const double> confidence,
                     double share, double of_invented) {
  for (int step = 20; step < 99; ++step) {
    const double threshold = step / 100.0;
    double told = 0;
    double right = 0;
    for (std::size_t i = 0; i < judged.all.size(); ++i) {
      if (confidence[i] < threshold) continue;
      const double weight = judged.all[i].real ? 1 : of_invented;
      told += weight;
      right += judged.all[i].right ? weight : 0;
    }
    if (right >= share * told) return threshold;
  }
  return 0.99;
}

// 1 for what is as sure as the threshold of its group, 0 for the rest.
std::vector<double> told_from(const JudgedDifferences& judged, std::span<const double> confidence,
                              const std::array<double, compare::kind_groups>& thresholds) {
  std::vector<double> told(judged.all.size());
  for (std::size_t i = 0; i < judged.all.size(); ++i) {
    const auto group = compare::group_of(judged.all[i].difference.evidence);
    told[i] = confidence[i] >= thresholds.at(static_cast<std::size_t>(group)) ? 1 : 0;
  }
  return told;
}

compare::KindGroup group_of_kind(std::string_view readers_kind) {
  if (readers_kind == "negation" || readers_kind == "modality") return compare::KindGroup::force;
  return readers_kind == "actor" ? compare::KindGroup::persons : compare::KindGroup::limits;
}

// The highest confidence from which on F1 of a group of kinds is as good as the best, but for
// chance, in steps of a twentieth: of two that are as good, what is told from there is truer.
template <typename Counts>
double best_threshold(const JudgedDifferences& judged, std::span<const double> confidence,
                      compare::KindGroup group, const Counts& counts) {
  JudgedDifferences of_group{{}, {}, judged.real};
  std::vector<double> confidence_of_group;
  for (std::size_t i = 0; i < judged.all.size(); ++i) {
    if (compare::group_of(judged.all[i].difference.evidence) != group) continue;
    of_group.all.push_back(judged.all[i]);
    confidence_of_group.push_back(confidence[i]);
  }
  for (const Asked& each : judged.asked)
    if (group_of_kind(std::string_view(each.key).substr(each.key.rfind(' ') + 1)) == group)
      of_group.asked.push_back(each);
  std::map<double, double> f1;  // by threshold
  for (int step = 4; step < 20; ++step)
    f1[step / 20.0] = figures(of_group, confidence_of_group, step / 20.0, counts).f1();
  const auto asked =
      std::max<std::size_t>(1, figures(of_group, confidence_of_group, 1, counts).asked);
  const double chance = standard_error / std::sqrt(static_cast<double>(asked));
  return as_good_as_best(f1, chance).back();
}

std::set<std::string> councils_of(const JudgedDifferences& judged) {
  std::set<std::string> councils;
  for (const JudgedDifference& each : judged.all)
    councils.insert({council_of(each.a), council_of(each.b)});
  return councils;
}

// Of each difference by the weights that are taught without either of its councils: their mean.
std::vector<double> confidence_without_own(const JudgedDifferences& judged,
                                           const std::set<std::string>& councils,
                                           double of_invented) {
  std::vector<double> confidence(judged.all.size());
  for (const std::string& council : councils) {
    const auto touches = [&](const JudgedDifference& each) {
      return council_of(each.a) == council || council_of(each.b) == council;
    };
    std::vector<const JudgedDifference*> taught;
    for (const JudgedDifference& each : judged.all)
      if (!touches(each)) taught.push_back(&each);
    const compare::Weights weights = fit(taught, of_invented);
    for (std::size_t i = 0; i < judged.all.size(); ++i)
      if (touches(judged.all[i]))
        confidence[i] += compare::probability(weights, judged.all[i].difference.evidence) / 2;
  }
  return confidence;
}

}  // namespace

JudgedDifferences judge_differences(std::span<const passes::Protocol> protocols,
                                    const syntax::Register& registers, const compare::Gold& gold,
                                    const std::set<std::string>& real, Asking asking) {
  const Readings readings = readings_of(gold, protocols);
  const compare::LinkedCorpus linked = compare::match(protocols, &registers);
  const compare::Effects effects(linked);
  const auto name = [&](ClauseRef ref) { return protocols[ref.protocol].global_id(ref.clause); };
  const auto is_real = [&](std::uint32_t p) { return real.contains(protocols[p].metadata().id); };
  JudgedDifferences judged;
  judged.real = real;
  for (std::uint32_t a = 0; a < protocols.size(); ++a) {
    for (std::uint32_t b = a + 1; b < protocols.size(); ++b) {
      if (!is_real(a) && !is_real(b)) continue;
      const auto [begin, end] = linked.clauses(a);
      for (std::uint32_t x = begin; x < end; ++x) {
        linked.counterparts(x, b, [&](std::uint32_t y, const compare::WordingLink* by) {
          const Clauses pair{linked.corpus.clauses[x].ref, linked.corpus.clauses[y].ref};
          if (!(is_real(a) && is_real(b)) && !readings.linked.contains(pair)) return;
          compare::DifferenceCandidates found = effects.candidates(x, y, by);
          for (auto& each : asking == Asking::words ? found.of_words : found.of_kind) {
            const auto [of_kind, in_words] = readings.verdict(pair, each, linked.lexicon);
            const bool of_real = is_real(a) && is_real(b);
            judged.all.push_back({name(pair.first), name(pair.second), std::move(each), of_kind,
                                  asking == Asking::words ? in_words : of_kind, of_real});
          }
        });
      }
    }
  }
  for (const auto& [pair, kinds] : readings.required)
    for (const std::string& kind : kinds)
      if (kind != "scope")
        judged.asked.push_back(
            {{protocols[pair.first.protocol].metadata().id,
              protocols[pair.second.protocol].metadata().id},
             fmt::format("{} {} {}", name(pair.first), name(pair.second), kind)});
  return judged;
}

compare::Weights fit(std::span<const JudgedDifference* const> examples, double of_invented) {
  Vector weights(dimensions);
  for (int step = 0; step < most_steps; ++step) improve(examples, of_invented, weights);
  return weights_of(weights);
}

CrossValidated cross_validate(const JudgedDifferences& judged) {
  const std::set<std::string> councils = councils_of(judged);
  CrossValidated made;
  made.confidence = confidence_without_own(judged, councils, weight_of_invented);
  const std::vector<double> in_own_words =
      confidence_without_own(judged, councils, weight_of_invented_in_own_words);
  const auto all = [](const auto&, const auto&) { return true; };
  const auto real = [&](const std::string& a, const std::string& b) {
    return judged.real.contains(a) && judged.real.contains(b);
  };
  // The invented ones share no wording with the real ones.
  const auto invented = [&](const auto& a, const auto& b) { return !real(a, b); };
  for (std::size_t group = 0; group < compare::kind_groups; ++group)
    made.possible.at(group) =
        best_threshold(judged, made.confidence, static_cast<compare::KindGroup>(group), real);
  for (std::size_t group = 0; group < compare::kind_groups; ++group)
    made.possible_in_own_words.at(group) =
        best_threshold(judged, in_own_words, static_cast<compare::KindGroup>(group), invented);
  made.likely = threshold_for(judged, made.confidence, likely_right, weight_of_invented);
  made.certain_from = threshold_for(judged, made.confidence, certain_right, 1);
  made.report = fmt::format(
      "{} candidates, {} right, likely from {:.2f}, certain from {:.2f}\n", judged.all.size(),
      std::ranges::count_if(judged.all, &JudgedDifference::right), made.likely, made.certain_from);
  for (const std::string& council : councils)
    made.report += line(
        council, figures(judged, made.confidence, made.likely, [&](const auto& a, const auto& b) {
          return a == council || b == council;
        }));
  for (int step = 30; step <= 90; step += 5)
    made.report += line(fmt::format("from {:.2f} on", step / 100.0),
                        figures(judged, made.confidence, step / 100.0, all));
  made.report += line("certain", figures(judged, made.confidence, made.certain_from, all));
  made.report += line("all", figures(judged, made.confidence, made.likely, all));
  made.report += line("whatever is possible", figures(judged, made.confidence, -1, all));
  for (int step = 20; step <= 80; step += 5)
    made.report += line(fmt::format("real councils from {:.2f} on", step / 100.0),
                        figures(judged, made.confidence, step / 100.0, real));
  made.report +=
      line("real councils, certain", figures(judged, made.confidence, made.certain_from, real));
  made.report += line("real councils", figures(judged, made.confidence, made.likely, real));
  made.report += line("real, whatever is possible", figures(judged, made.confidence, -1, real));
  const auto possible = told_from(judged, made.confidence, made.possible);
  made.report += line("real councils, possible", figures(judged, possible, 1, real));
  made.report += line(
      "invented councils, possible",
      figures(judged, told_from(judged, in_own_words, made.possible_in_own_words), 1, invented));
  made.possible_real = rates(figures(judged, possible, 1, real));
  made.real = rates(figures(judged, made.confidence, made.likely, real));
  const auto by_words = &JudgedDifference::right;
  const auto certain = figures(judged, made.confidence, made.certain_from, all, by_words);
  const auto told = figures(judged, made.confidence, made.likely, all, by_words);
  made.report += line("certain, by words", certain) + line("all, by words", told);
  made.report += line("real councils, by words",
                      figures(judged, made.confidence, made.likely, real, by_words));
  made.certain = rates(certain);
  made.by_words = rates(told);
  return made;
}

std::string report_of(const JudgedDifferences& judged, const compare::Weights& weights,
                      double threshold) {
  std::vector<double> confidence;
  for (const JudgedDifference& each : judged.all)
    confidence.push_back(compare::probability(weights, each.difference.evidence));
  const auto real = [&](const std::string& a, const std::string& b) {
    return judged.real.contains(a) && judged.real.contains(b);
  };
  return line("real, taught by them", figures(judged, confidence, threshold, real));
}

std::string to_text(const ConfidenceModel& model) {
  const auto& own_words = model.possible_in_own_words;
  std::string text = fmt::format(
      "// The weights of the evidence (confidence.h), in log odds, and the confidences from which "
      "on a\n// difference is told: data, trained by tests/train on tests/gold.\n"
      "POSSIBLE({:.2f}, {:.2f}, {:.2f})\nPOSSIBLE_IN_OWN_WORDS({:.2f}, {:.2f}, {:.2f})\n"
      "LIKELY({:.2f})\nCERTAIN({:.2f})\n",
      model.possible[0], model.possible[1], model.possible[2], own_words[0], own_words[1],
      own_words[2], model.likely, model.certain);
  const auto add = [&](std::string_view of, const compare::Weights& weights) {
    for (std::size_t i = 0; i < evidence_count; ++i)
      text += fmt::format("{}({}, {:.3f}, {:.3f}, {:.3f})\n", of, compare::evidence_names[i],
                          weights[0][i], weights[1][i], weights[2][i]);
  };
  add("OF_WORDS", model.of_words);
  add("OF_KIND", model.of_kind);
  add("OF_KIND_IN_OWN_WORDS", model.of_kind_in_own_words);
  return text;
}

std::string to_list(const JudgedDifferences& judged, std::span<const double> confidence) {
  std::vector<std::size_t> order(judged.all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return confidence[i]; });
  std::string text;
  for (const std::size_t i : order) {
    const JudgedDifference& each = judged.all[i];
    const compare::Difference& difference = each.difference;
    text += fmt::format("{:.2f} {} {} {} {}: [{}] / [{}]\n    {}\n    {}\n    ", confidence[i],
                        each.right ? "right" : "WRONG", compare::name_of(difference.type), each.a,
                        each.b, difference.a.words(), difference.b.words(), difference.a.text,
                        difference.b.text);
    for (std::size_t k = 0; k < evidence_count; ++k)
      if (difference.evidence.at(k) != 0)
        text += fmt::format("{}={:.2f} ", compare::evidence_names[k], difference.evidence.at(k));
    text += "\n";
  }
  std::set<std::string> possible;
  for (const JudgedDifference& each : judged.all) possible.insert(key_of(each));
  for (const Asked& each : judged.asked)
    if (!possible.contains(each.key)) text += fmt::format("missing {}\n", each.key);
  return text;
}

}  // namespace concord::training
