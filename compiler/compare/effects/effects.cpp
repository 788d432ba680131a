#include "compare/effects/effects.h"

#include <algorithm>

#include "compare/effects/word_differences.h"
#include "compare/match/relation.h"
#include "compare/match/segments.h"

namespace concord::compare {
namespace {

constexpr double near_texts = 0.72;      // Dice coefficient
constexpr double whole_text = 0.95;      // share of a text found in the other: the rest is added
constexpr double near_segments = 0.7;    // coverage in the weaker direction
constexpr double same_statement = 0.95;  // likeness of what two statements of lists say

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

StatedClause stated(const LinkedCorpus& linked, const CorpusClause& clause) {
  const Corpus& corpus = linked.corpus;
  StatedClause made{corpus.texts[clause.text], {}, corpus.tokens[clause.text], {}, {}};
  if (const CorpusClause* lead = lead_in(corpus, clause)) {
    made.lead = corpus.texts[lead->text];
    made.lead_tokens = corpus.tokens[lead->text];
  }
  made.statements = linked.lexicon.statements(made.text, made.lead, clause.ref.protocol);
  return made;
}

// Two passages of the clauses that are compared word for word.
using NearPassages = std::pair<syntax::Range, syntax::Range>;

syntax::Range whole(const StatedClause& clause) {
  return {0, static_cast<std::uint32_t>(clause.text.size())};
}

bool near(const Corpus& corpus, const Wording& a, const Wording& b) {
  if (a.forms == b.forms) return true;
  const Overlap shares = overlap(corpus, a, b);
  return shares.dice >= near_texts || std::max(shares.of_a, shares.of_b) >= whole_text;
}

// Keeps of each type what is the surest; of equals, the first.
std::vector<Finding> best_of_each(std::vector<Finding> all) {
  const auto confidence = [](const Finding& finding) {
    return shipped_confidence().confidence(finding.evidence);
  };
  std::vector<Finding> best;
  for (Finding& each : all) {
    const auto known =
        std::ranges::find_if(best, [&](const Finding& of) { return of.type == each.type; });
    if (known == best.end()) {
      best.push_back(std::move(each));
    } else if (confidence(each) > confidence(*known)) {
      *known = std::move(each);
    }
  }
  std::ranges::stable_sort(best, {}, &Finding::type);
  return best;
}

// Who acts and whom it concerns change places together.
bool known(const std::vector<Finding>& findings, DivergenceType type) {
  const auto role = [](DivergenceType of) {
    return of == DivergenceType::actor || of == DivergenceType::recipient;
  };
  return std::ranges::any_of(findings, [&](const Finding& each) {
    return each.type == type || (role(each.type) && role(type));
  });
}

// Word for word what is near, and by slots what that does not tell: of texts that are near as a
// whole, what their lead-ins say.
std::vector<Finding> findings(const StatedClause& a, const StatedClause& b,
                              const std::vector<NearPassages>& passages, double link_score,
                              const Lexicon& lexicon) {
  const auto pairs = align_statements(a, b, lexicon);
  const auto sentences_a = passages_of(a.text, lexicon.lists());
  const auto sentences_b = passages_of(b.text, lexicon.lists());
  std::vector<Finding> all;
  for (const auto& [range_a, range_b] : passages) {
    const PassageText one{a.text, sentences_a, a.within(range_a), a.lead_tokens};
    const PassageText two{b.text, sentences_b, b.within(range_b), b.lead_tokens};
    for (Finding& each : word_differences(a, one, b, two, pairs, lexicon))
      all.push_back(std::move(each));
  }
  const std::vector<Finding> by_words = all;
  const bool near = passages.size() == 1 && passages.front() == NearPassages{whole(a), whole(b)};
  for (Finding& each : slot_differences(a, b, pairs, lexicon)) {
    const bool in_lead = each.evidence[Evidence::from_lead] > 0;
    const bool turned = each.type == DivergenceType::actor &&
                        each.statements[0]->passive != each.statements[1]->passive;
    if (known(by_words, each.type) || (near && !in_lead && !turned)) continue;
    if (near && (turned || each.evidence[Evidence::likeness] >= same_statement))
      each.evidence[Evidence::rest_identical] = 1;
    all.push_back(std::move(each));
  }
  for (Finding& each : all) each.evidence[Evidence::link_score] = link_score;
  return best_of_each(std::move(all));
}

// Of two statements that are the same in all else, most differences are certain: there is nothing
// that could make good for them. Not so a class, a modal that one side lacks, and what someone can
// expect, which is a duty of whatever strength.
double confidence_in(const Finding& finding) {
  const ConfidenceModel& model = shipped_confidence();
  const double learned = model.confidence(finding.evidence);
  const bool weak = finding.evidence[Evidence::one_sided] > 0 ||
                    finding.evidence[Evidence::expectation_or_norm] > 0;
  const bool doubtful =
      finding.type == DivergenceType::class_ || (finding.type == DivergenceType::duty && weak);
  const bool alike = finding.evidence[Evidence::rest_identical] > 0;
  if (finding.in_doubt)
    return std::min(alike ? std::max(learned, model.likely) : learned, model.certain - 0.01);
  return alike && !doubtful ? std::max(learned, model.certain) : learned;
}

std::vector<Difference> judged(const StatedClause& a, const StatedClause& b,
                               const std::vector<Finding>& findings) {
  const ConfidenceModel& model = shipped_confidence();
  std::vector<Difference> differences;
  for (const Finding& each : findings) {
    const double confidence = confidence_in(each);
    differences.push_back({each.type, model.certainty(confidence).value_or(Certainty::likely),
                           confidence, each.evidence,
                           quote(a, each.statements[0], each.deciding[0]),
                           quote(b, each.statements[1], each.deciding[1])});
  }
  return differences;
}

// What is sure enough, but for words that are the same on both sides and only stand elsewhere.
std::vector<Difference> told(std::vector<Difference> differences) {
  std::erase_if(differences, [](const Difference& each) {
    return !shipped_confidence().certainty(each.confidence) || each.a.words() == each.b.words();
  });
  return differences;
}

std::vector<NearPassages> near_passages(const LinkedCorpus& linked, const StatedClause& a,
                                        const StatedClause& b, std::uint32_t x, std::uint32_t y,
                                        const WordingLink* found) {
  const Corpus& corpus = linked.corpus;
  const auto& clauses = corpus.clauses;
  if (near(corpus, corpus.wordings[clauses[x].wording], corpus.wordings[clauses[y].wording]))
    return {{whole(a), whole(b)}};
  std::vector<NearPassages> passages;
  for (const Passage& passage : link(linked, x, y, found).segments)
    if (passage.coverage >= near_segments) passages.emplace_back(passage.a, passage.b);
  return passages;
}

}  // namespace

std::vector<Difference> differences(const StatedClause& a, const StatedClause& b, bool near,
                                    const Lexicon& lexicon) {
  std::vector<NearPassages> passages;
  if (near) passages.emplace_back(whole(a), whole(b));
  return told(judged(a, b, findings(a, b, passages, 1, lexicon)));
}

std::vector<Difference> possible_differences(const LinkedCorpus& linked, std::uint32_t a,
                                             std::uint32_t b, const WordingLink* found) {
  const CorpusClause& x = linked.corpus.clauses[a];
  const CorpusClause& y = linked.corpus.clauses[b];
  if (x.role_layer == y.role_layer) return {};
  const StatedClause one = stated(linked, x);
  const StatedClause two = stated(linked, y);
  const auto passages = near_passages(linked, one, two, a, b, found);
  const double score = found == nullptr ? 1 : found->score;
  return judged(one, two, findings(one, two, passages, score, linked.lexicon));
}

std::vector<Difference> differences(const LinkedCorpus& linked, std::uint32_t a, std::uint32_t b,
                                    const WordingLink* found) {
  return told(possible_differences(linked, a, b, found));
}

}  // namespace concord::compare
