// Every word and every message has its place in the source.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "syntax_text.h"

using namespace concord;
using diag::Code;
using syntax::BlockKind;

namespace {

// The source of the first such words of a block.
std::string source_of(const Parsed& parsed, const syntax::Block& block, const std::string& words) {
  const auto at = block.prose.text.find(words);
  REQUIRE(at != std::string::npos);
  const auto begin = static_cast<std::uint32_t>(at);
  const auto end = static_cast<std::uint32_t>(at + words.size());
  return std::string(parsed.sources.text(block.prose.span({begin, end}, block.span)));
}

}  // namespace

TEST_CASE("words are found in the source behind markup, escapes and line breaks") {
  const Parsed p = parsed(
      "- (a) *First* words, R&amp;D \\[here\\]\n"
      "  > not a quote: lazy\n\n"
      "  and [linked words](https://example.gov.uk/words \"words\") then words\n"
      "  on another line, `code` and[^1] more.\n\n"
      "[^1]: Note.\n");
  const syntax::Block& item = p.document.blocks[0].children[0];
  CHECK(source_of(p, item, "First") == "First");
  CHECK(source_of(p, item, "R&D [here") == "R&amp;D \\[here");
  const syntax::Block& paragraph = item.children.back();
  REQUIRE(paragraph.kind == BlockKind::paragraph);
  CHECK(source_of(p, paragraph, "then words") == "then words");
  CHECK(source_of(p, paragraph, "words on another") == "words\n  on another");
  CHECK(source_of(p, paragraph, "code") == "code");
  CHECK(source_of(p, paragraph, "more.") == "more.");
}

TEST_CASE("words in quotations and table cells are found") {
  const Parsed p = parsed(
      "> Quoted\n> over lines.\n\n"
      "| A | B |\n|---|---|\n| same | x\\|y same |\n");
  const syntax::Block& quoted = p.document.blocks[0].children[0];
  CHECK(source_of(p, quoted, "over") == "over");
  CHECK(source_of(p, quoted, "Quoted over") == "Quoted\n> over");
  const syntax::Table& table = *p.document.blocks[1].table;
  const syntax::Prose& cell = table.rows[0][1].prose;
  CHECK(cell.text == "x|y same");
  CHECK(p.sources.text(cell.span({4, 8}, {})) == "same");
  CHECK(cell.span({4, 8}, {}).begin > table.rows[0][0].prose.span({0, 4}, {}).begin);
}

TEST_CASE("a table right below a paragraph has its own place, and the paragraph its own") {
  const Parsed p = parsed(
      "> Words above\n> the table\n> | Date | *Date* |\n> |---|---|\n>    | é | é\n\n"
      "Last\n| A |\n|---|\n");
  const auto place = [&](const syntax::Prose& prose, std::uint32_t length) {
    const source::Span span = prose.span({0, length}, {});
    return std::make_pair(std::size_t{span.begin}, std::string(p.sources.text(span)));
  };
  const std::string source(p.sources.text(p.file));
  const auto& inside = p.document.blocks[0].children;
  REQUIRE(inside.size() == 2);
  CHECK(p.sources.text(inside[0].span) == "Words above\n> the table");
  CHECK(source_of(p, inside[0], "above the") == "above\n> the");
  CHECK(p.sources.text(inside[1].span) == "| Date | *Date* |\n> |---|---|\n>    | é | é");
  const syntax::Table& table = *inside[1].table;
  CHECK(place(table.header[0].prose, 4) ==
        std::make_pair(source.find("Date"), std::string("Date")));
  CHECK(place(table.header[1].prose, 4) ==
        std::make_pair(source.find("Date*"), std::string("Date")));
  CHECK(place(table.rows[0][0].prose, 2) == std::make_pair(source.find("é"), std::string("é")));
  CHECK(place(table.rows[0][1].prose, 2) == std::make_pair(source.rfind("é"), std::string("é")));
  REQUIRE(p.document.blocks.size() == 3);
  CHECK(p.sources.text(p.document.blocks[1].span) == "Last");
  CHECK(p.sources.text(p.document.blocks[2].span) == "| A |\n|---|");
}

TEST_CASE("numbers, blocks and attributes have their places") {
  const Parsed p = parsed(
      "## 2. Members {#members}\n\n"
      "  **2.1** Text.\n\n"
      "3. native\n");
  const auto text = [&](source::Span span) { return std::string(p.sources.text(span)); };
  CHECK(text(p.document.blocks[0].number_span) == "2.");
  CHECK(text(p.document.blocks[0].attributes.span) == "{#members}");
  CHECK(text(p.document.blocks[0].span) == "## 2. Members {#members}");
  CHECK(text(p.document.blocks[1].number_span) == "2.1");
  CHECK(text(p.document.blocks[2].children[0].number_span) == "3.");
}

TEST_CASE("places are those of the source although bytes were replaced and lines end with CR LF") {
  const Parsed p = parsed("One \xFF two\x01\r\nthree.\r\n\r\n1.1 four\r\n");
  CHECK(p.document.blocks[0].prose.text == "One \xEF\xBF\xBD two\xEF\xBF\xBD three.");
  CHECK(source_of(p, p.document.blocks[0], "three") == "three");
  CHECK(source_of(p, p.document.blocks[1], "four") == "four");
  CHECK(p.sources.text(p.document.blocks[1].number_span) == "1.1");
  CHECK(p.codes() == "SRC002 SYN007");
}

TEST_CASE("words behind replaced bytes have their places, in one stretch too") {
  const Parsed p = parsed(std::string(100, '\x01') + "[^9] \xFF\xFFword\x02.\n");
  CHECK(p.pointed_at(Code::FN001) == "[^9]");
  CHECK(source_of(p, p.document.blocks[0], "word") == "word");
  CHECK(source_of(p, p.document.blocks[0], "word\uFFFD.") == "word\x02.");
  CHECK(source_of(p, p.document.blocks[0], "\uFFFDword") == "\xFFword");
}

TEST_CASE("messages point at what they speak of") {
  const Parsed p = parsed(
      "2024 was.\n\n3.1(e) x\n\nA <b>word</b> ![lion](x.png) [bad](javascript:x)\n\n"
      "See[^9].\n\n[^5]: Unused.\n\nText {#a topik=b}\n");
  CHECK(p.pointed_at(Code::SYN004) == "2024");
  CHECK(p.pointed_at(Code::SYN001) == "(e)");
  CHECK(p.pointed_at(Code::SYN005) == "<b>");
  CHECK(p.pointed_at(Code::SYN006) == "bad");
  CHECK(p.pointed_at(Code::FN001) == "[^9]");
  CHECK(p.pointed_at(Code::FN002) == "[^5]:");
  CHECK(p.pointed_at(Code::SYN003) == "{#a topik=b}");
}

TEST_CASE("a clause that a gap sets apart from the line before it is not lost without a word") {
  CHECK(parsed("1.1 Members ask.\n1.3 Officers answer.\n").pointed_at(Code::SYN001) == "1.3");
  CHECK(parsed("1.1 Members ask.\n2.1 Officers answer.\n").pointed_at(Code::SYN001) == "2.1");
  CHECK(parsed("1.1 Members ask as they may under\n1.3 Officers answer.\n").codes().empty());
  CHECK(parsed("1.4 Members ask.\n1.3 above applies.\n").codes().empty());
}

TEST_CASE("the line that stands for an unknown key is one that is read") {
  const auto said = [](const std::string& line) {
    const Parsed p("---\ncouncil: C\ntitle: T\n" + line + "\n---\n\nText.\n");
    const auto found = std::ranges::find(p.sink.all(), Code::FMT006, &diag::Diagnostic::code);
    return found == p.sink.all().end() ? std::string() : found->message;
  };
  CHECK(said("version: 2.1") ==
        "unknown key \"version\"; did you mean \"versions: [{version: 2.1}]\"?");
  CHECK(said("peer: leeds") == "unknown key \"peer\"; did you mean \"peers: [leeds]\"?");
  CHECK(said("role: member") == "unknown key \"role\"; did you mean \"roles\"?");
  CHECK(said("statsu: draft") == "unknown key \"statsu\"; did you mean \"status: draft\"?");
}

TEST_CASE("messages on front matter point at the key or the value") {
  const Parsed p(
      "---\ncouncil: Cyngor Môn\ntitle: T\nstatsu: adopted\nadopted: {date: 2024-13-01}\n"
      "review:\n  due: 2027-05\nversions:\n  - {version: 1, date: 2024}\n---\n\nText.\n");
  CHECK(p.pointed_at(Code::FMT006) == "statsu");
  CHECK(p.pointed_at(Code::FMT007) == "2024-13-01");
  const auto text = [&](const char* key) {
    return std::string(p.sources.text(p.document.metadata.span(key, p.file)));
  };
  CHECK(text("council") == "council: Cyngor Môn");
  CHECK(text("review.due") == "due: 2027-05");
  CHECK(text("versions.0") == "{version: 1, date: 2024");
  CHECK(text("review.owner") == "review");  // its nearest parent
  CHECK(text("contact") == "");
}
