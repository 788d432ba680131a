#include "compare/evaluate.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/lookup.h"
#include "cli/report.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::filesystem::path gold = "tests/gold";
};

Exit run(const Options& options) {
  const auto file = [&](const char* name) { return source::read_file(options.gold / name); };
  const compare::Gold gold =
      compare::read_gold(file("units.tsv"), file("links.tsv"), file("divergences.tsv"));
  const Corpus corpus = compile(options.reading, {});
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  print(compare::to_text(compare::evaluate(comparison, corpus.protocols, gold)));
  return report_errors(corpus);
}

}  // namespace

Command evaluate_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("evaluate", "Score the comparison against links that readers drew");
  const auto options = std::make_shared<Options>();
  app->add_option("--gold", options->gold, "folder with what readers linked; tests/gold by default")
      ->type_name("DIR");
  add_reading_options(*app, options->reading);
  app->footer("Example:\n  concord evaluate --gold tests/gold");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
