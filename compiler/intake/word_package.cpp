#include "intake/word_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diag/messages.h"
#include "intake/archive.h"
#include "intake/blocks.h"
#include "intake/read.h"
#include "intake/unreadable.h"
#include "intake/word_values.h"

namespace concord::intake {
namespace {

struct Relation {
  std::string id;
  std::string type;  // the last part of its address: "styles"
  std::string target;
  bool outside = false;
};

std::string last_part(std::string_view address) {
  const std::size_t slash = address.rfind('/');
  return std::string(slash == std::string_view::npos ? address : address.substr(slash + 1));
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : part.substr(0, slash + 1));
}

// The name of the member that the target means, as seen from the part's folder.
std::string resolved(std::string_view folder, std::string_view target) {
  if (!target.empty() && target.front() == '/') return std::string(target.substr(1));
  std::string base(folder);
  while (target.substr(0, 3) == "../") {
    target.remove_prefix(3);
    base = base.empty() ? base : folder_of(std::string_view(base).substr(0, base.size() - 1));
  }
  return base + std::string(target);
}

std::vector<Relation> read_relations(Archive& archive, std::string_view part) {
  const std::string folder = folder_of(part);
  const std::string name = fmt::format("{}_rels/{}.rels", folder, last_part(part));
  if (!archive.has(name)) return {};
  std::vector<Relation> relations;
  for (const XmlNode& node : parse_xml(archive.read(name), name).children) {
    if (node.name != "rel:Relationship") continue;
    const bool outside = node.value("TargetMode") == "External";
    const std::string_view target = node.value("Target");
    relations.push_back({std::string(node.value("Id")), last_part(node.value("Type")),
                         outside ? std::string(target) : resolved(folder, target), outside});
  }
  return relations;
}

std::map<std::string, std::string, std::less<>> links_in(const std::vector<Relation>& relations) {
  std::map<std::string, std::string, std::less<>> links;
  for (const Relation& relation : relations) {
    if (relation.type == "hyperlink" && relation.outside) {
      links.emplace(relation.id, relation.target);
    }
  }
  return links;
}

const Relation* find(const std::vector<Relation>& relations, std::string_view type) {
  const auto found = std::find_if(relations.begin(), relations.end(), [&](const Relation& one) {
    return one.type == type && !one.outside;
  });
  return found == relations.end() ? nullptr : &*found;
}

std::string words_of(const XmlNode& root, std::string_view letters) {
  std::vector<const XmlNode*> texts;
  collect(root, letters, texts);
  std::string words;
  for (const XmlNode* text : texts) words += (words.empty() ? "" : " ") + text->text;
  return words;
}

std::string words_of(const Reading& reading) {
  std::string words;
  const auto add = [&](const Runs& runs) { words += (words.empty() ? "" : " ") + text_of(runs); };
  for (const Block& block : reading.blocks) {
    if (block.kind != BlockKind::table) add(block.runs);
    for (const Row& row : block.rows)
      for (const Cell& cell : row.cells)
        for (const Runs& runs : cell.paragraphs) add(runs);
  }
  return words;
}

// Of a document that stands whole within another. One within that is not opened. For its words
// alone no lists are needed.
std::string words_of_document(const std::string& bytes) {
  const std::optional<Format> format = format_of(bytes);
  if (format == Format::word) {
    Archive archive(bytes);
    const std::string name = "word/document.xml";
    return archive.has(name) ? words_of(parse_xml(archive.read(name), name), "w:t") : "";
  }
  if (format != Format::html && format != Format::text) return "";
  const Outcome outcome = format == Format::html ? read_html(bytes, {}) : read_text(bytes, {});
  const auto* reading = std::get_if<Reading>(&outcome);
  return reading == nullptr ? "" : words_of(*reading);
}

// They are listed only, so that a damaged one keeps nothing from being read.
std::string words_shown_by(Archive& archive, const Relation& relation) try {
  const bool drawn = relation.type == "diagramData" || relation.type == "chart";
  if (relation.outside || (!drawn && relation.type != "aFChunk")) return "";
  if (!archive.has(relation.target)) return "";
  const std::string bytes = archive.read(relation.target);
  return drawn ? words_of(parse_xml(bytes, relation.target), "a:t") : words_of_document(bytes);
} catch (const Unreadable&) {
  return "";
}

WordPart read_part(Archive& archive, const std::string& name) {
  const std::vector<Relation> relations = read_relations(archive, name);
  WordPart part{parse_xml(archive.read(name), name), links_in(relations)};
  for (const Relation& relation : relations)
    if (std::string words = words_shown_by(archive, relation); !words.empty())
      part.shown.emplace(relation.id, std::move(words));
  return part;
}

std::optional<WordPart> part_of_type(Archive& archive, const std::vector<Relation>& relations,
                                     std::string_view type) {
  const Relation* relation = find(relations, type);
  if (!relation || !archive.has(relation->target)) return std::nullopt;
  return read_part(archive, relation->target);
}

std::optional<XmlNode> root_of_type(Archive& archive, const std::vector<Relation>& relations,
                                    std::string_view type) {
  auto part = part_of_type(archive, relations, type);
  return part ? std::optional(std::move(part->root)) : std::nullopt;
}

// An encrypted Word file and one of before 2007 are both compound files of OLE.
[[noreturn]] void refuse_compound_file(std::string_view bytes) {
  const std::string_view name("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31);
  if (bytes.find(name) != std::string_view::npos) {
    throw Unreadable(diag::Code::IMP003, diag::IMP003::word);
  }
  throw Unreadable(diag::Code::IMP001, diag::IMP001::before_2007);
}

[[noreturn]] void refuse_other_archive(const Archive& archive) {
  std::string kind = diag::IMP001::other_archive;
  if (archive.has("xl/workbook.xml")) kind = diag::IMP001::workbook;
  if (archive.has("ppt/presentation.xml")) kind = diag::IMP001::slides;
  if (archive.has("content.xml")) kind = diag::IMP001::open_document;
  throw Unreadable(diag::Code::IMP001, kind);
}

// The member that holds the text.
std::string main_part(Archive& archive, const std::vector<Relation>& relations) {
  const Relation* relation = find(relations, "officeDocument");
  std::string name = relation ? relation->target : "word/document.xml";
  if (!archive.has(name)) refuse_other_archive(archive);
  return name;
}

void read_furniture(Archive& archive, const std::vector<Relation>& relations,
                    WordPackage& package) {
  for (const Relation& relation : relations) {
    if (relation.outside || !archive.has(relation.target)) continue;
    if (relation.type == "header") package.headers.push_back(read_part(archive, relation.target));
    if (relation.type == "footer") package.footers.push_back(read_part(archive, relation.target));
    package.macros = package.macros || relation.type == "vbaProject";
  }
}

// A file may have several such parts, of as many programs.
std::optional<XmlNode> own_part(Archive& archive, const std::vector<Relation>& relations) {
  for (const Relation& relation : relations) {
    if (relation.type != "customXml" || relation.outside || !archive.has(relation.target)) continue;
    XmlNode root = parse_xml(archive.read(relation.target), relation.target);
    if (root.name == "own:clauses" && root.attribute("protocol")) return root;
  }
  return std::nullopt;
}

void list_outside(const std::vector<Relation>& relations, WordPackage& package) {
  for (const Relation& relation : relations) {
    if (relation.outside && relation.type != "hyperlink") package.outside.push_back(relation.type);
  }
}

}  // namespace

WordPackage open_word(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) refuse_compound_file(bytes);
  Archive archive(bytes);
  const std::vector<Relation> package_relations = read_relations(archive, "");
  const std::string name = main_part(archive, package_relations);
  const std::vector<Relation> relations = read_relations(archive, name);
  WordPackage package;
  package.text = read_part(archive, name);
  if (package.text.root.name != "w:document") refuse_other_archive(archive);
  package.styles = root_of_type(archive, relations, "styles");
  package.numbering = root_of_type(archive, relations, "numbering");
  package.settings = root_of_type(archive, relations, "settings");
  package.core = root_of_type(archive, package_relations, "core-properties");
  package.extended = root_of_type(archive, package_relations, "extended-properties");
  package.footnotes = part_of_type(archive, relations, "footnotes");
  package.endnotes = part_of_type(archive, relations, "endnotes");
  package.comments = part_of_type(archive, relations, "comments");
  package.clauses = own_part(archive, relations);
  read_furniture(archive, relations, package);
  package.macros = package.macros || archive.has(folder_of(name) + "vbaProject.bin");
  list_outside(relations, package);
  if (package.settings)
    list_outside(read_relations(archive, folder_of(name) + "settings.xml"), package);
  return package;
}

}  // namespace concord::intake
