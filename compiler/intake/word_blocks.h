// The blocks of a Word file: its paragraphs with the numbers that Word shows, and its tables.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/blocks.h"
#include "intake/layout_tables.h"
#include "intake/word_notes.h"
#include "intake/word_numbering.h"
#include "intake/word_package.h"
#include "intake/word_runs.h"
#include "intake/word_styles.h"

namespace concord::intake {

// Reads one file, once. The package's changes are settled and its alternatives chosen.
class BlockReader {
 public:
  // The package and the lists outlive the reader.
  BlockReader(const WordPackage& package, const ImportLists& lists);

  Reading read();

  // Every table stays one, those that only lay text out too: to measure what telling them brings.
  void keep_tables() { keeps_tables_ = true; }

 private:
  // A paragraph on its way to become a block or a paragraph of a cell.
  struct Paragraph {
    Block block;
    WordLine line;
    bool counted = false;      // it has a place in a list
    bool mark_hidden = false;  // it goes on in the next one
  };

  void begin_section();
  void read_container(const XmlNode& node, const WordPart& part);
  void read_node(const XmlNode& node, const WordPart& part);
  void read_control(const XmlNode& node, const WordPart& part);
  void read_paragraph(const XmlNode& node, const WordPart& part);
  void read_table(const XmlNode& node, const WordPart& part);
  void read_rows(const XmlNode& node, const WordPart& part, Grid& grid);
  GridRow read_row(const XmlNode& node, const WordPart& part);
  void read_cells(const XmlNode& node, const WordPart& part, GridRow& row);
  void read_cell(const XmlNode& node, const WordPart& part, GridRow& row);
  std::vector<Block> blocks_of(const XmlNode& node, const WordPart& part);

  Paragraph paragraph(const XmlNode& node, const WordPart& part);
  void describe(const ParagraphLook& direct, const std::vector<const WordStyle*>& chain,
                const std::optional<ListPlace>& place, Block& block) const;
  void set_indent(const ParagraphLook& direct, const std::vector<const WordStyle*>& chain,
                  const std::optional<ListPlace>& place, Block& block) const;
  void count(ListPlace place, Block& block);
  void finish(Paragraph paragraph, const WordPart& part);
  void read_boxes(const WordLine& line, const WordPart& part);
  void take_number_of_box();
  void report_comments(const WordLine& line, const Place& place);

  void read_furniture(const std::vector<WordPart>& parts, Furniture kind);
  void read_notes(const std::optional<WordPart>& part, const NoteMarks& marks);
  void read_comments();
  void read_own_part();
  void read_properties();

  const WordPackage& package_;
  const ImportLists& lists_;
  Reading reading_;
  WordStyles styles_;
  WordNumbering numbering_;
  ListCounters counters_;
  NoteMarks footnotes_, endnotes_;
  RunReader runs_;
  std::map<std::string, Comment, std::less<>> comments_;  // by id
  std::vector<std::string> bookmarks_;                    // that stand before the next paragraph
  std::vector<const XmlNode*> sections_;                  // w:sectPr of those to come
  Place place_;
  Furniture furniture_ = Furniture::none;  // of what is being read
  bool page_before_next_ = false;
  bool in_cell_ = false;  // or in a note
  bool keeps_tables_ = false;
  std::optional<Paragraph> run_in_;  // a heading that the next paragraph stands behind
};

}  // namespace concord::intake
