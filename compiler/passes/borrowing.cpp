#include "passes/borrowing.h"

#include <fmt/format.h>

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diag/messages.h"
#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;
using graph::ClauseGraph;

// What the clauses of a protocol are called: their identifiers and their numbers.
class Names {
 public:
  bool has(const ClauseGraph& graph, std::string_view name) {
    auto [known, fresh] = by_graph_.try_emplace(&graph);
    if (fresh) {
      for (const Clause& clause : graph.clauses)
        known->second.insert({clause.key, clause.full_number});
    }
    return known->second.contains(name);
  }

 private:
  std::unordered_map<const ClauseGraph*, std::unordered_set<std::string_view>> by_graph_;
};

void report_missing_clause(const Clause& clause, const ClauseGraph& lender, std::string_view name,
                           diag::Sink& sink) {
  std::vector<std::string> keys;
  for (const Clause& each : lender.clauses) keys.push_back(each.key);
  sink.report({diag::Code::REF008, clause.attributes.span,
               fmt::format(diag::REF008::no_such_clause, name, lender.metadata.id),
               suggestions(name, keys)});
}

void report_missing_protocol(const Clause& clause, std::string_view id, const Corpus& corpus,
                             diag::Sink& sink) {
  std::vector<std::string> ids;
  for (const auto& [each, graph] : corpus) ids.push_back(each);
  sink.report({diag::Code::REF009, clause.attributes.span, fmt::format(diag::REF009::not_read, id),
               suggestions(id, ids)});
}

}  // namespace

void check_borrowing(const ClauseGraph& graph, const Corpus& corpus, diag::Sink& sink) {
  Names names;
  for (const Clause& clause : graph.clauses) {
    const std::string* from = clause.attributes.find("from");
    if (from == nullptr) continue;
    const std::size_t sign = from->find('#');
    if (sign == std::string::npos || sign == 0 || sign + 1 == from->size()) {
      sink.report({diag::Code::REF008, clause.attributes.span,
                   fmt::format(diag::REF008::not_a_clause, *from)});
      continue;
    }
    const std::string_view id = std::string_view(*from).substr(0, sign);
    const std::string_view name = std::string_view(*from).substr(sign + 1);
    const auto lender = corpus.find(id);
    if (lender == corpus.end()) {
      report_missing_protocol(clause, id, corpus, sink);
    } else if (!names.has(*lender->second, name)) {
      report_missing_clause(clause, *lender->second, name, sink);
    }
  }
}

}  // namespace concord::passes
