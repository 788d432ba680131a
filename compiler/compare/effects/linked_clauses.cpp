#include "compare/effects/linked_clauses.h"

#include <algorithm>

namespace concord::compare {
namespace {

// The clause that leads into this one, if it continues a sentence: the nearest before it.
const CorpusClause* lead_in(const Corpus& corpus, const CorpusClause& clause) {
  const CorpusClause* found = nullptr;
  for (const std::uint32_t wording : corpus.wordings[clause.wording].leads) {
    const auto& clauses = corpus.wordings[wording].clauses;
    // Sorted by protocol and place: the last one before the clause.
    const auto behind = std::ranges::lower_bound(
        clauses, clause.ref, {}, [&](std::uint32_t c) { return corpus.clauses[c].ref; });
    if (behind == clauses.begin()) continue;
    const CorpusClause& lead = corpus.clauses[*std::prev(behind)];
    const bool own = lead.ref.protocol == clause.ref.protocol;
    if (own && (found == nullptr || found->ref < lead.ref)) found = &lead;
  }
  return found;
}

constexpr std::uint32_t no_lead = UINT32_MAX;

}  // namespace

const StatedClause& StatedClauses::of(std::uint32_t index) const {
  const Corpus& corpus = linked_.corpus;
  const CorpusClause& clause = corpus.clauses[index];
  const CorpusClause* lead = lead_in(corpus, clause);
  const Texts texts{clause.text, lead == nullptr ? no_lead : lead->text};
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = read_.find(texts); known != read_.end()) return known->second;
  }
  StatedClause made{corpus.texts[clause.text], {}, corpus.tokens[clause.text], {}, {}};
  if (lead != nullptr) {
    made.lead = corpus.texts[lead->text];
    made.lead_tokens = corpus.tokens[lead->text];
  }
  made.statements = linked_.lexicon.statements(made.text, made.lead, clause.ref.protocol);
  const std::scoped_lock lock(mutex_);
  return read_.try_emplace(texts, std::move(made)).first->second;
}

}  // namespace concord::compare
