#include "cli/versions.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "source/git.h"

namespace concord::cli {

namespace fs = std::filesystem;

Version read_version(Reading reading, const std::string& name) {
  reading.paths = {name};
  if (fs::is_directory(name))
    throw UsageError(fmt::format("\"{}\" is a folder; name one version's file", name));
  if (!fs::exists(name)) {
    if (!source::names_committed_text(name))
      throw UsageError(
          fmt::format("there is no file \"{}\"; a version is a file, or REV:path in git", name));
    reading.paths.clear();
    reading.committed = name;
  }
  Version version{name, compile(reading, {})};
  if (version.corpus.protocols.empty())
    throw UsageError(fmt::format("\"{}\" has no protocol in it", name));
  return version;
}

void require_one_protocol(const Version& before, const Version& after) {
  const syntax::Metadata& one = before.protocol().metadata();
  const syntax::Metadata& other = after.protocol().metadata();
  const bool named = one.spans.contains("id") && other.spans.contains("id");
  if (one.council == other.council && named && one.id != other.id)
    throw UsageError(
        fmt::format("\"{}\" is the protocol \"{}\" and \"{}\" is \"{}\": two versions "
                    "are of one protocol",
                    before.name, one.id, after.name, other.id));
  if (one.council == other.council) return;
  throw UsageError(
      fmt::format("\"{}\" is of {} and \"{}\" of {}: two versions are of one protocol; for two "
                  "councils use concord compare",
                  before.name, one.council, after.name, other.council));
}

}  // namespace concord::cli
