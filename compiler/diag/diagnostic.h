// The room diag/ is the one way in which Concord speaks to an author.
//
// Each thing that an author can get wrong has a code in catalogue.def. A stage reports a Diagnostic
// to a Sink, which collects; the printers show them as text for people, and as JSON and SARIF for
// programs. What only the machine can do to us (a full disk) is an exception, not a diagnostic.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_map.h"

namespace concord::diag {

enum class Severity : std::uint8_t { off, note, warning, error };

// Which set of severities holds: a text taken over as it was printed, one being drafted, one that
// is about to be put to the council.
enum class Profile : std::uint8_t { transcription, draft, adopt };

enum class Code : std::uint16_t {
#include "diag/codes.inc"  // those of catalogue.def
};

struct CodeInfo {
  Code code;
  std::string_view name;   // "REF003"
  std::string_view title;  // one line, lower case, no full stop
  Severity severity[3];    // by Profile
};

// Every code, in catalogue order.
std::span<const CodeInfo> catalogue();
const CodeInfo& info(Code code);
// The code of that name in any case, or nothing.
std::optional<Code> code_named(std::string_view name);
// The page that `concord explain` shows, in Markdown.
std::string_view explanation(Code code);

std::string_view name_of(Severity severity);
std::optional<Profile> profile_named(std::string_view name);

// Replaces the bytes of the span. A safe fix never changes what the text says.
struct Fix {
  std::string title;  // "write 'paragraph 2.4'"
  source::Span span;
  std::string replacement;
  bool safe = false;
};

// Further words on a diagnostic: with a span they point at another place.
struct Note {
  std::string text;
  std::optional<source::Span> span;
};

// What was found and what was expected: lower case, no full stop, names in double quotes.
struct Diagnostic {
  Code code;
  source::Span span;
  std::string message;
  std::vector<Note> notes = {};
  std::vector<Fix> fixes = {};
};

// Whether --off lifts the code: not what says that a file, its front matter, its identifiers or its
// PDF cannot be made sense of, nor what is an error under every profile.
bool can_be_switched_off(const CodeInfo& code);
// The codes that a code ("STY002") or family ("STY"), in any case, stands for.
std::vector<const CodeInfo*> codes_of(std::string_view pattern);

// Collects what the stages report; never prints, never drops.
class Sink {
 public:
  void report(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
  const std::vector<Diagnostic>& all() const { return diagnostics_; }
  // Takes over what another sink collected, in its order.
  void absorb(Sink other);

 private:
  std::vector<Diagnostic> diagnostics_;
};

// What the author asked for: the profile, codes or families ("STY") switched off, and whether
// warnings count as errors.
struct Policy {
  Profile profile = Profile::transcription;
  std::vector<std::string> off = {};
  bool deny_warnings = false;

  Severity severity(Code code) const;
};

// A diagnostic with the severity that the policy gives it.
struct Finding {
  Severity severity;
  Diagnostic diagnostic;
};

// What the policies' `off` lifted.
struct Lifted {
  std::vector<std::string> codes;  // codes and families, as they were asked for
  std::size_t findings = 0;
};

// Sorted by file, place, and code; equal ones once; those that the policy switches off left out.
std::vector<Finding> judge(const Sink& sink, const Policy& policy);

bool has_errors(std::span<const Finding> findings);

// The names nearest to a word that was not found, best first, at most three: for "did you mean".
// Damerau-Levenshtein distance, at most a third of the word's length.
std::vector<std::string> nearest(std::string_view word, std::span<const std::string> names);

}  // namespace concord::diag
