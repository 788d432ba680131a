#include "view/labels.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

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

class Labeller {
 public:
  explicit Labeller(const ClauseGraph& graph)
      : graph_(graph),
        words_(is_welsh(graph.metadata.language) ? welsh : english),
        opening_(has_sections(graph) ? words_.opening : "{}"),
        places_(places_of(graph)) {}

  std::vector<std::string> run() && {
    labels_.reserve(graph_.clauses.size());
    for (const Clause& clause : graph_.clauses) labels_.push_back(label(clause));
    return std::move(labels_);
  }

 private:
  std::string label(const Clause& clause) {
    if (is_title(clause)) return std::string(words_.title);
    if (clause.kind == Kind::footnote)
      return fmt::format("{} {}", words_.footnote, clause.number.label);
    if (!clause.full_number.empty()) return by_number(clause);
    if (clause.kind == Kind::section) return fmt::format("“{}”", clause.heading.text);
    return by_place(clause);
  }

  std::string by_number(const Clause& clause) {
    const std::size_t times = ++seen_[clause.full_number];
    std::string label = clause.full_number;
    if (clause.kind == Kind::section && !clause.parent)
      label = fmt::format("{} {}", words_.section, label);
    if (times > 1) label += fmt::format(" ({})", ordinal(times, words_));
    return label;
  }

  std::string by_place(const Clause& clause) const {
    const std::string_view kind = noun(clause, words_);
    std::size_t place = places_[graph::index(clause.id)];
    if (!clause.parent)
      return fmt::format("{} {}", fmt::format(fmt::runtime(opening_), kind), place);
    const Clause& parent = graph_[*clause.parent];
    if (parent.kind != Kind::section && kind == noun(parent, words_)) ++place;
    return fmt::format("{}, {} {}", labels_[graph::index(parent.id)], kind, place);
  }

  const ClauseGraph& graph_;
  const Words& words_;
  std::string_view opening_;  // what stands before the first section, and where there is none
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
