#include "compare/effects/effects.h"

#include <algorithm>

#include "compare/match/relation.h"

namespace concord::compare {
namespace {

constexpr double near_texts = 0.72;    // Dice coefficient
constexpr double whole_text = 0.95;    // share of a text found in the other: the rest is added
constexpr double near_segments = 0.7;  // coverage in the weaker direction
constexpr double related_segments = 0.42;

// The clause that leads into this one, if it continues a sentence: the nearest before it.
const CorpusClause* lead_in(const Corpus& corpus, const CorpusClause& clause) {
  const CorpusClause* found = nullptr;
  for (const std::uint32_t wording : corpus.wordings[clause.wording].leads) {
    for (const std::uint32_t c : corpus.wordings[wording].clauses) {
      const CorpusClause& lead = corpus.clauses[c];
      const bool before = lead.ref.protocol == clause.ref.protocol && lead.ref < clause.ref;
      if (before && (found == nullptr || found->ref < lead.ref)) found = &lead;
    }
  }
  return found;
}

// The whole clause as a passage.
PassageText whole(const Corpus& corpus, const CorpusClause& clause) {
  PassageText passage{
      corpus.texts[clause.text], corpus.segments[clause.text], corpus.tokens[clause.text], {}};
  if (const CorpusClause* lead = lead_in(corpus, clause)) passage.lead = corpus.tokens[lead->text];
  return passage;
}

PassageText inside(PassageText clause, syntax::Range range) {
  const auto place = [&](std::uint32_t offset) {
    return std::ranges::lower_bound(clause.tokens, offset, {},
                                    [](const Token& token) { return token.range.begin; });
  };
  clause.tokens = {place(range.begin), place(range.end)};
  return clause;
}

bool near(const Corpus& corpus, const Wording& a, const Wording& b) {
  if (a.forms == b.forms) return true;
  const Overlap shares = overlap(corpus, a, b);
  return shares.dice >= near_texts || std::max(shares.of_a, shares.of_b) >= whole_text;
}

Nearness nearness(double coverage) {
  if (coverage >= near_segments) return Nearness::near;
  return coverage >= related_segments ? Nearness::related : Nearness::distant;
}

}  // namespace

std::vector<Difference> differences(const LinkedCorpus& linked, std::uint32_t a, std::uint32_t b,
                                    const WordingLink* found) {
  const Corpus& corpus = linked.corpus;
  const CorpusClause& x = corpus.clauses[a];
  const CorpusClause& y = corpus.clauses[b];
  if (x.role_layer == y.role_layer) return {};
  const PassageText one = whole(corpus, x);
  const PassageText two = whole(corpus, y);
  if (near(corpus, corpus.wordings[x.wording], corpus.wordings[y.wording])) {
    return differences(one, two, Nearness::near, linked.lexicon);
  }
  // Each segment that carries the link is looked at; a type is given once, by the best segment.
  std::vector<Difference> all;
  for (const Passage& passage : link(linked, a, b, found).segments) {
    for (Difference& difference : differences(inside(one, passage.a), inside(two, passage.b),
                                              nearness(passage.coverage), linked.lexicon)) {
      const bool known = std::any_of(all.begin(), all.end(), [&](const Difference& other) {
        return other.type == difference.type;
      });
      if (!known) all.push_back(std::move(difference));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Difference& first, const Difference& second) {
    return first.type < second.type;
  });
  return all;
}

}  // namespace concord::compare
