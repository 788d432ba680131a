#include "render/docx.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/docx_blocks.h"
#include "render/docx_package.h"
#include "render/docx_table.h"
#include "render/docx_text.h"
#include "render/words.h"
#include "render/xml_text.h"
#include "syntax/bookmark.h"

namespace concord::render {
namespace {

using graph::Kind;
using syntax::Status;
using view::Clause;
using view::Run;
using view::Runs;

constexpr const char* relationship_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* own_namespace = "urn:concord:1";
constexpr const char* contents_levels = " TOC \\o \"1-4\" \\h \\z \\u ";
constexpr std::size_t deepest_contents = 4;

XmlTree word_part(const char* root) {
  return {root, {{"xmlns:w", word_namespace}, {"xmlns:r", relationship_namespace}}};
}

std::string without_stop(std::string number) {
  while (number.ends_with('.')) number.pop_back();
  return number;
}

Runs plain_runs(const std::string& words) {
  return words.empty() ? Runs() : Runs{Run{.text = words}};
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

// Those that are not empty, parted by the sign.
std::string joined(std::initializer_list<std::string> parts, std::string_view by = ", ") {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty() && !part.empty()) all += by;
    all += part;
  }
  return all;
}

std::string in_words(const std::optional<view::Date>& date) {
  return date ? date->words : "";
}

// With each "{{name}}" of the template in place.
std::string filled(std::string text,
                   const std::vector<std::pair<std::string, std::string>>& values) {
  for (const auto& [name, value] : values) {
    const std::string sign = "{{" + name + "}}";
    for (std::size_t at = text.find(sign); at != text.npos; at = text.find(sign, at))
      text.replace(at, sign.size(), value);
  }
  return text;
}

class WordFile {
 public:
  WordFile(const view::Page& page, const Templates& templates)
      : page_(page),
        templates_(templates),
        words_(templates),
        said_(words_.in(page.language)),
        body_(docx_blocks(page.clauses)),
        refs_(numbering_.assign(body_.numbered)),
        text_(page, targets()) {
    for (std::size_t i = 0; i < page.sics.size(); ++i)
      sic_marks_[page.sics[i].clause.id] = syntax::bookmark_of(fmt::format("_sic-{}", i + 1));
    for (const view::Footnote& note : page.footnotes) notes_[note.clause.id] = &note.clause;
  }

  std::string bytes() {
    add_fixed_parts();
    const std::string document = document_part();
    add("word/document.xml", document, "wordprocessingml.document.main");
    add_footnotes();
    add("word/numbering.xml", numbering_.bytes(), "wordprocessingml.numbering");
    add_custom_part();
    parts_.emplace_back("word/_rels/document.xml.rels", links_.bytes());
    return packed();
  }

 private:
  // ---- parts

  const std::string& said(std::string_view name) const {
    static const std::string none;
    const auto found = said_.find(name);
    return found == said_.end() ? none : found->second;
  }

  void add(std::string path, std::string bytes, const std::string& type) {
    types_.emplace_back("/" + path,
                        "application/vnd.openxmlformats-officedocument." + type + "+xml");
    parts_.emplace_back(std::move(path), std::move(bytes));
  }

  std::string from_template(const std::string& path) const {
    const auto file = templates_.files.find("docx/" + path);
    if (file == templates_.files.end()) return "";
    return filled(file->second, {{"language", xml_text(page_.language)},
                                 {"column2", std::to_string(2 * body_.column)},
                                 {"column", std::to_string(body_.column)}});
  }

  void add_template(const std::string& file, const char* relationship, const std::string& type) {
    add("word/" + file, from_template("word/" + file), type);
    links_.add(relationship, file);
  }

  void add_fixed_parts() {
    add_template("styles.xml", "styles", "wordprocessingml.styles");
    add_template("settings.xml", "settings", "wordprocessingml.settings");
    add_template("fontTable.xml", "fontTable", "wordprocessingml.fontTable");
    add_template("theme/theme1.xml", "theme", "theme");
    links_.add("numbering", "numbering.xml");
    add("word/header1.xml", header(), "wordprocessingml.header");
    header_ = links_.add("header", "header1.xml");
    add("word/footer1.xml", footer(), "wordprocessingml.footer");
    footer_ = links_.add("footer", "footer1.xml");
    parts_.emplace_back("docProps/core.xml", core_properties());
  }

  std::string core_properties() const {
    const XmlTree tree(
        "cp:coreProperties",
        {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
         {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    tree.root().add("dc:title").text(page_.title + " \u2013 " + page_.council);
    tree.root().add("dc:creator").text(page_.council);
    tree.root().add("dc:language").text(page_.language);
    tree.root().add("cp:contentStatus").text(said(syntax::name_of(page_.status)));
    return tree.compact_bytes();
  }

  // Which bookmark is which clause's: a name that was cut short says it no longer.
  void add_custom_part() {
    const XmlTree tree("clauses", {{"xmlns", own_namespace}});
    tree.root().set("protocol", page_.id);
    for (const std::string& id : bookmarked_)
      tree.root().add("clause").set("bookmark", syntax::bookmark_of(id)).set("id", id);
    parts_.emplace_back("customXml/item1.xml", tree.compact_bytes());
    links_.add("customXml", "../customXml/item1.xml");
    Relationships links;
    links.add("customXmlProps", "itemProps1.xml");
    parts_.emplace_back("customXml/_rels/item1.xml.rels", links.bytes());
    const XmlTree properties(
        "ds:datastoreItem",
        {{"xmlns:ds", "http://schemas.openxmlformats.org/officeDocument/2006/customXml"},
         {"ds:itemID", "{C0C0BD00-0000-4000-8000-000000000001}"}});
    properties.root().add("ds:schemaRefs").add("ds:schemaRef").set("ds:uri", own_namespace);
    add("customXml/itemProps1.xml", properties.compact_bytes(), "customXmlProperties");
  }

  std::string content_types() const {
    const XmlTree tree("Types",
                       {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    tree.root()
        .add("Default")
        .set("Extension", "rels")
        .set("ContentType", "application/vnd.openxmlformats-package.relationships+xml");
    tree.root().add("Default").set("Extension", "xml").set("ContentType", "application/xml");
    for (const auto& [path, type] : types_)
      tree.root().add("Override").set("PartName", path).set("ContentType", type);
    tree.root()
        .add("Override")
        .set("PartName", "/docProps/core.xml")
        .set("ContentType", "application/vnd.openxmlformats-package.core-properties+xml");
    return tree.compact_bytes();
  }

  static std::string package_links() {
    const XmlTree tree("Relationships",
                       {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
    const auto link = [&](const char* id, const char* type, const char* target) {
      tree.root().add("Relationship").set("Id", id).set("Type", type).set("Target", target);
    };
    link("rId1",
         "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
         "word/document.xml");
    link("rId2",
         "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
         "docProps/core.xml");
    return tree.compact_bytes();
  }

  std::string packed() const {
    std::vector<Part> all = {{"[Content_Types].xml", content_types()},
                             {"_rels/.rels", package_links()}};
    all.insert(all.end(), parts_.begin(), parts_.end());
    return package(all);
  }

  // ---- header and footer

  std::string state() const {
    std::string status = said(syntax::name_of(page_.status));
    if (page_.status == Status::adopted && page_.adopted && page_.adopted->date)
      status = said("adopted") + " " + page_.adopted->date->words;
    std::string version;
    for (const view::Version& each : page_.versions)
      if (!each.version.empty()) version = said("version_number") + " " + each.version;
    return joined({status, version});
  }

  static void tab(const XmlElement& paragraph) { paragraph.add("w:r").add("w:tab"); }

  // None on the first page, which has all of it in large.
  std::string header() {
    const XmlTree tree = word_part("w:hdr");
    const XmlElement line = paragraph(tree.root(), "Header");
    if (page_.status == Status::draft) {
      text_.write_words(line, said("draft_stamp"), {.strong = true});
      text_.write_words(line, " \u2013 ");
    }
    text_.write_words(line, page_.council);
    tab(line);
    text_.write_words(line, page_.title);
    return tree.compact_bytes();
  }

  void counted(const XmlElement& line, const char* instruction) {
    const XmlElement field = line.add("w:fldSimple").set("w:instr", instruction);
    text_.write_words(field, "1");
  }

  std::string footer() {
    const XmlTree tree = word_part("w:ftr");
    const XmlElement line = paragraph(tree.root(), "Footer");
    text_.write_words(line, state());
    tab(line);
    text_.write_words(line, said("page_of_before") + " ");
    counted(line, " PAGE ");
    text_.write_words(line, " " + said("page_of_between") + " ");
    counted(line, " NUMPAGES ");
    return tree.compact_bytes();
  }

  // ---- the document

  std::string document_part() {
    const XmlTree tree = word_part("w:document");
    const XmlElement body = tree.root().add("w:body");
    write_cover(body);
    write_facts(body);
    write_versions(body);
    write_contents(body);
    write_clauses(body);
    write_unused_notes(body);
    write_signoff(body);
    write_about(body);
    write_section(body);
    return tree.compact_bytes();
  }

  void write_section(const XmlElement& body) const {
    const XmlElement section = body.add("w:sectPr");
    const auto reference = [&](const char* what, const char* type, const std::string& id) {
      section.add(what).set("w:type", type).set("r:id", id);
    };
    reference("w:headerReference", "default", header_);
    reference("w:footerReference", "default", footer_);
    reference("w:footerReference", "first", footer_);
    if (text_.first_note() > 1)
      section.add("w:footnotePr")
          .add("w:numStart")
          .set("w:val", std::to_string(text_.first_note()));
    section.add("w:pgSz").set("w:w", "11906").set("w:h", "16838");  // A4
    section.add("w:pgMar")
        .set("w:top", "1588")
        .set("w:right", "1417")
        .set("w:bottom", "1531")
        .set("w:left", "1417")
        .set("w:header", "794")
        .set("w:footer", "680")
        .set("w:gutter", "0");
    section.add("w:titlePg");
  }

  static XmlElement paragraph(const XmlElement& parent, const char* style) {
    const XmlElement made = parent.add("w:p");
    made.add("w:pPr").add("w:pStyle").set("w:val", style);
    return made;
  }

  XmlElement line(const XmlElement& parent, const char* style, std::string_view words) {
    const XmlElement made = paragraph(parent, style);
    text_.write_words(made, words);
    return made;
  }

  // Around what `fill` writes of the clause.
  template <typename Fill>
  void bookmarked(const XmlElement& paragraph, const std::string& id, const Fill& fill) {
    bookmarked_.push_back(id);
    text_.bookmark(paragraph, syntax::bookmark_of(id), fill);
  }

  // ---- before the text

  void write_cover(const XmlElement& body) {
    if (page_.status == Status::draft)
      write_banner(body, said("draft_stamp"),
                   said("not_adopted_before") + page_.council + said("not_adopted_after"));
    if (page_.status == Status::superseded)
      write_banner(body, said("superseded"), said("later_text"));
    line(body, "Council", page_.council);
    const XmlElement title = paragraph(body, "Title");
    const auto words = [&] { text_.write_words(title, page_.title); };
    if (page_.heading) {
      bookmarked(title, page_.heading->id, words);
    } else {
      words();
    }
    if (!page_.part.empty()) line(body, "Subtitle", page_.part);
  }

  void write_banner(const XmlElement& body, const std::string& what, const std::string& says) {
    const XmlElement banner = paragraph(body, "Banner");
    text_.write_words(banner, what, {.strong = true});
    text_.write_words(banner, " \u2013 " + says);
  }

  void write_fact(const XmlElement& body, const std::string& name, const Runs& value,
                  const char* style = "Fact") {
    if (value.empty()) return;
    const XmlElement fact = paragraph(body, style);
    text_.write_words(fact, name, {.strong = true});
    tab(fact);
    text_.write(fact, value, links_);
  }

  static Runs linked(const std::string& href, const std::string& words) {
    Run run{.text = words};
    run.link = view::Link{.kind = view::LinkKind::web, .href = href, .to = {}, .label = {}};
    return words.empty() ? Runs() : Runs{run};
  }

  Runs adoption() const {
    if (!page_.adopted) return {};
    const view::Adoption& adopted = *page_.adopted;
    const std::string body = adopted.body.empty() ? "" : said("by") + adopted.body;
    const std::string minute = adopted.minute.empty() ? "" : said("minute") + " " + adopted.minute;
    return plain_runs(
        joined({joined({in_words(adopted.date), body}, said("by").empty() ? ", " : " "), minute}));
  }

  void write_facts(const XmlElement& body) {
    write_fact(body, said("status"), plain_runs(said(syntax::name_of(page_.status))));
    write_fact(body, said("adopted"), adoption());
    if (page_.review) {
      const view::Review& review = *page_.review;
      const std::string overdue = review.overdue ? "(" + said("overdue") + ")" : "";
      write_fact(body, said("last_reviewed"), plain_runs(in_words(review.date)));
      write_fact(body, said("review_due"),
                 plain_runs(joined({joined({in_words(review.due), overdue}, " "), review.note})));
      write_fact(body, said("review_owner"), plain_runs(review.owner));
    }
    if (!page_.contact) return;
    Runs contact = linked("mailto:" + page_.contact->email, page_.contact->email);
    if (!contact.empty() && !page_.contact->phone.empty()) contact.push_back(Run{.text = ", "});
    if (!page_.contact->phone.empty()) contact.push_back(Run{.text = page_.contact->phone});
    write_fact(body, said("contact"), contact);
  }

  // Without the columns that nothing stands in.
  void write_list(const XmlElement& body, const std::string& heading,
                  const std::vector<std::string>& head,
                  const std::vector<std::vector<std::string>>& rows) {
    line(body, "TOCHeading", heading);
    DocxTable table;
    table.name = heading;
    table.rows.resize(rows.size());
    for (std::size_t c = 0; c < head.size(); ++c) {
      if (std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return row[c].empty(); }))
        continue;
      table.header.push_back(plain_runs(head[c]));
      for (std::size_t r = 0; r < rows.size(); ++r) table.rows[r].push_back(plain_runs(rows[r][c]));
    }
    if (!table.header.empty()) write(body, table);
    paragraph(body, "TableEnd");
  }

  void write(const XmlElement& body, const DocxTable& table) {
    write_table(body, table,
                [&](const XmlElement& cell, const Runs& runs) { text_.write(cell, runs, links_); });
  }

  void write_versions(const XmlElement& body) {
    if (page_.versions.empty()) return;
    std::vector<std::vector<std::string>> rows;
    for (const view::Version& version : page_.versions)
      rows.push_back({version.version, in_words(version.date), capital(version.authority),
                      version.minute, capital(version.note)});
    write_list(body, said("versions"),
               {said("version"), said("date"), said("authority"), said("minute_column"),
                said("what_changed")},
               rows);
  }

  // ---- contents

  struct Entry {
    const view::ContentsEntry* entry;
    std::size_t level;
  };

  void gather(const std::vector<view::ContentsEntry>& from, std::size_t level,
              std::vector<Entry>& into) const {
    if (level > deepest_contents) return;
    for (const view::ContentsEntry& each : from) {
      into.push_back({&each, level});
      gather(each.children, level + 1, into);
    }
  }

  // Word's own gallery, so that it offers to update the list.
  void write_contents(const XmlElement& body) {
    std::vector<Entry> entries;
    gather(page_.contents, 1, entries);
    if (entries.empty()) return;
    const XmlElement block = body.add("w:sdt");
    const XmlElement gallery = block.add("w:sdtPr").add("w:docPartObj");
    gallery.add("w:docPartGallery").set("w:val", "Table of Contents");
    gallery.add("w:docPartUnique");
    const XmlElement content = block.add("w:sdtContent");
    line(content, "TOCHeading", said("contents"));
    for (std::size_t i = 0; i < entries.size(); ++i)
      write_entry(content, entries[i], i == 0, i + 1 == entries.size());
  }

  void write_entry(const XmlElement& parent, const Entry& entry, bool first, bool last) {
    const std::string style = fmt::format("TOC{}", entry.level);
    const XmlElement to = paragraph(parent, style.c_str());
    if (first) {
      to.add("w:r").add("w:fldChar").set("w:fldCharType", "begin");
      to.add("w:r").add("w:instrText").set("xml:space", "preserve").text(contents_levels);
      to.add("w:r").add("w:fldChar").set("w:fldCharType", "separate");
    }
    const XmlElement link = to.add("w:hyperlink");
    link.set("w:anchor", syntax::bookmark_of(entry.entry->id)).set("w:history", "1");
    text_.write_words(link, entry.entry->number);
    tab(link);
    text_.write_words(link, entry.entry->heading);
    if (last) to.add("w:r").add("w:fldChar").set("w:fldCharType", "end");
  }

  // ---- the text

  DocxTargets targets() const {
    DocxTargets all;
    std::vector<const Clause*> numbered;
    for (const DocxBlock& block : body_.blocks) {
      DocxTarget& target = all[block.clause->id];
      if (!block.numbered) continue;
      numbered.push_back(block.clause);
      const Numbered& number = body_.numbered[*block.numbered];
      if (number.parent) target.above = numbered[*number.parent]->id;
      if (refs_[*block.numbered].list != 0) target.number = without_stop(number.label);
    }
    for (const view::Footnote& note : page_.footnotes) all[note.clause.id];
    if (page_.heading) all[page_.heading->id];
    return all;
  }

  void write_clauses(const XmlElement& body) {
    for (std::size_t i = 0; i < body_.blocks.size(); ++i) {
      const DocxBlock& block = body_.blocks[i];
      if (!block.clause->table) {
        write_block(body, block, i == 0);
        continue;
      }
      if (i == 0) paragraph(body, "TableEnd");
      write_clause_table(body, block);
      paragraph(body, "TableEnd");
    }
  }

  void write_block(const XmlElement& body, const DocxBlock& block, bool first) {
    const XmlElement to = body.add("w:p");
    const NumberRef ref = block.numbered ? refs_[*block.numbered] : NumberRef{};
    write_properties(to.add("w:pPr"), block, ref, first);
    if (block.numbered && ref.list == 0) {
      text_.write_words(to, block.clause->number, {.style = "TypedNumber"});
      const XmlElement run = to.add("w:r");
      run.add("w:rPr").add("w:rStyle").set("w:val", "TypedNumber");
      run.add("w:tab");
    }
    bookmarked(to, block.clause->id, [&] { text_.write(to, block.clause->runs, links_); });
    write_sic(to, *block.clause);
  }

  void write_properties(const XmlElement& to, const DocxBlock& block, NumberRef ref, bool first) {
    to.add("w:pStyle").set("w:val", block.style);
    if (block.sticky) to.add("w:keepNext");
    if (first) to.add("w:pageBreakBefore");
    if (ref.list != 0) {
      const XmlElement number = to.add("w:numPr");
      number.add("w:ilvl").set("w:val", std::to_string(ref.level));
      number.add("w:numId").set("w:val", std::to_string(ref.list));
    }
    const Indent own = ref.list != 0 ? numbering_.indent_of(ref) : own_indent(block.style);
    if (block.indent == own) return;
    const XmlElement indent = to.add("w:ind");
    indent.set("w:left", std::to_string(block.indent.left));
    if (block.indent.hanging != own.hanging)
      indent.set("w:hanging", std::to_string(block.indent.hanging));
  }

  // What the style says by itself.
  Indent own_indent(std::string_view style) const {
    const bool in_column = style == "BodyText" || style.starts_with("Heading");
    return {in_column ? body_.column : 0, 0};
  }

  void write_sic(const XmlElement& to, const Clause& clause) {
    const auto mark = sic_marks_.find(clause.id);
    if (mark == sic_marks_.end()) return;
    text_.write_words(to, " ", {.style = "Sic"});
    text_.write_inner_link(to, "[sic]", mark->second, {.style = "Sic"});
  }

  void write_clause_table(const XmlElement& body, const DocxBlock& block) {
    const view::Table& from = *block.clause->table;
    const DocxTable table{from.header, from.rows, block.clause->label, block.indent.left};
    bool first = true;
    write_table(body, table, [&](const XmlElement& cell, const Runs& runs) {
      const auto words = [&] { text_.write(cell, runs, links_); };
      if (!std::exchange(first, false)) return words();
      bookmarked(cell, block.clause->id, words);
      write_sic(cell, *block.clause);
    });
  }

  // ---- footnotes

  void write_unused_notes(const XmlElement& body) {
    bool headed = false;
    for (const view::Footnote& note : page_.footnotes) {
      if (!note.marks.empty()) continue;
      if (!std::exchange(headed, true)) line(body, "TOCHeading", said("unused_notes"));
      const XmlElement to = paragraph(body, "Note");
      text_.write_words(to, note.clause.number + " ", {.style = "TypedNumber"});
      bookmarked(to, note.clause.id, [&] { text_.write(to, note.clause.runs, links_); });
    }
  }

  void add_footnotes() {
    const XmlTree tree = word_part("w:footnotes");
    write_separator(tree.root(), "-1", "separator");
    write_separator(tree.root(), "0", "continuationSeparator");
    Relationships links;
    for (std::size_t i = 0; i < text_.notes().size(); ++i)
      write_note(tree.root(), text_.notes()[i], i + 1, links);
    add("word/footnotes.xml", tree.compact_bytes(), "wordprocessingml.footnotes");
    links_.add("footnotes", "footnotes.xml");
    if (!links.empty()) parts_.emplace_back("word/_rels/footnotes.xml.rels", links.bytes());
  }

  static void write_separator(const XmlElement& root, const char* id, const char* type) {
    const XmlElement note = root.add("w:footnote").set("w:type", type).set("w:id", id);
    const XmlElement to = note.add("w:p");
    to.add("w:pPr")
        .add("w:spacing")
        .set("w:after", "0")
        .set("w:line", "240")
        .set("w:lineRule", "auto");
    to.add("w:r").add(type == std::string_view("separator") ? "w:separator"
                                                            : "w:continuationSeparator");
  }

  void write_note(const XmlElement& root, const DocxNote& note, std::size_t id,
                  Relationships& links) {
    const XmlElement element = root.add("w:footnote").set("w:id", std::to_string(id));
    const XmlElement to = paragraph(element, "FootnoteText");
    const XmlElement mark = to.add("w:r");
    mark.add("w:rPr").add("w:rStyle").set("w:val", "FootnoteReference");
    if (note.automatic) {
      mark.add("w:footnoteRef");
    } else {
      mark.add("w:t").set("xml:space", "preserve").text(note.label);
    }
    text_.write_words(to, " ");
    const auto clause = notes_.find(note.id);
    if (clause == notes_.end()) return text_.write_words(to, note.text);
    bookmarked(to, note.id, [&] { text_.write(to, clause->second->runs, links, {}, true); });
    for (const Clause& child : clause->second->children) write_note_child(element, child, links);
  }

  void write_note_child(const XmlElement& element, const Clause& child, Relationships& links) {
    const XmlElement to = paragraph(element, "FootnoteText");
    if (!child.number.empty()) text_.write_words(to, child.number + " ", {.style = "TypedNumber"});
    bookmarked(to, child.id, [&] { text_.write(to, child.runs, links, {}, true); });
    for (const Clause& below : child.children) write_note_child(element, below, links);
  }

  // ---- behind the text

  void write_signoff(const XmlElement& body) {
    if (page_.signoff.empty()) return;
    std::vector<std::vector<std::string>> rows;
    for (const view::Signature& signature : page_.signoff)
      rows.push_back({signature.role, signature.name, in_words(signature.date)});
    write_list(body, said("sign_off"), {said("office"), said("name"), said("date")}, rows);
  }

  void write_about(const XmlElement& body) {
    const bool other_title = page_.heading && page_.heading->text != page_.title;
    const bool source = page_.source && (!page_.source->url.empty() || page_.source->retrieved ||
                                         !page_.source->sha256.empty());
    if (!other_title && !source && page_.sics.empty() && page_.repairs.empty()) return;
    line(body, "TOCHeading", said("about"));
    if (other_title) write_fact(body, said("printed_title"), page_.heading->runs);
    if (source) {
      write_fact(body, said("source"), linked(page_.source->url, page_.source->url));
      write_fact(body, said("taken_on"), plain_runs(in_words(page_.source->retrieved)));
      write_fact(body, "SHA-256", plain_runs(page_.source->sha256));
    }
    write_sics(body);
    write_repairs(body);
  }

  void place_of(const XmlElement& to, const std::string& id, const std::string& words) {
    if (id.empty()) return text_.write_words(to, words);
    text_.write_inner_link(to, words, syntax::bookmark_of(id), {.style = "CrossReference"});
  }

  void write_sics(const XmlElement& body) {
    if (page_.sics.empty()) return;
    line(body, "Note", said("kept_on_paper"));
    for (const view::Sic& sic : page_.sics) {
      const XmlElement to = paragraph(body, "NoteItem");
      text_.bookmark(to, sic_marks_.at(sic.clause.id), [&] {
        place_of(to, sic.clause.id, sic.clause.label);
        text_.write_words(to, ": " + sic.reason);
      });
    }
  }

  void write_repairs(const XmlElement& body) {
    if (page_.repairs.empty()) return;
    line(body, "Note", said("repairs_on_paper"));
    for (const view::Repair& repair : page_.repairs) {
      const XmlElement to = paragraph(body, "NoteItem");
      place_of(to, repair.to_id, repair.at);
      text_.write_words(to, fmt::format(": \u201c{}\u201d {} \u201c{}\u201d", repair.from,
                                        said("now_reads"), repair.to));
      if (!repair.note.empty()) text_.write_words(to, " (" + repair.note + ")");
    }
  }

  const view::Page& page_;
  const Templates& templates_;
  Words words_;
  const WordsByName& said_;
  DocxBlocks body_;
  DocxNumbering numbering_;
  std::vector<NumberRef> refs_;  // of the numbered blocks
  DocxText text_;
  Relationships links_;                           // of the document
  std::map<std::string, std::string> sic_marks_;  // bookmarks by clause
  std::map<std::string, const Clause*> notes_;
  std::vector<std::string> bookmarked_;  // clauses by id, in the order of their bookmarks
  std::vector<std::pair<std::string, std::string>> types_;
  std::vector<Part> parts_;
  std::string header_;
  std::string footer_;
};

}  // namespace

std::string word_file(const view::Page& protocol, const Templates& templates) {
  return WordFile(protocol, templates).bytes();
}

Files docx(const view::Page& protocol, const Templates& templates) {
  Files files;
  files.emplace(protocol.id + "/protocol.docx", word_file(protocol, templates));
  return files;
}

}  // namespace concord::render
