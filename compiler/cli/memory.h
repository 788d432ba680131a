// What a program that builds again and again need not do again: `build --watch` and `serve`.
// Whatever is remembered, a build writes the same.
#pragma once

#include <optional>
#include <string>

#include "cli/clause_changes.h"
#include "cli/pipeline.h"
#include "compare/memory.h"
#include "diag/diagnostic.h"
#include "passes/protocol.h"
#include "source/remembered.h"
#include "syntax/document.h"
#include "syntax/registers.h"

namespace concord::cli {

// Each with what was reported on the way.
struct ReadRegisters {
  syntax::Register registers;
  diag::Sink sink;
};

struct ParsedText {
  syntax::Document document;
  diag::Sink sink;
};

struct CheckedText {
  std::optional<passes::Protocol> protocol;
  diag::Sink sink;
};

struct Memory {
  source::Remembered<ReadRegisters> registers;
  source::Remembered<ParsedText> parsed;
  source::Remembered<CheckedText> checked;
  std::optional<compare::Memory> comparisons;  // by the registers of that name
  std::string registers_named;
  ClauseChanges clauses;

  // Another build, by these registers.
  void begin_round(const std::string& by) {
    registers.begin_round();
    parsed.begin_round();
    checked.begin_round();
    if (!comparisons || registers_named != by) comparisons.emplace();
    registers_named = by;
  }
};

}  // namespace concord::cli
