// Word files made in memory, for tests that need one of a certain kind.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "frozen_import_lists.h"
#include "intake/blocks.h"

// A zip archive whose members are stored as they are.
class ZipFile {
 public:
  void add(std::string_view name, std::string_view bytes, std::uint16_t flags = 0) {
    const std::string head = fields({{20, 2},
                                     {flags, 2},
                                     {0, 2},
                                     {0, 4},
                                     {checksum(bytes), 4},
                                     {size_of(bytes), 4},
                                     {size_of(bytes), 4},
                                     {size_of(name), 2}});
    directory_ += fields({{0x02014b50, 4}, {20, 2}}) + head +
                  fields({{0, 2}, {0, 2}, {0, 2}, {0, 2}, {0, 4}, {size_of(bytes_), 4}});
    directory_ += name;
    bytes_ += fields({{0x04034b50, 4}}) + head + fields({{0, 2}});
    bytes_.append(name).append(bytes);
    ++count_;
  }

  std::string bytes() const {
    return bytes_ + directory_ +
           fields({{0x06054b50, 4},
                   {0, 2},
                   {0, 2},
                   {count_, 2},
                   {count_, 2},
                   {size_of(directory_), 4},
                   {size_of(bytes_), 4},
                   {0, 2}});
  }

 private:
  struct Field {
    std::uint32_t value;
    int length;
  };

  static std::uint32_t size_of(std::string_view text) {
    return static_cast<std::uint32_t>(text.size());
  }

  static std::string fields(const std::vector<Field>& all) {
    std::string out;
    for (const Field& field : all) {
      for (int i = 0; i < field.length; ++i) {
        out += static_cast<char>((field.value >> (8 * i)) & 0xFFu);
      }
    }
    return out;
  }

  // CRC-32, as the format has it.
  static std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFFu;
    for (const char byte : bytes) {
      sum ^= static_cast<unsigned char>(byte);
      for (int i = 0; i < 8; ++i) sum = (sum >> 1) ^ ((sum & 1u) != 0 ? 0xEDB88320u : 0u);
    }
    return ~sum;
  }

  std::string bytes_, directory_;
  std::uint32_t count_ = 0;
};

// What a test says of a Word file; the rest is as plain as it can be.
struct WordFile {
  std::string body;                               // what is in w:body
  std::string styles = {};                        // what is in w:styles
  std::string numbering = {};                     // what is in w:numbering
  std::map<std::string, std::string> parts = {};  // further ones, by relation: "footnotes"
  std::string relations = {};                     // further ones, as XML

  static std::string root(std::string_view name, std::string_view content) {
    std::string xml = "<w:" + std::string(name);
    xml +=
        " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">";
    return xml.append(content) + "</w:" + std::string(name) + ">";
  }

  std::string bytes() const {
    std::map<std::string, std::string> all = parts;
    if (!styles.empty()) all["styles"] = root("styles", styles);
    if (!numbering.empty()) all["numbering"] = root("numbering", numbering);
    ZipFile zip;
    zip.add("_rels/.rels", related({{"officeDocument", "word/document.xml"}}));
    zip.add("word/document.xml", root("document", "<w:body>" + body + "</w:body>"));
    std::map<std::string, std::string> targets;
    for (const auto& [type, xml] : all) {
      targets[type] = type + ".xml";
      zip.add("word/" + type + ".xml", xml);
    }
    zip.add("word/_rels/document.xml.rels", related(targets));
    return zip.bytes();
  }

 private:
  std::string related(const std::map<std::string, std::string>& targets) const {
    std::string xml =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const auto& [type, target] : targets) {
      xml += "<Relationship Id=\"r" + type + "\" Type=\"http://schemas.example/" + type +
             "\" Target=\"" + target + "\"/>";
    }
    return xml + relations + "</Relationships>";
  }
};

// A paragraph of the words, with properties.
inline std::string words(std::string_view text, std::string_view properties = "") {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t xml:space=\"preserve\">" +
         std::string(text) + "</w:t></w:r></w:p>";
}

// The properties of a paragraph in a list.
inline std::string in_list(int id, int level) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
         std::to_string(id) + "\"/></w:numPr>";
}

inline concord::intake::Reading read(
    const WordFile& file, concord::intake::Changes changes = concord::intake::Changes::ask) {
  return std::get<concord::intake::Reading>(
      concord::intake::read_word(file.bytes(), changes, concord::test::import_lists()));
}

// Each block as "label|words".
inline std::vector<std::string> shown(const concord::intake::Reading& reading) {
  std::vector<std::string> out;
  for (const auto& block : reading.blocks) {
    out.push_back(block.label + "|" + concord::intake::text_of(block.runs));
  }
  return out;
}
