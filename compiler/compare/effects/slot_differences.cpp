// Slot against slot: the norm, who is bound, whom it concerns, when, unless, by when, how much.
//
// A slot that one side leaves open is no difference, but for conditions, exceptions, deadlines and
// amounts: those limit what is otherwise the same. Whether the rest is the same enough is not
// decided here: each finding carries its evidence, and confidence.h weighs it.
#include "compare/effects/slot_differences.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "compare/effects/cues.h"
#include "compare/effects/norm_strength.h"

namespace concord::compare {
namespace {

using language::Filler;
using language::Norm;
using language::Statement;
using Fillers = std::vector<Filler>;
using Roles = std::set<std::string_view>;

// Likeness of statements whose bearers or recipients are compared; where both name somebody to whom
// it is done, less is enough.
constexpr double least_alike_of_persons = 0.35;
constexpr double least_alike_of_told = 0.2;
constexpr double same_filler = 0.6;  // share of a filler's information that the other side has

class SlotComparison {
 public:
  SlotComparison(const StatedClause& a, const StatedClause& b, const StatementPair& pair,
                 const Lexicon& lexicon)
      : clauses_{&a, &b},
        statements_{&a.statements[pair.a], &b.statements[pair.b]},
        pair_(pair),
        lexicon_(lexicon),
        cues_(lexicon) {}

  std::vector<Finding> find() {
    norms();
    roles(DivergenceType::actor, &Statement::bearer);
    roles(DivergenceType::recipient, &Statement::recipient);
    if (!has(DivergenceType::recipient)) roles_elsewhere();
    degrees();
    lists(DivergenceType::condition, &Statement::conditions);
    if (!has(DivergenceType::condition)) qualifiers();
    lists(DivergenceType::exception, &Statement::exceptions);
    lists(DivergenceType::deadline, &Statement::deadlines);
    lists(DivergenceType::amount, &Statement::amounts);
    return std::move(found_);
  }

 private:
  bool has(DivergenceType type) const {
    return std::ranges::any_of(found_, [&](const Finding& each) { return each.type == type; });
  }

  Finding& add(DivergenceType type, Fillers a, Fillers b) {
    Finding& finding = found_.emplace_back();
    finding.type = type;
    finding.statements = statements_;
    finding.deciding = {std::move(a), std::move(b)};
    finding.in_doubt = is_bare(0) != is_bare(1);
    weigh(*clauses_[0], *clauses_[1], &pair_, lexicon_, finding);
    return finding;
  }

  // An item whose lead-in stands further up: who must do it, and when, is not known.
  bool is_bare(Side side) const {
    const Statement& statement = *statements_[side];
    return statement.norm != Norm::fact && statement.modal.empty() && statement.bearer.empty();
  }

  bool denies(Side side) const {
    const Statement& statement = *statements_[side];
    const bool negative = statement.negative && statement.norm != Norm::freedom;
    return negative != clauses_[side]->terms_of(statement).avoids;
  }

  // The word beside the modal that leaves room for what is not usual: "should normally be".
  Filler softener(Side side) const {
    const Statement& statement = *statements_[side];
    const bool own_modal = !statement.modal.empty() && !statement.modal.of_lead;
    const bool own_verb = !statement.predicate.empty() && !statement.predicate.of_lead;
    if (!own_verb) return {};
    const std::uint32_t begin = own_modal ? statement.modal.range.begin : statement.range.begin;
    for (const Token& token : clauses_[side]->within({begin, statement.predicate.range.end}))
      if (cues_.softens(token.surface)) return {token.range, false};
    return {};
  }

  // "No Member acting alone may": what denies in front of the modal.
  void widen_to_negator(Side side, Filler& words) const {
    const auto denies = [](const Token& token) { return token.kind == TokenKind::negator; };
    if (std::ranges::any_of(clauses_[side]->of(words), denies)) return;
    const std::uint32_t begin = statements_[side]->range.begin;
    if (begin >= words.range.begin) return;
    for (const Token& token : clauses_[side]->within({begin, words.range.begin}))
      if (denies(token)) words.range.begin = std::min(words.range.begin, token.range.begin);
  }

  // The modal, with its softener; the verb where there is none.
  Filler norm_words(Side side) const {
    const Statement& statement = *statements_[side];
    Filler words = statement.modal.empty() ? statement.predicate : statement.modal;
    if (words.of_lead) return words;
    if (statement.negative && !statement.modal.empty()) widen_to_negator(side, words);
    const Filler soft = softener(side);
    if (soft.empty()) return words;
    words.range.begin = std::min(words.range.begin, soft.range.begin);
    words.range.end = std::max(words.range.end, soft.range.end);
    return words;
  }

  void norms() {
    const Statement& s = *statements_[0];
    const Statement& t = *statements_[1];
    const bool opposite = denies(0) != denies(1);
    const bool softer = softener(0).empty() != softener(1).empty();
    const bool other_force = strength(s.norm) != strength(t.norm) || s.future != t.future ||
                             softer || (either(s, t, Norm::freedom) && s.norm != t.norm);
    if (!opposite && (!other_force || only_is_to())) return;
    const bool freed = either(s, t, Norm::freedom) && s.norm != t.norm;
    const bool denied = opposite && !freed;
    const Filler a = norm_words(0);
    const Filler b = norm_words(1);
    if (a.empty() || b.empty()) return;
    Finding& finding = add(denied ? DivergenceType::negation : DivergenceType::duty, {a}, {b});
    weigh_norms(*clauses_[0], s, *clauses_[1], t, lexicon_, finding.evidence);
    finding.evidence[Evidence::softened] = softer ? 1 : 0;
  }

  // "are to be conducted" may be what must be or what should be: it differs from neither.
  bool only_is_to() const {
    const auto binds = [](const Statement& statement) {
      return strength(statement.norm) >= strength(Norm::advice) && !statement.future;
    };
    const bool one = is_to(*clauses_[0], *statements_[0]);
    const bool other = is_to(*clauses_[1], *statements_[1]);
    return one != other && binds(*statements_[0]) && binds(*statements_[1]);
  }

  Roles roles_in(std::span<const Token> tokens) const {
    Roles roles;
    for (const Token& token : tokens)
      if (token.kind == TokenKind::role) roles.insert(cues_.actor(token));
    return roles;
  }

  void weigh_roles(const Roles& a, const Roles& b, EvidenceVector& evidence) const {
    const auto general = [&](const Roles& roles) {
      return std::ranges::any_of(
          roles, [&](std::string_view role) { return cues_.is_general_actor(role); });
    };
    evidence[Evidence::general_role] = general(a) || general(b) ? 1 : 0;
    const bool contained = std::ranges::includes(a, b) || std::ranges::includes(b, a);
    evidence[Evidence::role_contained] = contained ? 1 : 0;
  }

  void roles(DivergenceType type, Filler Statement::*slot) {
    const Filler& a = statements_[0]->*slot;
    const Filler& b = statements_[1]->*slot;
    // Whoever does something else for somebody else differs in more than the person.
    const bool told = type == DivergenceType::recipient;
    if (pair_.likeness < (told ? least_alike_of_told : least_alike_of_persons)) return;
    if (told && only_one_is_expecting()) return;
    const Roles of_a = roles_in(clauses_[0]->of(a));
    const Roles of_b = roles_in(clauses_[1]->of(b));
    if (of_a.empty() != of_b.empty()) return unnamed_role(type, a, b);
    if (of_a.empty() || of_a == of_b) return;
    Finding& finding = add(type, {a}, {b});
    finding.refused = same_persons(a, b);
    weigh_roles(of_a, of_b, finding.evidence);
    const bool facts = statements_[0]->norm == Norm::fact && statements_[1]->norm == Norm::fact;
    finding.evidence[Evidence::both_facts] = facts ? 1 : 0;
  }

  bool same_persons(const Filler& a, const Filler& b) const {
    return cues_.may_be_same(named(0, a), named(1, b));
  }

  // "a Member so connected with an officer": the member.
  std::vector<Token> named(Side side, const Filler& filler) const {
    const auto tokens = clauses_[side]->of(filler);
    const auto behind = std::ranges::find_if(tokens, [&](const Token& token) {
      return lexicon_.lists().recipient_prepositions.contains(token.surface);
    });
    const std::vector<Token> heads =
        Cues::persons(tokens.first(static_cast<std::size_t>(behind - tokens.begin())));
    return heads.empty() ? Cues::persons(tokens) : heads;
  }

  // "Members can expect from officers:" names who may look to them, not to whom they do what an
  // item says: no counterpart of the one who is told or helped elsewhere.
  bool only_one_is_expecting() const {
    const auto expecting = [](const Statement& statement) {
      return statement.norm == Norm::expectation && statement.recipient.of_lead;
    };
    return expecting(*statements_[0]) != expecting(*statements_[1]);
  }

  // One side names a role, the other somebody whom no register knows: likely, but never certain.
  void unnamed_role(DivergenceType type, const Filler& a, const Filler& b) {
    if (type != DivergenceType::recipient || a.empty() || b.empty()) return;
    if (is_pronoun(0, a) || is_pronoun(1, b)) return;
    Finding& finding = add(type, {a}, {b});
    finding.evidence[Evidence::unnamed_role] = 1;
    finding.in_doubt = true;
  }

  // "them": for whom it stands is not known.
  bool is_pronoun(Side side, const Filler& filler) const {
    const auto tokens = clauses_[side]->of(filler);
    return std::ranges::all_of(
        tokens, [](const Token& token) { return token.kind == TokenKind::function; });
  }

  // "the Council's policies": whose they are, not whom it concerns.
  bool is_owner(Side side, const Token& token) const {
    const std::string_view title = language::slice(clauses_[side]->text, token.range);
    return std::ranges::any_of(std::array<std::string_view, 4>{"'s", "\u2019s", "'", "\u2019"},
                               [&](std::string_view ending) { return title.ends_with(ending); });
  }

  Roles roles_stated(Side side) const {
    Roles roles;
    for (const Token& token : clauses_[side]->within(statements_[side]->range))
      if (token.kind == TokenKind::role && !is_owner(side, token)) roles.insert(cues_.actor(token));
    return roles;
  }

  // The roles of the statement outside its bearer.
  Roles roles_beside_bearer(Side side) const {
    const Statement& statement = *statements_[side];
    Roles roles = roles_stated(side);
    for (const Filler* each : {&statement.object, &statement.recipient})
      if (each->of_lead) roles.merge(roles_in(clauses_[side]->of(*each)));
    for (const std::string_view bearer : roles_in(clauses_[side]->of(statement.bearer)))
      roles.erase(bearer);
    return roles;
  }

  Fillers places_of(Side side, const Roles& roles) const {
    Fillers places;
    for (const Token& token : clauses_[side]->within(statements_[side]->range)) {
      const bool names = token.kind == TokenKind::role && !is_owner(side, token);
      if (!names || !roles.contains(cues_.actor(token))) continue;
      places.push_back({token.range, false});
      break;
    }
    return places;
  }

  static Roles without(Roles roles, const Roles& others) {
    for (const std::string_view other : others) roles.erase(other);
    return roles;
  }

  void roles_elsewhere() {
    if (pair_.likeness < least_alike_of_persons) return;
    const Roles a = roles_beside_bearer(0);
    const Roles b = roles_beside_bearer(1);
    const Roles only_a = without(a, roles_in(clauses_[1]->within(statements_[1]->range)));
    const Roles only_b = without(b, roles_in(clauses_[0]->within(statements_[0]->range)));
    if (a.empty() || b.empty() || (only_a.empty() && only_b.empty())) return;
    // "the Cabinet and committees" against "committees": all that the other names.
    Fillers of_a = places_of(0, only_a.empty() ? a : only_a);
    Fillers of_b = places_of(1, only_b.empty() ? b : only_b);
    if (of_a.empty() || of_b.empty()) return;
    Finding& finding = add(DivergenceType::recipient, std::move(of_a), std::move(of_b));
    finding.evidence[Evidence::loose_role] = 1;
    const bool known =
        (!only_a.empty() && without(only_a, roles_in(clauses_[1]->tokens)).empty()) ||
        (!only_b.empty() && without(only_b, roles_in(clauses_[0]->tokens)).empty());
    finding.evidence[Evidence::role_known_elsewhere] = known ? 1 : 0;
    weigh_roles(only_a.empty() ? a : only_a, only_b.empty() ? b : only_b, finding.evidence);
    if (only_a.empty() || only_b.empty()) finding.evidence[Evidence::role_contained] = 1;
  }

  // Words of degree that the other statement does not put to what both name: "reasonable
  // standards".
  Fillers degrees_of(Side side) const {
    const auto tokens = clauses_[side]->within(statements_[side]->range);
    const auto others = clauses_[1 - side]->within(statements_[1 - side]->range);
    const auto has_form = [&](std::string_view form) {
      return std::ranges::any_of(others, [&](const Token& each) { return each.form == form; });
    };
    Fillers found;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const bool degree = lexicon_.lists().degrees.contains(tokens[i].surface) &&
                          !lexicon_.lists().time_units.contains(tokens[i].surface);
      if (!degree || has_form(tokens[i].form) || !has_form(tokens[i + 1].form)) continue;
      found.push_back({{tokens[i].range.begin, tokens[i + 1].range.end}, false});
    }
    return found;
  }

  // Words that limit what the statement says, and that the other clause does not have: "lawfully
  // agreed policies".
  Fillers qualifiers_of(Side side) const {
    Fillers found;
    for (const Token& token : clauses_[side]->within(statements_[side]->range)) {
      const bool said = std::ranges::any_of(
          clauses_[1 - side]->tokens, [&](const Token& each) { return each.form == token.form; });
      if (cues_.is_condition(token.surface) && !said) found.push_back({token.range, false});
    }
    return found;
  }

  void qualifiers() {
    Fillers a = qualifiers_of(0);
    Fillers b = qualifiers_of(1);
    if (a.empty() && b.empty()) return;
    Finding& finding = add(DivergenceType::condition, std::move(a), std::move(b));
    finding.evidence[Evidence::qualifier] = 1;
  }

  void degrees() {
    Fillers a = degrees_of(0);
    Fillers b = degrees_of(1);
    if (a.empty() && b.empty()) return;
    Finding& finding = add(DivergenceType::amount, std::move(a), std::move(b));
    finding.evidence[Evidence::degree] = 1;
  }

  // What of the side's fillers the other side says nothing like.
  Fillers unmatched(Side side, const Fillers& own, const Fillers& others, bool exact,
                    double& best) const {
    Fillers left;
    for (const Filler& each : own) {
      const Terms terms(clauses_[side]->of(each), lexicon_);
      double most = 0;
      bool same = false;
      for (const Filler& other : others) {
        const Terms against(clauses_[1 - side]->of(other), lexicon_);
        most = std::max(most, likeness(terms, against));
        same = same || says_same(side, each, other);
      }
      best = std::max(best, most);
      const Terms& all = clauses_[1 - side]->words;
      const bool said = exact ? same : most >= same_filler || terms.share_in(all) >= same_filler;
      if (!said) left.push_back(each);
    }
    return left;
  }

  // "timely" sets no time, and "other than" no limit where its cases stand in the items to come.
  bool sets_nothing(Side side, DivergenceType type, const Fillers& fillers) const {
    const auto is_vague = [&](const Token& token) {
      const bool time = type == DivergenceType::deadline && cues_.is_vague_time(token.surface);
      return time || token.kind == TokenKind::function;
    };
    return std::ranges::all_of(fillers, [&](const Filler& each) {
      const auto tokens = clauses_[side]->of(each);
      const bool lead_in = !each.of_lead && opens_items(side, each);
      return lead_in || std::ranges::all_of(tokens, is_vague);
    });
  }

  // The filler ends the clause with a colon.
  bool opens_items(Side side, const Filler& filler) const {
    return clauses_[side]->text.substr(filler.range.end).starts_with(":");
  }

  // Numbers, units and measures are the same, whatever stands between.
  bool says_same(Side side, const Filler& own, const Filler& other) const {
    return key_of(clauses_[side]->of(own)) == key_of(clauses_[1 - side]->of(other));
  }

  // The forms of what counts; "at least" and "not less than" by what they mean.
  std::set<std::string> key_of(std::span<const Token> tokens) const {
    std::set<std::string> key;
    std::set<std::uint32_t> meant;
    for (const auto& meaning : lexicon_.meanings(tokens)) {
      meant.insert(meaning.token);
      key.insert(std::to_string(meaning.group) + " by meaning");
    }
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      const bool counts = tokens[i].kind == TokenKind::word || tokens[i].kind == TokenKind::number;
      if (counts && !meant.contains(i)) key.emplace(measure_of(tokens[i]));
    }
    return key;
  }

  void lists(DivergenceType type, Fillers Statement::*slot) {
    const bool exact = type == DivergenceType::deadline || type == DivergenceType::amount;
    const Fillers& a = statements_[0]->*slot;
    const Fillers& b = statements_[1]->*slot;
    if (a.empty() && b.empty()) return;
    double best = 0;
    Fillers of_a = unmatched(0, a, b, exact, best);
    Fillers of_b = unmatched(1, b, a, exact, best);
    if (of_a.empty() && of_b.empty()) return;
    const bool refused = sets_nothing(0, type, of_a) && sets_nothing(1, type, of_b);
    if (of_a.empty() && !a.empty()) of_a = a;
    if (of_b.empty() && !b.empty()) of_b = b;
    Finding& finding = add(type, std::move(of_a), std::move(of_b));
    finding.refused = refused;
    finding.evidence[Evidence::filler_likeness] = best;
  }

  std::array<const StatedClause*, 2> clauses_;
  std::array<const Statement*, 2> statements_;
  StatementPair pair_;
  const Lexicon& lexicon_;
  Cues cues_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> slot_differences(const StatedClause& a, const StatedClause& b,
                                      const std::vector<StatementPair>& pairs,
                                      const Lexicon& lexicon) {
  std::vector<Finding> all;
  for (const StatementPair& pair : pairs)
    for (Finding& each : SlotComparison(a, b, pair, lexicon).find()) all.push_back(std::move(each));
  return all;
}

}  // namespace concord::compare
