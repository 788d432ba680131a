#include "draft/renumber.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/rewrite.h"
#include "cli/versions.h"
#include "draft/since.h"
#include "passes/vocabulary.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::vector<std::filesystem::path> places;
  std::string file;
  std::string since;
  bool dry_run = false;
};

// What the version before says of the references and identifiers. Throws UsageError where it is of
// another protocol.
std::optional<draft::Before> known_before(const Options& options, const Corpus& corpus,
                                          const passes::Protocol& protocol) {
  if (options.since.empty()) return std::nullopt;
  const Version before = read_version(options.reading, options.since, options.places);
  remark(require_one_protocol(before.protocol(), protocol));
  return draft::known_before(before.protocol(), protocol,
                             draft::revise(before.protocol(), protocol, corpus.registers));
}

Exit run(Options options) {
  const std::filesystem::path file = version_file(options.file, options.places);
  options.reading.paths = {file};
  const Corpus corpus = compile(options.reading, {});
  const passes::Protocol* protocol = only_protocol(corpus, file);
  if (protocol == nullptr) return Exit::errors;
  const passes::Vocabulary vocabulary(corpus.registers);
  const draft::Reader reader{corpus.sources, vocabulary, corpus.as_of};
  const auto before = known_before(options, corpus, *protocol);
  return rewrite(corpus, *protocol, draft::renumber(reader, *protocol, before), options.dry_run);
}

}  // namespace

Command renumber_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("renumber", "Put numbers in sequence, with the references to them");
  const auto options = std::make_shared<Options>();
  app->add_option("FILE", options->file, "the protocol")->type_name("")->required();
  app->add_option("--since", options->since,
                  "the version before: a file, york@2017-04-11, REV:path in git")
      ->type_name("OLD");
  add_places_option(*app, options->places);
  app->add_flag("--dry-run", options->dry_run, "show what would change; write nothing");
  app->add_option("--registers", options->reading.registers, "folder with your registers (*.yaml)")
      ->type_name("DIR");
  app->footer(
      "Each list counts on in its own style: 5.3, 5.4; (a), (b); 2.3, 2.3A, 2.4. References in "
      "words\n"
      "and links follow the clauses that they name. A clause whose identifier moves is given\n"
      "{formerly=5.4}, which says where it went. Numbers marked sic=\"as adopted\" stay; the "
      "first\n"
      "number of the text stays. Where it is not certain what a reference means, nothing is "
      "written\n"
      "and its place is shown. A second run changes nothing.\n"
      "\n"
      "Name the version before with --since if clauses were added or deleted: then a reference\n"
      "that nobody touched follows the clause that it led to there, even if another has its\n"
      "number meanwhile.\n"
      "\n"
      "Examples:\n"
      "  concord renumber mine.md --since in-force/mine.md --dry-run   what would change\n"
      "  concord renumber mine.md --since in-force/mine.md\n"
      "  concord check mine.md --since in-force/mine.md                what is left to do");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
