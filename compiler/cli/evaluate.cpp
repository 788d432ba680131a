#include "compare/evaluate.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <set>

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

// The links and near misses that have a unit of the council.
compare::Gold only_of(compare::Gold gold, const std::string& council) {
  std::set<std::string> own;
  for (const compare::GoldUnit& unit : gold.units) {
    if (unit.council == council) own.insert(unit.id);
  }
  const auto of_others = [&](const auto& each) {
    return !own.contains(each.a) && !own.contains(each.b);
  };
  std::erase_if(gold.links, of_others);
  std::erase_if(gold.near_misses, of_others);
  return gold;
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

// ---- Councils that the register does not know

// Folders below that have links of their own, with the protocols that were written for them.
std::vector<std::filesystem::path> invented_in(const std::filesystem::path& gold) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(gold)) {
    const bool judged = entry.is_directory() && std::filesystem::exists(entry.path() / "units.tsv");
    if (judged && !source::find_protocols(entry.path()).empty()) found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

// The links of each of the folder's councils to those of the corpus, as they are found where the
// register has none of its wordings.
std::string unknown_councils(const std::filesystem::path& folder, const compare::Gold& above,
                             const Corpus& corpus, const Reading& reading) {
  compare::Gold gold = read_gold(folder);
  gold.units.insert(gold.units.end(), above.units.begin(), above.units.end());
  Reading its = reading;
  its.paths = {folder};
  its.registers = find_registers(reading);
  compare::Evaluation all;
  for (const passes::Protocol& council : compile(its, {}).protocols) {
    const std::string& id = council.metadata().id;
    if (std::ranges::any_of(corpus.protocols,
                            [&](const auto& known) { return known.metadata().id == id; }))
      continue;
    std::vector<passes::Protocol> protocols = corpus.protocols;
    protocols.push_back(council);
    const syntax::Register registers = compare::unknown_to(corpus.registers, {id});
    const auto comparison = compare::compare(protocols, {&registers, reading.jobs});
    compare::add_links(id, compare::evaluate(comparison, protocols, only_of(gold, id)), all);
  }
  if (all.pairs.empty()) return {};
  return fmt::format("\n{}: links where the register does not know the council\n{}",
                     folder.string(), compare::links_text("council", all));
}

Exit run(const Options& options) {
  const std::vector<compare::Gold> all = read_all(options.gold);
  const Corpus corpus = compile(options.reading, {});
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all.size() > 1) print(fmt::format("{}{}\n", i == 0 ? "" : "\n", options.gold[i].string()));
    print(compare::to_text(compare::evaluate(comparison, corpus.protocols, all[i])));
    for (const auto& folder : invented_in(options.gold[i])) {
      print(unknown_councils(folder, all[i], corpus, options.reading));
    }
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
      "Protocols in folders below the one with the links, with links of their own, are scored as\n"
      "well, each as if the register had never heard of its council.\n"
      "\n"
      "Examples:\n"
      "  concord evaluate --gold tests/gold\n"
      "  concord evaluate protocols tests/gold/invented --gold tests/gold --gold "
      "tests/gold/invented");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
