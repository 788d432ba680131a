#include "compare/effects/clause_at_large.h"

#include "compare/effects/cues.h"
#include "compare/effects/norm_strength.h"
#include "compare/effects/stated_clause.h"

namespace concord::compare {
namespace {

using language::Filler;
using language::Norm;
using language::Statement;

class Reader {
 public:
  Reader(const StatedClause& clause, const Lexicon& lexicon)
      : clause_(clause), lexicon_(lexicon), cues_(lexicon) {}

  ClauseAtLarge read() {
    for (std::size_t i = 0; i < clause_.statements.size(); ++i) {
      read_norm(i);
      read_limits(i);
      read_measures(i);
    }
    read_persons();
    for (const Statement& each : clause_.statements) {
      for (const Token& token : Cues::persons(clause_.of(each.bearer)))
        read_.bearers.push_back(token);
      for (const Token& token : Cues::persons(clause_.of(each.recipient)))
        read_.addressees.push_back(token);
    }
    for (const Token& token : clause_.tokens)
      if (lexicon_.lists().exceptions.contains(token.surface) || token.surface == "only")
        read_.excepts = true;
    return std::move(read_);
  }

 private:
  void read_norm(std::size_t i) {
    const Statement& statement = clause_.statements[i];
    const bool rule = is_plain_rule(clause_, statement, lexicon_);
    if (statement.norm == Norm::fact && !rule) return;
    read_.norms.insert(strength(rule ? Norm::duty : statement.norm));
    const Filler& words = statement.modal.empty() ? statement.predicate : statement.modal;
    if (!words.empty()) read_.norm_words.push_back({i, words});
  }

  void read_limits(std::size_t i) {
    const Statement& statement = clause_.statements[i];
    for (const auto* all : {&statement.conditions, &statement.exceptions})
      for (const Filler& each : *all) {
        read_.limits.push_back({i, each});
        read_.limit_words.add(clause_.of(each), lexicon_);
      }
    if (!statement.exceptions.empty()) read_.excepts = true;
  }

  bool measures(const Token& token) const {
    return token.kind == TokenKind::number || lexicon_.lists().time_units.contains(token.surface) ||
           lexicon_.lists().degrees.contains(token.surface);
  }

  void read_measures(std::size_t i) {
    const Statement& statement = clause_.statements[i];
    for (const auto* all : {&statement.deadlines, &statement.amounts})
      for (const Filler& each : *all) {
        const std::size_t before = read_.numbers.size();
        for (const Token& token : clause_.of(each))
          if (measures(token)) read_.numbers.insert(token.form);
        if (read_.numbers.size() > before) read_.measures.push_back({i, each});
      }
  }

  std::optional<std::size_t> statement_at(std::uint32_t offset) const {
    const Statement* const statement = clause_.at(offset);
    if (statement == nullptr) return std::nullopt;
    return static_cast<std::size_t>(statement - clause_.statements.data());
  }

  void read_persons() {
    for (const Token& token : Cues::persons(clause_.tokens)) {
      if (cues_.is_general_actor(cues_.actor(token))) continue;
      read_.persons.push_back(token);
      read_.person_words.push_back({statement_at(token.range.begin), {token.range, false}});
    }
  }

  const StatedClause& clause_;
  const Lexicon& lexicon_;
  Cues cues_;
  ClauseAtLarge read_;
};

}  // namespace

ClauseAtLarge at_large(const StatedClause& clause, const Lexicon& lexicon) {
  return Reader(clause, lexicon).read();
}

}  // namespace concord::compare
