#include "view/redline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "draft/footnotes.h"
#include "draft/versions.h"
#include "view/comparison_words.h"
#include "view/labels.h"
#include "view/language.h"
#include "view/redline_words.h"
#include "view/view.h"

namespace concord::view {
namespace {

using draft::Change;
using draft::ChangeClass;
using draft::Descent;
using draft::Layer;
using draft::Piece;
using graph::ClauseId;

// As much of a clause's words as one knows it by, in bytes.
constexpr std::size_t known_by = 40;

// One of the two versions.
struct Side {
  explicit Side(const passes::Protocol& of)
      : protocol(of), labels(view::labels(of.graph())), footnotes(of) {}

  const graph::Clause& operator[](ClauseId id) const { return protocol[id]; }
  // "5.3", "5.3 and 5.4"
  std::string label(const std::vector<ClauseId>& clauses) const {
    std::vector<std::string> all;
    for (const ClauseId clause : clauses) all.push_back(labels[graph::index(clause)]);
    return listed(all, Words(protocol.metadata().language));
  }

  const passes::Protocol& protocol;
  std::vector<std::string> labels;
  draft::Footnotes footnotes;
};

// The marks of a clause that lead to no footnote: links, emphasis.
std::vector<syntax::Mark> looks_of(const graph::Clause& clause) {
  std::vector<syntax::Mark> all = clause.words().marks;
  std::erase_if(all, [](const auto& mark) { return mark.kind == syntax::MarkKind::footnote; });
  return all;
}

class Maker {
 public:
  Maker(const draft::Revision& revision, const passes::Protocol& before,
        const passes::Protocol& after, const RedlineOptions& options)
      : revision_(revision),
        before_(before),
        after_(after),
        options_(options),
        words_(after.metadata().language),
        shown_(revision.changes().size()),
        has_changes_below_(after.clauses().size()) {}

  Redline make() {
    const syntax::Metadata& metadata = after_.protocol.metadata();
    made_.id = metadata.id;
    made_.council = metadata.council;
    made_.title = metadata.title;
    made_.language = metadata.language;
    made_.before = version_named(before_.protocol.metadata(), metadata.language);
    made_.after = version_named(metadata, metadata.language);
    made_.headline = headline(revision_, words_);
    made_.remarks = remarks(revision_, options_.numbering, words_);
    number_changes();
    for (const Change& change : revision_.changes())
      if (!is_footnote(change)) show(change);
    for (const Change& change : revision_.changes()) show(change);
    return std::move(made_);
  }

 private:
  std::size_t place(const Change& change) const {
    return static_cast<std::size_t>(&change - revision_.changes().data());
  }

  // ---- what is shown

  bool is_footnote(const Change& change) const {
    const Descent& descent = change.descent;
    const graph::Clause& clause =
        descent.deleted() ? before_[descent.before.front()] : after_[descent.after.front()];
    return clause.kind == graph::Kind::footnote;
  }

  bool is_change(const Change& change) const {
    if (change.kind == ChangeClass::none || only_renumbered(change)) return false;
    return !options_.effects_only || change.kind == ChangeClass::effect ||
           change.kind == ChangeClass::wording;
  }

  // And marks the headings below which something changed: they are shown for the sake of that.
  void number_changes() {
    for (const Change& change : revision_.changes()) {
      if (!is_change(change)) continue;
      ++made_.changes;
      const Descent& descent = change.descent;
      if (!descent.deleted()) {
        mark_headings(stands_below(after_, descent.after.front()));
        continue;
      }
      auto parent = stands_below(before_, descent.before.front());
      while (parent && revision_.successors(*parent).empty()) parent = before_[*parent].parent;
      if (parent) mark_headings(revision_.successors(*parent).front());
    }
  }

  // A footnote stands with the clause that has its mark.
  static std::optional<ClauseId> stands_below(const Side& side, ClauseId clause) {
    return side[side.footnotes.marked_in(clause).value_or(clause)].parent;
  }

  void mark_headings(std::optional<ClauseId> clause) {
    for (; clause && !has_changes_below_[graph::index(*clause)]; clause = after_[*clause].parent)
      has_changes_below_[graph::index(*clause)] = true;
  }

  // A change, with what belongs to it: its footnotes, and the gaps that clauses left behind it.
  void show(const Change& change) {
    if (shown_[place(change)]) return;
    shown_[place(change)] = true;
    const Descent& descent = change.descent;
    add(change);
    for (const ClauseId note : after_.footnotes.of(descent.after)) show(revision_.of_later(note));
    for (const ClauseId note : before_.footnotes.of(descent.before)) {
      const Change& noted = revision_.of_earlier(note);
      if (noted.descent.deleted()) show(noted);
    }
    if (!descent.before.empty() && !descent.moved) show_gaps(descent.before.back());
  }

  void show_gaps(ClauseId behind) {
    const std::size_t count = before_.protocol.clauses().size();
    for (std::size_t i = graph::index(behind) + 1; i < count; ++i) {
      const auto clause = static_cast<ClauseId>(i);
      const Change& change = revision_.of_earlier(clause);
      if (!change.descent.moved || !is_change(change)) return;
      RedlinePart part;
      part.gap = RedlineGap{before_.label({clause}), after_.label(change.descent.after), 0};
      gaps_.emplace(place(change), made_.parts.size());
      if (const auto at = numbers_.find(place(change)); at != numbers_.end())
        part.gap->change = at->second;
      made_.parts.push_back(std::move(part));
    }
  }

  void add(const Change& change) {
    RedlineClause clause = clause_of(change);
    if (is_change(change)) {
      clause.change = ++count_;
      numbers_.emplace(place(change), count_);
      if (const auto gap = gaps_.find(place(change)); gap != gaps_.end())
        made_.parts[gap->second].gap->change = count_;
    } else if (is_title_of_text(change)) {
      return;
    } else if (!is_shown_heading(change)) {
      return fold(std::move(clause));
    }
    RedlinePart part;
    part.clause = std::move(clause);
    made_.parts.push_back(std::move(part));
  }

  // The page has it above all.
  bool is_title_of_text(const Change& change) const {
    return !change.descent.deleted() && is_title(after_[change.descent.after.front()]);
  }

  bool is_shown_heading(const Change& change) const {
    const Descent& descent = change.descent;
    return !descent.deleted() && after_[descent.after.front()].kind == graph::Kind::section &&
           has_changes_below_[graph::index(descent.after.front())];
  }

  void fold(RedlineClause clause) {
    if (made_.parts.empty() || made_.parts.back().folded.empty()) made_.parts.emplace_back();
    made_.parts.back().folded.push_back(std::move(clause));
  }

  // ---- a clause

  RedlineClause clause_of(const Change& change) const {
    const Descent& descent = change.descent;
    const Side& side = descent.deleted() ? before_ : after_;
    const graph::Clause& clause =
        side[descent.deleted() ? descent.before.front() : descent.after.front()];
    RedlineClause made;
    made.place = place(change);
    made.id = clause.key;
    made.label = label_of(descent);
    set_numbers(descent, made);
    made.kind = change.kind;
    made.fate = draft::fate(change);
    made.marks = marks_of(change);
    for (const draft::Effect& effect : change.effects)
      made.effects.push_back(redline_effect(effect, words_));
    if (clause.kind == graph::Kind::section)
      made.heading_level = std::clamp(clause.heading_level, 2, 6);
    for (auto at = clause.parent; at && side[*at].kind != graph::Kind::section;
         at = side[*at].parent)
      ++made.depth;
    made.footnote = clause.kind == graph::Kind::footnote;
    made.pieces = change.pieces;
    made.table = change.table;
    return made;
  }

  // Where it stands now; where the number alone is another, that it had before too.
  std::string label_of(const Descent& descent) const {
    if (descent.deleted() || descent.split()) return before_.label(descent.before);
    const std::string now = after_.label(descent.after);
    const bool renumbered = options_.numbering && descent.renumbered && !descent.moved;
    return renumbered ? fmt::format("{} → {}", before_.label(descent.before), now) : now;
  }

  void set_numbers(const Descent& descent, RedlineClause& made) const {
    if (!descent.before.empty()) made.number_before = before_[descent.before.front()].number.label;
    if (!descent.after.empty()) made.number_after = after_[descent.after.front()].number.label;
    if (descent.added()) made.number_before = made.number_after;
    if (descent.deleted()) made.number_after = made.number_before;
    if (!options_.numbering && descent.one_to_one()) made.number_before = made.number_after;
  }

  std::string moved_from(const Descent& descent) const {
    const std::string from = before_.label(descent.before);
    return from == after_.label(descent.after)
               ? std::string(words_["mark_moved"])
               : words_.say("mark_moved_from", fmt::arg("place", from));
  }

  std::vector<std::string> marks_of(const Change& change) const {
    const Descent& descent = change.descent;
    if (descent.deleted()) return {std::string(words_["mark_deleted"])};
    std::vector<std::string> all;
    if (descent.added() && change.from.empty()) all.emplace_back(words_["mark_new"]);
    for (const std::string& from : change.from)
      all.push_back(
          words_.say("mark_borrowed", fmt::arg("lender", lender_words(options_.loans, from))));
    if (descent.added()) return all;
    if (descent.split())
      all.push_back(words_.say("mark_split", fmt::arg("places", after_.label(descent.after))));
    if (descent.merged())
      all.push_back(words_.say("mark_merged", fmt::arg("places", before_.label(descent.before))));
    if (descent.moved) all.push_back(moved_from(descent));
    const auto add = [&](bool so, std::string_view name) {
      if (so) all.emplace_back(words_[name]);
    };
    add(change.kind == ChangeClass::wording && descent.wording == draft::Wording::words,
        "mark_wording");
    add(change.redirected && change.redirections.empty(), "mark_redirected");
    for (const draft::Redirection& each : change.redirections) all.push_back(elsewhere(each));
    if (change.table) add_rows(*change.table, all);
    add_notes(change, all);
    add(has_other_looks(descent), "mark_looks");
    add(descent.ambiguous, "mark_ambiguous");
    if (!descent.one_to_one()) return all;
    add(has_layer(change, Layer::title), "mark_title");
    add(has_layer(change, Layer::reference), "mark_reference");
    add(has_layer(change, Layer::spelling) && all.empty() && change.effects.empty(),
        "mark_spelling");
    return all;
  }

  // "“paragraph 5.4” led to 5.4 (“Members ask …”) and leads to 5.4 (“Officers answer …”)"
  std::string elsewhere(const draft::Redirection& redirection) const {
    const auto said = [&](const Side& side, ClauseId clause) {
      return words_.say("place_and_words", fmt::arg("place", side.label({clause})),
                        fmt::arg("words", opening(side[clause].words().text, known_by)));
    };
    const std::string before = said(before_, redirection.before);
    if (!redirection.after)
      return words_.say("mark_redirected_nowhere", fmt::arg("words", redirection.words),
                        fmt::arg("before", before));
    return words_.say("mark_redirected_to", fmt::arg("words", redirection.words),
                      fmt::arg("before", before),
                      fmt::arg("after", said(after_, *redirection.after)));
  }

  // "2 rows added"
  void add_rows(const draft::TableChange& table, std::vector<std::string>& marks) const {
    const auto say = [&](draft::RowChange::Fate fate, std::string_view name) {
      const auto count = std::ranges::count(table.rows, fate, &draft::RowChange::fate);
      if (count > 0)
        marks.push_back(words_.say(
            name, fmt::arg("rows", words_.count(static_cast<std::size_t>(count), "table_rows"))));
    };
    say(draft::RowChange::Fate::inserted, "mark_rows_added");
    say(draft::RowChange::Fate::deleted, "mark_rows_removed");
  }

  // "footnote 1 added: “In writing.”", "footnote 2 is footnote 3 now".
  void add_notes(const Change& change, std::vector<std::string>& marks) const {
    const auto say = [&](std::string_view name, const Side& side, ClauseId note) {
      marks.push_back(words_.say(name, fmt::arg("note", side.label({note})),
                                 fmt::arg("words", opening(side[note].words().text))));
    };
    for (const ClauseId note : change.notes_added) say("mark_note_added", after_, note);
    for (const ClauseId note : change.notes_removed) say("mark_note_removed", before_, note);
    if (change.descent.wording != draft::Wording::marks) return;
    for (const ClauseId note : before_.footnotes.of(change.descent.before))
      for (const ClauseId heir : revision_.successors(note))
        if (before_[note].number.label != after_[heir].number.label)
          marks.push_back(words_.say("mark_note_renumbered",
                                     fmt::arg("before", before_.label({note})),
                                     fmt::arg("after", after_.label({heir}))));
  }

  bool has_other_looks(const Descent& descent) const {
    return descent.wording == draft::Wording::marks &&
           looks_of(before_[descent.before.front()]) != looks_of(after_[descent.after.front()]);
  }

  const draft::Revision& revision_;
  Side before_;
  Side after_;
  RedlineOptions options_;
  Words words_;  // of the later version's language
  Redline made_;
  std::size_t count_ = 0;
  std::vector<bool> shown_;                     // by change
  std::vector<bool> has_changes_below_;         // by clause of the later version
  std::map<std::size_t, std::size_t> numbers_;  // of changes, by their place
  std::map<std::size_t, std::size_t> gaps_;     // the part, by the change whose clause left it
};

}  // namespace

RedlineEffect redline_effect(const draft::Effect& effect, const Words& words) {
  if (!draft::is_definition(effect))
    return {effect.kind, std::string(words_for(effect, words)), effect.before, effect.after};
  const std::string& term = effect.after.empty() ? effect.before : effect.after;
  const std::string name =
      fmt::format("{}{}", name_for(effect), effect.clauses == 0 ? "_unused" : "");
  return {effect.kind,
          words.say(name, fmt::arg("term", term),
                    fmt::arg("uses", words.count(effect.clauses, "using_clauses"))),
          "", ""};
}

RedlineVersion version_named(const syntax::Metadata& metadata, const std::string& language) {
  RedlineVersion made;
  made.status = syntax::name_of(metadata.status);
  made.date = date(metadata.adopted.date, language);
  made.version = draft::version_label(metadata);
  // The day is that of its adoption, of a superseded text too.
  const bool adopted = made.date && metadata.status != syntax::Status::draft;
  const Words words(language);
  made.name = adopted ? words.say("named_adopted_on", fmt::arg("date", made.date->words))
                      : std::string(words["named_" + made.status]);
  if (!made.version.empty())
    made.name += ", " + words.say("named_version", fmt::arg("version", made.version));
  return made;
}

std::string label_of_fold(const std::vector<RedlineClause>& folded, std::string_view language) {
  const auto count = [&](auto is) {
    return static_cast<std::size_t>(std::count_if(folded.begin(), folded.end(), is));
  };
  const std::size_t other = count([](const RedlineClause& clause) {
    return clause.fate != "unchanged" && clause.fate != "renumbered";
  });
  const std::size_t renumbered = count(
      [](const RedlineClause& clause) { return clause.number_before != clause.number_after; });
  const Words words(language);
  std::string label = words.say("fold_unchanged", fmt::arg("count", folded.size() - other));
  if (other > 0) label += ", " + words.say("fold_other", fmt::arg("count", other));
  label += ": " + folded.front().label;
  if (folded.size() > 1) label += fmt::format("{}{}", words["range_to"], folded.back().label);
  if (renumbered == 0) return label;
  return fmt::format("{} ({})", label, words.say("fold_renumbered", fmt::arg("count", renumbered)));
}

Redline redline(const draft::Revision& revision, const passes::Protocol& before,
                const passes::Protocol& after, const RedlineOptions& options) {
  return Maker(revision, before, after, options).make();
}

}  // namespace concord::view
