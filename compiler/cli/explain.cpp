#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/app.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "diag/diagnostic.h"

namespace concord::cli {
namespace {

void list(const diag::CodeInfo& info) {
  print(fmt::format("{:<8} {:<8} {}\n", info.name, diag::name_of(info.severity[0]), info.title));
}

std::string severities(const diag::CodeInfo& info) {
  return fmt::format("transcription: {}, draft: {}, adopt: {}", diag::name_of(info.severity[0]),
                     diag::name_of(info.severity[1]), diag::name_of(info.severity[2]));
}

void explain(const diag::CodeInfo& info) {
  print(fmt::format("{}: {}\n({})\n\n{}", info.name, info.title, severities(info),
                    diag::explanation(info.code)));
}

// A code has a page; a family ("REF", as --off takes it) is a list of codes.
void explain(const std::string& word) {
  if (const auto code = diag::code_named(word)) return explain(diag::info(*code));
  for (const diag::CodeInfo* info : codes_asked_for(word)) list(*info);
}

}  // namespace

Command explain_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("explain", "Say what a code means and what to do");
  const auto codes = std::make_shared<std::vector<std::string>>();
  app->add_option("CODE", *codes,
                  "such as REF001, or a family such as REF; without one, all are listed")
      ->type_name("");
  app->footer(
      "Codes of one kind begin alike and are a family: REF has those about references. --off "
      "takes\n"
      "codes and families.\n"
      "\n"
      "Examples:\n"
      "  concord explain                  all codes\n"
      "  concord explain REF              those about references\n"
      "  concord explain NUM001 MET002    what these two mean");
  return {app, [codes] {
            if (codes->empty())
              for (const diag::CodeInfo& info : diag::catalogue()) list(info);
            for (const std::string& code : *codes) explain(code);
            return Exit::clean;
          }};
}

}  // namespace concord::cli
