#include <catch2/catch.hpp>

#include "intake/archive.h"
#include "intake/unreadable.h"
#include "intake/xml_tree.h"
#include "word_file.h"

using namespace concord::intake;
using concord::diag::Code;
using concord::test::import_lists;

namespace {

std::optional<Code> refused(const std::string& bytes) {
  const Outcome outcome = read_word(bytes, Changes::ask, import_lists());
  const auto* refusal = std::get_if<Refusal>(&outcome);
  return refusal ? std::optional(refusal->code) : std::nullopt;
}

std::string zip_of(std::string_view name, std::string_view bytes, std::uint16_t flags = 0) {
  ZipFile zip;
  zip.add(name, bytes, flags);
  return zip.bytes();
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("what is no Word file is refused by what it is") {
  CHECK(refused("") == Code::IMP002);
  CHECK(refused("PK\x03\x04 and no more") == Code::IMP002);
  CHECK(refused(zip_of("xl/workbook.xml", "<w/>")) == Code::IMP001);
  CHECK(refused(zip_of("content.xml", "<w/>")) == Code::IMP001);
  CHECK(refused(zip_of("word/document.xml", "<html/>")) == Code::IMP001);
  CHECK(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0')) == Code::IMP001);
}

TEST_CASE("an encrypted file is refused as one, in either way of encrypting") {
  CHECK(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0') +
                std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)) ==
        Code::IMP003);
  CHECK(refused(zip_of("word/document.xml", "<w/>", 1)) == Code::IMP003);
}

TEST_CASE("a file cut short anywhere is refused or read, and does no harm") {
  const std::string whole = WordFile{words("text")}.bytes();
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    CHECK(refused(whole.substr(0, length)).has_value());
  }
}

TEST_CASE("a document type is refused, so that no entity is expanded or fetched") {
  const std::string bomb =
      "<!DOCTYPE d [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY f SYSTEM "
      "\"file:///etc/passwd\">]><d>&b;&f;</d>";
  CHECK(refused(zip_of("word/document.xml", bomb)) == Code::IMP002);
  CHECK_THROWS_AS(parse_xml("<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/d.dtd\"><d/>", "d"),
                  Unreadable);
}

TEST_CASE("elements nested beyond all use are refused") {
  CHECK(refused(WordFile{repeated("<w:sdt><w:sdtContent>", 5000)}.bytes()).has_value());
  CHECK_THROWS_AS(parse_xml(repeated("<a>", 100'000), "d"), Unreadable);
}

TEST_CASE("more members than an archive may have are refused") {
  ZipFile zip;
  for (std::size_t i = 0; i <= max_members; ++i) zip.add("m" + std::to_string(i), "");
  CHECK(refused(zip.bytes()) == Code::IMP004);
}

TEST_CASE("a member's name leads nowhere") {
  ZipFile zip;
  zip.add("../../../../tmp/word/document.xml", "<w/>");
  zip.add("/etc/passwd", "x");
  CHECK(refused(zip.bytes()) == Code::IMP001);
}

TEST_CASE("macros are told of where no relation names them either") {
  ZipFile zip;
  zip.add("word/document.xml", WordFile::root("document", "<w:body>" + words("a") + "</w:body>"));
  zip.add("word/vbaProject.bin", "not read");
  const auto reading = std::get<Reading>(read_word(zip.bytes(), Changes::ask, import_lists()));
  REQUIRE(reading.doubts.size() == 1);
  CHECK(reading.doubts[0].code == Code::IMP008);
}

TEST_CASE("numbers, spans and identifiers beyond all reason do no harm") {
  WordFile file;
  file.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>";
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"99999999999\"/><w:lvl w:ilvl=\"-1\"/>"
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"-99999999999\"/><w:lvlText w:val=\"%9%%1%\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  file.body = words("a", "<w:pStyle w:val=\"a\"/>" + in_list(1, 77)) + words("b", in_list(1, 0)) +
              "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4000\"/></w:tcPr>" + words("c") +
              "</w:tc></w:tr></w:tbl><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  const Reading reading = read(file);
  CHECK(reading.blocks.size() == 3);
  CHECK(reading.blocks[2].rows[0].cells.size() <= 63);
}
