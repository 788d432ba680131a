#include "cli/app.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "cli/terminal.h"
#include "diag/diagnostic.h"

namespace concord::cli {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  concord build                     compile protocols/ into output/\n"
    "  concord serve                     see the pages in a browser while you write\n"
    "  concord check protocols/york.md   look for mistakes\n"
    "  concord explain REF001            what a code means and what to do\n"
    "  concord renumber mine.md          put numbers in sequence, with the references to them\n"
    "  concord adopt mine.draft.md --since mine.md -o pack/   a draft for the council\n"
    "  concord compare york leeds        two councils, clause by clause\n"
    "  concord gaps ware                 what others have that was not found in Ware\n"
    "  concord peers york#5.3            what other councils say on York's 5.3\n"
    "  concord impact york#5.4           what a change to York's 5.4 would affect\n"
    "  concord provisions show           the provisions that the register lists\n"
    "  concord new protocols/mine.md     start a protocol of your own\n"
    "  concord import \"Protocol.docx\"    make a source of a Word file, PDF or web page\n"
    "\n"
    "Exit status: 0 clean, 1 errors found, 2 wrong command line, 3 system error.\n"
    "Manual: man concord. Help on a command: concord COMMAND --help.";

std::vector<std::string> names_of_commands(const CLI::App& root) {
  std::vector<std::string> names;
  for (const CLI::App* command : root.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& names) {
  const std::vector<std::string> near = diag::nearest(word, names);
  return near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near.front());
}

// CLI11 would say that the argument "was not expected"; a reader wants to know what was.
void refuse_unknown_command(const CLI::App& root, int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  const std::string word = argv[1];
  const std::vector<std::string> names = names_of_commands(root);
  if (std::find(names.begin(), names.end(), word) != names.end()) return;
  throw UsageError(fmt::format("there is no command \"{}\"{}", word, did_you_mean(word, names)));
}

[[noreturn]] void refuse_unknown_argument(const CLI::App& root) {
  const std::vector<std::string> words = root.remaining(true);
  const CLI::App& command = *root.get_subcommands().front();
  if (words.empty() || words.front().front() != '-') {
    throw UsageError(fmt::format("unexpected argument \"{}\" for concord {}",
                                 words.empty() ? "" : words.front(), command.get_name()));
  }
  const std::string option = words.front().substr(0, words.front().find('='));
  throw UsageError(fmt::format("concord {} has no option \"{}\"{}", command.get_name(), option,
                               did_you_mean(option, names_of_options(command))));
}

// Whoever names no command has not met concord yet.
Exit run_chosen(const CLI::App& root, const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.run();
  }
  fmt::print(stderr, "concord: a command is missing\n\n{}", root.help());
  return Exit::usage;
}

Exit parse_and_run(CLI::App& root, const std::vector<Command>& commands, int argc,
                   const char* const* argv) {
  try {
    refuse_unknown_command(root, argc, argv);
    root.parse(argc, argv);
    return run_chosen(root, commands);
  } catch (const CLI::ExtrasError&) {
    refuse_unknown_argument(root);
  } catch (const CLI::Success& asked_for_help) {
    root.exit(asked_for_help);
    return Exit::clean;
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
}

// Under the heading that --help shows them below.
void add(std::vector<Command>& all, const char* heading, std::vector<Command> commands) {
  for (Command& command : commands) {
    command.app->group(heading);
    all.push_back(std::move(command));
  }
}

std::vector<Command> all_commands(CLI::App& root) {
  std::vector<Command> all;
  add(all, "Write and publish",
      {new_command(root), import_command(root), check_command(root), explain_command(root),
       build_command(root), serve_command(root)});
  add(all, "Revise",
      {renumber_command(root), freeze_command(root), borrow_command(root), impact_command(root),
       redline_command(root), adopt_command(root)});
  add(all, "Compare councils",
      {compare_command(root), matrix_command(root), gaps_command(root), peers_command(root),
       provisions_command(root), explain_link_command(root), link_command(root),
       evaluate_command(root)});
  add(all, "For programs and developers",
      {graph_command(root), dump_command(root), completion_command(root), manual_command(root)});
  return all;
}

}  // namespace

Exit run(int argc, const char* const* argv) {
  CLI::App root(
      "Compiles councils' protocols, written in Markdown, into linked HTML, tagged PDF,\n"
      "Word files, Akoma Ntoso XML, JSON and Markdown, and compares them clause by clause.");
  root.name("concord");
  root.set_version_flag("--version", "concord " CONCORD_VERSION);
  root.get_formatter()->column_width(32);
  root.get_formatter()->label("SUBCOMMAND", "COMMAND");
  root.footer(examples);
  const std::vector<Command> commands = all_commands(root);
  try {
    const Exit status = parse_and_run(root, commands, argc, argv);
    flush_output();
    return status;
  } catch (const UsageError& error) {
    const std::vector<CLI::App*> chosen = root.get_subcommands();
    const std::string command = chosen.empty() ? "" : chosen.front()->get_name() + " ";
    fmt::print(stderr, "concord: {}\nTry \"concord {}--help\".\n", error.what(), command);
    return Exit::usage;
  }
}

}  // namespace concord::cli
