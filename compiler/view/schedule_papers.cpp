// The papers that are lists: the schedule, the tables of destinations, what changes along.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "view/comparison_words.h"
#include "view/counted.h"
#include "view/labels.h"
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

PaperCell opening_of(const graph::Clause& clause) {
  return cell(opening(clause.words().text, known_by));
}

// ---- the schedule

std::vector<PaperColumn> schedule_columns() {
  return {{"number", "No.", 8},
          {"provision_now", "Provision now", 18},
          {"provision_proposed", "Proposed", 18},
          {"current_words", "Current words", 60},
          {"proposed_words", "Proposed words", 60},
          {"effect", "Effect", 36},
          {"reason", "Reason", 32},
          {"source", "Source", 20},
          {"decided_by", "Decided by", 20}};
}

std::vector<PaperCell> cells_of(const ScheduleRow& row) {
  return {cell(std::to_string(row.number)),
          cell(row.now),
          cell(row.proposed),
          row.current_words,
          row.proposed_words,
          row.effect,
          row.reason,
          cell(row.source),
          cell(decided_by(row.decision.body))};
}

// ---- destinations

class Destinations {
 public:
  explicit Destinations(const Proposal& proposal)
      : proposal_(proposal),
        before_(labels(proposal.before.graph())),
        after_(labels(proposal.after.graph())) {}

  PaperTable old_to_new() const {
    PaperTable made{"Destinations",
                    "",
                    {{"provision_now", "Provision now", 18},
                     {"opening", "It begins", 50},
                     {"proposed", "Proposed provision", 18},
                     {"fate", "What became of it", 32}},
                    {}};
    for (const graph::Clause& clause : proposal_.before.clauses()) {
      const Change& change = proposal_.revision.of_earlier(clause.id);
      made.rows.push_back({cell(before_[graph::index(clause.id)]), opening_of(clause),
                           cell(joined(after_, change.descent.after)), cell(fate_of(change))});
    }
    return made;
  }

  PaperTable new_to_old() const {
    PaperTable made{"Derivations",
                    "",
                    {{"proposed", "Proposed provision", 18},
                     {"opening", "It begins", 50},
                     {"provision_now", "Comes from", 18},
                     {"fate", "What was done", 32}},
                    {}};
    for (const graph::Clause& clause : proposal_.after.clauses()) {
      const Change& change = proposal_.revision.of_later(clause.id);
      made.rows.push_back({cell(after_[graph::index(clause.id)]), opening_of(clause),
                           cell(joined(before_, change.descent.before)), cell(fate_of(change))});
    }
    return made;
  }

 private:
  static std::string fate_of(const Change& change) {
    std::string words = draft::fate(change.descent);
    if (words == "marks") words = "links, emphasis or footnote marks";
    if (words == "punctuation") words = "punctuation or spelling";
    if (change.descent.renumbered && words != "renumbered") words += ", renumbered";
    if (change.descent.ambiguous) words += "; another clause fits as well";
    return words;
  }

  const Proposal& proposal_;
  std::vector<std::string> before_;
  std::vector<std::string> after_;
};

// ---- what changes along

class Consequences {
 public:
  explicit Consequences(const Proposal& proposal)
      : proposal_(proposal),
        before_(labels(proposal.before.graph())),
        after_(labels(proposal.after.graph())) {}

  void titles(Paper& paper) const {
    PaperTable table{
        "Titles",
        "",
        {{"now", "Title now", 30}, {"proposed", "Proposed title", 30}, {"places", "Places", 8}},
        {}};
    for (const draft::TitleChange& title : proposal_.revision.titles())
      table.rows.push_back(
          {cell(title.before), cell(title.after), cell(std::to_string(title.places))});
    section(paper, "Titles changed throughout", "No title changes throughout.", std::move(table));
  }

  void references(Paper& paper) const {
    PaperTable table{
        "References",
        "",
        {{"provision", "In provision", 18}, {"now", "Says now", 30}, {"proposed", "Will say", 30}},
        {}};
    for (const Change& change : proposal_.revision.changes()) add_references(change, table);
    section(paper, "References that follow their clauses",
            "No reference in the text follows a clause to another number.", std::move(table));
  }

  void numbers(Paper& paper) const {
    PaperTable table{
        "Numbers", "", {{"now", "Number now", 18}, {"proposed", "Proposed number", 18}}, {}};
    for (const Renumbered& each : proposal_.renumbered)
      table.rows.push_back({cell(each.now), cell(each.proposed)});
    section(paper, "Clauses with another number and no other change",
            "No clause has another number alone.", std::move(table));
  }

  void terms(Paper& paper) const {
    PaperTable table{"Terms",
                     "",
                     {{"term", "Term", 24},
                      {"defined", "Defined in", 18},
                      {"what", "What changes", 24},
                      {"uses", "Used in", 50}},
                     {}};
    for (const passes::Definition& each : proposal_.after.definitions())
      add_term(each, proposal_.revision.of_later(each.clause), after_, table);
    for (const passes::Definition& each : proposal_.before.definitions()) {
      const Change& change = proposal_.revision.of_earlier(each.clause);
      if (change.descent.deleted()) add_term(each, change, before_, table);
    }
    section(paper, "Defined terms whose definition changes", "No definition changes.",
            std::move(table));
  }

  // What of other documents speaks of this text is not known here; what to look for is.
  void elsewhere(Paper& paper) const {
    paper.head("Elsewhere in the constitution");
    paper.say(
        "Only this protocol was read. Other parts of the constitution, other policies and the "
        "council’s website may quote a title or a number that changes. Look there for:");
    std::vector<Phrases> items;
    for (const draft::TitleChange& title : proposal_.revision.titles())
      items.push_back({{fmt::format("“{}”, which becomes “{}”", title.before, title.after)}});
    const std::size_t moved = moved_numbers();
    if (moved > 0)
      items.push_back({{fmt::format(
          "references to this protocol by number: {} (the table of destinations says where each "
          "one leads)",
          counted(moved, "number of the text now leads to another clause or to none",
                  "numbers of the text now lead to another clause or to none"))}});
    const bool any = !items.empty();
    paper.list(std::move(items));
    if (!any) paper.say("Nothing: no title and no number changes.");
    if (any)
      paper.say(Phrases{{"what must change in other documents, or that nothing must", Look::gap}});
  }

 private:
  static void section(Paper& paper, std::string heading, std::string none, PaperTable table) {
    paper.head(std::move(heading));
    if (table.rows.empty()) {
      paper.say(std::move(none));
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

  static std::string what_changes(const Change& change) {
    if (change.descent.deleted()) return "no longer defined";
    if (change.descent.added()) return "newly defined";
    return change.kind == draft::ChangeClass::housekeeping ? "housekeeping" : "other words";
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
                          cell(what_changes(change)),
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
  std::vector<std::string> before_;
  std::vector<std::string> after_;
};

}  // namespace

Paper schedule_paper(const Proposal& proposal) {
  Paper paper = paper_of(proposal, "schedule", "Schedule of changes");
  paper.wide = true;
  paper.say(Phrases{{proposal.redline.headline + ".", Look::strong}});
  paper.say(
      "The numbers are those of the redline. In the words, what goes is struck and what comes is "
      "underlined. What a change does is said only where its words show it.");
  for (std::size_t i = 0; i < proposal.rows.size();) {
    const std::string& part = proposal.rows[i].part;
    PaperTable table{
        "Schedule", part.empty() ? "Before the first section" : part, schedule_columns(), {}};
    for (; i < proposal.rows.size() && proposal.rows[i].part == part; ++i)
      table.rows.push_back(cells_of(proposal.rows[i]));
    paper.head(table.group);
    paper.add(std::move(table));
  }
  if (!proposal.renumbered.empty())
    paper.say(fmt::format(
        "{}; they are listed with the consequential changes.",
        counted(proposal.renumbered.size(), "clause has another number and no other change",
                "clauses have another number and no other change")));
  return paper;
}

Paper destinations_paper(const Proposal& proposal) {
  const Destinations tables(proposal);
  Paper paper = paper_of(proposal, "destinations", "Table of destinations");
  paper.say(
      "What became of each provision of the present text; then, of each proposed one, where it "
      "comes from.");
  paper.head("From the present text to the proposed one");
  paper.add(tables.old_to_new());
  paper.head("From the proposed text to the present one");
  paper.add(tables.new_to_old());
  return paper;
}

Paper consequential_paper(const Proposal& proposal) {
  const Consequences all(proposal);
  Paper paper = paper_of(proposal, "consequential", "Consequential changes");
  paper.say("What changes along with the provisions of the schedule, and what must be looked at.");
  all.titles(paper);
  all.references(paper);
  all.numbers(paper);
  all.terms(paper);
  all.elsewhere(paper);
  return paper;
}

}  // namespace concord::view
