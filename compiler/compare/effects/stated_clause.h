// A clause as its differences are looked for: its tokens, and the statements that it makes.
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/comparison.h"
#include "compare/match/lexicon.h"
#include "language/statements.h"

namespace concord::compare {

// Texts and tokens are borrowed.
struct StatedClause {
  std::string_view text;
  std::string_view lead;  // the lead-in that it continues; empty for none
  std::span<const Token> tokens;
  std::span<const Token> lead_tokens;
  std::vector<language::Statement> statements;

  // The tokens that begin in the range of the text, or of the lead-in.
  std::span<const Token> within(syntax::Range range, bool of_lead = false) const;
  std::span<const Token> of(const language::Filler& filler) const {
    return within(filler.range, filler.of_lead);
  }
  // The statement to whose words the place in the text belongs; null for none.
  const language::Statement* at(std::uint32_t offset) const;
};

// A statement of the clause as a reader is shown it, the deciding words marked; null: the clause.
Quotation quote(const StatedClause& clause, const language::Statement* statement,
                std::span<const language::Filler> deciding);

// What some words are about: terms with their information, and the meanings that they share with
// others.
class Terms {
 public:
  Terms() = default;
  Terms(std::span<const Token> tokens, const Lexicon& lexicon) { add(tokens, lexicon); }
  void add(std::span<const Token> tokens, const Lexicon& lexicon);

  bool empty() const { return terms_.empty(); }
  std::size_t size() const { return terms_.size(); }
  double weight() const { return weight_; }
  // The share of these that the other has, by word or meaning: 0 to 1; 0 of nothing.
  double share_in(const Terms& other) const;

 private:
  struct Term {
    std::string_view form;
    double weight = 0;
    std::vector<std::uint32_t> groups;
  };
  std::vector<Term> terms_;
  std::set<std::string_view> forms_;
  std::set<std::uint32_t> groups_;
  double weight_ = 0;
};

// Dice coefficient of the information: 0 to 1; 1 of nothing and nothing.
double likeness(const Terms& a, const Terms& b);

}  // namespace concord::compare
