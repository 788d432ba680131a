// A table as it came back from Word, and the same done to the lines of the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/source_segments.h"
#include "draft/word_edits.h"
#include "intake/blocks.h"

namespace concord::draft {

// As many rows, each of as many cells.
bool same_shape(const intake::Block& a, const intake::Block& b);

// What changes in the lines of the table: words within a cell, rows that came and went; all lines
// where columns did. Nothing where the source's lines are not those of the table.
std::optional<std::vector<Patch>> table_patches(std::string_view text, const Segment& segment,
                                                const graph::Clause& clause,
                                                const intake::Block& before,
                                                const intake::Block& after);

// The table as Markdown.
std::string new_table(const intake::Block& table, const std::string& line_break);

}  // namespace concord::draft
