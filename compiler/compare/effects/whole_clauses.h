// What two linked clauses say otherwise as wholes. Councils that write in words of their own state
// a provision in statements too far apart to be aligned; that one clause says "should" wherever the
// other says "must", or names the Monitoring Officer where the other names the Clerk, is seen all
// the same. In which words the two differ is not: so what is found here is possible at most.
#pragma once

#include <array>
#include <optional>
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

  // How much of that kind is in one of the clauses alone: 0 to 1, 0 of nothing.
  double unlike(DivergenceType type) const;

  // Both name persons in that place, and none of them is the other's.
  bool apart(std::vector<Token> ClauseAtLarge::*place) const;

  // One of the two alone has an exception.
  bool one_excepts() const { return side(0).excepts != side(1).excepts; }

  // What they differ in as wholes, of the kinds that are not among those known.
  std::vector<Finding> findings(const std::vector<Finding>& known) const;

 private:
  void add(DivergenceType type, std::vector<Mention> ClauseAtLarge::*mentions,
           const std::vector<Finding>& known, std::vector<Finding>& into) const;
  // Of what is found in the statements at the places, where both sides have one.
  void weigh_statements(const std::array<std::optional<std::size_t>, 2>& places,
                        Finding& finding) const;

  const ClauseAtLarge& side(Side side) const { return clauses_[side]->at_large; }

  const Lexicon* lexicon_;
  Cues cues_;
  std::array<const StatedClause*, 2> clauses_;
};

}  // namespace concord::compare
