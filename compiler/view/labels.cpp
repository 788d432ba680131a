#include "view/labels.h"

#include <fmt/format.h>

#include <array>
#include <map>

#include "view/language.h"

namespace concord::view {

namespace {

using graph::Clause;
using graph::ClauseGraph;
using graph::ClauseId;
using graph::Kind;

// What places are called in a language.
struct Words {
  std::string_view title;
  std::string_view section;
  std::string_view footnote;
  std::string_view item;
  std::string_view quotation;
  std::string_view table;
  std::string_view paragraph;
  std::string_view opening;  // of a {noun}
  std::array<std::string_view, 10> ordinals;
  std::string_view later;  // of a {number} beyond those
};

constexpr Words english = {
    "title",
    "section",
    "footnote",
    "item",
    "quotation",
    "table",
    "paragraph",
    "opening {}",
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"},
    "no. {}"};

constexpr Words welsh = {"teitl",
                         "adran",
                         "troednodyn",
                         "eitem",
                         "dyfyniad",
                         "tabl",
                         "paragraff",
                         "{} agoriadol",
                         {"cyntaf", "ail", "trydydd", "pedwerydd", "pumed", "chweched", "seithfed",
                          "wythfed", "nawfed", "degfed"},
                         "rhif {}"};

std::string_view noun(const Clause& clause, const Words& words) {
  switch (clause.kind) {
    case Kind::item:
      return words.item;
    case Kind::quote:
      return words.quotation;
    case Kind::table:
      return words.table;
    default:
      return words.paragraph;
  }
}

std::string ordinal(std::size_t n, const Words& words) {
  return n <= words.ordinals.size() ? std::string(words.ordinals[n - 1])
                                    : fmt::format(fmt::runtime(words.later), n);
}

// By clause, its place among the unnumbered siblings that have the same noun, from 1.
std::vector<std::size_t> places_of(const ClauseGraph& graph) {
  std::vector<std::size_t> places(graph.clauses.size());
  const auto count = [&](const std::vector<ClauseId>& siblings) {
    std::map<std::string_view, std::size_t> seen;  // by noun
    for (const ClauseId id : siblings) {
      const Clause& sibling = graph[id];
      if (sibling.kind == Kind::section || sibling.number.present()) continue;
      places[graph::index(id)] = ++seen[noun(sibling, english)];
    }
  };
  count(graph.roots);
  for (const Clause& clause : graph.clauses) count(clause.children);
  return places;
}

bool has_sections(const ClauseGraph& graph) {
  for (const Clause& clause : graph.clauses) {
    if (clause.kind == Kind::section && !is_title(clause)) return true;
  }
  return false;
}

std::string label_by_place(const ClauseGraph& graph, const Clause& clause, std::size_t place,
                           const std::vector<std::string>& labels, const Words& words) {
  const std::string_view kind = noun(clause, words);
  if (!clause.parent) {
    const std::string_view form = has_sections(graph) ? words.opening : "{}";
    return fmt::format("{} {}", fmt::format(fmt::runtime(form), kind), place);
  }
  const Clause& parent = graph[*clause.parent];
  if (parent.kind != Kind::section && kind == noun(parent, words)) ++place;
  return fmt::format("{}, {} {}", labels[graph::index(parent.id)], kind, place);
}

std::string label_by_number(const Clause& clause, std::size_t times, const Words& words) {
  std::string label = clause.full_number;
  if (clause.kind == Kind::section && !clause.parent)
    label = fmt::format("{} {}", words.section, label);
  if (times > 1) label += fmt::format(" ({})", ordinal(times, words));
  return label;
}

}  // namespace

bool is_title(const Clause& clause) {
  return clause.kind == Kind::section && clause.heading_level == 1 && clause.id == ClauseId{};
}

std::vector<std::string> labels(const ClauseGraph& graph) {
  const Words& words = is_welsh(graph.metadata.language) ? welsh : english;
  std::vector<std::string> labels;
  labels.reserve(graph.clauses.size());
  const std::vector<std::size_t> places = places_of(graph);
  std::map<std::string, std::size_t> seen;
  for (const Clause& clause : graph.clauses) {
    if (is_title(clause)) {
      labels.emplace_back(words.title);
    } else if (clause.kind == Kind::footnote) {
      labels.push_back(fmt::format("{} {}", words.footnote, clause.number.label));
    } else if (!clause.full_number.empty()) {
      labels.push_back(label_by_number(clause, ++seen[clause.full_number], words));
    } else if (clause.kind == Kind::section) {
      labels.push_back(fmt::format("“{}”", clause.heading.text));
    } else {
      const std::size_t place = places[graph::index(clause.id)];
      labels.push_back(label_by_place(graph, clause, place, labels, words));
    }
  }
  return labels;
}

}  // namespace concord::view
