#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/lookup.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/version_sets.h"
#include "diag/print.h"
#include "view/comparison_model.h"
#include "view/labels.h"
#include "view/words.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string council;
};

constexpr std::size_t most_named = 8;

// What the lines of a list are made from.
struct Listing {
  const Corpus& corpus;
  const compare::Comparison& comparison;
  std::vector<std::vector<std::string>> labels;  // by protocol

  const std::string& label(compare::ClauseRef ref) const {
    return labels[ref.protocol][graph::index(ref.clause)];
  }
};

// "Leeds-style 4.7, York 4.3"; of many the first few, and how many there are besides.
std::string holders(const Listing& of, const compare::Row& row) {
  std::vector<std::string> names;
  for (const compare::Cell& cell : row.cells) {
    const auto own = std::ranges::find(cell.entries, false, &compare::Entry::lead_in);
    if (own == cell.entries.end()) continue;
    names.push_back(of.corpus.protocols[cell.protocol].metadata().name + " " +
                    of.label(own->clause));
  }
  return first_of(names, most_named);
}

// "nearest: 4.2, little in common"
std::string nearest(const Listing& of, const compare::Gap& gap, const view::Words& words) {
  if (!gap.nearest) return std::string(words["nearest_none"]);
  const auto nearness = view::name_of(view::nearness_of(gap.nearest->likeness));
  return fmt::format("{}: {}, {}", words["nearest"], of.label(gap.nearest->clause),
                     words[fmt::format("near_{}", nearness)]);
}

void show(const Listing& of, const std::vector<compare::Gap>& gaps, const view::Words& words) {
  std::uint32_t have = 0;
  for (const compare::Gap& gap : gaps) {
    const compare::Row& row = of.comparison.rows()[gap.row];
    if (gap.have != have) {
      have = gap.have;
      print(fmt::format("\n{} other council{} it:\n", have, have == 1 ? " has" : "s have"));
    }
    print(fmt::format("  {}\n        {}\n        {}\n        {}\n", row.id,
                      diag::printable(row.title), diag::printable(holders(of, row)),
                      diag::printable(nearest(of, gap, words))));
  }
}

Exit run(Options options) {
  options.council = choose_version(options.council, options.reading);
  const Corpus corpus = compile(options.reading, {});
  const std::uint32_t which = find_protocol(corpus, options.council);
  if (corpus.protocols[which].metadata().excerpt) {
    print(fmt::format("{}\n", view::Words()["excerpt"]));
    return report_errors(corpus);
  }
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  const std::vector<compare::Gap> gaps = comparison.gaps(which);
  print(fmt::format("For {} provisions of others, no counterpart was found in {}\n", gaps.size(),
                    corpus.protocols[which].metadata().name));
  Listing listing{corpus, comparison, {}};
  for (const passes::Protocol& protocol : corpus.protocols)
    listing.labels.push_back(view::labels(protocol.graph()));
  show(listing, gaps, view::Words());
  return report_errors(corpus);
}

}  // namespace

Command gaps_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("gaps", "List what other councils have that was not found in one");
  const auto options = std::make_shared<Options>();
  app->add_option("COUNCIL", options->council, "a protocol's id, such as ware")
      ->type_name("")
      ->required();
  add_reading_options(*app, options->reading);
  app->footer("Example:\n  concord gaps ware");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
