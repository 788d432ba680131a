#include "compare/effects/kinds.h"

#include <algorithm>
#include <array>

#include "compare/effects/cues.h"
#include "compare/effects/norm_strength.h"

namespace concord::compare {
namespace {

using language::Filler;
using language::Norm;
using language::Statement;

constexpr double flat_contradiction = 0.7;  // likeness of two statements, one of which is denied
constexpr double said_elsewhere = 0.6;      // share of a limit's information in the other clause

constexpr std::size_t most_of_opener = 2;  // tokens: "other than"
constexpr std::size_t most_of_name = 9;    // tokens: "the Leader, the Deputy Leader and chairs"

constexpr std::uint32_t reach_of_verb = 16;     // characters behind a modal
constexpr std::uint32_t reach_of_measure = 16;  // characters before a number
constexpr double half = 0.45;                   // likeness of statements of which one is longer
constexpr double same_case = 0.5;               // likeness of two cases

bool holds_any(std::span<const Token> tokens, const syntax::WordSet& words) {
  return std::ranges::any_of(tokens,
                             [&](const Token& token) { return words.contains(token.surface); });
}

class Rules {
 public:
  Rules(const Finding& finding, const StatedClause& a, const StatedClause& b,
        const Lexicon& lexicon)
      : finding_(finding), clauses_{&a, &b}, lexicon_(lexicon), cues_(lexicon) {}

  bool hold() const {
    if (persons() && same_office()) return false;
    if (finding_.type == DivergenceType::duty && denied() == 1 && !frees()) return false;
    if (finding_.type == DivergenceType::negation && denied() == 2 && !has(Evidence::word_for_word))
      return false;
    if (is_measure() && one_sided() && is_measured_elsewhere()) return false;
    if (is_force() && has(Evidence::expectation_or_norm)) return false;
    if (has(Evidence::rest_identical)) return !by_lead_alone();
    if (finding_.type == DivergenceType::amount && !measures()) return false;
    if (is_force() && names_no_act()) return false;
    if (!both_stated() || !has(Evidence::one_act) || has(Evidence::other_bearer) ||
        !whole_words() || !said_plainly() || two_cases())
      return false;
    switch (finding_.type) {
      case DivergenceType::negation:
        return has(Evidence::word_for_word) && !a_fact() && denied() == 1 &&
               finding_.evidence[Evidence::likeness] >= flat_contradiction;
      case DivergenceType::duty:
        return binds_otherwise();
      case DivergenceType::actor:
        return !a_fact() && !has(Evidence::opposed_bearers) && !has(Evidence::other_case) &&
               stands_in(&Statement::bearer) && are_phrases() && !only_one_is_expected();
      case DivergenceType::recipient:
        return !a_fact() && !has(Evidence::unnamed_role) && !has(Evidence::other_case) &&
               stands_in(&Statement::recipient) && !is_told_who_expects();
      case DivergenceType::condition:
        return one_sided() && !a_fact() && !has(Evidence::qualifier) && is_case() &&
               limits_the_same();
      case DivergenceType::exception:
        return !has(Evidence::other_case) && limits_the_same() && !excepts_elsewhere();
      case DivergenceType::deadline:
        return !(one_sided() && a_fact()) && sets_time();
      case DivergenceType::amount:
        return !has(Evidence::from_lead) && measures_slot();
      case DivergenceType::class_:
        break;
    }
    return false;
  }

  bool leave_doubt() const {
    switch (finding_.type) {
      case DivergenceType::exception:
        return excepts_leave_alone() || may_be_excepted_further_on();
      case DivergenceType::amount:
        return !has(Evidence::number);
      case DivergenceType::duty:
        return names_no_act();
      default:
        return false;
    }
  }

 private:
  const syntax::WordLists& lists() const { return lexicon_.lists(); }

  // "without lawful authority": whoever may not act may act where that is allowed, said or not.
  // Leave that somebody gives is another matter.
  bool excepts_leave_alone() const {
    for (const Side side : {Side{0}, Side{1}})
      for (const Filler& each : finding_.deciding[side]) {
        const auto tokens = clauses_[side]->of(each);
        const bool without = !tokens.empty() && tokens.front().surface == "without";
        if (without && holds_any(tokens, lists().leave) && Cues::persons(tokens).empty())
          return true;
      }
    return false;
  }

  // "No Member may give orders. Direction comes from a meeting of the Council": what the next
  // statement says may be the exception.
  bool may_be_excepted_further_on() const {
    return one_sided() && clauses_[1 - speaking()]->statements.size() > 1;
  }

  bool has(Evidence name) const { return finding_.evidence[name] > 0; }
  bool one_sided() const { return has(Evidence::one_sided); }
  bool is_force() const { return group_of(finding_.evidence) == KindGroup::force; }
  bool persons() const { return group_of(finding_.evidence) == KindGroup::persons; }

  // Words that stand in no statement are part of no act.
  bool both_stated() const {
    return std::ranges::none_of(finding_.statements,
                                [](const Statement* each) { return each == nullptr; });
  }

  bool is_measure() const {
    return finding_.type == DivergenceType::deadline || finding_.type == DivergenceType::amount;
  }

  bool counts_or_grades(const Token& token) const {
    return token.kind == TokenKind::number || lists().degrees.contains(token.surface);
  }

  // "daily management" here, "the daily running of a service" there, in another statement.
  bool is_measured_elsewhere() const {
    const StatedClause& other = *clauses_[1 - speaking()];
    const auto stands_there = [&](const Token& token) {
      return std::ranges::find(other.tokens, token.form, &Token::form) != other.tokens.end();
    };
    return std::ranges::any_of(finding_.deciding[speaking()], [&](const Filler& each) {
      const auto tokens = clauses_[speaking()]->of(each);
      const auto measure = [&](const Token& token) { return counts_or_grades(token); };
      return std::ranges::any_of(tokens, measure) &&
             std::ranges::none_of(tokens, [&](const Token& token) {
               return counts_or_grades(token) && !stands_there(token);
             });
    });
  }

  // "within ten days", "every May"; not "before you come", which another event may mean as well.
  bool sets_time() const {
    const auto counts = [&](const Token& token) {
      return counts_or_grades(token) || cues_.names_month(token) || is_of_day(token);
    };
    for (const Side side : {Side{0}, Side{1}})
      for (const Filler& each : finding_.deciding[side])
        if (std::ranges::any_of(clauses_[side]->of(each), counts)) return true;
    return false;
  }

  // An amount that one side alone has measures who acts or what the verb lands on, and no other act
  // of the sentence.
  bool measures_slot() const {
    if (!one_sided()) return true;
    const Side side = speaking();
    const Statement& statement = *finding_.statements[side];
    const auto in = [](const Filler& each, const Filler& slot) {
      return each.of_lead == slot.of_lead && each.range.begin < slot.range.end &&
             slot.range.begin < each.range.end;
    };
    return std::ranges::any_of(finding_.deciding[side], [&](const Filler& each) {
      return in(each, statement.object) || in(each, statement.bearer);
    });
  }

  // Whoever is named is named in a few words: more is a clause taken for a name.
  bool are_phrases() const {
    for (const Side side : {Side{0}, Side{1}})
      for (const Filler& each : finding_.deciding[side])
        if (clauses_[side]->of(each).size() > most_of_name) return false;
    return true;
  }

  bool a_fact() const {
    return std::ranges::any_of(finding_.statements, [](const Statement* each) {
      return each == nullptr || each->norm == Norm::fact;
    });
  }

  bool frees() const {
    return std::ranges::any_of(finding_.statements, [](const Statement* each) {
      return each != nullptr && each->norm == Norm::freedom;
    });
  }

  // How many of the two statements are denied.
  std::size_t denied() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        finding_.statements,
        [](const Statement* each) { return each != nullptr && each->negative; }));
  }

  // "Members can expect:" beside "will", "will" beside "must": of two lead-ins, no difference.
  bool by_lead_alone() const {
    if (finding_.type == DivergenceType::actor) return has(Evidence::opposed_bearers) && expects();
    if (has(Evidence::will_or_must) && is_force() && names_no_act()) return true;
    const bool two_cases = finding_.type == DivergenceType::condition && !one_sided();
    const bool alike =
        is_force() && (has(Evidence::expectation_or_norm) || has(Evidence::will_or_must));
    return has(Evidence::from_lead) && (two_cases || alike);
  }

  bool expects() const {
    return std::ranges::any_of(finding_.statements, [](const Statement* each) {
      return each != nullptr && each->norm == Norm::expectation;
    });
  }

  // A lead-in alone: "Officers must:".
  bool names_no_act() const {
    return std::ranges::any_of(finding_.statements, [](const Statement* each) {
      return each != nullptr && each->predicate.empty() && each->object.empty();
    });
  }

  // A number that only one side has measures something where a word of measure stands beside it:
  // "at least two", "£50"; not the year of a code, and not "two codes".
  bool measures() const {
    if (!one_sided() || !has(Evidence::number)) return true;
    const Side side = speaking();
    return std::ranges::any_of(finding_.deciding[side], [&](const Filler& each) {
      const auto& text = each.of_lead ? clauses_[side]->lead : clauses_[side]->text;
      const std::uint32_t begin = each.range.begin < 3 ? 0 : each.range.begin - 3;
      if (text.substr(begin, each.range.end - begin).find("£") != std::string_view::npos)
        return true;
      const std::uint32_t from =
          each.range.begin < reach_of_measure ? 0 : each.range.begin - reach_of_measure;
      return std::ranges::any_of(
          clauses_[side]->within({from, each.range.end}, each.of_lead), [&](const Token& token) {
            return lists().amount_words.contains(token.surface) || token.surface == "least" ||
                   token.surface == "most" || token.surface == "than";
          });
    });
  }

  // Each is for a case of its own.
  bool two_cases() const {
    if (finding_.type == DivergenceType::condition) return false;
    const auto one = case_of(0);
    const auto other = case_of(1);
    return !one.empty() && !other.empty() && likeness(one, other) < same_case;
  }
  Terms case_of(Side side) const {
    Terms all;
    for (const Filler& each : finding_.statements[side]->conditions) {
      const auto tokens = clauses_[side]->of(each);
      const bool who = !tokens.empty() && tokens.front().surface == "who";
      if (!who) all.add(tokens, lexicon_);
    }
    return all;
  }

  // A recital, a possibility and what someone may expect bind as their neighbours do; and in these
  // texts "will" binds like "must".
  bool binds_otherwise() const {
    return !a_fact() && !has(Evidence::possible_or_other) && !has(Evidence::expectation_or_norm) &&
           (!has(Evidence::will_or_must) || has(Evidence::softened)) &&
           std::ranges::none_of(finding_.statements,
                                [](const Statement* each) { return each->modal.empty(); }) &&
           own_modals() && !both_deny_otherwise() && !same_modal() && !turned_to_other_act() &&
           !excepts_for_usual();
  }

  // "must not allow their views to influence", "should not be influenced": whoever does a thing
  // here and has another done to him there is bound in two ways.
  bool turned_to_other_act() const {
    return has(Evidence::turned) && !has(Evidence::same_predicate);
  }

  // "should …, unless it is agreed" beside "should normally": both leave room, each in its own way.
  bool excepts_for_usual() const {
    return has(Evidence::softened) && same_strength() &&
           finding_.statements[0]->exceptions.empty() != finding_.statements[1]->exceptions.empty();
  }
  bool same_strength() const {
    const auto& [s, t] = finding_.statements;
    return strength(s->norm) == strength(t->norm) && s->future == t->future;
  }

  // "may" beside "may have to".
  bool same_modal() const {
    if (has(Evidence::softened) || denied() == 1) return false;
    const auto first = [&](Side side) {
      const auto tokens = clauses_[side]->of(finding_.statements[side]->modal);
      return tokens.empty() ? std::string_view() : tokens.front().modal;
    };
    return !first(0).empty() && first(0) == first(1);
  }

  // The words are the statements' modals, and not those of what stands beside; "can count on" says
  // what may be expected.
  bool own_modals() const {
    for (const Side side : {Side{0}, Side{1}}) {
      const Statement& statement = *finding_.statements[side];
      const auto& words = finding_.deciding[side];
      const Filler& modal = statement.modal;
      const bool own = !words.empty() && words.front().of_lead == modal.of_lead &&
                       words.front().range.begin < modal.range.end &&
                       modal.range.begin < words.front().range.end;
      const auto behind =
          clauses_[side]->within({modal.range.end, modal.range.end + reach_of_verb}, modal.of_lead);
      const bool relies = !behind.empty() && (behind.front().surface == "expect" ||
                                              opening_words(behind, lists().relying_phrases) > 0);
      const auto of_modal = clauses_[side]->of(modal);
      const bool frees = statement.negative && of_modal.size() > 1 &&
                         of_modal.back().surface == "to" &&
                         of_modal.front().surface.starts_with("ha");
      if (!own || relies || frees) return false;
    }
    return true;
  }

  // "On no account must", "On no account may": denied by words that no modal has beside it.
  bool both_deny_otherwise() const { return denies_in_front(0) && denies_in_front(1); }
  bool denies_in_front(Side side) const {
    const Statement& statement = *finding_.statements[side];
    if (statement.modal.of_lead || statement.negative) return false;
    const auto tokens =
        clauses_[side]->within({statement.range.begin, statement.modal.range.begin});
    return std::ranges::any_of(tokens,
                               [](const Token& token) { return token.kind == TokenKind::negator; });
  }

  // The deciding words of both sides stand in the slot.
  bool stands_in(Filler Statement::*slot) const {
    for (const Side side : {Side{0}, Side{1}}) {
      const auto& words = finding_.deciding[side];
      if (words.empty()) return false;
      const Filler& filler = finding_.statements[side]->*slot;
      if (filler.of_lead != words.front().of_lead ||
          words.front().range.begin >= filler.range.end ||
          words.front().range.end <= filler.range.begin)
        return false;
    }
    return true;
  }

  // "the Clerk" here is who is "the Chief Executive" there.
  bool same_office() const {
    const auto one = named(0);
    const auto other = named(1);
    const auto held = [&](const std::vector<Token>& all, const std::vector<Token>& by) {
      return !all.empty() && std::ranges::all_of(all, [&](const Token& token) {
        return std::ranges::any_of(
            by, [&](const Token& each) { return cues_.is_one_office(token, each); });
      });
    };
    return held(one, other) || held(other, one);
  }

  std::vector<Token> named(Side side) const {
    std::vector<Token> all;
    for (const Filler& each : finding_.deciding[side])
      for (Token& token : Cues::persons(clauses_[side]->of(each))) all.push_back(token);
    return all;
  }

  // "other than" at the end of a clause leaves its cases to the items to come: without them nobody
  // can tell what is excepted.
  bool whole_words() const {
    for (const Side side : {Side{0}, Side{1}})
      for (const Filler& each : finding_.deciding[side]) {
        const auto tokens = clauses_[side]->of(each);
        if (each.of_lead || !is_limit()) continue;
        const auto rest = clauses_[side]->text.substr(each.range.end);
        if (rest.size() <= 1 && tokens.size() <= most_of_opener) return false;
        // "save that a letter to the Chair | shall be".
        const bool goes_on = rest.size() > 1 && rest[0] == ' ';
        if (finding_.type == DivergenceType::exception && goes_on) return false;
      }
    return true;
  }
  bool is_limit() const {
    return finding_.type == DivergenceType::condition || finding_.type == DivergenceType::exception;
  }

  // What one says only in passing tells who is told and how it binds, and by when, and only where
  // the verb is the same.
  bool said_plainly() const {
    if (!has(Evidence::stated_within)) return true;
    if (finding_.type == DivergenceType::duty)
      return has(Evidence::same_predicate) ||
             (has(Evidence::should_or_must) && finding_.evidence[Evidence::likeness] >= half);
    return finding_.type == DivergenceType::deadline ||
           (finding_.type == DivergenceType::recipient && has(Evidence::same_predicate));
  }

  // The side that shows no exception has one in another sentence: "Where exceptionally …".
  bool excepts_elsewhere() const {
    if (!one_sided()) return false;
    const StatedClause& other = *clauses_[1 - speaking()];
    return holds_any(other.tokens, lists().exceptions) ||
           std::ranges::any_of(other.tokens,
                               [](const Token& token) { return token.surface == "without"; });
  }

  // The same verb, denied on both sides or on neither, and no such limit in the other clause.
  bool limits_the_same() const {
    return has(Evidence::same_predicate) && denied() != 1 && !is_said_elsewhere();
  }

  Side speaking() const { return finding_.deciding[0].empty() ? 1 : 0; }

  // The words open a case in which the act is due, or limit it; that somebody wishes to act is only
  // the occasion.
  bool is_case() const {
    const Side side = speaking();
    return std::ranges::any_of(finding_.deciding[side], [&](const Filler& each) {
      const auto tokens = clauses_[side]->of(each);
      if (tokens.empty()) return false;
      const bool opens = lists().circumstances.contains(tokens.front().surface);
      const bool consults = holds_any(tokens, lists().case_words);
      const bool wishes = holds_any(tokens, lists().wishing_verbs);
      const auto before = clauses_[side]->text.substr(0, each.range.begin);
      const bool concedes = !each.of_lead && before.ends_with("even ");
      // "where there is one", "where appropriate": said of course.
      const bool of_course =
          tokens.size() > 1 && lists().matters_of_course.contains(tokens[1].surface);
      return (!opens || consults) && !wishes && !concedes && !of_course;
    });
  }

  bool only_one_is_expected() const {
    return (finding_.statements[0]->norm == Norm::expectation) !=
           (finding_.statements[1]->norm == Norm::expectation);
  }

  // "Officers work with members" beside "Members can expect officers to work with contractors":
  // those who expect it are no others than those with whom it is done here, and the item is for
  // somebody else besides.
  bool is_told_who_expects() const {
    const auto expecting = [&](Side side) {
      return finding_.statements[side]->norm == Norm::expectation
                 ? Cues::persons(clauses_[side]->lead_tokens)
                 : std::vector<Token>();
    };
    return cues_.may_share(named(0), expecting(1)) || cues_.may_share(named(1), expecting(0));
  }

  // The other clause says it too, in whatever place.
  bool is_said_elsewhere() const {
    for (const Side side : {Side{0}, Side{1}}) {
      const StatedClause& other = *clauses_[1 - side];
      for (const Filler& each : finding_.deciding[side])
        if (Terms(clauses_[side]->of(whole_limit(side, each)), lexicon_)
                .share_in(other.words_and_lead) >= said_elsewhere)
          return true;
    }
    return false;
  }

  // The condition or exception that the words open, to its end.
  const Filler& whole_limit(Side side, const Filler& words) const {
    for (const auto* all :
         {&finding_.statements[side]->conditions, &finding_.statements[side]->exceptions})
      for (const Filler& each : *all)
        if (each.of_lead == words.of_lead && each.range.begin == words.range.begin) return each;
    return words;
  }

  const Finding& finding_;
  std::array<const StatedClause*, 2> clauses_;
  const Lexicon& lexicon_;
  Cues cues_;
};

}  // namespace

bool may_be_told(const Finding& finding, const StatedClause& a, const StatedClause& b,
                 const Lexicon& lexicon) {
  return Rules(finding, a, b, lexicon).hold();
}

bool is_open_to_doubt(const Finding& finding, const StatedClause& a, const StatedClause& b,
                      const Lexicon& lexicon) {
  return Rules(finding, a, b, lexicon).leave_doubt();
}

}  // namespace concord::compare
