// Identifiers are addresses: once a text is adopted, agendas, minutes and other pages lead to them.

#include "passes/identifiers.h"

#include <fmt/format.h>

#include <functional>
#include <set>

namespace concord::passes {

void check_identifiers(const graph::ClauseGraph& now, const graph::ClauseGraph& adopted,
                       diag::Sink& sink) {
  std::set<std::string, std::less<>> known;
  for (const graph::Clause& clause : now.clauses) {
    known.insert(clause.key);
    if (const std::string* former = clause.attributes.find("formerly")) known.insert(*former);
  }
  for (const graph::Clause& clause : adopted.clauses) {
    if (known.contains(clause.key)) continue;
    sink.report({diag::Code::ID002,
                 {now.file, 0, 0},
                 fmt::format("the adopted version has a clause \"{0}\", and here none has that "
                             "identifier or formerly={0}",
                             clause.key),
                 {{"it is this one", clause.span}}});
  }
}

}  // namespace concord::passes
