// What clauses say, taken apart: statements with their slots.
//
// A statement is one norm or fact: who (bearer) must, may or need not (modal, polarity) do what
// (predicate, object), for or with whom (recipient), when (condition), unless (exception), by when
// (deadline), how much (amount). The reading is a shallow one, of patterns over the words of the
// registers, as in the extraction of legal norms (Dragoni and others 2016; Sleimi and others 2018):
// texts as formal as these put the modal beside its bearer and its verb. A full parser was not
// worth its weight: what differs between councils is mostly said by words that bind. A slot that
// the patterns leave in doubt stays empty.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/roles.h"
#include "language/words.h"
#include "syntax/word_lists.h"

namespace concord::language {

// What a statement does to its bearer. A negated permission forbids, as a negated duty does.
enum class Norm : std::uint8_t {
  fact,            // no modal: "Officers serve the whole Council"
  possibility,     // "would", "might"
  permission,      // may, can, is entitled to
  freedom,         // need not, is not obliged to
  expectation,     // "Members can expect from officers"
  advice,          // should
  advice_against,  // should not
  duty,            // must, shall, will, is to, is responsible for
  prohibition,     // must not, may not, has no power to
};
std::string_view name_of(Norm norm);  // "duty", "advice-against", …

// Words that fill a slot: of the clause's text, or of the lead-in that the clause continues. An
// empty range leaves the slot open.
struct Filler {
  Range range;
  bool of_lead = false;

  bool empty() const { return range.begin == range.end; }
  // The place in the clause's text is among its words.
  bool holds(std::uint32_t offset) const {
    return !of_lead && offset >= range.begin && offset < range.end;
  }
  friend bool operator==(const Filler&, const Filler&) = default;
};

struct Statement {
  Range range;             // its words in the clause's text
  bool continues = false;  // a lead-in gives its bearer or its modal
  Norm norm = Norm::fact;
  bool future = false;   // the modal is "will"
  bool passive = false;  // "is consulted by": the bearer is the agent
  bool negative = false;
  Filler bearer;
  Filler modal;      // with its negator where that stands at once behind it
  Filler predicate;  // the verb; empty where a noun says what is owed
  Filler object;
  Filler recipient;
  std::vector<Filler> conditions;
  std::vector<Filler> exceptions;
  std::vector<Filler> deadlines;
  std::vector<Filler> amounts;
};

// A text with its words and the roles that they name. Borrowed.
struct ReadText {
  std::string_view text;
  std::span<const Word> words;
  std::span<const RoleMatch> roles;
};

// Made from the lists, which must outlive it and stay as they are.
class StatementReader {
 public:
  explicit StatementReader(const syntax::WordLists& lists);
  ~StatementReader();
  StatementReader(StatementReader&&) noexcept;

  // The statements of a clause in order, of each sentence at least one. `lead`: the lead-in whose
  // sentence the clause continues; null for none. A lead-in's statement is that of its last
  // sentence, and what it lacks its items have. May be called by several threads at once.
  std::vector<Statement> read(const ReadText& clause, const ReadText* lead = nullptr) const;

  // What the lists become; of statements/ alone.
  struct Tables;

 private:
  std::unique_ptr<const Tables> tables_;
};

// One statement in lines of slots: `concord dump --stage statements`.
std::string dump(const Statement& statement, std::string_view text, std::string_view lead);

}  // namespace concord::language
