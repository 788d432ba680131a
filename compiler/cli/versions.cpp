#include "cli/versions.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <utility>

#include "cli/version_sets.h"
#include "diag/print.h"
#include "language/words.h"
#include "source/git.h"

namespace concord::cli {

namespace fs = std::filesystem;

std::string file_name(std::string_view source) {
  return std::string(source.substr(source.find_last_of("/\\:") + 1));
}

void remark(const std::string& words) {
  if (!words.empty()) fmt::print(stderr, "concord: {}\n", diag::printable(words));
}

fs::path version_file(const std::string& name, const std::vector<fs::path>& places) {
  const auto version = fs::exists(name) ? std::nullopt : version_name(name);
  if (!version) return name;
  if (!version->clause.empty())
    throw UsageError(fmt::format("\"{}\" is a clause; name the version alone, {}@{}", name,
                                 version->id, version->version));
  return find_version(*version, places.empty() ? std::vector<fs::path>{"protocols"} : places);
}

Version read_version(Reading reading, const std::string& name,
                     const std::vector<fs::path>& places) {
  const fs::path file = version_file(name, places);
  reading.paths = {file};
  if (fs::is_directory(file))
    throw UsageError(fmt::format("\"{}\" is a folder; name one version's file", name));
  if (!fs::exists(file)) {
    if (!source::names_committed_text(name))
      throw UsageError(
          fmt::format("there is no file \"{}\"; a version is a file, REV:path in git, "
                      "or a name such as york@2017-04-11",
                      name));
    reading.paths.clear();
    reading.committed = name;
  }
  Version version{name, compile(reading, {})};
  if (version.corpus.protocols.empty()) {
    const auto& findings = version.corpus.findings;
    throw UsageError(findings.empty() ? fmt::format("\"{}\" has no protocol in it", name)
                                      : fmt::format("\"{}\" cannot be read: {}", name,
                                                    findings.front().diagnostic.message));
  }
  return version;
}

void add_places_option(CLI::App& command, std::vector<fs::path>& places) {
  command.add_option("--in", places, "where to look for york@2017-04-11; protocols/ by default")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

std::string require_one_protocol(const passes::Protocol& before, const passes::Protocol& after) {
  const syntax::Metadata& one = before.metadata();
  const syntax::Metadata& other = after.metadata();
  if (language::fold(one.council) != language::fold(other.council))
    throw UsageError(
        fmt::format("one text is of {} and the other of {}, so they are not two versions of one "
                    "protocol; to compare two councils use concord compare",
                    one.council, other.council));
  if (one.id == other.id) return {};
  if (one.spans.contains("id") && other.spans.contains("id"))
    throw UsageError(
        fmt::format("one text is the protocol \"{}\" and the other \"{}\"; two versions of one "
                    "protocol have the same id",
                    one.id, other.id));
  return fmt::format(
      "\"{}\" and \"{}\" are taken for versions of one protocol, because you named them together; "
      "to say so in the texts, give both the same id",
      one.id, other.id);
}

}  // namespace concord::cli
