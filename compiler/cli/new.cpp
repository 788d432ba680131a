#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/app.h"
#include "cli/share.h"
#include "cli/terminal.h"
#include "source/characters.h"
#include "source/files.h"
#include "source/source_map.h"

namespace concord::cli {
namespace {

struct Options {
  std::filesystem::path file;
  std::string council;
};

constexpr std::string_view council_in_starter = "Example Borough Council";

// YAML reads a value in double quotes back as it was, but for these two characters.
std::string quoted(const std::string& text) {
  std::string in_quotes = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') in_quotes += '\\';
    in_quotes += c;
  }
  return in_quotes + "\"";
}

// "new mine.docx" would write Markdown under a name that Word opens.
void refuse_document(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  std::ranges::transform(ending, ending.begin(), source::lower);
  if (ending == ".docx" || ending == ".doc" || ending == ".pdf" || ending == ".html")
    throw UsageError(fmt::format(
        "a protocol is a .md file; found \"{}\" (concord import makes a source of a document)",
        file.string()));
}

Exit run(const Options& options) {
  refuse_document(options.file);
  if (std::filesystem::exists(options.file))
    throw UsageError(
        fmt::format("\"{}\" is there already; name another file", options.file.string()));
  std::string text = source::read_file(find_share().templates / "starter.md");
  if (!options.council.empty()) {
    text.replace(text.find(council_in_starter), council_in_starter.size(), quoted(options.council));
  }
  source::create_file(options.file, text);
  print(fmt::format("{}: written; to check it: concord check {}\n", options.file.string(),
                    typed(options.file)));
  return Exit::clean;
}

}  // namespace

Command new_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("new", "Start a protocol that compiles");
  const auto options = std::make_shared<Options>();
  app->add_option("FILE", options->file, "where to write it; never one that exists")
      ->type_name("")
      ->required();
  app->add_option("--council", options->council, "the council's name")->type_name("NAME");
  app->footer(
      "Example:\n  concord new protocols/barchester.md --council \"Barchester City Council\"");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
