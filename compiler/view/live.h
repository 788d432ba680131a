// What a preview shows beside the pages of a text that is being written: findings at their clauses,
// and drafting notes, which no page that is published has.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "passes/protocol.h"
#include "source/source_map.h"
#include "syntax/document.h"

namespace concord::view {

enum class RemarkKind : std::uint8_t { error, warning, note, drafting };
std::string_view name_of(RemarkKind kind);  // "error", …

struct Remark {
  RemarkKind kind = RemarkKind::note;
  std::string code;  // "REF001"; empty for a drafting note
  std::string text;
  std::string clause;              // its fragment identifier; empty for what belongs to no clause
  std::string place;               // "protocols/york.md:99:1"
  std::vector<std::string> hints;  // further words, and what would put it right
};

struct Live {
  std::uint64_t build = 0;                           // counts the builds, failed ones too
  bool failed = false;                               // the pages are those of an earlier build
  std::string problem;                               // why, where no finding says
  std::map<std::string, std::vector<Remark>> texts;  // by the folder of a text's page
  std::vector<Remark> others;                        // registers, and texts that have no page
};

// The findings in the text and its drafting notes, by place in the source. A finding that only says
// that a note stands there is left out.
std::vector<Remark> remarks(const passes::Protocol& protocol, const syntax::Document& document,
                            std::span<const diag::Finding> findings,
                            const source::SourceMap& sources);

// The drafting notes by the clause that they stand at. Those before the first clause, or at the
// title, which has a place of its own on every page, stand at the first that follows.
using NotesByClause = std::map<std::string, std::vector<std::string>, std::less<>>;
NotesByClause drafting_notes(const passes::Protocol& protocol, const syntax::Document& document,
                             const source::SourceMap& sources);

// A finding alone, without a clause.
Remark remark(const diag::Finding& finding, const source::SourceMap& sources);

}  // namespace concord::view
