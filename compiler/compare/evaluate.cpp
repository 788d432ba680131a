#include "compare/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace concord::compare {
namespace {

using Key = std::pair<ClauseRef, ClauseRef>;

Key key_of(ClauseRef a, ClauseRef b) {
  return a < b ? Key{a, b} : Key{b, a};
}

class Evaluator {
 public:
  Evaluator(const Comparison& comparison, std::span<const passes::Protocol> protocols,
            const Gold& gold)
      : comparison_(&comparison),
        protocols_(protocols),
        gold_(&gold),
        clause_of_(find_units(gold, protocols)) {
    for (const auto& [unit, clause] : clause_of_) unit_of_[clause] = unit;
    for (const passes::Protocol& protocol : protocols) present_.insert(protocol.metadata().id);
    for (const GoldUnit& unit : gold.units) {
      council_of_[unit.id] = unit.council;
      if (unit.kind == "heading") continue;
      if (const auto clause = clause_of_.find(unit.id); clause != clause_of_.end()) {
        judged_.insert(clause->second);
      }
    }
  }

  Evaluation evaluate() {
    for (const GoldLink& link : gold_->links) look_for(link);
    for (const auto& [pair, score] : by_protocols_) judge(pair.first, pair.second);
    near_misses();
    divergences();
    finish();
    return std::move(evaluation_);
  }

 private:
  std::optional<Key> key(const std::string& a, const std::string& b) const {
    const auto x = clause_of_.find(a);
    const auto y = clause_of_.find(b);
    if (x == clause_of_.end() || y == clause_of_.end()) return std::nullopt;
    return key_of(x->second, y->second);
  }

  bool present(const std::string& unit) const {
    const auto council = council_of_.find(unit);
    return council != council_of_.end() && present_.contains(council->second);
  }

  bool linked(const Key& clauses) {
    const std::pair protocols(clauses.first.protocol, clauses.second.protocol);
    const auto [known, anew] = linked_.try_emplace(protocols);
    if (anew)
      for (const Link& link : comparison_->links(protocols.first, protocols.second))
        known->second.insert({link.a, link.b});
    return known->second.contains(clauses);
  }

  void look_for(const GoldLink& link) {
    const auto found = key(link.a, link.b);
    if (!found) {
      if (link.required && present(link.a) && present(link.b)) ++lost_;
      return;
    }
    in_gold_.insert(*found);
    Score& score = by_protocols_[{found->first.protocol, found->second.protocol}];
    if (!link.required) return;
    required_.insert(*found);
    const bool found_link = linked(*found);
    for (Score* each : {&score, &evaluation_.all, &evaluation_.strengths[link.strength]}) {
      ++each->required;
      each->found += found_link ? 1 : 0;
    }
    if (!found_link) evaluation_.missed.emplace_back(link.a, link.b);
  }

  void judge(std::uint32_t a, std::uint32_t b) {
    Score& score = by_protocols_[{a, b}];
    for (const Link& link : comparison_->links(a, b)) {
      if (!judged_.contains(link.a) || !judged_.contains(link.b)) continue;
      const bool right = in_gold_.contains(key_of(link.a, link.b));
      for (Score* each : {&score, &evaluation_.all}) {
        ++each->predicted;
        each->correct += right ? 1 : 0;
      }
      const auto tenth = std::min<std::size_t>(9, static_cast<std::size_t>(link.score * 10));
      evaluation_.calibration[tenth].add(link.score, right);
      if (link.found_by == FoundBy::provision) evaluation_.by_provision.add(link.score, right);
      if (!right) evaluation_.wrong.emplace_back(unit_of_.at(link.a), unit_of_.at(link.b));
    }
  }

  void near_misses() {
    for (const GoldNearMiss& miss : gold_->near_misses) {
      const auto found = key(miss.a, miss.b);
      if (!found) continue;
      ++evaluation_.near_misses;
      if (linked(*found)) ++evaluation_.near_misses_linked;
    }
  }

  // Each pair of clauses and kind counts once. What is told of clauses that no reader brought
  // together is wrong, and what readers found in clauses that were not linked is missing.
  void divergences() {
    std::map<std::pair<Key, std::string>, bool> judged;  // -> required
    for (const GoldDivergence& divergence : gold_->divergences) {
      const auto found = key(divergence.a, divergence.b);
      if (!found) continue;
      judged[{*found, divergence.type}] = divergence.required;
    }
    const Graded graded = graded_divergences();
    for (const auto& [key, required] : judged) {
      if (!required || key.second == readers_kind(DivergenceType::class_)) continue;
      const auto found = graded.find(key);
      const bool told = found != graded.end() && found->second >= Certainty::likely;
      count_found(found != graded.end(), evaluation_.possible_divergences);
      count_found(told, evaluation_.divergence_types[key.second]);
      count_found(told, evaluation_.divergences);
      count_found(told, evaluation_.linked_divergences);
    }
    for (const auto& [key, certainty] : graded) {
      const bool right = judged.contains(key);
      count_told(right, evaluation_.possible_divergences);
      if (certainty == Certainty::possible) continue;
      count_told(right, evaluation_.divergence_types[key.second]);
      count_told(right, evaluation_.divergences);
      if (required_.contains(key.first)) count_told(right, evaluation_.linked_divergences);
      if (certainty == Certainty::certain) count_told(right, evaluation_.certain_divergences);
    }
  }

  // Of two clauses and a readers' kind, the surest grade.
  using Graded = std::map<std::pair<Key, std::string>, Certainty>;

  Graded graded_divergences() const {
    Graded graded;
    for (const auto& [pair, links] : by_protocols_) {
      for (const Divergence& divergence :
           comparison_->divergences(pair.first, pair.second, Certainty::possible)) {
        const Key clauses = key_of(divergence.a, divergence.b);
        if (!judged_.contains(clauses.first) || !judged_.contains(clauses.second)) continue;
        Certainty& certainty = graded[{clauses, std::string(readers_kind(divergence.type))}];
        certainty = std::max(certainty, divergence.certainty);
      }
    }
    return graded;
  }

  static void count_found(bool found, Score& score) {
    ++score.required;
    score.found += found ? 1 : 0;
  }
  static void count_told(bool right, Score& score) {
    ++score.predicted;
    score.correct += right ? 1 : 0;
  }

  void finish() {
    for (const auto& [pair, score] : by_protocols_) {
      const std::set<std::string> names{protocols_[pair.first].metadata().id,
                                        protocols_[pair.second].metadata().id};
      evaluation_.pairs[fmt::format("{}", fmt::join(names, " / "))] = score;
    }
    // A required link whose units no clause matches is a link not found.
    evaluation_.all.required += lost_;
    for (const GoldUnit& unit : gold_->units) {
      const bool ours =
          std::any_of(protocols_.begin(), protocols_.end(),
                      [&](const auto& protocol) { return protocol.metadata().id == unit.council; });
      if (ours && unit.kind != "heading" && !clause_of_.contains(unit.id)) {
        ++evaluation_.unmatched_units;
      }
    }
    std::sort(evaluation_.missed.begin(), evaluation_.missed.end());
    std::sort(evaluation_.wrong.begin(), evaluation_.wrong.end());
  }

  const Comparison* comparison_;
  std::span<const passes::Protocol> protocols_;
  const Gold* gold_;
  std::map<std::string, ClauseRef> clause_of_;
  std::map<ClauseRef, std::string> unit_of_;
  std::set<ClauseRef> judged_;
  std::set<std::string> present_;                                            // councils
  std::map<std::string, std::string> council_of_;                            // by unit
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<Key>> linked_;  // of those asked for
  std::set<Key> in_gold_;
  std::set<Key> required_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Score> by_protocols_;
  std::uint32_t lost_ = 0;
  Evaluation evaluation_;
};

}  // namespace

Evaluation evaluate(const Comparison& comparison, std::span<const passes::Protocol> protocols,
                    const Gold& gold) {
  return Evaluator(comparison, protocols, gold).evaluate();
}

std::string_view readers_kind(DivergenceType type) {
  switch (type) {
    case DivergenceType::negation:
      return "negation";
    case DivergenceType::duty:
      return "modality";
    case DivergenceType::actor:
    case DivergenceType::recipient:
      return "actor";
    case DivergenceType::condition:
    case DivergenceType::exception:
      return "condition";
    case DivergenceType::deadline:
    case DivergenceType::amount:
      return "threshold";
    case DivergenceType::class_:
      break;
  }
  return "scope";
}

syntax::Register unknown_to(syntax::Register registers, const std::set<std::string>& councils) {
  const auto theirs = [&](const syntax::KnownWording& wording) {
    return councils.contains(std::string(wording.council()));
  };
  for (syntax::Provision& provision : registers.provisions) {
    std::erase_if(provision.says, theirs);
    std::erase_if(provision.also, theirs);
    std::erase_if(provision.near_misses,
                  [&](const syntax::NearMiss& near) { return theirs(near.wording); });
  }
  return registers;
}

void add_links(const std::string& name, const Evaluation& one, Evaluation& several) {
  several.pairs[name] += one.all;
  several.all += one.all;
  for (const auto& [strength, score] : one.strengths) several.strengths[strength] += score;
  for (std::size_t i = 0; i < one.calibration.size(); ++i)
    several.calibration[i] += one.calibration[i];
  several.by_provision += one.by_provision;
  several.near_misses += one.near_misses;
  several.near_misses_linked += one.near_misses_linked;
}

namespace {

// What the scores are worth, those of links found by provision once more by themselves.
std::string calibration_text(const Evaluation& evaluation) {
  std::string text =
      fmt::format("\nlinks by score{:14} {:>9} {:>7}  {}\n", "", "mean", "right", "links");
  const auto line = [&](std::string_view name, const Calibration& of) {
    if (of.links > 0)
      text += fmt::format("{:28} {:9.2f} {:7.2f}  {}\n", name, of.sum / of.links,
                          static_cast<double>(of.right) / of.links, of.links);
  };
  for (std::size_t i = 0; i < evaluation.calibration.size(); ++i) {
    const double from = static_cast<double>(i) / 10;
    line(fmt::format("{:.1f} to {:.1f}", from, from + 0.1), evaluation.calibration[i]);
  }
  line("found by provision", evaluation.by_provision);
  return text;
}

}  // namespace

std::string links_text(std::string_view named, const Evaluation& evaluation) {
  std::string text =
      fmt::format("{:28} {:>9} {:>7} {:>6}  {}\n", named, "precision", "recall", "F1", "links");
  const auto line = [&](const std::string& name, const Score& score) {
    text += fmt::format("{:28} {:9.3f} {:7.3f} {:6.3f}  {}\n", name, score.precision(),
                        score.recall(), score.f1(), score.predicted);
  };
  for (const auto& [name, score] : evaluation.pairs) line(name, score);
  line("all", evaluation.all);
  text += "\nrequired links found, by strength\n";
  for (const auto& [name, score] : evaluation.strengths) {
    text +=
        fmt::format("{:28} {:7.3f}  {} of {}\n", name, score.recall(), score.found, score.required);
  }
  text += calibration_text(evaluation);
  if (evaluation.near_misses > 0) {
    text += fmt::format("\nnear misses linked: {} of {}\n", evaluation.near_misses_linked,
                        evaluation.near_misses);
  }
  return text;
}

std::string to_text(const Evaluation& evaluation) {
  std::string text = links_text("pair", evaluation);
  text += "\ndifferences in effect, by the readers' kinds\n";
  text += fmt::format("{:28} {:>9} {:>7}  {:>9} {:>9}\n", "type", "precision", "recall", "right",
                      "found");
  const auto differences = [&](std::string_view name, const Score& score) {
    text += fmt::format("{:28} {:9.3f} {:7.3f}  {:>9} {:>9}\n", name, score.precision(),
                        score.recall(), fmt::format("{}/{}", score.correct, score.predicted),
                        fmt::format("{}/{}", score.found, score.required));
  };
  for (const auto& [name, score] : evaluation.divergence_types) differences(name, score);
  differences("all", evaluation.divergences);
  differences("told as certain", evaluation.certain_divergences);
  differences("of clauses linked in truth", evaluation.linked_divergences);
  differences("also what is only possible", evaluation.possible_divergences);
  text += fmt::format(
      "F1 {:.3f}; of clauses linked in truth {:.3f}; also what is only possible {:.3f}\n",
      evaluation.divergences.f1(), evaluation.linked_divergences.f1(),
      evaluation.possible_divergences.f1());
  if (evaluation.unmatched_units > 0) {
    text += fmt::format("\n{} units of the gold standard match no clause\n",
                        evaluation.unmatched_units);
  }
  return text;
}

}  // namespace concord::compare
