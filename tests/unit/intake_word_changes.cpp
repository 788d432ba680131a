#include <catch2/catch.hpp>

#include "word_file.h"

using namespace concord::intake;
using concord::test::import_lists;
using Lines = std::vector<std::string>;

namespace {

std::string run(std::string_view text) {
  return "<w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}
std::string put_in(std::string_view text) {
  return "<w:ins w:id=\"1\" w:author=\"A\">" + run(text) + "</w:ins>";
}
std::string taken_out(std::string_view text) {
  return "<w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText xml:space=\"preserve\">" +
         std::string(text) + "</w:delText></w:r></w:del>";
}
// A paragraph whose own mark is put in or taken out.
std::string marked(std::string_view change, std::string_view content) {
  return "<w:p><w:pPr><w:rPr><w:" + std::string(change) +
         " w:id=\"3\" w:author=\"A\"/></w:rPr></w:pPr>" + std::string(content) + "</w:p>";
}
std::string paragraph(std::string_view content) {
  return "<w:p>" + std::string(content) + "</w:p>";
}

Lines accepted(const std::string& body) {
  return shown(read({body}, Changes::accept));
}
Lines rejected(const std::string& body) {
  return shown(read({body}, Changes::reject));
}

}  // namespace

TEST_CASE("without a decision, a file with tracked changes is refused with their count") {
  const WordFile file{paragraph(run("must ") + put_in("not ") + taken_out("ever "))};
  const auto outcome = read_word(file.bytes(), Changes::ask, import_lists());
  REQUIRE(std::holds_alternative<Refusal>(outcome));
  CHECK(std::get<Refusal>(outcome).code == concord::diag::Code::IMP007);
  CHECK(std::get<Refusal>(outcome).reason.rfind("2 tracked changes", 0) == 0);
}

TEST_CASE("words put in stay when accepted and go when rejected, words taken out the other way") {
  const std::string body = paragraph(run("a ") + put_in("new ") + taken_out("old ") + run("z"));
  CHECK(accepted(body) == Lines{"|a new z"});
  CHECK(rejected(body) == Lines{"|a old z"});
}

TEST_CASE("a paragraph put in or taken out whole leaves no empty one") {
  const std::string body = paragraph(run("a")) + marked("ins", put_in("b")) +
                           marked("del", taken_out("c")) + paragraph(run("d"));
  CHECK(accepted(body) == Lines{"|a", "|b", "|d"});
  CHECK(rejected(body) == Lines{"|a", "|c", "|d"});
}

TEST_CASE("a paragraph whose mark goes runs on in the next one") {
  const std::string joined = marked("del", run("a ")) + paragraph(run("b"));
  CHECK(accepted(joined) == Lines{"|a b"});
  CHECK(rejected(joined) == Lines{"|a ", "|b"});
  const std::string split =
      marked("ins", run("a ")) + marked("ins", run("b ")) + paragraph(run("c"));
  CHECK(accepted(split) == Lines{"|a ", "|b ", "|c"});
  CHECK(rejected(split) == Lines{"|a b c"});
}

TEST_CASE("a paragraph does not run on into a table or out of its cell") {
  const std::string cell =
      "<w:tbl><w:tr><w:tc>" + marked("del", run("in")) + "</w:tc></w:tr></w:tbl>";
  const Reading reading =
      read({marked("del", run("above")) + cell + paragraph(run("below"))}, Changes::accept);
  REQUIRE(reading.blocks.size() == 3);
  CHECK(text_of(reading.blocks[0].runs) == "above");
  CHECK(text_of(reading.blocks[1].runs) == "in");
  CHECK(text_of(reading.blocks[2].runs) == "below");
}

TEST_CASE("what is moved stands at its new place when accepted and at its old one when rejected") {
  const std::string body =
      "<w:moveFromRangeStart w:id=\"7\" w:name=\"m\"/>" +
      marked("moveFrom", "<w:moveFrom w:id=\"8\">" + run("moved") + "</w:moveFrom>") +
      "<w:moveFromRangeEnd w:id=\"7\"/>" + paragraph(run("stays")) +
      marked("moveTo", "<w:moveTo w:id=\"9\">" + run("moved") + "</w:moveTo>") +
      paragraph(run("end"));
  CHECK(accepted(body) == Lines{"|stays", "|moved", "|end"});
  CHECK(rejected(body) == Lines{"|moved", "|stays", "|end"});
}

TEST_CASE("rows and cells put in or taken out") {
  const auto cell = [](std::string_view text, std::string_view change) {
    return "<w:tc><w:tcPr>" + std::string(change) + "</w:tcPr>" + paragraph(run(text)) + "</w:tc>";
  };
  const std::string table = "<w:tbl><w:tr>" + cell("a", "") + cell("x", "") +
                            cell("b", "<w:cellIns w:id=\"1\"/>") +
                            "</w:tr><w:tr><w:trPr><w:del w:id=\"2\"/></w:trPr>" + cell("c", "") +
                            cell("x", "") + "</w:tr><w:tr><w:trPr><w:ins w:id=\"3\"/></w:trPr>" +
                            cell("d", "") + cell("x", "") + "</w:tr></w:tbl>";
  const auto rows = [&](Changes changes) {
    Lines out;
    const Reading reading = read({table}, changes);
    for (const Row& row : reading.blocks[0].rows) {
      out.emplace_back();
      for (const Cell& one : row.cells) out.back() += text_of(one.paragraphs[0]);
    }
    return out;
  };
  CHECK(rows(Changes::accept) == Lines{"axb", "dx"});
  CHECK(rows(Changes::reject) == Lines{"ax", "cx"});
}

TEST_CASE("a change of properties is taken back when it is rejected") {
  WordFile file;
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
      "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
      "<w:abstractNumId w:val=\"0\"/></w:num>";
  file.body =
      words("unlisted",
            "<w:pPrChange w:id=\"1\"><w:pPr>" + in_list(1, 0) + "</w:pPr></w:pPrChange>") +
      words("listed",
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/><w:ins w:id=\"2\"/></w:numPr>") +
      "<w:p><w:r><w:rPr><w:strike/><w:rPrChange w:id=\"3\"><w:rPr><w:b/></w:rPr></w:rPrChange>"
      "</w:rPr><w:t>struck</w:t></w:r></w:p>";
  const Reading yes = read(file, Changes::accept);
  CHECK(shown(yes) == Lines{"|unlisted", "1.|listed", "|struck"});
  CHECK(yes.blocks[2].runs[0].struck);
  const Reading no = read(file, Changes::reject);
  CHECK(shown(no) == Lines{"1.|unlisted", "|listed", "|struck"});
  CHECK(no.blocks[2].runs[0].bold);
  CHECK_FALSE(no.blocks[2].runs[0].struck);
}
