#include <fmt/format.h>

#include "render/html_alone.h"
#include "render/paper.h"

namespace concord::render {
namespace {

using view::Look;
using view::PaperBlock;
using view::Phrase;
using view::Phrases;

void fill_phrases(const Phrases& phrases, const Dictionary& around) {
  const Dictionary words = around.include("paper_words"_name);
  for (const Phrase& phrase : phrases) {
    const Dictionary into = words.section("phrase"_name);
    into.set("words"_name, phrase.text);
    into.show("plain"_name, phrase.look == Look::plain);
    into.show("strong"_name, phrase.look == Look::strong);
    into.show("quiet"_name, phrase.look == Look::quiet);
    into.show("deleted"_name, phrase.look == Look::deleted);
    into.show("inserted"_name, phrase.look == Look::inserted);
    into.show("to_write"_name, phrase.look == Look::gap);
  }
}

// A cell says the name of its column where columns stand below one another.
void fill_row(const std::vector<view::PaperCell>& row, const view::PaperTable& table,
              const Dictionary& into) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Dictionary cell = into.section("cell"_name);
    cell.set("heading"_name, table.columns[i].heading);
    cell.set("key"_name, table.columns[i].key);
    cell.show("empty"_name, row[i].empty());
    for (const Phrases& line : row[i]) fill_phrases(line, cell.section("line"_name));
  }
}

void fill_table(const view::PaperTable& table, const Dictionary& into) {
  into.set("id"_name, table.id);
  into.set("name"_name, table.group.empty() ? table.name : table.group);
  for (const view::PaperColumn& column : table.columns) {
    const Dictionary head = into.section("column"_name);
    head.set("heading"_name, column.heading);
    head.set("key"_name, column.key);
  }
  for (const auto& row : table.rows) fill_row(row, table, into.section("row"_name));
}

// Blocks in a row of one fold stand behind its line.
void fill_fold(const std::vector<PaperBlock>& blocks, std::size_t at, const Dictionary& into) {
  const std::string& fold = blocks[at].fold;
  if (fold.empty()) return;
  if (at == 0 || blocks[at - 1].fold != fold) into.section("fold"_name).set("fold_line"_name, fold);
  into.show("end_of_fold"_name, at + 1 == blocks.size() || blocks[at + 1].fold != fold);
}

void fill_block(const PaperBlock& block, const Dictionary& into) {
  switch (block.kind) {
    case PaperBlock::Kind::heading: {
      const Dictionary heading = into.section("heading"_name);
      heading.set("element"_name, fmt::format("h{}", block.level));
      fill_phrases(block.words, heading);
      break;
    }
    case PaperBlock::Kind::paragraph:
      fill_phrases(block.words, into.section("paragraph"_name));
      break;
    case PaperBlock::Kind::items:
    case PaperBlock::Kind::steps: {
      const bool counts = block.kind == PaperBlock::Kind::steps;
      const Dictionary list = into.section("list"_name);
      list.set("element"_name, counts ? "ol" : "ul");
      for (const Phrases& item : block.items) fill_phrases(item, list.section("item"_name));
      break;
    }
    case PaperBlock::Kind::table:
      fill_table(block.table, into.section("table"_name));
      break;
  }
}

}  // namespace

std::string paper_html(const view::Paper& paper, const HtmlTemplates& templates,
                       const Templates& assets) {
  const std::string title = fmt::format("{} – {}", paper.title, paper.council);
  const Globals globals = {.root = "", .page_title = title, .language = paper.language};
  return templates.expand("paper", globals, [&](const Dictionary& into) {
    into.set("styles"_name, styles_alone(assets, "html/redline.css") +
                                std::string(asset(assets, "html/paper.css")));
    into.set("council"_name, paper.council);
    into.set("paper_title"_name, paper.title);
    into.set("subtitle"_name, paper.subtitle);
    into.set("described"_name, paper.title + ": " + paper.subtitle);
    into.show("wide"_name, paper.wide);
    for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
      const Dictionary block = into.section("block"_name);
      fill_block(paper.blocks[i], block);
      fill_fold(paper.blocks, i, block);
    }
  });
}

}  // namespace concord::render
