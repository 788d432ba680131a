// What two linked clauses say otherwise as wholes. Councils that write in words of their own state
// a provision in statements too far apart to be aligned; that one clause says "should" wherever the
// other says "must", or names the Monitoring Officer where the other names the Clerk, is seen all
// the same. In which words the two differ is not: so what is found here is possible at most.
#pragma once

#include <array>
#include <vector>

#include "compare/effects/cues.h"
#include "compare/effects/finding.h"

namespace concord::compare {

class WholeClauses {
 public:
  // Everything is borrowed.
  WholeClauses(const StatedClause& a, const StatedClause& b, const Lexicon& lexicon);

  // How far what the clauses have of a kind is apart: 1 where both have some and nothing of it in
  // common, a half where only one has any, 0 else.
  double apart(DivergenceType type) const;

  // What they differ in as wholes, of the kinds that are not among those known.
  std::vector<Finding> findings(const std::vector<Finding>& known) const;

 private:
  using Fillers = std::vector<language::Filler>;

  // A norm, person or limit of a clause, and the statement in which it stands; null for none.
  struct Mention {
    const language::Statement* statement = nullptr;
    language::Filler words;
  };
  struct Side {
    const StatedClause* clause = nullptr;
    std::set<int> norms;  // by strength
    std::vector<Mention> norm_words;
    std::vector<Token> persons;  // but for those so general that each clause has them
    std::vector<Mention> person_words;
    std::vector<Mention> limits;    // conditions and exceptions
    std::vector<Mention> measures;  // times and amounts
    std::set<std::string_view> numbers;
  };

  Side read(const StatedClause& clause) const;
  void read_norm(const language::Statement& statement, Side& side) const;
  void read_limits(const language::Statement& statement, Side& side) const;
  void read_persons(Side& side) const;
  bool share_person() const;
  void add(DivergenceType type, std::vector<Mention> Side::*mentions,
           const std::vector<Finding>& known, std::vector<Finding>& into) const;

  const Lexicon* lexicon_;
  Cues cues_;
  std::array<Side, 2> sides_;
};

}  // namespace concord::compare
