// The room cli/ is where a person meets Concord: it reads the command line, finds the files, runs
// the rooms in order and says how it went. It decides nothing about protocols.
#pragma once

#include <functional>
#include <stdexcept>

namespace CLI {
class App;
}

namespace concord::cli {

// The status with which the program ends; a shell script may rely on it.
enum class Exit : int {
  clean = 0,
  errors = 1,   // the protocols have errors
  usage = 2,    // the command line cannot be understood
  machine = 3,  // the disk is full, a file may not be written, …
};

// The command line asks for what cannot be done. The message says what was found and what was
// expected; it is shown with a pointer to --help, and the program ends with Exit::usage.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A subcommand and what to do where it was chosen.
struct Command {
  CLI::App* app = nullptr;
  std::function<Exit()> run;
};

// One command a file. Each adds its subcommand with its options to the root.
Command build_command(CLI::App& root);
Command serve_command(CLI::App& root);
Command check_command(CLI::App& root);
Command graph_command(CLI::App& root);
Command impact_command(CLI::App& root);
Command compare_command(CLI::App& root);
Command redline_command(CLI::App& root);
Command matrix_command(CLI::App& root);
Command gaps_command(CLI::App& root);
Command peers_command(CLI::App& root);
Command explain_link_command(CLI::App& root);
Command evaluate_command(CLI::App& root);
Command provisions_command(CLI::App& root);
Command link_command(CLI::App& root);
Command dump_command(CLI::App& root);
Command explain_command(CLI::App& root);
Command new_command(CLI::App& root);
Command import_command(CLI::App& root);
Command renumber_command(CLI::App& root);
Command freeze_command(CLI::App& root);
Command borrow_command(CLI::App& root);
Command adopt_command(CLI::App& root);
Command completion_command(CLI::App& root);
Command manual_command(CLI::App& root);

// Runs the program. Throws what only the machine can do to us.
Exit run(int argc, const char* const* argv);

}  // namespace concord::cli
