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

  void look_for(const GoldLink& link) {
    const auto found = key(link.a, link.b);
    if (!found) {
      if (link.required && present(link.a) && present(link.b)) ++lost_;
      return;
    }
    in_gold_.insert(*found);
    Score& score = by_protocols_[{found->first.protocol, found->second.protocol}];
    if (!link.required) return;
    const bool found_link = comparison_->linked(found->first, found->second);
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
      if (!right) evaluation_.wrong.emplace_back(unit_of_.at(link.a), unit_of_.at(link.b));
    }
  }

  void near_misses() {
    for (const GoldNearMiss& miss : gold_->near_misses) {
      const auto found = key(miss.a, miss.b);
      if (!found) continue;
      ++evaluation_.near_misses;
      if (comparison_->linked(found->first, found->second)) ++evaluation_.near_misses_linked;
    }
  }

  // Over pairs that are linked, here and in the gold standard: a difference between clauses that
  // were never brought together is a missing link, one between clauses that have nothing to do with
  // one another a wrong link, and both are counted there.
  void divergences() {
    std::map<std::pair<Key, std::string>, bool> judged;  // -> required
    for (const GoldDivergence& divergence : gold_->divergences) {
      const auto found = key(divergence.a, divergence.b);
      if (!found || !comparison_->linked(found->first, found->second)) continue;
      judged[{*found, divergence.type}] = divergence.required;
      if (divergence.required) ++evaluation_.divergence_types[divergence.type].required;
    }
    for (const auto& [pair, links] : by_protocols_) {
      for (const Divergence& divergence : comparison_->divergences(pair.first, pair.second)) {
        const Key pair_of_clauses = key_of(divergence.a, divergence.b);
        if (!in_gold_.contains(pair_of_clauses)) continue;
        const std::string type(name_of(divergence.type));
        Score& score = evaluation_.divergence_types[type];
        const auto verdict = judged.find({pair_of_clauses, type});
        ++score.predicted;
        score.correct += verdict != judged.end() ? 1 : 0;
        score.found += verdict != judged.end() && verdict->second ? 1 : 0;
      }
    }
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
  std::set<std::string> present_;                  // councils
  std::map<std::string, std::string> council_of_;  // by unit
  std::set<Key> in_gold_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Score> by_protocols_;
  std::uint32_t lost_ = 0;
  Evaluation evaluation_;
};

}  // namespace

Evaluation evaluate(const Comparison& comparison, std::span<const passes::Protocol> protocols,
                    const Gold& gold) {
  return Evaluator(comparison, protocols, gold).evaluate();
}

std::string to_text(const Evaluation& evaluation) {
  std::string text =
      fmt::format("{:28} {:>9} {:>7} {:>6}  {}\n", "pair", "precision", "recall", "F1", "links");
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
  if (evaluation.near_misses > 0) {
    text += fmt::format("\nnear misses linked: {} of {}\n", evaluation.near_misses_linked,
                        evaluation.near_misses);
  }
  text += "\ndifferences in effect found in linked pairs, by type\n";
  text += fmt::format("{:28} {:>9} {:>7}  {:>9} {:>9}\n", "type", "precision", "recall", "right",
                      "found");
  for (const auto& [name, score] : evaluation.divergence_types) {
    text += fmt::format("{:28} {:9.3f} {:7.3f}  {:>9} {:>9}\n", name, score.precision(),
                        score.recall(), fmt::format("{}/{}", score.correct, score.predicted),
                        fmt::format("{}/{}", score.found, score.required));
  }
  if (evaluation.unmatched_units > 0) {
    text += fmt::format("\n{} units of the gold standard match no clause\n",
                        evaluation.unmatched_units);
  }
  return text;
}

}  // namespace concord::compare
