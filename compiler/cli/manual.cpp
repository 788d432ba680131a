// The manual page: what the command line says of itself, and what it cannot say.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/app.h"
#include "cli/completion.h"
#include "cli/terminal.h"

namespace concord::cli {
namespace {

// roff takes a "." or "'" that begins a line, and every backslash and hyphen, for its own.
std::string roff(const std::string& text) {
  std::string escaped;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
    at_start = c == '\n';
  }
  return escaped;
}

std::string argument(const Argument& argument) {
  const std::string value =
      argument.placeholder.empty() ? "" : "\\fI" + roff(argument.placeholder) + "\\fR";
  if (argument.names.empty())
    return fmt::format(".TP\n{}\n{}\n", value, roff(argument.description));
  std::string names;
  for (const std::string& name : argument.names) {
    names += (names.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
  }
  return fmt::format(".TP\n{}{}{}\n{}\n", names, value.empty() ? "" : " ", value,
                     roff(argument.description));
}

std::string section(const CommandLine& command) {
  std::string page = fmt::format(".SS concord {}\n{}.\n", command.name, roff(command.description));
  for (const Argument& each : command.arguments) page += argument(each);
  if (!command.examples.empty()) {
    page += fmt::format(".PP\n.nf\n{}\n.fi\n", roff(command.examples));
  }
  return page;
}

}  // namespace

std::string manual_page(const std::vector<CommandLine>& commands, const std::string& version) {
  std::string page = fmt::format(R"(.TH CONCORD 1 "" "concord {}" "User commands"
.SH NAME
concord \- compile councils' protocols, written in Markdown, into linked documents
.SH SYNOPSIS
.B concord
.I command
.RI [ options ]
.RI [ path " ...]"
.SH DESCRIPTION
Concord reads protocols \- a council's rules on how its members and officers work together \- written
in Markdown with a few lines of metadata, checks them, and writes them as linked HTML, tagged PDF,
Word files, Akoma Ntoso XML, JSON and Markdown.
Numbers are kept exactly as printed; references in plain prose become links; what looks like a
mistake is reported with its place and what to do.
.SH COMMANDS
)",
                                 roff(version));
  for (const CommandLine& command : commands) page += section(command);
  return page + R"(.SH EXIT STATUS
.TP
0
clean, or warnings only
.TP
1
the protocols have errors, or a text cannot be typeset
.TP
2
wrong command line
.TP
3
system error (disk full, no permission); the last good output stays
.SH ENVIRONMENT
.TP
.B NO_COLOR
no colour, even on a terminal
.TP
.B SOURCE_DATE_EPOCH
the date for judging overdue reviews, in seconds since 1970, if \-\-as\-of is not given.
Without either, the latest date on which a source was retrieved counts. The clock is read only for
\-\-as\-of today, so the same texts give the same bytes on any day.
.SH FILES
.TP
.I protocols/*.md
the protocols
.TP
.I protocols/register/*.yaml
what all councils share: roles, topics, instruments, words that mean the same
.TP
.I output/data/files.txt
what the last build wrote; other files in the folder are left alone
)";
}

Command manual_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("manual", "Print the manual page");
  app->footer("Example:\n  concord manual | man -l -");
  return {app, [&root] {
            print(manual_page(describe(root), CONCORD_VERSION));
            return Exit::clean;
          }};
}

}  // namespace concord::cli
