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

// How a block stands in its document.
struct DocxPlace {
  NumberRef number;    // list 0 for none, or a typed one
  int column = 0;      // as in DocxBlocks
  bool first = false;  // it begins a page
};

// Fills the properties of the block's paragraph: style, number, and the indent where it is another
// than these have by themselves.
void write_properties(const XmlElement& properties, const DocxBlock& block, const DocxPlace& place,
                      const DocxNumbering& numbering);

// Borrows the clauses.
DocxBlocks docx_blocks(const std::vector<view::Clause>& clauses);

}  // namespace concord::render
