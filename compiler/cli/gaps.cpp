#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/lookup.h"
#include "cli/report.h"
#include "cli/version_sets.h"
#include "diag/print.h"
#include "view/labels.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string council;
};

// "Leeds-style 4.7, York 4.3"
std::string holders(const Corpus& corpus, const std::vector<std::vector<std::string>>& labels,
                    const compare::Row& row) {
  std::vector<std::string> names;
  for (const compare::Cell& cell : row.cells) {
    if (cell.entries.empty()) continue;
    const passes::Protocol& protocol = corpus.protocols[cell.protocol];
    names.push_back(protocol.metadata().name + " " +
                    labels[cell.protocol][graph::index(cell.entries.front().clause.clause)]);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

Exit run(Options options) {
  options.council = choose_version(options.council, options.reading);
  const Corpus corpus = compile(options.reading, {});
  const std::uint32_t which = find_protocol(corpus, options.council);
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  const std::vector<compare::Gap> gaps = comparison.gaps(which);
  print(fmt::format("{} lacks {} provisions that others have\n",
                    corpus.protocols[which].metadata().name, gaps.size()));
  std::vector<std::vector<std::string>> labels;
  for (const passes::Protocol& protocol : corpus.protocols) {
    labels.push_back(view::labels(protocol.graph()));
  }
  std::uint32_t have = 0;
  for (const compare::Gap& gap : gaps) {
    const compare::Row& row = comparison.rows()[gap.row];
    if (gap.have != have) {
      have = gap.have;
      print(fmt::format("\n{} other council{} it:\n", have, have == 1 ? " has" : "s have"));
    }
    print(fmt::format("  {}  {}\n        {}\n", row.id, diag::printable(row.title),
                      diag::printable(holders(corpus, labels, row))));
  }
  return report_errors(corpus);
}

}  // namespace

Command gaps_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("gaps", "List what other councils have and one lacks");
  const auto options = std::make_shared<Options>();
  app->add_option("COUNCIL", options->council, "a protocol's id, such as ware")
      ->type_name("")
      ->required();
  add_reading_options(*app, options->reading);
  app->footer("Example:\n  concord gaps ware");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
