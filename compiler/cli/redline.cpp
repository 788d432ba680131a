#include "render/redline.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "cli/given.h"
#include "cli/lenders.h"
#include "cli/pdfs.h"
#include "cli/redline_text.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/stamped.h"
#include "cli/versions.h"
#include "draft/revision.h"
#include "render/data_file.h"
#include "render/docx_redline.h"
#include "render/html_redline.h"
#include "render/pdf.h"
#include "view/redline.h"
#include "view/tracked.h"

namespace concord::cli {
namespace {

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

std::string as_pdf(const view::Redline& redline) {
  const Share share = find_share();
  return typeset_one(read_templates(share.templates), share.templates,
                     render::stamped(render::redline_pdf(redline), redline.made_of));
}

std::string as_html(const view::Redline& redline) {
  const render::Templates templates = read_templates(find_share().templates);
  return render::redline_html(redline, render::HtmlTemplates(templates), templates);
}

std::string as_docx(const Options& options, const draft::Revision& revision, const Version& before,
                    const Version& after, const view::Stamp& stamp) {
  view::Tracked tracked =
      view::tracked(revision, before.protocol(), after.protocol(), after.corpus.as_of,
                    find_loans(after.protocol(), options.places));
  tracked.after.made_of = view::words_for(stamp, tracked.after.language);
  return render::redline_docx(tracked, read_templates(find_share().templates),
                              {.moves_as_edits = options.moves_as_edits});
}

const std::vector<std::string> formats = {"text", "json", "html", "pdf", "docx"};

// What is wrong with the earlier one is said first.
Version later_version(const Options& options) {
  try {
    return read_version(options.reading, options.after, options.places);
  } catch (const UsageError&) {
    read_version(options.reading, options.before, options.places);
    throw;
  }
}

Exit run(Options options) {
  options.reading.provisions = false;
  const std::string format = given_format(options.format, options.file, formats);
  const Version after = later_version(options);
  Reading reading = options.reading;
  reading.known = &after.corpus;
  const Version before = read_version(reading, options.before, options.places);
  remark(require_one_protocol(before.protocol(), after.protocol()));
  const draft::Revision revision =
      draft::revise(before.protocol(), after.protocol(), after.corpus.registers);
  const view::Stamp stamp = stamp_of(before.protocol(), after.protocol(), after.corpus.as_of);
  if (format == "json") {
    give(options.file,
         render::stamped(render::redline_data(revision, before.protocol(), after.protocol()),
                         stamp));
    return report_errors(after.corpus);
  }
  if (format == "docx") {
    give(options.file, as_docx(options, revision, before, after, stamp));
    return report_errors(after.corpus);
  }
  view::Redline redline = view::redline(revision, before.protocol(), after.protocol(),
                                        {.effects_only = options.only == "effect",
                                         .numbering = options.numbering,
                                         .loans = find_loans(after.protocol(), options.places)});
  redline.made_of = view::words_for(stamp, redline.language);
  const bool colour = options.file.empty() && wants_colour(stdout);
  give(options.file, format == "html"  ? as_html(redline)
                     : format == "pdf" ? as_pdf(redline)
                                       : redline_text(redline, colour));
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
                         "by default as the ending of the file's name says, else text"),
         formats);
  app->add_option("-o,--output", options->file, "write to this file")->type_name("FILE");
  one_of(
      app->add_option("--only", options->only, "leave out changes that certainly have no effect"),
      {"effect"});
  app->add_flag_callback(
      "--no-renumbering", [options] { options->numbering = false; },
      "leave out the marks for numbers that changed");
  app->add_flag("--moves-as-edits", options->moves_as_edits,
                "in a Word file, show a move as a deletion and an insertion");
  add_places_option(*app, options->places);
  app->add_option("--registers", options->reading.registers, "folder with your registers (*.yaml)")
      ->type_name("DIR");
  app->footer(
      "Says what became of each clause (reworded, moved, split, merged, new, deleted) and what\n"
      "the change does, where its words show it (\"should\" to \"must\": a stronger rule). On a\n"
      "terminal, deleted words are red or [-so-], inserted words green or {+so+}; a clause that\n"
      "was split or merged has ¶ at each break. The page and the PDF are one file each.\n"
      "\n"
      "A Word file has the whole text, with tracked changes and a comment on what each does:\n"
      "accept all for the later version, reject all for the earlier one.\n"
      "\n"
      "Examples:\n"
      "  concord redline in-force/mine.md drafts/mine.md | less\n"
      "  concord redline in-force/mine.md drafts/mine.md -o redline.html\n"
      "  concord redline in-force/mine.md drafts/mine.md -o redline.docx\n"
      "  concord redline york@in-force york@draft -o redline.pdf\n"
      "  concord redline HEAD:protocols/york.md protocols/york.md --only effect");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
