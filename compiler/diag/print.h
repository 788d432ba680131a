// Findings for people and for programs.
#pragma once

#include <span>
#include <string>

#include "diag/diagnostic.h"

namespace concord::diag {

// As a compiler prints them: path:line:column: severity[CODE]: message, the source line, a caret
// below the words in question, notes and fixes. Control characters and bidirectional overrides of
// the source are shown as escapes, so that a text cannot command the terminal.
std::string as_text(std::span<const Finding> findings, const source::SourceMap& sources,
                    bool colour);

// {"schema": "concord/1", "diagnostics": […]}, with "off" where something was switched off; see
// templates/schema/diagnostics.schema.json.
std::string as_json(std::span<const Finding> findings, const source::SourceMap& sources,
                    const Lifted& lifted = {});

// SARIF 2.1.0 (OASIS), one run, with every code that occurs as a rule. What was switched off is
// among the properties of the run.
std::string as_sarif(std::span<const Finding> findings, const source::SourceMap& sources,
                     const Lifted& lifted = {});

// "2 errors, 31 warnings, 4 notes", without those that are none; "no findings" where there are
// none.
std::string summary(std::span<const Finding> findings);

// "switched off: STY, REF001 (4 findings)"; empty where nothing was.
std::string summary(const Lifted& lifted);

// Shows the bytes as they are but for control characters and bidirectional overrides, which become
// escapes like \x1b and U+202E.
std::string printable(std::string_view text);

}  // namespace concord::diag
