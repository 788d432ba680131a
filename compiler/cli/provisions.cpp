#include "passes/provisions.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/lookup.h"
#include "cli/pipeline.h"
#include "cli/report.h"
#include "cli/version_sets.h"
#include "compare/suggest.h"
#include "diag/print.h"
#include "render/provisions_json.h"
#include "syntax/yaml_tree.h"

namespace concord::cli {
namespace {

using syntax::KnownWording;
using syntax::Provision;

struct Options {
  Reading reading;
  Judging judging;
  std::string action;
  std::vector<std::string> arguments;
  std::string topic;
  std::string format = "text";
};

// ---- show

bool quotes(const Provision& provision, const std::string& clause) {
  const auto from = [&](const KnownWording& wording) { return wording.source == clause; };
  return std::ranges::any_of(provision.says, from) || std::ranges::any_of(provision.also, from);
}

std::vector<std::string> ids_of(const syntax::Register& registers) {
  std::vector<std::string> ids;
  for (const Provision& provision : registers.provisions) ids.push_back(provision.id);
  return ids;
}

[[noreturn]] void refuse_name(const syntax::Register& registers, const std::string& asked) {
  if (asked.find('#') != std::string::npos) {
    throw UsageError(fmt::format("no provision quotes a clause \"{}\"", asked));
  }
  const std::vector<std::string> near = diag::nearest(asked, ids_of(registers));
  throw UsageError(fmt::format("there is no provision \"{}\"{}", asked,
                               near.empty() ? std::string("; concord provisions show lists them")
                                            : fmt::format("; did you mean \"{}\"?", near.front())));
}

void refuse_unknown_topic(const syntax::Register& registers, const std::string& asked) {
  if (asked.empty() || registers.topic(asked) != nullptr) return;
  std::vector<std::string> known;
  for (const syntax::Topic& topic : registers.topics) known.push_back(topic.id);
  throw UsageError(
      fmt::format("there is no topic \"{}\"; the topics are {}", asked, fmt::join(known, ", ")));
}

// Those that are asked for, in the register's order; all where nothing is.
std::vector<const Provision*> chosen(const syntax::Register& registers, const Options& options) {
  refuse_unknown_topic(registers, options.topic);
  std::vector<const Provision*> all;
  for (const Provision& provision : registers.provisions) {
    const bool named = std::ranges::any_of(options.arguments, [&](const std::string& asked) {
      return asked == provision.id || quotes(provision, asked);
    });
    const bool on_topic = options.topic.empty() || provision.topic == options.topic;
    if (on_topic && (named || options.arguments.empty())) all.push_back(&provision);
  }
  for (const std::string& asked : options.arguments) {
    const auto answers = [&](const Provision& provision) {
      return provision.id == asked || quotes(provision, asked);
    };
    if (std::ranges::none_of(registers.provisions, answers)) refuse_name(registers, asked);
  }
  return all;
}

void show_wording(const KnownWording& wording) {
  const std::string lead_in =
      wording.lead_in.empty() ? "" : fmt::format("[{}] ", diag::printable(wording.lead_in));
  print(fmt::format("    {}{}{}{}\n", wording.source, wording.source.empty() ? "" : ": ", lead_in,
                    diag::printable(wording.words)));
}

void show_wordings(std::string_view heading, const std::vector<KnownWording>& wordings) {
  if (wordings.empty()) return;
  print(fmt::format("  {}\n", heading));
  for (const KnownWording& wording : wordings) show_wording(wording);
}

void show_whole(const Provision& provision) {
  print(fmt::format("{}\n  {}\n  {}\n  topic: {}{}{}\n", provision.id,
                    diag::printable(provision.title), diag::printable(provision.question),
                    provision.topic,
                    provision.bearer.empty() ? "" : "; whose: ", provision.bearer));
  show_wordings("stated by", provision.says);
  show_wordings("other wordings", provision.also);
  if (!provision.near_misses.empty()) print("  near misses, which are not this provision\n");
  for (const syntax::NearMiss& near : provision.near_misses) {
    show_wording(near.wording);
    print(fmt::format("        ({})\n", diag::printable(near.because)));
  }
}

// A line each under their topics' titles, in the order of the topics.
void show_list(const syntax::Register& registers, const std::vector<const Provision*>& provisions) {
  std::size_t width = 0;
  for (const Provision* provision : provisions) width = std::max(width, provision->id.size());
  for (const syntax::Topic& topic : registers.topics) {
    bool first = true;
    for (const Provision* provision : provisions) {
      if (provision->topic != topic.id) continue;
      if (first)
        print(fmt::format("\n{}\n{}\n", topic.title, std::string(topic.title.size(), '=')));
      first = false;
      print(fmt::format("  {:<{}}  {}\n", provision->id, width, diag::printable(provision->title)));
    }
  }
}

Exit show(const Options& options) {
  const Corpus corpus = compile_registers(options.reading);
  const std::vector<const Provision*> provisions = chosen(corpus.registers, options);
  if (options.format == "json") {
    print(render::provisions_json(provisions));
  } else if (options.arguments.empty()) {
    show_list(corpus.registers, provisions);
  } else {
    for (const Provision* provision : provisions) {
      if (provision != provisions.front()) print("\n");
      show_whole(*provision);
    }
  }
  return report_errors(corpus);
}

// ---- check

// What is found in the registers: the texts have `concord check`.
void leave_findings_in_registers(Corpus& corpus) {
  std::erase_if(corpus.findings, [&](const diag::Finding& finding) {
    const source::FileId file = finding.diagnostic.span.file;
    return std::ranges::any_of(corpus.protocols, [&](const passes::Protocol& protocol) {
      return protocol.graph().file == file;
    });
  });
}

Exit check(Options options) {
  options.reading.paths.assign(options.arguments.begin(), options.arguments.end());
  Corpus corpus = compile(options.reading, options.judging);
  leave_findings_in_registers(corpus);
  diag::Sink sink;
  passes::check_wordings(corpus.registers, graphs_of(corpus), sink);
  const diag::Policy policy{options.judging.profile.value_or(diag::Profile::transcription),
                            options.judging.off, options.judging.deny_warnings};
  std::ranges::move(diag::judge(sink, policy), std::back_inserter(corpus.findings));
  if (options.format == "json") {
    print(diag::as_json(corpus.findings, corpus.sources, corpus.lifted));
  } else {
    report(corpus, diag::Severity::note, stdout);
    print(fmt::format("{} provisions: {}\n", corpus.registers.provisions.size(), counts(corpus)));
  }
  return diag::has_errors(corpus.findings) ? Exit::errors : Exit::clean;
}

// ---- suggest

using compare::SuggestedProvision;
using syntax::yaml_scalar;

constexpr std::string_view heading_of_suggestions =
    "# What two councils or more state but the register lacks. Read each: give it an id and a "
    "title\n"
    "# in plain English, ask its question, leave out clauses that say something else, or add its\n"
    "# wordings to the provision that comes nearest.\n";

std::string written(const KnownWording& wording) {
  return wording.lead_in.empty() ? wording.words
                                 : fmt::format("[{}] {}", wording.lead_in, wording.words);
}

std::string as_yaml(const SuggestedProvision& suggested, const syntax::Register& registers) {
  const Provision& provision = suggested.provision;
  std::string text = "\n";
  if (suggested.nearest) {
    const Provision& nearest = registers.provisions[suggested.nearest->provision];
    text += fmt::format("  # nearest: {} ({:.2f}): {}\n", nearest.id, suggested.nearest->likeness,
                        nearest.title);
  }
  text += fmt::format("  - id: {}\n    title: {}\n    question: \"\"\n", provision.id,
                      yaml_scalar(provision.title));
  if (!provision.topic.empty()) text += fmt::format("    topic: {}\n", provision.topic);
  if (!provision.bearer.empty()) text += fmt::format("    bearer: {}\n", provision.bearer);
  text += "    says:\n";
  for (const KnownWording& wording : provision.says) {
    text +=
        fmt::format("      - {}: {}\n", yaml_scalar(wording.source), yaml_scalar(written(wording)));
  }
  return text;
}

std::string as_yaml(const std::vector<SuggestedProvision>& suggested,
                    const syntax::Register& registers) {
  std::string text(heading_of_suggestions);
  text += "extends: yes\nprovisions:\n";
  for (const SuggestedProvision& each : suggested) text += as_yaml(each, registers);
  return text;
}

Exit suggest(Options options) {
  options.reading.paths.assign(options.arguments.begin(), options.arguments.end());
  const Corpus corpus = compile(options.reading, options.judging);
  const auto suggested = compare::suggest_provisions(compare_all(corpus, options.reading.jobs),
                                                     corpus.protocols, corpus.registers);
  if (options.format == "json") {
    std::vector<const Provision*> provisions;
    provisions.reserve(suggested.size());
    for (const SuggestedProvision& each : suggested) provisions.push_back(&each.provision);
    print(render::provisions_json(provisions));
  } else if (suggested.empty()) {
    print("# The register has every provision that two of these councils state.\n");
  } else {
    print(as_yaml(suggested, corpus.registers));
  }
  return report_errors(corpus);
}

Exit run(const Options& options) {
  if (options.action == "check") return check(options);
  return options.action == "suggest" ? suggest(options) : show(options);
}

}  // namespace

Command provisions_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("provisions", "Show, check or add to the register of provisions");
  const auto options = std::make_shared<Options>();
  one_of(app->add_option("ACTION", options->action, "what to do with the register"),
         {"show", "check", "suggest"})
      ->required();
  app->add_option("ARGUMENT", options->arguments,
                  "show: provisions, or clauses quoted; check and suggest: protocols")
      ->type_name("");
  app->add_option("--topic", options->topic, "show: one topic only, such as party-groups")
      ->type_name("ID");
  one_of(app->add_option("--format", options->format, "text by default"), {"text", "json"});
  app->add_option("--registers", options->reading.registers,
                  "folder with your registers; Concord's own are used for missing ones")
      ->type_name("DIR");
  add_judging_options(*app, options->judging);
  app->footer(
      "The register (provisions.yaml) lists what protocols provide, each provision with the\n"
      "wordings in which councils are known to state it. A file of that name in your own folder\n"
      "of registers replaces it; with \"extends: yes\" it adds to it:\n"
      "\n"
      "  extends: yes\n"
      "  provisions:\n"
      "    - id: group-attendance           # known: these wordings are added\n"
      "      says:\n"
      "        - barchester#5.1: Group leaders may invite an officer to brief their members.\n"
      "    - id: dog-bins                   # new\n"
      "      title: Members report full dog bins to the clerk\n"
      "      question: To whom do members report full dog bins?\n"
      "      topic: ward-members\n"
      "      bearer: member\n"
      "      says:\n"
      "        - barchester#9.2: Members tell the clerk … of dog bins that are full.\n"
      "\n"
      "Examples:\n"
      "  concord provisions show                           all, a line each\n"
      "  concord provisions show --topic party-groups\n"
      "  concord provisions show group-attendance          with its wordings and near misses\n"
      "  concord provisions show york#5.3                  what York's 5.3 states\n"
      "  concord provisions check                          do protocols/ still have the words?\n"
      "  concord provisions check --deny warnings          for a build server\n"
      "  concord provisions check mine.md                  does mine.md?\n"
      "  concord provisions suggest                        what two councils state but it lacks\n"
      "  concord provisions suggest > new.yaml             entries to read and word");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
