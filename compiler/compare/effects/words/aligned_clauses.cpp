#include "compare/effects/words/aligned_clauses.h"

#include <algorithm>
#include <set>

namespace concord::compare {

using language::Filler;
using language::Statement;

namespace {

constexpr std::size_t most_shown = 40;  // tokens of one run
constexpr std::size_t most_places = 3;  // deciding words shown of one kind

bool contains(const Run& run, std::size_t at) {
  return at >= run.begin && at < run.end;
}

}  // namespace

bool covers(const Filler& filler, std::uint32_t offset) {
  return !filler.of_lead && offset >= filler.range.begin && offset < filler.range.end;
}

bool is_modal_token(const AlignedText& text, std::size_t i) {
  return is_modal(text[i]);
}
bool is_role_token(const AlignedText& text, std::size_t i) {
  return text[i].kind == TokenKind::role;
}

void AlignedClauses::assign_to_conditions(Side side, const Places& openers) {
  AlignedText& text = texts_[side];
  const Run* before = nullptr;
  for (Run& run : text.runs) {
    const bool opens =
        std::ranges::any_of(openers, [&](std::size_t at) { return contains(run, at); });
    const bool goes_on = before != nullptr && before->condition &&
                         text.sentence(before->begin) == text.sentence(run.begin);
    run.condition = run.insertion && (opens || goes_on);
    before = &run;
  }
}

const Statement* AlignedClauses::statement_at(Side side, std::size_t at) const {
  return clause(side).at(text(side)[at].range.begin);
}

const StatementPair* AlignedClauses::pair_of(const Deciding& deciding) const {
  for (const Side side : both_sides) {
    if (deciding[side].empty() || deciding[side].front().of_lead) continue;
    const Statement* own = clause(side).at(deciding[side].front().range.begin);
    const auto pair = std::ranges::find_if(
        *pairs_, [&](const StatementPair& each) { return own == &statement(side, each); });
    if (pair != pairs_->end()) return &*pair;
  }
  return nullptr;
}

bool AlignedClauses::in_bearer(Side side, std::size_t at) const {
  const Statement* statement = statement_at(side, at);
  return statement != nullptr && covers(statement->bearer, text(side)[at].range.begin);
}

bool AlignedClauses::bears(Side side, std::size_t at) const {
  const std::size_t governed = text(side).governed(at);
  return governed >= text(side).size() || other(side).has_form(text(side)[governed].form);
}

const Run* AlignedClauses::run_at(Side side, std::size_t at) const {
  const auto& runs = text(side).runs;
  const auto run = std::ranges::find_if(runs, [&](const Run& each) { return contains(each, at); });
  return run == runs.end() ? nullptr : &*run;
}

const Run* AlignedClauses::facing(Side side, std::size_t at) const {
  const Run* own = run_at(side, at);
  if (own == nullptr) return nullptr;
  const auto& runs = other(side).runs;
  const auto run = std::ranges::find(runs, own->gap, &Run::gap);
  return run == runs.end() ? nullptr : &*run;
}

Fillers AlignedClauses::excerpts(Side side, const Places& places) const {
  Fillers found;
  for (const std::size_t place : places) {
    if (found.size() == most_places) break;
    const syntax::Range range = text(side).excerpt(place);
    if (!found.empty() && range.begin < found.back().range.end) continue;
    found.push_back({range, false});
  }
  return found;
}

Deciding AlignedClauses::both_excerpts(const Places& a, const Places& b) const {
  return {excerpts(0, a), excerpts(1, b)};
}

Fillers AlignedClauses::run_from(Side side, const Places& places) const {
  if (places.empty()) return {};
  const AlignedText& own = text(side);
  const std::size_t at = places.front();
  const Run* run = run_at(side, at);
  if (run == nullptr) return {{own.excerpt(at), false}};
  const bool picks = own[at].kind == TokenKind::function || cues_.is_partitive(own.word(at));
  if (picks && run->end == at + 1) return {{own.excerpt(at), false}};
  return {{own.range(at, std::min(run->end, at + most_shown)), false}};
}

Fillers AlignedClauses::words_of(Side side, const Run& run) const {
  return {{text(side).range(run.begin, run.end), false}};
}

Finding AlignedClauses::finding(DivergenceType type, Deciding deciding) const {
  Finding finding;
  finding.type = type;
  const StatementPair* pair = pair_of(deciding);
  for (const Side side : both_sides) {
    if (!deciding[side].empty() && !deciding[side].front().of_lead) {
      finding.statements[side] = clause(side).at(deciding[side].front().range.begin);
    } else if (pair != nullptr) {
      finding.statements[side] = &statement(side, *pair);
    }
  }
  finding.deciding = std::move(deciding);
  weigh(clause(0), clause(1), pair, *lexicon_, finding);
  finding.evidence[Evidence::word_for_word] = 1;
  finding.evidence[Evidence::rest_identical] = rest_identical(type, finding.deciding) ? 1 : 0;
  return finding;
}

// Nothing that says anything is residual beside the deciding words.
bool AlignedClauses::rest_identical(DivergenceType type, const Deciding& deciding) const {
  return rest_identical(0, type, deciding) && rest_identical(1, type, deciding);
}

bool AlignedClauses::rest_identical(Side side, DivergenceType type,
                                    const Deciding& deciding) const {
  const std::set<std::string_view> known = cues_.actors(other(side).passage());
  const bool force = type == DivergenceType::negation || type == DivergenceType::duty;
  const auto says_nothing = [&](const Run& run, std::size_t at) {
    const Token& token = text(side)[at];
    return token.kind == TokenKind::function || run.condition || decides(side, at, deciding) ||
           other(side).has_form(token.form) ||
           (token.kind == TokenKind::role && known.contains(cues_.actor(token))) ||
           (token.kind == TokenKind::modal && force) ||
           (type == DivergenceType::duty && replaces(run, deciding));
  };
  for (const Run& run : text(side).runs)
    for (std::size_t at = run.begin; at < run.end; ++at)
      if (!says_nothing(run, at)) return false;
  for (std::size_t at = 0; at < text(side).size(); ++at)
    if (text(side).in_unmatched_sentence(at)) return false;
  return true;
}

bool AlignedClauses::decides(Side side, std::size_t at, const Deciding& deciding) const {
  const std::uint32_t offset = text(side)[at].range.begin;
  return std::ranges::any_of(deciding[side],
                             [&](const Filler& each) { return covers(each, offset); });
}

// A few words stand in the place of the deciding ones of either side: "are free to" for "must".
bool AlignedClauses::replaces(const Run& run, const Deciding& deciding) const {
  if (run.end - run.begin > most_of_denial) return false;
  for (const Side side : both_sides)
    for (const Run& each : text(side).runs)
      for (std::size_t at = each.begin; at < each.end && each.gap == run.gap; ++at)
        if (decides(side, at, deciding)) return true;
  return false;
}

}  // namespace concord::compare
