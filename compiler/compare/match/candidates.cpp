#include "compare/match/candidates.h"

#include "compare/match/model.h"

namespace concord::compare {
namespace {

Corpus corpus_of(std::span<const passes::Protocol> protocols, const syntax::Register* registers,
                 const Lexicon& lexicon, const Background& background) {
  std::vector<ClauseText> texts;
  for (std::uint32_t p = 0; p < protocols.size(); ++p) {
    const std::size_t first = texts.size();
    append_clause_texts(protocols[p].graph(), p, texts);
    const std::uint64_t owner = owner_of(protocols[p].metadata().id);
    for (ClauseText& text : std::span(texts).subspan(first)) text.owner = owner;
  }
  const auto known = registers == nullptr ? std::vector<KnownText>() : known_texts(*registers);
  return build_corpus(texts, known, lexicon, background);
}

}  // namespace

ReadProtocols read_protocols(std::span<const passes::Protocol> protocols,
                             const syntax::Register* registers, const Background& background,
                             source::Remembered<std::vector<StatedProvision>>* known) {
  Lexicon lexicon(registers, protocols);
  Corpus corpus = corpus_of(protocols, registers, lexicon, background);
  StatedProvisions stated(corpus, known);
  return {std::move(lexicon), std::move(corpus), std::move(stated)};
}

Candidates find_candidates(const ReadProtocols& read, const ProtocolSegments& a,
                           const ProtocolSegments& b, Reach reach) {
  Candidates found{LikenessTable(read.corpus, a, b), {}};
  found.pairs = candidate_pairs(read.corpus, found.table, read.stated, reach);
  const Model& model = trained_model();
  for (CandidatePair& pair : found.pairs) pair.score = model.score(pair.features);
  return found;
}

Candidates find_candidates(const ReadProtocols& read, std::uint32_t a, std::uint32_t b,
                           Reach reach) {
  return find_candidates(read, {read.corpus, a}, {read.corpus, b}, reach);
}

}  // namespace concord::compare
