#include "graph/naming.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diag/messages.h"
#include "graph/keys.h"
#include "graph/numbers.h"

namespace concord::graph {
namespace {

void report_twice(const Clause& clause, const Clause& first, diag::Sink& sink) {
  sink.report({diag::Code::ID001,
               clause.attributes.span,
               fmt::format(diag::ID001::twice, clause.attributes.id),
               {{diag::ID001::first_here, first.attributes.span}}});
}

void name_by_authors(ClauseGraph& graph, Names& names, diag::Sink& sink) {
  std::map<std::string, ClauseId> first;
  for (Clause& clause : graph.clauses) {
    const std::string& id = clause.attributes.id;
    if (id.empty()) continue;
    if (!valid_id(id)) {
      sink.report(
          {diag::Code::ID004, clause.attributes.span, fmt::format(diag::ID004::characters, id)});
      continue;
    }
    clause.key = names.take(id);
    const auto [owner, fresh] = first.try_emplace(id, clause.id);
    if (!fresh) report_twice(clause, graph[owner->second], sink);
  }
}

// The divisions some of whose numbers stand elsewhere too, so that their identifiers need the
// division's own before them.
std::set<ClauseId> repeating_divisions(const ClauseGraph& graph) {
  std::map<std::vector<std::string>, std::optional<ClauseId>> first;
  std::set<ClauseId> repeating;
  for (const Clause& clause : graph.clauses) {
    const auto division = division_of(graph, clause);
    auto parts =
        parts_of(clause.designation ? clause.designation->noun + "." + clause.designation->number
                                    : clause.full_number);
    if (parts.empty() || clause.full_number.starts_with('(')) continue;
    const auto [found, fresh] = first.try_emplace(std::move(parts), division);
    if (fresh || found->second == division) continue;
    if (found->second) repeating.insert(*found->second);
    if (division) repeating.insert(*division);
  }
  return repeating;
}

char letter_of(Kind kind) {
  switch (kind) {
    case Kind::item:
      return 'b';
    case Kind::quote:
      return 'q';
    case Kind::table:
      return 't';
    default:
      return 'p';
  }
}

// The identifiers of clauses that authors gave none.
class GeneratedKeys {
 public:
  GeneratedKeys(const ClauseGraph& graph, std::optional<ClauseId> title)
      : graph_(graph), title_(title), repeating_(repeating_divisions(graph)) {}

  // Those of the clauses around must be known.
  std::string of(const Clause& clause) {
    if (clause.id == title_) return "title";
    if (clause.kind == Kind::footnote) return "fn" + slug(clause.number.label);
    if (clause.designation)
      return division_prefix(clause) +
             slug(clause.designation->noun + " " + clause.designation->number);
    if (!clause.full_number.empty()) {
      const bool relative = clause.full_number.starts_with('(');
      return (relative ? prefix(clause) : division_prefix(clause)) +
             number_slug(clause.full_number);
    }
    if (clause.kind == Kind::section) {
      const std::string words = slug(clause.heading.text);
      return words.empty() ? "section" : words;
    }
    const char letter = letter_of(clause.kind);
    return fmt::format("{}{}{}", prefix(clause), letter, ++places_[{clause.parent, letter}]);
  }

 private:
  std::string prefix(const Clause& clause) const {
    return clause.parent ? graph_[*clause.parent].key + "." : "";
  }

  // The identifier of the division that repeats numbers, and a full stop, for what stands in it.
  std::string division_prefix(const Clause& clause) const {
    const auto division = division_of(graph_, clause);
    if (!division || !repeating_.contains(*division)) return {};
    return graph_[*division].key + ".";
  }

  const ClauseGraph& graph_;
  std::optional<ClauseId> title_;
  std::set<ClauseId> repeating_;  // divisions
  std::map<std::pair<std::optional<ClauseId>, char>, unsigned> places_;
};

}  // namespace

void name_clauses(ClauseGraph& graph, std::optional<ClauseId> title, diag::Sink& sink) {
  Names names;
  // First, for they must not depend on what happens to be generated before them.
  name_by_authors(graph, names, sink);
  GeneratedKeys keys(graph, title);
  for (Clause& clause : graph.clauses)
    if (clause.key.empty()) clause.key = names.take(keys.of(clause));
}

}  // namespace concord::graph
