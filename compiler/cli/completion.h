// The command line described to a shell and to a reader, from the one place that defines it.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace concord::cli {

// An option or a positional argument as its help shows it.
struct Argument {
  std::vector<std::string> names;  // "--format", "-j"; empty for a positional
  std::string placeholder;         // "DIR", "N"; the name of a positional; empty for a flag
  std::string description;
  std::vector<std::string> choices;  // the only values that it takes; empty: any
};

struct CommandLine {
  std::string name;
  std::string description;
  std::string examples;  // the lines below the help
  std::vector<Argument> arguments;
};

// Every subcommand, in the order in which help shows them.
std::vector<CommandLine> describe(const CLI::App& root);

// Scripts that complete the commands, their options and the values of these, and files elsewhere.
std::string bash_completion(const std::vector<CommandLine>& commands);
std::string zsh_completion(const std::vector<CommandLine>& commands);
std::string fish_completion(const std::vector<CommandLine>& commands);

// The manual page (roff, man macros).
std::string manual_page(const std::vector<CommandLine>& commands, const std::string& version);

}  // namespace concord::cli
