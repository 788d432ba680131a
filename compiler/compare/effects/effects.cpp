#include "compare/effects/effects.h"

#include <algorithm>
#include <span>

#include "compare/effects/kinds.h"
#include "compare/effects/whole_clauses.h"
#include "compare/effects/word_differences.h"
#include "compare/match/relation.h"

namespace concord::compare {
namespace {

constexpr double near_texts = 0.72;      // Dice coefficient
constexpr double whole_text = 0.95;      // share of a text found in the other: the rest is added
constexpr double near_segments = 0.7;    // coverage in the weaker direction
constexpr double same_statement = 0.95;  // likeness of what two statements of lists say
constexpr double same_object = 0.6;      // likeness of what two verbs land on

// Two passages of the clauses that are compared word for word.
using NearPassages = std::pair<syntax::Range, syntax::Range>;

syntax::Range whole(const StatedClause& clause) {
  return {0, static_cast<std::uint32_t>(clause.text.size())};
}

bool near(const Corpus& corpus, const Wording& a, const Wording& b) {
  if (std::ranges::equal(a.forms, b.forms)) return true;
  const Overlap shares = overlap(corpus, a, b);
  return shares.dice >= near_texts || std::max(shares.of_a, shares.of_b) >= whole_text;
}

// Of each type what is the surest by the weights; of equals, the first.
std::vector<Finding> surest_of_each(std::span<const Finding> all, const Weights& weights) {
  std::vector<Finding> best;
  for (const Finding& each : all) {
    const auto known =
        std::ranges::find_if(best, [&](const Finding& of) { return of.type == each.type; });
    if (known == best.end()) {
      best.push_back(each);
    } else if (probability(weights, each.evidence) > probability(weights, known->evidence)) {
      *known = each;
    }
  }
  std::ranges::stable_sort(best, {}, &Finding::type);
  return best;
}

// Who acts and whom it concerns change places together.
bool known(std::span<const Finding> findings, DivergenceType type) {
  const auto role = [](DivergenceType of) {
    return of == DivergenceType::actor || of == DivergenceType::recipient;
  };
  return std::ranges::any_of(findings, [&](const Finding& each) {
    return !each.refused && (each.type == type || (role(each.type) && role(type)));
  });
}

// What links two clauses.
struct LinkEvidence {
  double score = 1;
  std::vector<Passage> passages;
};

bool touches(const language::Statement* statement, syntax::Range range) {
  return statement != nullptr && statement->range.begin < range.end &&
         range.begin < statement->range.end;
}

// The coverage of the best passage of the link that holds the statements of both sides; 0 for none.
double passage_holding(const Finding& finding, std::span<const Passage> passages) {
  double most = 0;
  for (const Passage& each : passages)
    if (touches(finding.statements[0], each.a) && touches(finding.statements[1], each.b))
      most = std::max(most, each.coverage);
  return most;
}

// Says of the finding whether it is no difference of its kind. `near`: the two are word for word
// nearly the same, so that an amount which one of them has limits what the other leaves open.
Finding examined(Finding finding, const StatedClause& a, const StatedClause& b, bool near,
                 const Lexicon& lexicon) {
  const bool amount = near && finding.type == DivergenceType::amount &&
                      finding.evidence[Evidence::word_for_word] > 0;
  if (!amount && !may_be_told(finding, a, b, lexicon)) finding.refused = true;
  if (is_open_to_doubt(finding, a, b, lexicon)) finding.in_doubt = true;
  return finding;
}

// All of the deciding words, of which there are some, are such.
template <typename Such>
bool all_deciding(const StatedClause& a, const StatedClause& b, const Finding& finding,
                  const Such& such) {
  bool any = false;
  for (const Side side : {Side{0}, Side{1}})
    for (const language::Filler& each : finding.deciding[side]) {
      const auto tokens = (side == 0 ? a : b).of(each);
      if (tokens.empty()) continue;
      if (!such(tokens)) return false;
      any = true;
    }
  return any;
}

// What the words of a condition or exception do.
void weigh_limit(const StatedClause& a, const StatedClause& b, bool one_excepts,
                 const Lexicon& lexicon, Finding& finding) {
  if (finding.type != DivergenceType::condition && finding.type != DivergenceType::exception)
    return;
  const syntax::WordLists& lists = lexicon.lists();
  const bool circumstance = all_deciding(a, b, finding, [&](std::span<const Token> tokens) {
    return lists.circumstances.contains(tokens.front().surface) &&
           std::ranges::none_of(tokens, [&](const Token& token) {
             return lists.case_words.contains(token.surface);
           });
  });
  const bool case_put = all_deciding(a, b, finding, [&](std::span<const Token> tokens) {
    return lists.cases.contains(tokens.front().surface);
  });
  finding.evidence[Evidence::one_excepts] = one_excepts ? 1 : 0;
  finding.evidence[Evidence::circumstance] = circumstance ? 1 : 0;
  finding.evidence[Evidence::case_put] = case_put ? 1 : 0;
}

// What the clauses say as wholes, and what the words of limits do.
void weigh_wholes(const WholeClauses& clauses, const StatedClause& a, const StatedClause& b,
                  const Lexicon& lexicon, Finding& finding) {
  finding.evidence[Evidence::clauses_apart] = clauses.apart(finding.type);
  finding.evidence[Evidence::clauses_unlike] = clauses.unlike(finding.type);
  weigh_limit(a, b, clauses.one_excepts(), lexicon, finding);
  if (group_of(finding.evidence) != KindGroup::persons) return;
  finding.evidence[Evidence::bearers_apart] = clauses.apart(&ClauseAtLarge::bearers) ? 1 : 0;
  finding.evidence[Evidence::addressees_apart] = clauses.apart(&ClauseAtLarge::addressees) ? 1 : 0;
}

// Word for word what is near, and by slots what that does not tell: of texts that are near as a
// whole, what their lead-ins say.
std::vector<Finding> findings(const StatedClause& a, const StatedClause& b,
                              const std::vector<NearPassages>& passages, const LinkEvidence& link,
                              const Lexicon& lexicon) {
  const auto pairs = align_statements(a, b);
  const auto mutual_pairs = mutual(pairs);
  const bool near = passages.size() == 1 && passages.front() == NearPassages{whole(a), whole(b)};
  std::vector<Finding> all;
  for (const auto& [range_a, range_b] : passages) {
    const PassageText one{a.text, a.sentences, a.within(range_a), a.lead_tokens};
    const PassageText two{b.text, b.sentences, b.within(range_b), b.lead_tokens};
    for (Finding& each : word_differences(a, one, b, two, mutual_pairs, lexicon))
      all.push_back(examined(std::move(each), a, b, near, lexicon));
  }
  const std::size_t by_words = all.size();
  for (Finding& each : slot_differences(a, b, near ? mutual_pairs : pairs, lexicon)) {
    const bool in_lead = each.evidence[Evidence::from_lead] > 0;
    const bool turned = each.type == DivergenceType::actor &&
                        each.statements[0]->passive != each.statements[1]->passive;
    const bool persons =
        group_of(each.evidence) == KindGroup::persons && each.evidence[Evidence::loose_role] == 0;
    const bool beside_words = in_lead || turned;
    if (known(std::span(all).first(by_words), each.type) || (near && !beside_words && !persons))
      continue;
    if (near && beside_words && !each.in_doubt &&
        (turned || each.evidence[Evidence::likeness] >= same_statement))
      each.evidence[Evidence::rest_identical] = 1;
    all.push_back(examined(std::move(each), a, b, near, lexicon));
  }
  const WholeClauses clauses(a, b, lexicon);
  for (Finding& each : clauses.findings(all)) all.push_back(std::move(each));
  for (Finding& each : all) {
    weigh_wholes(clauses, a, b, lexicon, each);
    each.evidence[Evidence::link_score] = link.score;
    each.evidence[Evidence::linked_passage] = passage_holding(each, link.passages);
  }
  return all;
}

bool states_fact(const Finding& finding) {
  return std::ranges::any_of(finding.statements, [](const language::Statement* each) {
    return each != nullptr && each->norm == language::Norm::fact;
  });
}

// What people judged right too seldom to be certain of it, however alike the rest: titles so
// general that each council has its own for them, the other side's own version of an expectation,
// will for must or should, two cases put in other words, "lawfully", recitals but for what one side
// denies word for word, what is said in passing, and an exception to what the other side asks only
// "normally".
bool is_seldom_right(const Finding& finding) {
  const EvidenceVector& evidence = finding.evidence;
  const bool persons = group_of(evidence) == KindGroup::persons;
  const bool other_words = finding.type == DivergenceType::condition &&
                           evidence[Evidence::one_sided] == 0 &&
                           evidence[Evidence::word_for_word] == 0;
  return (persons && evidence[Evidence::general_role] > 0) ||
         (finding.type == DivergenceType::actor && evidence[Evidence::opposed_bearers] > 0) ||
         evidence[Evidence::will_or_must] > 0 || evidence[Evidence::will_or_should] > 0 ||
         other_words || evidence[Evidence::stated_within] > 0 ||
         evidence[Evidence::qualifier] > 0 || finding.type == DivergenceType::class_ ||
         (finding.type != DivergenceType::negation && states_fact(finding)) ||
         (finding.type == DivergenceType::duty &&
          (evidence[Evidence::other_case] > 0 || evidence[Evidence::one_sided] > 0)) ||
         (finding.type == DivergenceType::exception && evidence[Evidence::room_left] > 0);
}

// What is done, and to what, is the same on both sides.
bool agree(const EvidenceVector& evidence) {
  return evidence[Evidence::rest_identical] > 0 ||
         (evidence[Evidence::same_predicate] > 0 &&
          evidence[Evidence::object_likeness] >= same_object);
}

// Of two statements that are the same in all else, most differences are certain: there is nothing
// that could make good for them. Not so a class, a modal that one side lacks, and what someone can
// expect, which is a duty of whatever strength.
double confidence_in(const Finding& finding) {
  const ConfidenceModel& model = shipped_confidence();
  const double learned = probability(model.of_words, finding.evidence);
  const bool weak = finding.evidence[Evidence::one_sided] > 0 ||
                    finding.evidence[Evidence::expectation_or_norm] > 0;
  const bool doubtful =
      finding.type == DivergenceType::class_ || (finding.type == DivergenceType::duty && weak);
  const bool alike = finding.evidence[Evidence::rest_identical] > 0;
  if (finding.in_doubt || is_seldom_right(finding) || !agree(finding.evidence))
    return std::min(alike && !doubtful ? std::max(learned, model.likely) : learned,
                    model.certain - 0.01);
  return alike && !doubtful ? std::max(learned, model.certain) : learned;
}

Difference difference(const StatedClause& a, const StatedClause& b, const Finding& finding,
                      Certainty certainty, double confidence) {
  return {finding.type,
          certainty,
          confidence,
          finding.evidence,
          quote(a, finding.statements[0], finding.deciding[0]),
          quote(b, finding.statements[1], finding.deciding[1])};
}

DifferenceCandidates judged(const StatedClause& a, const StatedClause& b,
                            std::vector<Finding> findings, bool own_words) {
  const ConfidenceModel& model = shipped_confidence();
  const Weights& of_kind = model.kind_weights(own_words);
  DifferenceCandidates candidates;
  for (const Finding& each : surest_of_each(findings, of_kind))
    candidates.of_kind.push_back(
        difference(a, b, each, Certainty::possible, probability(of_kind, each.evidence)));
  std::erase_if(findings, &Finding::refused);
  for (const Finding& each : surest_of_each(findings, model.of_words)) {
    const double confidence = confidence_in(each);
    candidates.of_words.push_back(difference(
        a, b, each, model.certainty(confidence).value_or(Certainty::possible), confidence));
  }
  return candidates;
}

bool same_words(const Difference& difference) {
  return difference.a.words() == difference.b.words();
}

// Of each type what is sure enough to be told, and else what is possible; but for words that are
// the same on both sides and only stand elsewhere.
std::vector<Difference> graded(DifferenceCandidates candidates, bool own_words) {
  std::vector<Difference> all = std::move(candidates.of_words);
  std::erase_if(all, [](const Difference& each) {
    return each.certainty == Certainty::possible || same_words(each);
  });
  for (Difference& each : candidates.of_kind)
    if (shipped_confidence().is_possible(each.evidence, own_words) && !same_words(each) &&
        std::ranges::find(all, each.type, &Difference::type) == all.end())
      all.push_back(std::move(each));
  std::ranges::stable_sort(all, {}, &Difference::type);
  return all;
}

std::vector<NearPassages> near_passages(const LinkedCorpus& linked, const StatedClause& a,
                                        const StatedClause& b,
                                        std::pair<std::uint32_t, std::uint32_t> clauses,
                                        std::span<const Passage> of_link) {
  const Corpus& corpus = linked.corpus;
  const auto wording = [&](std::uint32_t clause) -> const Wording& {
    return corpus.wordings[corpus.clauses[clause].wording];
  };
  if (near(corpus, wording(clauses.first), wording(clauses.second))) return {{whole(a), whole(b)}};
  std::vector<NearPassages> passages;
  for (const Passage& passage : of_link)
    if (passage.coverage >= near_segments) passages.emplace_back(passage.a, passage.b);
  return passages;
}

}  // namespace

std::vector<Difference> differences(const StatedClause& a, const StatedClause& b, bool near,
                                    const Lexicon& lexicon) {
  std::vector<NearPassages> passages;
  if (near) passages.emplace_back(whole(a), whole(b));
  const LinkEvidence link{1, {{whole(a), whole(b), 1}}};
  std::vector<Difference> all =
      graded(judged(a, b, findings(a, b, passages, link, lexicon), false), false);
  std::erase_if(all, [](const Difference& each) { return each.certainty == Certainty::possible; });
  return all;
}

DifferenceCandidates Effects::candidates(std::uint32_t a, std::uint32_t b,
                                         const WordingLink* found) const {
  const auto& clauses = linked_.corpus.clauses;
  if (clauses[a].role_layer == clauses[b].role_layer) return {};
  const StatedClause& one = clauses_.of(a);
  const StatedClause& two = clauses_.of(b);
  const LinkEvidence by{found == nullptr ? 1 : found->score, link(linked_, a, b, found).segments};
  const auto passages = near_passages(linked_, one, two, {a, b}, by.passages);
  std::vector<Finding> all = findings(one, two, passages, by, linked_.lexicon);
  for (Finding& each : all)
    present_rules_.weigh(clauses[a].ref.protocol, clauses[b].ref.protocol, each);
  return judged(one, two, std::move(all), in_own_words(a, b));
}

bool Effects::in_own_words(std::uint32_t a, std::uint32_t b) const {
  const auto& clauses = linked_.corpus.clauses;
  return own_words_.between(clauses[a].ref.protocol, clauses[b].ref.protocol);
}

std::vector<Difference> Effects::differences(std::uint32_t a, std::uint32_t b,
                                             const WordingLink* found) const {
  return graded(candidates(a, b, found), in_own_words(a, b));
}

}  // namespace concord::compare
