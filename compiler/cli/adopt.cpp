#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <set>

#include "cli/adoption.h"
#include "cli/adoption_pack.h"
#include "cli/adoption_peers.h"
#include "cli/interrupt.h"
#include "cli/lenders.h"
#include "cli/since.h"
#include "cli/version_sets.h"
#include "cli/versions.h"
#include "diag/print.h"
#include "view/labels.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  AdoptionOrder adoption;  // and what is read for the pack
  fs::path pack;
  std::vector<std::string> formats;
  std::string date;
};

std::vector<std::string> names_of_formats() {
  std::vector<std::string> names;
  names.reserve(std::size(pack_formats));
  for (const PackFormatName& each : pack_formats) names.emplace_back(each.name);
  return names;
}

std::set<PackFormat> formats_of(const std::vector<std::string>& names) {
  std::set<PackFormat> formats;
  for (const PackFormatName& each : pack_formats)
    if (names.empty() || std::ranges::find(names, each.name) != names.end())
      formats.insert(each.format);
  return formats;
}

// ---- the draft beside those that it borrowed from

// Of the other texts those that `from=` names.
std::vector<OtherText> lenders_of(const passes::Protocol& draft,
                                  const std::vector<OtherText>& others) {
  std::set<std::string> wanted;
  for (const graph::Clause& clause : draft.clauses())
    if (const std::string* from = clause.attributes.find("from"))
      wanted.insert(from->substr(0, from->find_first_of("#@")));
  std::vector<OtherText> lenders;
  std::ranges::copy_if(others, std::back_inserter(lenders),
                       [&](const OtherText& each) { return wanted.contains(each.metadata.id); });
  return lenders;
}

// ---- what the checks find

// The clause that the place is in; else, as of a drafting note behind it, the one that it follows.
std::string clause_at(const passes::Protocol& protocol, const std::vector<std::string>& labels,
                      source::Span place) {
  std::string in;
  std::string behind;
  for (const graph::Clause& clause : protocol.clauses()) {
    if (clause.span.begin > place.begin) continue;
    behind = labels[graph::index(clause.id)];
    if (place.begin < clause.span.end) in = behind;
  }
  return in.empty() ? behind : in;
}

view::CheckedFinding finding_of(const Corpus& corpus, const passes::Protocol& protocol,
                                const std::vector<std::string>& labels,
                                const diag::Finding& finding) {
  const source::Span span = finding.diagnostic.span;
  const source::Position at = corpus.sources.position(span.file, span.begin);
  return {std::string(diag::name_of(finding.severity)),
          std::string(diag::info(finding.diagnostic.code).name), clause_at(protocol, labels, span),
          fmt::format("{}:{}:{}", file_name(corpus.sources.name(span.file)), at.line, at.column),
          finding.diagnostic.message};
}

struct Checked {
  Corpus corpus;          // the draft among its lenders
  std::size_t known = 0;  // findings left out because the text in force has them
  source::FileId draft{};
};

// As `concord check --profile adopt --since` finds it.
Checked check(const Options& options, const fs::path& draft,
              const std::vector<OtherText>& lenders) {
  const AdoptionOrder& order = options.adoption;
  Reading reading = order.reading;
  reading.paths = {draft};  // its registers hold
  for (const OtherText& each : lenders) reading.paths.push_back(each.file);
  Judging judging = order.judging;
  judging.profile = judging.profile.value_or(diag::Profile::adopt);
  Checked checked{compile(reading, judging)};
  checked.known =
      check_since(checked.corpus, order.since, order.places, judging, graphs_of(checked.corpus));
  for (const passes::Protocol& each : checked.corpus.protocols)
    if (checked.corpus.sources.name(each.graph().file) == draft.generic_string())
      checked.draft = each.graph().file;
  return checked;
}

view::CheckedDraft findings_of(const Checked& checked) {
  view::CheckedDraft made;
  made.known = checked.known;
  const passes::Protocol* protocol = protocol_of(checked.corpus, checked.draft);
  if (protocol == nullptr) return made;
  const std::vector<std::string> labels = view::labels(protocol->graph());
  for (const diag::Finding& each : checked.corpus.findings)
    if (each.diagnostic.span.file == checked.draft)
      made.findings.push_back(finding_of(checked.corpus, *protocol, labels, each));
  return made;
}

// What a clause says of where it comes from. A pack repeats it (source, destinations, permalinks),
// so that it must be so.
bool is_about_origin(diag::Code code) {
  using diag::Code;
  return code == Code::REF008 || code == Code::REF017 || code == Code::VER001;
}

// The errors of which no pack can be made.
std::vector<diag::Finding> errors_about_origin(const Checked& checked) {
  std::vector<diag::Finding> errors;
  std::ranges::copy_if(
      checked.corpus.findings, std::back_inserter(errors), [&](const diag::Finding& each) {
        return each.severity == diag::Severity::error &&
               each.diagnostic.span.file == checked.draft && is_about_origin(each.diagnostic.code);
      });
  return errors;
}

// ---- the pack

void show_gaps(const std::vector<view::PaperGap>& gaps) {
  if (gaps.empty()) return;
  print("to be written by you:\n");
  for (const view::PaperGap& gap : gaps) {
    const std::string often = gap.places > 1 ? fmt::format(", in {} places", gap.places) : "";
    print(fmt::format("  {}: {}{}\n", gap.paper, diag::printable(gap.what), often));
  }
}

Exit write_pack(const Options& options) {
  const AdoptionOrder& order = options.adoption;
  Progress progress;
  progress.step("reading");
  const fs::path draft = version_file(order.draft, order.places);
  const Version before = read_version(order.reading, order.since, order.places);
  const Version after = read_version(order.reading, draft.string(), order.places);
  require_step(before.protocol(), order.since, after.protocol(), order.draft);
  const std::vector<OtherText> others = other_texts(after.protocol().metadata().id, order.places);
  const std::vector<OtherText> lenders = lenders_of(after.protocol(), others);
  progress.step("comparing");
  const Checked found = check(options, draft, lenders);
  if (const auto errors = errors_about_origin(found); !errors.empty()) {
    progress.finish();
    fmt::print(stderr, "{}", diag::as_text(errors, found.corpus.sources, wants_colour(stderr)));
    fmt::print(stderr,
               "concord: no pack written: the draft is wrong about where its clauses come from\n");
    return Exit::errors;
  }
  const draft::Revision revision =
      draft::revise(before.protocol(), after.protocol(), after.corpus.registers);
  view::CheckedDraft checked = findings_of(found);
  checked.formats = options.formats.empty() ? names_of_formats() : options.formats;
  const bool pdf_wanted = std::ranges::find(options.formats, "pdf") != options.formats.end();
  const std::optional<view::Peers> peers =
      peers_of_changes(order.reading, {before, after, revision}, others);
  Pack pack = make_pack({before, after, revision, find_loans(after.protocol(), order.places),
                         peers ? others : lenders, checked, peers, formats_of(options.formats),
                         options.pack, pdf_wanted},
                        progress);
  const std::size_t count = pack.files.size();
  source::publish(options.pack, std::move(pack.files));
  progress.finish();
  for (const std::string& note : pack.notes) fmt::print(stderr, "concord: {}\n", note);
  const std::size_t errors = view::count(checked, "error");
  print(fmt::format("{}: {} files; {:.2f} s\n", options.pack.string(), count, progress.seconds()));
  show_gaps(pack.gaps);
  if (errors > 0)
    fmt::print(stderr,
               "concord: the draft has {} error{} that would stop its adoption: see checks in {}\n",
               errors, errors == 1 ? "" : "s", options.pack.string());
  return errors > 0 || !pack.whole ? Exit::errors : Exit::clean;
}

// ---- the command line

void require_meeting(const Options& options) {
  const draft::Resolution& resolution = options.adoption.resolution;
  if (options.date.empty() || resolution.adopted.body.empty() || resolution.adopted.minute.empty())
    throw UsageError(
        "--into needs --date, --body and --minute: when, by whom and under which "
        "minute the draft was adopted");
  if (!syntax::Date{options.date}.is_day())
    throw UsageError(
        fmt::format("--date takes a day such as 2026-12-10; found \"{}\"", options.date));
}

Exit run(Options options) {
  die_at_interrupt();
  const bool into = !options.adoption.into.empty();
  if (into && !options.pack.empty())
    throw UsageError(
        "-o makes the pack before the meeting, --into puts the text in force after "
        "it; name one of them");
  if (!into && options.pack.empty())
    throw UsageError(
        "name the folder of the pack with -o, or, after the meeting, that of the "
        "protocols with --into");
  if (!into) return write_pack(options);
  require_meeting(options);
  options.adoption.resolution.adopted.date.iso = options.date;
  return put_in_force(std::move(options.adoption));
}

void add_meeting_options(CLI::App& app, Options& options) {
  draft::Resolution& resolution = options.adoption.resolution;
  app.add_option("--into", options.adoption.into,
                 "after the meeting: put the draft in force in this folder")
      ->type_name("DIR");
  app.add_option("--date", options.date, "when it was adopted")->type_name("YYYY-MM-DD");
  app.add_option("--body", resolution.adopted.body, "who adopted it")->type_name("NAME");
  app.add_option("--minute", resolution.adopted.minute, "number of the minute")
      ->type_name("NUMBER");
  app.add_option("--label", resolution.label, "number of the new version, such as 2.1")
      ->type_name("VERSION");
  app.add_flag("--dry-run", options.adoption.dry_run,
               "with --into: show what would change; write nothing");
}

}  // namespace

Command adopt_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("adopt", "Take a draft to the council, and put it in force");
  const auto options = std::make_shared<Options>();
  AdoptionOrder& order = options->adoption;
  app->add_option("DRAFT", order.draft, "the draft: a file or york@draft")
      ->type_name("")
      ->required();
  app->add_option("--since", order.since,
                  "the text in force: a file, york@in-force, REV:path in git")
      ->type_name("OLD")
      ->required();
  app->add_option("-o,--output", options->pack, "the folder of the adoption pack")
      ->type_name("DIR");
  app->add_option("--formats", options->formats,
                  fmt::format("some of {}; all by default", fmt::join(names_of_formats(), ",")))
      ->type_name("LIST")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(names_of_formats()).description(""));
  add_meeting_options(*app, *options);
  add_places_option(*app, order.places);
  add_judging_options(*app, order.judging);
  app->add_option("--registers", order.reading.registers, "folder of registers")->type_name("DIR");
  app->footer(
      "Before the meeting, -o writes a folder that can be published: a report to finish, both\n"
      "texts, the redline, a schedule of changes with who decides on each, what other councils\n"
      "say on what changes (Concord looks for their texts with --in), tables of destinations,\n"
      "consequential changes, what the checks found, and manifest.json with the SHA-256 of each\n"
      "file. Reasons come from the draft: {reason=\"…\"} on a clause, and \"reason:\" under\n"
      "\"deleted:\" in its front matter. What only a person can write is marked as a gap, and\n"
      "all gaps are listed at the end. If the draft has errors, the checks list them and the\n"
      "exit status is 1, but the pack is written all the same, unless from= or formerly= is\n"
      "wrong. Who decides is in register/authority.yaml; \"authority:\" in the protocol's front\n"
      "matter overrides it.\n"
      "\n"
      "After the meeting, --into makes the draft the text in force: it writes the status, the\n"
      "adoption and the history, takes out drafting notes and reasons, and writes automatic\n"
      "numbers out. The text before goes to earlier/ as superseded. Names of clauses that have\n"
      "another number now (york#5.4) change along in register/*.yaml of the folder; those in\n"
      "doubt, and those in other texts, are listed. All files change, or none; errors under the\n"
      "profile adopt stop it.\n"
      "\n"
      "Examples:\n"
      "  concord adopt mine.draft.md --since mine.md -o pack\n"
      "  concord adopt york@draft --since york@in-force -o pack --formats html,docx\n"
      "  concord adopt york@draft --since york@in-force --into protocols \\\n"
      "      --date 2026-12-10 --body Council --minute 47 --dry-run");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
