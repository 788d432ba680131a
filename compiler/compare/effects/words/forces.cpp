// Modality: how strongly the two bind, told by the modals that only one side has.
//
// A modal on one side alone decides where nothing on the other stands for it: neither its lead-in's
// modal, nor words that bind as a modal does ("have to"), nor a statement of the same norm.
#include <algorithm>

#include "compare/effects/norm_strength.h"
#include "compare/effects/words/finders.h"

namespace concord::compare {

using language::Filler;
using language::Statement;

namespace {

// "must" and "shall" bind alike.
bool binds(std::string_view modal) {
  return modal == "must" || modal == "shall";
}
bool bind_otherwise(std::string_view a, std::string_view b) {
  return a != b && !(binds(a) && binds(b));
}

void weigh_modals(std::string_view a, std::string_view b, Finding& finding) {
  const auto between = [&](std::string_view one, auto other) {
    return (a == one && other(b)) || (b == one && other(a)) ? 1.0 : 0.0;
  };
  const auto advises = [](std::string_view modal) { return modal == "should"; };
  finding.evidence[Evidence::will_or_must] = between("will", binds);
  finding.evidence[Evidence::will_or_should] = between("will", advises);
  finding.evidence[Evidence::should_or_must] = between("should", binds);
}

// The few words of the other side in whose place the token stands; null for none.
const Run* words_instead(const AlignedClauses& clauses, Side side, std::size_t at) {
  const Run* instead = clauses.facing(side, at);
  const bool few = instead != nullptr && instead->end - instead->begin <= most_of_denial;
  return few ? instead : nullptr;
}

// "no member may" against "members are not authorised to": the other statement has a modal of its
// own, which binds as this one does. Not where somebody may or must expect something: of both the
// norm says only that another owes it.
bool bound_alike(const AlignedClauses& clauses, const StatementPair& pair, Side side,
                 std::size_t at) {
  const Statement& own = clauses.statement(side, pair);
  const Statement& other = clauses.statement(1 - side, pair);
  return covers(own.modal, clauses.text(side)[at].range.begin) && !other.modal.empty() &&
         own.norm == other.norm && own.norm != language::Norm::expectation &&
         own.future == other.future;
}

// "should be conducted" against "are to be conducted" (norm_strength.h).
bool is_to_beside(const AlignedClauses& clauses, const StatementPair& pair, Side side,
                  std::size_t at) {
  const std::string_view modal = clauses.text(side)[at].modal;
  return (modal == "should" || binds(modal)) &&
         is_to(clauses.clause(1 - side), clauses.statement(1 - side, pair));
}

// The modal of the aligned statement of that side, in words that are no modal verb ("need not",
// "have to"); null for none.
const Filler* modal_beside(const AlignedClauses& clauses, const StatementPair& pair, Side side) {
  const Filler& modal = clauses.statement(side, pair).modal;
  const bool differs = clauses.statement(0, pair).norm != clauses.statement(1, pair).norm;
  return differs && !modal.of_lead && modal.range.begin < modal.range.end ? &modal : nullptr;
}

// A modal of one side only: the lead-in of the other has one of its own.
std::optional<Finding> beside_lead(const AlignedClauses& clauses, Side side, std::size_t at) {
  const auto& lead = clauses.other(side).passage().lead;
  const auto found = std::ranges::find_if(lead, is_modal);
  const std::string_view modal = clauses.text(side)[at].modal;
  if (found == lead.end() || !bind_otherwise(found->modal, modal)) return {};
  // What someone can expect is a duty, of whatever strength.
  if (found->modal == "can") return {};
  Deciding deciding;
  deciding[side] = clauses.excerpts(side, {at});
  deciding[1 - side] = {{.range = found->range, .of_lead = true}};
  Finding finding = clauses.finding(DivergenceType::duty, std::move(deciding));
  weigh_modals(modal, found->modal, finding);
  return finding;
}

// The same where the other side continues no lead-in: the two differ where it states the same
// without any modal.
std::optional<Finding> beside_none(const AlignedClauses& clauses, Side side, std::size_t at) {
  Deciding deciding;
  deciding[side] = clauses.excerpts(side, {at});
  const StatementPair* pair = clauses.pair_of(deciding);
  if (pair != nullptr &&
      (is_to_beside(clauses, *pair, side, at) || bound_alike(clauses, *pair, side, at)))
    return {};
  const Filler* modal = pair == nullptr ? nullptr : modal_beside(clauses, *pair, 1 - side);
  if (modal != nullptr) {
    deciding[1 - side] = {*modal};
  } else if (const Run* instead = words_instead(clauses, side, at)) {
    const bool alone = instead->end == instead->begin + 1;  // "do" of "do not involve"
    deciding[1 - side] = alone ? Fillers{{.range = clauses.other(side).excerpt(instead->begin)}}
                               : clauses.words_of(1 - side, *instead);
  } else if (!clauses.bears(side, at)) {
    return {};
  }
  Finding finding = clauses.finding(DivergenceType::duty, std::move(deciding));
  finding.in_doubt = modal != nullptr;
  weigh_modals(clauses.text(side)[at].modal, {}, finding);
  return finding;
}

std::optional<Finding> lone_modal(const AlignedClauses& clauses, Side side, std::size_t at) {
  return clauses.other(side).passage().lead.empty() ? beside_none(clauses, side, at)
                                                    : beside_lead(clauses, side, at);
}

}  // namespace

std::optional<Finding> force_of_words(const AlignedClauses& clauses) {
  const Places a = residual_tokens(clauses.text(0), is_modal_token);
  const Places b = residual_tokens(clauses.text(1), is_modal_token);
  if (a.empty() && b.empty()) return {};
  if (a.empty()) return lone_modal(clauses, 1, b.front());
  if (b.empty()) return lone_modal(clauses, 0, a.front());
  const std::string_view one = clauses.text(0)[a.front()].modal;
  const std::string_view other = clauses.text(1)[b.front()].modal;
  if (!bind_otherwise(one, other)) return {};
  Finding finding =
      clauses.finding(DivergenceType::duty, clauses.both_excerpts({a.front()}, {b.front()}));
  weigh_modals(one, other, finding);
  return finding;
}

}  // namespace concord::compare
