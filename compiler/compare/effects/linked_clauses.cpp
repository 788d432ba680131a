#include "compare/effects/linked_clauses.h"

namespace concord::compare {
namespace {

constexpr std::uint32_t no_lead = UINT32_MAX;

}  // namespace

const StatedClause& StatedClauses::of(std::uint32_t index) const {
  const Corpus& corpus = linked_.corpus;
  const CorpusClause& clause = corpus.clauses[index];
  const CorpusClause* const lead = clause.lead ? &corpus.clauses[*clause.lead] : nullptr;
  const Texts texts{clause.text, lead == nullptr ? no_lead : lead->text};
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = read_.find(texts); known != read_.end()) return known->second;
  }
  StatedClause made(corpus.texts[clause.text], corpus.tokens[clause.text],
                    lead == nullptr ? std::string_view() : corpus.texts[lead->text],
                    lead == nullptr ? std::span<const Token>() : corpus.tokens[lead->text],
                    linked_.lexicon, clause.ref.protocol);
  const std::scoped_lock lock(mutex_);
  return read_.try_emplace(texts, std::move(made)).first->second;
}

}  // namespace concord::compare
