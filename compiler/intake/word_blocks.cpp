#include "intake/word_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace concord::intake {
namespace {

const XmlNode* descend(const XmlNode* node, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) node = node ? node->child(name) : nullptr;
  return node;
}

std::string_view value_of(const XmlNode* node) {
  return node ? node->value("w:val") : std::string_view();
}

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

std::size_t span_of(const XmlNode* node) {
  std::size_t span = 1;
  const std::string_view value = value_of(node);
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp<std::size_t>(span, 1, 63);  // Word's own limit of columns
}

bool has_paragraph_mark_switch(const XmlNode& paragraph, std::string_view name) {
  const XmlNode* node = descend(&paragraph, {"w:pPr", "w:rPr", name});
  return node && node->value("w:val", "1") != "0" && node->value("w:val", "1") != "false";
}

bool is_empty(const Cell& cell) {
  return cell.paragraphs.empty();
}

Run plain(std::string text) {
  Run run;
  run.text = std::move(text);
  return run;
}

}  // namespace

BlockReader::BlockReader(const WordPackage& package)
    : package_(package),
      styles_(package.styles ? WordStyles(*package.styles) : WordStyles()),
      numbering_(package.numbering ? WordNumbering(*package.numbering, styles_) : WordNumbering()),
      counters_(numbering_),
      footnotes_(descend(root_of(package.settings), {"w:footnotePr"}), "decimal"),
      endnotes_(descend(root_of(package.settings), {"w:endnotePr"}), "lowerRoman"),
      runs_(styles_, footnotes_, endnotes_, usual_colour(package.text.root), reading_) {}

Reading BlockReader::read() {
  reading_.format = Format::word;
  read_comments();
  read_properties();
  read_furniture(package_.headers, Furniture::header);
  place_.page = stands_below(package_.text.root, "w:lastRenderedPageBreak") ? 1 : 0;
  if (const XmlNode* body = package_.text.root.child("w:body")) {
    read_container(*body, package_.text);
  }
  reading_.pages = place_.page;
  runs_.end_text();
  read_notes(package_.footnotes, footnotes_);
  read_notes(package_.endnotes, endnotes_);
  read_furniture(package_.footers, Furniture::footer);
  return std::move(reading_);
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
    reading_.doubts.push_back(
        {diag::Code::IMP009, place_, "", "a document that is joined to this one was not read"});
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
std::optional<BlockReader::Paragraph> BlockReader::paragraph(const XmlNode& node,
                                                             const WordPart& part) {
  if (furniture_ != Furniture::header && furniture_ != Furniture::footer) ++place_.paragraph;
  const XmlNode* properties = node.child("w:pPr");
  const std::string_view style = value_of(descend(properties, {"w:pStyle"}));
  const auto chain = styles_.paragraph_chain(style);
  const ParagraphLook direct = paragraph_look(properties);
  Paragraph found;
  found.block.place = place_;
  found.line = runs_.read(node, chain, part, place_);
  found.mark_hidden = has_paragraph_mark_switch(node, "w:vanish");
  const bool section_ends = descend(properties, {"w:sectPr"}) != nullptr;
  if (section_ends) {
    footnotes_.end_section();
    endnotes_.end_section();
  }
  const bool words = found.line.has_words();
  const bool hidden = !words && (found.mark_hidden || found.line.has_hidden_words());
  const auto place = numbering_.place(direct, chain);
  describe(direct, chain, place, found.block);
  found.counted = place && !hidden && (words || !section_ends);
  if (found.counted) count(*place, found.block);
  found.block.size = found.line.size;
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
                             fmt::format("the number format \"{}\" is not known: written in digits",
                                         label.unknown_format)});
}

void BlockReader::read_paragraph(const XmlNode& node, const WordPart& part) {
  std::optional<Paragraph> found = paragraph(node, part);
  if (run_in_) {
    // A heading whose mark is hidden stands before the text on its line.
    Paragraph whole = *std::exchange(run_in_, std::nullopt);
    if (!found->block.label.empty() && whole.block.label.empty()) {
      whole.block.label = found->block.label;
      whole.block.bullet = found->block.bullet;
    }
    whole.block.heading_level = 0;
    WordLine& line = whole.line;
    std::move(found->line.runs.begin(), found->line.runs.end(), std::back_inserter(line.runs));
    line.boxes.insert(line.boxes.end(), found->line.boxes.begin(), found->line.boxes.end());
    line.comments.insert(line.comments.end(), found->line.comments.begin(),
                         found->line.comments.end());
    line.page_after = found->line.page_after;
    whole.mark_hidden = found->mark_hidden;
    found = std::move(whole);
  }
  if (found->mark_hidden && found->line.has_words()) {
    run_in_ = std::move(found);
  } else {
    finish(*std::move(found), part);
  }
}

void BlockReader::finish(Paragraph paragraph, const WordPart& part) {
  Block& block = paragraph.block;
  const WordLine line = std::move(paragraph.line);
  const bool words = line.has_words() || line.has_hidden_words();
  block.page_before = block.page_before || line.page_before || page_before_next_;
  page_before_next_ = line.page_after || (!words && block.page_before);
  if (!words && paragraph.counted && !block.bullet && !block.label.empty()) {
    reading_.doubts.push_back(
        {diag::Code::IMP017, block.place, block.label, "a number without words was left out"});
  }
  const Place place = block.place;
  if (words) {
    block.runs = line.runs;
    reading_.blocks.push_back(std::move(block));
  }
  report_comments(line, place);
  read_boxes(line, part);
}

void BlockReader::read_boxes(const WordLine& line, const WordPart& part) {
  const Furniture before = furniture_;
  if (furniture_ == Furniture::none) furniture_ = Furniture::text_box;
  for (const XmlNode* box : line.boxes) read_container(*box, part);
  furniture_ = before;
}

void BlockReader::report_comments(const WordLine& line, const Place& place) {
  for (const std::string& id : line.comments) {
    const auto words = comments_.find(id);
    if (words != comments_.end()) {
      reading_.doubts.push_back({diag::Code::IMP022, place, words->second, "a comment"});
    }
  }
}

void BlockReader::read_table(const XmlNode& node, const WordPart& part) {
  if (run_in_) finish(*std::exchange(run_in_, std::nullopt), part);
  Block table;
  table.kind = BlockKind::table;
  table.furniture = furniture_;
  table.place = place_;
  ++table.place.paragraph;
  const auto read_rows = [&](const XmlNode& parent, const auto& self) -> void {
    for (const XmlNode& child : parent.children) {
      if (child.name == "w:tr") table.rows.push_back(read_row(child, part));
      if (child.name == "w:customXml") self(child, self);
      const XmlNode* content = child.name == "w:sdt" ? child.child("w:sdtContent") : nullptr;
      if (content) self(*content, self);
    }
  };
  read_rows(node, read_rows);
  const bool empty = std::all_of(table.rows.begin(), table.rows.end(), [](const Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), is_empty);
  });
  if (!empty) reading_.blocks.push_back(std::move(table));
}

Row BlockReader::read_row(const XmlNode& node, const WordPart& part) {
  Row row;
  const XmlNode* properties = node.child("w:trPr");
  const XmlNode* header = descend(properties, {"w:tblHeader"});
  row.header = header && header->value("w:val", "1") != "0" && header->value("w:val") != "false";
  if (const XmlNode* before = descend(properties, {"w:gridBefore"})) {
    row.cells.resize(span_of(before));
  }
  const auto read_cells = [&](const XmlNode& parent, const auto& self) -> void {
    for (const XmlNode& child : parent.children) {
      if (child.name == "w:tc") read_cell(child, part, row);
      if (child.name == "w:customXml") self(child, self);
      const XmlNode* content = child.name == "w:sdt" ? child.child("w:sdtContent") : nullptr;
      if (content) self(*content, self);
    }
  };
  read_cells(node, read_cells);
  return row;
}

// Nobody sees what stands in a cell that continues the one above it, so it is not counted either.
void BlockReader::read_cell(const XmlNode& node, const WordPart& part, Row& row) {
  const XmlNode* properties = node.child("w:tcPr");
  const XmlNode* merge = descend(properties, {"w:vMerge"});
  Cell cell;
  cell.merged = merge && merge->value("w:val", "continue") != "restart";
  if (!cell.merged) read_cell_content(node, part, cell);
  row.cells.push_back(std::move(cell));
  Cell beside;
  beside.merged = true;
  for (std::size_t i = 1; i < span_of(descend(properties, {"w:gridSpan"})); ++i) {
    row.cells.push_back(beside);
  }
}

void BlockReader::read_cell_content(const XmlNode& node, const WordPart& part, Cell& cell) {
  for (const XmlNode& child : node.children) {
    if (child.name == "w:p") {
      add_cell_paragraph(child, part, cell);
    } else if (child.name == "w:tbl") {
      read_nested_table(child, part, cell);
    } else if (child.name != "w:tcPr" && child.name != "w:sdtPr") {
      read_cell_content(child, part, cell);
    }
  }
}

// A table within a cell becomes paragraphs of the cell, a row each.
void BlockReader::read_nested_table(const XmlNode& node, const WordPart& part, Cell& cell) {
  for (const XmlNode& child : node.children) {
    if (child.name != "w:tr") continue;
    Runs whole;
    for (const Cell& inner : read_row(child, part).cells) {
      for (const Runs& runs : inner.paragraphs) {
        if (!whole.empty()) whole.push_back(plain("\t"));
        whole.insert(whole.end(), runs.begin(), runs.end());
      }
    }
    if (!whole.empty()) cell.paragraphs.push_back(std::move(whole));
  }
}

// The number of a paragraph in a cell goes before its words.
void BlockReader::add_cell_paragraph(const XmlNode& node, const WordPart& part, Cell& cell) {
  const std::optional<Paragraph> found = paragraph(node, part);
  const Block& block = found->block;
  Runs runs = found->line.runs;
  const bool words = found->line.has_words() || found->line.has_hidden_words();
  const bool number = !block.label.empty() && !block.bullet;
  if (!block.label.empty() && (words || number)) {
    runs.insert(runs.begin(), plain(words ? block.label + "\t" : block.label));
  }
  if (words || number) cell.paragraphs.push_back(std::move(runs));
  report_comments(found->line, block.place);
  for (const XmlNode* box : found->line.boxes) read_cell_content(*box, part, cell);
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
    Cell content;
    const Place before = std::exchange(place_, reference.place);
    read_cell_content(*found->second, *part, content);
    runs_.end_text();
    place_ = before;
    reading_.notes.push_back({reference.mark, std::move(content.paragraphs), reference.place});
  }
}

void BlockReader::read_comments() {
  if (!package_.comments) return;
  for (const XmlNode& comment : package_.comments->root.children) {
    std::string words(comment.value("w:author"));
    for (const XmlNode& child : comment.children) {
      words += (words.empty()                        ? ""
                : words == comment.value("w:author") ? ": "
                                                     : " ") +
               text_below(child, "w:t");
    }
    comments_.emplace(comment.value("w:id"), std::move(words));
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
