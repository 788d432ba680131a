#include "compare/match/candidates.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <set>

#include "compare/match/decisions.h"
#include "compare/match/model.h"

namespace concord::compare {
namespace {

Corpus corpus_of(std::span<const passes::Protocol> protocols, const syntax::Register* registers,
                 const Lexicon& lexicon, const Background& background) {
  std::vector<ClauseText> texts;
  for (std::uint32_t p = 0; p < protocols.size(); ++p) {
    append_clause_texts(protocols[p].graph(), p, texts);
  }
  const bool all_apart = texts.size() <= most_clauses_apart;
  const std::set<ClauseRef> decided = decided_clauses(protocols, registers);
  for (ClauseText& text : texts) {
    if (all_apart || decided.contains(text.ref)) {
      text.owner = owner_of(protocols[text.ref.protocol].metadata().id);
    }
  }
  const auto known = registers == nullptr ? std::vector<KnownText>() : known_texts(*registers);
  return build_corpus(texts, known, lexicon, background);
}

// A representative stands for its members' councils too.
void add_protocols_of_members(Corpus& corpus, const Representatives& representatives) {
  for (std::size_t i = 0; i < representatives.of.size(); ++i) {
    const std::uint32_t leader = representatives.of[i];
    if (leader == i) continue;
    auto& protocols = corpus.wordings[leader].protocols;
    protocols.insert(protocols.end(), corpus.wordings[i].protocols.begin(),
                     corpus.wordings[i].protocols.end());
  }
  tbb::parallel_for(std::size_t{0}, representatives.chosen.size(), [&](std::size_t i) {
    Wording& leader = corpus.wordings[representatives.chosen[i]];
    auto& protocols = leader.protocols;
    std::sort(protocols.begin(), protocols.end());
    protocols.erase(std::unique(protocols.begin(), protocols.end()), protocols.end());
    for (const std::uint32_t p : protocols) leader.protocol_mask |= std::uint64_t{1} << (p % 64);
  });
}

}  // namespace

Candidates find_candidates(std::span<const passes::Protocol> protocols,
                           const syntax::Register* registers, const Background& background) {
  Lexicon lexicon(registers, protocols);
  Corpus corpus = corpus_of(protocols, registers, lexicon, background);
  Representatives chosen = representatives(corpus);
  add_protocols_of_members(corpus, chosen);
  LikenessTable table(corpus, chosen.chosen);
  StatedProvisions stated(corpus, chosen.chosen);
  std::vector<CandidatePair> pairs = candidate_pairs(corpus, table, stated);
  const Model& model = trained_model();
  tbb::parallel_for(std::size_t{0}, pairs.size(),
                    [&](std::size_t i) { pairs[i].score = model.score(pairs[i].features); });
  return {std::move(lexicon), std::move(corpus), std::move(chosen),
          std::move(table),   std::move(stated), std::move(pairs)};
}

}  // namespace concord::compare
