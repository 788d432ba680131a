#include "train/judged_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compare/match/candidates.h"

namespace concord::training {
namespace {

using compare::ClauseRef;

using Units = std::map<std::string, ClauseRef>;
using Verdicts = std::map<std::pair<ClauseRef, ClauseRef>, Verdict>;
using ByCouncils = std::map<std::pair<std::uint32_t, std::uint32_t>, JudgedPair>;

Verdicts verdicts_of(const compare::Gold& gold, const Units& units) {
  Verdicts verdicts;
  for (const compare::GoldLink& link : gold.links) {
    const auto a = units.find(link.a);
    const auto b = units.find(link.b);
    if (a == units.end() || b == units.end()) continue;
    const auto [low, high] = std::minmax(a->second, b->second);
    verdicts[{low, high}] = link.required ? Verdict::required : Verdict::optional_;
  }
  return verdicts;
}

std::set<ClauseRef> judged_clauses(const compare::Gold& gold, const Units& units) {
  std::set<ClauseRef> judged;
  for (const compare::GoldUnit& unit : gold.units) {
    const auto clause = units.find(unit.id);
    if (clause != units.end() && unit.kind != "heading") judged.insert(clause->second);
  }
  return judged;
}

ByCouncils linked_councils(const Verdicts& verdicts) {
  ByCouncils pairs;
  for (const auto& [link, verdict] : verdicts) {
    JudgedPair& pair = pairs[{link.first.protocol, link.second.protocol}];
    pair.required += verdict == Verdict::required ? 1 : 0;
  }
  return pairs;
}

void add_candidates(const compare::Candidates& candidates, const Verdicts& verdicts,
                    const std::set<ClauseRef>& judged, ByCouncils& pairs) {
  const auto& clauses = candidates.corpus.clauses;
  const auto add = [&](const compare::FeatureVector& features, std::uint32_t x, std::uint32_t y) {
    const auto [a, b] = std::minmax(clauses[x].ref, clauses[y].ref);
    const auto pair = pairs.find({a.protocol, b.protocol});
    if (pair == pairs.end() || !judged.contains(a) || !judged.contains(b)) return;
    const auto verdict = verdicts.find({a, b});
    pair->second.features.push_back(features);
    pair->second.verdicts.push_back(verdict == verdicts.end() ? Verdict::unlinked
                                                              : verdict->second);
  };
  for (const compare::CandidatePair& pair : candidates.pairs) {
    for (const std::uint32_t x : candidates.corpus.wordings[pair.a].clauses) {
      for (const std::uint32_t y : candidates.corpus.wordings[pair.b].clauses) {
        add(pair.features, x, y);
      }
    }
  }
}

}  // namespace

std::vector<JudgedPair> judge(std::span<const passes::Protocol> protocols,
                              const syntax::Register& registers, const compare::Gold& gold) {
  const Units units = compare::find_units(gold, protocols);
  const Verdicts verdicts = verdicts_of(gold, units);
  ByCouncils pairs = linked_councils(verdicts);
  add_candidates(compare::find_candidates(protocols, &registers), verdicts,
                 judged_clauses(gold, units), pairs);
  std::vector<JudgedPair> found;
  for (auto& [councils, pair] : pairs) {
    pair.councils = {protocols[councils.first].metadata().id,
                     protocols[councils.second].metadata().id};
    pair.name = fmt::format("{}", fmt::join(pair.councils, " / "));
    found.push_back(std::move(pair));
  }
  std::sort(found.begin(), found.end(),
            [](const JudgedPair& a, const JudgedPair& b) { return a.name < b.name; });
  return found;
}

}  // namespace concord::training
