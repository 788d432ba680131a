// The report for the meeting, and what the checks found.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "view/counted.h"
#include "view/proposal.h"

namespace concord::view {
namespace {

using syntax::Decides;

using Rows = std::vector<const ScheduleRow*>;

// "1, 3 to 5 and 9"
std::string numbers_of(const Rows& rows) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t last = i;
    while (last + 1 < rows.size() && rows[last + 1]->number == rows[last]->number + 1) ++last;
    if (last > i + 1) {
      all.push_back(fmt::format("{} to {}", rows[i]->number, rows[last]->number));
    } else {
      for (std::size_t k = i; k <= last; ++k) all.push_back(std::to_string(rows[k]->number));
    }
    i = last + 1;
  }
  std::string words;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0) words += i + 1 == all.size() ? " and " : ", ";
    words += all[i];
  }
  return words;
}

std::string the_changes(const Rows& rows) {
  return fmt::format("{} {}", rows.size() == 1 ? "the change numbered" : "the changes numbered",
                     numbers_of(rows));
}

// By the name of the body, each with its rows.
std::map<std::string, Rows> by_body(const Rows& rows) {
  std::map<std::string, Rows> all;
  for (const ScheduleRow* row : rows) all[row->decision.body.name].push_back(row);
  return all;
}

// "the Standards Committee"; a gap where the register does not name it.
Phrase body_phrase(const std::string& name, std::string_view gap) {
  return name.empty() ? Phrase{std::string(gap), Look::gap} : Phrase{"the " + name};
}

Phrase gap(std::string what) {
  return {std::move(what), Look::gap};
}

class Report {
 public:
  Report(const Proposal& proposal, const std::vector<Appendix>& appendices)
      : proposal_(proposal),
        appendices_(appendices),
        paper_(paper_of(proposal, "report", "Report on the revision of the protocol")),
        council_(rows_for(proposal, Decides::council)),
        committee_(rows_for(proposal, Decides::committee)),
        delegated_(rows_for(proposal, Decides::delegated)) {}

  Paper make() {
    heading_facts();
    purpose();
    recommendations();
    background();
    changes();
    who_decides();
    implications();
    list_of_appendices();
    return std::move(paper_);
  }

 private:
  // "Appendix 2", or the paper by its name where it is not among the appendices.
  std::string appendix(std::string_view paper, std::string_view otherwise) const {
    for (std::size_t i = 0; i < appendices_.size(); ++i)
      if (appendices_[i].paper == paper) return fmt::format("Appendix {}", i + 1);
    return std::string(otherwise);
  }

  const syntax::Metadata& metadata() const { return proposal_.after.metadata(); }

  void heading_facts() {
    paper_.list({{{"Report to: ", Look::strong}, gap("the body that meets, and the date")},
                 {{"Report of: ", Look::strong}, gap("the officer who reports")},
                 {{"Wards affected: ", Look::strong}, gap("wards, or all")}});
  }

  void purpose() {
    paper_.head("Purpose of the report");
    const std::string part = metadata().part.empty() ? "" : fmt::format(" ({})", metadata().part);
    paper_.say(fmt::format("To put to the {} a revised text of the {}{}.", deciding_council(),
                           metadata().title, part));
    if (!metadata().purpose.empty())
      paper_.say(fmt::format("The protocol’s own purpose: {}", metadata().purpose));
    paper_.say(Phrases{gap("why the protocol is revised now")});
  }

  std::string deciding_council() const {
    return council_.empty() ? "Council" : council_.front()->decision.body.name;
  }

  // ---- recommendations

  void recommendations() {
    paper_.head("Recommendations");
    if (proposal_.rows.empty() && proposal_.renumbered.empty()) {
      paper_.say("None: the proposed text has the words of the present one.");
      return;
    }
    paper_.say(fmt::format("That the {}:", deciding_council()));
    std::vector<Phrases> all;
    approve(all);
    leave_to_committees(all);
    note_delegated(all);
    if (!proposal_.rows.empty()) delegate(all);
    all.push_back({{"agrees that the revised text takes effect on "},
                   gap("the date on which it takes effect"),
                   {"."}});
    paper_.count(std::move(all));
  }

  void approve(std::vector<Phrases>& all) const {
    if (council_.empty()) return;
    all.push_back({{fmt::format(
        "approves {} in {} and, with {}, the revised {} as set out in {};", the_changes(council_),
        appendix("schedule", "the schedule of changes"), council_.size() == 1 ? "it" : "them",
        metadata().title, appendix("proposed", "the proposed text"))}});
  }

  void leave_to_committees(std::vector<Phrases>& all) const {
    for (const auto& [name, rows] : by_body(committee_))
      all.push_back({{fmt::format("notes that {} in {} {} for ", the_changes(rows),
                                  appendix("schedule", "the schedule of changes"),
                                  rows.size() == 1 ? "is" : "are")},
                     body_phrase(name, "the committee that decides"),
                     {" to decide;"}});
  }

  void note_delegated(std::vector<Phrases>& all) const {
    for (const auto& [name, rows] : by_body(delegated_))
      all.push_back({{fmt::format("notes {} in {}, which ", the_changes(rows),
                                  appendix("schedule", "the schedule of changes"))},
                     body_phrase(name, "the officer to whom this is delegated"),
                     {" makes under delegated powers;"}});
    if (proposal_.renumbered.empty() || proposal_.decides_numbering.decides != Decides::delegated)
      return;
    all.push_back(
        {{fmt::format("notes that {} another number and no other change;",
                      counted(proposal_.renumbered.size(), "clause has", "clauses have"))}});
  }

  void delegate(std::vector<Phrases>& all) const {
    const std::string& name = proposal_.decides_numbering.name;
    const bool known = proposal_.decides_numbering.decides == Decides::delegated && !name.empty();
    all.push_back({{"delegates to "},
                   body_phrase(known ? name : "", "the officer who may correct the text"),
                   {" the correction of typographical errors, and of numbers, cross-references and "
                    "other consequential edits that follow from these changes, in this and other "
                    "parts of the constitution; and"}});
  }

  // ---- background

  void background() {
    paper_.head("Background");
    const syntax::Metadata& now = proposal_.before.metadata();
    std::string by;
    if (!now.adopted.body.empty()) by += fmt::format(" by the {}", now.adopted.body);
    if (!now.adopted.minute.empty()) by += fmt::format(", minute {}", now.adopted.minute);
    paper_.say({{"The present text was adopted "}, day_of_adoption(now), {by + "."}});
    std::vector<Phrases> history;
    for (const syntax::Version& each : now.versions) history.push_back(version_words(each));
    if (!history.empty()) paper_.say("Its history:");
    paper_.list(std::move(history));
    if (now.review.date.present())
      paper_.say(fmt::format("It was last reviewed {}.", when(now.review.date)));
    if (now.review.due.present())
      paper_.say(fmt::format("Its review was due {}.", when(now.review.due)));
    paper_.say(Phrases{gap("what led to the revision")});
  }

  static Phrase day_of_adoption(const syntax::Metadata& of) {
    return of.adopted.date.present() ? Phrase{when(of.adopted.date)}
                                     : gap("the day of its adoption");
  }

  // "on 20 May 2024", "in May 2024"
  static std::string when(const syntax::Date& date) {
    const bool whole = date.iso.size() == std::string_view("2024-05-20").size();
    return fmt::format("{} {}", whole ? "on" : "in", date.in_words());
  }

  static Phrases version_words(const syntax::Version& version) {
    std::string words;
    const auto add = [&](const std::string& more) {
      if (!more.empty()) words += (words.empty() ? "" : ", ") + more;
    };
    if (!version.version.empty()) add("version " + version.version);
    add(version.date.in_words());
    add(version.authority);
    if (!version.minute.empty()) add("minute " + version.minute);
    if (!version.note.empty()) words += (words.empty() ? "" : ": ") + version.note;
    return {{words}};
  }

  // ---- the changes

  void changes() {
    paper_.head("What changes");
    paper_.say(proposal_.redline.headline + ".");
    for (const std::string& remark : proposal_.redline.remarks) paper_.say(remark);
    if (council_.empty() && committee_.empty()) return;
    paper_.say(fmt::format(
        "For decision, by their numbers in {}; what a change does is said only where its words "
        "show it:",
        appendix("schedule", "the schedule of changes")));
    std::vector<Phrases> all;
    for (const ScheduleRow& row : proposal_.rows)
      if (row.decision.body.decides != Decides::delegated) all.push_back(change_words(row));
    paper_.list(std::move(all));
  }

  static Phrases change_words(const ScheduleRow& row) {
    Phrases words = {{row.proposed.empty() ? row.now : row.proposed, Look::strong},
                     {fmt::format(" (no. {}):", row.number)}};
    for (const Phrases& line : row.effect) {
      words.push_back({" "});
      for (const Phrase& each : line) words.push_back({each.text});
    }
    words.push_back({" Reason: "});
    bool first = true;
    for (const Phrases& line : row.reason) {
      if (!std::exchange(first, false)) words.push_back({"; "});
      words.insert(words.end(), line.begin(), line.end());
    }
    if (!plain(row.reason).ends_with('.')) words.push_back({"."});
    if (!row.source.empty()) words.push_back({fmt::format(" Source: {}.", row.source)});
    return words;
  }

  void who_decides() {
    paper_.head("Who decides");
    std::vector<Phrases> all;
    for (const Rows* rows : {&council_, &committee_, &delegated_})
      for (const auto& [name, own] : by_body(*rows)) {
        const syntax::DecidingBody& body = own.front()->decision.body;
        all.push_back({{decided_by(body), Look::strong},
                       {": " + the_changes(own).substr(std::string_view("the ").size()) + "."}});
      }
    if (!proposal_.renumbered.empty())
      all.push_back({{decided_by(proposal_.decides_numbering), Look::strong},
                     {fmt::format(": {} with another number and no other change.",
                                  counted(proposal_.renumbered.size(), "clause", "clauses"))}});
    paper_.list(std::move(all));
    paper_.say(
        "The changes are sorted by the classes that the council’s register of authority and the "
        "protocol’s front matter name; a change of more than one class is for the highest body.");
  }

  void implications() {
    for (const auto& [heading, what] :
         {std::pair("Consultation", "who was consulted, and what they said"),
          std::pair("Legal implications", "the legal implications, by the monitoring officer"),
          std::pair("Financial implications", "the financial implications"),
          std::pair("Equality implications", "the equality implications")}) {
      paper_.head(heading);
      paper_.say(Phrases{gap(what)});
    }
  }

  void list_of_appendices() {
    if (!appendices_.empty()) {
      paper_.head("Appendices");
      std::vector<Phrases> all;
      for (std::size_t i = 0; i < appendices_.size(); ++i)
        all.push_back(
            {{fmt::format("Appendix {}: ", i + 1), Look::strong}, {appendices_[i].title}});
      paper_.list(std::move(all));
    }
    paper_.head("Contact");
    const syntax::Contact& contact = metadata().contact;
    if (contact.email.empty() && contact.phone.empty()) {
      paper_.say(Phrases{gap("whom to ask")});
    } else {
      const bool both = !contact.email.empty() && !contact.phone.empty();
      paper_.say(contact.email + (both ? ", " : "") + contact.phone);
    }
  }

  const Proposal& proposal_;
  const std::vector<Appendix>& appendices_;
  Paper paper_;
  Rows council_;
  Rows committee_;
  Rows delegated_;
};

// ---- the checks

bool has(const CheckedDraft& checked, std::string_view format) {
  return std::ranges::find(checked.formats, format) != checked.formats.end();
}

std::vector<Phrases> accessibility(const CheckedDraft& checked) {
  std::vector<Phrases> all;
  if (has(checked, "pdf"))
    all.push_back(
        {{"PDF: tagged, and made to PDF/UA-1 and PDF/A-2a. A validator such as veraPDF "
          "shows that they are."}});
  if (has(checked, "html"))
    all.push_back(
        {{"HTML: headings in order, tables with header cells, no script needed, made for "
          "small screens, dark mode and print."}});
  if (has(checked, "docx"))
    all.push_back({{"Word: real headings, lists and header rows, title and language set."}});
  return all;
}

}  // namespace

std::size_t count(const CheckedDraft& checked, std::string_view severity) {
  return static_cast<std::size_t>(
      std::ranges::count(checked.findings, severity, &CheckedFinding::severity));
}

Paper report_paper(const Proposal& proposal, const std::vector<Appendix>& appendices) {
  return Report(proposal, appendices).make();
}

Paper checks_paper(const Proposal& proposal, const CheckedDraft& checked) {
  Paper paper = paper_of(proposal, "checks", "Checks");
  paper.head("What was checked");
  paper.say(
      "The proposed text was checked as for adoption: numbers, references, defined terms, titles "
      "of "
      "offices, laws and codes cited, placeholders and drafting notes, metadata, house style and "
      "accessibility; and against the present text: references that now lead elsewhere, "
      "identifiers "
      "that are gone or name another clause, deletions and their reasons.");
  paper.head("What is open");
  const std::size_t errors = count(checked, "error");
  paper.say(fmt::format("{}, {}, {}.", counted(errors, "error", "errors"),
                        counted(count(checked, "warning"), "warning", "warnings"),
                        counted(count(checked, "note"), "note", "notes")));
  if (errors > 0)
    paper.say(
        Phrases{{"The errors are to be put right before the text is adopted.", Look::strong}});
  if (checked.known > 0)
    paper.say(fmt::format("Left out: {} that the present text has too.",
                          counted(checked.known, "finding", "findings")));
  PaperTable table{"Checks",
                   "",
                   {{"severity", "Kind", 10},
                    {"code", "Code", 10},
                    {"clause", "Provision", 14},
                    {"place", "Place in the source", 26},
                    {"message", "What was found", 70}},
                   {}};
  for (const CheckedFinding& each : checked.findings)
    table.rows.push_back({cell(each.severity), cell(each.code), cell(each.clause), cell(each.place),
                          cell(each.message)});
  paper.add(std::move(table));
  paper.head("Accessibility of this pack");
  paper.list(accessibility(checked));
  return paper;
}

}  // namespace concord::view
