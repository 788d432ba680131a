// The papers that are lists: the schedule, the tables of destinations, what changes along.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "view/comparison_words.h"
#include "view/labels.h"
#include "view/language.h"
#include "view/proposal.h"
#include "view/redline_words.h"

namespace concord::view {
namespace {

using draft::Change;
using draft::Piece;
using graph::ClauseId;
using passes::Protocol;

// As much of a clause's words as one knows it by, in bytes.
constexpr std::size_t known_by = 60;

// A table without rows, of a name in words.json and so many columns.
PaperTable table_named(const std::string& id, const Words& words,
                       std::vector<PaperColumn> columns) {
  return {id, std::string(words["table_" + id]), "", std::move(columns), {}};
}

PaperCell opening_of(const graph::Clause& clause) {
  return cell(opening(clause.words().text, known_by));
}

// ---- the schedule

std::vector<PaperColumn> schedule_columns(const Words& words) {
  return {{"number", words["column_number"], 8},
          {"provision_now", words["column_provision_now"], 18},
          {"provision_proposed", words["column_proposed"], 18},
          {"current_words", words["column_current_words"], 60},
          {"proposed_words", words["column_proposed_words"], 60},
          {"effect", words["column_effect"], 36},
          {"reason", words["column_reason"], 32},
          {"source", words["column_source"], 20},
          {"decided_by", words["column_decided_by"], 24}};
}

std::vector<PaperCell> cells_of(const ScheduleRow& row, const Words& words) {
  return {cell(std::to_string(row.number)),
          cell(row.now),
          cell(row.proposed),
          row.current_words,
          row.proposed_words,
          row.effect,
          row.reason,
          cell(row.source),
          cell(decided_by(row.decision.body, words))};
}

// ---- destinations

class Destinations {
 public:
  explicit Destinations(const Proposal& proposal)
      : proposal_(proposal),
        words_(proposal.words),
        before_(labels(proposal.before.graph())),
        after_(labels(proposal.after.graph())) {}

  PaperTable old_to_new() const {
    PaperTable made = table_named("destinations", words_,
                                  {{"provision_now", words_["column_provision_now"], 18},
                                   {"opening", words_["column_opening"], 50},
                                   {"proposed", words_["column_proposed_provision"], 18},
                                   {"fate", words_["column_fate"], 32}});
    for (const graph::Clause& clause : proposal_.before.clauses()) {
      const Change& change = proposal_.revision.of_earlier(clause.id);
      made.rows.push_back({cell(before_[graph::index(clause.id)]), opening_of(clause),
                           cell(joined(after_, change.descent.after)), cell(fate_of(change))});
    }
    return made;
  }

  PaperTable new_to_old() const {
    PaperTable made = table_named("derivations", words_,
                                  {{"proposed", words_["column_proposed_provision"], 18},
                                   {"opening", words_["column_opening"], 50},
                                   {"provision_now", words_["column_comes_from"], 18},
                                   {"fate", words_["column_done"], 32}});
    for (const graph::Clause& clause : proposal_.after.clauses()) {
      const Change& change = proposal_.revision.of_later(clause.id);
      made.rows.push_back({cell(after_[graph::index(clause.id)]), opening_of(clause),
                           cell(joined(before_, change.descent.before)), cell(fate_of(change))});
    }
    return made;
  }

 private:
  // As draft::fate, in the words of a committee: "moved and reworded, renumbered".
  std::string fate_of(const Change& change) const {
    const draft::Descent& descent = change.descent;
    std::vector<std::string> all;
    const auto add = [&](bool so, std::string_view name, std::size_t count = 0) {
      if (so) all.push_back(words_.say(name, fmt::arg("count", count)));
    };
    const bool stays = !descent.added() && !descent.deleted();
    add(descent.added() && change.from.empty(), "mark_new");
    for (const std::string& from : change.from)
      all.push_back(
          words_.say("mark_borrowed", fmt::arg("lender", lender_words(proposal_.loans, from))));
    add(descent.deleted(), "mark_deleted");
    add(descent.split(), "fate_split", descent.after.size());
    add(descent.merged(), "fate_merged", descent.before.size());
    add(descent.moved, "mark_moved");
    add(stays && descent.wording == draft::Wording::words, "fate_reworded");
    add(stays && descent.wording == draft::Wording::punctuation, "mark_spelling");
    add(stays && descent.wording == draft::Wording::marks, "mark_marks");
    add(!change.notes_added.empty(), "fate_note_added");
    add(!change.notes_removed.empty(), "fate_note_removed");
    std::string fate = listed(all, words_);
    if (descent.renumbered)
      fate += fmt::format("{}{}", all.empty() ? "" : ", ", words_["fate_renumbered"]);
    if (fate.empty()) fate = words_["fate_unchanged"];
    if (descent.ambiguous) fate += fmt::format("; {}", words_["mark_ambiguous"]);
    return fate;
  }

  const Proposal& proposal_;
  const Words& words_;
  std::vector<std::string> before_;
  std::vector<std::string> after_;
};

// ---- what changes along

class Consequences {
 public:
  explicit Consequences(const Proposal& proposal)
      : proposal_(proposal),
        words_(proposal.words),
        before_(labels(proposal.before.graph())),
        after_(labels(proposal.after.graph())) {}

  void titles(Paper& paper) const {
    PaperTable table = table_named("titles", words_,
                                   {{"now", words_["column_title_now"], 30},
                                    {"proposed", words_["column_proposed_title"], 30},
                                    {"places", words_["column_places"], 8}});
    for (const draft::TitleChange& title : proposal_.revision.titles())
      table.rows.push_back(
          {cell(title.before), cell(title.after), cell(std::to_string(title.places))});
    section(paper, "titles", std::move(table));
  }

  void references(Paper& paper) const {
    PaperTable table = table_named("references", words_,
                                   {{"provision", words_["column_in_provision"], 18},
                                    {"now", words_["column_says_now"], 30},
                                    {"proposed", words_["column_will_say"], 30}});
    for (const Change& change : proposal_.revision.changes()) add_references(change, table);
    section(paper, "references", std::move(table));
  }

  void numbers(Paper& paper) const {
    PaperTable table = table_named("numbers", words_,
                                   {{"now", words_["column_number_now"], 18},
                                    {"proposed", words_["column_proposed_number"], 18}});
    for (const Renumbered& each : proposal_.renumbered)
      table.rows.push_back({cell(each.now), cell(each.proposed)});
    section(paper, "numbers", std::move(table));
  }

  void terms(Paper& paper) const {
    PaperTable table = table_named("terms", words_,
                                   {{"term", words_["column_term"], 24},
                                    {"defined", words_["column_defined_in"], 18},
                                    {"what", words_["column_what_changes"], 24},
                                    {"uses", words_["column_used_in"], 50}});
    for (const passes::Definition& each : proposal_.after.definitions())
      add_term(each, proposal_.revision.of_later(each.clause), after_, table);
    for (const passes::Definition& each : proposal_.before.definitions()) {
      const Change& change = proposal_.revision.of_earlier(each.clause);
      if (change.descent.deleted()) add_term(each, change, before_, table);
    }
    section(paper, "terms", std::move(table));
  }

  // What of other documents speaks of this text is not known here; what to look for is.
  void elsewhere(Paper& paper) const {
    paper.head(words_["elsewhere_heading"]);
    paper.say(words_["elsewhere_look"]);
    std::vector<Phrases> items;
    for (const draft::TitleChange& title : proposal_.revision.titles())
      items.push_back({{words_.say("elsewhere_title", fmt::arg("before", title.before),
                                   fmt::arg("after", title.after))}});
    const std::size_t moved = moved_numbers();
    if (moved > 0)
      items.push_back({{words_.say("elsewhere_numbers",
                                   fmt::arg("numbers", words_.count(moved, "elsewhere_moved")))}});
    const bool any = !items.empty();
    paper.list(std::move(items));
    if (any) {
      paper.say(Phrases{gap("gap_elsewhere", words_)});
    } else {
      paper.say(words_["elsewhere_nothing"]);
    }
  }

 private:
  void section(Paper& paper, const std::string& name, PaperTable table) const {
    paper.head(words_[name + "_heading"]);
    if (table.rows.empty()) {
      paper.say(words_[name + "_nothing"]);
    } else {
      paper.add(std::move(table));
    }
  }

  std::string label_after(const Change& change) const {
    std::vector<std::string> all;
    for (const ClauseId clause : change.descent.after) all.push_back(after_[graph::index(clause)]);
    return fmt::format("{}", fmt::join(all, "; "));
  }

  // What goes and what comes in its place, as pairs in order.
  void add_references(const Change& change, PaperTable& table) const {
    std::string gone;
    for (const Piece& piece : change.pieces) {
      if (piece.kind == Piece::Kind::kept || piece.layer != draft::Layer::reference) continue;
      if (piece.kind == Piece::Kind::deleted) {
        gone = piece.text;
      } else {
        table.rows.push_back(
            {cell(label_after(change)), cell(std::exchange(gone, {})), cell(piece.text)});
      }
    }
  }

  std::string_view what_changes(const Change& change) const {
    if (change.descent.deleted()) return words_["term_gone"];
    if (change.descent.added()) return words_["term_new"];
    if (change.kind == draft::ChangeClass::housekeeping) return words_["show_housekeeping"];
    return words_[exchanges_footnotes_alone(change) ? "term_footnote" : "term_reworded"];
  }

  void add_term(const passes::Definition& definition, const Change& change,
                const std::vector<std::string>& names, PaperTable& table) const {
    if (change.kind == draft::ChangeClass::none || only_renumbered(change)) return;
    std::vector<std::string> uses;
    for (const passes::Mention& use : definition.uses) {
      const std::string& label = names[graph::index(use.clause)];
      if (std::ranges::find(uses, label) == uses.end()) uses.push_back(label);
    }
    table.rows.push_back({cell(definition.term), cell(names[graph::index(definition.clause)]),
                          cell(std::string(what_changes(change))),
                          cell(fmt::format("{}", fmt::join(uses, "; ")))});
  }

  // Numbers of the earlier text that name another clause in the later one, or none.
  std::size_t moved_numbers() const {
    std::size_t count = 0;
    for (const graph::Clause& clause : proposal_.before.clauses()) {
      if (clause.full_number.empty()) continue;
      const auto heirs = proposal_.revision.successors(clause.id);
      const bool stays = std::ranges::any_of(heirs, [&](ClauseId heir) {
        return proposal_.after[heir].full_number == clause.full_number;
      });
      if (!stays) ++count;
    }
    return count;
  }

  const Proposal& proposal_;
  const Words& words_;
  std::vector<std::string> before_;
  std::vector<std::string> after_;
};

}  // namespace

Paper schedule_paper(const Proposal& proposal) {
  const Words& words = proposal.words;
  Paper paper = paper_of(proposal, "schedule");
  paper.wide = true;
  paper.say(Phrases{{proposal.redline.headline + ".", Look::strong}});
  paper.say(words["schedule_about"]);
  for (std::size_t i = 0; i < proposal.rows.size();) {
    const std::string& part = proposal.rows[i].part;
    PaperTable table = table_named("schedule", words, schedule_columns(words));
    table.group = part.empty() ? words["before_sections"] : part;
    for (; i < proposal.rows.size() && proposal.rows[i].part == part; ++i)
      table.rows.push_back(cells_of(proposal.rows[i], words));
    paper.head(table.group);
    std::string changes = words.count(table.rows.size(), "changes");
    paper.add(std::move(table), std::move(changes));
  }
  if (!proposal.renumbered.empty())
    paper.say(words.say(
        "schedule_renumbered",
        fmt::arg("clauses", words.count(proposal.renumbered.size(), "clauses_renumbered"))));
  return paper;
}

Paper destinations_paper(const Proposal& proposal) {
  const Destinations tables(proposal);
  Paper paper = paper_of(proposal, "destinations");
  paper.say(proposal.words["destinations_about"]);
  const auto add = [&](std::string_view heading, PaperTable table) {
    paper.head(proposal.words[heading]);
    std::string provisions = proposal.words.count(table.rows.size(), "listed_provisions");
    paper.add(std::move(table), std::move(provisions));
  };
  add("destinations_heading", tables.old_to_new());
  add("derivations_heading", tables.new_to_old());
  return paper;
}

Paper consequential_paper(const Proposal& proposal) {
  const Consequences all(proposal);
  Paper paper = paper_of(proposal, "consequential");
  paper.say(proposal.words["consequential_about"]);
  all.titles(paper);
  all.references(paper);
  all.numbers(paper);
  all.terms(paper);
  all.elsewhere(paper);
  return paper;
}

}  // namespace concord::view
