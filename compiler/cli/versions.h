// Versions of a protocol as a command line names them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/pipeline.h"

namespace CLI {
class App;
}

namespace concord::cli {

// One version, compiled. Its protocol is the corpus's only one.
struct Version {
  std::string name;  // as it was asked for
  Corpus corpus;

  const passes::Protocol& protocol() const { return corpus.protocols.front(); }
};

// The version that `name` names: a file, REV:path of a git repository ("HEAD~3:york.md"), or
// "york@2017-04-11" among the texts in `places`. With `reading` it says how to read (registers,
// day); its paths do not count. Throws UsageError where there is no such version, or no protocol in
// it.
Version read_version(Reading reading, const std::string& name,
                     const std::vector<std::filesystem::path>& places);

// The option for `places`: "--in DIR", protocols/ by default.
void add_places_option(CLI::App& command, std::vector<std::filesystem::path>& places);

// The last part of a source's name, which is a path or REV:path: "york.md".
std::string file_name(std::string_view source);

// For whoever runs the program, on standard error; nothing where there is nothing to say.
void remark(const std::string& words);

// The name as a file: "york@draft" as the file that has that version, anything else as it is.
std::filesystem::path version_file(const std::string& name,
                                   const std::vector<std::filesystem::path>& places);

// Throws UsageError where the two are of different protocols, which no revision turns into one
// another: of two councils, or with two identifiers that their front matters give. An identifier
// that is only the name of a file does not part texts that somebody names as versions of one
// another; then what is returned says so, for people, and is empty otherwise.
std::string require_one_protocol(const passes::Protocol& before, const passes::Protocol& after);

}  // namespace concord::cli
