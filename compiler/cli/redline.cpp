#include "render/redline.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/report.h"
#include "diag/print.h"
#include "draft/revision.h"
#include "view/labels.h"

namespace concord::cli {
namespace {

using draft::Change;
using draft::Descent;
using draft::Piece;

struct Options {
  Reading reading;
  std::filesystem::path before;
  std::filesystem::path after;
  std::string format = "text";
  bool numbering = true;
};

// How the terminal shows words that came and went; without colour, signs stand around them.
struct Style {
  std::string_view delete_on, delete_off, insert_on, insert_off, bold_on, bold_off;
};
constexpr Style bright{"\x1b[31m", "\x1b[0m", "\x1b[32m", "\x1b[0m", "\x1b[1m", "\x1b[0m"};
constexpr Style plain{"[-", "-]", "{+", "+}", "", ""};

std::string words(const std::vector<Piece>& pieces, const Style& style) {
  std::string line;
  for (const Piece& piece : pieces) {
    const std::string text = diag::printable(piece.text);
    if (piece.kind == Piece::Kind::deleted) {
      line += fmt::format("{}{}{}", style.delete_on, text, style.delete_off);
    } else if (piece.kind == Piece::Kind::inserted) {
      line += fmt::format("{}{}{}", style.insert_on, text, style.insert_off);
    } else {
      line += text;
    }
  }
  return line;
}

std::string places(const std::vector<graph::ClauseId>& clauses,
                   const std::vector<std::string>& labels) {
  std::vector<std::string> all;
  for (const graph::ClauseId clause : clauses) all.push_back(labels[graph::index(clause)]);
  return fmt::format("{}", fmt::join(all, ", "));
}

// "4.4", "5.3 → 5.4", where both places have to be told.
std::string where(const Descent& descent, const std::vector<std::string>& before,
                  const std::vector<std::string>& after) {
  const std::string then = places(descent.before, before);
  const std::string now = places(descent.after, after);
  if (then == now || descent.deleted()) return then;
  return descent.added() ? now : fmt::format("{} → {}", then, now);
}

std::string counted(std::size_t count, std::string_view what) {
  return count == 0 ? "" : fmt::format(", {} {}", count, what);
}

std::string summary_line(const draft::Summary& summary) {
  const std::string changes = counted(summary.added, "new") + counted(summary.deleted, "deleted") +
                              counted(summary.reworded, "reworded") +
                              counted(summary.moved, "moved") + counted(summary.split, "split") +
                              counted(summary.merged, "merged") +
                              counted(summary.punctuation, "with other punctuation") +
                              counted(summary.renumbered, "renumbered");
  const std::string unchanged =
      fmt::format("{} clause{} unchanged", summary.unchanged, summary.unchanged == 1 ? "" : "s");
  return changes.empty() ? fmt::format("No changes: {}.\n", unchanged)
                         : fmt::format("{}; {}.\n", changes.substr(2), unchanged);
}

// The council, and which of its versions: "York (adopted 15 May 2023)".
std::string version(const passes::Protocol& protocol) {
  const syntax::Metadata& metadata = protocol.metadata();
  const std::string date = metadata.adopted.date.in_words();
  return fmt::format("{}{}{}", syntax::name_of(metadata.status), date.empty() ? "" : " ", date);
}

bool is_shown(const Descent& descent, bool numbering) {
  if (descent.unchanged()) return false;
  return numbering || draft::fate(descent) != "renumbered";
}

void show_text(const draft::Revision& revision, const passes::Protocol& before,
               const passes::Protocol& after, bool numbering) {
  const Style& style = wants_colour(stdout) ? bright : plain;
  const auto labels_before = view::labels(before.graph());
  const auto labels_after = view::labels(after.graph());
  print(fmt::format("{}{}: {} to {}{}\n{}", style.bold_on, diag::printable(after.metadata().title),
                    version(before), version(after), style.bold_off,
                    summary_line(revision.summary())));
  for (const Change& change : revision.changes()) {
    if (!is_shown(change.descent, numbering)) continue;
    print(fmt::format("\n{}{}{}  {}\n", style.bold_on,
                      where(change.descent, labels_before, labels_after), style.bold_off,
                      draft::fate(change.descent)));
    if (draft::fate(change.descent) != "renumbered")
      print(fmt::format("  {}\n", words(change.pieces, style)));
  }
}

Corpus read_version(const Options& options, const std::filesystem::path& file) {
  if (std::filesystem::is_directory(file))
    throw UsageError(fmt::format("\"{}\" is a folder; name one version's file", file.string()));
  Reading reading = options.reading;
  reading.paths = {file};
  Corpus corpus = compile(reading, {});
  report_errors(corpus);
  return corpus;
}

const passes::Protocol& only_protocol(const Corpus& corpus, const std::filesystem::path& file) {
  if (corpus.protocols.empty())
    throw UsageError(fmt::format("\"{}\" has no protocol in it", file.string()));
  return corpus.protocols.front();
}

Exit run(const Options& options) {
  const Corpus earlier = read_version(options, options.before);
  const Corpus later = read_version(options, options.after);
  const passes::Protocol& before = only_protocol(earlier, options.before);
  const passes::Protocol& after = only_protocol(later, options.after);
  if (before.metadata().council != after.metadata().council)
    throw UsageError(
        fmt::format("\"{}\" is of {} and \"{}\" of {}: a redline is of two versions of "
                    "one protocol; for two councils use concord compare",
                    options.before.string(), before.metadata().council, options.after.string(),
                    after.metadata().council));
  const draft::Revision revision = draft::revise(before, after, later.registers);
  if (options.format == "json") {
    print(render::redline_data(revision, before, after));
  } else {
    show_text(revision, before, after, options.numbering);
  }
  return Exit::clean;
}

}  // namespace

Command redline_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("redline", "Show what changed between two versions");
  const auto options = std::make_shared<Options>();
  app->add_option("OLD", options->before, "the earlier version's file")
      ->type_name("")
      ->required()
      ->check(CLI::ExistingPath);
  app->add_option("NEW", options->after, "the later version's file")
      ->type_name("")
      ->required()
      ->check(CLI::ExistingPath);
  one_of(app->add_option("--format", options->format, "text by default"), {"text", "json"});
  app->add_flag("!--no-renumbering", options->numbering,
                "leave out clauses of which only the number changed");
  app->add_option("--registers", options->reading.registers, "folder of registers")
      ->type_name("DIR");
  app->footer(
      "Words that went stand in red or [-so-], words that came in green or {+so+}. A clause that\n"
      "moved is shown where it stands now; one that was split or merged has ¶ at each break.\n"
      "\n"
      "Examples:\n"
      "  concord redline in-force/mine.md drafts/mine.md | less -R\n"
      "  concord redline --format json in-force/mine.md drafts/mine.md");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
