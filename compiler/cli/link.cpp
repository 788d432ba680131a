#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/decisions.h"
#include "cli/lookup.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/version_sets.h"
#include "passes/statements.h"
#include "source/files.h"
#include "syntax/provisions_reader.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

using syntax::Decision;
using syntax::Verdict;

struct Options {
  Reading reading;
  std::string one;
  std::string other;
  bool same = false;
  bool different = false;
  std::string kind;  // with --differs
  std::string because;
  std::string by;
};

std::string id_of(const Corpus& corpus, compare::ClauseRef ref) {
  return corpus.protocols[ref.protocol].global_id(ref.clause);
}

std::string digest_of(const Corpus& corpus, compare::ClauseRef ref) {
  return passes::words_digest(
      passes::statement(corpus.protocols[ref.protocol].graph(), ref.clause));
}

Verdict verdict_of(const Options& options) {
  const int given =
      (options.same ? 1 : 0) + (options.different ? 1 : 0) + (options.kind.empty() ? 0 : 1);
  if (given != 1) throw UsageError("one of --same, --different and --differs is needed");
  return options.same ? Verdict::same : options.different ? Verdict::different : Verdict::differs;
}

Decision decide(const Corpus& corpus, const Options& options) {
  const compare::ClauseRef a = find_clause(corpus, options.one);
  const compare::ClauseRef b = find_clause(corpus, options.other);
  if (a.protocol == b.protocol) {
    throw UsageError("a link is between clauses of two protocols");
  }
  for (const compare::ClauseRef ref : {a, b}) {
    if (corpus.protocols[ref.protocol][ref.clause].kind == graph::Kind::section) {
      throw UsageError(
          fmt::format("\"{}\" is a heading; decide about a clause below it", id_of(corpus, ref)));
    }
  }
  Decision decision;
  decision.a = id_of(corpus, a);
  decision.b = id_of(corpus, b);
  decision.verdict = verdict_of(options);
  decision.kind = options.kind;
  decision.because = options.because;
  decision.by = options.by;
  decision.date.iso = options.reading.as_of.empty() ? today() : options.reading.as_of;
  decision.a_words = digest_of(corpus, a);
  decision.b_words = digest_of(corpus, b);
  return decision;
}

// In the registers in use; beside the protocols where those are the program's own.
fs::path links_file(const Reading& reading) {
  const fs::path folder = find_registers(reading);
  const auto share = find_share_if_present();
  const bool own =
      share && fs::exists(share->registers) && fs::equivalent(share->registers, folder);
  const fs::path texts = reading.paths.empty() ? fs::path("protocols") : reading.paths.front();
  const fs::path beside = (fs::is_directory(texts) ? texts : texts.parent_path()) / "register";
  return (own ? beside : folder) / "links.yaml";
}

// The file's new text says what was decided, and is read without a fault.
bool is_proved(const std::string& text, const Decision& decision) {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register registers;
  syntax::read_register(sources, sources.add("links.yaml", text), registers, sink);
  if (!sink.all().empty() || registers.decisions.empty()) return false;
  const Decision& last = registers.decisions.back();
  return last.a == decision.a && last.b == decision.b && last.because == decision.because &&
         last.verdict == decision.verdict && last.a_words == decision.a_words;
}

// A decision is of the texts that stand for their protocols: what "york@2017-04-11#5.3" names has
// to have its words there.
void require_words_that_stand(const Options& asked, const Options& plain,
                              const Decision& decision) {
  if (asked.reading.versions.empty()) return;
  const Corpus chosen = compile(asked.reading, {});
  if (digest_of(chosen, find_clause(chosen, plain.one)) != decision.a_words ||
      digest_of(chosen, find_clause(chosen, plain.other)) != decision.b_words)
    throw UsageError(fmt::format(
        "a decision is about the texts in force, where \"{}\" or \"{}\" has other words",
        decision.a, decision.b));
}

Exit run(Options options) {
  Options asked = options;
  options.one = choose_version(options.one, asked.reading);
  options.other = choose_version(options.other, asked.reading);
  const Corpus corpus = compile(options.reading, {});
  const Decision decision = decide(corpus, options);
  require_words_that_stand(asked, options, decision);
  const fs::path file = links_file(options.reading);
  const std::string before = source::read_if_present(file);
  const std::string text = with_decision(before, decision);
  if (!is_proved(text, decision)) {
    throw UsageError(
        fmt::format("{} cannot be added to: its list \"links\" has to be the last "
                    "key, with one entry a \"-\"",
                    file.string()));
  }
  source::write_file(file, text);
  print(fmt::format("{}: {} and {}: {}{}{}\n", file.string(), decision.a, decision.b,
                    name_of(decision.verdict), decision.kind.empty() ? "" : ", ", decision.kind));
  return report_errors(corpus);
}

}  // namespace

Command link_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("link", "Record whether two clauses state the same provision");
  const auto options = std::make_shared<Options>();
  app->add_option("A", options->one, "a clause, such as york#5.3")->type_name("")->required();
  app->add_option("B", options->other, "a clause of another protocol")->type_name("")->required();
  app->add_flag("--same", options->same, "they state the same provision, to the same effect");
  app->add_flag("--different", options->different, "they do not state the same provision");
  one_of(app->add_option("--differs", options->kind,
                         "they state the same provision, but differ in effect in this respect"),
         syntax::kinds_of_difference());
  app->add_option("--because", options->because, "the reason, in words")
      ->type_name("WORDS")
      ->required();
  app->add_option("--by", options->by, "whose decision it is")->type_name("NAME");
  add_reading_options(*app, options->reading);
  app->footer(
      "The decision is written into links.yaml in the folder of registers, with digests of the\n"
      "words of both clauses. From then on it overrules the comparison: --same links the two\n"
      "with no difference, --differs links them with the difference given, and --different\n"
      "keeps them apart. Once the words of either change, the decision no longer counts, and a\n"
      "warning says so. A new decision on the same clauses replaces the last.\n"
      "\n"
      "Examples:\n"
      "  concord link york#5.3 ware#4.2 --different --because \"requests, not a right to refuse\"\n"
      "  concord link york#4.3 leeds#4.7 --differs class --because \"Leeds includes the media\"");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
