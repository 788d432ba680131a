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

// A clause's text in tokens, with its lead-in's.
struct TokenisedClause {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Token> lead;

  PassageText whole() const { return {text, tokens, lead}; }
  PassageText inside(syntax::Range range) const {
    const auto begin = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.range.begin >= range.begin;
    });
    const auto end = std::find_if(
        begin, tokens.end(), [&](const Token& token) { return token.range.begin >= range.end; });
    return {text, std::span(begin, end), lead};
  }
};

TokenisedClause tokenised(const LinkedCorpus& linked, const CorpusClause& clause) {
  const std::string& text = linked.corpus.texts[clause.text];
  TokenisedClause made{text, linked.lexicon.tokens(text, clause.ref.protocol), {}};
  if (const CorpusClause* lead = lead_in(linked.corpus, clause)) {
    made.lead = linked.lexicon.tokens(linked.corpus.texts[lead->text], clause.ref.protocol);
  }
  return made;
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
  const TokenisedClause one = tokenised(linked, x);
  const TokenisedClause two = tokenised(linked, y);
  if (near(corpus, corpus.wordings[x.wording], corpus.wordings[y.wording])) {
    return differences(one.whole(), two.whole(), Nearness::near, linked.lexicon);
  }
  // Each segment that carries the link is looked at; a type is given once, by the best segment.
  std::vector<Difference> all;
  for (const Passage& passage : link(linked, a, b, found).segments) {
    for (Difference& difference : differences(one.inside(passage.a), two.inside(passage.b),
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
