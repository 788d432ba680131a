// The report for the meeting, and what the checks found.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "passes/review.h"
#include "view/language.h"
#include "view/proposal.h"

namespace concord::view {
namespace {

using syntax::Decides;

using Rows = std::vector<const ScheduleRow*>;

// "1, 3 to 5 and 9"
std::string numbers_of(const Rows& rows, const Words& words) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t last = i;
    while (last + 1 < rows.size() && rows[last + 1]->number == rows[last]->number + 1) ++last;
    if (last > i + 1) {
      all.push_back(fmt::format("{}{}{}", rows[i]->number, words["range_to"], rows[last]->number));
    } else {
      for (std::size_t k = i; k <= last; ++k) all.push_back(std::to_string(rows[k]->number));
    }
    i = last + 1;
  }
  return listed(all, words);
}

// NAME_one or NAME_many.
std::string by_number(const Rows& rows, const std::string& name) {
  return name + (rows.size() == 1 ? "_one" : "_many");
}

std::string the_changes(const Rows& rows, const Words& words) {
  return words.say(by_number(rows, "the_changes"), fmt::arg("numbers", numbers_of(rows, words)));
}

// By the name of the body, each with its rows.
std::map<std::string, Rows> by_body(const Rows& rows) {
  std::map<std::string, Rows> all;
  for (const ScheduleRow* row : rows) all[row->decision.body.name].push_back(row);
  return all;
}

// What stands for {phrase} in words whose other fields are filled in.
constexpr std::string_view phrase_field = "{phrase}";

// The text with the phrase in its field's place.
Phrases around(const std::string& text, Phrase phrase) {
  const std::size_t at = text.find(phrase_field);
  if (at == std::string::npos) return {{text}};
  Phrases phrases;
  if (at > 0) phrases.push_back({text.substr(0, at)});
  phrases.push_back(std::move(phrase));
  phrases.push_back({text.substr(at + phrase_field.size())});
  return phrases;
}

class Report {
 public:
  Report(const Proposal& proposal, const std::vector<Appendix>& appendices)
      : proposal_(proposal),
        appendices_(appendices),
        words_(proposal.words),
        paper_(paper_of(proposal, "report")),
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
  std::string appendix(const std::string& paper) const {
    for (std::size_t i = 0; i < appendices_.size(); ++i)
      if (appendices_[i].paper == paper) return numbered_appendix(i);
    return std::string(words_["the_" + paper]);
  }

  std::string numbered_appendix(std::size_t i) const {
    return words_.say("appendix", fmt::arg("number", i + 1));
  }

  const syntax::Metadata& metadata() const { return proposal_.after.metadata(); }

  Phrase gap(std::string_view name) const { return view::gap(name, words_); }

  // "the Standards Committee"; a gap where the register does not name it.
  Phrase body_phrase(const std::string& name, std::string_view missing) const {
    return name.empty() ? gap(missing)
                        : Phrase{words_.say("the_body", fmt::arg("body", body_name(name, words_)))};
  }

  void heading_facts() {
    const auto fact = [&](std::string_view name, std::string_view missing) {
      return Phrases{{fmt::format("{}: ", words_[name]), Look::strong}, gap(missing)};
    };
    paper_.list({fact("report_to", "gap_report_to"), fact("report_of", "gap_report_of"),
                 fact("wards", "gap_wards")});
  }

  void purpose() {
    paper_.head(words_["purpose_heading"]);
    const std::string part = metadata().part.empty() ? "" : fmt::format(" ({})", metadata().part);
    paper_.say(words_.say("purpose", fmt::arg("council", deciding_council()),
                          fmt::arg("title", metadata().title), fmt::arg("part", part)));
    if (!metadata().purpose.empty())
      paper_.say(words_.say("purpose_own", fmt::arg("purpose", metadata().purpose)));
    paper_.say(Phrases{gap("gap_why")});
  }

  std::string deciding_council() const {
    return council_.empty() ? std::string(words_["council"])
                            : body_name(council_.front()->decision.body.name, words_);
  }

  // ---- recommendations

  void recommendations() {
    paper_.head(words_["recommendations_heading"]);
    if (proposal_.rows.empty() && proposal_.renumbered.empty()) {
      paper_.say(words_["recommendations_none"]);
      return;
    }
    paper_.say(words_.say("recommendations", fmt::arg("council", deciding_council())));
    std::vector<Phrases> all;
    approve(all);
    leave_to_committees(all);
    note_delegated(all);
    if (!proposal_.rows.empty()) delegate(all);
    all.push_back(around(std::string(words_["recommend_date"]), gap("gap_date")));
    paper_.count(std::move(all));
  }

  void approve(std::vector<Phrases>& all) const {
    if (council_.empty()) return;
    all.push_back({{words_.say(by_number(council_, "recommend_approval"),
                               fmt::arg("changes", the_changes(council_, words_)),
                               fmt::arg("schedule", appendix("schedule")),
                               fmt::arg("title", metadata().title),
                               fmt::arg("text", appendix("proposed")))}});
  }

  // Words about some rows and whoever decides on them.
  Phrases about(const Rows& rows, std::string_view name, Phrase body) const {
    return around(
        words_.say(name, fmt::arg("changes", the_changes(rows, words_)),
                   fmt::arg("schedule", appendix("schedule")), fmt::arg("phrase", phrase_field)),
        std::move(body));
  }

  void leave_to_committees(std::vector<Phrases>& all) const {
    for (const auto& [name, rows] : by_body(committee_))
      all.push_back(
          about(rows, by_number(rows, "recommend_committee"), body_phrase(name, "gap_committee")));
  }

  void note_delegated(std::vector<Phrases>& all) const {
    for (const auto& [name, rows] : by_body(delegated_))
      all.push_back(about(rows, "recommend_noting", body_phrase(name, "gap_officer")));
    if (proposal_.renumbered.empty() || proposal_.decides_numbering.decides != Decides::delegated)
      return;
    all.push_back({{words_.say("recommend_numbers", fmt::arg("clauses", clauses_renumbered()))}});
  }

  // "3 clauses have new numbers and no other change"
  std::string clauses_renumbered() const {
    return words_.count(proposal_.renumbered.size(), "clauses_renumbered");
  }

  void delegate(std::vector<Phrases>& all) const {
    const std::string& name = proposal_.decides_numbering.name;
    const bool known = proposal_.decides_numbering.decides == Decides::delegated && !name.empty();
    all.push_back(around(std::string(words_["recommend_delegation"]),
                         body_phrase(known ? name : "", "gap_corrector")));
  }

  // ---- background

  void background() {
    paper_.head(words_["background_heading"]);
    const syntax::Metadata& now = proposal_.before.metadata();
    std::string by;
    if (!now.adopted.body.empty())
      by += words_.say("adopted_by", fmt::arg("body", now.adopted.body));
    if (!now.adopted.minute.empty())
      by += fmt::format(", {} {}", words_["minute"], now.adopted.minute);
    paper_.say(around(
        words_.say("background_adopted", fmt::arg("by", by), fmt::arg("phrase", phrase_field)),
        day_of_adoption(now)));
    std::vector<Phrases> history;
    for (const syntax::Version& each : now.versions) history.push_back(version_words(each));
    if (!history.empty()) paper_.say(words_["background_history"]);
    paper_.list(std::move(history));
    if (now.review.date.present())
      paper_.say(words_.say("background_reviewed", fmt::arg("when", when(now.review.date))));
    if (now.review.due.present()) paper_.say(due(now.review));
    paper_.say(Phrases{gap("gap_background")});
  }

  // Where neither can be told for certain, the date alone.
  std::string due(const syntax::Review& review) const {
    const bool overdue = passes::is_overdue(review, proposal_.day.as_of);
    if (!overdue && !proposal_.day.given)
      return words_.say("background_review_date",
                        fmt::arg("date", in_words(review.due, metadata().language)));
    return words_.say(overdue ? "background_overdue" : "background_due",
                      fmt::arg("when", when(review.due)));
  }

  Phrase day_of_adoption(const syntax::Metadata& of) const {
    return of.adopted.date.present() ? Phrase{when(of.adopted.date)} : gap("gap_adoption");
  }

  // "on 20 May 2024", "in May 2024", "in 2024"
  std::string when(const syntax::Date& date) const {
    const auto precision = date.precision();
    const std::string_view name = precision == syntax::Precision::day    ? "on_day"
                                  : precision == syntax::Precision::year ? "in_year"
                                                                         : "in_month";
    return words_.say(name, fmt::arg("date", in_words(date, metadata().language)));
  }

  Phrases version_words(const syntax::Version& version) const {
    std::string text;
    const auto add = [&](const std::string& more) {
      if (!more.empty()) text += (text.empty() ? "" : ", ") + more;
    };
    if (!version.version.empty())
      add(words_.say("named_version", fmt::arg("version", version.version)));
    add(in_words(version.date, metadata().language));
    add(version.authority);
    if (!version.minute.empty()) add(fmt::format("{} {}", words_["minute"], version.minute));
    if (!version.note.empty()) text += (text.empty() ? "" : ": ") + version.note;
    return {{text}};
  }

  // ---- the changes

  void changes() {
    paper_.head(words_["changes_heading"]);
    paper_.say(proposal_.redline.headline + ".");
    for (const std::string& remark : proposal_.redline.remarks) paper_.say(remark);
    if (council_.empty() && committee_.empty()) return;
    paper_.say(words_.say("changes_about", fmt::arg("schedule", appendix("schedule"))));
    std::vector<Phrases> all;
    for (const ScheduleRow& row : proposal_.rows)
      if (row.decision.body.decides != Decides::delegated) all.push_back(change_words(row));
    paper_.list(std::move(all));
  }

  Phrases change_words(const ScheduleRow& row) const {
    Phrases words = {{row.proposed.empty() ? row.now : row.proposed, Look::strong},
                     {words_.say("change_numbered", fmt::arg("number", row.number))}};
    for (const Phrases& line : row.effect) {
      words.push_back({" "});
      for (const Phrase& each : line) words.push_back({each.text});
    }
    words.push_back({words_.say("change_reason")});
    bool first = true;
    for (const Phrases& line : row.reason) {
      if (!std::exchange(first, false)) words.push_back({"; "});
      words.insert(words.end(), line.begin(), line.end());
    }
    if (!plain(row.reason).ends_with('.')) words.push_back({"."});
    if (!row.source.empty())
      words.push_back({words_.say("change_source", fmt::arg("source", row.source))});
    return words;
  }

  void who_decides() {
    paper_.head(words_["who_decides_heading"]);
    std::vector<Phrases> all;
    const auto add = [&](const syntax::DecidingBody& body, const std::string& what) {
      all.push_back({{decided_by(body, words_), Look::strong}, {fmt::format(": {}.", what)}});
    };
    for (const Rows* rows : {&council_, &committee_, &delegated_})
      for (const auto& [name, own] : by_body(*rows))
        add(own.front()->decision.body, words_.say(by_number(own, "changes_numbered"),
                                                   fmt::arg("numbers", numbers_of(own, words_))));
    if (!proposal_.renumbered.empty())
      add(proposal_.decides_numbering,
          words_.count(proposal_.renumbered.size(), "clauses_with_number"));
    paper_.list(std::move(all));
    paper_.say(words_["who_decides"]);
  }

  void implications() {
    for (const std::string name : {"consultation", "legal", "financial", "equality"}) {
      paper_.head(words_[name + "_heading"]);
      paper_.say(Phrases{gap("gap_" + name)});
    }
  }

  void list_of_appendices() {
    if (!appendices_.empty()) {
      paper_.head(words_["appendices_heading"]);
      std::vector<Phrases> all;
      for (std::size_t i = 0; i < appendices_.size(); ++i)
        all.push_back({{numbered_appendix(i) + ": ", Look::strong}, {appendices_[i].title}});
      paper_.list(std::move(all));
    }
    paper_.head(words_["contact"]);
    const syntax::Contact& contact = metadata().contact;
    if (contact.email.empty() && contact.phone.empty()) {
      paper_.say(Phrases{gap("gap_contact")});
    } else {
      const bool both = !contact.email.empty() && !contact.phone.empty();
      paper_.say(contact.email + (both ? ", " : "") + contact.phone);
    }
  }

  const Proposal& proposal_;
  const std::vector<Appendix>& appendices_;
  const Words& words_;
  Paper paper_;
  Rows council_;
  Rows committee_;
  Rows delegated_;
};

// ---- the checks

bool has(const CheckedDraft& checked, std::string_view format) {
  return std::ranges::find(checked.formats, format) != checked.formats.end();
}

std::vector<Phrases> accessibility(const CheckedDraft& checked, const Words& words) {
  std::vector<Phrases> all;
  for (const std::string format : {"pdf", "html", "docx"})
    if (has(checked, format)) all.push_back({{std::string(words["accessible_" + format])}});
  return all;
}

PaperTable table_of(const std::vector<CheckedFinding>& findings, const Words& words) {
  PaperTable table{"checks",
                   std::string(words["paper_checks"]),
                   "",
                   {{"severity", words["kind"], 10},
                    {"code", words["column_code"], 10},
                    {"clause", words["provision"], 14},
                    {"place", words["column_source_place"], 26},
                    {"message", words["column_finding"], 70}},
                   {}};
  for (const CheckedFinding& each : findings)
    table.rows.push_back({cell(each.severity), cell(each.code), cell(each.clause), cell(each.place),
                          cell(each.message)});
  return table;
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
  const Words& words = proposal.words;
  Paper paper = paper_of(proposal, "checks");
  paper.head(words["checked_heading"]);
  paper.say(words["checked"]);
  paper.head(words["open_heading"]);
  const std::size_t errors = count(checked, "error");
  paper.say(fmt::format("{}, {}, {}.", words.count(errors, "errors"),
                        words.count(count(checked, "warning"), "warnings"),
                        words.count(count(checked, "note"), "notes")));
  if (errors > 0) paper.say(Phrases{{std::string(words["open_errors"]), Look::strong}});
  if (checked.known > 0)
    paper.say(
        words.say("open_known", fmt::arg("findings", words.count(checked.known, "findings"))));
  paper.add(table_of(checked.findings, words));
  paper.head(words["accessible_heading"]);
  paper.list(accessibility(checked, words));
  return paper;
}

}  // namespace concord::view
