#include "compare/match/match.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "compare/match/kept_pairs.h"
#include "compare/match/progress.h"

namespace concord::compare {
namespace {

bool by_ends(const WordingLink& x, const WordingLink& y) {
  return std::tie(x.a, x.b) < std::tie(y.a, y.b);
}

LinkIndex index_clauses(const Corpus& corpus, std::size_t protocols) {
  LinkIndex index;
  index.links_of.resize(corpus.wordings.size());
  index.first_clause.assign(protocols + 1, 0);
  index.fingerprint.assign(protocols, 0);
  index.matched_with.resize(protocols);
  for (std::uint32_t i = 0; i < corpus.clauses.size(); ++i) {
    const CorpusClause& clause = corpus.clauses[i];
    const std::uint32_t protocol = clause.ref.protocol;
    index.first_clause[protocol + 1] = i + 1;
    std::uint64_t& print = index.fingerprint[protocol];
    const TextInSetting& text = corpus.in_settings[corpus.wordings[clause.wording].text];
    print = (print ^ text.key[0]) * 0x9E3779B97F4A7C15ULL;
  }
  for (std::size_t p = 1; p < index.first_clause.size(); ++p) {
    index.first_clause[p] = std::max(index.first_clause[p], index.first_clause[p - 1]);
  }
  return index;
}

std::vector<CouncilPair> with_decided(std::vector<CouncilPair> pairs, const LinkedCorpus& linked) {
  for (const DecidedPair& each : linked.decisions.all())
    pairs.emplace_back(each.decided.a.protocol, each.decided.b.protocol);
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::vector<ProtocolSegments> segments_of_all(const Corpus& corpus, std::uint32_t protocols) {
  std::vector<std::optional<ProtocolSegments>> made(protocols);
  tbb::parallel_for(0U, protocols, [&](std::uint32_t p) { made[p].emplace(corpus, p); });
  std::vector<ProtocolSegments> all;
  all.reserve(made.size());
  for (auto& each : made) all.push_back(*std::move(each));
  return all;
}

// As people have decided.
std::vector<WordingLink> link_two(const LinkedCorpus& linked, const ProtocolSegments& a,
                                  const ProtocolSegments& b) {
  const CouncilPair pair(a.protocol(), b.protocol());
  auto found = linked.copies(pair.first, pair.second)
                   ? link_copies(linked.corpus, pair)
                   : link_wordings(linked, find_candidates(linked, a, b));
  return obey(linked.decisions, std::move(found), linked.corpus, pair);
}

// By pair.
std::vector<std::vector<WordingLink>> link_all(const LinkedCorpus& linked, std::uint32_t protocols,
                                               const MatchOptions& options) {
  const auto segments = segments_of_all(linked.corpus, protocols);
  std::vector<std::vector<WordingLink>> by_pair(linked.pairs.size());
  tbb::parallel_for(std::size_t{0}, by_pair.size(), [&](std::size_t i) {
    const CouncilPair pair = linked.pairs[i];
    auto kept =
        options.earlier == nullptr ? std::nullopt : options.earlier->links(linked.corpus, pair);
    by_pair[i] =
        kept ? *std::move(kept) : link_two(linked, segments[pair.first], segments[pair.second]);
    advance(options.progress);
  });
  return by_pair;
}

// The index of the pair whose wordings are linked.
std::size_t pair_of(const LinkedCorpus& linked, const WordingLink& link) {
  const CouncilPair pair(std::minmax(linked.protocol_of(link.a), linked.protocol_of(link.b)));
  return static_cast<std::size_t>(std::ranges::lower_bound(linked.pairs, pair) -
                                  linked.pairs.begin());
}

void add_links(std::vector<std::vector<WordingLink>> by_pair, LinkedCorpus& linked) {
  for (auto& of_pair : by_pair) std::ranges::move(of_pair, std::back_inserter(linked.links));
  std::ranges::sort(linked.links, by_ends);
  linked.index.links_of_pair.resize(by_pair.size());
  for (std::uint32_t i = 0; i < linked.links.size(); ++i) {
    const WordingLink& link = linked.links[i];
    linked.index.links_of[link.a].push_back(i);
    linked.index.links_of[link.b].push_back(i);
    linked.index.links_of_pair[pair_of(linked, link)].push_back(i);
  }
}

}  // namespace

std::optional<std::uint32_t> LinkedCorpus::clause(ClauseRef ref) const {
  if (ref.protocol + 1 >= index.first_clause.size()) return std::nullopt;
  const auto begin = corpus.clauses.begin() + index.first_clause[ref.protocol];
  const auto end = corpus.clauses.begin() + index.first_clause[ref.protocol + 1];
  const auto place = std::lower_bound(
      begin, end, ref,
      [](const CorpusClause& clause, const ClauseRef& key) { return clause.ref < key; });
  if (place == end || place->ref != ref) return std::nullopt;
  return static_cast<std::uint32_t>(place - corpus.clauses.begin());
}

const std::vector<std::uint32_t>* LinkedCorpus::links_of(std::uint32_t a, std::uint32_t b) const {
  const CouncilPair wanted(std::minmax(a, b));
  const auto pair = std::ranges::lower_bound(pairs, wanted);
  if (pair == pairs.end() || *pair != wanted) return nullptr;
  return &index.links_of_pair[static_cast<std::size_t>(pair - pairs.begin())];
}

const WordingLink* LinkedCorpus::link_between(std::uint32_t a, std::uint32_t b) const {
  for (const std::uint32_t i : index.links_of[a]) {
    if (links[i].partner_of(a) == b) return &links[i];
  }
  return nullptr;
}

std::vector<WordingLink> LinkedCorpus::links_now(std::uint32_t a, std::uint32_t b) const {
  return link_two(*this, {corpus, std::min(a, b)}, {corpus, std::max(a, b)});
}

LinkedCorpus match(ReadProtocols read, std::span<const passes::Protocol> protocols,
                   const syntax::Register* registers, std::vector<CouncilPair> pairs,
                   const MatchOptions& options) {
  LinkedCorpus linked{std::move(read), {}, {}, {}, {}};
  linked.decisions = Decisions(protocols, registers, linked.corpus);
  linked.pairs = with_decided(std::move(pairs), linked);
  linked.index = index_clauses(linked.corpus, protocols.size());
  step(options.progress, "comparing pairs", linked.pairs.size());
  add_links(link_all(linked, static_cast<std::uint32_t>(protocols.size()), options), linked);
  for (const auto& [a, b] : linked.pairs) {
    linked.index.matched_with[a].push_back(b);
    linked.index.matched_with[b].push_back(a);
  }
  return linked;
}

LinkedCorpus match(std::span<const passes::Protocol> protocols, const syntax::Register* registers) {
  return match(read_protocols(protocols, registers), protocols, registers,
               every_pair(protocols.size()));
}

}  // namespace concord::compare
