#include "cli/completion.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <sstream>

#include "cli/app.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace concord::cli {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

Argument describe_argument(const CLI::Option& option) {
  Argument argument;
  for (const std::string& name : option.get_lnames()) argument.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) argument.names.push_back("-" + name);
  const bool takes_value = option.get_expected_max() > 0;
  const std::string type = takes_value ? option.get_type_name() : "";
  argument.placeholder = option.get_positional() ? option.get_name(true) : type;
  if (type.find('|') != std::string::npos || type == "warnings")
    argument.choices = split(type, '|');
  argument.description = option.get_description();
  return argument;
}

std::string joined(const std::vector<std::string>& words, std::string_view between = " ") {
  return fmt::format("{}", fmt::join(words, between));
}

std::string names_of_all(const std::vector<CommandLine>& commands) {
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const CommandLine& command : commands) names.push_back(command.name);
  return joined(names);
}

std::string names_of_options(const CommandLine& command) {
  std::vector<std::string> names;
  for (const Argument& argument : command.arguments) {
    names.insert(names.end(), argument.names.begin(), argument.names.end());
  }
  return joined(names);
}

// For a word in single quotes, in any of the three shells.
std::string quoted(std::string text) {
  for (std::size_t i = 0; (i = text.find('\'', i)) != std::string::npos; i += 4) {
    text.replace(i, 1, "'\\''");
  }
  return "'" + text + "'";
}

// zsh ends a description at "]" and a name at ":".
std::string zsh_description(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string zsh_value(const Argument& argument) {
  if (argument.placeholder.empty()) return "";
  if (!argument.choices.empty()) return fmt::format(":value:({})", joined(argument.choices));
  return ":" + argument.placeholder + ":_files";
}

std::string zsh_argument(const Argument& argument) {
  const std::string description = zsh_description(argument.description);
  if (argument.names.empty()) {
    return "      " + quoted("*:" + description + zsh_value(argument));
  }
  std::string lines;
  for (const std::string& name : argument.names) {
    const std::string line = fmt::format("{}[{}]{}", name, description, zsh_value(argument));
    lines += (lines.empty() ? "      " : " \\\n      ") + quoted(line);
  }
  return lines;
}

Exit run(const CLI::App& root, const std::string& shell) {
  const std::vector<CommandLine> commands = describe(root);
  if (shell == "bash") print(bash_completion(commands));
  if (shell == "zsh") print(zsh_completion(commands));
  if (shell == "fish") print(fish_completion(commands));
  return Exit::clean;
}

}  // namespace

std::vector<CommandLine> describe(const CLI::App& root) {
  std::vector<CommandLine> commands;
  for (const CLI::App* app : root.get_subcommands([](const CLI::App*) { return true; })) {
    CommandLine command{app->get_name(), app->get_description(), app->get_footer(), {}};
    for (const CLI::Option* option : app->get_options()) {
      command.arguments.push_back(describe_argument(*option));
    }
    commands.push_back(std::move(command));
  }
  return commands;
}

std::string bash_completion(const std::vector<CommandLine>& commands) {
  std::string options;
  std::string values;
  for (const CommandLine& command : commands) {
    options +=
        fmt::format("    {}) options={} ;;\n", command.name, quoted(names_of_options(command)));
    for (const Argument& argument : command.arguments) {
      if (argument.choices.empty()) continue;
      const std::string where = argument.names.empty() ? "*" : argument.names.front();
      values += fmt::format("    {}:{}) choices={} ;;\n", command.name, where,
                            quoted(joined(argument.choices)));
    }
  }
  return fmt::format(R"(# bash completion for concord; written by: concord completion bash
_concord() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
  local command=${{COMP_WORDS[1]}} options='' choices=''
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W '{} --help --version' -- "$word")
    return
  fi
  case $command in
{}  esac
  case $command:$before in
{}  esac
  if [[ -n $choices ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}}
complete -F _concord concord
)",
                     names_of_all(commands), options, values);
}

std::string zsh_completion(const std::vector<CommandLine>& commands) {
  std::string described;
  std::string cases;
  for (const CommandLine& command : commands) {
    described +=
        fmt::format("    {}\n", quoted(command.name + ":" + zsh_description(command.description)));
    cases += fmt::format("    {})\n      _arguments", command.name);
    for (const Argument& argument : command.arguments) cases += " \\\n" + zsh_argument(argument);
    cases += " ;;\n";
  }
  return fmt::format(R"(#compdef concord
# zsh completion for concord; written by: concord completion zsh
_concord() {{
  local -a commands
  commands=(
{}  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
{}  esac
}}
compdef _concord concord
)",
                     described, cases);
}

std::string fish_completion(const std::vector<CommandLine>& commands) {
  std::string lines = "# fish completion for concord; written by: concord completion fish\n";
  for (const CommandLine& command : commands) {
    lines += fmt::format("complete -c concord -n __fish_use_subcommand -f -a {} -d {}\n",
                         command.name, quoted(command.description));
    for (const Argument& argument : command.arguments) {
      if (argument.names.empty()) continue;
      lines += fmt::format("complete -c concord -n '__fish_seen_subcommand_from {}'", command.name);
      for (const std::string& name : argument.names) {
        lines += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!argument.choices.empty()) {
        lines += " -x -a " + quoted(joined(argument.choices));
      } else if (!argument.placeholder.empty()) {
        lines += " -r";
      }
      lines += fmt::format(" -d {}\n", quoted(argument.description));
    }
  }
  return lines;
}

Command completion_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("completion", "Print a script that completes concord in a shell");
  const auto shell = std::make_shared<std::string>();
  one_of(app->add_option("SHELL", *shell, "the shell that you use"), {"bash", "zsh", "fish"})
      ->required();
  app->footer(
      "Example:\n  concord completion bash > ~/.local/share/bash-completion/completions/concord");
  return {app, [&root, shell] { return run(root, *shell); }};
}

}  // namespace concord::cli
