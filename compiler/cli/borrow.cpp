#include "draft/borrow.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/lookup.h"
#include "cli/rewrite.h"
#include "cli/terminal.h"
#include "cli/version_sets.h"
#include "cli/versions.h"
#include "passes/vocabulary.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string clause;  // "leeds#4.7"
  std::filesystem::path into;
  std::string after;
  bool dry_run = false;
};

// The lender's file and the borrower's alone: other versions of either are no concern here.
Corpus read_both(const Options& options) {
  const Corpus all = compile(options.reading, {});
  const compare::ClauseRef lent = find_clause(all, options.clause);
  const source::FileId file = all.protocols[lent.protocol].graph().file;
  Reading both = options.reading;
  both.paths = {options.into, std::string(all.sources.name(file))};
  Corpus corpus = compile(both, {});
  if (corpus.protocols.size() != 2)
    throw UsageError(
        fmt::format("\"{}\" and \"{}\" have the same identifier, so they are not two protocols",
                    options.into.string(), all.sources.name(file)));
  return corpus;
}

// "4.3", or with the borrower's name: "mine#4.3", "mine@draft#4.3".
std::string clause_of(const passes::Protocol& borrower, const std::string& asked) {
  const std::size_t sign = asked.find('#');
  if (sign == std::string::npos) return borrower.metadata().id + "#" + asked;
  const std::string id = asked.substr(0, std::min(asked.find('@'), sign));
  return id + asked.substr(sign);
}

Exit run(Options options) {
  options.into = version_file(options.into.string(), options.reading.paths);
  options.clause = choose_version(options.clause, options.reading);
  if (std::filesystem::is_directory(options.into))
    throw UsageError(fmt::format("\"{}\" is a folder; name one file", options.into.string()));
  const Corpus corpus = read_both(options);
  const compare::ClauseRef lent = find_clause(corpus, options.clause);
  const passes::Protocol& lender = corpus.protocols[lent.protocol];
  const passes::Protocol& borrower = corpus.protocols[1 - lent.protocol];
  const compare::ClauseRef after = find_clause(corpus, clause_of(borrower, options.after));
  if (after.protocol == lent.protocol)
    throw UsageError(
        fmt::format("\"{}\" is no clause of \"{}\"", options.after, options.into.string()));
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  const auto counterpart = [&](graph::ClauseId clause) -> std::optional<graph::ClauseId> {
    const auto links = comparison.links_of({lent.protocol, clause});
    const auto best = std::ranges::max_element(links, {}, &compare::Link::score);
    return best == links.end() ? std::nullopt : std::optional(best->b.clause);
  };
  const passes::Vocabulary vocabulary(corpus.registers);
  const draft::Borrowed borrowed =
      draft::borrow({corpus.sources, vocabulary, corpus.as_of},
                    {lender, lent.clause, borrower, after.clause}, counterpart);
  const Exit status = rewrite(corpus, borrower, borrowed.rewriting, options.dry_run);
  if (status != Exit::clean) return status;
  for (const std::string& remark : borrowed.remarks) print(remark + "\n");
  print(fmt::format("next: concord renumber {}\n", typed(options.into)));
  return status;
}

}  // namespace

Command borrow_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("borrow", "Borrow a clause from another council");
  const auto options = std::make_shared<Options>();
  app->add_option("CLAUSE", options->clause, "what to borrow, such as leeds#4.7")
      ->type_name("")
      ->required();
  app->add_option("--into", options->into, "the protocol to put it into")
      ->type_name("FILE")
      ->required();
  app->add_option("--after", options->after, "the clause of FILE that it is to follow, such as 4.3")
      ->type_name("CLAUSE")
      ->required();
  app->add_flag("--dry-run", options->dry_run, "show what would change; write nothing");
  add_reading_options(*app, options->reading);
  app->footer(
      "The clause comes with its items and footnotes. {from=leeds#4.7} says where it is from,\n"
      "with the version if its text has a date of adoption, so that a later change there is\n"
      "reported. Roles take the words that your protocol uses for them. A reference to another\n"
      "clause there becomes one to your clause that states the same, or a drafting note asks\n"
      "what it should be. Each such change is listed: read it. The number is automatic until\n"
      "you freeze it.\n"
      "\n"
      "Examples:\n"
      "  concord borrow leeds#4.7 --into mine.md --after 1.1 --dry-run   what would come in\n"
      "  concord borrow leeds#4.7 --into mine.md --after 1.1\n"
      "  concord renumber mine.md --since in-force/mine.md               make room for its number");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
