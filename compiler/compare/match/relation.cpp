#include "compare/match/relation.h"

#include <algorithm>

namespace concord::compare {
namespace {

// Dice coefficient from which on a text is reworded and not part of another.
constexpr double same_provision = 0.55;
constexpr double mostly = 0.6;  // share of a text that makes it a part of another
// Of clauses that stand at the same place of two protocols of one wording throughout.
constexpr double same_place_score = 0.95;

syntax::Range whole(const std::string& text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

Passage whole_texts(const Corpus& corpus, const CorpusClause& x, const CorpusClause& y,
                    double coverage) {
  return {whole(corpus.texts[x.text]), whole(corpus.texts[y.text]), coverage};
}

bool same_key(const Corpus& corpus, const CorpusClause& x, const CorpusClause& y) {
  return corpus.wordings[x.wording].text == corpus.wordings[y.wording].text;
}

// Segment by segment, where the two clauses have one wording.
std::vector<Passage> same_segments(const Corpus& corpus, const CorpusClause& x,
                                   const CorpusClause& y, double score) {
  const auto& ranges_a = corpus.segments[x.text];
  const auto& ranges_b = corpus.segments[y.text];
  if (!same_key(corpus, x, y) || ranges_a.size() != ranges_b.size()) {
    return {whole_texts(corpus, x, y, score)};
  }
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < ranges_a.size(); ++i) {
    passages.push_back({ranges_a[i], ranges_b[i], 1});
  }
  return passages;
}

std::vector<Passage> linked_segments(const LinkedCorpus& linked, const CorpusClause& x,
                                     const CorpusClause& y, const WordingLink& found) {
  const auto& ranges_a = linked.corpus.segments[x.text];
  const auto& ranges_b = linked.corpus.segments[y.text];
  const bool forward = x.wording == found.a;
  std::vector<Passage> passages;
  for (const SegmentLink& segment : found.segments) {
    const std::uint32_t i = forward ? segment.a : segment.b;
    const std::uint32_t j = forward ? segment.b : segment.a;
    if (i < ranges_a.size() && j < ranges_b.size()) {
      passages.push_back({ranges_a[i], ranges_b[j], segment.coverage});
    }
  }
  if (passages.empty()) passages.push_back(whole_texts(linked.corpus, x, y, 0));
  return passages;
}

}  // namespace

Overlap overlap(const Corpus& corpus, const Wording& a, const Wording& b) {
  if (a.weight <= 0 || b.weight <= 0) return {};
  const double common = weight_in_common(a.terms, b.terms, corpus.term_weight);
  return {2 * common / (a.weight + b.weight), common / a.weight, common / b.weight};
}

namespace {

// True where each sentence of b is, word for word, one of a.
bool has_all_of(const Wording& a, const Wording& b) {
  return std::all_of(b.segments.begin(), b.segments.end(), [&](const Segment& theirs) {
    return std::any_of(a.segments.begin(), a.segments.end(), [&](const Segment& own) {
      return own.terms == theirs.terms && own.bearer == theirs.bearer;
    });
  });
}

}  // namespace

Relation relation(const Corpus& corpus, std::uint32_t a, std::uint32_t b) {
  const CorpusClause& x = corpus.clauses[a];
  const CorpusClause& y = corpus.clauses[b];
  if (x.surface == y.surface) return Relation::identical;
  if (x.role_layer == y.role_layer) return Relation::vocabulary;
  const Wording& u = corpus.wordings[x.wording];
  const Wording& v = corpus.wordings[y.wording];
  if (std::ranges::equal(u.forms, v.forms)) return Relation::reworded;
  if (has_all_of(u, v) != has_all_of(v, u)) {
    return has_all_of(u, v) ? Relation::contains : Relation::contained;
  }
  const Overlap shares = overlap(corpus, u, v);
  if (shares.dice >= same_provision) return Relation::reworded;
  if (shares.of_b >= mostly && shares.of_b >= shares.of_a) return Relation::contains;
  if (shares.of_a >= mostly) return Relation::contained;
  if (u.segments.size() > 1 && v.segments.size() == 1) return Relation::contains;
  if (v.segments.size() > 1 && u.segments.size() == 1) return Relation::contained;
  return u.segments.size() == 1 ? Relation::reworded : Relation::overlaps;
}

Link link(const LinkedCorpus& linked, std::uint32_t a, std::uint32_t b, const WordingLink* found) {
  const CorpusClause& x = linked.corpus.clauses[a];
  const CorpusClause& y = linked.corpus.clauses[b];
  Link link;
  link.a = x.ref;
  link.b = y.ref;
  link.relation = relation(linked.corpus, a, b);
  if (found == nullptr) {
    const bool same = same_key(linked.corpus, x, y);
    link.found_by = same ? FoundBy::same_wording : FoundBy::mutual_best;
    link.score = same ? 1 : same_place_score;
    link.segments = same_segments(linked.corpus, x, y, link.score);
  } else {
    link.found_by = found->found_by;
    link.score = found->score;
    link.segments = linked_segments(linked, x, y, *found);
  }
  return link;
}

}  // namespace concord::compare
