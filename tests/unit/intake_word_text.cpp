#include <catch2/catch.hpp>

#include "word_file.h"

using namespace concord::intake;
using concord::diag::Code;
using Lines = std::vector<std::string>;

namespace {

std::string run(std::string_view text, std::string_view properties = "") {
  return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t xml:space=\"preserve\">" +
         std::string(text) + "</w:t></w:r>";
}
std::string paragraph(std::string_view content) {
  return "<w:p>" + std::string(content) + "</w:p>";
}
std::string field_sign(std::string_view type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
}
std::string field(std::string_view instruction, std::string_view result) {
  return field_sign("begin") + "<w:r><w:instrText> " + std::string(instruction) +
         " </w:instrText></w:r>" + field_sign("separate") + std::string(result) + field_sign("end");
}
std::size_t count(const Reading& reading, Code code) {
  return static_cast<std::size_t>(
      std::count_if(reading.doubts.begin(), reading.doubts.end(),
                    [&](const Doubt& doubt) { return doubt.code == code; }));
}
Lines lines(std::string_view content) {
  return shown(read({paragraph(content)}));
}

}  // namespace

TEST_CASE("letters look as styles and runs together make them look") {
  WordFile file;
  file.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"Bold\"><w:name w:val=\"Bold\"/><w:rPr><w:b/>"
      "</w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"Strong\"><w:name "
      "w:val=\"Strong\"/>"
      "<w:rPr><w:b/><w:i/></w:rPr></w:style>";
  file.body = "<w:p><w:pPr><w:pStyle w:val=\"Bold\"/></w:pPr>" + run("bold ") +
              run("plain ", "<w:rStyle w:val=\"Strong\"/>") + run("off", "<w:b w:val=\"0\"/>") +
              "</w:p>";
  const Runs runs = read(file).blocks[0].runs;
  REQUIRE(runs.size() == 3);
  CHECK(runs[0].bold);
  CHECK_FALSE(runs[1].bold);  // bold on bold
  CHECK(runs[1].italic);
  CHECK_FALSE(runs[2].bold);
}

TEST_CASE("struck, underlined, coloured and hidden words are told apart and kept") {
  const Runs runs = read({paragraph(run("a", "<w:strike/>") + run("b", "<w:u w:val=\"single\"/>") +
                                    run("c", "<w:color w:val=\"FF0000\"/>") +
                                    run("d", "<w:vanish/>") + run("long enough to be most of it"))})
                        .blocks[0]
                        .runs;
  REQUIRE(runs.size() == 5);
  CHECK(runs[0].struck);
  CHECK(runs[1].underlined);
  CHECK(runs[2].coloured);
  CHECK(runs[3].hidden);
}

TEST_CASE("a colour that most of the text has sets nothing off") {
  const Runs runs =
      read({paragraph(run("most of it", "<w:color w:val=\"333333\"/>") + run("x"))}).blocks[0].runs;
  CHECK_FALSE(runs[0].coloured);
}

TEST_CASE("capitals are as shown, in Welsh too; small capitals stay as typed") {
  CHECK(lines(run("Tŷ a ffôn", "<w:caps/>")) == Lines{"|TŶ A FFÔN"});
  CHECK(lines(run("Council", "<w:smallCaps/>")) == Lines{"|Council"});
}

TEST_CASE("tabs, breaks and hyphens") {
  CHECK(lines("<w:r><w:t>1.</w:t><w:tab/><w:t>one</w:t><w:br/><w:t>party</w:t><w:noBreakHyphen/>"
              "<w:t>poli</w:t><w:softHyphen/><w:t>tical</w:t></w:r>") ==
        Lines{"1.|one\nparty-political"});
}

TEST_CASE("signs of fonts that have their own") {
  CHECK(lines("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:sym w:font=\"Wingdings\" "
              "w:char=\"F0FC\"/></w:r>") == Lines{"|•✓"});
  const Reading unknown = read({paragraph("<w:r><w:sym w:font=\"Logo\" w:char=\"F041\"/></w:r>")});
  CHECK(count(unknown, Code::IMP013) == 1);
}

TEST_CASE("a field shows its result, and its instruction nobody sees") {
  CHECK(lines(run("see ") + field("REF _Ref1 \\r", run("2.3")) + run(" above")) ==
        Lines{"|see 2.3 above"});
  CHECK(lines("<w:fldSimple w:instr=\"PAGE\">" + run("4") + "</w:fldSimple>") == Lines{"|4"});
  const Runs link =
      read({paragraph(field("HYPERLINK \"https://example.org/\"", run("there")))}).blocks[0].runs;
  CHECK(link[0].link == "https://example.org/");
}

TEST_CASE("a table of contents is furniture, over all its paragraphs and not beyond") {
  const Reading reading =
      read({paragraph(field_sign("begin") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" +
                      field_sign("separate") + run("1. One\t1")) +
            paragraph(run("2. Two\t2")) + paragraph(field_sign("end") + run("Text"))});
  REQUIRE(reading.blocks.size() == 3);
  CHECK(reading.blocks[0].furniture == Furniture::contents);
  CHECK(reading.blocks[1].furniture == Furniture::contents);
  CHECK(reading.blocks[2].furniture == Furniture::none);
}

TEST_CASE("content controls are read, and what they prompt for is not") {
  const Reading reading =
      read({"<w:sdt><w:sdtContent>" + paragraph(run("in")) + "</w:sdtContent></w:sdt>" +
            paragraph(run("a ") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                      run("Click here") + "</w:sdtContent></w:sdt>")});
  CHECK(shown(reading) == Lines{"|in", "|a "});
  REQUIRE(reading.removed.size() == 1);
  CHECK(reading.removed[0].words == "Click here");
}

TEST_CASE("words of diagrams, of documents within and of reading aids are listed") {
  WordFile file{
      paragraph("<w:r><w:drawing><x:relIds r:dm=\"rdiagramData\" xmlns:x=\"urn:x\"/>"
                "<a:graphicData xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"/>"
                "</w:drawing></w:r>") +
      "<w:altChunk r:id=\"raFChunk\"/>" +
      paragraph("<w:r><w:ruby><w:rt>" + run("aid") + "</w:rt><w:rubyBase>" + run("word") +
                "</w:rubyBase></w:ruby></w:r>")};
  file.parts["diagramData"] =
      "<d xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:t>Step</a:t>"
      "<a:t>by step</a:t></d>";
  file.parts["aFChunk"] = "<p>Joined words</p>";
  const Reading reading = read(file);
  const auto is_doubted = [&](Code code, std::string_view words) {
    return std::ranges::any_of(reading.doubts, [&](const Doubt& doubt) {
      return doubt.code == code && doubt.words == words;
    });
  };
  CHECK(is_doubted(Code::IMP013, "Step by step"));
  CHECK(is_doubted(Code::IMP009, "Joined words"));
  CHECK(shown(reading) == Lines{"|word"});
  REQUIRE(reading.removed.size() == 1);
  CHECK(reading.removed[0].words == "aid");
}

TEST_CASE("a text box is read once, where it is anchored") {
  const std::string box = "<w:txbxContent>" + paragraph(run("boxed")) + "</w:txbxContent>";
  const Reading reading =
      read({paragraph(run("anchor") +
                      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" + box +
                      "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                      "</w:pict></mc:Fallback></mc:AlternateContent></w:r>") +
            paragraph(run("after"))});
  CHECK(shown(reading) == Lines{"|anchor", "|boxed", "|after"});
  CHECK(reading.blocks[1].furniture == Furniture::text_box);
}

TEST_CASE("notes have the marks that Word counts, or their author's own") {
  const auto raised = [](const std::string& mark) {
    return "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>" + mark + "</w:t></w:r>";
  };
  WordFile file;
  file.body = paragraph(
      run("a") + "<w:r><w:footnoteReference w:id=\"7\"/></w:r>" + run("b") +
      "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"8\"/><w:t>*</w:t></w:r>" +
      "<w:r><w:footnoteReference w:id=\"3\"/></w:r>"
      "<w:r><w:endnoteReference w:id=\"2\"/></w:r>");
  file.parts["footnotes"] = WordFile::root(
      "footnotes",
      "<w:footnote w:id=\"3\">" + paragraph(run("three")) + "</w:footnote><w:footnote w:id=\"7\">" +
          paragraph("<w:r><w:footnoteRef/></w:r>" + run("seven")) + paragraph(run("more")) +
          "</w:footnote><w:footnote w:id=\"8\">" +
          paragraph(raised("*") + raised("*") + run(" eight")) +
          "</w:footnote><w:footnote w:id=\"9\">" + paragraph(run("unseen")) + "</w:footnote>");
  file.parts["endnotes"] =
      WordFile::root("endnotes", "<w:endnote w:id=\"2\">" + paragraph(run("end")) + "</w:endnote>");
  const Reading reading = read(file);
  REQUIRE(reading.notes.size() == 4);
  CHECK(reading.notes[0].mark == "1");
  CHECK(text_of(reading.notes[0].paragraphs[0]) == "seven");
  CHECK(reading.notes[0].paragraphs.size() == 2);
  CHECK(reading.notes[1].mark == "*");
  CHECK(text_of(reading.notes[1].paragraphs[0]) == "eight");
  CHECK(reading.notes[2].mark == "2");
  CHECK(reading.notes[3].mark == "i");
  CHECK(reading.blocks[0].runs[1].note == "1");
  CHECK(text_of(reading.blocks[0].runs) == "ab");
}

TEST_CASE("a table has its rows, its header, its merged cells and the numbers in them") {
  WordFile file;
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
      "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
      "<w:abstractNumId w:val=\"0\"/></w:num>";
  const auto cell = [](std::string_view content, std::string_view properties = "") {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + std::string(content) +
           "</w:tc>";
  };
  file.body = "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" +
              cell(words("wide"), "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" +
              cell(words("a", in_list(1, 0)), "<w:vMerge w:val=\"restart\"/>") +
              cell("<w:tbl><w:tr>" + cell(words("b")) + cell(words("c")) + "</w:tr></w:tbl>" +
                   paragraph("")) +
              "</w:tr><w:tr>" + cell(paragraph(""), "<w:vMerge/>") + cell(words("d")) +
              "</w:tr></w:tbl>";
  const Block table = read(file).blocks.at(0);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].header);
  CHECK(table.rows[0].cells[1].merged);
  CHECK(text_of(table.rows[1].cells[0].paragraphs[0]) == "1.\ta");
  CHECK(text_of(table.rows[1].cells[1].paragraphs[0]) == "b\tc");
  CHECK(table.rows[2].cells[0].merged);
}

TEST_CASE("a heading whose mark is hidden stands on one line with the text behind it") {
  CHECK(shown(read({"<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>" +
                    run("Scope. ") + "</w:p>" + paragraph(run("This applies."))})) ==
        Lines{"|Scope. This applies."});
}

TEST_CASE("headers, comments, macros and what is elsewhere are told of") {
  WordFile file{paragraph(run("text") + "<w:r><w:commentReference w:id=\"0\"/></w:r>")};
  file.parts["comments"] = WordFile::root("comments", "<w:comment w:id=\"0\" w:author=\"Ann\">" +
                                                          paragraph(run("why?")) + "</w:comment>");
  file.parts["header"] = WordFile::root("hdr", paragraph(run("Part 5")));
  file.parts["vbaProject"] = "not read";
  file.relations =
      "<Relationship Id=\"x\" Type=\"http://schemas.example/attachedTemplate\" "
      "Target=\"http://127.0.0.1:9/t.dotx\" TargetMode=\"External\"/>";
  const Reading reading = read(file);
  CHECK(reading.blocks[0].furniture == Furniture::header);
  CHECK(count(reading, Code::IMP022) == 1);
  CHECK(count(reading, Code::IMP008) == 1);
  CHECK(count(reading, Code::IMP009) >= 1);
}

TEST_CASE("a table that lays a text out is text, and one with data is a table") {
  const auto row = [](const Lines& cells) {
    std::string xml = "<w:tr>";
    for (const std::string& cell : cells) {
      xml += "<w:tc>" + (cell.empty() ? paragraph("") : words(cell)) + "</w:tc>";
    }
    return xml + "</w:tr>";
  };
  const auto table = [](const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; };
  CHECK(shown(read({table(row({"1.1", "first"}) + row({"", "goes on"}) + row({"(a)", "item"}))})) ==
        Lines{"1.1|first", "|goes on", "(a)|item"});
  CHECK(shown(read({table(row({"framed"}))})) == Lines{"|framed"});
  const Reading data = read({table(row({"No", "Role"}) + row({"1", "Clerk"}))});
  CHECK(data.blocks[0].kind == BlockKind::table);
  CHECK(read({table(row({"", ""}) + row({"", ""}))}).blocks.empty());
  const Reading wide = read({table(row({"1", "Clerk", "May"}))});
  CHECK(wide.blocks[0].kind == BlockKind::table);
}

TEST_CASE("a text box that holds a paragraph's number is no paragraph") {
  const auto boxed = [](std::string_view text) {
    return "<w:r><w:pict><w:txbxContent>" + paragraph(run(text)) +
           "</w:txbxContent></w:pict></w:r>";
  };
  CHECK(shown(read({paragraph(boxed("1.1") + run("Members listen.")) +
                    paragraph(boxed("Note") + run("Officers advise."))})) ==
        Lines{"1.1|Members listen.", "|Officers advise.", "|Note"});
}

TEST_CASE("a column of automatic numbers gives them to the words beside them") {
  WordFile file;
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
      "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
      "<w:abstractNumId w:val=\"0\"/></w:num>";
  const auto row = [](std::string_view text) {
    return "<w:tr><w:tc><w:p><w:pPr>" + in_list(1, 0) + "</w:pPr></w:p></w:tc><w:tc>" +
           words(text) + "</w:tc></w:tr>";
  };
  file.body = "<w:tbl>" + row("one") + row("two") + "</w:tbl>";
  CHECK(shown(read(file)) == Lines{"1.|one", "2.|two"});
}

TEST_CASE("a section may say where its notes begin") {
  WordFile file;
  const std::string note = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
  file.body = paragraph(note) +
              "<w:p><w:pPr><w:sectPr><w:footnotePr><w:numStart "
              "w:val=\"53\"/></w:footnotePr></w:sectPr></w:pPr></w:p>" +
              paragraph(note) +
              "<w:sectPr><w:footnotePr><w:numRestart w:val=\"eachSect\"/><w:numStart "
              "w:val=\"1\"/></w:footnotePr></w:sectPr>";
  const Reading reading = read(file);
  CHECK(reading.blocks[0].runs[0].note == "53");
  CHECK(reading.blocks[1].runs[0].note == "1");
}

TEST_CASE("bookmarks and comments are passed on with their places") {
  const auto bookmark = [](std::string_view name) {
    return "<w:bookmarkStart w:id=\"1\" w:name=\"" + std::string(name) +
           "\"/><w:bookmarkEnd w:id=\"1\"/>";
  };
  WordFile file{bookmark("before") + paragraph(bookmark("within") + run("a")) +
                "<w:tbl><w:tr><w:tc>" + paragraph(bookmark("cell") + run("b")) + "</w:tc><w:tc>" +
                words("c") + "</w:tc></w:tr></w:tbl>" +
                paragraph(run("d") + "<w:r><w:commentReference w:id=\"0\"/></w:r>")};
  file.parts["comments"] =
      WordFile::root("comments", "<w:comment w:id=\"0\" w:author=\"Ann\">" + words("why") +
                                     words("so?") + "</w:comment>");
  const Reading reading = read(file);
  CHECK(reading.blocks[0].bookmarks == Lines{"before", "within"});
  CHECK(reading.blocks[1].bookmarks == Lines{"cell"});
  REQUIRE(reading.comments.size() == 1);
  CHECK(reading.comments[0].author == "Ann");
  CHECK(reading.comments[0].words == "why so?");
  CHECK(reading.comments[0].place == reading.blocks[2].place);
}

TEST_CASE("fields that Word counts each time show their numbers") {
  const std::string automatic = field("AUTONUM \\* Arabic", "");
  const std::string word = "<w:r><w:t>one </w:t></w:r>";
  CHECK(shown(read({paragraph(automatic + word) + paragraph(automatic + word)})) ==
        Lines{"|1.one ", "|2.one "});
  CHECK(lines(field("LISTNUM NumberDefault \\l 1", "") + run("Members ") +
              field("LISTNUM NumberDefault \\l 2", "") + run("attend ") +
              field("LISTNUM NumberDefault \\l 2", "") + run("vote ") +
              field("LISTNUM NumberDefault \\l 1", "")) == Lines{"|1)Members a)attend b)vote 2)"});
  CHECK(lines(field("LISTNUM LegalDefault \\l 1 \\s 4", "") + run(" and ") +
              field("LISTNUM LegalDefault \\l 2", "")) == Lines{"|4. and 4.1."});
}

TEST_CASE("a result that a field has stands, and a list of the file's own is told of") {
  CHECK(lines(field("AUTONUM", run("7."))) == Lines{"|7."});
  const Reading reading = read({paragraph(field("LISTNUM Mine \\l 1", "") + run("words"))});
  CHECK(count(reading, Code::IMP010) == 1);
}

TEST_CASE("paragraphs that are the lines of a page are read as lines") {
  const std::string wide = "Members and officers of the Council work together for the good of";
  WordFile file;
  for (int i = 0; i < 4; ++i) {
    file.body += paragraph(run(wide));
    file.body += paragraph(run("the town, and each needs the other."));
  }
  const Reading reading = read(file);
  CHECK(std::ranges::all_of(reading.blocks,
                            [](const Block& block) { return block.kind == BlockKind::line; }));
  CHECK(reading.blocks[0].full);
  CHECK_FALSE(reading.blocks[1].full);
  file.body += paragraph(run(wide + " the town, so that neither gives orders to the other"));
  CHECK(read(file).blocks[0].kind == BlockKind::paragraph);
}
