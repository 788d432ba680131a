#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/app.h"
#include "cli/share.h"
#include "cli/terminal.h"
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

Exit run(const Options& options) {
  std::string text = source::read_file(find_share().templates / "starter.md");
  if (!options.council.empty()) {
    text.replace(text.find(council_in_starter), council_in_starter.size(), quoted(options.council));
  }
  source::create_file(options.file, text);
  print(fmt::format("{}: a protocol to start from; look at it with: concord check {}\n",
                    options.file.string(), options.file.string()));
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
