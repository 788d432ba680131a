#include <CLI/CLI.hpp>
#include <memory>

#include "cli/rewrite.h"
#include "cli/versions.h"
#include "draft/renumber.h"
#include "passes/vocabulary.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string file;
  std::vector<std::filesystem::path> places;
  bool dry_run = false;
};

Exit run(Options options) {
  const std::filesystem::path file = version_file(options.file, options.places);
  options.reading.paths = {file};
  const Corpus corpus = compile(options.reading, {});
  const passes::Protocol* protocol = only_protocol(corpus, file);
  if (protocol == nullptr) return Exit::errors;
  const passes::Vocabulary vocabulary(corpus.registers);
  const draft::Reader reader{corpus.sources, vocabulary, corpus.as_of};
  return rewrite(corpus, *protocol, draft::freeze(reader, *protocol), options.dry_run);
}

}  // namespace

Command freeze_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("freeze", "Write automatic numbers out");
  const auto options = std::make_shared<Options>();
  app->add_option("FILE", options->file, "the protocol")->type_name("")->required();
  add_places_option(*app, options->places);
  app->add_flag("--dry-run", options->dry_run, "show what would change; write nothing");
  app->add_option("--registers", options->reading.registers, "folder with your registers (*.yaml)")
      ->type_name("DIR");
  app->footer(
      "Each \"#.\" and \"(#)\" becomes the number that it is shown with, and \"numbering: auto\"\n"
      "becomes explicit. Do so before a draft is adopted: from then on its numbers are locked, "
      "and\n"
      "nobody's later insertion changes them. Nothing else of the file changes.\n"
      "\n"
      "Examples:\n"
      "  concord freeze mine.md --dry-run   what would change\n"
      "  concord freeze mine.md");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
