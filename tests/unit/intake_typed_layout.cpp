#include <catch2/catch.hpp>

#include "intake/typed_layout.h"

using namespace concord::intake;
using Lines = std::vector<std::string>;

namespace {

Block paragraph(std::string text) {
  Block block;
  block.runs.emplace_back();
  block.runs[0].text = std::move(text);
  return block;
}

Lines laid_out(std::vector<Block> blocks) {
  read_typed_layout(blocks);
  Lines out;
  for (const Block& block : blocks) out.push_back(block.label + "|" + text_of(block.runs));
  return out;
}

}  // namespace

TEST_CASE("items behind line breaks are paragraphs of their own, and wrapped lines are not") {
  CHECK(laid_out({paragraph("Members must:\n(a) attend;\n• vote; and\ngo on\n2.4 Officers")}) ==
        Lines{"|Members must:", "|(a) attend;", "|• vote; and\ngo on", "|2.4 Officers"});
  CHECK(laid_out({paragraph("12 High Street\n5 Town Road\n1974 Act")}) ==
        Lines{"|12 High Street\n5 Town Road\n1974 Act"});
  CHECK(laid_out({paragraph("first\n\nsecond")}) == Lines{"|first", "|second"});
}

TEST_CASE("a line in bold above the text is a paragraph of its own") {
  Block block = paragraph("Scope");
  block.runs[0].bold = true;
  block.runs.emplace_back();
  block.runs[1].text = "\nThis applies to all.";
  CHECK(laid_out({block}) == Lines{"|Scope", "|This applies to all."});
}

TEST_CASE("a number that a tab sets apart is the label") {
  CHECK(laid_out({paragraph("9.1\tDog"), paragraph("(a) \t\tcat")}) == Lines{"9.1|Dog", "(a)|cat"});
  CHECK(laid_out({paragraph("2019\tadopted"), paragraph("Chair\tpresides")}) ==
        Lines{"|2019\tadopted", "|Chair\tpresides"});
  CHECK(laid_out({paragraph("1.\tIntroduction\t3")}) == Lines{"|1.\tIntroduction\t3"});
}

TEST_CASE("tabs before the words are an indent") {
  std::vector<Block> blocks{paragraph("\t •\tone")};
  read_typed_layout(blocks);
  CHECK(text_of(blocks[0].runs) == "•\tone");
  CHECK(blocks[0].indent == 36);
}

TEST_CASE("headings by style and tables stay as they are") {
  Block heading = paragraph("A title\n1. over two lines");
  heading.heading_level = 1;
  Block table = paragraph("1\tx");
  table.kind = BlockKind::table;
  CHECK(laid_out({heading, table}) == Lines{"|A title\n1. over two lines", "|1\tx"});
}
