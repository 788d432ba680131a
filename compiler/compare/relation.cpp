// How two linked texts stand to one another, and where they differ in effect.
#include <algorithm>
#include <cmath>

#include "compare/content.h"

namespace concord::compare {
namespace {

constexpr double same_provision =
    0.6;                        // Dice coefficient from which on a text is reworded, not part
constexpr double mostly = 0.6;  // share of a text that makes it a part of another
constexpr double near_texts = 0.72;
constexpr double whole_text = 0.95;    // share of a text found in the other: the rest is added
constexpr double near_passages = 0.7;  // coverage in the weaker direction
constexpr double related_passages = 0.42;

struct Overlap {
  double dice = 0;
  double of_a = 0;  // share of a's information found in b
  double of_b = 0;
};

Overlap overlap(const Wording& a, const Wording& b, const std::vector<double>& weights) {
  if (a.weight <= 0 || b.weight <= 0) return {};
  const double common = weight_in_common(a.terms, b.terms, weights);
  return {2 * common / (a.weight + b.weight), common / a.weight, common / b.weight};
}

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

syntax::Range whole(const std::string& text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

}  // namespace

Relation Comparison::Content::relation(std::uint32_t a, std::uint32_t b) const {
  const CorpusClause& x = corpus.clauses[a];
  const CorpusClause& y = corpus.clauses[b];
  if (x.surface == y.surface) return Relation::identical;
  if (x.role_layer == y.role_layer) return Relation::vocabulary;
  const Wording& u = corpus.wordings[x.wording];
  const Wording& v = corpus.wordings[y.wording];
  if (u.forms == v.forms) return Relation::reworded;
  const Overlap shares = overlap(u, v, corpus.term_weight);
  if (shares.dice >= same_provision) return Relation::reworded;
  if (shares.of_b >= mostly && shares.of_b >= shares.of_a) return Relation::contains;
  if (shares.of_a >= mostly) return Relation::contained;
  if (u.segments.size() > 1 && v.segments.size() == 1) return Relation::contains;
  if (v.segments.size() > 1 && u.segments.size() == 1) return Relation::contained;
  return u.segments.size() == 1 ? Relation::reworded : Relation::overlaps;
}

Link Comparison::Content::link(std::uint32_t a, std::uint32_t b, const WordingLink* found) const {
  const CorpusClause& x = corpus.clauses[a];
  const CorpusClause& y = corpus.clauses[b];
  Link link;
  link.a = x.ref;
  link.b = y.ref;
  link.relation = relation(a, b);
  const auto& ranges_a = corpus.passages[x.text];
  const auto& ranges_b = corpus.passages[y.text];
  if (found == nullptr) {
    const bool same = x.wording == y.wording;
    link.found_by = same ? FoundBy::same_wording : FoundBy::mutual_best;
    link.score = same ? 1 : 0.95;
    if (same && ranges_a.size() == ranges_b.size()) {
      for (std::size_t i = 0; i < ranges_a.size(); ++i) {
        link.segments.push_back({ranges_a[i], ranges_b[i], 1});
      }
    } else {
      link.segments.push_back(
          {whole(corpus.texts[x.text]), whole(corpus.texts[y.text]), link.score});
    }
    return link;
  }
  link.found_by = found->found_by;
  link.score = found->score;
  const bool forward = representatives.of[x.wording] == found->a;
  for (const SegmentLink& segment : found->segments) {
    const std::uint32_t i = forward ? segment.a : segment.b;
    const std::uint32_t j = forward ? segment.b : segment.a;
    if (i < ranges_a.size() && j < ranges_b.size()) {
      link.segments.push_back({ranges_a[i], ranges_b[j], segment.coverage});
    }
  }
  if (link.segments.empty()) {
    link.segments.push_back({whole(corpus.texts[x.text]), whole(corpus.texts[y.text]), 0});
  }
  return link;
}

std::vector<Difference> Comparison::Content::differences(std::uint32_t a, std::uint32_t b,
                                                         const WordingLink* found) const {
  const CorpusClause& x = corpus.clauses[a];
  const CorpusClause& y = corpus.clauses[b];
  if (x.role_layer == y.role_layer) return {};
  const std::string& text_a = corpus.texts[x.text];
  const std::string& text_b = corpus.texts[y.text];
  const std::vector<Token> tokens_a = lexicon.tokens(text_a, x.ref.protocol);
  const std::vector<Token> tokens_b = lexicon.tokens(text_b, y.ref.protocol);
  const auto lead_tokens = [&](const CorpusClause& clause) {
    const CorpusClause* lead = lead_in(corpus, clause);
    return lead == nullptr ? std::vector<Token>()
                           : lexicon.tokens(corpus.texts[lead->text], clause.ref.protocol);
  };
  const std::vector<Token> lead_a = lead_tokens(x);
  const std::vector<Token> lead_b = lead_tokens(y);
  const Wording& u = corpus.wordings[x.wording];
  const Wording& v = corpus.wordings[y.wording];
  const Overlap shares = overlap(u, v, corpus.term_weight);
  if (u.forms == v.forms || shares.dice >= near_texts ||
      std::max(shares.of_a, shares.of_b) >= whole_text) {
    return compare::differences({text_a, tokens_a, lead_a}, {text_b, tokens_b, lead_b},
                                Nearness::near, lexicon);
  }
  const auto inside = [](const std::vector<Token>& tokens, syntax::Range range) {
    const auto begin = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.range.begin >= range.begin;
    });
    const auto end = std::find_if(
        begin, tokens.end(), [&](const Token& token) { return token.range.begin >= range.end; });
    return std::span(begin, end);
  };
  // Each passage that carries the link is looked at; a type is told once, by the best passage.
  std::vector<Difference> all;
  for (const Passage& passage : link(a, b, found).segments) {
    const Nearness nearness = passage.coverage >= near_passages      ? Nearness::near
                              : passage.coverage >= related_passages ? Nearness::related
                                                                     : Nearness::distant;
    for (Difference& difference :
         compare::differences({text_a, inside(tokens_a, passage.a), lead_a},
                              {text_b, inside(tokens_b, passage.b), lead_b}, nearness, lexicon)) {
      const bool known = std::any_of(all.begin(), all.end(), [&](const Difference& other) {
        return other.type == difference.type;
      });
      if (!known) all.push_back(std::move(difference));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Difference& one, const Difference& other) {
    return one.type < other.type;
  });
  return all;
}

}  // namespace concord::compare
