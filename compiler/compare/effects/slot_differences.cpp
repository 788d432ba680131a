// Slot against slot: the norm, who is bound, whom it concerns, when, unless, by when, how much.
//
// A slot that one side leaves open is no difference, but for conditions, exceptions, deadlines and
// amounts: those limit what is otherwise the same. Whether the rest is the same enough is not
// decided here: each finding carries its evidence, and confidence.h weighs it.
#include "compare/effects/slot_differences.h"

#include <algorithm>
#include <cmath>

#include "compare/effects/acts.h"
#include "compare/effects/cues.h"
#include "compare/match/bearer.h"

namespace concord::compare {
namespace {

using language::Filler;
using language::Norm;
using language::Statement;
using Fillers = std::vector<Filler>;
using Roles = std::set<std::string_view>;

constexpr double least_alike = 0.08;  // of statements that are aligned
constexpr double least_alike_of_persons =
    0.35;                                    // of those whose bearers or recipients are compared
constexpr double least_alike_of_told = 0.2;  // where both name somebody to whom it is done
constexpr double same_filler = 0.6;    // share of a filler's information that the other side has
constexpr double of_all_words = 0.25;  // of a pair's likeness; the rest is its core's

void add(const StatedClause& clause, const Filler& filler, const Lexicon& lexicon, Terms& into) {
  if (!filler.empty()) into.add(clause.of(filler), lexicon);
}

// What is done, to what, and for whom.
Terms core_of(const StatedClause& clause, const Statement& statement, const Lexicon& lexicon) {
  Terms core;
  for (const Filler* each : {&statement.predicate, &statement.object, &statement.recipient})
    add(clause, *each, lexicon, core);
  return core;
}

Terms all_of(const StatedClause& clause, const Statement& statement, const Lexicon& lexicon) {
  Terms all(clause.within(statement.range), lexicon);
  for (const Filler* each : {&statement.bearer, &statement.predicate, &statement.object})
    if (each->of_lead) add(clause, *each, lexicon, all);
  return all;
}

double alike(const StatedClause& a, const Statement& s, const StatedClause& b, const Statement& t,
             const Lexicon& lexicon) {
  const double core = likeness(core_of(a, s, lexicon), core_of(b, t, lexicon));
  const double all = likeness(all_of(a, s, lexicon), all_of(b, t, lexicon));
  return (1 - of_all_words) * core + of_all_words * all;
}

// The best of a row or column, and the one behind it.
struct Best {
  std::size_t at = 0;
  double first = 0;
  double second = 0;

  void add(std::size_t place, double value) {
    if (value > first) {
      second = first;
      first = value;
      at = place;
    } else {
      second = std::max(second, value);
    }
  }
  // Better than all others: no tie.
  bool is_best(std::size_t place, double value) const {
    return place == at && value == first && value > second;
  }
  // The best beside that at the place.
  double beside(std::size_t place) const { return place == at ? second : first; }
};

// ---- norms

// How strongly a norm binds; equal numbers bind equally.
int strength(Norm norm) {
  switch (norm) {
    case Norm::fact:
      return 0;
    case Norm::possibility:
      return 1;
    case Norm::permission:
    case Norm::freedom:
      return 2;
    case Norm::expectation:
      return 3;
    case Norm::advice:
    case Norm::advice_against:
      return 4;
    case Norm::duty:
    case Norm::prohibition:
      break;
  }
  return 5;
}

bool either(const Statement& s, const Statement& t, Norm norm) {
  return s.norm == norm || t.norm == norm;
}

bool is_must(const Statement& statement) {
  return strength(statement.norm) == strength(Norm::duty) && !statement.future;
}
bool is_will(const Statement& statement) {
  return strength(statement.norm) == strength(Norm::duty) && statement.future;
}
bool is_should(const Statement& statement) {
  return strength(statement.norm) == strength(Norm::advice);
}

void weigh_norms(const Statement& s, const Statement& t, EvidenceVector& evidence) {
  const auto both = [&](auto one, auto other) {
    return (one(s) && other(t)) || (one(t) && other(s)) ? 1.0 : 0.0;
  };
  const bool fact = either(s, t, Norm::fact);
  const bool expectation = either(s, t, Norm::expectation);
  const bool possible = either(s, t, Norm::possibility);
  const bool leave = either(s, t, Norm::permission) || either(s, t, Norm::freedom);
  evidence[Evidence::fact_or_norm] = fact ? 1 : 0;
  evidence[Evidence::expectation_or_norm] = expectation && !fact ? 1 : 0;
  evidence[Evidence::possible_or_other] = possible && !fact ? 1 : 0;
  evidence[Evidence::may_or_other] = leave && !fact && !expectation && !possible ? 1 : 0;
  evidence[Evidence::will_or_must] = both(is_will, is_must);
  evidence[Evidence::will_or_should] = both(is_will, is_should);
  evidence[Evidence::should_or_must] = both(is_should, is_must);
}

// ---- the two statements

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

  // "is to be avoided" denies as "is not recommended" does.
  bool denies(Side side) const {
    const Statement& statement = *statements_[side];
    const bool negative = statement.negative && statement.norm != Norm::freedom;
    return negative != avoids(side);
  }

  bool avoids(Side side) const {
    const std::vector<Token> avoid = lexicon_.tokens("avoid");
    const auto senses = lexicon_.meanings(avoid);
    for (const auto& meaning : lexicon_.meanings(clauses_[side]->of(statements_[side]->predicate)))
      for (const auto& sense : senses)
        if (sense.group == meaning.group) return true;
    return false;
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
    weigh_norms(s, t, finding.evidence);
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
    return cues_.may_be_same(Cues::persons(clauses_[0]->of(a)), Cues::persons(clauses_[1]->of(b)));
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
      const Terms all(clauses_[1 - side]->tokens, lexicon_);
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
      if (counts && !meant.contains(i)) key.emplace(tokens[i].form);
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

bool has_number(const StatedClause& clause, const Fillers& fillers) {
  return std::ranges::any_of(fillers, [&](const Filler& filler) {
    return std::ranges::any_of(clause.of(filler),
                               [](const Token& token) { return token.kind == TokenKind::number; });
  });
}

Bearer bearer_side(const StatedClause& clause, const Statement& statement) {
  for (const Token& token : clause.of(statement.bearer)) {
    if (token.side == syntax::Side::member) return Bearer::member;
    if (token.side == syntax::Side::officer) return Bearer::officer;
  }
  return Bearer::none;
}

void weigh_pair(const StatedClause& a, const StatedClause& b, const StatementPair& pair,
                const Lexicon& lexicon, EvidenceVector& evidence) {
  const Statement& s = a.statements[pair.a];
  const Statement& t = b.statements[pair.b];
  evidence[Evidence::likeness] = pair.likeness;
  evidence[Evidence::aligned_best] = std::max(0.0, pair.lead);
  evidence[Evidence::one_way] = pair.mutual ? 0 : 1;
  evidence[Evidence::turned] = s.passive != t.passive ? 1 : 0;
  const auto predicate = [&](const StatedClause& clause, const Statement& statement) {
    return Terms(clause.of(statement.predicate), lexicon);
  };
  const Terms verb = predicate(a, s);
  const Terms other_verb = predicate(b, t);
  const bool verbs = !verb.empty() && !other_verb.empty();
  evidence[Evidence::same_predicate] = verbs && likeness(verb, other_verb) > 0.5 ? 1 : 0;
  const Terms object(a.of(s.object), lexicon);
  const Terms other_object(b.of(t.object), lexicon);
  evidence[Evidence::object_likeness] = object.empty() ? 0 : likeness(object, other_object);
  const Act act = common_act(a, s, b, t, lexicon);
  evidence[Evidence::one_act] = act.is_one(evidence[Evidence::recipient] > 0) ? 1 : 0;
  evidence[Evidence::stated_within] = !(act.verb && act.object) && act.within ? 1 : 0;
  evidence[Evidence::other_case] = s.conditions.empty() != t.conditions.empty() ? 1 : 0;
  const Cues cues(lexicon);
  const auto leaves_room = [&](const StatedClause& clause, const Statement& statement) {
    return std::ranges::any_of(clause.within(statement.range),
                               [&](const Token& token) { return cues.softens(token.surface); });
  };
  evidence[Evidence::room_left] = leaves_room(a, s) || leaves_room(b, t) ? 1 : 0;
  const auto bearers = Cues::persons(a.of(s.bearer));
  const auto other_bearers = Cues::persons(b.of(t.bearer));
  const bool apart =
      !bearers.empty() && !other_bearers.empty() && !cues.may_be_same(bearers, other_bearers);
  evidence[Evidence::other_bearer] = apart && evidence[Evidence::actor] == 0 ? 1 : 0;
  const Bearer one = bearer_side(a, s);
  const Bearer other = bearer_side(b, t);
  evidence[Evidence::same_bearer] = one != Bearer::none && one == other ? 1 : 0;
  evidence[Evidence::opposed_bearers] = opposed(one, other) ? 1 : 0;
}

}  // namespace

void weigh(const StatedClause& a, const StatedClause& b, const StatementPair* pair,
           const Lexicon& lexicon, Finding& finding) {
  EvidenceVector& evidence = finding.evidence;
  evidence[Evidence::always] = 1;
  evidence[kind_evidence(finding.type)] = 1;
  evidence[Evidence::whole_likeness] = likeness(Terms(a.tokens, lexicon), Terms(b.tokens, lexicon));
  if (pair != nullptr) weigh_pair(a, b, *pair, lexicon, evidence);
  const bool one_sided = finding.deciding[0].empty() || finding.deciding[1].empty();
  evidence[Evidence::one_sided] = one_sided ? 1 : 0;
  evidence[Evidence::one_sided_alike] = one_sided ? evidence[Evidence::likeness] : 0;
  const auto count = [](std::size_t n) { return std::log2(1 + static_cast<double>(n)); };
  evidence[Evidence::statements] = (count(a.statements.size()) + count(b.statements.size())) / 4;
  evidence[Evidence::length_gap] = std::abs(count(a.tokens.size()) - count(b.tokens.size())) / 4;
  const auto in_lead = [](const Fillers& fillers) {
    return std::ranges::any_of(fillers, &Filler::of_lead);
  };
  const bool lead = in_lead(finding.deciding[0]) || in_lead(finding.deciding[1]);
  evidence[Evidence::from_lead] = lead ? 1 : 0;
  const bool number = has_number(a, finding.deciding[0]) || has_number(b, finding.deciding[1]);
  evidence[Evidence::number] = number ? 1 : 0;
}

std::vector<StatementPair> align_statements(const StatedClause& a, const StatedClause& b,
                                            const Lexicon& lexicon) {
  const std::size_t width = b.statements.size();
  if (a.statements.empty() || width == 0) return {};
  std::vector<double> values;
  std::vector<Best> rows(a.statements.size());
  std::vector<Best> columns(width);
  for (std::size_t i = 0; i < a.statements.size(); ++i) {
    for (std::size_t j = 0; j < width; ++j) {
      const double value = alike(a, a.statements[i], b, b.statements[j], lexicon);
      values.push_back(value);
      rows[i].add(j, value);
      columns[j].add(i, value);
    }
  }
  std::vector<StatementPair> pairs;
  const bool single = a.statements.size() == 1 && width == 1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < width; ++j) {
      const double value = values[i * width + j];
      const bool of_row = rows[i].is_best(j, value);
      const bool of_column = columns[j].is_best(i, value);
      if (!single && (value < least_alike || !(of_row || of_column))) continue;
      const double lead = std::min(value - rows[i].beside(j), value - columns[j].beside(i));
      pairs.push_back({i, j, value, lead, single || (of_row && of_column)});
    }
  }
  return pairs;
}

bool is_to(const StatedClause& clause, const Statement& statement) {
  const Filler& modal = statement.modal;
  const std::string_view words =
      language::slice(modal.of_lead ? clause.lead : clause.text, modal.range);
  return words == "is to" || words == "are to";
}

std::vector<StatementPair> mutual(std::vector<StatementPair> pairs) {
  std::erase_if(pairs, [](const StatementPair& pair) { return !pair.mutual; });
  return pairs;
}

std::vector<Finding> slot_differences(const StatedClause& a, const StatedClause& b,
                                      const std::vector<StatementPair>& pairs,
                                      const Lexicon& lexicon) {
  std::vector<Finding> all;
  for (const StatementPair& pair : pairs)
    for (Finding& each : SlotComparison(a, b, pair, lexicon).find()) all.push_back(std::move(each));
  return all;
}

}  // namespace concord::compare
