// Footnotes rise by one through the text, from whatever number the first has: a protocol taken from
// a constitution may begin with 53.

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;

std::optional<unsigned> number_of(std::string_view label) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  if (error != std::errc() || end != label.data() + label.size()) return std::nullopt;
  return number;
}

}  // namespace

void check_footnotes(const Subject& subject) {
  std::map<std::string, const Clause*> notes;
  for (const Clause& clause : subject.graph.clauses)
    if (clause.kind == graph::Kind::footnote) notes.emplace(clause.number.label, &clause);

  std::set<std::string> seen;
  std::optional<unsigned> last;
  for (const Clause& clause : subject.graph.clauses) {
    for (const syntax::Mark& mark : clause.words().marks) {
      if (mark.kind != syntax::MarkKind::footnote || !seen.insert(mark.target).second) continue;
      const auto number = number_of(mark.target);
      if (!number) continue;
      const auto note = notes.find(mark.target);
      const bool kept = accepted(clause) || (note != notes.end() && accepted(*note->second));
      if (last && *number != *last + 1 && !kept)
        subject.report(diag::Code::FN004, clause, mark.range,
                       fmt::format("footnote {} follows footnote {}", *number, *last));
      last = number;
    }
  }
}

}  // namespace concord::passes
