#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <system_error>

#include "cli/app.h"
#include "cli/import_lists.h"
#include "cli/import_onto.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/parallel.h"
#include "cli/share.h"
#include "cli/terminal.h"
#include "diag/messages.h"
#include "graph/clause_graph.h"
#include "intake/read.h"
#include "intake/recognise.h"
#include "render/data_file.h"
#include "render/html_import.h"
#include "render/import_report.h"
#include "source/characters.h"
#include "source/files.h"
#include "source/source_map.h"
#include "syntax/front_matter.h"
#include "view/counted.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;
using render::ImportedFile;

struct Options {
  std::vector<fs::path> paths;
  fs::path output = "protocols";
  fs::path report;
  fs::path onto;
  fs::path registers;
  intake::Known known;
  std::string changes;
  unsigned jobs = 0;
  bool dry_run = false;
};

std::string ending_of(const fs::path& file) {
  std::string ending = file.extension().string();
  std::ranges::transform(ending, ending.begin(), source::lower);
  return ending;
}

// Documents, those of kinds included that are refused with the reason and a remedy.
bool is_document(const fs::path& file) {
  static const std::set<std::string, std::less<>> endings{".docx", ".docm", ".doc", ".odt", ".rtf",
                                                          ".pdf",  ".html", ".htm", ".txt"};
  return endings.contains(ending_of(file));
}

// A file as it is named; of a folder, all documents below it. Word's own "~$name.docx" are
// locks.
std::vector<fs::path> find_files(const std::vector<fs::path>& paths) {
  std::set<fs::path> found;
  for (const fs::path& path : paths) {
    if (!fs::exists(path))
      throw UsageError(fmt::format("there is no file or folder \"{}\"", path.string()));
    if (!fs::is_directory(path)) {
      found.insert(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.is_regular_file() && is_document(entry.path()) &&
          !entry.path().filename().string().starts_with("~$"))
        found.insert(entry.path());
  }
  if (found.empty())
    throw UsageError(
        fmt::format("no document (.docx, .pdf, .html, .txt) in \"{}\"", paths.front().string()));
  return {found.begin(), found.end()};
}

intake::Changes changes_of(const std::string& word) {
  if (word == "accept") return intake::Changes::accept;
  if (word == "reject") return intake::Changes::reject;
  return intake::Changes::ask;
}

ImportedFile import_one(const fs::path& path, const Options& options,
                        const syntax::ImportLists& lists) {
  ImportedFile file;
  file.file = path.generic_string();
  try {
    const std::string bytes = source::read_file(path);
    if (const auto format = intake::format_of(bytes, ending_of(path)))
      file.kind = intake::name_of(*format);
    intake::Outcome outcome =
        intake::read(bytes, changes_of(options.changes), lists, ending_of(path));
    if (auto* refusal = std::get_if<intake::Refusal>(&outcome)) {
      file.refusal = std::move(*refusal);
    } else {
      file.import =
          intake::recognise(std::get<intake::Reading>(std::move(outcome)), options.known, lists);
      if (file.import.document.blocks.empty())
        file.refusal = {diag::Code::IMP005, diag::IMP005::nothing_left};
    }
  } catch (const std::system_error& error) {
    file.refusal = {diag::Code::SRC001, error.what()};
  }
  return file;
}

std::vector<ImportedFile> import_all(const std::vector<fs::path>& paths, const Options& options,
                                     const syntax::ImportLists& lists) {
  std::vector<ImportedFile> files(paths.size());
  Progress progress;
  progress.step("reading", paths.size());
  at_once(paths.size(), options.jobs, [&](std::size_t i) {
    files[i] = import_one(paths[i], options, lists);
    progress.advance();
  });
  return files;
}

// "City of York Council" is york, "Ware Town Council" ware.
std::string id_of_council(std::string_view council, const syntax::ImportLists& lists) {
  std::string id;
  const std::string all = syntax::as_identifier(council);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('-', at), all.size());
    const std::string word = all.substr(at, end - at);
    if (!lists.words_without_id.contains(word)) id += (id.empty() ? "" : "-") + word;
    at = end + 1;
  }
  return id.empty() ? all : id;
}

std::string id_of(const ImportedFile& file, const syntax::ImportLists& lists) {
  const syntax::Metadata& metadata = file.import.document.metadata;
  if (!metadata.id.empty()) return metadata.id;
  if (metadata.council != intake::unknown_council) return id_of_council(metadata.council, lists);
  const std::string id = syntax::as_identifier(fs::path(file.file).stem().string());
  return id.empty() ? "protocol" : id;
}

bool names_a_file(const Options& options) {
  return options.output.extension() == ".md";
}

// Where the sources go.
fs::path folder_of(const Options& options) {
  return names_a_file(options) ? options.output.parent_path() : options.output;
}

bool is_same_text(const ImportedFile& a, const ImportedFile& b) {
  const syntax::Metadata& one = a.import.document.metadata;
  const syntax::Metadata& other = b.import.document.metadata;
  return one.council != intake::unknown_council && one.council == other.council &&
         one.title == other.title;
}

// The file's id with the first number behind it that is free, and a doubt that says so.
std::string other_id(ImportedFile& file, const std::string& wanted,
                     const std::map<std::string, const ImportedFile*>& taken) {
  std::string id;
  for (int number = 2; id.empty() || taken.contains(id); ++number)
    id = fmt::format("{}-{}", wanted, number);
  const ImportedFile& first = *taken.at(wanted);
  file.import.doubts.push_back({diag::Code::IMP029,
                                {},
                                "",
                                is_same_text(file, first)
                                    ? fmt::format(diag::IMP029::same_text, first.file, id)
                                    : fmt::format(diag::IMP029::other_text, first.file, id)});
  return id;
}

// Where each source goes; of several with one id all but the first get a number.
void choose_places(std::vector<ImportedFile>& files, const Options& options,
                   const syntax::ImportLists& lists) {
  std::map<std::string, const ImportedFile*> taken;
  for (ImportedFile& file : files) {
    if (file.refusal) continue;
    std::string id = id_of(file, lists);
    if (taken.contains(id)) id = other_id(file, id, taken);
    taken.emplace(id, &file);
    file.import.document.metadata.id = id;
    file.written = names_a_file(options) ? options.output.generic_string()
                                         : (options.output / (id + ".md")).generic_string();
  }
}

// The errors with which the text would not compile, as they would be shown.
std::vector<std::string> errors_of(const std::string& name, const std::string& text) {
  source::SourceMap sources;
  diag::Sink sink;
  const source::FileId id = sources.add(name, text);
  graph::build(syntax::parse(sources, id, sink), sink);
  std::vector<std::string> errors;
  for (const diag::Finding& finding : diag::judge(sink, {}))
    if (finding.severity == diag::Severity::error)
      errors.push_back(fmt::format(
          "{}:{}: error[{}]: {}", name, sources.position(id, finding.diagnostic.span.begin).line,
          diag::info(finding.diagnostic.code).name, finding.diagnostic.message));
  return errors;
}

std::string line_of(const std::string& file, const intake::Place& place, std::string_view kind,
                    std::string_view words, std::string_view reason) {
  const std::string where = intake::in_words(place);
  return fmt::format("{}{}{}: {}: {}{}\n", file, where.empty() ? "" : ", ", where, kind, reason,
                     words.empty() ? "" : fmt::format(": \"{}\"", words));
}

void show_details(const ImportedFile& file) {
  for (const intake::Removed& removed : file.import.removed)
    print(line_of(file.file, removed.place, "removed[IMP015]", removed.words, removed.reason));
  for (const intake::PlacedRepair& each : file.import.repaired)
    print(line_of(file.file, each.place, "repaired[IMP016]", each.repair.to,
                  fmt::format(diag::IMP016::was, each.repair.at, each.repair.from)));
  for (const intake::Doubt& doubt : file.import.doubts)
    print(line_of(file.file, doubt.place,
                  fmt::format("{}[{}]", diag::name_of(diag::info(doubt.code).severity[0]),
                              diag::info(doubt.code).name),
                  doubt.words, doubt.reason));
}

void show_summary(const ImportedFile& file, bool dry_run) {
  const intake::Counts& found = file.import.recognised;
  print(fmt::format("{}: {}, {} and {} ({}){}\n  removed {}, repaired {}, doubtful {}\n", file.file,
                    view::counted(found.headings, "heading", "headings"),
                    view::counted(found.clauses, "paragraph", "paragraphs"),
                    view::counted(found.items, "item", "items"), file.kind,
                    dry_run ? "" : fmt::format(" -> {}", file.written), file.import.removed.size(),
                    file.import.repaired.size(), file.import.doubts.size()));
}

// A source that is there already is never replaced.
bool is_in_the_way(ImportedFile& file) {
  if (!fs::exists(file.written)) return false;
  file.refusal = {diag::Code::IMP029, fmt::format(diag::IMP029::there, file.written)};
  file.written.clear();
  return true;
}

bool refuse(const ImportedFile& file) {
  fmt::print(stderr, "{}: error[{}]: {}\n", file.file, diag::info(file.refusal->code).name,
             file.refusal->reason);
  return false;
}

// True where a source was made of the file.
bool finish(ImportedFile& file, const Options& options) {
  if (file.refusal || is_in_the_way(file)) return refuse(file);
  const std::string text = to_markdown(file.import.document, syntax::Notes::kept);
  file.errors = errors_of(file.written, text);
  for (const std::string& error : file.errors) fmt::print(stderr, "{}\n", error);
  if (!options.dry_run) source::create_file(file.written, text);
  show_details(file);
  show_summary(file, options.dry_run);
  return file.errors.empty();
}

void list(std::string_view heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  print(fmt::format("{} ({}):\n", heading, lines.size()));
  for (const std::string& line : lines) print(fmt::format("  {}\n", line));
}

// Behind the details of many files: which have no source, and which need an id or a council.
void show_overview(const std::vector<ImportedFile>& files) {
  std::vector<std::string> refused, wrong, renamed, nameless;
  std::size_t doubts = 0;
  for (const ImportedFile& file : files) {
    if (file.refusal) {
      refused.push_back(fmt::format("{}: {}", file.file, file.refusal->reason));
      continue;
    }
    doubts += file.import.doubts.size();
    if (!file.errors.empty()) wrong.push_back(fmt::format("{}: {}", file.written, file.errors[0]));
    if (file.import.document.metadata.council == intake::unknown_council)
      nameless.push_back(fmt::format("{} -> {}", file.file, file.written));
    for (const intake::Doubt& doubt : file.import.doubts)
      if (doubt.code == diag::Code::IMP029)
        renamed.push_back(fmt::format("{}: {}", file.file, doubt.reason));
  }
  print(
      fmt::format("\n{}: {}, {} in doubt\n", view::counted(files.size(), "document", "documents"),
                  view::counted(files.size() - refused.size() - wrong.size(), "source", "sources"),
                  view::counted(doubts, "place", "places")));
  list("No source was made", refused);
  list("The source does not compile; mend it by hand", wrong);
  list("The id was taken", renamed);
  list("The council was not found; name it in the source", nameless);
}

void check(const Options& options, std::size_t files) {
  const std::string ending = options.report.extension().string();
  if (!options.report.empty() && ending != ".json" && ending != ".html")
    throw UsageError(
        fmt::format("a report is a .html or .json file; found \"{}\"", options.report.string()));
  if (files > 1 && (names_a_file(options) || !options.known.id.empty()))
    throw UsageError(fmt::format("{} files go into a folder, each under an id of its own", files));
}

void write_report(const Options& options, const std::vector<ImportedFile>& files) {
  if (options.report.empty()) return;
  if (options.report.extension() == ".json")
    return source::write_file(
        options.report, render::stamped(render::import_json(files), {CONCORD_VERSION, {}, {}}));
  const render::Templates templates = read_templates(find_share().templates);
  source::write_file(options.report,
                     render::import_html(files, render::HtmlTemplates(templates), templates));
}

// The edits of one Word file into the source that it was made of.
Exit run_onto(const Options& options) {
  if (options.paths.size() != 1 || fs::is_directory(options.paths.front()))
    throw UsageError("--onto takes one Word file");
  if (!options.known.id.empty() || !options.known.council.empty() || !options.report.empty())
    throw UsageError("--onto goes with --changes and --dry-run only");
  if (!fs::exists(options.paths.front()))
    throw UsageError(fmt::format("there is no file \"{}\"", options.paths.front().string()));
  return import_onto(
      {options.paths.front(), options.onto,
       options.changes == "reject" ? intake::Changes::reject : intake::Changes::accept,
       options.registers, options.dry_run});
}

Exit run(const Options& options) {
  die_at_interrupt();
  if (!options.onto.empty()) return run_onto(options);
  const std::vector<fs::path> paths = find_files(options.paths);
  check(options, paths.size());
  const syntax::ImportLists lists = read_import_lists(options.registers, folder_of(options));
  std::vector<ImportedFile> files = import_all(paths, options, lists);
  choose_places(files, options, lists);
  bool clean = true;
  for (ImportedFile& file : files) clean = finish(file, options) && clean;
  if (files.size() > 1) show_overview(files);
  write_report(options, files);
  return clean ? Exit::clean : Exit::errors;
}

}  // namespace

Command import_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("import", "Turn Word files, PDFs, web pages and plain text into sources");
  const auto options = std::make_shared<Options>();
  app->add_option("FILE", options->paths,
                  "documents (.docx, .pdf, .html, .txt), or folders of them")
      ->type_name("")
      ->required();
  app->add_option("-o,--output", options->output,
                  "folder for the sources, each named after its council;\n"
                  "for one document, a .md file")
      ->type_name("FOLDER|FILE")
      ->capture_default_str();
  app->add_flag("--dry-run", options->dry_run, "say what would be made; write nothing");
  app->add_option("--id", options->known.id, "the protocol's id, for one document")
      ->type_name("ID");
  app->add_option("--council", options->known.council,
                  "the council's name, where the text lacks it")
      ->type_name("NAME");
  one_of(app->add_option("--changes", options->changes,
                         "accept or reject all tracked changes; needed where a\n"
                         "file has some; with --onto, accepted by default"),
         {"accept", "reject"});
  app->add_option("--onto", options->onto,
                  "take the edits of a Word file that Concord made into its source")
      ->type_name("SOURCE.md");
  app->add_option("--registers", options->registers,
                  "folder with your registers; Concord's own are used for missing ones")
      ->type_name("DIR");
  app->add_option("--report", options->report, "write the report too, as a page or as JSON")
      ->type_name("FILE.html|.json");
  app->add_option("-j,--jobs", options->jobs, "files at a time; by default one per core")
      ->type_name("N");
  app->footer(
      "Finds numbers, headings, items, quotations, tables and footnotes; takes out headers,\n"
      "footers, page numbers and tables of contents; and says what was removed, what was repaired\n"
      "and what is doubtful, each with its place. The source always compiles, but read it against\n"
      "the document.\n"
      "\n"
      "--onto takes the edits made in protocol.docx of a build back into its source: changed "
      "words,\n"
      "paragraphs added, deleted or moved, with their numbers, and comments, as drafting notes.\n"
      "Everything else in the source stays as it is, byte for byte. The redline is printed, and\n"
      "edits that have no place in the source are listed.\n"
      "\n"
      "Examples:\n"
      "  concord import \"Member Officer Protocol.docx\" -o protocols/\n"
      "  concord import --dry-run consultation/ --report report.json\n"
      "  concord import edited.docx --onto protocols/york.draft.md");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
