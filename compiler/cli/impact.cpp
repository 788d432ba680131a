#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/lookup.h"
#include "cli/pipeline.h"
#include "cli/report.h"
#include "cli/version_sets.h"
#include "graph/network.h"

namespace concord::cli {
namespace {

using graph::EdgeKind;
using graph::Network;

struct Options {
  Reading reading;
  std::string clause;
};

// Shown of a clause, in characters, so that a reader knows it again.
constexpr std::size_t opening_length = 60;

std::uint32_t vertex_of(const Corpus& corpus, const Network& network, const std::string& asked) {
  if (const auto vertex = network.find(asked)) return *vertex;
  const compare::ClauseRef ref = find_clause(corpus, asked);
  return *network.find(corpus.protocols[ref.protocol].global_id(ref.clause));
}

// The first words of every clause, by its id in the corpus.
std::map<std::string, std::string> opening_words(const Corpus& corpus) {
  std::map<std::string, std::string> words;
  for (const passes::Protocol& protocol : corpus.protocols) {
    for (const graph::Clause& clause : protocol.clauses()) {
      std::string_view text = clause.words().text;
      const bool whole = text.size() <= opening_length;
      if (!whole) text = text.substr(0, text.rfind(' ', opening_length));
      words[protocol.global_id(clause.id)] = fmt::format("{}{}", text, whole ? "" : " …");
    }
  }
  return words;
}

std::string verb(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::refers_to:
      return "refers to";
    case EdgeKind::uses:
      return "uses";
    case EdgeKind::cites:
      return "cites";
    default:
      return std::string(graph::name_of(kind));
  }
}

// Why each vertex is touched: the edge by which the change reaches it from one that is nearer.
std::map<std::uint32_t, std::string> reasons(const Network& network, std::uint32_t root,
                                             const std::vector<graph::Touched>& touched) {
  std::map<std::uint32_t, std::uint32_t> steps{{root, 0}};
  for (const graph::Touched& each : touched) steps[each.vertex] = each.steps;
  std::map<std::uint32_t, std::string> why;
  for (const graph::Edge& edge : network.edges()) {
    if (!steps.contains(edge.from) || !steps.contains(edge.to)) continue;
    const bool downwards = edge.kind == EdgeKind::contains || edge.kind == EdgeKind::defines;
    const std::uint32_t nearer = downwards ? edge.from : edge.to;
    const std::uint32_t farther = downwards ? edge.to : edge.from;
    if (edge.kind == EdgeKind::next || farther == root || steps[nearer] > steps[farther]) continue;
    const std::string& other = network.vertices()[nearer].id;
    if (edge.kind == EdgeKind::contains) {
      why.try_emplace(farther, "is part of " + other);
    } else if (edge.kind == EdgeKind::defines) {
      why.try_emplace(farther, "is defined in " + other);
    } else if (steps[nearer] < steps[farther]) {
      why.insert_or_assign(farther, verb(edge.kind) + " " + other);
    }
  }
  return why;
}

std::string number_of(std::size_t count, std::string_view things) {
  return fmt::format("{} {}{}", count, things, count == 1 ? "" : "s");
}

// "4 other clauses and 1 defined term".
std::string counted(const Network& network, const std::vector<graph::Touched>& touched) {
  const auto terms = static_cast<std::size_t>(std::ranges::count(
      touched, graph::VertexKind::definition,
      [&](const graph::Touched& each) { return network.vertices()[each.vertex].kind; }));
  std::string clauses = number_of(touched.size() - terms, "other clause");
  if (terms == 0) return clauses;
  const std::string defined = number_of(terms, "defined term");
  return terms == touched.size() ? defined : fmt::format("{} and {}", clauses, defined);
}

void show(const Corpus& corpus, const Network& network, std::uint32_t root) {
  const std::vector<graph::Touched> touched = graph::impact(network, root);
  const std::string& asked = network.vertices()[root].id;
  if (touched.empty()) {
    print(fmt::format("Nothing depends on {}.\n", asked));
    return;
  }
  print(fmt::format("A change to {} affects {}:\n", asked, counted(network, touched)));
  const auto words = opening_words(corpus);
  const auto why = reasons(network, root, touched);
  std::optional<std::uint32_t> steps;
  for (const graph::Touched& each : touched) {
    if (steps != each.steps) {
      steps = each.steps;
      print(fmt::format("\n{} step{} away\n", each.steps, each.steps == 1 ? "" : "s"));
    }
    const std::string& id = network.vertices()[each.vertex].id;
    const auto reason = why.find(each.vertex);
    const auto opening = words.find(id);
    print(fmt::format("  {:<28} {}\n", id, reason == why.end() ? "" : reason->second));
    if (opening != words.end()) print(fmt::format("  {:<28} {}\n", "", opening->second));
  }
}

Exit run(Options options) {
  options.clause = choose_version(options.clause, options.reading);
  const Corpus corpus = compile(options.reading, {});
  const Network network = whole_network(corpus);
  show(corpus, network, vertex_of(corpus, network, options.clause));
  return report_errors(corpus);
}

}  // namespace

Command impact_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("impact", "Say which clauses a change would affect, and why");
  const auto options = std::make_shared<Options>();
  app->add_option("CLAUSE", options->clause, "such as york#5.4 or, as printed, york#5.4(ii)")
      ->type_name("")
      ->required();
  add_reading_options(*app, options->reading);
  app->footer("Example:\n  concord impact 'york#5.4(ii)'");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
