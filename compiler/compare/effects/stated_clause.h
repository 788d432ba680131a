// A clause as its differences are looked for: its tokens, and the statements that it makes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/comparison.h"
#include "compare/effects/clause_at_large.h"
#include "compare/effects/terms.h"
#include "compare/match/lexicon.h"
#include "language/statements.h"

namespace concord::compare {

// The words of a statement, by what they do in it.
struct StatementTerms {
  Terms predicate;
  Terms object;
  Terms act;            // predicate and object
  Terms core;           // what is done, to what, and for whom
  Terms own;            // all words that are not the lead-in's
  Terms done;           // of these, but for the bearer and the case that the statement is for
  Terms all;            // with what the lead-in says of bearer, predicate and object
  Terms heads;          // what the object's noun phrases are about
  bool avoids = false;  // "is to be avoided" denies as "is not recommended" does
};

// Texts and tokens are borrowed. A clause is compared with many, so what its words say is read
// once, when it is made.
struct StatedClause {
  // `lead` is the lead-in that the text continues, empty for none; both are of the protocol, as in
  // Lexicon::tokens().
  StatedClause(std::string_view text, std::span<const Token> tokens, std::string_view lead,
               std::span<const Token> lead_tokens, const Lexicon& lexicon,
               std::uint32_t protocol = Lexicon::no_protocol);

  std::string_view text;
  std::string_view lead;
  std::span<const Token> tokens;
  std::span<const Token> lead_tokens;
  std::vector<syntax::Range> sentences;
  std::vector<language::Statement> statements;
  std::vector<StatementTerms> terms;  // by statement
  Terms words;                        // of the text
  Terms words_and_lead;
  ClauseAtLarge at_large;

  // The tokens that begin in the range of the text, or of the lead-in.
  std::span<const Token> within(syntax::Range range, bool of_lead = false) const;
  std::span<const Token> of(const language::Filler& filler) const {
    return within(filler.range, filler.of_lead);
  }
  // Those of one of its statements.
  const StatementTerms& terms_of(const language::Statement& statement) const {
    return terms[static_cast<std::size_t>(&statement - statements.data())];
  }
  // The statement to whose words the place in the text belongs; null for none.
  const language::Statement* at(std::uint32_t offset) const;
};

// A statement of the clause as a reader is shown it, the deciding words marked; null: the clause.
Quotation quote(const StatedClause& clause, const language::Statement* statement,
                std::span<const language::Filler> deciding);

}  // namespace concord::compare
