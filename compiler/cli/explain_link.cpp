#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/lookup.h"
#include "cli/report.h"
#include "cli/version_sets.h"
#include "compare/explain.h"
#include "diag/print.h"
#include "view/comparison_words.h"
#include "view/labels.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string one;
  std::string other;
  bool verbose = false;
};

constexpr std::size_t most_words = 12;

// "York 5.1"
class Names {
 public:
  explicit Names(const Corpus& corpus) : corpus_(corpus) {
    for (const passes::Protocol& each : corpus.protocols)
      labels_.push_back(view::labels(each.graph()));
  }

  std::string operator()(compare::ClauseRef ref) const {
    return diag::printable(fmt::format("{} {}", corpus_.protocols[ref.protocol].metadata().name,
                                       labels_[ref.protocol][graph::index(ref.clause)]));
  }

 private:
  const Corpus& corpus_;
  std::vector<std::vector<std::string>> labels_;
};

// "decided by A. Clerk on 2026-11-28: read both"
std::string words_of(const syntax::Decision& decision) {
  return fmt::format("decided{}{}{}{}: {}", decision.by.empty() ? "" : " by ", decision.by,
                     decision.date.iso.empty() ? "" : " on ", decision.date.iso, decision.because);
}

std::string verdict(const compare::Explanation& why) {
  if (why.decided) {
    const bool linked = why.decided->decision.verdict != syntax::Verdict::different;
    return fmt::format("{}, {}", linked ? "linked" : "not linked", words_of(why.decided->decision));
  }
  if (why.link) return fmt::format("linked: {}", view::words_for(why.link->relation));
  if (why.score < 0) return "not linked: no passage of the one is like a passage of the other";
  return why.score >= why.least_score
             ? "not linked: other clauses are their counterparts"
             : "not linked: too little shows that they state the same provision";
}

void show_words(const compare::Explanation& why, const std::string& a, const std::string& b) {
  if (why.a_passage.empty()) return;
  print(fmt::format("\nmost similar passages\n  {}: {}\n  {}: {}\n", a,
                    diag::printable(why.a_passage), b, diag::printable(why.b_passage)));
  if (!why.shared_words.empty())
    print(
        fmt::format("\nwords and meanings of both: {}\n", first_of(why.shared_words, most_words)));
  if (!why.a_only.empty())
    print(fmt::format("only in {}: {}\n", a, first_of(why.a_only, most_words)));
  if (!why.b_only.empty())
    print(fmt::format("only in {}: {}\n", b, first_of(why.b_only, most_words)));
}

void show_grounds(std::string_view heading, const std::vector<std::string>& grounds) {
  if (grounds.empty()) return;
  print(fmt::format("\n{}\n", heading));
  for (const std::string& each : grounds) print(fmt::format("  {}\n", each));
}

void show_rivals(const std::vector<compare::Rival>& rivals, const Names& name) {
  if (rivals.empty()) return;
  print("\nbetter candidates\n");
  for (const compare::Rival& each : rivals)
    print(fmt::format("  {} {} {}\n", name(each.of), each.linked ? "is linked to" : "is more like",
                      name(each.clause)));
}

// "York 5.1 has no such words"
std::string said(const std::string& clause, const std::string& words) {
  return words.empty() ? clause + " has no such words"
                       : fmt::format("{}: \"{}\"", clause, diag::printable(words));
}

void show_differences(const std::vector<compare::Divergence>& divergences, const Names& name) {
  for (const compare::Divergence& d : divergences) {
    print(fmt::format("\n{} ({}): {}; {}\n  {}\n  {}\n", view::words_for(d.certainty),
                      view::words_for(d.type), said(name(d.a), d.a_words),
                      said(name(d.b), d.b_words), diag::printable(d.a_statement.text),
                      diag::printable(d.b_statement.text)));
    if (!d.because.empty()) print(fmt::format("  as decided: {}\n", diag::printable(d.because)));
  }
}

// For whoever looks into the scorer.
void show_weights(const compare::Explanation& why) {
  print("\nscore\n");
  if (why.score >= 0)
    print(fmt::format("  {:.2f}; a link needs {:.2f}, or {:.2f} where both state one provision\n",
                      why.score, why.least_score, why.least_by_provision));
  if (why.link)
    print(fmt::format("  found by {}, score of the link {:.2f}\n",
                      compare::name_of(why.link->found_by), why.link->score));
  for (const compare::Divergence& d : why.divergences)
    print(fmt::format("  {}: confidence {:.2f}\n", compare::name_of(d.type), d.confidence));
  if (!why.reasons.empty()) print("\nfeatures and their weights\n");
  for (const compare::Reason& reason : why.reasons)
    print(fmt::format("  {:+7.2f}  {:<44} {:.2f}\n", reason.weight, reason.feature, reason.value));
}

Exit run(Options options) {
  options.one = choose_version(options.one, options.reading);
  options.other = choose_version(options.other, options.reading);
  const Corpus corpus = compile(options.reading, {});
  const compare::ClauseRef a = find_clause(corpus, options.one);
  const compare::ClauseRef b = find_clause(corpus, options.other);
  const compare::Explanation why =
      compare::explain(corpus.protocols, {&corpus.registers, options.reading.jobs}, a, b);
  const Names name(corpus);
  print(fmt::format("{} and {} are {}\n", name(a), name(b), diag::printable(verdict(why))));
  show_words(why, name(a), name(b));
  show_grounds("what speaks for a link", why.grounds.in_favour);
  show_grounds("what speaks against it", why.grounds.against);
  show_rivals(why.rivals, name);
  show_differences(why.divergences, name);
  if (options.verbose) show_weights(why);
  return report_errors(corpus);
}

}  // namespace

Command explain_link_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("explain-link", "Say why two clauses are linked, or why they are not");
  const auto options = std::make_shared<Options>();
  app->add_option("A", options->one, "a clause, such as york#5.1")->type_name("")->required();
  app->add_option("B", options->other, "the other")->type_name("")->required();
  app->add_flag("--verbose", options->verbose, "show the score, and what each feature adds to it");
  add_reading_options(*app, options->reading);
  app->footer(
      "Says the words that both have and those that only one has, what speaks for a link and what\n"
      "against it, and which clauses come nearer. Where a person has decided about the two "
      "(concord\n"
      "link), that is said first; the rest is what the comparison would have gone by.\n"
      "\n"
      "Example:\n  concord explain-link york#5.1 north-herts#5.1");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
