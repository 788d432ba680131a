#include <CLI/CLI.hpp>
#include <memory>

#include "cli/pipeline.h"
#include "cli/report.h"
#include "graph/network.h"
#include "render/data.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string format = "graphml";
};

std::string as_format(const graph::Network& network, const std::string& format) {
  if (format == "dot") return graph::to_dot(network);
  if (format == "json") return render::graph_data(network);
  return graph::to_graphml(network);
}

Exit run(const Options& options) {
  const Corpus corpus = compile(options.reading, {});
  print(as_format(whole_network(corpus), options.format));
  return report_errors(corpus);
}

}  // namespace

Command graph_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("graph", "Print the clause graph, for other programs");
  const auto options = std::make_shared<Options>();
  one_of(app->add_option("--format", options->format, "graphml by default"),
         {"graphml", "dot", "json"});
  add_reading_options(*app, options->reading);
  app->footer(
      "Vertices are clauses, definitions, roles, instruments, footnotes and other documents;\n"
      "edges are contains, next, refers-to, defines, uses and cites.\n"
      "\n"
      "Examples:\n"
      "  concord graph --format dot protocols/york.md | dot -Tsvg > york.svg\n"
      "  concord graph > corpus.graphml       open it in Gephi or yEd");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
