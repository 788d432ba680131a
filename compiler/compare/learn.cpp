#include "compare/learn.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "compare/match/analysis.h"

namespace concord::compare {
namespace {

enum class Verdict : std::uint8_t { unlinked, optional_, required };

// Two councils of the gold standard with everything that is judged between them.
struct CouncilPair {
  std::string name;
  std::set<std::string> councils;
  std::vector<Signs> signs;
  std::vector<Verdict> verdicts;
  std::uint32_t needed = 0;  // required links, also those that no candidate reaches
};

using Verdicts = std::map<std::pair<ClauseRef, ClauseRef>, Verdict>;

Verdicts verdicts_of(const Gold& gold, const std::map<std::string, ClauseRef>& units) {
  Verdicts verdicts;
  for (const GoldLink& link : gold.links) {
    const auto a = units.find(link.a);
    const auto b = units.find(link.b);
    if (a == units.end() || b == units.end()) continue;
    const auto [low, high] = std::minmax(a->second, b->second);
    verdicts[{low, high}] = link.required ? Verdict::required : Verdict::optional_;
  }
  return verdicts;
}

std::set<ClauseRef> judged_clauses(const Gold& gold,
                                   const std::map<std::string, ClauseRef>& units) {
  std::set<ClauseRef> judged;
  for (const GoldUnit& unit : gold.units) {
    const auto clause = units.find(unit.id);
    if (clause != units.end() && unit.kind != "heading") judged.insert(clause->second);
  }
  return judged;
}

std::vector<CouncilPair> council_pairs(const Gold& gold, const Analysis& analysis,
                                       std::span<const passes::Protocol> protocols) {
  const auto units = find_units(gold, protocols);
  const Verdicts verdicts = verdicts_of(gold, units);
  const std::set<ClauseRef> judged = judged_clauses(gold, units);
  std::map<std::pair<std::uint32_t, std::uint32_t>, CouncilPair> pairs;
  for (const auto& [link, verdict] : verdicts) {
    CouncilPair& pair = pairs[{link.first.protocol, link.second.protocol}];
    pair.needed += verdict == Verdict::required ? 1 : 0;
  }
  const auto& clauses = analysis.corpus.clauses;
  const auto example = [&](const Pair& pair, std::uint32_t x, std::uint32_t y) {
    const auto [a, b] = std::minmax(clauses[x].ref, clauses[y].ref);
    const auto place = pairs.find({a.protocol, b.protocol});
    if (place == pairs.end() || !judged.contains(a) || !judged.contains(b)) return;
    const auto verdict = verdicts.find({a, b});
    place->second.signs.push_back(pair.signs);
    place->second.verdicts.push_back(verdict == verdicts.end() ? Verdict::unlinked
                                                               : verdict->second);
  };
  for (const Pair& pair : analysis.pairs) {
    for (const std::uint32_t x : analysis.corpus.wordings[pair.a].clauses) {
      for (const std::uint32_t y : analysis.corpus.wordings[pair.b].clauses) example(pair, x, y);
    }
  }
  std::vector<CouncilPair> found;
  for (auto& [key, pair] : pairs) {
    pair.councils = {protocols[key.first].metadata().id, protocols[key.second].metadata().id};
    pair.name = fmt::format("{}", fmt::join(pair.councils, " / "));
    found.push_back(std::move(pair));
  }
  std::sort(found.begin(), found.end(),
            [](const CouncilPair& a, const CouncilPair& b) { return a.name < b.name; });
  return found;
}

std::vector<Example> examples_of(std::span<const CouncilPair* const> pairs) {
  std::vector<Example> examples;
  for (const CouncilPair* pair : pairs) {
    for (std::size_t i = 0; i < pair->signs.size(); ++i) {
      if (pair->verdicts[i] == Verdict::optional_) continue;
      examples.push_back({pair->signs[i], pair->verdicts[i] == Verdict::required});
    }
  }
  return examples;
}

struct Scored {
  const CouncilPair* pair = nullptr;
  std::vector<double> scores;
};

Score at_threshold(std::span<const Scored> all, double threshold) {
  Score score;
  for (const Scored& scored : all) {
    score.needed += scored.pair->needed;
    for (std::size_t i = 0; i < scored.scores.size(); ++i) {
      if (scored.scores[i] < threshold) continue;
      const Verdict verdict = scored.pair->verdicts[i];
      ++score.drawn;
      score.right += verdict != Verdict::unlinked ? 1 : 0;
      score.found += verdict == Verdict::required ? 1 : 0;
    }
  }
  return score;
}

// The threshold with the best F1; of equals, the middle one, which is the safest.
double best_threshold(std::span<const Scored> all) {
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

Scored score_with(const Model& model, const CouncilPair& pair) {
  Scored scored{&pair, {}};
  for (const Signs& signs : pair.signs) scored.scores.push_back(model.score(signs));
  return scored;
}

std::string line(const std::string& title, std::span<const Scored> all, double threshold) {
  const Score score = at_threshold(all, threshold);
  std::string text = fmt::format("{:34} precision {:.3f}  recall {:.3f}  F1 {:.3f}  (", title,
                                 score.precision(), score.recall(), score.f1());
  for (const Scored& scored : all) {
    text += fmt::format("{}{} {:.3f}", &scored == all.data() ? "" : ", ", scored.pair->name,
                        at_threshold(std::span(&scored, 1), threshold).f1());
  }
  return text + ")\n";
}

// Judges each pair with trees learned from the pairs that `may_teach` lets teach.
template <typename MayTeach>
std::vector<Scored> held_out(const std::vector<CouncilPair>& pairs, const Training& training,
                             const MayTeach& may_teach) {
  std::vector<Scored> all;
  for (const CouncilPair& judged : pairs) {
    std::vector<const CouncilPair*> teachers;
    for (const CouncilPair& pair : pairs) {
      if (&pair != &judged && may_teach(pair, judged)) teachers.push_back(&pair);
    }
    all.push_back(score_with(train(examples_of(teachers), training), judged));
  }
  return all;
}

}  // namespace

Learned learn(std::span<const passes::Protocol> protocols, const syntax::Register* registers,
              const Gold& gold, const Training& training) {
  const Analysis analysis = analyse(protocols, registers);
  const std::vector<CouncilPair> pairs = council_pairs(gold, analysis, protocols);
  const auto other_pair = [](const CouncilPair&, const CouncilPair&) { return true; };
  // The two councils with most pairs anchor the development pairs: trees that saw one of them must
  // judge the pairs of the other.
  const auto other_anchor = [](const CouncilPair& teacher, const CouncilPair& judged) {
    return *teacher.councils.begin() != *judged.councils.begin();
  };
  const std::vector<Scored> by_pair = held_out(pairs, training, other_pair);
  const std::vector<Scored> by_council = held_out(pairs, training, other_anchor);

  Learned learned;
  std::vector<const CouncilPair*> teachers;
  teachers.reserve(pairs.size());
  for (const CouncilPair& pair : pairs) teachers.push_back(&pair);
  learned.model = train(examples_of(teachers), training);
  learned.model.threshold = best_threshold(by_pair);
  std::vector<Scored> fitted;
  fitted.reserve(pairs.size());
  for (const CouncilPair& pair : pairs) fitted.push_back(score_with(learned.model, pair));
  const double threshold = learned.model.threshold;
  learned.report = fmt::format("threshold {:.2f}\n", threshold) +
                   line("learned from all pairs", fitted, threshold) +
                   line("each pair by the others", by_pair, threshold) +
                   line("each pair by another council's", by_council, threshold);
  return learned;
}

}  // namespace concord::compare
