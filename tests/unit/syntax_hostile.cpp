// Texts made to break a parser, and real ones broken at random: each is read to its end.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "syntax_text.h"

using namespace concord;

namespace {

std::string repeated(const std::string& part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

std::vector<std::string> protocols() {
  std::vector<std::filesystem::path> paths;
  const std::filesystem::path folder = std::filesystem::path(CONCORD_SOURCE_DIR) / "protocols";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const auto& path : paths) texts.push_back(source::read_file(path));
  return texts;
}

std::size_t depth_of(const std::vector<syntax::Block>& blocks) {
  std::size_t deepest = 0;
  for (const syntax::Block& block : blocks) {
    deepest = std::max(deepest, 1 + depth_of(block.children));
  }
  return deepest;
}

// A real protocol, or a piece of one, with characters taken out, put in and moved.
std::string mutated(const std::vector<std::string>& texts, std::mt19937_64& random) {
  static const std::vector<std::string> pieces = {"*",
                                                  "**",
                                                  "_",
                                                  "`",
                                                  "[",
                                                  "](",
                                                  "](#a)",
                                                  ")",
                                                  "[^1]",
                                                  "[^1]: ",
                                                  "<b>",
                                                  "<!--",
                                                  "-->",
                                                  "\n\n",
                                                  "\n",
                                                  "- ",
                                                  "1. ",
                                                  "> ",
                                                  "#",
                                                  "## ",
                                                  "|",
                                                  "|-|\n",
                                                  "{#x}",
                                                  "{sic=\"a\"}",
                                                  "\\",
                                                  "\\\n",
                                                  "&amp;",
                                                  "&",
                                                  "~~",
                                                  "(a) ",
                                                  "1.1 ",
                                                  "    ",
                                                  "\t",
                                                  "---\n",
                                                  "é",
                                                  "www.a.uk ",
                                                  "x@y.uk",
                                                  "![i](j)",
                                                  "\xFF",
                                                  "\x01",
                                                  "\r\n",
                                                  "===\n",
                                                  "```\n",
                                                  "[a]: b\n",
                                                  "{",
                                                  "}",
                                                  "\xC2\xA0",
                                                  "• ",
                                                  "&bull; ",
                                                  "– ",
                                                  "2.3A ",
                                                  "(aa) ",
                                                  "\n1. ROLES\n\n",
                                                  "\n1.2 ",
                                                  ";\n",
                                                  ":\n(a) ",
                                                  "\n|---|\n",
                                                  "§ ",
                                                  "1.2X",
                                                  "1   X"};
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  std::string text = texts[below(texts.size())];
  if (below(4) > 0) text = text.substr(below(text.size()), 200 + below(2000));
  for (std::size_t edits = 1 + below(30); edits > 0; --edits) {
    const std::size_t at = below(text.size() + 1);
    switch (below(4)) {
      case 0:
        text.erase(at, below(20));
        break;
      case 1:
        text.insert(at, text.substr(below(text.size() + 1), below(40)));
        break;
      default:
        text.insert(at, pieces[below(pieces.size())]);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("the protocols have nothing that the syntax objects to, and come back the same") {
  for (const std::string& text : protocols()) {
    const Parsed once(text);
    INFO(once.document.metadata.id);
    CHECK(once.codes().empty());
    const Parsed twice(syntax::to_markdown(once.document, syntax::Notes::kept));
    CHECK(syntax::same(once.document, twice.document));
  }
}

TEST_CASE("lists and quotations ten thousand deep are cut where nothing could follow") {
  for (const char* part : {">", "> ", "- ", "1. ", "> - "}) {
    INFO(part);
    const Parsed p = parsed(repeated(part, 10'000) + "words");
    CHECK(p.codes().find("SRC004") != std::string::npos);
    CHECK(depth_of(p.document.blocks) < 200);
    CHECK(syntax::dump(p.document).find("words") != std::string::npos);
  }
  std::string stairs;
  for (std::size_t i = 0; i < 500; ++i) stairs += std::string(2 * i, ' ') + "- step\n";
  const Parsed p = parsed(stairs);
  CHECK(p.codes().find("SRC004") != std::string::npos);
  CHECK(depth_of(p.document.blocks) < 200);
  const std::string dump = syntax::dump(p.document);
  std::size_t steps = 0;
  for (auto at = dump.find("step"); at != std::string::npos; at = dump.find("step", at + 1))
    ++steps;
  CHECK(steps == 500);
}

TEST_CASE("texts that cost careless parsers quadratic time are read") {
  const std::size_t many = 50'000;
  for (const std::string& text :
       {repeated("[", many),
        repeated("![[]()", many),
        repeated("[a](", many),
        repeated("*a ", many),
        repeated("a**b", many),
        repeated("_a", many),
        repeated("a@", many),
        repeated("<!--", many),
        repeated("<!-- a --> ", many),
        repeated("<!-- <!-- --> ", many),
        repeated("<!-- a\n\n", many),
        repeated("`<!--", many),
        repeated("](#a ", many),
        repeated("<![CDATA[ <?b <!A ", many),
        repeated("<", many),
        repeated("&", many),
        repeated("{", many) + "}",
        repeated("{#a}", many),
        repeated("[^1]", many),
        repeated("[^1]: x\n", many),
        repeated("www.", many),
        repeated("-", many),
        repeated("~a", many),
        repeated("\\\n", many),
        repeated("- a\n", many),
        repeated("a {sic=b}\n\n", many),
        repeated("1. The text is\n", many),
        repeated("Words\n7.1 Text\n", many),
        repeated("• item\n", many),
        repeated("1. ROLES\n\nText\n\n", many),
        repeated("(a) x\n\n(aa) y\n\n", many),
        repeated("\xC2\xA0", many),
        "| a |\n|---|\n" + repeated("a|", many),
        "| a |\n|---|\n" + repeated("`|", many),
        "| a |\n|---|\n" + repeated("://a|a", many),
        repeated("|a", 3000) + "\n" + repeated("|-", 3000) + "\n" + repeated("a\n", 3000)}) {
    INFO(text.substr(0, 20));
    const Parsed p = parsed(text);
    CHECK(p.document.file == p.file);
  }
}

TEST_CASE("drafting notes are published nowhere and stay in the source") {
  const Parsed p = parsed("1.1 A <!-- x --> b.\n\n<!-- y\n\nz -->\n\n1.2 C.\n");
  const std::string published = syntax::to_markdown(p.document, syntax::Notes::left_out);
  CHECK(published.find("<!--") == std::string::npos);
  CHECK(published.find("1.1 A b.") != std::string::npos);
  const std::string kept = syntax::to_markdown(p.document, syntax::Notes::kept);
  CHECK(kept.find("1.1 A <!-- x --> b. <!-- y z -->") != std::string::npos);
}

TEST_CASE("a drafting note takes the space before it along, where a sign follows") {
  const auto words = [](const std::string& text) {
    return Parsed(text).document.blocks.front().prose.text;
  };
  CHECK(words("Listen <!-- to all -->; then act.") == "Listen; then act.");
  CHECK(words("Listen <!-- to all --> ; then act.") == "Listen; then act.");
  CHECK(words("Listen<!-- to all --> ; then act.") == "Listen ; then act.");
}

TEST_CASE("past two thousand in a paragraph, brackets are words, which is said") {
  for (const std::string sign : {"x[^1] ", "x<!A "}) {
    CAPTURE(sign);
    const Parsed enough = parsed(repeated(sign, 2000) + "\n\n[^1]: Note.\n");
    CHECK(enough.codes().find("SRC005") == std::string::npos);
    const Parsed p = parsed(repeated(sign, 2001) + "\n\n" + sign + "\n\n[^1]: Note.\n");
    CHECK(p.pointed_at(diag::Code::SRC005) == sign.substr(1, 1));
    REQUIRE(p.document.blocks.size() == 3);
    CHECK(p.document.blocks[0].prose.text.ends_with(sign.substr(0, sign.size() - 1)));
  }
  const Parsed marks = parsed(repeated("[^1] ", 2001) + "\n\n[^1]: Note.\n");
  CHECK(marks.document.blocks[0].prose.marks.size() == 2000);
  CHECK(marks.pointed_at(diag::Code::FN001) == "[^1]");
}

TEST_CASE("ten megabytes on one line are read") {
  const Parsed p = parsed(repeated("word ", 2'000'000));
  REQUIRE(p.document.blocks.size() == 1);
  CHECK(p.document.blocks[0].prose.text.size() == 9'999'999);
  CHECK(p.codes().empty());
}

TEST_CASE("a flood of faults is counted and not printed") {
  const Parsed p = parsed(repeated("<b>\n\n", 1000));
  CHECK(p.sink.all().size() == 101);
  CHECK(p.sink.all().back().message == "and 900 more places like this");
}

TEST_CASE("nothing in the file, nothing to compile") {
  CHECK(Parsed("").codes() == "SRC003");
  CHECK(Parsed(" \n\t\n").codes() == "SRC003");
  CHECK(Parsed(std::string(3, '\0')).codes() == "SYN007 FMT008");
}

TEST_CASE("a block of code ends where Markdown ends it, and attributes are read after it") {
  const auto last_id = [](const std::string& body) {
    const Parsed text = parsed(body + "\n\nLast. {#last}\n");
    REQUIRE_FALSE(text.document.blocks.empty());
    return text.document.blocks.back().attributes.id;
  };
  CHECK(last_id("````code with ``` in it```` {#first}") == "last");  // code within a line
  CHECK(last_id("```\nA {#a}\n```") == "last");
  CHECK(last_id("````\n```\n````") == "last");   // a shorter fence does not close a longer one
  CHECK(last_id("```\n~~~\n```") == "last");     // nor does one of another mark
  CHECK(last_id("```\n``` no\n```") == "last");  // nor one with words after it
  CHECK(last_id("```\nopen").empty());
}

TEST_CASE("what once came back as another text comes back as itself") {
  const std::string text =
      GENERATE("\xFC<!--", "A. <!-- x -->\n.\nb", "2. 1. t", "1.  **ONE**\n\n    1.  Text.\n",
               "\u2022 1. ROLES\n\nbreak down\n");
  const Parsed once(text);
  const Parsed twice(syntax::to_markdown(once.document, syntax::Notes::kept));
  CHECK(syntax::same(once.document, twice.document));
}

TEST_CASE("broken at random, every text is read, written, and read again as the same") {
  const std::vector<std::string> texts = protocols();
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    std::mt19937_64 random(seed);
    const std::string text = mutated(texts, random);
    INFO("seed " << seed);
    const Parsed once(text);
    for (const diag::Diagnostic& diagnostic : once.sink.all()) {
      CHECK(diagnostic.span.begin <= diagnostic.span.end);
      CHECK(diagnostic.span.end <= text.size());
    }
    const Parsed twice(syntax::to_markdown(once.document, syntax::Notes::kept));
    CHECK(syntax::same(once.document, twice.document));
  }
}
