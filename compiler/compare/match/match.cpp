#include "compare/match/match.h"

#include <algorithm>

namespace concord::compare {
namespace {

LinkIndex index_links(const Corpus& corpus, const Representatives& representatives,
                      std::span<const WordingLink> links, std::size_t protocols) {
  LinkIndex index;
  index.links_of.resize(corpus.wordings.size());
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    index.links_of[links[i].a].push_back(i);
    index.links_of[links[i].b].push_back(i);
  }
  index.clauses_of.resize(corpus.wordings.size());
  index.first_clause.assign(protocols + 1, 0);
  index.fingerprint.assign(protocols, 0);
  for (std::uint32_t i = 0; i < corpus.clauses.size(); ++i) {
    const CorpusClause& clause = corpus.clauses[i];
    const std::uint32_t protocol = clause.ref.protocol;
    index.clauses_of[representatives.of[clause.wording]].push_back(i);
    index.first_clause[protocol + 1] = i + 1;
    std::uint64_t& print = index.fingerprint[protocol];
    print = (print ^ corpus.wordings[clause.wording].key[0]) * 0x9E3779B97F4A7C15ULL;
  }
  for (std::size_t p = 1; p < index.first_clause.size(); ++p) {
    index.first_clause[p] = std::max(index.first_clause[p], index.first_clause[p - 1]);
  }
  return index;
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

std::span<const std::uint32_t> LinkedCorpus::clauses_in(std::uint32_t representative,
                                                        std::uint32_t protocol) const {
  const auto& all = index.clauses_of[representative];
  const auto begin = std::lower_bound(all.begin(), all.end(), index.first_clause[protocol]);
  const auto end = std::lower_bound(begin, all.end(), index.first_clause[protocol + 1]);
  return {begin, end};
}

const WordingLink* LinkedCorpus::link_between(std::uint32_t a, std::uint32_t b) const {
  for (const std::uint32_t i : index.links_of[a]) {
    if ((links[i].a == a ? links[i].b : links[i].a) == b) return &links[i];
  }
  return nullptr;
}

LinkedCorpus match(std::span<const passes::Protocol> protocols, const syntax::Register* registers) {
  Candidates candidates = find_candidates(protocols, registers);
  Decisions decisions(protocols, registers, candidates.corpus, candidates.representatives);
  std::vector<WordingLink> links =
      obey(decisions, link_wordings(candidates, protocols.size()), candidates.corpus);
  LinkIndex index =
      index_links(candidates.corpus, candidates.representatives, links, protocols.size());
  return {.lexicon = std::move(candidates.lexicon),
          .corpus = std::move(candidates.corpus),
          .representatives = std::move(candidates.representatives),
          .stated = std::move(candidates.stated),
          .decisions = std::move(decisions),
          .links = std::move(links),
          .index = std::move(index)};
}

}  // namespace concord::compare
