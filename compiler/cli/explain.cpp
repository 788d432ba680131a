#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/app.h"
#include "cli/terminal.h"
#include "diag/diagnostic.h"

namespace concord::cli {
namespace {

void list_codes() {
  for (const diag::CodeInfo& info : diag::catalogue()) {
    print(fmt::format("{:<8} {:<8} {}\n", info.name, diag::name_of(info.severity[0]), info.title));
  }
}

std::string severities(const diag::CodeInfo& info) {
  return fmt::format("transcription: {}, draft: {}, adopt: {}", diag::name_of(info.severity[0]),
                     diag::name_of(info.severity[1]), diag::name_of(info.severity[2]));
}

void explain(const std::string& word) {
  const auto code = diag::code_named(word);
  if (!code) {
    std::vector<std::string> known;
    for (const diag::CodeInfo& info : diag::catalogue()) known.emplace_back(info.name);
    const std::vector<std::string> near = diag::nearest(word, known);
    throw UsageError(fmt::format("there is no code \"{}\"{}", word,
                                 near.empty() ? std::string("; concord explain lists them")
                                              : fmt::format("; did you mean {}?", near.front())));
  }
  const diag::CodeInfo& info = diag::info(*code);
  print(fmt::format("{}: {}\n({})\n\n{}", info.name, info.title, severities(info),
                    diag::explanation(*code)));
}

}  // namespace

Command explain_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("explain", "Say what a code means and what to do");
  const auto codes = std::make_shared<std::vector<std::string>>();
  app->add_option("CODE", *codes, "such as REF001; without one, all are listed")->type_name("");
  app->footer("Examples:\n  concord explain\n  concord explain NUM001 MET002");
  return {app, [codes] {
            if (codes->empty()) list_codes();
            for (const std::string& code : *codes) explain(code);
            return Exit::clean;
          }};
}

}  // namespace concord::cli
