// Who acts, and to or with whom: roles that only one side names.
//
// Participants are compared as actors (cues.h), not as words: titles of one role are no difference,
// and a role in the bearer's slot of its statement acts. A statement that is turned into the
// passive moves its persons and changes none.
#include <algorithm>
#include <set>
#include <string>

#include "compare/effects/words/finders.h"

namespace concord::compare {

using language::Filler;
using language::Statement;

namespace {

using PlacesOfBoth = std::array<Places, 2>;

// The other side has a role too where the texts part.
bool faces_role(const AlignedClauses& clauses, Side side, std::size_t at) {
  const Run* instead = clauses.facing(side, at);
  if (instead == nullptr) return false;
  for (std::size_t i = instead->begin; i < instead->end; ++i)
    if (is_role_token(clauses.other(side), i)) return true;
  return false;
}

// Residual actors that the other side does not name.
Places unshared_roles(const AlignedClauses& clauses, Side side) {
  const std::set<std::string_view> known = clauses.cues().actors(clauses.other(side).passage());
  return residual_tokens(clauses.text(side), [&](const AlignedText& text, std::size_t at) {
    return is_role_token(text, at) && !known.contains(clauses.cues().actor(text[at])) &&
           (!is_possessor(text, at) || faces_role(clauses, side, at));
  });
}

// A title also counts that the other side has elsewhere: "Members must ask officers" against
// "officers must ask Members".
PlacesOfBoth exchanged_roles(const AlignedClauses& clauses) {
  PlacesOfBoth found;
  const Places a = residual_tokens(clauses.text(0), is_role_token);
  const Places b = residual_tokens(clauses.text(1), is_role_token);
  const Cues& cues = clauses.cues();
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (cues.actor(clauses.text(0)[a[i]]) == cues.actor(clauses.text(1)[b[i]])) continue;
    found[0].push_back(a[i]);
    found[1].push_back(b[i]);
  }
  return found;
}

std::set<std::string_view> actors_of(const AlignedClauses& clauses, Side side,
                                     const Filler& filler) {
  std::set<std::string_view> actors;
  for (const Token& token : clauses.clause(side).of(filler))
    if (token.kind == TokenKind::role) actors.insert(clauses.cues().actor(token));
  return actors;
}

// "Members must tell the Chair", "the Chair must be told by Members".
bool same_bearer_otherwise_put(const AlignedClauses& clauses, std::size_t at) {
  const Statement* statement = clauses.statement_at(0, at);
  for (const StatementPair& pair : clauses.pairs()) {
    const Statement& s = clauses.statement(0, pair);
    const Statement& t = clauses.statement(1, pair);
    if (&s == statement && s.passive != t.passive)
      return actors_of(clauses, 0, s.bearer) == actors_of(clauses, 1, t.bearer);
  }
  return false;
}

// One of the aligned statements is put in the passive.
bool is_turned(const AlignedClauses& clauses, std::size_t at) {
  const StatementPair* pair =
      clauses.pair_of({Fillers{{.range = clauses.text(0)[at].range}}, Fillers{}});
  return pair != nullptr &&
         clauses.statement(0, *pair).passive != clauses.statement(1, *pair).passive;
}

// As many roles stand on each side, the first ones where the rest of the texts is the same.
bool in_one_place(const AlignedClauses& clauses, const PlacesOfBoth& roles) {
  const Run* one = clauses.run_at(0, roles[0].front());
  const Run* other = clauses.run_at(1, roles[1].front());
  return roles[0].size() == roles[1].size() && one != nullptr && other != nullptr &&
         one->gap == other->gap;
}

bool any_general(const AlignedClauses& clauses, Side side, const Places& roles) {
  const Cues& cues = clauses.cues();
  return std::ranges::any_of(roles, [&](std::size_t at) {
    return cues.is_general_actor(cues.actor(clauses.text(side)[at]));
  });
}

// `unshared`: no side names a role of the other's elsewhere.
std::optional<Finding> role_against_role(const AlignedClauses& clauses, const PlacesOfBoth& roles,
                                         bool unshared) {
  const std::size_t a = roles[0].front();
  if (same_bearer_otherwise_put(clauses, a)) return {};
  const bool one_acts = clauses.in_bearer(0, a);
  const bool other_acts = clauses.in_bearer(1, roles[1].front());
  const bool one_place = in_one_place(clauses, roles);
  if (unshared && one_acts != other_acts && !one_place && !is_turned(clauses, a)) return {};
  Finding finding =
      clauses.finding(one_acts || other_acts ? DivergenceType::actor : DivergenceType::recipient,
                      clauses.both_excerpts(roles[0], roles[1]));
  const bool general = any_general(clauses, 0, roles[0]) || any_general(clauses, 1, roles[1]);
  finding.evidence[Evidence::general_role] = general ? 1 : 0;
  finding.in_doubt = !one_place;
  return finding;
}

// A body behind "of" or "of the".
bool is_owning_body(const AlignedText& text, std::size_t role, std::size_t begin) {
  if (text[role].side != syntax::Side::body) return false;
  if (begin > 0 && text.word(begin - 1) == "the") --begin;
  return begin > 0 && text.word(begin - 1) == "of";
}

// "officers" against "contractors", whom no register knows: likely, but never certain.
std::optional<Finding> role_against_words(const AlignedClauses& clauses, Side side,
                                          std::size_t at) {
  if (is_possessor(clauses.text(side), at)) return {};
  const std::string title = clauses.text(side).text(at, at + 1);
  const Run* run = clauses.run_at(side, at);
  const Run* instead = clauses.facing(side, at);
  if (instead == nullptr ||
      std::max(run->end - run->begin, instead->end - instead->begin) > most_of_class)
    return {};
  bool named = false;
  for (std::size_t i = instead->begin; i < instead->end; ++i) {
    const Token& token = clauses.other(side)[i];
    if (token.kind != TokenKind::word) continue;
    // "one group" for "any political group".
    if (title.find(token.surface) != std::string::npos) return {};
    named = true;
  }
  if (!named) return {};
  Deciding deciding;
  deciding[side] = clauses.words_of(side, *run);
  deciding[1 - side] = clauses.words_of(1 - side, *instead);
  const bool acts = clauses.in_bearer(side, at);
  // "the management of the Council": whose it is, not whom it concerns.
  if (!acts && is_owning_body(clauses.text(side), at, run->begin)) return {};
  Finding finding = clauses.finding(acts ? DivergenceType::actor : DivergenceType::recipient,
                                    std::move(deciding));
  finding.in_doubt = true;
  if (finding.evidence[Evidence::rest_identical] == 0) return {};
  return finding;
}

}  // namespace

std::vector<Finding> persons_of_words(const AlignedClauses& clauses) {
  std::vector<Finding> found;
  const auto add = [&](std::optional<Finding> finding) {
    if (finding) found.push_back(std::move(*finding));
  };
  const PlacesOfBoth unshared = {unshared_roles(clauses, 0), unshared_roles(clauses, 1)};
  const bool both = !unshared[0].empty() && !unshared[1].empty();
  const PlacesOfBoth roles = both ? unshared : exchanged_roles(clauses);
  if (!roles[0].empty()) {
    add(role_against_role(clauses, roles, both));
    return found;
  }
  for (const Side side : both_sides)
    if (!unshared[side].empty()) add(role_against_words(clauses, side, unshared[side].front()));
  return found;
}

}  // namespace concord::compare
