#include "view/labels.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "view/words.h"

namespace concord::view {

namespace {

using graph::Clause;
using graph::ClauseGraph;
using graph::ClauseId;
using graph::Kind;

// The name of the noun for an unnumbered clause, in words.json.
std::string_view noun(const Clause& clause) {
  switch (clause.kind) {
    case Kind::item:
      return "place_item";
    case Kind::quote:
      return "place_quotation";
    case Kind::table:
      return "place_table";
    default:
      return "place_paragraph";
  }
}

// "second", "no. 11"
std::string ordinal(std::size_t n, const Words& words) {
  constexpr std::size_t named = 10;
  return n <= named ? std::string(words[fmt::format("ordinal_{}", n)])
                    : words.say("ordinal_later", fmt::arg("number", n));
}

// By clause, its place among the unnumbered siblings that have the same noun, from 1.
std::vector<std::size_t> places_of(const ClauseGraph& graph) {
  std::vector<std::size_t> places(graph.clauses.size());
  const auto count = [&](const std::vector<ClauseId>& siblings) {
    std::map<std::string_view, std::size_t> seen;  // by noun
    for (const ClauseId id : siblings) {
      const Clause& sibling = graph[id];
      if (sibling.kind == Kind::section || sibling.number.present()) continue;
      places[graph::index(id)] = ++seen[noun(sibling)];
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

class Labeller {
 public:
  explicit Labeller(const ClauseGraph& graph)
      : graph_(graph),
        words_(graph.metadata.language),
        has_sections_(has_sections(graph)),
        places_(places_of(graph)) {}

  std::vector<std::string> run() && {
    labels_.reserve(graph_.clauses.size());
    for (const Clause& clause : graph_.clauses) labels_.push_back(label(clause));
    return std::move(labels_);
  }

 private:
  std::string label(const Clause& clause) {
    if (is_title(clause)) return std::string(words_["place_title"]);
    if (clause.kind == Kind::footnote)
      return fmt::format("{} {}", words_["place_footnote"], clause.number.label);
    if (!clause.full_number.empty()) return by_number(clause);
    if (clause.kind == Kind::section) return fmt::format("“{}”", clause.heading.text);
    return by_place(clause);
  }

  std::string by_number(const Clause& clause) {
    const std::size_t times = ++seen_[clause.full_number];
    std::string label = clause.full_number;
    if (clause.kind == Kind::section && !clause.parent)
      label = fmt::format("{} {}", words_["place_section"], label);
    if (times > 1) label += fmt::format(" ({})", ordinal(times, words_));
    return label;
  }

  std::string by_place(const Clause& clause) const {
    const std::string_view kind = words_[noun(clause)];
    std::size_t place = places_[graph::index(clause.id)];
    if (!clause.parent && has_sections_)
      return fmt::format("{} {}", words_.say("place_opening", fmt::arg("noun", kind)), place);
    if (!clause.parent) return fmt::format("{} {}", kind, place);
    const Clause& parent = graph_[*clause.parent];
    if (parent.kind != Kind::section && noun(clause) == noun(parent)) ++place;
    return fmt::format("{}, {} {}", labels_[graph::index(parent.id)], kind, place);
  }

  const ClauseGraph& graph_;
  Words words_;
  bool has_sections_;  // so that something can stand before the first
  std::vector<std::size_t> places_;
  std::map<std::string, std::size_t> seen_;  // by full number
  std::vector<std::string> labels_;          // of the clauses so far
};

}  // namespace

std::string joined(const std::vector<std::string>& labels, const std::vector<ClauseId>& clauses,
                   std::string_view between) {
  std::string all;
  for (const ClauseId clause : clauses) {
    if (clause != clauses.front()) all += between;
    all += labels[graph::index(clause)];
  }
  return all;
}

bool is_title(const Clause& clause) {
  return clause.kind == Kind::section && clause.heading_level == 1 && clause.id == ClauseId{};
}

std::vector<std::string> labels(const ClauseGraph& graph) {
  return Labeller(graph).run();
}

}  // namespace concord::view
