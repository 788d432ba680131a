#include "compare/rows/stating.h"

#include <algorithm>
#include <string_view>

#include "compare/rows/pointing.h"
#include "language/words.h"

namespace concord::compare {

using graph::Kind;
using language::Norm;
using language::Statement;

namespace {

constexpr std::size_t least_words = 6;  // of a sentence that nobody bears

// True for words that end as a sentence does and are enough for one.
bool is_sentence(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return last != std::string_view::npos && text[last] == '.' &&
         language::Words(text).size() >= least_words;
}

}  // namespace

const graph::Clause& Stating::clause_of(std::uint32_t clause) const {
  const ClauseRef ref = linked_.corpus.clauses[clause].ref;
  return protocols_[ref.protocol][ref.clause];
}

bool Stating::is_lead_in(std::uint32_t clause) const {
  const graph::Clause& of = clause_of(clause);
  const passes::Protocol& protocol = protocols_[linked_.corpus.clauses[clause].ref.protocol];
  const bool leads = std::ranges::any_of(of.children, [&](graph::ClauseId child) {
    return protocol[child].place == graph::Place::list;
  });
  if (!leads || linked_.corpus.segments[linked_.corpus.clauses[clause].text].size() > 1)
    return false;
  const std::string& text = linked_.text(clause);
  const std::size_t last = text.find_last_not_of(' ');
  return last != std::string::npos && text[last] != '.';
}

bool Stating::states(std::uint32_t clause) const {
  if (is_lead_in(clause) || only_points(linked_, clause)) return false;
  const std::uint32_t protocol = linked_.corpus.clauses[clause].ref.protocol;
  const auto lead = linked_.lead_in(clause);
  const auto statements = linked_.lexicon.statements(
      linked_.text(clause), lead ? linked_.text(*lead) : std::string(), protocol);
  const Kind kind = clause_of(clause).kind;
  const bool aside = kind == Kind::footnote || kind == Kind::table;
  const bool says_something = std::ranges::any_of(statements, [&](const Statement& statement) {
    if (statement.norm != Norm::fact) return true;
    return !aside && !statement.bearer.empty() &&
           (!statement.predicate.empty() || statement.continues);
  });
  return says_something || (!aside && is_sentence(linked_.text(clause)));
}

}  // namespace concord::compare
