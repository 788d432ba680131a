#include "compare/match/decisions.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

#include "compare/match/coverage.h"
#include "compare/match/likeness.h"

namespace concord::compare {
namespace {

using syntax::Decision;
using syntax::Verdict;

// By identifier, else by number.
std::optional<graph::ClauseId> clause_named(const graph::ClauseGraph& graph,
                                            std::string_view name) {
  if (const auto found = graph.find(name)) return found;
  const auto numbered = std::ranges::find(graph.clauses, name, &graph::Clause::full_number);
  if (name.empty() || numbered == graph.clauses.end()) return std::nullopt;
  return numbered->id;
}

std::optional<ClauseRef> find(std::span<const passes::Protocol> protocols, std::string_view name) {
  const std::size_t sign = name.find('#');
  if (sign == std::string_view::npos) return std::nullopt;
  for (std::uint32_t p = 0; p < protocols.size(); ++p) {
    if (protocols[p].metadata().id != name.substr(0, sign)) continue;
    const auto clause = clause_named(protocols[p].graph(), name.substr(sign + 1));
    return clause ? std::optional(ClauseRef{p, *clause}) : std::nullopt;
  }
  return std::nullopt;
}

// Those about clauses of two of the protocols.
std::vector<Decided> found_decisions(std::span<const passes::Protocol> protocols,
                                     const syntax::Register* registers) {
  std::vector<Decided> found;
  if (registers == nullptr) return found;
  for (const Decision& decision : registers->decisions) {
    const auto a = find(protocols, decision.a);
    const auto b = find(protocols, decision.b);
    if (!a || !b || a->protocol == b->protocol) continue;
    found.push_back({std::min(*a, *b), std::max(*a, *b), decision});
  }
  return found;
}

bool before(const DecidedPair& x, const DecidedPair& y) {
  return std::tie(x.a, x.b) < std::tie(y.a, y.b);
}

// The index of a clause of the corpus, or none of a heading.
std::optional<std::uint32_t> index_of(const Corpus& corpus, ClauseRef ref) {
  const auto place = std::ranges::lower_bound(corpus.clauses, ref, {}, &CorpusClause::ref);
  if (place == corpus.clauses.end() || place->ref != ref) return std::nullopt;
  return static_cast<std::uint32_t>(place - corpus.clauses.begin());
}

// The segments that speak best for a link that the comparison did not find.
SegmentLink best_segments(const Corpus& corpus, std::uint32_t a, std::uint32_t b) {
  const auto& of_a = corpus.wordings[a].segments;
  const auto& of_b = corpus.wordings[b].segments;
  ScatteredSegment one;
  ScatteredSegment other;
  SegmentLink best;
  double most = -1;
  for (std::uint32_t i = 0; i < of_a.size(); ++i) {
    one.scatter(of_a[i], corpus);
    for (std::uint32_t j = 0; j < of_b.size(); ++j) {
      other.scatter(of_b[j], corpus);
      const double forward = other.share_of(of_a[i]);
      const double backward = one.share_of(of_b[j]);
      const double value = likeness_value(one, of_b[j], forward, backward);
      if (value <= most) continue;
      most = value;
      best = {i, j, static_cast<float>(std::min(forward, backward))};
    }
  }
  return best;
}

}  // namespace

Decisions::Decisions(std::span<const passes::Protocol> protocols, const syntax::Register* registers,
                     const Corpus& corpus) {
  for (Decided& decided : found_decisions(protocols, registers)) {
    const auto a = index_of(corpus, decided.a);
    const auto b = index_of(corpus, decided.b);
    if (!a || !b) continue;
    const auto [first, second] =
        std::minmax(corpus.clauses[*a].wording, corpus.clauses[*b].wording);
    pairs_.push_back({first, second, std::move(decided)});
  }
  std::stable_sort(pairs_.begin(), pairs_.end(), before);
  const auto again = [](const DecidedPair& x, const DecidedPair& y) {
    return !before(x, y) && !before(y, x);
  };
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end(), again), pairs_.end());
}

const Decided* Decisions::of(std::uint32_t a, std::uint32_t b) const {
  const auto [first, second] = std::minmax(a, b);
  const auto place = std::lower_bound(
      pairs_.begin(), pairs_.end(), std::tie(first, second),
      [](const DecidedPair& pair, const auto& key) { return std::tie(pair.a, pair.b) < key; });
  if (place == pairs_.end() || place->a != first || place->b != second) return nullptr;
  return &place->decided;
}

std::vector<WordingLink> obey(const Decisions& decisions, std::vector<WordingLink> links,
                              const Corpus& corpus, CouncilPair protocols) {
  const auto place_of = [&](const DecidedPair& pair) {
    return std::lower_bound(
        links.begin(), links.end(), std::tie(pair.a, pair.b),
        [](const WordingLink& link, const auto& key) { return std::tie(link.a, link.b) < key; });
  };
  for (const DecidedPair& pair : decisions.all()) {
    if (std::pair(pair.decided.a.protocol, pair.decided.b.protocol) != protocols) continue;
    auto link = place_of(pair);
    const bool found = link != links.end() && link->a == pair.a && link->b == pair.b;
    if (pair.decided.decision.verdict == Verdict::different) {
      if (found) links.erase(link);
      continue;
    }
    if (!found) {
      link = links.insert(
          link, {pair.a, pair.b, 1, FoundBy::decision, {best_segments(corpus, pair.a, pair.b)}});
    }
    link->score = 1;
    link->found_by = FoundBy::decision;
  }
  return links;
}

}  // namespace concord::compare
