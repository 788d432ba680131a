// Who may decide on a change: a revision is for the council, and what councils delegate (numbers,
// references, titles, spelling) is for an officer. Two lists come of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draft/revision.h"
#include "passes/protocol.h"
#include "syntax/registers.h"

namespace concord::draft {

struct Decision {
  std::vector<std::string_view> classes;  // in the order of syntax::change_classes; never empty
  syntax::DecidingBody body;              // the highest of those that decide on one of the classes
};

// Sorts the changes of one revision. What is in doubt is for the highest body: a title counts as
// such only where it is an office's, and no word for officers or members at large; a citation only
// where the same instrument is cited, or the one that the register says took its place; a clause
// that moved, was split or merged says something else by standing elsewhere.
class Decider {
 public:
  // Borrows all three. What the later version's front matter says (`authority:`) goes before the
  // register; a class that neither names is for the council.
  Decider(const passes::Protocol& before, const passes::Protocol& after,
          const syntax::Register& registers);

  // Of a change that is one: ChangeClass::none has no decision.
  Decision decide(const Change& change) const;

  // The body that decides on the class.
  syntax::DecidingBody body_for(std::string_view change_class) const;

 private:
  std::vector<std::string_view> classes_of(const Change& change) const;
  bool only_citations(const Change& change) const;
  bool is_title_of_office(const Change& change) const;
  bool names_people_at_large(const passes::Protocol& protocol, const std::vector<ClauseId>& clauses,
                             const std::string& words) const;

  const passes::Protocol& before_;
  const passes::Protocol& after_;
  const syntax::Register& registers_;
};

}  // namespace concord::draft
