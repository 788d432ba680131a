// What a clause says as a whole, in whatever statement: how it binds, whom it names, when and
// unless, by when and how much.
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "compare/effects/terms.h"
#include "compare/match/lexicon.h"

namespace concord::compare {

struct StatedClause;

// Words of a clause with the statement in which they stand, as an index; none: outside of all.
struct Mention {
  std::optional<std::size_t> statement;
  language::Filler words;
};

struct ClauseAtLarge {
  std::set<int> norms;  // by strength (norm_strength.h)
  std::vector<Mention> norm_words;
  std::vector<Token> persons;  // but for those so general that each clause has them
  std::vector<Mention> person_words;
  std::vector<Token> bearers;          // whoever acts in one of the statements
  std::vector<Token> addressees;       // and to or with whom
  std::vector<Mention> limits;         // conditions and exceptions
  Terms limit_words;                   // what they say
  bool excepts = false;                // unless, except, only …
  std::vector<Mention> measures;       // times and amounts
  std::set<std::string_view> numbers;  // and units and degrees, by form
};

// The clause's statements have been read.
ClauseAtLarge at_large(const StatedClause& clause, const Lexicon& lexicon);

}  // namespace concord::compare
