#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/lookup.h"
#include "cli/pipeline.h"
#include "cli/report.h"
#include "diag/print.h"
#include "graph/clause_graph.h"
#include "render/model_json.h"
#include "syntax/document.h"
#include "view/view.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string stage;
};

// One text as the stage leaves it.
std::string dump(const Corpus& corpus, std::size_t i, const std::string& stage) {
  if (stage == "syntax") return syntax::dump(corpus.documents[i]);
  const passes::Protocol& protocol = corpus.protocols[i];
  if (stage == "graph") return graph::dump(protocol.graph());
  if (stage == "protocol") return passes::dump(protocol);
  return render::as_json(view::protocol(protocol, corpus.as_of));
}

// A text must not command the terminal through the stage that shows it.
void print_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    print(diag::printable(text.substr(0, end)) + "\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Exit run(const Options& options) {
  const Corpus corpus = compile(options.reading, {});
  if (options.stage == "comparison") {
    print_lines(compare::dump(compare_all(corpus, options.reading.jobs), corpus.protocols));
    return report_errors(corpus);
  }
  for (std::size_t i = 0; i < corpus.protocols.size(); ++i) {
    print_lines(dump(corpus, i, options.stage));
  }
  return report_errors(corpus);
}

}  // namespace

Command dump_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("dump", "Print what a stage of the compiler makes of a text");
  const auto options = std::make_shared<Options>();
  one_of(app->add_option("--stage", options->stage, "the stage whose result is printed"),
         {"syntax", "graph", "protocol", "comparison", "view"})
      ->required();
  add_reading_options(*app, options->reading);
  app->footer("Example:\n  concord dump --stage graph protocols/york.md");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
