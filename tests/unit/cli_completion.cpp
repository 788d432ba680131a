#include <catch2/catch.hpp>

#include "cli/completion.h"

using namespace concord::cli;

namespace {

std::vector<CommandLine> one_command() {
  return {{"check",
           "Look for the council's mistakes",
           "Example:\n  concord check",
           {{{"--format", "-f"}, "text|json", "how [it] is: shown", {"text", "json"}},
            {{"--fix"}, "", "put right", {}},
            {{}, "PATH", "files", {}}}}};
}

}  // namespace

TEST_CASE("fish is told names, values and descriptions") {
  CHECK(
      fish_completion(one_command()) ==
      "# fish completion for concord; written by: concord completion fish\n"
      "complete -c concord -n __fish_use_subcommand -f -a check -d 'Look for the council'\\''s "
      "mistakes'\n"
      "complete -c concord -n '__fish_seen_subcommand_from check' -l format -s f -x -a 'text json' "
      "-d 'how [it] is: shown'\n"
      "complete -c concord -n '__fish_seen_subcommand_from check' -l fix -d 'put right'\n");
}

TEST_CASE("zsh is told the same, with its own signs escaped") {
  const std::string script = zsh_completion(one_command());
  CHECK(script.find("'check:Look for the council'\\''s mistakes'") != std::string::npos);
  CHECK(script.find("'--format[how \\[it\\] is\\: shown]:value:(text json)'") != std::string::npos);
  CHECK(script.find("'*:files:PATH:_files'") != std::string::npos);
}

TEST_CASE("bash is told options and values") {
  const std::string script = bash_completion(one_command());
  CHECK(script.find("check) options='--format -f --fix' ;;") != std::string::npos);
  CHECK(script.find("check:--format) choices='text json' ;;") != std::string::npos);
}

TEST_CASE("the manual page shows text as text") {
  const std::string page = manual_page({{"new", ".start\\here", "'quoted", {}}}, "1.2.3");
  CHECK(page.find("\n\\&.start\\ehere.\n") != std::string::npos);
  CHECK(page.find("\n\\&'quoted\n") != std::string::npos);
  CHECK(page.find("\"concord 1.2.3\"") != std::string::npos);
}
