#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "source/source_map.h"
#include "word_file.h"

using namespace concord::intake;
using concord::test::import_lists;

namespace {

std::string level(int number, std::string_view format, std::string_view text,
                  std::string_view more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + std::string(format) + "\"/>" +
         std::string(more) + "<w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}

std::string abstract(int id, std::string_view content) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + std::string(content) +
         "</w:abstractNum>";
}

std::string num(int id, int abstract_id, std::string_view overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(abstract_id) + "\"/>" + std::string(overrides) + "</w:num>";
}

std::string start_at(int list_level, int start) {
  return "<w:lvlOverride w:ilvl=\"" + std::to_string(list_level) + "\"><w:startOverride w:val=\"" +
         std::to_string(start) + "\"/></w:lvlOverride>";
}

std::string clauses() {
  return level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") +
         level(2, "lowerLetter", "(%3)");
}

std::string paragraph_style(std::string_view id, std::string_view properties,
                            std::string_view base = "") {
  std::string xml = "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(id) +
                    "\"><w:name w:val=\"" + std::string(id) + "\"/>";
  if (!base.empty()) xml += "<w:basedOn w:val=\"" + std::string(base) + "\"/>";
  return xml + "<w:pPr>" + std::string(properties) + "</w:pPr></w:style>";
}

// The labels of paragraphs of one numbering, each given as its properties.
std::vector<std::string> labels(const std::string& numbering,
                                const std::vector<std::string>& paragraphs,
                                const std::string& styles = "") {
  WordFile file;
  file.numbering = numbering;
  file.styles = styles;
  for (const std::string& properties : paragraphs) file.body += words("words", properties);
  std::vector<std::string> out;
  const Reading reading = read(file);
  for (const Block& block : reading.blocks) out.push_back(block.label);
  return out;
}

using Labels = std::vector<std::string>;

Reading read_document(const std::string& name, Changes changes) {
  const std::string path = std::string(CONCORD_SOURCE_DIR) + "/tests/documents/" + name;
  return std::get<Reading>(read_word(concord::source::read_file(path), changes, import_lists()));
}

// opening words -> the number shown.
std::map<std::string, std::string> expected(const std::string& name) {
  std::istringstream lines(
      concord::source::read_file(std::string(CONCORD_SOURCE_DIR) + "/tests/documents/" + name));
  std::map<std::string, std::string> out;
  std::string line;
  std::getline(lines, line);  // the head
  while (std::getline(lines, line)) {
    if (const std::size_t tab = line.find('\t'); tab != std::string::npos) {
      out[line.substr(0, tab)] = line.substr(tab + 1);
    }
  }
  return out;
}

// How many of the numbers stand as labels before the words that they are expected before.
std::size_t count_right(const Reading& reading, const std::map<std::string, std::string>& wanted) {
  std::size_t right = 0;
  for (const auto& [opening, number] : wanted) {
    const bool found = std::any_of(reading.blocks.begin(), reading.blocks.end(),
                                   [&, &o = opening, &n = number](const Block& b) {
                                     return text_of(b.runs).rfind(o, 0) == 0 && b.label == n;
                                   });
    INFO(opening << " " << number);
    CHECK(found);
    right += found ? 1 : 0;
  }
  return right;
}

}  // namespace

TEST_CASE("every number of the torture file is the one that Word shows, all changes accepted") {
  const Reading reading = read_document("torture.docx", Changes::accept);
  CHECK(count_right(reading, expected("torture.tsv")) == 34);
}

TEST_CASE("every number of the torture file is the one that Word shows, all changes rejected") {
  auto wanted = expected("torture.tsv");
  wanted.erase("November");
  for (const auto& [opening, number] : expected("torture.rejected.tsv")) wanted[opening] = number;
  CHECK(count_right(read_document("torture.docx", Changes::reject), wanted) == 34);
}

TEST_CASE("each paragraph has the number that it says it wants") {
  for (const char* name : {"verbatim.docx", "start-after-reset.docx"}) {
    const Reading reading = read_document(name, Changes::ask);
    for (const Block& block : reading.blocks) {
      const std::string text = text_of(block.runs);
      if (text.rfind("want ", 0) != 0) continue;
      const std::size_t end = text.rfind(" end");
      CHECK(block.label == text.substr(5, end == std::string::npos ? end : end - 5));
    }
  }
}

TEST_CASE("lists of one abstract list count on together") {
  const std::string numbering = abstract(0, clauses()) + num(1, 0) + num(2, 0);
  CHECK(labels(numbering, {in_list(1, 0), in_list(2, 0), in_list(1, 0)}) ==
        Labels{"1.", "2.", "3."});
}

TEST_CASE("an override of a start counts once") {
  const std::string numbering = abstract(0, clauses()) + num(1, 0) + num(2, 0, start_at(0, 5));
  CHECK(labels(numbering, {in_list(1, 0), in_list(2, 0), in_list(1, 0), in_list(2, 0)}) ==
        Labels{"1.", "5.", "6.", "7."});
}

TEST_CASE("an override stands though the level is named once more without one") {
  const std::string empty = "<w:lvlOverride w:ilvl=\"0\"/>";
  const std::string numbering = abstract(1, clauses()) + num(1, 1, start_at(0, 0) + empty);
  CHECK(labels(numbering, {in_list(1, 0), in_list(1, 1)}) == Labels{"0.", "0.1"});
}

TEST_CASE("overrides of two levels set a number of two parts") {
  const std::string numbering =
      abstract(0, clauses()) + num(1, 0) + num(2, 0, start_at(0, 4) + start_at(1, 3));
  CHECK(labels(numbering, {in_list(1, 0), in_list(2, 1), in_list(2, 1), in_list(2, 0)}) ==
        Labels{"1.", "4.3", "4.4", "5."});
}

TEST_CASE("a deeper level starts again, unless it never does or only after another") {
  const std::string never =
      level(0, "decimal", "%1.") + level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>");
  CHECK(labels(abstract(0, never) + num(1, 0), {in_list(1, 0), in_list(1, 1), in_list(1, 0),
                                                in_list(1, 1)}) == Labels{"1.", "1.", "2.", "2."});
  const std::string after_first = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") +
                                  level(2, "lowerLetter", "(%3)", "<w:lvlRestart w:val=\"1\"/>");
  CHECK(labels(abstract(0, after_first) + num(1, 0),
               {in_list(1, 0), in_list(1, 1), in_list(1, 2), in_list(1, 1), in_list(1, 2),
                in_list(1, 0), in_list(1, 2)}) ==
        Labels{"1.", "1.1", "(a)", "1.2", "(b)", "2.", "(a)"});
}

TEST_CASE("legal numbering is in digits throughout") {
  const std::string part = level(0, "upperRoman", "Part %1") +
                           level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                           level(2, "decimal", "%1.%3");
  CHECK(labels(abstract(0, part) + num(1, 0), {in_list(1, 0), in_list(1, 1), in_list(1, 2)}) ==
        Labels{"Part I", "1.1", "I.1"});
}

TEST_CASE(
    "a style's level is the one that the list ties to it; list and level are inherited apart") {
  const std::string numbering =
      abstract(0, level(0, "decimal", "%1.", "<w:pStyle w:val=\"Top\"/>") +
                      level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Sub\"/>") +
                      level(2, "lowerLetter", "(%3)")) +
      num(1, 0);
  const std::string styles =
      paragraph_style("Top", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") +
      paragraph_style("Sub", "<w:numPr><w:ilvl w:val=\"5\"/><w:numId w:val=\"1\"/></w:numPr>") +
      paragraph_style("SubKeep", "<w:keepNext/>", "Sub") +
      paragraph_style("Deep", "<w:numPr><w:ilvl w:val=\"2\"/></w:numPr>", "Sub");
  CHECK(labels(numbering,
               {"<w:pStyle w:val=\"Top\"/>", "<w:pStyle w:val=\"Sub\"/>",
                "<w:pStyle w:val=\"SubKeep\"/>", "<w:pStyle w:val=\"Deep\"/>",
                "<w:pStyle w:val=\"Sub\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>",
                "<w:pStyle w:val=\"Sub\"/>"},
               styles) == Labels{"1.", "1.1", "1.2", "(a)", "", "1.3"});
}

TEST_CASE("a list style stands in for its list, and a circle of them for none") {
  const std::string numbering = abstract(0, "<w:styleLink w:val=\"L\"/>" + clauses()) +
                                abstract(1, "<w:numStyleLink w:val=\"L\"/>") +
                                abstract(2, "<w:numStyleLink w:val=\"M\"/>") + num(1, 0) +
                                num(2, 1) + num(3, 2);
  const std::string styles =
      "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:name w:val=\"L\"/><w:pPr><w:numPr>"
      "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"numbering\" w:styleId=\"M\"><w:name w:val=\"M\"/><w:pPr><w:numPr>"
      "<w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>";
  CHECK(labels(numbering, {in_list(1, 0), in_list(2, 0), in_list(3, 0)}, styles) ==
        Labels{"1.", "2.", ""});
}

TEST_CASE("a bullet is one sign, of whatever font; what is no list has no label") {
  WordFile file;
  file.numbering = abstract(0, level(0, "bullet", "\xEF\x82\xB7") + level(1, "bullet", "o") +
                                   level(2, "bullet", "–")) +
                   num(1, 0);
  file.body = words("a", in_list(1, 0)) + words("b", in_list(1, 1)) + words("c", in_list(1, 2)) +
              words("d", in_list(9, 0));
  const Reading reading = read(file);
  CHECK(shown(reading) == Labels{"•|a", "•|b", "–|c", "|d"});
  CHECK(reading.blocks[1].bullet);
  CHECK_FALSE(reading.blocks[3].bullet);
}

TEST_CASE("an unknown format is written in digits, and said to be") {
  WordFile file;
  file.numbering = abstract(0, level(0, "thaiCounting", "%1)")) + num(1, 0);
  file.body = words("a", in_list(1, 0));
  const Reading reading = read(file);
  CHECK(shown(reading) == Labels{"1)|a"});
  REQUIRE(reading.doubts.size() == 1);
  CHECK(reading.doubts[0].code == concord::diag::Code::IMP010);
}

TEST_CASE("what Word does not show is not counted; an empty paragraph is") {
  WordFile file;
  file.numbering = abstract(0, clauses()) + num(1, 0);
  const std::string list = in_list(1, 0);
  file.body = words("a", list) + "<w:p><w:pPr>" + list + "<w:sectPr/></w:pPr></w:p>" +
              "<w:p><w:pPr>" + list +
              "<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/>"
              "</w:rPr><w:t>hidden</w:t></w:r></w:p>" +
              "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + words("", list) +
              "</w:tc></w:tr></w:tbl>" + words("b", list) + "<w:p><w:pPr>" + list +
              "</w:pPr></w:p>" + words("c", list);
  const Reading reading = read(file);
  CHECK(shown(reading) == Labels{"1.|a", "|hidden", "2.|b", "4.|c"});
}
