#include <algorithm>
#include <catch2/catch.hpp>

#include "frozen_import_lists.h"
#include "intake/read.h"
#include "intake/recognise.h"

using namespace concord::intake;
using concord::diag::Code;
using concord::test::import_lists;

namespace {

Import import_text(const std::string& text,
                   const concord::syntax::ImportLists& lists = import_lists()) {
  Outcome outcome = read_text(text, lists);
  REQUIRE(std::holds_alternative<Reading>(outcome));
  return recognise(std::get<Reading>(std::move(outcome)), {}, lists);
}

// The body of the source that is made of the text.
std::string body(const std::string& text) {
  const Import import = import_text(text);
  const std::string source = to_markdown(import.document, concord::syntax::Notes::kept);
  const std::size_t end = source.find("\n---\n");
  return source.substr(end + 6);
}

bool doubts(const Import& import, Code code) {
  return std::any_of(import.doubts.begin(), import.doubts.end(),
                     [&](const Doubt& doubt) { return doubt.code == code; });
}

std::string reason_for(const Import& import, std::string_view words) {
  for (const Removed& removed : import.removed)
    if (removed.words == words) return removed.reason;
  return "not removed";
}

const std::string head = "Ware Town Council\n\nMember Officer Protocol\n\n1. Introduction\n\n";

}  // namespace

TEST_CASE("a line goes on where the next word had no room, and a number begins a paragraph") {
  CHECK(body(head + "1.1 Members and officers of the Council work together for the good\n"
                    "of the town.\n\n"
                    "1.2 In line with the Code of Conduct that is set out in Appendix\n"
                    "14 of this Constitution, members treat others with respect.\n") ==
        "# Member Officer Protocol\n\n## 1. Introduction\n\n"
        "1.1 Members and officers of the Council work together for the good of the town.\n\n"
        "1.2 In line with the Code of Conduct that is set out in Appendix 14 of this Constitution, "
        "members treat others with respect.\n");
}

TEST_CASE("a number counts only where it may follow") {
  const std::string text = body(head +
                                "1.1 Members may ask officers for advice on the matters of\n\n"
                                "9.7 million pounds.\n\n1.2 Officers answer.\n");
  CHECK(text.find("\n9.7") == std::string::npos);
  CHECK(text.find("\n1.2 Officers answer.") != std::string::npos);
}

TEST_CASE("an item that stands twice, where pages end too, is no header of the pages") {
  const Import import =
      import_text(head +
                  "1.1 Members will:\n\n(a) listen; and\n\n(b) keep records of advice.\n\n7\n\f"
                  "1.2 Officers will:\n\n(a) answer; and\n\n(b) keep records of advice.\n\n8\n\f"
                  "1.3 Clerks will:\n\n(a) write; and\n\n(b) keep records of advice.\n");
  CHECK(reason_for(import, "(b) keep records of advice.") == "not removed");
  CHECK(import.recognised.items == 6);
}

TEST_CASE("numbers in brackets right below a heading number clauses, below other words items") {
  const std::string text = body(
      "Ware Town Council\n\nMember Officer Protocol\n\nRule 1. Conduct\n\n"
      "(1) Members listen to officers.\n\n(2) Members will:\n\n(a) ask; and\n\n(b) wait.\n\n"
      "Rule 2. Review\n\n(1) The Council reviews these rules.\n");
  CHECK(text.find("\n(2) Members will:\n\n- (a) ask; and\n- (b) wait.") != std::string::npos);
  CHECK(text.find("\n(1) The Council reviews") != std::string::npos);
}

TEST_CASE("rows whose cells begin in the same columns are a table") {
  const Import import = import_text(head +
                                    "1.1 Ask these officers.\n\n"
                                    "Role                Telephone     Days\n"
                                    "Monitoring Officer  2201          5\n"
                                    "Town Clerk          3410          10\n\n"
                                    "1.2 They answer.\n");
  CHECK(import.recognised.tables == 1);
  CHECK_FALSE(doubts(import, Code::IMP014));
}

TEST_CASE("blanks that open a paragraph of a page hide no number") {
  Outcome outcome = read_html(
      "<html><body><h1>Member Officer Protocol</h1><h2>1. Conduct</h2>"
      "<p>\n1.1\tMembers listen.</p><p>\n1.2\tMembers will:</p><p>\n(a)\task; and</p>"
      "<p>\n(b)\twait.</p></body></html>",
      import_lists());
  REQUIRE(std::holds_alternative<Reading>(outcome));
  const Import import = recognise(std::get<Reading>(std::move(outcome)), {}, import_lists());
  CHECK(import.recognised.clauses == 2);
  CHECK(import.recognised.items == 2);
}

TEST_CASE("what stands on every page is removed and listed, what two clauses say is not") {
  const std::string text =
      head +
      "1.1 Members and officers of the Council meet before each of the\n\n"
      "Ware Town Council Constitution\n\nPage 3 of 9\n\n"
      "committees.\n\n1.2 Members can expect:\n\n- respect\n\n- a working partnership\n\n"
      "1.3 Officers can expect:\n\n- a working partnership\n\n- respect\n\n"
      "1.4 Reports go to the members who sit on the\n\n"
      "Ware Town Council Constitution\n\nPage 4 of 9\n\ncommittee.\n";
  const Import import = import_text(text);
  CHECK(reason_for(import, "Page 3 of 9") == "page number");
  CHECK(reason_for(import, "Ware Town Council Constitution") == "header or footer of the pages");
  CHECK(import.recognised.items == 4);
  CHECK(body(text).find("before each of the committees.") != std::string::npos);
  CHECK_FALSE(doubts(import, Code::IMP014));
}

TEST_CASE("a line that counts the pages is theirs, though it stands there once") {
  const Import import = import_text(head +
                                    "1.1 Members listen to officers.\n\n"
                                    "Ware Constitution - Page 2 of 4 - May 2024\n\n"
                                    "1.2 Officers advise.\n");
  CHECK(reason_for(import, "Ware Constitution - Page 2 of 4 - May 2024") ==
        "header or footer of the pages");
  CHECK(import.recognised.clauses == 2);
}

TEST_CASE("a line that says when the text was approved is no heading") {
  CHECK(body("Ware Town Council\n\nPART 5C – MEMBER OFFICER PROTOCOL\n\n"
             "Approved by Full Council on 14 May 2024\n\n1 Conduct\n\n1.1 Members listen.\n") ==
        "# PART 5C – MEMBER OFFICER PROTOCOL\n\nApproved by Full Council on 14 May 2024\n\n"
        "## 1 Conduct\n\n1.1 Members listen.\n");
}

TEST_CASE("numbers alone on their lines go back to their words") {
  CHECK(body("Protocol\n\n1.\nIntroduction\n\n1.1\nMembers attend the meetings.\n\n"
             "1.2\nOfficers advise them.\n") ==
        "# Protocol\n\n## 1. Introduction\n\n1.1 Members attend the meetings.\n\n"
        "1.2 Officers advise them.\n");
}

TEST_CASE("a column of numbers that a page tore off is placed, and said to be") {
  const Import import = import_text(
      head +
      "1.1 Members attend.\n\n2.1\n\n2.2\n\n3.\n\nRoles\n\nMembers decide the policy.\n\n"
      "Officers carry it out.\n\nReview\n\n3.1 The protocol is reviewed every year.\n");
  CHECK(doubts(import, Code::IMP017));
  const std::string text = to_markdown(import.document, concord::syntax::Notes::kept);
  CHECK(text.find("## 2. Roles\n\n2.1 Members decide the policy.\n\n2.2 Officers carry it out.\n\n"
                  "## 3. Review\n\n3.1 The") != std::string::npos);
}

TEST_CASE(
    "the number of the clause behind a list may stand above the number of the list's first item") {
  const std::string text = body(
      "Ware Town Council\n\nMember Officer Protocol\n\nA. Conduct\n1.\n\nMembers listen to what "
      "officers say.\n\n2.\n\nMembers will:\n\n3.\n\n(i)\n\nask;\n\n(ii)\n\nwait.\n\n"
      "The Clerk answers them.\n\nB. Review\n4.\n\nThe Council reviews these rules.\n");
  CHECK(text.find("2.** Members will:\n\n- (i) ask;\n- (ii) wait.\n\n**3.** The Clerk answers") !=
        std::string::npos);
  // The count goes on through lettered sections.
  CHECK(text.find("## B. Review\n\n**4.** The Council reviews") != std::string::npos);
}

TEST_CASE("what quoting and drawing put around lines is none of their words") {
  const std::string clauses =
      "1.1 Members and officers of the Council work together for the good\n"
      "of the town.\n\n1.2 Officers answer.\n";
  std::string quoted;
  for (const char c : head + clauses) {
    if (quoted.empty() || quoted.back() == '\n') quoted += "> ";
    quoted += c;
  }
  CHECK(body(quoted) == body(head + clauses));

  const Import drawn = import_text(head +
                                   "+-----+-----------------+\n|1.1  |Members listen   |\n"
                                   "|     |to officers.     |\n|1.2  |Officers answer. |\n"
                                   "+-----+-----------------+\n");
  CHECK(drawn.recognised.clauses == 2);
  CHECK_FALSE(doubts(drawn, Code::IMP014));

  const Import ragged = import_text(head +
                                    "1.1 Ask these officers.\n\n| Role | Telephone |\n|---|---|\n"
                                    "| Town Clerk | 2201 |\n| Clerk | 34 |\n");
  CHECK(ragged.recognised.tables == 1);
}

TEST_CASE("words between two pairs of stars are bold") {
  CHECK(body(head + "**1.1** Members listen.\n\n1.2 Officers answer, 2 ** 3 times.\n") ==
        "# Member Officer Protocol\n\n## 1. Introduction\n\n1.1 Members listen.\n\n"
        "1.2 Officers answer, 2 \\*\\* 3 times.\n");
}

TEST_CASE("the heading of a section above each of its pages is no clause, once it stands below") {
  const Import import = import_text(
      "1. Conduct\n\nWare Town Council\n\nMember Officer Protocol\n\n1. Conduct\n\n"
      "1.1 Members listen.\n\f2. Review\n\n2. Review\n\n2.1 The Council reviews this.\n"
      "\f2. Review\n\n2.2 It does so each year.\n");
  CHECK(import.recognised.headings == 3);
  CHECK(reason_for(import, "2. Review") != "not removed");
}

TEST_CASE("an item that fills its line ends there where the items before it end without a stop") {
  const std::string wrapped =
      "1.1 Members and officers of the Council work together for the good of the town,\n"
      "and each of them needs the other so that they can do what is asked of both here.\n";
  const std::string text =
      body(head + wrapped +
           "1.2 Members shall not -\n(a) canvass for a party\n"
           "(b) write for the press on matters of the council without consent of their clerk\n"
           "(c) accept gifts\n");
  CHECK(text.find("- (c) accept gifts") != std::string::npos);
}

TEST_CASE("a footnote that a cell of a table refers to is referred to") {
  Reading reading;
  reading.format = Format::word;
  for (const char* words : {"Member Officer Protocol", "The table below says who."})
    reading.blocks.emplace_back().runs = {Run{words}};
  Block& table = reading.blocks.emplace_back();
  table.kind = BlockKind::table;
  Run mark;
  mark.note = "1";
  table.rows.resize(2);
  for (Row& row : table.rows)
    row.cells = {Cell{{{Run{"Clerk"}}}, false}, Cell{{{Run{"Room 2"}, mark}}, false}};
  reading.notes.push_back({"1", {{Run{"In the town hall."}}}, {}, {}});
  CHECK_FALSE(doubts(recognise(std::move(reading), {}, import_lists()), Code::IMP018));
}

TEST_CASE("a table of contents ends where its first entry stands once more") {
  const Import import = import_text(
      "Ware Town Council\n\nMember Officer Protocol\n\nContents\n\n1. Introduction .... 2\n\n"
      "2. Conduct .... 3\n\n1. Introduction\n\n1.1 Members advise.\n\n2. Conduct\n\n"
      "2.1 Members advise.\n");
  CHECK(reason_for(import, "1.1 Members advise.") == "not removed");
  CHECK(import.recognised.headings == 3);
}

TEST_CASE("a number that cannot be that of the words below it stands alone, and is said to") {
  const Import import = import_text(
      head +
      "1.1 Members do not:\n\n(a)\n\nact for a party;\n\n(b)\n\nbreak the law, including:\n\n"
      "(c)\n\nthe Equality Act 2010;\n\n1.2 Officers advise.\n");
  const std::string source = to_markdown(import.document, concord::syntax::Notes::kept);
  CHECK(source.find("(b) break the law") != std::string::npos);
  CHECK(source.find("(c) the Equality") == std::string::npos);
  CHECK(doubts(import, Code::IMP017));
}

TEST_CASE("a number of one part in a list within a numbered paragraph is an item's") {
  Reading reading;
  const auto add = [&](std::string label, std::string words, int level) {
    Block& block = reading.blocks.emplace_back();
    block.label = std::move(label);
    block.runs = {Run{std::move(words)}};
    block.list_level = level;
    if (level == 0) block.heading_level = 1;
  };
  add("1.", "Conduct", 0);
  add("1.", "Members do not:", 1);
  add("1.", "act for a party;", 2);
  add("2.", "break the law, including:", 2);
  add("1.", "the Equality Act 2010.", 3);
  add("2.", "Officers advise.", 1);
  const std::string source = to_markdown(recognise(std::move(reading), {}, import_lists()).document,
                                         concord::syntax::Notes::kept);
  CHECK(source.substr(source.find("Members do not")) ==
        "Members do not:\n\n1. act for a party;\n2. break the law, including:\n\n"
        "   1. the Equality Act 2010.\n\n**2.** Officers advise.\n");
}

TEST_CASE("a list within a list is told by its style, its place, or its bullet below a colon") {
  const auto bullet = [](std::string words, std::string sign) {
    Block block;
    block.runs = {Run{std::move(words)}};
    block.label = std::move(sign);
    block.bullet = true;
    return block;
  };
  const auto body_of = [](std::vector<Block> items, const auto& nest) {
    nest(items[1]);
    Reading reading;
    Block lead;
    lead.runs = {Run{"1.1 Members will:"}};
    reading.blocks.push_back(lead);
    reading.blocks.insert(reading.blocks.end(), items.begin(), items.end());
    const std::string source = to_markdown(
        recognise(std::move(reading), {}, import_lists()).document, concord::syntax::Notes::kept);
    return source.substr(source.find("- "));
  };
  const std::vector<Block> items{bullet("answer:", "•"), bullet("in time;", "•"),
                                 bullet("listen.", "•")};
  const std::string nested = "- answer:\n  - in time;\n- listen.\n";
  CHECK(body_of(items, [](Block&) {}) == "- answer:\n- in time;\n- listen.\n");
  CHECK(body_of(items, [](Block& block) { block.label = "o"; }) == nested);
  CHECK(body_of(items, [](Block& block) {
          block.place.page = 1;
          block.indent = 18;
        }) == nested);
}

TEST_CASE("words of a text box are kept, and said to come from one") {
  Reading reading;
  Block block;
  block.runs = {Run{"Ask the monitoring officer."}};
  block.furniture = Furniture::text_box;
  reading.blocks.push_back(block);
  const Import import = recognise(std::move(reading), {}, import_lists());
  CHECK(doubts(import, Code::IMP012));
  CHECK(to_markdown(import.document, concord::syntax::Notes::kept).find("Ask the monitoring") !=
        std::string::npos);
}

TEST_CASE("footnotes keep their printed numbers and their marks") {
  CHECK(body(head +
             "1.1 Members⁴ and officers meet.\n\n⁴ Elected and co-opted.\n\n1.2 They agree.\n") ==
        "# Member Officer Protocol\n\n## 1. Introduction\n\n1.1 Members[^4] and officers meet.\n\n"
        "1.2 They agree.\n\n[^4]: Elected and co-opted.\n");
}

TEST_CASE("letters that a scan made of bullets are bullets only in a run") {
  const Import import = import_text(head +
                                    "1.1 Officers must:\n\ne advise members\n\n"
                                    "¢ act with honesty\n\ne be fair\n");
  CHECK(import.recognised.items == 3);
  CHECK(reason_for(import, "e e") == "bullets that were read as letters");
  CHECK(body(head + "1.1 Officers answer.\n\ne is the letter that is most often used.\n")
            .find("e is the letter") != std::string::npos);
}

TEST_CASE("misreadings are repaired and listed; what the council may have written stays") {
  const Import import = import_text(
      head +
      "1.1 ltis the question that members ask. The question matters, and that question is\n"
      "put to officers. A guestion is answered, l.e. In writing.\n\n"
      "1.2 The committees committee should notified.\n");
  const std::string text = to_markdown(import.document, concord::syntax::Notes::kept);
  CHECK(text.find("1.1 It is the question") != std::string::npos);
  CHECK(text.find("A question is answered, i.e. in writing.") != std::string::npos);
  CHECK(text.find("The committees committee should notified.") != std::string::npos);
  CHECK(import.document.metadata.repairs.size() == 4);
  CHECK(import.document.metadata.repairs[0] == concord::syntax::Repair{"1.1", "ltis", "It is", ""});
}

TEST_CASE("a folder's own misreadings are repaired instead") {
  concord::syntax::ImportLists lists = import_lists();
  lists.misread_words = {{"0fficers", "Officers"}};
  const Import import = import_text(
      head + "1.1 0fficers reply.\n\n1.2 0fficers and members ask, and ltis so.\n", lists);
  const std::string text = to_markdown(import.document, concord::syntax::Notes::kept);
  CHECK(text.find("1.1 Officers reply.") != std::string::npos);
  CHECK(text.find("ltis so") != std::string::npos);
}

TEST_CASE("lines below a lead-in are its items though no bullet says so") {
  const Import import = import_text(head +
                                    "1.1 All communications:\n\nare lawful\n\nare fair\n\n"
                                    "are clear.\n\nThe last point matters most.\n");
  CHECK(import.recognised.items == 3);
  CHECK(doubts(import, Code::IMP023));
}

TEST_CASE("paragraphs in quotation marks below a lead-in are one quotation") {
  CHECK(body(head + "1.1 The guidance says:\n\n“Officers serve the public.\n\nMembers lead.”\n\n"
                    "1.2 So it is.\n")
            .find("> “Officers serve the public.\n>\n> Members lead.”\n\n1.2 So") !=
        std::string::npos);
}

TEST_CASE("the front matter has what the text says, and nothing else") {
  const auto metadata =
      import_text(head +
                  "1.1 Members attend.\n\nReview Date May 2026\n\n"
                  "This protocol was adopted by Ware Town Council on 15 May 2023.\n")
          .document.metadata;
  CHECK(metadata.council == "Ware Town Council");
  CHECK(metadata.title == "Member Officer Protocol");
  CHECK(metadata.adopted.date.iso == "2023-05-15");
  CHECK(metadata.review.due.iso == "2026-05");
  CHECK(metadata.review.date.iso.empty());
  CHECK(metadata.governance == "parish");
}

TEST_CASE("a header's parts each say what the document is") {
  Reading reading;
  Block header;
  header.runs = {Run{"City of Barchester Council Constitution    Appendix 16: Member Protocol"}};
  header.furniture = Furniture::header;
  Block clause;
  clause.runs = {Run{"1.1 Members attend."}};
  reading.blocks = {header, clause};
  const auto metadata = recognise(std::move(reading), {}, import_lists()).document.metadata;
  CHECK(metadata.council == "City of Barchester Council");
  CHECK(metadata.part == "Constitution, Appendix 16");
  CHECK(metadata.title == "Member Protocol");
}

TEST_CASE("a text as printed is not said to be a draft") {
  const Import import = import_text(head + "1.1 Members attend.\n");
  const std::string source = to_markdown(import.document, concord::syntax::Notes::kept);
  CHECK(source.find("\nstatus:") == std::string::npos);
  CHECK(source.find("\nprofile: transcription\n") != std::string::npos);
}

TEST_CASE("a council that the text does not name is asked for, never invented") {
  const Import import = import_text("A Protocol for Members\n\n1. Roles\n\n1.1 Members attend.\n");
  CHECK(import.document.metadata.council == unknown_council);
  CHECK(doubts(import, Code::IMP019));
}

TEST_CASE("a document's kind is told by its bytes") {
  CHECK(format_of("%PDF-1.7\n") == Format::pdf);
  CHECK(format_of("<!DOCTYPE html><p>Members") == Format::html);
  CHECK(format_of("1. Members attend.") == Format::text);
  CHECK(format_of("<script>x()</script><p>Members attend.") == Format::html);
  CHECK(format_of("\xEF\xBB\xBF<ol><li>Members attend.") == Format::html);
  CHECK(format_of("Members <b>attend</b>.") == Format::text);
  CHECK(format_of("Members <b>attend</b>.", ".html") == Format::html);
  CHECK(format_of("%PDF-1.7\n", ".html") == Format::pdf);
  CHECK_FALSE(format_of(std::string("\x89PNG\r\n\x1a\n\0\0", 10)).has_value());
  CHECK_FALSE(format_of("\xD0\xCF\x11\xE0 old Word").has_value());
}

TEST_CASE("text of two bytes a letter is read in either order") {
  const std::string little(
      "\xFF\xFE"
      "1\0.\0 \0\x19\x20"
      "A\0",
      12);
  const std::string big(
      "\xFE\xFF"
      "\0"
      "1\0.\0 \x20\x19\0"
      "A",
      12);
  for (const std::string& bytes : {little, big}) {
    const Outcome outcome = read(bytes, Changes::ask, import_lists());
    REQUIRE(std::holds_alternative<Reading>(outcome));
    CHECK(text_of(std::get<Reading>(outcome).blocks.at(0).runs) == "1. \u2019A");
  }
  const std::string pair(
      "\xFF\xFE\x3D\xD8\x00\xDE"
      "A\0\x00\xD8",
      10);
  const Outcome outcome = read(pair, Changes::ask, import_lists());
  CHECK(text_of(std::get<Reading>(outcome).blocks.at(0).runs) == "\U0001F600A\uFFFD");
}

TEST_CASE("a text without words is refused") {
  const Outcome outcome = read_text(" \n\t\n", import_lists());
  REQUIRE(std::holds_alternative<Refusal>(outcome));
  CHECK(std::get<Refusal>(outcome).code == Code::IMP005);
}

TEST_CASE("a struck part of a typed number is no part of it, and is listed") {
  for (const std::string number : {"1.<s>3</s>2", "<del>1.3</del> 1.2", "<s>1.3</s>1.2"}) {
    Outcome outcome = read_html(
        "<html><body><h1>Member Officer Protocol</h1><h2>1. Conduct</h2><p>1.1 Members "
        "listen.</p><p>" +
            number + " Officers answer.</p></body></html>",
        import_lists());
    const Import import = recognise(std::get<Reading>(std::move(outcome)), {}, import_lists());
    const std::string text = to_markdown(import.document, concord::syntax::Notes::kept);
    CHECK(text.find("\n1.2 Officers answer.\n") != std::string::npos);
    CHECK(doubts(import, Code::IMP017));
    CHECK_FALSE(doubts(import, Code::IMP014));
  }
}

TEST_CASE("a number that is struck whole goes with its words") {
  Outcome outcome = read_html(
      "<html><body><h1>Member Officer Protocol</h1><p>1.1 Members listen.</p>"
      "<p><s>1.2 Officers answer.</s></p></body></html>",
      import_lists());
  const Import import = recognise(std::get<Reading>(std::move(outcome)), {}, import_lists());
  const std::string text = to_markdown(import.document, concord::syntax::Notes::kept);
  CHECK(text.find("~~Officers answer.~~") != std::string::npos);
  CHECK(doubts(import, Code::IMP011));
}

TEST_CASE("words underlined within a paragraph are reported, a paragraph underlined whole is not") {
  const auto read = [](const std::string& words) {
    return recognise(std::get<Reading>(read_html("<html><body><h1>Member Officer Protocol</h1><p>" +
                                                     words + "</p></body></html>",
                                                 import_lists())),
                     {}, import_lists());
  };
  CHECK(doubts(read("Members <u>and co-opted members</u> listen."), Code::IMP011));
  CHECK_FALSE(doubts(read("<u>What members do</u>"), Code::IMP011));
}

TEST_CASE("headings beside numbered paragraphs stand above them, and a table of data stays one") {
  const auto body_of = [](const std::string& rows) {
    const Import import = recognise(
        std::get<Reading>(read_html(
            "<html><body><h1>Member Officer Protocol</h1><table>" + rows + "</table></body></html>",
            import_lists())),
        {}, import_lists());
    return to_markdown(import.document, concord::syntax::Notes::kept);
  };
  const std::string text = body_of(
      "<tr><td>Introduction</td><td><p>1. Members listen.</p><p>2. Officers answer.</p></td></tr>"
      "<tr><td>Conduct</td><td><p>3. Both are polite.</p></td></tr>");
  CHECK(text.find("## Introduction\n\n**1.** Members listen.") != std::string::npos);
  CHECK(text.find("## Conduct\n\n**3.** Both are polite.") != std::string::npos);
  CHECK(body_of("<tr><td>1. Introduction</td><td><p>1.1 Members listen.</p></td></tr>"
                "<tr><td>2. Conduct</td><td><p>2.1 Both are polite.</p></td></tr>")
            .find("## 2. Conduct\n\n2.1 Both are polite.") != std::string::npos);
  CHECK(body_of("<tr><td>Mayor</td><td><p>1. Presides.</p><p>2. Signs.</p></td></tr>"
                "<tr><td>Clerk</td><td><p>1. Advises.</p></td></tr>")
            .find("| Mayor |") != std::string::npos);
}

TEST_CASE("a question is a heading above its answer") {
  CHECK(body("Ware Town Council\n\nMember Officer Protocol\n\nWhat do members do?\n\n"
             "Members decide the policies of the Council.\n\nWhat do officers do?\n\n"
             "Officers carry them out.\n")
            .find("## What do officers do?\n\nOfficers carry them out.") != std::string::npos);
}

TEST_CASE("the name of a site's page names the council that its text does not") {
  const Import import =
      recognise(std::get<Reading>(read_html(
                    "<html><head><title>Member protocol | Ware Town Council</title></head>"
                    "<body><h1>Member protocol</h1><p>1. Members listen.</p></body></html>",
                    import_lists())),
                {}, import_lists());
  CHECK(import.document.metadata.council == "Ware Town Council");
}

TEST_CASE(
    "a clause of a few words is no heading where numbers of its shape stand before sentences") {
  const std::string text = body(
      "Ware Town Council\n\nMember Officer Protocol\n\n"
      "1. Members represent their wards and those who live in them.\n\n"
      "2. Officers answer to the Clerk\n\n"
      "3. Members must not give orders to officers of the Council.\n\n"
      "4. The Clerk advises the whole Council, and not a part of it.\n");
  CHECK(text.find("\n**2.** Officers answer to the Clerk\n") != std::string::npos);
  CHECK(text.find("#") == text.find("# Member Officer Protocol"));
}

TEST_CASE("words that cannot end there head nothing") {
  const std::string text = body(head +
                                "1.1 Further rules are found in\n\n1.1.1 Standing Orders\n\n"
                                "1.1.2 Financial Regulations\n\n1.2 Officers advise.\n");
  CHECK(text.find("\n1.1 Further rules are found in\n") != std::string::npos);
}

TEST_CASE("a line drawn below words makes a heading of them, and is none itself") {
  const std::string text = body(
      "Ware Town Council\n=================\n\nMember Officer Protocol\n"
      "-----------------------\n\nOur aims\n--------\n"
      "Members and officers work together.\n\n~~~~\n\nThey are equals.\n");
  CHECK(text ==
        "# Member Officer Protocol\n\n## Our aims\n\nMembers and officers work together.\n\n"
        "They are equals.\n");
}

TEST_CASE("\"4)\" numbers a section where sections are numbered so, and an item below a lead-in") {
  const std::string text = body(
      "Ware Town Council\n\nMember Officer Protocol\n\n1) Aims\n\n1.1) They are these.\n\n"
      "2) Roles\n\n2.1) Members decide.\n\n3) Rules\n\n3.1) Officers must:\n\n1) attend;\n\n"
      "2) advise.\n\n4) Review\n\n4.1) Each May.\n");
  CHECK(text.find("\n## 4) Review\n") != std::string::npos);
  CHECK(text.find("\n2) advise.\n") != std::string::npos);
}

TEST_CASE("what is not seen is no part of a word") {
  CHECK(body(head + "1.1 Co\xC2\xADoperation is nec\xE2\x80\x8B"
                    "essary.\n") ==
        "# Member Officer Protocol\n\n## 1. Introduction\n\n1.1 Cooperation is necessary.\n");
}

TEST_CASE("hidden words are accounted for where they stand within a word that is seen") {
  Reading reading;
  Block block;
  block.runs = {Run{"Members may "}, Run{"hide"}, Run{"speak."}};
  block.runs[1].hidden = true;
  block.place.paragraph = 1;
  reading.blocks.push_back(block);
  const Import import = recognise(std::move(reading), {}, import_lists());
  CHECK_FALSE(doubts(import, Code::IMP014));
  CHECK(reason_for(import, "hide") == "hidden words");
}

TEST_CASE("a sign of a typeface that nobody knows is a bullet at the head of a paragraph") {
  CHECK(body(head + "1.1 They must:\n\n\xEF\xBF\xBD attend;\n\n\xEF\xBF\xBD advise.\n") ==
        "# Member Officer Protocol\n\n## 1. Introduction\n\n1.1 They must:\n\n- attend;\n- "
        "advise.\n");
}

TEST_CASE("a row of a table goes on in lines that have nothing in its first column") {
  CHECK(body(head + "1.1 The posts are:\n\nRole          Post held        Telephone\n"
                    "              by officer       number\n"
                    "Monitoring    Head of Legal    2201\n              Services\n"
                    "Finance       Director         3410\n")
            .find("| Role | Post held by officer | Telephone number |") != std::string::npos);
}

TEST_CASE("two rows of dots are to be filled in, and one leads to a page") {
  const Import import = import_text(head +
                                    "1.1 Members attend.\n\n"
                                    "Signed .......... Date .......... 20\n\n"
                                    "Lobbying .......... 4\n");
  CHECK(reason_for(import, "Lobbying .......... 4") != "not removed");
  CHECK(reason_for(import, "Signed .......... Date .......... 20") == "not removed");
}

TEST_CASE("words that lines broke are whole, though their parts are words elsewhere") {
  const Import import =
      import_text(head +
                  "1.1 Officers of the Council may be asked for advice by each of-\n"
                  "ficer and member, and none of them be-\ncomes anyone's of-\nficer by it.\n\n"
                  "1.2 An officer becomes a member by election only.\n");
  CHECK_FALSE(doubts(import, Code::IMP014));
}
