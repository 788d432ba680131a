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
  std::vector<std::filesystem::path> gold = {"tests/gold"};
};

std::string file(const std::filesystem::path& path) {
  return std::filesystem::exists(path) ? source::read_file(path) : std::string();
}

compare::Gold read_gold(const std::filesystem::path& folder) {
  return compare::read_gold(source::read_file(folder / "units.tsv"),
                            source::read_file(folder / "links.tsv"),
                            file(folder / "divergences.tsv"), file(folder / "near.tsv"));
}

// Links of a folder may name units of another.
std::vector<compare::Gold> read_all(std::span<const std::filesystem::path> folders) {
  std::vector<compare::Gold> all;
  std::vector<compare::GoldUnit> units;
  for (const auto& folder : folders) {
    all.push_back(read_gold(folder));
    units.insert(units.end(), all.back().units.begin(), all.back().units.end());
  }
  for (compare::Gold& gold : all) gold.units = units;
  return all;
}

Exit run(const Options& options) {
  const std::vector<compare::Gold> all = read_all(options.gold);
  const Corpus corpus = compile(options.reading, {});
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all.size() > 1) print(fmt::format("{}{}\n", i == 0 ? "" : "\n", options.gold[i].string()));
    print(compare::to_text(compare::evaluate(comparison, corpus.protocols, all[i])));
  }
  return report_errors(corpus);
}

}  // namespace

Command evaluate_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("evaluate", "Score the comparison against links that readers drew");
  const auto options = std::make_shared<Options>();
  app->add_option("--gold", options->gold,
                  "folders with the links that readers drew; by default tests/gold")
      ->type_name("DIR");
  add_reading_options(*app, options->reading);
  app->footer(
      "Example:\n"
      "  concord evaluate protocols tests/gold/invented --gold tests/gold --gold "
      "tests/gold/invented");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
