#include "train/judged_pairs.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/match/candidates.h"
#include "compare/match/one_provision.h"

namespace concord::training {
namespace {

using compare::ClauseRef;

using Units = std::map<std::string, ClauseRef>;
using Clauses = std::pair<ClauseRef, ClauseRef>;  // the lower first
using ByCouncils = std::map<std::pair<std::uint32_t, std::uint32_t>, JudgedPair>;

// What the gold standard says of two clauses; of others it says that they are not linked.
std::map<Clauses, JudgedCandidate> verdicts_of(const compare::Gold& gold, const Units& units) {
  std::map<Clauses, JudgedCandidate> verdicts;
  const auto verdict = [&](const std::string& a, const std::string& b) -> JudgedCandidate* {
    const auto x = units.find(a);
    const auto y = units.find(b);
    if (x == units.end() || y == units.end()) return nullptr;
    return &verdicts[std::minmax(x->second, y->second)];
  };
  for (const compare::GoldLink& link : gold.links) {
    JudgedCandidate* judged = verdict(link.a, link.b);
    if (judged == nullptr) continue;
    judged->verdict = link.required ? Verdict::required : Verdict::optional_;
    judged->strength = link.strength;
  }
  for (const compare::GoldNearMiss& miss : gold.near_misses) {
    if (JudgedCandidate* judged = verdict(miss.a, miss.b)) judged->near_miss = true;
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

ByCouncils judged_councils(const std::map<Clauses, JudgedCandidate>& verdicts) {
  ByCouncils pairs;
  for (const auto& [clauses, judged] : verdicts) {
    JudgedPair& pair = pairs[{clauses.first.protocol, clauses.second.protocol}];
    if (judged.verdict == Verdict::required) ++pair.required[judged.strength];
    if (judged.near_miss) ++pair.near_misses;
  }
  return pairs;
}

void add_candidates(const compare::ReadProtocols& read, const compare::Candidates& candidates,
                    const std::map<Clauses, JudgedCandidate>& verdicts,
                    const std::set<ClauseRef>& judged, ByCouncils& pairs) {
  const auto& clauses = read.corpus.clauses;
  const auto add = [&](const compare::FeatureVector& features, double by_provision, std::uint32_t x,
                       std::uint32_t y) {
    const auto [a, b] = std::minmax(clauses[x].ref, clauses[y].ref);
    const auto pair = pairs.find({a.protocol, b.protocol});
    if (pair == pairs.end() || !judged.contains(a) || !judged.contains(b)) return;
    const auto verdict = verdicts.find({a, b});
    JudgedCandidate& candidate = pair->second.candidates.emplace_back(
        verdict == verdicts.end() ? JudgedCandidate{} : verdict->second);
    candidate.features = features;
    candidate.by_provision = by_provision;
  };
  for (const compare::CandidatePair& pair : candidates.pairs) {
    const auto provision = compare::one_provision(read, pair);
    const double by_provision = provision ? provision->likeness : 0;
    for (const std::uint32_t x : read.corpus.wordings[pair.a].clauses) {
      for (const std::uint32_t y : read.corpus.wordings[pair.b].clauses) {
        add(pair.features, by_provision, x, y);
      }
    }
  }
}

std::vector<JudgedPair> judge(std::span<const passes::Protocol> protocols,
                              const syntax::Register& registers, const compare::Gold& gold,
                              const compare::Background& background) {
  const Units units = compare::find_units(gold, protocols);
  const auto verdicts = verdicts_of(gold, units);
  ByCouncils pairs = judged_councils(verdicts);
  const compare::ReadProtocols read = compare::read_protocols(protocols, &registers, background);
  const std::set<ClauseRef> judged = judged_clauses(gold, units);
  for (const auto& [a, b] : compare::every_pair(protocols.size())) {
    add_candidates(read, compare::find_candidates(read, a, b, compare::Reach::all), verdicts,
                   judged, pairs);
  }
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

}  // namespace

bool touches(const JudgedPair& pair, const Ids& councils) {
  return std::any_of(pair.councils.begin(), pair.councils.end(),
                     [&](const std::string& council) { return councils.contains(council); });
}

const std::vector<JudgedPair>& Judgements::where_unknown(const Ids& councils) {
  const auto known = made_.find(councils);
  if (known != made_.end()) return known->second;
  return made_[councils] =
             judge(protocols_, compare::unknown_to(*registers_, councils), *gold_, background_);
}

const std::vector<JudgedPair>& Judgements::where_nothing_known() {
  if (nothing_known_.empty()) {
    syntax::Register registers = *registers_;
    registers.provisions.clear();
    nothing_known_ = judge(protocols_, registers, *gold_, background_);
  }
  return nothing_known_;
}

}  // namespace concord::training
