#include "intake/word_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diag/messages.h"
#include "intake/labels.h"
#include "intake/word_values.h"
#include "intake/wording.h"

namespace concord::intake {
namespace {

const XmlNode* root_of(const std::optional<XmlNode>& part) {
  return part ? &*part : nullptr;
}

// The colour that most of the text has where runs say one, as a text all in dark grey does.
std::string usual_colour(const XmlNode& node) {
  std::map<std::string, std::size_t, std::less<>> letters;
  std::vector<const XmlNode*> open{&node};
  while (!open.empty()) {
    const XmlNode& next = *open.back();
    open.pop_back();
    if (next.name == "w:r") {
      const std::string_view colour = value_of(descend(&next, {"w:rPr", "w:color"}));
      const std::size_t length = text_below(next, "w:t").size();
      letters.try_emplace(std::string(colour), 0).first->second += length;
      continue;
    }
    for (const XmlNode& child : next.children) open.push_back(&child);
  }
  const auto most =
      std::max_element(letters.begin(), letters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? "" : most->first;
}

bool is_contents_style(std::string_view name) {
  return name.substr(0, 4) == "Toc " || name.substr(0, 4) == "TOC " || name == "TOC Heading" ||
         name == "Table of figures" || name == "Table of authorities";
}

bool is_quotation_style(std::string_view name) {
  return name == "Quote" || name == "Intense Quote" || name == "Block Text";
}

template <class Predicate>
bool any_style(const std::vector<const WordStyle*>& chain, Predicate predicate) {
  return std::any_of(chain.begin(), chain.end(),
                     [&](const WordStyle* style) { return predicate(style->name); });
}

// What the paragraph says itself, else what the nearest of its styles says.
template <class T>
std::optional<T> said(std::optional<T> ParagraphLook::*of, const ParagraphLook& direct,
                      const std::vector<const WordStyle*>& chain) {
  if (direct.*of) return direct.*of;
  for (const WordStyle* style : chain) {
    if (style->paragraph.*of) return style->paragraph.*of;
  }
  return std::nullopt;
}

// Word's own limit of columns is 63.
std::size_t span_of(const XmlNode* node) {
  return static_cast<std::size_t>(std::clamp(number_of(node).value_or(1), 1, 63));
}

bool is_empty(const Grid& grid) {
  return std::all_of(grid.begin(), grid.end(), [](const GridRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const GridCell& cell) { return cell.blocks.empty(); });
  });
}

void add(std::vector<std::string>& names, std::vector<std::string>& to) {
  std::move(names.begin(), names.end(), std::back_inserter(to));
}

// A note's own mark, typed before its words, is not one of them. LibreOffice types it once more.
void drop_mark(std::string_view mark, Runs& runs) {
  if (runs.empty() || !runs.front().superscript || mark.empty()) return;
  std::string_view rest = trimmed(runs.front().text);
  if (!rest.starts_with(mark)) return;
  while (rest.starts_with(mark)) rest.remove_prefix(mark.size());
  if (!rest.empty()) return;
  runs.erase(runs.begin());
  if (runs.empty()) return;
  std::string& words = runs.front().text;
  words.erase(0, std::min(words.find_first_not_of(" \t"), words.size()));
}

// What ran in from above stands before the paragraph's words.
void run_on(WordLine& line, WordLine next) {
  const auto before = static_cast<std::uint32_t>(text_of(line.runs).size());
  for (const std::uint32_t at : next.commented) line.commented.push_back(before + at);
  std::move(next.runs.begin(), next.runs.end(), std::back_inserter(line.runs));
  std::move(next.boxes.begin(), next.boxes.end(), std::back_inserter(line.boxes));
  std::move(next.comments.begin(), next.comments.end(), std::back_inserter(line.comments));
  line.page_after = next.page_after;
}

}  // namespace

BlockReader::BlockReader(const WordPackage& package, const ImportLists& lists)
    : package_(package),
      lists_(lists),
      styles_(package.styles ? WordStyles(*package.styles) : WordStyles()),
      numbering_(package.numbering ? WordNumbering(*package.numbering, styles_) : WordNumbering()),
      counters_(numbering_),
      footnotes_(descend(root_of(package.settings), {"w:footnotePr"}), "decimal"),
      endnotes_(descend(root_of(package.settings), {"w:endnotePr"}), "lowerRoman"),
      runs_(styles_, footnotes_, endnotes_, usual_colour(package.text.root), reading_) {}

Reading BlockReader::read() {
  reading_.format = Format::word;
  read_own_part();
  read_comments();
  read_properties();
  read_furniture(package_.headers, Furniture::header);
  place_.page = stands_below(package_.text.root, "w:lastRenderedPageBreak") ? 1 : 0;
  if (const XmlNode* body = package_.text.root.child("w:body")) {
    collect(*body, "w:sectPr", sections_);
    begin_section();
    read_container(*body, package_.text);
  }
  reading_.pages = place_.page;
  runs_.end_text();
  read_notes(package_.footnotes, footnotes_);
  read_notes(package_.endnotes, endnotes_);
  read_furniture(package_.footers, Furniture::footer);
  return std::move(reading_);
}

// A section's properties stand at its end, in its last paragraph or that of the text.
void BlockReader::begin_section() {
  if (sections_.empty()) return;
  const XmlNode* section = sections_.front();
  sections_.erase(sections_.begin());
  footnotes_.begin_section(section->child("w:footnotePr"));
  endnotes_.begin_section(section->child("w:endnotePr"));
}

void BlockReader::read_container(const XmlNode& node, const WordPart& part) {
  for (const XmlNode& child : node.children) read_node(child, part);
  if (run_in_) finish(*std::exchange(run_in_, std::nullopt), part);
}

void BlockReader::read_node(const XmlNode& node, const WordPart& part) {
  if (node.name == "w:p") {
    read_paragraph(node, part);
  } else if (node.name == "w:tbl") {
    read_table(node, part);
  } else if (node.name == "w:sdt") {
    read_control(node, part);
  } else if (node.name == "w:customXml" || node.name == "w:smartTag" || node.name == "w:ins" ||
             node.name == "w:moveTo") {
    for (const XmlNode& child : node.children) read_node(child, part);
  } else if (node.name == "w:altChunk") {
    const auto words = part.shown.find(node.value("r:id"));
    const bool held = words != part.shown.end();
    reading_.doubts.push_back({diag::Code::IMP009, place_, held ? words->second : "",
                               held ? diag::IMP009::contained : diag::IMP009::joined});
  } else if (node.name == "w:bookmarkStart") {
    bookmarks_.emplace_back(node.value("w:name"));
  }
}

// Word's own table of contents stands in a control that says so, its heading included.
void BlockReader::read_control(const XmlNode& node, const WordPart& part) {
  const XmlNode* gallery = descend(&node, {"w:sdtPr", "w:docPartObj", "w:docPartGallery"});
  const bool contents = value_of(gallery) == "Table of Contents";
  const Furniture before = furniture_;
  if (contents) furniture_ = Furniture::contents;
  if (const XmlNode* content = node.child("w:sdtContent")) {
    for (const XmlNode& child : content->children) read_node(child, part);
  }
  furniture_ = before;
}

// A paragraph that is there for the end of a section alone, or all hidden, is not counted.
BlockReader::Paragraph BlockReader::paragraph(const XmlNode& node, const WordPart& part) {
  if (furniture_ != Furniture::header && furniture_ != Furniture::footer) ++place_.paragraph;
  const XmlNode* properties = node.child("w:pPr");
  const std::string_view style = value_of(descend(properties, {"w:pStyle"}));
  const auto chain = styles_.paragraph_chain(style);
  const ParagraphLook direct = paragraph_look(properties);
  Paragraph found;
  found.block.place = place_;
  found.line = runs_.read(node, chain, part, place_);
  found.block.bookmarks = std::exchange(bookmarks_, {});
  add(found.line.bookmarks, found.block.bookmarks);
  found.mark_hidden = is_on(descend(&node, {"w:pPr", "w:rPr", "w:vanish"}));
  const bool section_ends = descend(properties, {"w:sectPr"}) != nullptr;
  if (section_ends) begin_section();
  const bool words = found.line.has_words();
  const bool hidden = !words && (found.mark_hidden || found.line.has_hidden_words());
  const auto place = numbering_.place(direct, chain);
  describe(direct, chain, place, found.block);
  found.counted = place && !hidden && (words || !section_ends);
  if (found.counted) count(*place, found.block);
  found.block.size = found.line.size;
  if (const std::string_view typed = trimmed(found.line.number); !typed.empty()) {
    found.block.label = typed;
    found.block.bullet = false;
  }
  if (found.line.contents || any_style(chain, is_contents_style)) {
    found.block.furniture = Furniture::contents;
  }
  return found;
}

void BlockReader::describe(const ParagraphLook& direct, const std::vector<const WordStyle*>& chain,
                           const std::optional<ListPlace>& place, Block& block) const {
  if (!chain.empty()) block.style = chain.front()->name;
  if (place) block.list_level = place->level;
  const int outline = said(&ParagraphLook::outline, direct, chain).value_or(9);
  block.heading_level = outline >= 0 && outline < 9 ? outline + 1 : 0;
  block.quoted = any_style(chain, is_quotation_style);
  block.furniture = furniture_;
  block.alignment = said(&ParagraphLook::alignment, direct, chain).value_or(Alignment::left);
  block.page_before = said(&ParagraphLook::page_before, direct, chain).value_or(false);
  set_indent(direct, chain, place, block);
}

// A list's indent holds against what stands below the place that names the list.
void BlockReader::set_indent(const ParagraphLook& direct,
                             const std::vector<const WordStyle*>& chain,
                             const std::optional<ListPlace>& place, Block& block) const {
  std::optional<double> left, first;
  bool listed = !place;
  const auto take = [&](const std::optional<double>& l, const std::optional<double>& f) {
    if (!left) left = l;
    if (!first) first = f;
  };
  const auto take_look = [&](const ParagraphLook& look) {
    take(look.left, look.first);
    if (listed || !look.list) return;
    const ListLevel& level =
        numbering_.list(place->list)->levels[static_cast<std::size_t>(place->level)];
    take(level.left, level.first);
    listed = true;
  };
  take_look(direct);
  for (const WordStyle* style : chain) take_look(style->paragraph);
  block.indent = left.value_or(0);
  block.first_indent = block.indent + first.value_or(0);
}

void BlockReader::count(ListPlace place, Block& block) {
  const ListLabel label = counters_.next(place);
  block.label = label.text;
  block.bullet = label.bullet;
  if (label.unknown_format.empty()) return;
  reading_.doubts.push_back({diag::Code::IMP010, place_, label.text,
                             fmt::format(diag::IMP010::format, label.unknown_format)});
}

// A heading whose mark is hidden stands before the text on its line.
void BlockReader::read_paragraph(const XmlNode& node, const WordPart& part) {
  Paragraph found = paragraph(node, part);
  if (run_in_) {
    Paragraph whole = *std::exchange(run_in_, std::nullopt);
    whole.block.heading_level = 0;
    if (whole.block.label.empty()) std::swap(whole.block.label, found.block.label);
    add(found.block.bookmarks, whole.block.bookmarks);
    whole.mark_hidden = found.mark_hidden;
    run_on(whole.line, std::move(found.line));
    found = std::move(whole);
  }
  if (found.mark_hidden && found.line.has_words()) {
    run_in_ = std::move(found);
  } else {
    finish(std::move(found), part);
  }
}

// A number without words may be a column of a table, where its words stand beside it.
void BlockReader::finish(Paragraph paragraph, const WordPart& part) {
  Block& block = paragraph.block;
  WordLine& line = paragraph.line;
  const Place place = block.place;
  const bool words = line.has_words() || line.has_hidden_words();
  const bool number = paragraph.counted && !block.bullet && !block.label.empty();
  block.page_before = block.page_before || line.page_before || page_before_next_;
  page_before_next_ = line.page_after || (!words && block.page_before);
  if (!words && number && !in_cell_) {
    reading_.doubts.push_back(
        {diag::Code::IMP017, place, block.label, diag::IMP017::without_words});
  }
  if (words) block.runs = std::move(line.runs);
  if (words || (number && in_cell_)) reading_.blocks.push_back(std::move(block));
  report_comments(line, place);
  const std::size_t boxes = reading_.blocks.size();
  read_boxes(line, part);
  if (words && reading_.blocks.size() == boxes + 1) take_number_of_box();
}

void BlockReader::read_boxes(const WordLine& line, const WordPart& part) {
  const Furniture before = furniture_;
  if (furniture_ == Furniture::none) furniture_ = Furniture::text_box;
  for (const XmlNode* box : line.boxes) read_container(*box, part);
  furniture_ = before;
}

// A box that holds nothing but the number of the paragraph that it is anchored in.
void BlockReader::take_number_of_box() {
  const Block& box = reading_.blocks.back();
  const Block& anchor = reading_.blocks[reading_.blocks.size() - 2];
  const bool number = box.kind == BlockKind::paragraph && box.label.empty() &&
                      whole_label(text_of(box.runs)).present();
  if (!number || anchor.kind != BlockKind::paragraph || !anchor.label.empty()) return;
  GridRow row;
  row.cells.resize(2);
  row.cells[0].blocks = {box};
  row.cells[1].blocks = {anchor};
  reading_.blocks.resize(reading_.blocks.size() - 2);
  for (Block& block : text_of_grid({row})) reading_.blocks.push_back(std::move(block));
}

void BlockReader::report_comments(const WordLine& line, const Place& place) {
  for (std::size_t i = 0; i < line.comments.size(); ++i) {
    const auto found = comments_.find(line.comments[i]);
    if (found == comments_.end()) continue;
    Comment& comment = reading_.comments.emplace_back(found->second);
    comment.place = place;
    comment.at = line.commented[i];
    const std::string words =
        comment.author.empty() ? comment.words : comment.author + ": " + comment.words;
    reading_.doubts.push_back({diag::Code::IMP022, place, words, diag::IMP022::comment});
  }
}

void BlockReader::read_table(const XmlNode& node, const WordPart& part) {
  if (run_in_) finish(*std::exchange(run_in_, std::nullopt), part);
  Block table;
  table.kind = BlockKind::table;
  table.furniture = furniture_;
  table.place = place_;
  ++table.place.paragraph;
  table.page_before = std::exchange(page_before_next_, false);
  Grid grid;
  read_rows(node, part, grid);
  if (is_empty(grid)) return;
  if (!reading_.own && !keeps_tables_ && lays_text_out(grid, lists_)) {
    std::vector<Block> text = text_of_grid(std::move(grid));
    if (!text.empty()) text.front().page_before = text.front().page_before || table.page_before;
    std::move(text.begin(), text.end(), std::back_inserter(reading_.blocks));
  } else {
    table.rows = rows_of_grid(grid);
    table.bookmarks = bookmarks_of_grid(grid);
    reading_.blocks.push_back(std::move(table));
  }
}

// Rows and cells may stand within content controls.
void BlockReader::read_rows(const XmlNode& node, const WordPart& part, Grid& grid) {
  for (const XmlNode& child : node.children) {
    if (child.name == "w:tr") {
      grid.push_back(read_row(child, part));
    } else if (child.name == "w:sdt" || child.name == "w:sdtContent" ||
               child.name == "w:customXml") {
      read_rows(child, part, grid);
    }
  }
}

GridRow BlockReader::read_row(const XmlNode& node, const WordPart& part) {
  GridRow row;
  const XmlNode* properties = node.child("w:trPr");
  row.header = is_on(descend(properties, {"w:tblHeader"}));
  if (const XmlNode* before = descend(properties, {"w:gridBefore"})) {
    row.cells.resize(span_of(before));
  }
  read_cells(node, part, row);
  return row;
}

void BlockReader::read_cells(const XmlNode& node, const WordPart& part, GridRow& row) {
  for (const XmlNode& child : node.children) {
    if (child.name == "w:tc") {
      read_cell(child, part, row);
    } else if (child.name == "w:sdt" || child.name == "w:sdtContent" ||
               child.name == "w:customXml") {
      read_cells(child, part, row);
    }
  }
}

// Nobody sees what stands in a cell that continues the one above it, so it is not counted either.
void BlockReader::read_cell(const XmlNode& node, const WordPart& part, GridRow& row) {
  const XmlNode* properties = node.child("w:tcPr");
  const XmlNode* merge = descend(properties, {"w:vMerge"});
  GridCell cell;
  cell.merged = merge && merge->value("w:val", "continue") != "restart";
  if (!cell.merged) cell.blocks = blocks_of(node, part);
  row.cells.push_back(std::move(cell));
  const std::size_t span = span_of(descend(properties, {"w:gridSpan"}));
  for (std::size_t i = 1; i < span; ++i) row.cells.push_back({{}, true});
}

// What stands in a cell or a note, apart from the blocks of the text.
std::vector<Block> BlockReader::blocks_of(const XmlNode& node, const WordPart& part) {
  std::vector<Block> outside = std::exchange(reading_.blocks, {});
  const bool was_in_cell = std::exchange(in_cell_, true);
  read_container(node, part);
  in_cell_ = was_in_cell;
  return std::exchange(reading_.blocks, std::move(outside));
}

void BlockReader::read_furniture(const std::vector<WordPart>& parts, Furniture kind) {
  const Place before = std::exchange(place_, {});
  furniture_ = kind;
  for (const WordPart& part : parts) {
    read_container(part.root, part);
    runs_.end_text();
  }
  furniture_ = Furniture::none;
  place_ = before;
  page_before_next_ = false;
}

// Notes in the order in which the text refers to them; one that it does not refer to is not shown.
void BlockReader::read_notes(const std::optional<WordPart>& part, const NoteMarks& marks) {
  if (!part) return;
  std::map<std::string_view, const XmlNode*> notes;
  for (const XmlNode& node : part->root.children) notes.emplace(node.value("w:id"), &node);
  for (const NotedReference& reference : marks.references()) {
    const auto found = notes.find(reference.id);
    if (found == notes.end()) continue;
    const Place before = std::exchange(place_, reference.place);
    std::vector<Block> blocks = blocks_of(*found->second, *part);
    Note note{reference.mark, paragraphs_of(blocks), reference.place};
    if (!note.paragraphs.empty()) drop_mark(note.mark, note.paragraphs.front());
    for (Block& block : blocks) add(block.bookmarks, note.bookmarks);
    runs_.end_text();
    place_ = before;
    reading_.notes.push_back(std::move(note));
  }
}

void BlockReader::read_own_part() {
  reading_.own =
      package_.clauses.has_value() || (styles_.has("Typed Number") && styles_.has("Sic"));
  if (reading_.own) runs_.expect_own_signs();
  if (!package_.clauses) return;
  reading_.own_protocol = package_.clauses->value("protocol");
  reading_.own_digest = package_.clauses->value("digest");
  reading_.own_title = package_.clauses->value("title");
  reading_.own_heading = package_.clauses->value("heading");
  reading_.own_status = package_.clauses->value("status");
}

void BlockReader::read_comments() {
  if (!package_.comments) return;
  for (const XmlNode& node : package_.comments->root.children) {
    Comment comment;
    comment.author = node.value("w:author");
    if (comment.author == "Concord") comment.author.clear();  // a drafting note that went into Word
    for (const XmlNode& paragraph : node.children) {
      if (!comment.words.empty()) comment.words += ' ';
      comment.words += text_below(paragraph, "w:t");
    }
    comments_.emplace(node.value("w:id"), std::move(comment));
  }
}

void BlockReader::read_properties() {
  const auto text_of_child = [](const std::optional<XmlNode>& part, std::string_view name) {
    const XmlNode* node = part ? part->child(name) : nullptr;
    return node ? node->text : std::string();
  };
  Properties& properties = reading_.properties;
  properties.title = text_of_child(package_.core, "dc:title");
  properties.subject = text_of_child(package_.core, "dc:subject");
  properties.author = text_of_child(package_.core, "dc:creator");
  properties.language = text_of_child(package_.core, "dc:language");
  if (properties.language.empty()) properties.language = styles_.language();
  properties.company = text_of_child(package_.extended, "ep:Company");
}

}  // namespace concord::intake
