#include "render/docx_parts.h"

#include "render/docx_table.h"
#include "render/xml_text.h"
#include "source/digest.h"
#include "syntax/bookmark.h"

namespace concord::render {
namespace {

constexpr const char* relationship_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* own_namespace = "urn:concord:1";

// Word checks spelling by language and country.
std::string with_country(const std::string& language) {
  return language == "cy" || language == "en" ? language + "-GB" : language;
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

std::string package_links() {
  const XmlTree tree("Relationships",
                     {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
  const auto link = [&](const char* id, const char* type, const char* target) {
    tree.root().add("Relationship").set("Id", id).set("Type", type).set("Target", target);
  };
  link("rId1", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
       "word/document.xml");
  link("rId2",
       "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
       "docProps/core.xml");
  return tree.compact_bytes();
}

void write_words(const XmlElement& paragraph, std::string_view words, bool strong = false) {
  const XmlElement run = paragraph.add("w:r");
  if (strong) run.add("w:rPr").add("w:b");
  run.add("w:t").set("xml:space", "preserve").text(words);
}

void write_separator(const XmlElement& root, const char* id, const char* type) {
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

void counted(const XmlElement& line, const char* instruction) {
  write_words(line.add("w:fldSimple").set("w:instr", instruction), "1");
}

}  // namespace

std::string joined(std::initializer_list<std::string> parts, std::string_view by) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty() && !part.empty()) all += by;
    all += part;
  }
  return all;
}

XmlTree word_part(const char* root) {
  return {root, {{"xmlns:w", word_namespace}, {"xmlns:r", relationship_namespace}}};
}

XmlElement add_paragraph(const XmlElement& parent, const char* style) {
  const XmlElement made = parent.add("w:p");
  made.add("w:pPr").add("w:pStyle").set("w:val", style);
  return made;
}

void add_tab(const XmlElement& paragraph) {
  paragraph.add("w:r").add("w:tab");
}

XmlTree footnotes_part() {
  XmlTree tree = word_part("w:footnotes");
  write_separator(tree.root(), "-1", "separator");
  write_separator(tree.root(), "0", "continuationSeparator");
  return tree;
}

DocxParts::DocxParts(const view::Page& page, const Templates& templates, int column,
                     Standing standing, Sheet sheet)
    : page_(page),
      templates_(templates),
      said_(page.language),
      column_(column),
      standing_(standing),
      sheet_(sheet) {
  add_template("styles.xml", "styles", "wordprocessingml.styles");
  add_template("settings.xml", "settings", "wordprocessingml.settings");
  add_template("fontTable.xml", "fontTable", "wordprocessingml.fontTable");
  add_template("theme/theme1.xml", "theme", "theme");
  header_ = add("header1.xml", header(), "wordprocessingml.header", "header");
  footer_ = add("footer1.xml", footer(), "wordprocessingml.footer", "footer");
  parts_.emplace_back("docProps/core.xml", core_properties());
}

std::string DocxParts::said(std::string_view name) const {
  return std::string(said_[name]);
}

std::string DocxParts::add(const std::string& file, std::string bytes, const std::string& type,
                           const char* relationship) {
  types_.emplace_back("/word/" + file,
                      "application/vnd.openxmlformats-officedocument." + type + "+xml");
  parts_.emplace_back("word/" + file, std::move(bytes));
  return relationship == nullptr ? "" : links_.add(relationship, file);
}

void DocxParts::add_links(const std::string& file, const Relationships& links) {
  if (!links.empty()) parts_.emplace_back("word/_rels/" + file + ".rels", links.bytes());
}

std::string DocxParts::from_template(const std::string& path) const {
  const auto file = templates_.files.find("docx/" + path);
  if (file == templates_.files.end()) return "";
  const int room = sheet_ == Sheet::turned ? turned_room : upright_room;
  return filled(file->second, {{"language", xml_text(with_country(page_.language))},
                               {"room", std::to_string(room)},
                               {"column2", std::to_string(2 * column_)},
                               {"column", std::to_string(column_)}});
}

void DocxParts::add_template(const std::string& file, const char* relationship,
                             const std::string& type) {
  add(file, from_template("word/" + file), type, relationship);
}

std::string DocxParts::core_properties() const {
  const XmlTree tree(
      "cp:coreProperties",
      {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
       {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  tree.root().add("dc:title").text(page_.title + " \u2013 " + page_.council);
  tree.root().add("dc:creator").text(page_.council);
  tree.root().add("dc:language").text(page_.language);
  if (standing_ == Standing::of_protocol)
    tree.root().add("cp:contentStatus").text(said(syntax::name_of(page_.status)));
  return tree.compact_bytes();
}

// For the footer.
std::string DocxParts::state() const {
  if (standing_ == Standing::none) return "";
  std::string status = said(syntax::name_of(page_.status));
  if (page_.status == syntax::Status::adopted && page_.adopted && page_.adopted->date)
    status = said("adopted") + " " + page_.adopted->date->words;
  std::string version;
  for (const view::Version& each : page_.versions)
    if (!each.version.empty()) version = said("version_number") + " " + each.version;
  return joined({status, version});
}

// None on the first page, which has all of it in large.
std::string DocxParts::header() const {
  const XmlTree tree = word_part("w:hdr");
  const XmlElement line = add_paragraph(tree.root(), "Header");
  if (standing_ == Standing::of_protocol && page_.status == syntax::Status::draft) {
    write_words(line, said("draft_stamp"), true);
    write_words(line, " \u2013 ");
  }
  write_words(line, page_.council);
  add_tab(line);
  write_words(line, page_.title);
  return tree.compact_bytes();
}

std::string DocxParts::footer() const {
  const XmlTree tree = word_part("w:ftr");
  const XmlElement line = add_paragraph(tree.root(), "Footer");
  write_words(line, state());
  add_tab(line);
  write_words(line, said("page_of_before") + " ");
  counted(line, " PAGE ");
  write_words(line, " " + said("page_of_between") + " ");
  counted(line, " NUMPAGES ");
  if (!page_.made_of.empty()) write_words(add_paragraph(tree.root(), "Footer"), page_.made_of);
  return tree.compact_bytes();
}

void DocxParts::write_section(const XmlElement& body, int first_note) const {
  const XmlElement section = body.add("w:sectPr");
  const auto reference = [&](const char* what, const char* type, const std::string& id) {
    section.add(what).set("w:type", type).set("r:id", id);
  };
  reference("w:headerReference", "default", header_);
  reference("w:footerReference", "default", footer_);
  reference("w:footerReference", "first", footer_);
  if (first_note > 1)
    section.add("w:footnotePr").add("w:numStart").set("w:val", std::to_string(first_note));
  const bool turned = sheet_ == Sheet::turned;
  const XmlElement size = section.add("w:pgSz");  // A4
  size.set("w:w", turned ? "16838" : "11906").set("w:h", turned ? "11906" : "16838");
  if (turned) size.set("w:orient", "landscape");
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

namespace {

void gather_words(const view::Clause& clause, std::vector<std::string_view>& into) {
  into.insert(into.end(), {clause.id, clause.number, clause.text});
  for (const view::Clause& child : clause.children) gather_words(child, into);
}

// Of the numbers and words: by it a file that comes back is known to be of the text as it stands.
std::string digest_of(const view::Page& page) {
  std::vector<std::string_view> words;
  for (const view::Clause& clause : page.clauses) gather_words(clause, words);
  for (const view::Footnote& note : page.footnotes) gather_words(note.clause, words);
  return source::digest(words);
}

}  // namespace

// Which bookmark is which clause's: a name that was cut short says it no longer. What the cover
// does not show, or not as the text prints it, stands here too.
void DocxParts::add_custom_part(const std::vector<std::string>& bookmarked) {
  const XmlTree tree("clauses", {{"xmlns", own_namespace}});
  tree.root().set("protocol", page_.id).set("digest", digest_of(page_));
  tree.root().set("status", std::string(syntax::name_of(page_.status))).set("title", page_.title);
  if (page_.heading) tree.root().set("heading", page_.heading->text);
  for (const std::string& id : bookmarked)
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
  parts_.emplace_back("customXml/itemProps1.xml", properties.compact_bytes());
  types_.emplace_back("/customXml/itemProps1.xml",
                      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
}

std::string DocxParts::content_types() const {
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

std::string DocxParts::bytes(const DocxNumbering& numbering,
                             const std::vector<std::string>& bookmarked) {
  add("numbering.xml", numbering.bytes(), "wordprocessingml.numbering", "numbering");
  add_custom_part(bookmarked);
  add_links("document.xml", links_);
  std::vector<Part> all = {{"[Content_Types].xml", content_types()},
                           {"_rels/.rels", package_links()}};
  all.insert(all.end(), parts_.begin(), parts_.end());
  return package(all);
}

}  // namespace concord::render
