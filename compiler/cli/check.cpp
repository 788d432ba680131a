#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>

#include "cli/fixes.h"
#include "cli/letters.h"
#include "cli/pipeline.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/since.h"
#include "cli/version_sets.h"
#include "cli/versions.h"
#include "diag/fixes.h"
#include "diag/print.h"
#include "passes/check_text.h"
#include "passes/vocabulary.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  Judging judging;
  std::string format = "text";
  bool fix = false;
  bool all = false;
  std::string since;  // the version before; or empty
  std::vector<std::filesystem::path> places;
};

struct Checked {
  Corpus corpus;
  std::size_t known = 0;  // findings left out because the version before has them
};

Checked compiled(const Options& options) {
  Judging judging = options.judging;
  judging.revision = !options.since.empty();
  Checked checked{compile(options.reading, judging)};
  if (!options.since.empty())
    checked.known = check_since(checked.corpus, options.since, options.places, judging,
                                graphs_of(checked.corpus));
  return checked;
}

// Reads the text as it would stand in the file, and holds it against the one that stands there.
bool is_proved(const Corpus& corpus, const passes::Vocabulary& vocabulary, source::FileId file,
               const std::string& text) {
  const passes::Protocol* before = protocol_of(corpus, file);
  if (before == nullptr) return false;
  source::SourceMap sources;
  diag::Sink sink;
  const source::FileId again = sources.add(std::string(corpus.sources.name(file)), text);
  const auto after = passes::check_text(sources, again, vocabulary, {corpus.as_of}, sink);
  return after && same_meaning(*before, *after);
}

void write_fixes(const Corpus& corpus) {
  std::map<source::FileId, std::vector<diag::Fix>> by_file;
  for (const diag::Finding& finding : corpus.findings) {
    for (const diag::Fix& fix : finding.diagnostic.fixes) {
      if (fix.safe) by_file[fix.span.file].push_back(fix);
    }
  }
  const passes::Vocabulary vocabulary(corpus.registers);
  for (auto& [file, fixes] : by_file) {
    const diag::Fixed fixed = diag::apply(corpus.sources.text(file), std::move(fixes));
    if (!is_proved(corpus, vocabulary, file, fixed.text)) {
      fmt::print(stderr, "{}: not repaired: a repair might change the meaning\n",
                 corpus.sources.name(file));
      continue;
    }
    source::replace_file(corpus.sources.name(file), fixed.text);
    fmt::print(stderr, "{}: {} put right\n", corpus.sources.name(file), fixed.count);
  }
}

// Notes are for whoever looks for them: most authors have nothing to do about them.
void show_text(const Checked& checked, bool all) {
  const Corpus& corpus = checked.corpus;
  report(corpus, all ? diag::Severity::note : diag::Severity::warning, stdout);
  const bool has_notes = std::any_of(
      corpus.findings.begin(), corpus.findings.end(),
      [](const diag::Finding& finding) { return finding.severity == diag::Severity::note; });
  print(fmt::format("{}{}\n", diag::summary(corpus.findings),
                    has_notes && !all ? " (not shown: add --all)" : ""));
  const std::string off = diag::summary(corpus.lifted);
  if (!off.empty()) print(off + "\n");
  if (checked.known > 0)
    print(fmt::format("not shown: {} finding{} that the version before also has\n", checked.known,
                      checked.known == 1 ? "" : "s"));
}

void show(const Checked& checked, const Options& options) {
  const Corpus& corpus = checked.corpus;
  if (options.format == "json") {
    print(diag::as_json(corpus.findings, corpus.sources, corpus.lifted));
  } else if (options.format == "sarif") {
    print(diag::as_sarif(corpus.findings, corpus.sources, corpus.lifted));
  } else {
    show_text(checked, options.all);
  }
}

Exit run(const Options& options) {
  Checked checked = compiled(options);
  if (options.fix) {
    write_fixes(checked.corpus);
    checked = compiled(options);
  }
  check_letters(checked.corpus, find_share().templates);
  show(checked, options);
  return diag::has_errors(checked.corpus.findings) ? Exit::errors : Exit::clean;
}

}  // namespace

Command check_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("check", "Look for mistakes");
  const auto options = std::make_shared<Options>();
  one_of(app->add_option("--format", options->format, "text by default"),
         {"text", "json", "sarif"});
  app->add_flag("--fix", options->fix, "make the repairs that cannot change the meaning");
  app->add_flag("--all", options->all, "show notes too (json and sarif always have them)");
  app->add_option("--since,--adopted", options->since,
                  "show only what is new since an earlier version:\n"
                  "a file, a folder, york@in-force or REV:path")
      ->type_name("OLD");
  add_places_option(*app, options->places);
  add_judging_options(*app, options->judging);
  add_reading_options(*app, options->reading);
  app->footer(
      "Examples:\n"
      "  concord check                                 all of protocols/\n"
      "  concord check --profile adopt mine.md         before it goes to the council\n"
      "  concord check --all mine.md                   with notes, such as those on style\n"
      "  concord check mine.md --since in-force        what did my changes break?\n"
      "  concord check --fix --off STY mine.md         repair; leave style alone\n"
      "  concord check --deny warnings --format sarif  for a build server");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
