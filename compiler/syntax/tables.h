// Tables, out of cmark-gfm's tree.
#pragma once

#include "syntax/document.h"
#include "syntax/inlines.h"
#include "syntax/prepared.h"

struct cmark_node;

namespace concord::syntax {

// cmark-gfm takes a table out of the lines at the end of a paragraph, forgets where the paragraph
// stands, and gives the table its place. The table that was taken out of this node; null where none
// was.
cmark_node* table_taken_from(cmark_node* node);

// The line, from 1, of the table's header.
int header_line(cmark_node* table);

class TableReader {
 public:
  // Both must outlive the reader.
  TableReader(const Prepared& prepared, InlineReader& inlines)
      : prepared_(prepared), inlines_(inlines) {}

  Block read(cmark_node* table);

 private:
  std::uint32_t begin_of(cmark_node* node) const;
  std::uint32_t begin_of_table(cmark_node* table) const;
  std::vector<Cell> read_row(cmark_node* row, std::uint32_t begin);
  std::vector<Range> cell_places(std::uint32_t begin, std::uint32_t end) const;

  const Prepared& prepared_;
  InlineReader& inlines_;
};

}  // namespace concord::syntax
