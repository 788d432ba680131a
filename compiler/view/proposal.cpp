#include "view/proposal.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "draft/footnotes.h"
#include "draft/reasons.h"
#include "view/labels.h"
#include "view/redline_words.h"

namespace concord::view {
namespace {

using draft::Change;
using draft::Descent;
using draft::Layer;
using draft::Piece;
using graph::ClauseId;
using passes::Protocol;

constexpr std::string_view break_sign = "\u00b6";

// The pieces of one side; where clauses were split or merged, a line a clause.
PaperCell words_of(const std::vector<Piece>& pieces, Piece::Kind own, Look look) {
  PaperCell lines(1);
  for (const Piece& piece : pieces) {
    if (piece.kind != Piece::Kind::kept && piece.kind != own) continue;
    const Look as = piece.kind == own ? look : Look::plain;
    std::string_view rest = piece.text;
    for (std::size_t at = rest.find(break_sign); at != rest.npos; at = rest.find(break_sign)) {
      std::string_view words = rest.substr(0, at);
      while (words.ends_with(' ')) words.remove_suffix(1);  // before the break
      if (!words.empty()) lines.back().push_back({std::string(words), as});
      lines.emplace_back();
      rest.remove_prefix(at + break_sign.size());
      if (rest.starts_with(' ')) rest.remove_prefix(1);
    }
    if (!rest.empty()) lines.back().push_back({std::string(rest), as});
  }
  std::erase_if(lines, [](const Phrases& line) { return line.empty(); });
  return lines;
}

bool has_words(const std::vector<std::vector<Piece>>& cells, Piece::Kind own) {
  return std::ranges::any_of(cells, [&](const std::vector<Piece>& pieces) {
    return std::ranges::any_of(pieces, [&](const Piece& piece) {
      return piece.kind == Piece::Kind::kept || piece.kind == own;
    });
  });
}

// A row of a table on one line, its cells parted by bars.
Phrases row_words(const draft::RowChange& row, Piece::Kind own, Look look) {
  Phrases line;
  for (const auto& pieces : row.cells) {
    if (!line.empty()) line.push_back({" | ", Look::quiet});
    for (const Phrases& words : words_of(pieces, own, look))
      line.insert(line.end(), words.begin(), words.end());
  }
  return line;
}

// Of a table the rows that changed, below its header.
PaperCell table_words(const draft::TableChange& table, Piece::Kind own, Look look) {
  PaperCell lines;
  if (has_words(table.header.cells, own)) lines.push_back(row_words(table.header, own, look));
  for (const draft::RowChange& row : table.rows)
    if (row.fate != draft::RowChange::Fate::kept && has_words(row.cells, own))
      lines.push_back(row_words(row, own, look));
  return lines;
}

class Maker {
 public:
  explicit Maker(Proposal& made)
      : made_(made),
        words_(made.words),
        before_labels_(labels(made.before.graph())),
        after_labels_(labels(made.after.graph())),
        before_notes_(made.before),
        after_notes_(made.after),
        decider_(made.before, made.after, made.registers) {}

  void run() {
    for (const RedlinePart& part : made_.redline.parts)
      if (part.clause && part.clause->change > 0) made_.rows.push_back(row(*part.clause));
    for (const Change& change : made_.revision.changes())
      if (only_renumbered(change))
        made_.renumbered.push_back({joined(before_labels_, change.descent.before),
                                    joined(after_labels_, change.descent.after)});
    made_.decides_numbering = decider_.body_for("numbering");
  }

 private:
  ScheduleRow row(const RedlineClause& clause) {
    const Change& change = made_.revision.changes()[clause.place];
    ScheduleRow made;
    made.number = clause.change;
    made.part = part_of(change);
    made.now = joined(before_labels_, change.descent.before);
    made.proposed = joined(after_labels_, change.descent.after);
    made.current_words = side(change, Piece::Kind::deleted, Look::deleted);
    made.proposed_words = side(change, Piece::Kind::inserted, Look::inserted);
    made.effect = effect(change, clause);
    made.decision = decider_.decide(change);
    made.source = source(change);
    made.reason = reason(change, made.decision);
    return made;
  }

  static PaperCell side(const Change& change, Piece::Kind own, Look look) {
    return change.table ? table_words(*change.table, own, look)
                        : words_of(change.pieces, own, look);
  }

  // ---- the part

  static ClauseId top_section(const Protocol& protocol, ClauseId clause) {
    while (protocol[clause].parent) clause = *protocol[clause].parent;
    return clause;
  }

  static std::string heading(const Protocol& protocol, ClauseId clause) {
    const graph::Clause& top = protocol[top_section(protocol, clause)];
    if (top.kind != graph::Kind::section || is_title(top)) return "";
    const std::string& number = top.number.label;
    return number.empty() ? top.heading.text : number + " " + top.heading.text;
  }

  // A footnote stands below the clause with its mark, and a clause that went where it stood.
  std::string part_of(const Change& change) const {
    const Descent& descent = change.descent;
    if (!descent.deleted()) {
      const ClauseId clause = descent.after.front();
      return heading(made_.after, after_notes_.marked_in(clause).value_or(clause));
    }
    const ClauseId clause = descent.before.front();
    const ClauseId top =
        top_section(made_.before, before_notes_.marked_in(clause).value_or(clause));
    const auto heirs = made_.revision.successors(top);
    return heirs.empty() ? heading(made_.before, top) : heading(made_.after, heirs.front());
  }

  // ---- the effect

  PaperCell effect(const Change& change, const RedlineClause& clause) const {
    PaperCell lines;
    for (const std::string& mark : clause.marks)
      if (mark != words_["mark_wording"]) lines.push_back({{sentence(mark)}});
    for (const RedlineEffect& each : clause.effects) lines.push_back(effect_words(each));
    if (clause.effects.empty()) lines.push_back({{without_effect(change)}});
    return lines;
  }

  Phrases effect_words(const RedlineEffect& effect) const {
    std::string rest;
    if (!effect.before.empty()) rest = fmt::format(": “{}”", effect.before);
    if (!effect.after.empty())
      rest += effect.before.empty() ? fmt::format(": “{}”", effect.after)
                                    : fmt::format(" {} “{}”", words_["becomes"], effect.after);
    return {{effect.says, Look::strong}, {rest + "."}};
  }

  // Of a change that shows no effect: never more than its words show.
  std::string without_effect(const Change& change) const {
    const Descent& descent = change.descent;
    std::string_view name = "no_effect";
    if (change.redirected)
      name = "no_effect_redirected";
    else if (descent.added())
      name = "no_effect_new";
    else if (descent.deleted())
      name = "no_effect_deleted";
    else if (change.kind == draft::ChangeClass::housekeeping)
      name = "no_effect_housekeeping";
    else if (shows_in_footnotes(change))
      name = "no_effect_footnote";
    else if (change.kind == draft::ChangeClass::numbering)
      name = "no_effect_numbering";
    return std::string(words_[name]);
  }

  // The words are the same, and each footnote that came or went changed itself.
  bool shows_in_footnotes(const Change& change) const {
    const auto came = [&](graph::ClauseId note) { return made_.revision.origins(note).empty(); };
    const auto went = [&](graph::ClauseId note) { return made_.revision.successors(note).empty(); };
    return exchanges_footnotes_alone(change) && std::ranges::all_of(change.notes_added, came) &&
           std::ranges::all_of(change.notes_removed, went);
  }

  // ---- reason and source

  std::vector<std::string> said_anew(const Descent& descent, std::string_view name) const {
    return draft::said_anew(descent, name, made_.before, made_.after);
  }

  // "leeds#4.7" as "Leeds City Council, 4.7, changed there since".
  std::string source(const Change& change) const {
    std::vector<std::string> all;
    for (const std::string& from : change.from) {
      const auto loan = made_.loans.find(from);
      if (loan == made_.loans.end()) {
        all.push_back(from);
        continue;
      }
      const Loan& lent = loan->second;
      const std::string place = fmt::format("{}, {}", lent.council, lent.place);
      all.push_back(lent.standing.empty() ? place : fmt::format("{}, {}", place, lent.standing));
    }
    return fmt::format("{}", fmt::join(all, "; "));
  }

  PaperCell reason(const Change& change, const draft::Decision& decision) const {
    PaperCell lines;
    for (std::string& each : given_reasons(change.descent)) lines.push_back({{std::move(each)}});
    if (!lines.empty()) return lines;
    if (decision.body.decides == syntax::Decides::delegated) {
      for (std::string& each : housekeeping(change, decision)) lines.push_back({{std::move(each)}});
      if (!lines.empty()) return lines;
    }
    return {{gap("gap_reason", words_)}};
  }

  // The draft's own words; those that stand on the clause around it hold for what came or went
  // with it.
  std::vector<std::string> given_reasons(const Descent& descent) const {
    const std::string why = draft::reason_of_deletion(descent, made_.before, made_.after);
    if (!why.empty()) return {why};
    std::vector<std::string> all = said_anew(descent, "reason");
    if (!all.empty() || !descent.added()) return all;
    for (auto around = made_.after[descent.after.front()].parent; around && all.empty();
         around = made_.after[*around].parent) {
      const Descent& parent = made_.revision.of_later(*around).descent;
      if (!parent.added()) break;
      all = said_anew(parent, "reason");
    }
    return all;
  }

  std::vector<std::string> housekeeping(const Change& change,
                                        const draft::Decision& decision) const {
    std::vector<std::string> all;
    const auto add = [&](std::string_view which, std::string_view name) {
      const bool is = std::ranges::find(decision.classes, which) != decision.classes.end();
      if (is) all.emplace_back(words_[name]);
    };
    add("cross-reference", "reason_reference");
    add("job-title", "reason_title");
    if (has_layer(change, Layer::spelling)) add("spelling", "reason_spelling");
    add("formatting", "reason_formatting");
    add("legal-citation", "reason_citation");
    return all;
  }

  Proposal& made_;
  const Words& words_;
  std::vector<std::string> before_labels_;
  std::vector<std::string> after_labels_;
  draft::Footnotes before_notes_;
  draft::Footnotes after_notes_;
  draft::Decider decider_;
};

}  // namespace

Proposal proposal(const draft::Revision& revision, const Protocol& before, const Protocol& after,
                  const syntax::Register& registers, Loans loans, ProposalDay day) {
  Redline shown = redline(revision, before, after, {.loans = loans});
  Proposal made{Words(after.metadata().language),
                revision,
                before,
                after,
                registers,
                std::move(loans),
                std::move(day),
                std::move(shown),
                {},
                {},
                {}};
  Maker(made).run();
  return made;
}

std::vector<const ScheduleRow*> rows_for(const Proposal& proposal, syntax::Decides decides) {
  std::vector<const ScheduleRow*> all;
  for (const ScheduleRow& row : proposal.rows)
    if (row.decision.body.decides == decides) all.push_back(&row);
  return all;
}

std::string body_name(const std::string& name, const Words& words) {
  for (const auto& [key, english] : Words().all())
    if (key.starts_with("body_") && english == name) return std::string(words[key]);
  return name;
}

std::string decided_by(const syntax::DecidingBody& body, const Words& words) {
  std::string name = body_name(body.name, words);
  switch (body.decides) {
    case syntax::Decides::council:
      break;
    case syntax::Decides::committee:
      return name.empty() ? std::string(words["a_committee"]) : name;
    case syntax::Decides::delegated:
      if (name.empty()) return std::string(words["delegated"]);
      return fmt::format("{} ({})", name, words["delegated"]);
  }
  return name;
}

Paper paper_of(const Proposal& proposal, const std::string& id) {
  Paper made;
  made.id = id;
  made.council = proposal.redline.council;
  made.title = proposal.words["paper_" + id];
  made.subtitle = proposal.words.say("paper_about", fmt::arg("title", proposal.redline.title),
                                     fmt::arg("before", proposal.redline.before.name),
                                     fmt::arg("after", proposal.redline.after.name));
  made.language = proposal.redline.language;
  if (proposal.redline.before.date) made.day = proposal.redline.before.date->iso;
  if (proposal.redline.after.date) made.day = proposal.redline.after.date->iso;
  if (made.day.size() != std::string_view("2023-05-15").size()) made.day.clear();
  return made;
}

}  // namespace concord::view
