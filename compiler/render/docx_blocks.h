// The clauses of a page as the paragraphs and tables of a Word file, one after another: each with
// its style, its place from the left margin and its number.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/docx_numbering.h"
#include "view/model.h"

namespace concord::render {

struct DocxBlock {
  const view::Clause* clause = nullptr;  // whose words, and whose table, it shows
  std::string style;                     // by its identifier in templates/docx/styles.xml
  Indent indent;
  std::optional<std::size_t> numbered;  // its place among the numbered ones
  bool sticky = false;                  // stands on the page of what follows
};

struct DocxBlocks {
  std::vector<DocxBlock> blocks;
  std::vector<Numbered> numbered;
  int column = 0;  // how far text stands to the right of its number, in twentieths of a point
};

// Borrows the clauses.
DocxBlocks docx_blocks(const std::vector<view::Clause>& clauses);

}  // namespace concord::render
