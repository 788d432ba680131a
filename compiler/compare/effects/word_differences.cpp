// Frames (what denies, obliges, acts, limits) read off the tokens of two aligned texts.
//
// The tokens of two passages are aligned, and what is residual on either side is sorted by kind and
// by the slot in which it stands: a residual modal is a change of force, a role among the bearers a
// change of actor, and so on. Of texts that are nearly the same this tells more than their slots
// do: which of two "must" became "may", and whether "and" became "or".
//
// Not every residual token decides. A sentence that the other side has nothing of is more text, not
// another effect of the same text. "not", a degree or a lone modal counts where the other side has
// what it governs: "not seek" against "seek", but not against a sentence on something else. A list
// item has its lead-in's actor and modal. And words of general use ("in order to", "the role of")
// tell no persons or things apart.
//
// Similarity never hides a difference: a pair that differs by one "not" is the most alike and the
// most important pair of a corpus.
#include "compare/effects/word_differences.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "compare/effects/cues.h"

namespace concord::compare {
namespace {

using language::Filler;
using language::Statement;
using Fillers = std::vector<Filler>;
using Places = std::vector<std::size_t>;  // of tokens, in order

constexpr std::size_t most_shown = 40;     // tokens of one run
constexpr std::size_t most_places = 3;     // deciding words shown of one kind
constexpr double same_statement = 0.95;    // likeness of what two statements say
constexpr std::size_t most_of_class = 5;   // tokens that name another class; more is other text
constexpr std::size_t most_of_opener = 3;  // tokens: "other than", "with the exception of"
constexpr std::size_t most_of_denial = 5;  // "should not in any case": more says something else

bool is_modal_token(const AlignedText& text, std::size_t i) {
  return is_modal(text[i]);
}
bool is_role(const AlignedText& text, std::size_t i) {
  return text[i].kind == TokenKind::role;
}

std::set<std::string_view> surfaces(const AlignedText& text, const Places& places) {
  std::set<std::string_view> found;
  for (const std::size_t place : places) found.insert(text[place].surface);
  return found;
}

// Words added with a condition are the condition's, to the end of its sentence: "unless the Chair
// agrees" adds no actor.
void assign_to_conditions(AlignedText& text, const Places& conditions) {
  const Run* before = nullptr;
  for (Run& run : text.runs) {
    const bool opens = std::any_of(conditions.begin(), conditions.end(),
                                   [&](std::size_t i) { return i >= run.begin && i < run.end; });
    const bool goes_on = before != nullptr && before->condition &&
                         text.sentence(before->begin) == text.sentence(run.begin);
    run.condition = run.insertion && (opens || goes_on);
    before = &run;
  }
}

class DifferenceFinder {
 public:
  DifferenceFinder(std::array<const StatedClause*, 2> clauses,
                   std::pair<AlignedText, AlignedText> sides,
                   const std::vector<StatementPair>& pairs, const Lexicon& lexicon)
      : clauses_(clauses),
        sides_{std::move(sides.first), std::move(sides.second)},
        pairs_(pairs),
        lexicon_(&lexicon),
        cues_(lexicon) {}

  std::vector<Finding> find() {
    conditions();  // first: words are assigned to them
    negation();
    modality();
    roles();
    limits();
    joined_by_other_words();
    classes();
    std::ranges::stable_sort(found_, {}, &Finding::type);
    return std::move(found_);
  }

 private:
  using Two = std::array<Fillers, 2>;

  const AlignedText& other(Side side) const { return sides_[1 - side]; }
  Two both(const Places& a, const Places& b) const { return {excerpts(0, a), excerpts(1, b)}; }

  Fillers excerpts(Side side, const Places& places) const {
    Fillers found;
    for (const std::size_t place : places) {
      if (found.size() == most_places) break;
      const syntax::Range range = sides_[side].excerpt(place);
      if (!found.empty() && range.begin < found.back().range.end) continue;
      found.push_back({range, false});
    }
    return found;
  }

  // The runs in which the places stand, from the place on.
  Fillers runs(Side side, const Places& places) const {
    const AlignedText& text = sides_[side];
    for (const std::size_t at : places) {
      for (const Run& run : text.runs) {
        if (at < run.begin || at >= run.end) continue;
        const bool picks =
            text[at].kind == TokenKind::function || cues_.is_partitive(text.word(at));
        if (picks && run.end == at + 1) return {{text.excerpt(at), false}};
        return {{text.range(at, std::min(run.end, at + most_shown)), false}};
      }
      return {{text.excerpt(at), false}};
    }
    return {};
  }

  // The aligned statements in which the words stand; of one side, that and its counterpart.
  const StatementPair* pair_of(const Two& deciding) const {
    for (const Side side : {Side{0}, Side{1}}) {
      if (deciding[side].empty() || deciding[side].front().of_lead) continue;
      const Statement* statement = clauses_[side]->at(deciding[side].front().range.begin);
      for (const StatementPair& pair : pairs_) {
        const auto& all = clauses_[side]->statements;
        if (statement == &all[side == 0 ? pair.a : pair.b]) return &pair;
      }
    }
    return nullptr;
  }

  Finding& add(DivergenceType type, Two deciding) {
    Finding& finding = found_.emplace_back();
    finding.type = type;
    const StatementPair* pair = pair_of(deciding);
    for (const Side side : {Side{0}, Side{1}}) {
      const auto& all = clauses_[side]->statements;
      if (!deciding[side].empty() && !deciding[side].front().of_lead) {
        finding.statements[side] = clauses_[side]->at(deciding[side].front().range.begin);
      } else if (pair != nullptr) {
        finding.statements[side] = &all[side == 0 ? pair->a : pair->b];
      }
    }
    finding.deciding = std::move(deciding);
    weigh(*clauses_[0], *clauses_[1], pair, *lexicon_, finding);
    finding.evidence[Evidence::word_for_word] = 1;
    finding.evidence[Evidence::rest_identical] = rest_identical(type, finding.deciding) ? 1 : 0;
    return finding;
  }

  // Nothing that says anything is residual beside the deciding words.
  bool rest_identical(DivergenceType type, const Two& deciding) const {
    for (const Side side : {Side{0}, Side{1}}) {
      const std::set<std::string_view> known = cues_.actors(other(side).passage());
      for (const Run& run : sides_[side].runs) {
        for (std::size_t i = run.begin; i < run.end; ++i) {
          const Token& token = sides_[side][i];
          const bool decides = std::ranges::any_of(deciding[side], [&](const Filler& each) {
            return !each.of_lead && token.range.begin >= each.range.begin &&
                   token.range.begin < each.range.end;
          });
          const bool force = type == DivergenceType::negation || type == DivergenceType::duty;
          const bool said = other(side).has_form(token.form) ||
                            (token.kind == TokenKind::role && known.contains(cues_.actor(token))) ||
                            (token.kind == TokenKind::modal && force) ||
                            (type == DivergenceType::duty && replaces(run, deciding));
          if (token.kind != TokenKind::function && !run.condition && !decides && !said)
            return false;
        }
      }
      for (std::size_t i = 0; i < sides_[side].size(); ++i)
        if (sides_[side].in_unmatched_sentence(i)) return false;
    }
    return true;
  }

  // A few words stand in the place of the deciding ones of either side: "are free to" for "must".
  bool replaces(const Run& run, const Two& deciding) const {
    if (run.end - run.begin > most_of_denial) return false;
    for (const Side side : {Side{0}, Side{1}})
      for (const Run& each : sides_[side].runs)
        for (std::size_t i = each.begin; i < each.end && each.gap == run.gap; ++i)
          for (const Filler& filler : deciding[side])
            if (!filler.of_lead && sides_[side][i].range.begin >= filler.range.begin &&
                sides_[side][i].range.begin < filler.range.end)
              return true;
    return false;
  }

  // True where the other side has what the token governs, as far as can be known.
  bool bears(Side side, std::size_t at) const {
    const AlignedText& text = sides_[side];
    const std::size_t governed = text.governed(at);
    return governed >= text.size() || other(side).has_form(text[governed].form);
  }

  // ---- negation and force

  Places negators(Side side) const {
    return residual_tokens(sides_[side], [&](const AlignedText& text, std::size_t i) {
      if (!is_negator(text, i) || measures(text, i)) return false;
      return lone(side, i) || (bears(side, i) && !frees(side, i));
    });
  }

  // Nothing but the token says anything that the other side does not say: whatever it governs, it
  // decides.
  bool lone(Side side, std::size_t at) const {
    for (const Side each : {Side{0}, Side{1}}) {
      for (const Run& run : sides_[each].runs)
        for (std::size_t i = run.begin; i < run.end; ++i)
          if (sides_[each][i].kind != TokenKind::function && (each != side || i != at))
            return false;
    }
    return true;
  }

  // "need not": leave, no denial.
  bool frees(Side side, std::size_t i) const {
    const Statement* statement = clauses_[side]->at(sides_[side][i].range.begin);
    return statement != nullptr && statement->norm == language::Norm::freedom;
  }

  // "not less than": no denial.
  static bool measures(const AlignedText& text, std::size_t i) {
    const std::string_view next = text.word(i + 1);
    return (next == "less" || next == "more" || next == "later" || next == "fewer") &&
           (text.word(i) == "not" || text.word(i) == "no");
  }

  // What is added behind a modal and denies what follows: "may under no circumstances".
  Fillers denials(Side side) const {
    const AlignedText& text = sides_[side];
    Fillers found;
    for (const Run& run : text.runs) {
      const bool behind_modal = run.begin > 0 && is_modal_token(text, run.begin - 1);
      if (!run.insertion || run.condition || !behind_modal || run.end - run.begin > most_of_denial)
        continue;
      for (std::size_t i = run.begin; i < run.end; ++i) {
        if (!is_negator(text, i)) continue;
        found.push_back({text.range(run.begin - 1, run.end), false});
        break;
      }
    }
    return found;
  }

  // The negators of the first sentence that has an odd number of them.
  Places of_odd_sentence(Side side, const Places& places) const {
    for (const std::size_t place : places) {
      const std::size_t sentence = sides_[side].sentence(place);
      Places own;
      for (const std::size_t each : places)
        if (sides_[side].sentence(each) == sentence) own.push_back(each);
      if (own.size() % 2 == 1) return own;
    }
    return {};
  }

  // An odd number of residual negators turns the sense round, of the text or of a sentence where
  // the other side has none.
  void negation() {
    Places a = negators(0);
    Places b = negators(1);
    Two deciding = both(a, b);
    if (a.size() % 2 == b.size() % 2) {
      if (!a.empty() && !b.empty()) return;
      a = of_odd_sentence(0, a);
      b = of_odd_sentence(1, b);
      deciding = a.empty() && b.empty() ? Two{denials(0), denials(1)} : both(a, b);
      if (deciding[0].size() % 2 == deciding[1].size() % 2 && a.empty() && b.empty()) return;
    }
    const StatementPair* pair = pair_of(deciding);
    const bool alone = a.size() + b.size() == 1 && (a.empty() ? lone(1, b[0]) : lone(0, a[0]));
    if (!alone && pair != nullptr && denied_in_lead(*pair)) return;
    Finding& finding = add(DivergenceType::negation, deciding);
    // Whatever else the sentence says: the same is stated and denied.
    if (pair != nullptr && pair->likeness >= same_statement)
      finding.evidence[Evidence::rest_identical] = 1;
  }

  // "Members shall not:" denies what its items say.
  bool denied_in_lead(const StatementPair& pair) const {
    const Statement& s = clauses_[0]->statements[pair.a];
    const Statement& t = clauses_[1]->statements[pair.b];
    return (s.continues || t.continues) && s.negative == t.negative;
  }

  void modality() {
    const Places a = residual_tokens(sides_[0], is_modal_token);
    const Places b = residual_tokens(sides_[1], is_modal_token);
    if (a.empty() && b.empty()) return;
    if (a.empty()) {
      lone_modal(1, b.front());
    } else if (b.empty()) {
      lone_modal(0, a.front());
    } else if (bind_otherwise(sides_[0][a.front()].modal, sides_[1][b.front()].modal)) {
      weigh_modals(sides_[0][a.front()].modal, sides_[1][b.front()].modal,
                   add(DivergenceType::duty, both({a.front()}, {b.front()})));
    }
  }

  static void weigh_modals(std::string_view a, std::string_view b, Finding& finding) {
    const auto between = [&](std::string_view one, auto other) {
      return (a == one && other(b)) || (b == one && other(a)) ? 1.0 : 0.0;
    };
    const auto must = [](std::string_view modal) { return modal == "must" || modal == "shall"; };
    const auto should = [](std::string_view modal) { return modal == "should"; };
    finding.evidence[Evidence::will_or_must] = between("will", must);
    finding.evidence[Evidence::will_or_should] = between("will", should);
    finding.evidence[Evidence::should_or_must] = between("should", must);
  }

  // "must" and "shall" bind alike.
  static bool bind_otherwise(std::string_view a, std::string_view b) {
    const auto binds = [](std::string_view verb) { return verb == "must" || verb == "shall"; };
    return a != b && !(binds(a) && binds(b));
  }

  // A modal on one side only: the other may have its own in the lead-in, else the two differ where
  // the other states the same without any.
  void lone_modal(Side side, std::size_t at) {
    const auto& lead = other(side).passage().lead;
    Two deciding;
    std::string_view beside;
    bool in_doubt = false;
    deciding[side] = excerpts(side, {at});
    if (!lead.empty()) {
      const auto found = std::find_if(lead.begin(), lead.end(), is_modal);
      if (found == lead.end() || !bind_otherwise(found->modal, sides_[side][at].modal)) return;
      // What someone can expect is a duty, of whatever strength.
      if (found->modal == "can") return;
      deciding[1 - side] = {{found->range, true}};
      beside = found->modal;
    } else if (is_to_beside(deciding, side, at) || bound_alike(deciding, side, at)) {
      return;
    } else if (const Filler* modal = modal_beside(deciding, 1 - side)) {
      deciding[1 - side] = {*modal};
      in_doubt = true;
    } else if (const Run* instead = run_beside(side, at)) {
      const AlignedText& text = other(side);
      const bool alone = instead->end == instead->begin + 1;  // "do" of "do not involve"
      deciding[1 - side] = {
          {alone ? text.excerpt(instead->begin) : text.range(instead->begin, instead->end), false}};
    } else if (!bears(side, at)) {
      return;
    }
    Finding& told = add(DivergenceType::duty, std::move(deciding));
    told.in_doubt = in_doubt;
    weigh_modals(sides_[side][at].modal, beside, told);
  }

  // The few words of the other side in whose place the token stands; null for none.
  const Run* run_beside(Side side, std::size_t at) const {
    const Run* own = run_at(side, at);
    const Run* instead = own == nullptr ? nullptr : run_in_gap(1 - side, own->gap);
    const bool few = instead != nullptr && instead->end - instead->begin <= most_of_denial;
    return few ? instead : nullptr;
  }

  // "no member may" against "members are not authorised to": the other statement has a modal of its
  // own, which binds as this one does. Not where somebody may or must expect something: of both the
  // norm says only that another owes it.
  bool bound_alike(const Two& deciding, Side side, std::size_t at) const {
    const StatementPair* pair = pair_of(deciding);
    if (pair == nullptr) return false;
    const Statement& s = clauses_[0]->statements[pair->a];
    const Statement& t = clauses_[1]->statements[pair->b];
    const Filler& own = side == 0 ? s.modal : t.modal;
    const std::uint32_t offset = sides_[side][at].range.begin;
    const bool is_own = !own.of_lead && offset >= own.range.begin && offset < own.range.end;
    return is_own && !(side == 0 ? t : s).modal.empty() && s.norm == t.norm &&
           s.norm != language::Norm::expectation && s.future == t.future;
  }

  // "should be conducted" against "are to be conducted" (slot_differences.h).
  bool is_to_beside(const Two& deciding, Side side, std::size_t at) const {
    const StatementPair* pair = pair_of(deciding);
    const std::string_view modal = sides_[side][at].modal;
    if (pair == nullptr || (modal != "should" && modal != "must" && modal != "shall")) return false;
    const std::size_t place = side == 0 ? pair->b : pair->a;
    return is_to(*clauses_[1 - side], clauses_[1 - side]->statements[place]);
  }

  // The modal of the statement that is aligned with the one where the words stand, in words that
  // are no modal verb ("need not", "have to"); null for none.
  const Filler* modal_beside(const Two& deciding, Side side) const {
    const StatementPair* pair = pair_of(deciding);
    if (pair == nullptr) return nullptr;
    const Statement& s = clauses_[0]->statements[pair->a];
    const Statement& t = clauses_[1]->statements[pair->b];
    const Filler& modal = side == 0 ? s.modal : t.modal;
    const bool differs = s.norm != t.norm;
    return differs && !modal.of_lead && modal.range.begin < modal.range.end ? &modal : nullptr;
  }

  // ---- roles

  bool in_bearer(Side side, std::size_t at) const {
    const std::uint32_t offset = sides_[side][at].range.begin;
    const Statement* statement = clauses_[side]->at(offset);
    if (statement == nullptr) return false;
    const Filler& bearer = statement->bearer;
    return !bearer.of_lead && offset >= bearer.range.begin && offset < bearer.range.end;
  }

  // Residual actors that the other side does not name.
  Places unshared_roles(Side side) const {
    const std::set<std::string_view> known = cues_.actors(other(side).passage());
    return residual_tokens(sides_[side], [&](const AlignedText& text, std::size_t i) {
      return is_role(text, i) && !known.contains(cues_.actor(text[i])) &&
             (!is_possessor(text, i) || faces_role(side, i));
    });
  }

  void roles() {
    Places a = unshared_roles(0);
    Places b = unshared_roles(1);
    const Places unshared[] = {a, b};
    if (a.empty() || b.empty()) std::tie(a, b) = exchanged();
    if (a.empty() || b.empty()) {
      for (const Side side : {Side{0}, Side{1}})
        if (!unshared[side].empty()) role_against_words(side, unshared[side].front());
      return;
    }
    if (same_bearer_otherwise_put(a.front())) return;
    const bool acts = in_bearer(0, a.front()) || in_bearer(1, b.front());
    const bool in_one_slot = in_bearer(0, a.front()) == in_bearer(1, b.front());
    const bool unlike = !unshared[0].empty() && !unshared[1].empty() && !in_one_slot;
    if (unlike && !in_one_place(a, b) && !turned(a.front())) return;
    Finding& finding = add(acts ? DivergenceType::actor : DivergenceType::recipient, both(a, b));
    const auto general = [&](Side side, const Places& places) {
      return std::ranges::any_of(places, [&](std::size_t i) {
        return cues_.is_general_actor(cues_.actor(sides_[side][i]));
      });
    };
    finding.evidence[Evidence::general_role] = general(0, a) || general(1, b) ? 1 : 0;
    finding.in_doubt = !in_one_place(a, b);
  }

  // As many roles stand on each side, the first ones where the rest of the texts is the same.
  bool in_one_place(const Places& a, const Places& b) const {
    const Run* one = run_at(0, a.front());
    const Run* other = run_at(1, b.front());
    return a.size() == b.size() && one != nullptr && other != nullptr && one->gap == other->gap;
  }

  // "officers" against "contractors", whom no register knows: likely, but never certain.
  void role_against_words(Side side, std::size_t at) {
    if (is_possessor(sides_[side], at)) return;
    const Run* run = run_at(side, at);
    const Run* instead = run == nullptr ? nullptr : run_in_gap(1 - side, run->gap);
    if (instead == nullptr ||
        std::max(run->end - run->begin, instead->end - instead->begin) > most_of_class)
      return;
    const AlignedText& text = sides_[1 - side];
    bool named = false;
    for (std::size_t i = instead->begin; i < instead->end; ++i)
      named = named || text[i].kind == TokenKind::word;
    if (!named) return;
    Two deciding;
    deciding[side] = {{sides_[side].range(run->begin, run->end), false}};
    deciding[1 - side] = {{text.range(instead->begin, instead->end), false}};
    const DivergenceType type =
        in_bearer(side, at) ? DivergenceType::actor : DivergenceType::recipient;
    Finding& told = add(type, std::move(deciding));
    told.in_doubt = true;
    if (told.evidence[Evidence::rest_identical] == 0) found_.pop_back();
  }

  // The other side has a role too where the texts part.
  bool faces_role(Side side, std::size_t at) const {
    const Run* run = run_at(side, at);
    const Run* instead = run == nullptr ? nullptr : run_in_gap(1 - side, run->gap);
    if (instead == nullptr) return false;
    for (std::size_t i = instead->begin; i < instead->end; ++i)
      if (is_role(sides_[1 - side], i)) return true;
    return false;
  }

  const Run* run_at(Side side, std::size_t at) const {
    for (const Run& run : sides_[side].runs)
      if (at >= run.begin && at < run.end) return &run;
    return nullptr;
  }

  const Run* run_in_gap(Side side, std::size_t gap) const {
    for (const Run& run : sides_[side].runs)
      if (run.gap == gap) return &run;
    return nullptr;
  }

  // One of the aligned statements is put in the passive.
  bool turned(std::size_t at) const {
    const StatementPair* pair = pair_of({Fillers{{sides_[0][at].range, false}}, Fillers{}});
    return pair != nullptr &&
           clauses_[0]->statements[pair->a].passive != clauses_[1]->statements[pair->b].passive;
  }

  // "Members must tell the Chair", "the Chair must be told by Members".
  bool same_bearer_otherwise_put(std::size_t at) const {
    const Statement* statement = clauses_[0]->at(sides_[0][at].range.begin);
    for (const StatementPair& pair : pairs_) {
      const Statement& s = clauses_[0]->statements[pair.a];
      const Statement& t = clauses_[1]->statements[pair.b];
      if (&s == statement && s.passive != t.passive)
        return roles_of(0, s.bearer) == roles_of(1, t.bearer);
    }
    return false;
  }

  std::set<std::string_view> roles_of(Side side, const Filler& filler) const {
    std::set<std::string_view> roles;
    for (const Token& token : clauses_[side]->of(filler))
      if (token.kind == TokenKind::role) roles.insert(cues_.actor(token));
    return roles;
  }

  // A title also counts that the other side has elsewhere: "Members must ask officers" against
  // "officers must ask Members".
  std::pair<Places, Places> exchanged() const {
    std::pair<Places, Places> found;
    const Places roles_a = residual_tokens(sides_[0], is_role);
    const Places roles_b = residual_tokens(sides_[1], is_role);
    for (std::size_t i = 0; i < std::min(roles_a.size(), roles_b.size()); ++i) {
      if (cues_.actor(sides_[0][roles_a[i]]) == cues_.actor(sides_[1][roles_b[i]])) continue;
      found.first.push_back(roles_a[i]);
      found.second.push_back(roles_b[i]);
    }
    return found;
  }

  // ---- conditions and exceptions

  bool opens_condition(const AlignedText& text, const Run& run, std::size_t i,
                       bool other_puts_case) const {
    const std::string_view word = text[i].surface;
    if (cues_.is_exception(text, i)) return word != "long" || run.insertion;
    if (word == "if") return run.insertion && !other_puts_case;
    if (word == "without") return run.insertion || cues_.opens_leave(text, i);
    return cues_.is_condition(word) || in_limit(text, i);
  }

  // Where the reading of statements finds a condition or an exception to begin.
  bool in_limit(const AlignedText& text, std::size_t i) const {
    const Side side = &text == &sides_[0] ? 0 : 1;
    const std::uint32_t offset = text[i].range.begin;
    const Statement* statement = clauses_[side]->at(offset);
    if (statement == nullptr) return false;
    const auto begins = [&](const Filler& each) {
      return !each.of_lead && each.range.begin == offset;
    };
    return std::ranges::any_of(statement->conditions, begins) ||
           std::ranges::any_of(statement->exceptions, begins);
  }

  bool excepts(Side side, const Places& places) const {
    return std::ranges::any_of(places, [&](std::size_t i) {
      const AlignedText& text = sides_[side];
      if (cues_.is_exception(text, i)) {
        const std::string_view word = text.word(i);
        return word != "provided" && word != "subject" && word != "long";
      }
      const Statement* statement = clauses_[side]->at(text[i].range.begin);
      return statement != nullptr &&
             std::ranges::any_of(statement->exceptions, [&](const Filler& each) {
               return !each.of_lead && each.range.begin == text[i].range.begin;
             });
    });
  }

  // Where the side opens a condition that the other lacks.
  Places limiting(Side side) const {
    const bool other_puts_case =
        !residual_tokens(other(side), [&](const AlignedText& text, std::size_t i) {
           return cues_.puts_case(text[i].surface);
         }).empty();
    Places found;
    for (const Run& run : sides_[side].runs) {
      for (std::size_t i = run.begin; i < run.end; ++i) {
        if (opens_condition(sides_[side], run, i, other_puts_case)) found.push_back(i);
      }
    }
    return found;
  }

  void conditions() {
    const Places a = limiting(0);
    const Places b = limiting(1);
    assign_to_conditions(sides_[0], a);
    assign_to_conditions(sides_[1], b);
    if (surfaces(sides_[0], a) != surfaces(sides_[1], b)) {
      const Two deciding{runs(0, a), runs(1, b)};
      // A limit on what the other side does not state at all is more text; one that says nothing
      // stands in the items to come.
      const bool one_sided = deciding[0].empty() || deciding[1].empty();
      if ((one_sided && stated_alone(deciding)) || opens_only(0, a) || opens_only(1, b)) return;
      const bool exception = excepts(0, a) || excepts(1, b);
      Finding& told =
          add(exception ? DivergenceType::exception : DivergenceType::condition, deciding);
      if (one_sided && is_one_word(deciding)) told.evidence[Evidence::qualifier] = 1;
    }
  }

  // "lawfully"
  bool is_one_word(const Two& deciding) const {
    const Side side = deciding[0].empty() ? 1 : 0;
    return deciding[side].size() == 1 && clauses_[side]->of(deciding[side].front()).size() == 1;
  }

  // "other than": the limit is left to what follows the clause.
  bool opens_only(Side side, const Places& places) const {
    return !places.empty() && places.front() + most_of_opener >= sides_[side].size() &&
           sides_[side].governed(places.front()) >= sides_[side].size();
  }

  // The words of one side stand in a statement that none of the other side is aligned with, and
  // whose verb the other side does not have.
  bool stated_alone(const Two& deciding) const {
    if (pair_of(deciding) != nullptr) return false;
    const Side side = deciding[0].empty() ? 1 : 0;
    const std::uint32_t begin = deciding[side].front().range.begin;
    const Statement* statement = clauses_[side]->at(begin);
    // "assuming that the budget allows it": the limit's own verb.
    if (statement == nullptr || statement->predicate.range.begin >= begin) return false;
    return std::ranges::any_of(clauses_[side]->of(statement->predicate), [&](const Token& token) {
      return token.kind == TokenKind::word && !other(side).has_form(token.form);
    });
  }

  // ---- deadlines and amounts

  Places limits_of(Side side) const {
    return residual_tokens(sides_[side], [&](const AlignedText& text, std::size_t i) {
      return cues_.is_threshold(text, i) || compares(text, i);
    });
  }

  // "more" of "more than £50", "least" of "at least five".
  bool compares(const AlignedText& text, std::size_t i) const {
    if (!cues_.compares(text.word(i))) return false;
    for (std::size_t k = i < 3 ? 0 : i - 3; k < std::min(i + 4, text.size()); ++k)
      if (text[k].kind == TokenKind::number) return true;
    return false;
  }

  Places governing_limits(Side side) const {
    Places places = limits_of(side);
    std::erase_if(places, [&](std::size_t i) {
      return sides_[side][i].kind != TokenKind::number && !compares(sides_[side], i) &&
             !bears(side, i);
    });
    return places;
  }

  // "not less than", "or more" and "at least" measure alike.
  static std::string measure_of(const AlignedText& text, std::size_t i) {
    const std::string_view word = text.word(i);
    const std::string_view before = text.word_before(i);
    const bool denied = before == "not" || before == "no";
    const bool more = word == "more" || word == "over";
    if (word == "least" || (before == "or" && more)) return "at least";
    if (word == "most" || (before == "or" && (word == "less" || word == "fewer"))) return "at most";
    if (more) return denied ? "at most" : "above";
    if (word == "less" || word == "fewer" || word == "under") return denied ? "at least" : "below";
    return std::string(text[i].form);
  }

  std::set<std::string> senses(Side side, const Places& places) const {
    std::set<std::string> senses;
    for (const std::size_t place : places) senses.insert(measure_of(sides_[side], place));
    return senses;
  }

  bool is_time(Side side, const Places& places) const {
    return std::ranges::any_of(places, [&](std::size_t i) {
      const AlignedText& text = sides_[side];
      const auto& units = lexicon_->lists().time_units;
      for (std::size_t k = i; k < std::min(i + 4, text.size()); ++k)
        if (units.contains(text.word(k)) || lexicon_->lists().months.contains(text.word(k)))
          return true;
      const Statement* statement = clauses_[side]->at(text[i].range.begin);
      return statement != nullptr &&
             std::ranges::any_of(statement->deadlines, [&](const Filler& each) {
               return !each.of_lead && text[i].range.begin >= each.range.begin &&
                      text[i].range.begin < each.range.end;
             });
    });
  }

  void limits() {
    Places a = limits_of(0);
    Places b = limits_of(1);
    // A degree against another: what they govern need not be the same word.
    if (a.empty() || b.empty()) {
      a = governing_limits(0);
      b = governing_limits(1);
    }
    if (senses(0, a) == senses(1, b)) return;
    const bool time = is_time(0, a) || is_time(1, b);
    add(time ? DivergenceType::deadline : DivergenceType::amount, both(a, b));
  }

  // ---- classes

  // "and" in one place of the list that has "or" in the other: all of them, or one of them.
  void joined_by_other_words() {
    if (sides_[0].size() != sides_[1].size()) return;
    for (std::size_t i = 0; i < sides_[0].size(); ++i) {
      const std::string_view a = sides_[0].word(i);
      const std::string_view b = sides_[1].word(i);
      if (a == b || !((a == "and" && b == "or") || (a == "or" && b == "and"))) continue;
      const Statement* statement = clauses_[0]->at(sides_[0][i].range.begin);
      if (statement == nullptr || statement->negative) continue;
      add(in_bearer(0, i) ? DivergenceType::actor : DivergenceType::class_,
          {Fillers{{sides_[0][i].range, false}}, Fillers{{sides_[1][i].range, false}}});
      return;
    }
  }

  // The tokens of the side whose meaning the other side has, in whatever words.
  std::set<std::size_t> meant_by_other(Side side) const {
    std::set<std::uint32_t> meant;
    for (const auto& meaning : lexicon_->meanings(other(side).passage().tokens))
      meant.insert(meaning.group);
    std::set<std::size_t> found;
    for (const auto& meaning : lexicon_->meanings(sides_[side].passage().tokens))
      if (meant.contains(meaning.group)) found.insert(meaning.token);
    return found;
  }

  bool in_predicate(Side side, std::size_t at) const {
    const std::uint32_t offset = sides_[side][at].range.begin;
    const Statement* statement = clauses_[side]->at(offset);
    if (statement == nullptr || statement->predicate.of_lead) return false;
    const syntax::Range verb = statement->predicate.range;
    return offset >= verb.begin && offset < verb.end;
  }

  // Words that say which are meant, that the other side does not have, and that no other kind has.
  Places classing(Side side) const {
    const std::set<std::size_t> meant = meant_by_other(side);
    return residual_tokens(sides_[side], [&](const AlignedText& text, std::size_t i) {
      const Token& token = text[i];
      if (cues_.is_partitive(token.surface) || cues_.selects(token.surface)) return true;
      if (cues_.names_part(token.surface) || in_predicate(side, i)) return false;
      return token.kind == TokenKind::word && !cues_.is_threshold(text, i) &&
             !cues_.is_exception(text, i) && !cues_.is_condition(token.surface) &&
             !cues_.is_light(token.surface) && !meant.contains(i) &&
             !other(side).has_form(token.form);
    });
  }

  // One word stands in the place of another ("some" for "all"), or the words pick out some of what
  // the next one names ("senior officers"). More is other text.
  bool modify(Side side, const Places& places) const {
    const AlignedText& text = sides_[side];
    const Run* run = run_at(side, places.back());
    const std::size_t next = places.back() + 1;
    if (run == nullptr || run->end != next) return false;
    if (run->end == run->begin + 1) return true;
    const bool names =
        next < text.size() && (text[next].kind == TokenKind::word || is_role(text, next));
    return names && other(side).has_form(text[next].form);
  }

  // Both sides name a class, each in a few words, at one place of the text.
  void classes() {
    const Places a = classing(0);
    const Places b = classing(1);
    if (a.empty() || b.empty() || a.size() > most_of_class || b.size() > most_of_class) return;
    if (!found_.empty()) return;
    if (!modify(0, a) || !modify(1, b)) return;
    add(DivergenceType::class_, {runs(0, a), runs(1, b)});
    if (found_.back().evidence[Evidence::rest_identical] == 0) found_.pop_back();
  }

  std::array<const StatedClause*, 2> clauses_;
  std::array<AlignedText, 2> sides_;
  const std::vector<StatementPair>& pairs_;
  const Lexicon* lexicon_;
  Cues cues_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> word_differences(const StatedClause& of_a, const PassageText& a,
                                      const StatedClause& of_b, const PassageText& b,
                                      const std::vector<StatementPair>& pairs,
                                      const Lexicon& lexicon) {
  return DifferenceFinder({&of_a, &of_b}, align_passages(a, b), pairs, lexicon).find();
}

}  // namespace concord::compare
