#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <chrono>
#include <ctime>

#include "syntax/metadata.h"

namespace concord::cli {
namespace {

void set_date(Reading& reading, const std::string& given) {
  reading.as_of = given == "today" ? today() : given;
  if (reading.as_of.size() != std::string_view("YYYY-MM-DD").size() ||
      !syntax::valid_date(reading.as_of)) {
    throw UsageError(
        fmt::format("--as-of takes a day such as 2026-11-21, or today; found \"{}\"", given));
  }
}

// A code ("STY001") or a family, which is a code without its three digits ("STY"), in capitals.
std::string checked_code(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const auto codes = codes_asked_for(word);
  if (std::none_of(codes.begin(), codes.end(),
                   [](const diag::CodeInfo* code) { return diag::can_be_switched_off(*code); }))
    throw UsageError(fmt::format("{} cannot be switched off", word));
  return word;
}

}  // namespace

std::vector<const diag::CodeInfo*> codes_asked_for(const std::string& word) {
  auto codes = diag::codes_of(word);
  if (!codes.empty()) return codes;
  std::vector<std::string> known;
  for (const diag::CodeInfo& info : diag::catalogue()) {
    known.emplace_back(info.name);
    known.emplace_back(info.name.substr(0, info.name.size() - 3));
  }
  const std::vector<std::string> near = diag::nearest(word, known);
  throw UsageError(fmt::format("there is no code or family \"{}\"{}", word,
                               near.empty() ? std::string("; concord explain lists them")
                                            : fmt::format("; did you mean \"{}\"?", near.front())));
}

std::string today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm date{};
  ::gmtime_r(&now, &date);
  return fmt::format("{:04}-{:02}-{:02}", date.tm_year + 1900, date.tm_mon + 1, date.tm_mday);
}

void add_reading_options(CLI::App& command, Reading& reading) {
  command.add_option("PATH", reading.paths, "files, and folders with *.md; protocols/ by default")
      ->type_name("");
  command
      .add_option("--registers", reading.registers,
                  "folder with your registers; Concord's own are used for missing ones")
      ->type_name("DIR");
  command
      .add_option_function<std::string>(
          "--as-of", [&reading](const std::string& given) { set_date(reading, given); },
          "date for judging overdue reviews (or: today)")
      ->type_name("DATE");
  command.add_flag("--drafts", reading.drafts,
                   "use a council's draft, if any, instead of the version in force");
  command.add_option("--jobs,-j", reading.jobs, "protocols at a time; by default one per core")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
}

void add_judging_options(CLI::App& command, Judging& judging) {
  one_of(command.add_option_function<std::string>(
             "--profile",
             [&judging](const std::string& name) { judging.profile = diag::profile_named(name); },
             "how strict; by default as the text's status asks (draft for a draft)"),
         {"transcription", "draft", "adopt"});
  one_of(command.add_option_function<std::string>(
             "--deny", [&judging](const std::string&) { judging.deny_warnings = true; },
             "count warnings as errors"),
         {"warnings"});
  command
      .add_option_function<std::vector<std::string>>(
          "--off",
          [&judging](const std::vector<std::string>& codes) {
            for (const std::string& code : codes) judging.off.push_back(checked_code(code));
          },
          "findings to leave out, by code (STY002) or by family (REF,STY)")
      ->type_name("CODE")
      ->delimiter(',')
      ->allow_extra_args(false);
}

CLI::Option* one_of(CLI::Option* option, const std::vector<std::string>& choices) {
  const auto refuse = [choices](const std::string& given) {
    if (std::ranges::find(choices, given) != choices.end()) return std::string();
    return fmt::format("expected {}; found \"{}\"", fmt::join(choices, ", "), given);
  };
  return option->type_name(fmt::format("{}", fmt::join(choices, "|")))
      ->check(CLI::Validator(refuse, ""));
}

}  // namespace concord::cli
