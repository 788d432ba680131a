// What every command that reads protocols may be told.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/app.h"
#include "diag/diagnostic.h"

namespace CLI {
class Option;
}

namespace concord::cli {

struct Corpus;

struct Reading {
  std::vector<std::filesystem::path> paths;  // files and folders; protocols/ where none is given
  std::string committed;            // instead of paths: REV:path of a git repository; or empty
  std::filesystem::path registers;  // empty: found as pipeline.h says
  std::string as_of;                // YYYY-MM-DD, or empty
  unsigned jobs = 0;                // 0: as many as there are cores
  bool drafts = false;              // drafts stand for their protocols where there are some
  std::map<std::string, std::string> versions;  // by id: the version that stands for the protocol
  // Compiled before: where its registers are of the same folder they hold, and are not read again,
  // which is most of the work of reading one text.
  const Corpus* known = nullptr;
  bool provisions = true;  // read that register, the longest, which only comparing councils needs
};

// What counts as an error. Without a profile each protocol's own holds (`profile:` in its front
// matter); without one there, draft for a text with `status: draft`, else transcription.
struct Judging {
  std::optional<diag::Profile> profile;
  std::vector<std::string> off;
  bool deny_warnings = false;
  // The text that a draft revises is at hand: `profile: transcription` of the draft came along when
  // that was copied, and does not count.
  bool revision = false;
};

// The day by the clock, as YYYY-MM-DD: only where a person asks for it or acts on it.
std::string today();

void add_reading_options(CLI::App& command, Reading& reading);
void add_judging_options(CLI::App& command, Judging& judging);

// The codes that a code ("REF001") or a family ("REF") stands for, in any case. Throws UsageError,
// which names the nearest, where there is none.
std::vector<const diag::CodeInfo*> codes_asked_for(const std::string& word);

// Lets the option take these values only, and shows them in the help ("text|json|sarif").
CLI::Option* one_of(CLI::Option* option, const std::vector<std::string>& choices);

}  // namespace concord::cli
