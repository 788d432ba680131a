// Reads one sentence after another through a cascade of shallow steps, each in its own file of
// statements/: the modals that head its clauses (heads.h), the words before a head (subjects.h),
// those behind it (arguments.h, with adjuncts.h and amounts.h), and the verbs that share a head
// (coordination.h). What has no modal is a fact or an order (plain_clauses.h), or an item that goes
// on with its lead-in (lead_ins.h).
#include "language/statements.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/statements/heads.h"
#include "language/statements/lead_ins.h"
#include "language/statements/modal_clauses.h"
#include "language/statements/noun_phrases.h"
#include "language/statements/plain_clauses.h"
#include "language/statements/sentence.h"
#include "language/statements/tables.h"

namespace concord::language {
namespace {

// `lead`: the statement that the sentence continues; null for none.
std::vector<Statement> statements_of(const Sentence& s, const Statement* lead) {
  const std::vector<Head> heads = find_heads(s);
  const bool continues = lead != nullptr && continues_lead_in(s, heads);
  if (!heads.empty() && !continues) return modal_clauses(s, heads);
  const Place verb = finite_verb(s);
  if (lead != nullptr && (verb == s.end() || continues_with_verb(s)))
    return item_statements(s, *lead);
  return is_imperative(s) ? imperatives(s) : facts(s, verb, heads.empty());
}

}  // namespace

StatementReader::StatementReader(const syntax::WordLists& lists)
    : tables_(std::make_unique<const Tables>(lists)) {}
StatementReader::~StatementReader() = default;
StatementReader::StatementReader(StatementReader&&) noexcept = default;

std::vector<Statement> StatementReader::read(const ReadText& clause, const ReadText* lead) const {
  std::optional<Statement> opening;
  if (lead != nullptr) {
    const auto of_lead = read(*lead);
    if (!of_lead.empty()) opening = of_lead.back();
  }
  std::vector<Statement> all;
  for (const WordSpan span : sentence_spans(clause, tables_->lists)) {
    const Statement* const continued = all.empty() && opening ? &*opening : nullptr;
    std::ranges::move(statements_of(Sentence(*tables_, clause, span), continued),
                      std::back_inserter(all));
  }
  return all;
}

std::string dump(const Statement& statement, std::string_view text, std::string_view lead) {
  std::string line(name_of(statement.norm));
  if (statement.negative) line += " not";
  if (statement.passive) line += " passive";
  const auto add = [&](std::string_view slot, const Filler& filler) {
    if (filler.empty()) return;
    line += fmt::format(" | {} \"{}\"", slot, slice(filler.of_lead ? lead : text, filler.range));
  };
  const auto add_all = [&](std::string_view slot, const std::vector<Filler>& fillers) {
    for (const Filler& each : fillers) add(slot, each);
  };
  add("bearer", statement.bearer);
  add("modal", statement.modal);
  add("predicate", statement.predicate);
  add("object", statement.object);
  add("recipient", statement.recipient);
  add_all("condition", statement.conditions);
  add_all("exception", statement.exceptions);
  add_all("deadline", statement.deadlines);
  add_all("amount", statement.amounts);
  return line;
}

}  // namespace concord::language
