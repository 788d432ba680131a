#include "draft/revision.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "compare/match/lexicon.h"
#include "compare/match/segments.h"
#include "draft/bearers.h"
#include "draft/carried.h"
#include "draft/doubtful_signs.h"
#include "draft/footnotes.h"
#include "draft/meanings.h"
#include "draft/reasons.h"
#include "draft/rewording_effects.h"
#include "language/words.h"
#include "source/characters.h"

namespace concord::draft {
namespace {

using compare::Lexicon;
using compare::Token;
using language::slice;
using syntax::Range;

// The words of one or several clauses of a version, as one text.
struct Passage {
  std::string text;
  std::vector<Token> tokens;
  std::vector<ClauseId> clauses;
  std::vector<std::uint32_t> begins;  // of each clause's words in the text

  compare::TokenText words() const { return {text, tokens}; }

  // The clause in which a range of the text begins, and the range in its words.
  std::pair<ClauseId, Range> place(Range range) const {
    const auto next = std::upper_bound(begins.begin(), begins.end(), range.begin);
    const auto i = static_cast<std::size_t>(next - begins.begin()) - 1;
    return {clauses[i], {range.begin - begins[i], range.end - begins[i]}};
  }
};

// One version, with what its words are read by.
class Side {
 public:
  Side(const passes::Protocol& protocol, const syntax::Register& registers)
      : protocol_(protocol), lexicon_(&registers, std::span(&protocol, 1)), footnotes_(protocol) {}

  const passes::Protocol& protocol() const { return protocol_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const Footnotes& footnotes() const { return footnotes_; }
  std::vector<Token> tokens(std::string_view text) const { return lexicon_.tokens(text, 0); }

  Passage passage(const std::vector<ClauseId>& clauses) const {
    Passage made;
    made.clauses = clauses;
    for (const ClauseId clause : clauses) {
      if (clause != clauses.front()) made.text += clause_break;
      made.begins.push_back(static_cast<std::uint32_t>(made.text.size()));
      made.text += protocol_[clause].words().text;
    }
    made.tokens = tokens(made.text);
    return made;
  }

  // The words that lead into the clause; empty for none.
  std::string_view lead_in(ClauseId clause) const {
    const graph::Clause& own = protocol_[clause];
    if (own.place != graph::Place::list || !own.parent) return {};
    return protocol_[*own.parent].words().text;
  }

  // The passage with its statements. The tokens of its lead-in are borrowed.
  compare::StatedClause stated(const Passage& passage, std::string_view lead,
                               std::span<const Token> lead_tokens) const {
    return {passage.text, passage.tokens, lead, lead_tokens, lexicon_, 0};
  }

  std::span<const passes::Reference> references(ClauseId clause) const {
    const auto all = protocol_.references();
    const auto before = [](const passes::Reference& each, ClauseId id) { return each.from < id; };
    const auto first = std::lower_bound(all.begin(), all.end(), clause, before);
    auto last = first;
    while (last != all.end() && last->from == clause) ++last;
    return {first, last};
  }

  // Where the references lead of whose words the range is a part.
  std::vector<ClauseId> targets(const Passage& passage, Range range) const {
    const auto [clause, within] = passage.place(range);
    std::vector<ClauseId> all;
    for (const passes::Reference& each : references(clause))
      if (each.to && language::within(within, each.range)) all.push_back(*each.to);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  // Whether a clause has the words of a rule, one behind the other: "members and officers must sign
  // the book" has "officers must sign the book".
  bool says(std::span<const Token> lead, std::span<const Token> words) {
    if (clauses_.empty())
      for (const graph::Clause& each : protocol_.clauses())
        clauses_.push_back(tokens(each.words().text));
    std::vector<std::string_view> rule;
    for (const auto& tokens : {lead, words})
      for (const Token& each : tokens)
        if (each.kind != compare::TokenKind::function) rule.push_back(each.form);
    return std::ranges::any_of(clauses_, [&](const std::vector<Token>& clause) {
      std::size_t found = 0;
      for (const Token& each : clause)
        if (found < rule.size() && each.form == rule[found]) ++found;
      return found == rule.size();
    });
  }

  // The citation of an Act or a code that the range is a part of; null for none.
  const passes::Reference* citation(const Passage& passage, Range range) const {
    if (passage.clauses.empty()) return nullptr;
    const auto [clause, within] = passage.place(range);
    for (const passes::Reference& each : references(clause))
      if (each.kind == passes::ReferenceKind::instrument && language::within(within, each.range))
        return &each;
    return nullptr;
  }

  // Whether the words stand anywhere, whatever their case.
  bool has(std::string_view words) const {
    const std::string wanted = language::fold(words);
    const auto clauses = protocol_.clauses();
    return std::any_of(clauses.begin(), clauses.end(), [&](const graph::Clause& clause) {
      return language::fold(clause.words().text).find(wanted) != std::string::npos;
    });
  }

  // "Officers" as "officers", where the text writes it so elsewhere.
  std::string in_a_sentence(std::string words) const {
    if (words.empty() || !source::is_upper(words[0])) return words;
    std::string small = words;
    small[0] = source::lower(small[0]);
    const std::string behind_another = " " + small;
    const auto has_it = [&](const graph::Clause& clause) {
      const std::string& text = clause.words().text;
      const std::size_t at = text.find(behind_another);
      const std::size_t end = at + behind_another.size();
      return at != text.npos && (end == text.size() || !source::is_alnum(text[end]));
    };
    return std::ranges::any_of(protocol_.clauses(), has_it) ? small : words;
  }

 private:
  const passes::Protocol& protocol_;
  Lexicon lexicon_;
  Footnotes footnotes_;
  std::vector<std::vector<Token>> clauses_;  // the tokens of each, once a rule is looked for
};

// A change whose words are being looked at.
struct Rewording {
  Change* change = nullptr;
  Passage before;
  Passage after;
  std::vector<Stretch> stretches;

  std::string_view words_before(const Stretch& of) const { return slice(before.text, of.before); }
  std::string_view words_after(const Stretch& of) const { return slice(after.text, of.after); }
};

// True where such a piece came or went.
bool has_piece(const Change& change, auto is) {
  return std::ranges::any_of(change.pieces, [&](const Piece& piece) {
    return piece.kind != Piece::Kind::kept && is(piece);
  });
}

}  // namespace

class Reviser {
 public:
  Reviser(const passes::Protocol& before, const passes::Protocol& after,
          const syntax::Register& registers)
      : before_(before, registers), after_(after, registers) {}

  Revision run() {
    list_changes();
    for (Change& change : made_.changes_) begin(change);
    find_titles();
    for (Rewording& rewording : rewordings_) finish(rewording);
    add_redirections();
    add_meanings();
    for (Change& change : made_.changes_) change.kind = class_of(change);
    return std::move(made_);
  }

 private:
  void list_changes() {
    made_.by_earlier_.resize(before_.protocol().clauses().size());
    made_.by_later_.resize(after_.protocol().clauses().size());
    for (Descent& descent :
         lineage(before_.protocol(), after_.protocol(), &before_.lexicon().lists())) {
      const auto place = static_cast<std::uint32_t>(made_.changes_.size());
      for (const ClauseId clause : descent.before) made_.by_earlier_[graph::index(clause)] = place;
      for (const ClauseId clause : descent.after) made_.by_later_[graph::index(clause)] = place;
      count(descent);
      made_.changes_.emplace_back().descent = std::move(descent);
    }
  }

  void count(const Descent& descent) {
    Summary& into = made_.summary_;
    if (descent.unchanged()) ++into.unchanged;
    if (descent.added()) ++into.added;
    if (descent.deleted()) ++into.deleted;
    if (descent.split()) ++into.split;
    if (descent.merged()) ++into.merged;
    if (descent.added() || descent.deleted()) return;
    if (descent.wording == Wording::words) ++into.reworded;
    if (descent.wording == Wording::punctuation) ++into.punctuation;
    if (descent.moved) ++into.moved;
    if (descent.renumbered) ++into.renumbered;
  }

  // What can be said at once; what was reworded waits until all is known that changed throughout.
  void begin(Change& change) {
    const Descent& descent = change.descent;
    Rewording made{&change, before_.passage(descent.before), after_.passage(descent.after), {}};
    if (descent.added() || descent.deleted()) {
      const bool deleted = descent.deleted();
      const Passage& only = deleted ? made.before : made.after;
      const auto kind = deleted ? Piece::Kind::deleted : Piece::Kind::inserted;
      if (!only.text.empty()) change.pieces = {{kind, Layer::words, only.text}};
      if (states_rules(only, deleted ? before_ : after_)) add_rules(change, only);
    } else if (made.before.text == made.after.text) {
      if (!made.after.text.empty())
        change.pieces = {{Piece::Kind::kept, Layer::words, made.after.text}};
      change.redirected = descent.one_to_one() && is_redirected(descent);
    } else {
      made.stretches =
          draft::stretches(made.before.words(), made.after.words(), after_.lexicon().lists());
      rewordings_.push_back(std::move(made));
    }
    if (!descent.unchanged()) add_table(change);
    find_notes(change);
    change.from = lenders_of(descent);
  }

  void find_notes(Change& change) const {
    const Descent& descent = change.descent;
    if (descent.added() || descent.deleted()) return;
    const std::vector<ClauseId> then = before_.footnotes().of(descent.before);
    const std::vector<ClauseId> now = after_.footnotes().of(descent.after);
    const auto is_among = [](const std::vector<ClauseId>& all) {
      return [&](ClauseId each) { return std::ranges::find(all, each) != all.end(); };
    };
    for (const ClauseId note : now)
      if (std::ranges::none_of(made_.origins(note), is_among(then)))
        change.notes_added.push_back(note);
    for (const ClauseId note : then)
      if (std::ranges::none_of(made_.successors(note), is_among(now)))
        change.notes_removed.push_back(note);
  }

  // The clauses above come before those below.
  std::vector<std::string> lenders_of(const Descent& descent) const {
    std::vector<std::string> own =
        said_anew(descent, "from", before_.protocol(), after_.protocol());
    if (!own.empty() || !descent.added()) return own;
    const auto around = after_.protocol()[descent.after.front()].parent;
    if (!around || !made_.of_later(*around).descent.added()) return own;
    return made_.of_later(*around).from;
  }

  void add_redirections() {
    for (RedirectedCitation& each :
         redirected_citations(before_.protocol(), after_.protocol(), made_)) {
      Change& change = made_.changes_[made_.by_later_[graph::index(each.clause)]];
      change.redirected = true;
      change.redirections.push_back(std::move(each.redirection));
    }
  }

  // Whether a reference of the one leads to what its target did not become.
  bool is_redirected(const Descent& descent) const {
    const auto then = before_.references(descent.before.front());
    const auto now = after_.references(descent.after.front());
    if (then.size() != now.size()) return true;
    for (std::size_t i = 0; i < then.size(); ++i) {
      if (!then[i].to) continue;
      const auto goals = made_.successors(*then[i].to);
      if (!now[i].to || std::find(goals.begin(), goals.end(), *now[i].to) == goals.end())
        return true;
    }
    return false;
  }

  // What a clause lays down that came or went. An item has its rule from what leads into it, which
  // says so itself where it came or went too. Not what another clause of the other version says.
  void add_rules(Change& change, const Passage& only) {
    const bool deleted = change.descent.deleted();
    const Side& side = deleted ? before_ : after_;
    const ClauseId clause = only.clauses.front();
    const auto parent = side.protocol()[clause].parent;
    const bool led = parent && !side.lead_in(clause).empty() && stays(*parent, deleted);
    const std::string_view lead = led ? side.lead_in(clause) : std::string_view();
    const std::vector<Token> lead_tokens = side.tokens(lead);
    auto effects = effects_of_text(side.stated(only, lead, lead_tokens), deleted, after_.lexicon());
    if (effects.empty() || (deleted ? after_ : before_).says(lead_tokens, only.tokens)) return;
    for (Effect& each : effects) {
      const bool led_to = (deleted ? each.before : each.after).find(" … ") != std::string::npos;
      each.bearer = side.in_a_sentence(
          led_to ? bearer_shown(each, lead, lead_tokens, after_.lexicon().lists())
                 : bearer_shown(each, only.text, only.tokens, after_.lexicon().lists()));
    }
    change.effects = std::move(effects);
  }

  bool stays(ClauseId clause, bool earlier) const {
    const auto others = earlier ? made_.successors(clause) : made_.origins(clause);
    return !others.empty();
  }

  // Headings and tables name things.
  static bool states_rules(const Passage& passage, const Side& side) {
    const graph::Clause& clause = side.protocol()[passage.clauses.front()];
    return clause.kind != graph::Kind::section && clause.kind != graph::Kind::table;
  }

  void add_table(Change& change) {
    static const syntax::Table none;
    const Descent& descent = change.descent;
    if (descent.split() || descent.merged()) return;
    const syntax::Table* then = table_of(before_, descent.before);
    const syntax::Table* now = table_of(after_, descent.after);
    if (then == nullptr && now == nullptr) return;
    if (descent.one_to_one() && (then == nullptr || now == nullptr))
      return;  // one became the other
    change.table = table_change(
        then == nullptr ? none : *then, now == nullptr ? none : *now,
        [this](std::string_view one, std::string_view other) { return cell(one, other); });
  }

  static const syntax::Table* table_of(const Side& side, const std::vector<ClauseId>& clauses) {
    if (clauses.empty()) return nullptr;
    const auto& table = side.protocol()[clauses.front()].table;
    return table ? &*table : nullptr;
  }

  std::vector<Piece> cell(std::string_view before, std::string_view after) const {
    const std::vector<Token> then = before_.tokens(before);
    const std::vector<Token> now = after_.tokens(after);
    const auto all = draft::stretches({before, then}, {after, now}, after_.lexicon().lists());
    return pieces_of(joined(all, before, after), before, after);
  }

  // ---- titles that changed throughout

  using Exchange = std::pair<std::string, std::string>;

  static Exchange exchange(const Rewording& in, const Stretch& stretch) {
    return {std::string(in.words_before(stretch)), std::string(in.words_after(stretch))};
  }

  // Another title of one role, wherever the old one stood.
  void find_titles() {
    std::map<Exchange, std::size_t> places;
    std::map<std::string, std::size_t> exchanges;  // different ones, by the old title
    for (const Rewording& each : rewordings_)
      for (const Stretch& stretch : each.stretches)
        if (stretch.layer == Layer::title && stretch.is_replacement())
          if (++places[exchange(each, stretch)] == 1)
            ++exchanges[std::string(each.words_before(stretch))];
    for (const auto& [words, count] : places)
      if (count > 1 && exchanges[words.first] == 1 && !after_.has(words.first) &&
          !before_.has(words.second))
        made_.titles_.push_back({words.first, words.second, count});
    std::stable_sort(
        made_.titles_.begin(), made_.titles_.end(),
        [](const TitleChange& a, const TitleChange& b) { return a.places > b.places; });
  }

  // ---- rewordings

  void finish(Rewording& rewording) {
    for (Stretch& stretch : rewording.stretches) {
      if (!stretch.is_replacement()) continue;
      if (stretch.layer == Layer::words) stretch.layer = layer_of(rewording, stretch);
      if (stretch.layer == Layer::title && !replaces_title(rewording, stretch))
        stretch.layer = Layer::words;
    }
    const bool other_words =
        std::any_of(rewording.stretches.begin(), rewording.stretches.end(),
                    [](const Stretch& each) { return !each.kept && each.layer == Layer::words; });
    if (other_words) add_effects(rewording);
    add_signs(rewording);
    rewording.change->pieces =
        pieces_of(joined(rewording.stretches, rewording.before.text, rewording.after.text),
                  rewording.before.text, rewording.after.text);
  }

  // Where the old title stands on, or the new one stood before, the two may be of two posts.
  bool replaces_title(const Rewording& in, const Stretch& stretch) const {
    return !after_.has(in.words_before(stretch)) && !before_.has(in.words_after(stretch));
  }

  void add_meanings() {
    for (MeaningChange& each :
         meaning_changes(before_.protocol(), after_.protocol(), made_, after_.lexicon().lists())) {
      const bool gone = each.effect.kind == EffectKind::lost_definition;
      const auto place = (gone ? made_.by_earlier_ : made_.by_later_)[graph::index(each.clause)];
      made_.changes_[place].effects.push_back(std::move(each.effect));
    }
  }

  Layer layer_of(const Rewording& in, const Stretch& stretch) const {
    std::vector<ClauseId> followed;
    for (const ClauseId target : before_.targets(in.before, stretch.before)) {
      const auto now = made_.successors(target);
      followed.insert(followed.end(), now.begin(), now.end());
    }
    std::sort(followed.begin(), followed.end());
    followed.erase(std::unique(followed.begin(), followed.end()), followed.end());
    return !followed.empty() && followed == after_.targets(in.after, stretch.after)
               ? Layer::reference
               : Layer::words;
  }

  void add_effects(const Rewording& in) const {
    if (is_heading(in.before, before_) || is_heading(in.after, after_)) return;
    std::vector<Effect>& into = in.change->effects;
    if (in.change->table && has_other_rows(*in.change->table)) {
      for (const RowChange& row : in.change->table->rows)
        if (row.fate == RowChange::Fate::changed) add_effects_of_cells(row, into);
      return;
    }
    for (PlacedEffect& each : effects(in, in.change->descent.likeness)) {
      if (each.stretch < in.stretches.size()) cite(in, in.stretches[each.stretch], each.effect);
      into.push_back(std::move(each.effect));
    }
  }

  std::vector<PlacedEffect> effects(const Rewording& in, double likeness) const {
    const auto lead = [](const Side& side, const Passage& of) {
      return of.clauses.empty() ? std::string_view() : side.lead_in(of.clauses.front());
    };
    const std::string_view then = lead(before_, in.before);
    const std::string_view now = lead(after_, in.after);
    const std::vector<Token> tokens_then = before_.tokens(then);
    const std::vector<Token> tokens_now = after_.tokens(now);
    return effects_of_rewording({before_.stated(in.before, then, tokens_then),
                                 after_.stated(in.after, now, tokens_now), in.stretches},
                                likeness, after_.lexicon());
  }

  // A number that is another Act's year limits nothing.
  void cite(const Rewording& in, const Stretch& stretch, Effect& effect) const {
    if (effect.kind != EffectKind::limit || !stretch.is_replacement()) return;
    const passes::Reference* then = before_.citation(in.before, stretch.before);
    const passes::Reference* now = after_.citation(in.after, stretch.after);
    if (then == nullptr || now == nullptr || then->target == now->target) return;
    effect = {EffectKind::instrument, then->text, now->text};
  }

  // Cells are texts of their own, as rows that came or went say nothing of those that stayed.
  void add_effects_of_cells(const RowChange& row, std::vector<Effect>& into) const {
    for (const std::vector<Piece>& cell : row.cells) {
      Rewording in;
      in.before = cell_text(cell, Piece::Kind::inserted, before_);
      in.after = cell_text(cell, Piece::Kind::deleted, after_);
      if (in.before.text.empty() || in.after.text.empty() || in.before.text == in.after.text)
        continue;
      in.stretches =
          draft::stretches(in.before.words(), in.after.words(), after_.lexicon().lists());
      for (PlacedEffect& each : effects(in, 1))
        if (std::ranges::find(into, each.effect) == into.end())
          into.push_back(std::move(each.effect));
    }
  }

  static Passage cell_text(const std::vector<Piece>& cell, Piece::Kind without, const Side& side) {
    Passage made;
    for (const Piece& each : cell)
      if (each.kind != without) made.text += each.text;
    made.tokens = side.tokens(made.text);
    return made;
  }

  void add_signs(const Rewording& in) const {
    if (in.change->table || is_heading(in.after, after_)) return;
    const compare::TokenText then = in.before.words();
    const compare::TokenText now = in.after.words();
    for (DoubtfulSign& each : doubtful_signs(then, now, in.stretches, after_.lexicon().lists()))
      in.change->effects.push_back(
          {EffectKind::punctuation, std::move(each.before), std::move(each.after)});
  }

  static bool has_other_rows(const TableChange& table) {
    return std::any_of(table.rows.begin(), table.rows.end(), [](const RowChange& row) {
      return row.fate == RowChange::Fate::inserted || row.fate == RowChange::Fate::deleted;
    });
  }

  static bool is_heading(const Passage& passage, const Side& side) {
    return side.protocol()[passage.clauses.front()].kind == graph::Kind::section;
  }

  // ---- what sort of change it is

  ChangeClass class_of(const Change& change) const {
    const Descent& descent = change.descent;
    if (change.redirected) return ChangeClass::effect;
    if (descent.unchanged()) return ChangeClass::none;
    if (descent.added() || descent.deleted() || !change.effects.empty()) return ChangeClass::effect;
    if (rewords(change) || exchanges_footnotes(change)) return ChangeClass::wording;
    if (descent.moved || descent.split() || descent.merged()) return ChangeClass::numbering;
    if (descent.wording == Wording::marks) return ChangeClass::housekeeping;
    return has_piece(change, [](const Piece&) { return true; }) ? ChangeClass::housekeeping
                                                                : ChangeClass::numbering;
  }

  Side before_;
  Side after_;
  Revision made_;
  std::vector<Rewording> rewordings_;
};

std::string_view name_of(ChangeClass which) {
  static constexpr std::array<std::string_view, 5> names = {"none", "housekeeping", "numbering",
                                                            "wording", "effect"};
  return names[static_cast<std::size_t>(which)];
}

Revision revise(const passes::Protocol& before, const passes::Protocol& after,
                const syntax::Register& registers) {
  return Reviser(before, after, registers).run();
}

bool has_layer(const Change& change, Layer layer) {
  return has_piece(change, [&](const Piece& piece) { return piece.layer == layer; });
}

bool rewords(const Change& change) {
  return has_piece(change, [](const Piece& piece) {
    return piece.layer == Layer::words && !language::Words(piece.text).empty();  // no ¶
  });
}

bool exchanges_footnotes(const Change& change) {
  return !change.notes_added.empty() || !change.notes_removed.empty();
}

bool exchanges_footnotes_alone(const Change& change) {
  return exchanges_footnotes(change) && !rewords(change);
}

std::string fate(const Change& change) {
  const Descent& descent = change.descent;
  if (descent.added()) return change.from.empty() ? "new" : "borrowed";
  if (descent.deleted()) return "deleted";
  std::vector<std::string> all;
  if (descent.split()) all.push_back(fmt::format("split in {}", descent.after.size()));
  if (descent.merged()) all.push_back(fmt::format("merged from {}", descent.before.size()));
  if (descent.moved) all.emplace_back("moved");
  if (descent.wording == Wording::words) all.emplace_back("reworded");
  if (descent.wording == Wording::punctuation) all.emplace_back("punctuation");
  if (descent.wording == Wording::marks) all.emplace_back("marks");
  if (all.empty()) return descent.renumbered ? "renumbered" : "unchanged";
  return fmt::format("{}", fmt::join(all, " and "));
}

}  // namespace concord::draft
