#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/lookup.h"
#include "cli/report.h"
#include "cli/version_sets.h"
#include "compare/explain.h"
#include "diag/print.h"
#include "view/comparison_words.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string one;
  std::string other;
};

void show_reasons(const std::vector<compare::Reason>& reasons) {
  if (reasons.empty()) return;
  print("\nfeatures and their weights\n");
  for (const compare::Reason& reason : reasons) {
    print(fmt::format("  {:+7.2f}  {:<44} {:.2f}\n", reason.weight, reason.feature, reason.value));
  }
}

void show(const compare::Explanation& why) {
  print(diag::printable(why.verdict) + "\n");
  if (why.link) {
    print(fmt::format("{}, found by {}, score {:.2f}\n", compare::name_of(why.link->relation),
                      compare::name_of(why.link->found_by), why.link->score));
  }
  if (!why.a_passage.empty()) {
    print(fmt::format("\nmost similar passages\n  {}\n  {}\n", diag::printable(why.a_passage),
                      diag::printable(why.b_passage)));
  }
  if (!why.shared_words.empty()) {
    print(fmt::format("\nwords and meanings of both: {}\n", fmt::join(why.shared_words, ", ")));
  }
  show_reasons(why.reasons);
  for (const compare::Divergence& d : why.divergences) {
    print(fmt::format("\n{} ({}, confidence {:.2f}): \"{}\" against \"{}\"\n  {}\n  {}\n",
                      view::words_for(d.certainty), compare::name_of(d.type), d.confidence,
                      diag::printable(d.a_words), diag::printable(d.b_words),
                      diag::printable(d.a_statement.text), diag::printable(d.b_statement.text)));
    if (!d.because.empty()) print(fmt::format("  as decided: {}\n", diag::printable(d.because)));
  }
}

Exit run(Options options) {
  options.one = choose_version(options.one, options.reading);
  options.other = choose_version(options.other, options.reading);
  const Corpus corpus = compile(options.reading, {});
  const compare::ClauseRef a = find_clause(corpus, options.one);
  const compare::ClauseRef b = find_clause(corpus, options.other);
  show(compare::explain(corpus.protocols, {&corpus.registers, options.reading.jobs}, a, b));
  return report_errors(corpus);
}

}  // namespace

Command explain_link_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("explain-link", "Say why two clauses are linked, or why they are not");
  const auto options = std::make_shared<Options>();
  app->add_option("A", options->one, "a clause, such as york#5.1")->type_name("")->required();
  app->add_option("B", options->other, "the other")->type_name("")->required();
  add_reading_options(*app, options->reading);
  app->footer(
      "Where a person has decided about the two (concord link), that is said first, and below it\n"
      "what the comparison would have found.\n"
      "\n"
      "Example:\n  concord explain-link york#5.1 north-herts#5.1");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
