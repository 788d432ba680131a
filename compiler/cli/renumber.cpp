#include "draft/renumber.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/mentions.h"
#include "cli/rewrite.h"
#include "cli/versions.h"
#include "draft/since.h"
#include "passes/vocabulary.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  Reading reading;
  std::vector<std::filesystem::path> places;
  std::string file;
  std::string since;
  bool dry_run = false;
};

// The version before, and what was done to it.
struct Since {
  Version version;
  draft::Revision revision;
};

// Throws UsageError where it is of another protocol.
std::optional<Since> version_before(const Options& options, const Corpus& corpus,
                                    const passes::Protocol& protocol) {
  if (options.since.empty()) return std::nullopt;
  Version before = read_version(options.reading, options.since, options.places);
  remark(require_one_protocol(before.protocol(), protocol));
  draft::Revision revision = draft::revise(before.protocol(), protocol, corpus.registers);
  return Since{std::move(before), std::move(revision)};
}

// Other files name clauses of the text in force: what a draft changes is told when it is adopted.
std::vector<Mention> mentions_of_clauses(const fs::path& file, const passes::Protocol& protocol,
                                         const std::optional<Since>& since,
                                         const draft::Rewriting& rewriting) {
  if (protocol.metadata().status == syntax::Status::draft || !rewriting.obstacles.empty())
    return {};
  const draft::Reread read(file.generic_string(), rewriting.text);
  const auto heirs = [&](graph::ClauseId id) {
    if (!since) return std::vector{&read.graph[id]};
    std::vector<const graph::Clause*> all;
    for (const graph::ClauseId each : since->revision.successors(id))
      all.push_back(&read.graph[each]);
    return all;
  };
  const passes::Protocol& before = since ? since->version.protocol() : protocol;
  const fs::path folder = file.parent_path().empty() ? "." : file.parent_path();
  return mentions(folder, protocol.metadata().id, moved_names(before, heirs));
}

// With --since the registers may follow the version before or the text as it stood a moment ago:
// which, they do not say, so they are left as they are.
Mending mending_of(const Options& options, const std::optional<Since>& since) {
  if (since) return Mending::none;
  return options.dry_run ? Mending::planned : Mending::done;
}

Exit run(Options options) {
  const fs::path file = version_file(options.file, options.places);
  options.reading.paths = {file};
  const Corpus corpus = compile(options.reading, {});
  const passes::Protocol* protocol = only_protocol(corpus, file);
  if (protocol == nullptr) return Exit::errors;
  const passes::Vocabulary vocabulary(corpus.registers);
  const draft::Reader reader{corpus.sources, vocabulary, corpus.as_of};
  const auto since = version_before(options, corpus, *protocol);
  std::optional<draft::Before> known;
  if (since) known = draft::known_before(since->version.protocol(), *protocol, since->revision);
  const draft::Rewriting rewriting = draft::renumber(reader, *protocol, known);
  const std::vector<Mention> named = mentions_of_clauses(file, *protocol, since, rewriting);
  const Mending mending = mending_of(options, since);
  const auto along = mending == Mending::done ? mended(named) : std::vector<source::FileChange>();
  const Exit status = rewrite(corpus, *protocol, rewriting, options.dry_run, along);
  for (const Mention& each : named) print(line_of(each, mending));
  return status;
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
      "Each list counts on in its own style: 5.3, 5.4; (a), (b); 2.3, 2.3A, 2.4. References in\n"
      "words and links follow the clauses that they name. A clause whose identifier changes is\n"
      "given {formerly=5.4}, which says where it went. Numbers marked sic=\"as adopted\" stay,\n"
      "and so does the first number of the text. If the meaning of a reference is in doubt,\n"
      "nothing is written and the place is shown. A second run changes nothing. For a text in\n"
      "force, names of its clauses (york#5.4) in register/*.yaml of the folder change along,\n"
      "unless it is in doubt which clause is meant or --since is given; these, and those in other\n"
      "texts, are listed.\n"
      "\n"
      "If clauses were added or deleted, name the version before with --since: then a reference\n"
      "that nobody touched follows the clause that it led to there, even if another clause now\n"
      "has its number.\n"
      "\n"
      "Examples:\n"
      "  concord renumber mine.md --since in-force/mine.md --dry-run   what would change\n"
      "  concord renumber mine.md --since in-force/mine.md\n"
      "  concord check mine.md --since in-force/mine.md                what is left to do");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
