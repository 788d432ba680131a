#include "render/redline.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "cli/given.h"
#include "cli/pdfs.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/versions.h"
#include "diag/print.h"
#include "draft/revision.h"
#include "render/docx_redline.h"
#include "render/html_redline.h"
#include "view/redline.h"
#include "view/tracked.h"

namespace concord::cli {
namespace {

using draft::Piece;

struct Options {
  Reading reading;
  std::vector<std::filesystem::path> places;
  std::string before;
  std::string after;
  std::string format;  // empty: what the file's name says, else text
  std::filesystem::path file;
  std::string only;
  bool numbering = true;
  bool moves_as_edits = false;
};

// How the terminal shows words that came and went; without colour, signs stand around them.
struct Style {
  std::string_view delete_on, delete_off, insert_on, insert_off, quiet_on, quiet_off, bold_on,
      bold_off;
};
constexpr Style bright{"\x1b[31m", "\x1b[0m", "\x1b[32m", "\x1b[0m",
                       "\x1b[2m",  "\x1b[0m", "\x1b[1m",  "\x1b[0m"};
constexpr Style plain{"[-", "-]", "{+", "+}", "", "", "", ""};

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

std::string row(const draft::RowChange& from, const Style& style) {
  std::string line = "  |";
  for (const auto& cell : from.cells) line += fmt::format(" {} |", words(cell, style));
  return line + "\n";
}

// Of a table the rows that changed, below its header.
std::string table(const draft::TableChange& from, const Style& style) {
  std::string lines = from.header.cells.empty() ? "" : row(from.header, style);
  for (const draft::RowChange& each : from.rows)
    if (each.fate != draft::RowChange::Fate::kept) lines += row(each, style);
  return lines;
}

std::string effect(const view::RedlineEffect& from) {
  std::string line = "  * " + from.says;
  const char* sign = ": ";
  for (const std::string* text : {&from.before, &from.after}) {
    if (text->empty()) continue;
    line += fmt::format("{}“{}”", sign, diag::printable(*text));
    sign = " becomes ";
  }
  return line + "\n";
}

std::string clause(const view::RedlineClause& from, const Style& style) {
  std::string text =
      fmt::format("\n{}{}{}", style.bold_on, diag::printable(from.label), style.bold_off);
  if (!from.marks.empty())
    text += fmt::format("  {}{}{}", style.quiet_on, fmt::join(from.marks, "; "), style.quiet_off);
  text += "\n";
  text += from.table ? table(*from.table, style) : fmt::format("  {}\n", words(from.pieces, style));
  for (const view::RedlineEffect& each : from.effects) text += effect(each);
  return text;
}

std::string as_text(const view::Redline& redline, bool colour) {
  const Style& style = colour ? bright : plain;
  std::string text =
      fmt::format("{}{}, {}{}\nfrom {} to {}\n\n{}.\n", style.bold_on,
                  diag::printable(redline.council), diag::printable(redline.title), style.bold_off,
                  redline.before.name, redline.after.name, diag::printable(redline.headline));
  for (const std::string& remark : redline.remarks) text += diag::printable(remark) + "\n";
  for (const view::RedlinePart& part : redline.parts)
    if (part.clause && part.clause->change > 0) text += clause(*part.clause, style);
  return text;
}

std::string as_pdf(const view::Redline& redline) {
  const Share share = find_share();
  return typeset_one(read_templates(share.templates), share.templates,
                     render::redline_pdf(redline));
}

std::string as_html(const view::Redline& redline) {
  const render::Templates templates = read_templates(find_share().templates);
  return render::redline_html(redline, render::HtmlTemplates(templates), templates);
}

std::string as_docx(const Options& options, const draft::Revision& revision, const Version& before,
                    const Version& after) {
  return render::redline_docx(
      view::tracked(revision, before.protocol(), after.protocol(), after.corpus.as_of),
      read_templates(find_share().templates), {.moves_as_edits = options.moves_as_edits});
}

const std::vector<std::string> formats = {"text", "json", "html", "pdf", "docx"};

Exit run(const Options& options) {
  const std::string format = given_format(options.format, options.file, formats);
  const Version before = read_version(options.reading, options.before, options.places);
  const Version after = read_version(options.reading, options.after, options.places);
  remark(require_one_protocol(before.protocol(), after.protocol()));
  const draft::Revision revision =
      draft::revise(before.protocol(), after.protocol(), after.corpus.registers);
  if (format == "json") {
    give(options.file, render::redline_data(revision, before.protocol(), after.protocol()));
    return report_errors(after.corpus);
  }
  if (format == "docx") {
    give(options.file, as_docx(options, revision, before, after));
    return report_errors(after.corpus);
  }
  const view::Redline redline =
      view::redline(revision, before.protocol(), after.protocol(),
                    {.effects_only = options.only == "effect", .numbering = options.numbering});
  const bool colour = options.file.empty() && wants_colour(stdout);
  give(options.file, format == "html"  ? as_html(redline)
                     : format == "pdf" ? as_pdf(redline)
                                       : as_text(redline, colour));
  return report_errors(after.corpus);
}

}  // namespace

Command redline_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("redline", "Show what changed between two versions");
  const auto options = std::make_shared<Options>();
  app->add_option("OLD", options->before,
                  "the earlier version: a file, york@2017-04-11, or REV:path in git")
      ->type_name("")
      ->required();
  app->add_option("NEW", options->after, "the later version")->type_name("")->required();
  one_of(app->add_option("--format", options->format,
                         "by default what the name of the file says, else text"),
         formats);
  app->add_option("-o,--output", options->file, "write to this file")->type_name("FILE");
  one_of(app->add_option("--only", options->only, "leave out what surely changes none"),
         {"effect"});
  app->add_flag_callback(
      "--no-renumbering", [options] { options->numbering = false; },
      "leave out the marks for numbers that changed");
  app->add_flag("--moves-as-edits", options->moves_as_edits,
                "in a Word file: what moved is deleted there and inserted here");
  add_places_option(*app, options->places);
  app->add_option("--registers", options->reading.registers, "folder of registers")
      ->type_name("DIR");
  app->footer(
      "Each clause is told as what became of it: reworded, moved, split, merged, new, deleted;\n"
      "with what the change does where its words show it (\"should\" to \"must\": a stronger "
      "rule).\n"
      "On a terminal, words deleted are red or [-so-], words inserted green or {+so+}; a clause "
      "that\n"
      "was split or merged has ¶ at each break. The page and the PDF are one file each.\n"
      "\n"
      "A Word file has all of the text, with tracked changes and a comment on what each does: "
      "accept all\n"
      "for the later version, reject all for the earlier one.\n"
      "\n"
      "Examples:\n"
      "  concord redline in-force/mine.md drafts/mine.md | less -R\n"
      "  concord redline in-force/mine.md drafts/mine.md -o redline.html\n"
      "  concord redline in-force/mine.md drafts/mine.md -o redline.docx\n"
      "  concord redline york@in-force york@draft -o redline.pdf\n"
      "  concord redline HEAD:protocols/york.md protocols/york.md --only effect");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
