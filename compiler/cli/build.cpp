#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/interrupt.h"
#include "cli/lookup.h"
#include "cli/memory.h"
#include "cli/outputs.h"
#include "cli/pair_record.h"
#include "cli/pipeline.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/watch.h"
#include "diag/print.h"
#include "render/tables.h"
#include "source/publication.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  Judging judging;
  std::filesystem::path output = "output";
  std::filesystem::path templates;
  std::vector<std::string> formats;
  bool no_comparison = false;
  std::vector<std::string> councils;
  bool all_pairs = false;
  bool keep_going = false;
  bool watch = false;
  bool notes = false;
};

// "html, pdf and docx", by those between all, and before the last.
std::string names_of_formats(std::string_view between, std::string_view last) {
  std::string names;
  for (const view::FormatInfo& each : view::formats)
    names += fmt::format("{}{}",
                         &each == &view::formats.front()  ? ""
                         : &each == &view::formats.back() ? last
                                                          : between,
                         each.name);
  return names;
}

std::set<Format> formats_of(const std::vector<std::string>& names) {
  if (names.empty()) return view::all_formats();
  std::set<Format> formats;
  for (const std::string& name : names) {
    const auto format = view::format_named(name);
    if (!format)
      throw UsageError(fmt::format("there is no format \"{}\"; choose from {}", name,
                                   names_of_formats(", ", " and ")));
    formats.insert(*format);
  }
  return formats;
}

std::string in_megabytes(std::size_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

compare::PeerChoice peers_of(const Corpus& corpus, const Options& options) {
  compare::PeerChoice choice;
  choice.all_pairs = options.all_pairs;
  if (options.councils.empty()) return choice;
  choice.councils.emplace();
  for (const std::string& asked : options.councils)
    choice.councils->push_back(find_protocol(corpus, asked));
  return choice;
}

Exit refuse(const Corpus& corpus, const std::filesystem::path& folder) {
  fmt::print(stderr, "{}; {}\n", counts(corpus),
             std::filesystem::exists(folder)
                 ? fmt::format("\"{}\" was left as it was", folder.string())
                 : "nothing was written");
  return Exit::errors;
}

// The files with errors, each with what they are.
using Faulty = std::map<source::FileId, std::set<diag::Code>>;

Faulty files_with_errors(const Corpus& corpus) {
  Faulty files;
  for (const diag::Finding& finding : corpus.findings)
    if (finding.severity == diag::Severity::error)
      files[finding.diagnostic.span.file].insert(finding.diagnostic.code);
  return files;
}

// "protocols/mine.md: front matter is not valid YAML (FMT002)"
std::string words_of_left_out(const Corpus& corpus, const Faulty::value_type& left_out) {
  std::vector<std::string> errors;
  for (const diag::Code code : left_out.second)
    errors.push_back(fmt::format("{} ({})", diag::info(code).title, diag::info(code).name));
  return fmt::format("{}: {}", diag::printable(corpus.sources.name(left_out.first)),
                     fmt::join(errors, ", "));
}

constexpr std::string_view left_out_path = "data/left-out.csv";

// One line a text and kind of error: so that whoever builds many knows which are missing, and why.
std::string table_of_left_out(const Corpus& corpus, const Faulty& faulty) {
  std::string table = "text,code,reason\r\n";
  for (const auto& [file, codes] : faulty)
    for (const diag::Code code : codes)
      table += fmt::format(
          "{},{},{}\r\n", render::csv_field(std::string(corpus.sources.name(file))),
          diag::info(code).name, render::csv_field(std::string(diag::info(code).title)));
  return table;
}

// "left out: protocols/mine.md: front matter is not valid YAML (FMT002); …", in one line.
std::string line_of_left_out(const Corpus& corpus, const Faulty& faulty,
                             const std::filesystem::path& folder) {
  constexpr std::size_t most_texts = 5;
  std::vector<std::string> texts;
  for (const auto& each : faulty) {
    if (texts.size() == most_texts) break;
    texts.push_back(words_of_left_out(corpus, each));
  }
  const std::size_t others = faulty.size() - texts.size();
  return fmt::format("left out: {}{}\n", fmt::join(texts, "; "),
                     others == 0 ? ""
                                 : fmt::format("; and {} more, listed in {}", others,
                                               (folder / left_out_path).generic_string()));
}

// Takes the texts with errors out, so that the others can be built: all versions of a protocol
// where the one that stands for it has errors. False where that does not help: a register has
// errors, or no text is without.
bool leave_out_faulty(Corpus& corpus, const Faulty& faulty) {
  for (const auto& [file, errors] : faulty)
    if (!corpus.sources.name(file).ends_with(".md")) return false;
  constexpr auto gone = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> place(corpus.protocols.size(), gone);
  std::vector<syntax::Document> documents;
  std::vector<passes::Protocol> protocols;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < corpus.protocols.size(); ++i) {
    if (faulty.contains(corpus.protocols[i].graph().file)) continue;
    place[i] = static_cast<std::uint32_t>(protocols.size());
    documents.push_back(std::move(corpus.documents[i]));
    protocols.push_back(std::move(corpus.protocols[i]));
    names.push_back(std::move(corpus.names[i]));
  }
  corpus.documents = std::move(documents);
  corpus.protocols = std::move(protocols);
  corpus.names = std::move(names);
  std::erase_if(corpus.others, [&](const OtherVersion& each) {
    return place[each.of] == gone || faulty.contains(each.protocol.graph().file);
  });
  for (OtherVersion& each : corpus.others) each.of = place[each.of];
  return !corpus.protocols.empty();
}

std::string unchanged(std::size_t pdfs) {
  if (pdfs == 0) return "";
  return fmt::format(", {} PDF{} unchanged", pdfs, pdfs == 1 ? "" : "s");
}

std::string summary_of(const Corpus& corpus, const source::Published& files, const Output& output,
                       const Options& options) {
  const std::size_t count = corpus.protocols.size();
  return fmt::format("{}: {} protocol{} in {} files, {}{}; {}", options.output.string(), count,
                     count == 1 ? "" : "s", files.files, in_megabytes(files.bytes),
                     unchanged(output.unchanged_pdfs), counts(corpus));
}

// "3 files changed, 1 new: compare/matrix.csv, york/index.html, …"
std::string words_of_output(const source::Published& files) {
  constexpr std::size_t most_names = 5;
  std::vector<std::string_view> names(files.changed.begin(), files.changed.end());
  const std::size_t shown = std::min(names.size(), most_names);
  return fmt::format(
      "files: {} changed, {} new, {} gone{}{}{}", names.size() - files.added, files.added,
      files.removed, names.empty() ? "" : ": ",
      fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
      shown < names.size() ? ", …" : "");
}

// No interrupt comes between what that makes on disk and whoever knows that it is to be cleared.
void open(std::optional<source::Publication>& publication, const std::filesystem::path& folder) {
  const auto held = hold_interrupts();
  publication.emplace(folder);
}

// Whole or not at all, also where somebody ends a build that watches.
source::Published publish(source::Publication& publication) {
  const auto held = hold_interrupts();
  return publication.publish();
}

void tell(const Output& output) {
  for (const std::string& remark : output.remarks) fmt::print(stderr, "concord: {}\n", remark);
  for (const std::string& path : output.left_out) {
    fmt::print(stderr, "concord: {} is left out: it cannot be typeset\n", path);
  }
}

// `again`: a build before it has made the same. `memory` may be null.
Exit build(const Options& options, const std::set<Format>& formats, bool again, Memory* memory) {
  Progress progress;
  Corpus corpus = compile(options.reading, options.judging, &progress, memory);
  const Faulty faulty = files_with_errors(corpus);
  if (!faulty.empty() && !(options.keep_going && leave_out_faulty(corpus, faulty))) {
    progress.finish();
    report(corpus, diag::Severity::warning, stderr);
    return refuse(corpus, options.output);
  }
  const Making making{
      .formats = formats,
      .templates = options.templates.empty() ? find_share().templates : options.templates,
      .folder = options.output,
      .jobs = options.reading.jobs,
      .pdf_wanted = !options.formats.empty() && formats.contains(Format::pdf),
      .comparison = !options.no_comparison,
      .peers = peers_of(corpus, options),
      .notes = options.notes,
      .kept_pairs = source::read_if_present(options.output / pairs_path),
      .memory = memory == nullptr ? nullptr : &*memory->comparisons};
  std::optional<source::Publication> publication;
  const AtInterrupt clear([&] {
    if (publication) publication->abandon();
  });
  open(publication, options.output);
  const Output output = make(corpus, making, progress, *publication);
  if (!faulty.empty())
    publication->add(std::string(left_out_path), table_of_left_out(corpus, faulty));
  progress.step(fmt::format("publishing {} files", publication->files()));
  const source::Published files = publish(*publication);
  progress.finish();
  report(corpus, diag::Severity::warning, stderr);
  std::string summary = summary_of(corpus, files, output, options);
  if (again) summary += "; " + words_of_output(files);
  tell(output);
  if (memory != nullptr)
    for (const std::string& each : memory->clauses.since_last(corpus)) print(each + "\n");
  print(fmt::format("{}; {:.2f} s, {} of memory\n", summary, progress.seconds(),
                    in_megabytes(peak_memory())));
  if (!faulty.empty()) print(line_of_left_out(corpus, faulty, options.output));
  return output.left_out.empty() && faulty.empty() ? Exit::clean : Exit::errors;
}

// Builds until somebody ends it. What one build cannot do, the next perhaps can, but a command line
// that is wrong at the first stays wrong.
[[noreturn]] void watch(Options options, const std::set<Format>& formats) {
  end_at_interrupt();
  Watch sources(options.reading);
  options.reading = sources.reading();
  Memory memory;
  for (bool again = false; true; again = true) {
    try {
      build(options, formats, again, &memory);
    } catch (const std::exception& error) {
      if (!again && dynamic_cast<const UsageError*>(&error) != nullptr) throw;
      fmt::print(stderr, "concord: {}\n", error.what());
    }
    print("watching; Ctrl-C ends it\n");
    flush_output();
    print(words_of(sources.wait()) + "\n");
    flush_output();
  }
}

Exit run(const Options& options) {
  const std::set<Format> formats = formats_of(options.formats);
  if (options.watch) watch(options, formats);
  die_at_interrupt();
  return build(options, formats, false, nullptr);
}

}  // namespace

Command build_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("build", "Compile protocols into the output folder");
  const auto options = std::make_shared<Options>();
  app->add_option("--output,-o", options->output, "folder to write; output/ by default")
      ->type_name("DIR");
  app->add_option("--formats", options->formats,
                  fmt::format("some of {}; all by default", names_of_formats(",", ",")))
      ->type_name("LIST")
      ->delimiter(',')
      ->allow_extra_args(false);
  app->add_flag("--no-comparison", options->no_comparison,
                "build the protocols alone, and compare nothing");
  app->add_option("--councils", options->councils,
                  "compare each council with these: york,leeds; by default with the\n"
                  "peers that its text names, else the eight nearest to it")
      ->type_name("LIST")
      ->delimiter(',')
      ->allow_extra_args(false);
  app->add_flag("--all-pairs", options->all_pairs,
                "compare every pair of councils in detail, not just peers");
  app->add_flag("--keep-going", options->keep_going,
                "build the texts without errors, and say at the end which were left\n"
                "out and why");
  app->add_flag("--notes", options->notes,
                "show drafting notes beside a draft's text, and as comments in its\n"
                "Word file");
  app->add_flag("--watch", options->watch, "build again whenever a source changes, until Ctrl-C");
  app->add_option("--templates", options->templates, "folder of templates to use instead")
      ->type_name("DIR");
  add_judging_options(*app, options->judging);
  add_reading_options(*app, options->reading);
  app->footer(
      "The folder is written whole or not at all: if a protocol has errors, or the disk is full,\n"
      "the last good output stays. Files in it that Concord did not write are left alone.\n"
      "What cannot be typeset gets no PDF, not even an earlier one; everything else is\n"
      "built, and the exit status is 1. With --keep-going texts with errors are left out; the "
      "last\n"
      "line names them and their errors, DIR/data/left-out.csv has them all, and the exit status "
      "is\n"
      "1 too.\n"
      "\n"
      "Examples:\n"
      "  concord build                                  protocols/ into output/\n"
      "  concord build york.md -o site --formats html   one text, pages only\n"
      "  concord build --watch --formats html           pages, built again after every change\n"
      "  concord build --keep-going                     a folder of texts, some of them with "
      "errors\n"
      "  concord build --no-comparison                  without the matrix and other comparisons\n"
      "  concord build --councils york,leeds            each council beside these two\n"
      "  concord build --deny warnings --as-of today    before publishing");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
