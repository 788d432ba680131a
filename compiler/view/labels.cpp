#include "view/labels.h"

#include <fmt/format.h>

#include <array>
#include <map>

namespace concord::view {

namespace {

using graph::Clause;
using graph::ClauseGraph;
using graph::ClauseId;
using graph::Kind;

std::string_view noun(const Clause& clause) {
  switch (clause.kind) {
    case Kind::item:
      return "item";
    case Kind::quote:
      return "quotation";
    case Kind::table:
      return "table";
    default:
      return "paragraph";
  }
}

std::string ordinal(std::size_t n) {
  constexpr std::array<std::string_view, 10> words = {"first", "second", "third",   "fourth",
                                                      "fifth", "sixth",  "seventh", "eighth",
                                                      "ninth", "tenth"};
  return n <= words.size() ? std::string(words[n - 1]) : fmt::format("no. {}", n);
}

// The clause's place among the unnumbered siblings that have the same noun, from 1.
std::size_t place(const ClauseGraph& graph, const Clause& clause,
                  const std::vector<ClauseId>& siblings) {
  std::size_t place = 0;
  for (const ClauseId id : siblings) {
    const Clause& sibling = graph[id];
    if (sibling.kind == Kind::section || sibling.number.present()) continue;
    if (noun(sibling) == noun(clause)) ++place;
    if (id == clause.id) break;
  }
  return place;
}

bool has_sections(const ClauseGraph& graph) {
  for (const Clause& clause : graph.clauses) {
    if (clause.kind == Kind::section && !is_title(clause)) return true;
  }
  return false;
}

std::string label_by_place(const ClauseGraph& graph, const Clause& clause,
                           const std::vector<std::string>& labels) {
  if (!clause.parent) {
    const auto opening = has_sections(graph) ? "opening " : "";
    return fmt::format("{}{} {}", opening, noun(clause), place(graph, clause, graph.roots));
  }
  const Clause& parent = graph[*clause.parent];
  std::size_t number = place(graph, clause, parent.children);
  if (parent.kind != Kind::section && noun(clause) == noun(parent)) ++number;
  return fmt::format("{}, {} {}", labels[graph::index(parent.id)], noun(clause), number);
}

std::string label_by_number(const Clause& clause, std::size_t times) {
  std::string label = clause.full_number;
  if (clause.kind == Kind::section && !clause.parent) label = "section " + label;
  if (times > 1) label += fmt::format(" ({})", ordinal(times));
  return label;
}

}  // namespace

bool is_title(const Clause& clause) {
  return clause.kind == Kind::section && clause.heading_level == 1 && clause.id == ClauseId{};
}

std::vector<std::string> labels(const ClauseGraph& graph) {
  std::vector<std::string> labels;
  labels.reserve(graph.clauses.size());
  std::map<std::string, std::size_t> seen;
  for (const Clause& clause : graph.clauses) {
    if (is_title(clause)) {
      labels.emplace_back("title");
    } else if (clause.kind == Kind::footnote) {
      labels.push_back("footnote " + clause.number.label);
    } else if (!clause.full_number.empty()) {
      labels.push_back(label_by_number(clause, ++seen[clause.full_number]));
    } else if (clause.kind == Kind::section) {
      labels.push_back(fmt::format("“{}”", clause.heading.text));
    } else {
      labels.push_back(label_by_place(graph, clause, labels));
    }
  }
  return labels;
}

}  // namespace concord::view
