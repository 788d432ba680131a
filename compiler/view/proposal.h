// A revision on its way to the council: what the papers of its adoption pack are made of, and the
// papers. Each says what the texts and the registers say, and marks as a gap what only a person
// can.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "draft/decider.h"
#include "draft/revision.h"
#include "syntax/registers.h"
#include "view/paper.h"
#include "view/redline.h"

namespace concord::view {

// One change as a schedule has it. Its number is that of the redline.
struct ScheduleRow {
  std::size_t number = 0;
  std::string part;      // the section that it stands in: "5. Complaints"; or empty
  std::string now;       // the provision in the earlier version: "5.4"; empty for a new one
  std::string proposed;  // in the later one; empty for a deleted one
  PaperCell current_words;
  PaperCell proposed_words;
  PaperCell effect;
  PaperCell reason;  // as the draft gives it, or why none is needed; else a gap
  std::string source;
  draft::Decision decision;
};

// A clause with another number and nothing else.
struct Renumbered {
  std::string now;
  std::string proposed;
};

// As of when the papers speak. What is past on the day is past; what is not is still to come only
// where somebody gave the day, for else it is that of the texts (as in view::protocol).
struct ProposalDay {
  std::string as_of;
  bool given = false;
};

struct Proposal {
  Words words;  // of its papers: those of the proposed text's language
  const draft::Revision& revision;
  const passes::Protocol& before;
  const passes::Protocol& after;
  const syntax::Register& registers;
  Loans loans;  // of the proposed text
  ProposalDay day;

  Redline redline;  // of all changes
  std::vector<ScheduleRow> rows;
  std::vector<Renumbered> renumbered;
  syntax::DecidingBody decides_numbering;
};

// Borrows all but the loans and the day. `revision` is that of the two.
Proposal proposal(const draft::Revision& revision, const passes::Protocol& before,
                  const passes::Protocol& after, const syntax::Register& registers, Loans loans,
                  ProposalDay day);

// The rows that such a body decides on.
std::vector<const ScheduleRow*> rows_for(const Proposal& proposal, syntax::Decides decides);

// The name as the paper's language has it, where it is one of the usual ones, which the register of
// authority gives in English: "Swyddog Monitro".
std::string body_name(const std::string& name, const Words& words);

// "Monitoring Officer (delegated)"
std::string decided_by(const syntax::DecidingBody& body, const Words& words);

// A paper of the pack, its title ("paper_" and its identifier) and whose it is filled in.
Paper paper_of(const Proposal& proposal, const std::string& id);

Paper schedule_paper(const Proposal& proposal);
Paper destinations_paper(const Proposal& proposal);
Paper consequential_paper(const Proposal& proposal);

// What the report may refer to.
struct Appendix {
  std::string paper;  // "schedule"
  std::string title;  // "Schedule of changes"
};

// A report for the meeting. The appendices count from 1 in their order; "proposed", "redline" and
// "schedule" are looked for among them.
Paper report_paper(const Proposal& proposal, const std::vector<Appendix>& appendices);

// What the checks found of the draft.
struct CheckedFinding {
  std::string severity;  // "error"
  std::string code;
  std::string clause;  // "5.4"; or empty
  std::string place;   // "york.draft.md:12:1"
  std::string message;
};
struct CheckedDraft {
  std::vector<CheckedFinding> findings;
  std::size_t known = 0;             // left out because the text in force has them too
  std::vector<std::string> formats;  // of the pack: "html", "pdf"
};
std::size_t count(const CheckedDraft& checked, std::string_view severity);
Paper checks_paper(const Proposal& proposal, const CheckedDraft& checked);

}  // namespace concord::view
