// A paper as a Word file: its blocks go the way of clauses, so that its headings, lists and tables
// are Word's own.
#include <fmt/format.h>

#include "render/docx_blocks.h"
#include "render/docx_parts.h"
#include "render/docx_table.h"
#include "render/docx_text.h"
#include "render/paper.h"

namespace concord::render {
namespace {

using graph::Kind;
using view::Clause;
using view::Look;
using view::PaperBlock;
using view::Phrase;
using view::Phrases;

view::Page page_of(const view::Paper& paper) {
  view::Page page;
  page.id = paper.id;
  page.council = paper.council;
  page.title = paper.title;
  return page;  // the paper's own words are English
}

Clause clause_of(const PaperBlock& block, std::size_t place) {
  Clause made;
  made.id = fmt::format("block-{}", place);
  made.kind = block.kind == PaperBlock::Kind::table ? Kind::table : Kind::paragraph;
  if (block.kind == PaperBlock::Kind::heading) {
    made.kind = Kind::section;
    made.heading_level = block.level;
  }
  return made;
}

// The blocks as clauses one after another, and of each what it says.
struct PaperClauses {
  std::vector<Clause> clauses;
  std::vector<const Phrases*> words;  // by clause; null for a table
  std::vector<const view::PaperTable*> tables;

  explicit PaperClauses(const view::Paper& paper) {
    for (const PaperBlock& block : paper.blocks) {
      const bool listed =
          block.kind == PaperBlock::Kind::items || block.kind == PaperBlock::Kind::steps;
      if (listed) {
        add_items(block);
      } else {
        const bool table = block.kind == PaperBlock::Kind::table;
        add(clause_of(block, clauses.size()), table ? nullptr : &block.words,
            table ? &block.table : nullptr);
      }
    }
  }

 private:
  void add(Clause clause, const Phrases* of, const view::PaperTable* table) {
    clauses.push_back(std::move(clause));
    words.push_back(of);
    tables.push_back(table);
  }

  void add_items(const PaperBlock& block) {
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      Clause item;
      item.id = fmt::format("block-{}", clauses.size());
      item.kind = Kind::item;
      if (block.kind == PaperBlock::Kind::steps) item.number = fmt::format("{}.", i + 1);
      add(std::move(item), &block.items[i], nullptr);
    }
  }
};

const char* style_of(Look look) {
  switch (look) {
    case Look::strong:
      return "Strong";
    case Look::deleted:
      return "DeletedWords";
    case Look::inserted:
      return "InsertedWords";
    case Look::gap:
      return "ToWrite";
    default:
      return nullptr;
  }
}

view::Runs plain_runs(const view::PaperCell& cell) {
  return {view::Run{.text = view::plain(cell)}};
}

class PaperFile {
 public:
  PaperFile(const view::Paper& paper, const Templates& templates)
      : paper_(paper),
        page_(page_of(paper)),
        clauses_(paper),
        blocks_(docx_blocks(clauses_.clauses)),
        refs_(numbering_.assign(blocks_.numbered)),
        parts_(page_, templates, blocks_.column, Standing::none,
               paper.wide ? Sheet::turned : Sheet::upright),
        text_(page_, {}) {}

  std::string bytes() {
    parts_.add("document.xml", document_part(), "wordprocessingml.document.main", nullptr);
    parts_.add("footnotes.xml", footnotes_part().compact_bytes(), "wordprocessingml.footnotes",
               "footnotes");
    return parts_.bytes(numbering_, {});
  }

 private:
  std::string document_part() {
    const XmlTree tree = word_part("w:document");
    const XmlElement body = tree.root().add("w:body");
    line(body, "Council", paper_.council);
    line(body, "Title", paper_.title);
    line(body, "Subtitle", paper_.subtitle);
    for (std::size_t i = 0; i < blocks_.blocks.size(); ++i) write(body, i);
    parts_.write_section(body, 0);
    return tree.compact_bytes();
  }

  void line(const XmlElement& body, const char* style, const std::string& words) {
    text_.write_words(add_paragraph(body, style), words);
  }

  void write(const XmlElement& body, std::size_t i) {
    const DocxBlock& block = blocks_.blocks[i];
    if (clauses_.tables[i] != nullptr) return write_table_of(body, *clauses_.tables[i], block);
    const XmlElement to = body.add("w:p");
    const NumberRef ref = block.numbered ? refs_[*block.numbered] : NumberRef{};
    write_properties(to.add("w:pPr"), block, {ref, blocks_.column, false}, numbering_);
    write(to, *clauses_.words[i]);
  }

  void write(const XmlElement& to, const Phrases& phrases) {
    for (const Phrase& each : phrases)
      text_.write_words(to, each.text, {.style = style_of(each.look)});
  }

  // Lines of a cell are parted by line breaks: a cell is one paragraph.
  void write(const XmlElement& to, const view::PaperCell& cell) {
    for (const Phrases& words : cell) {
      if (&words != &cell.front()) to.add("w:r").add("w:br");
      write(to, words);
    }
  }

  void write_table_of(const XmlElement& body, const view::PaperTable& from,
                      const DocxBlock& block) {
    DocxTable table;
    table.name = from.group.empty() ? from.name : from.group;
    table.left = paper_.wide ? 0 : block.indent.left;
    table.room = paper_.wide ? turned_room : upright_room;
    for (const view::PaperColumn& column : from.columns)
      table.header.push_back({view::Run{.text = std::string(column.heading)}});
    if (paper_.wide)
      for (const view::PaperColumn& column : from.columns) table.shares.push_back(column.letters);
    for (const auto& row : from.rows) {
      auto& cells = table.rows.emplace_back();
      for (const view::PaperCell& cell : row) cells.push_back(plain_runs(cell));
    }
    write_table(body, table,
                [&](const XmlElement& to, const view::Runs& runs, const CellPlace& at) {
                  if (at.row == 0) return text_.write(to, runs, parts_.links());
                  write(to, from.rows[at.row - 1][at.column]);
                });
    add_paragraph(body, "TableEnd");
  }

  const view::Paper& paper_;
  view::Page page_;
  PaperClauses clauses_;
  DocxBlocks blocks_;
  DocxNumbering numbering_;
  std::vector<NumberRef> refs_;
  DocxParts parts_;
  DocxText text_;
};

}  // namespace

std::string paper_docx(const view::Paper& paper, const Templates& templates) {
  return PaperFile(paper, templates).bytes();
}

}  // namespace concord::render
