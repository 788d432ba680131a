// The way from files on disk to protocols, and from protocols to the files of the output folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/terminal.h"
#include "passes/borrowing.h"
#include "passes/protocol.h"
#include "source/files.h"
#include "source/source_map.h"
#include "syntax/document.h"
#include "syntax/registers.h"

namespace concord::cli {

struct Memory;

// The texts that a command was given, as they stand on disk. A file that cannot be read has a
// diagnostic and an empty text: the others are still looked at.
struct Texts {
  source::SourceMap sources;
  std::vector<source::FileId> registers;  // sorted by path
  // The program's own registers, where the user has one of the same name: for the lists of words
  // that the user's does not have.
  std::vector<source::FileId> own_registers;
  // All registers of the program's own that stand beside a user's: nothing is reported of them that
  // the user's leave undefined.
  std::vector<source::FileId> programs_own;
  std::vector<source::FileId> files;  // the protocols, sorted by path, each once
  std::vector<diag::Sink> sinks;      // one a protocol
  diag::Sink register_sink;
};

// The registers are --registers; else the folder register/ beside or below the first path that has
// one; else those that came with the program. A file that the folder lacks is the program's own.
// Throws UsageError where a path does not exist or holds no protocol.
Texts read(const Reading& reading);

// How findings of a text with that front matter are judged.
diag::Policy policy_of(const Judging& judging, const syntax::Metadata& metadata);

// A version of a protocol beside the one that stands for it.
struct OtherVersion {
  std::uint32_t of = 0;  // the protocol's place in Corpus::protocols
  bool earlier = false;  // than the version that stands there
  std::string name;      // draft::Versions
  syntax::Document document;
  passes::Protocol protocol;
};

// Of each protocol one version stands among `documents` and `protocols`: the one in force, else a
// draft, else the latest; or the one that was asked for.
struct Corpus {
  source::SourceMap sources;
  std::filesystem::path register_folder;
  syntax::Register registers;
  std::string registers_digest;                   // of the texts of all of them
  std::vector<syntax::Decision> stale_decisions;  // of words that have changed since
  std::vector<syntax::Document> documents;        // of each protocol in `protocols`
  std::vector<passes::Protocol> protocols;        // sorted by id
  std::vector<std::string> names;    // by protocol: its version's, as OtherVersion has it
  std::vector<OtherVersion> others;  // by id, from the earliest to the drafts
  std::vector<diag::Finding> findings;
  diag::Lifted lifted;  // by --off
  // The day on which reviews are looked at: --as-of, else SOURCE_DATE_EPOCH
  // (reproducible-builds.org), else the newest day on which a source was retrieved. Never the
  // clock, unless the user says "today": the same texts make the same bytes on every day.
  std::string as_of;
};

// Reads, parses, builds and checks, several protocols at once. Decisions in the registers that no
// longer hold are reported and taken out. `progress` is told of each text, if there is one, and
// what `memory` remembers is not read again (memory.h).
Corpus compile(const Reading& reading, const Judging& judging, Progress* progress = nullptr,
               Memory* memory = nullptr);

// The registers alone, checked in themselves: without protocols, which need not be there.
Corpus compile_registers(const Reading& reading);

// The folder of registers that holds for what is read, as read() says.
std::filesystem::path find_registers(const Reading& reading);

// The version of a protocol whose text is that file, or null.
const passes::Protocol* protocol_of(const Corpus& corpus, source::FileId file);

// Every version of every protocol, those that stand for one first.
std::vector<const passes::Protocol*> all_versions(const Corpus& corpus);

}  // namespace concord::cli
