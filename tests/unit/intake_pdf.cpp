// PDFs without tags: what is made of words at places.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "diag/messages.h"
#include "frozen_import_lists.h"
#include "intake/blocks.h"
#include "intake/pdf_tagged.h"
#include "intake/recognise.h"
#include "pdf_file.h"

using namespace concord;
using namespace concord::intake;

namespace {

Reading reading_of(const PdfFile& file) {
  Outcome outcome = read_pdf(file.bytes(), test::import_lists());
  REQUIRE(std::holds_alternative<Reading>(outcome));
  return std::get<Reading>(std::move(outcome));
}

Import import_of(const PdfFile& file) {
  return recognise(reading_of(file), {"made", "Made Council"}, test::import_lists());
}

// The text of the source, below its front matter.
std::string text_of(const Import& import) {
  const std::string source = to_markdown(import.document, syntax::Notes::kept);
  return source.substr(source.find("\n---\n") + 5);
}

bool has(const Import& import, std::string_view words) {
  return text_of(import).find(words) != std::string::npos;
}

bool is_removed(const Import& import, std::string_view words) {
  return std::ranges::any_of(import.removed, [&](const Removed& removed) {
    return removed.words.find(words) != std::string::npos;
  });
}

std::size_t count_doubts(const Import& import, std::string_view reason, std::uint32_t page) {
  return static_cast<std::size_t>(std::ranges::count_if(import.doubts, [&](const Doubt& doubt) {
    return doubt.reason == reason && doubt.place.page == page;
  }));
}

// Clauses of two lines each, 14 points a line, from `number` on.
std::string clauses(double top, int number, int count) {
  std::string content;
  for (int i = 0; i < count; ++i, top += 36) {
    content += at(72, top, fmt::format("1.{}", number + i));
    content += at(110, top, "Members and officers of the Council work together for the good of");
    content += at(110, top + 14, "the whole town, and each of them needs the other to do so.");
  }
  return content;
}

std::string footer(int page) {
  return at(72, 810, "Made Council") + at(480, 810, fmt::format("Page {} of 3", page));
}

}  // namespace

TEST_CASE("a page that is a picture among pages of text is told") {
  PdfFile file;
  file.add_page(clauses(130, 1, 12) + footer(1));
  file.add_page(picture(0, 842, 595, 842) + footer(2));
  file.add_page(clauses(130, 13, 12) + picture(72, 120, 60, 60) + footer(3));
  const Import import = import_of(file);
  CHECK(count_doubts(import, diag::IMP024::scan, 2) == 1);
  CHECK(count_doubts(import, diag::IMP013::picture, 3) == 1);
  CHECK(import.doubts.size() == 3);  // no title was found
}

TEST_CASE("a picture that stands on each page is told once, and ornaments are not") {
  PdfFile file;
  const std::string dot = picture(50, 60, 8, 8);
  file.add_page(clauses(130, 1, 12) + dot);
  CHECK(count_doubts(import_of(file), diag::IMP013::picture, 1) == 0);
}

TEST_CASE("words printed large over the text are set aside") {
  PdfFile file;
  file.add_page(clauses(130, 1, 12) + at(100, 420, "DRAFT", 110));
  file.add_page(clauses(130, 13, 1) + at(100, 420, "DRAFT", 110));
  const Import import = import_of(file);
  CHECK(is_removed(import, "DRAFT"));
  CHECK_FALSE(has(import, "DRAFT"));
  for (int i = 1; i <= 13; ++i) CHECK(has(import, fmt::format("1.{} Members and", i)));
  CHECK(count_doubts(import, diag::IMP026::over, 1) == 0);
}

TEST_CASE("words printed aslant or upwards over the text are set aside") {
  PdfFile file;
  file.add_page(clauses(130, 1, 12) + aslant(110, 600, "DRAFT", 110) +
                "BT /F 11 Tf 0 1 -1 0 40 300 Tm (Uncontrolled when printed) Tj ET\n");
  const Import import = import_of(file);
  CHECK(has(import, "for the good of the whole town, and each"));
  CHECK(is_removed(import, "Uncontrolled"));
  CHECK(is_removed(import, "R AF T"));
}

TEST_CASE("a large title over nothing stays") {
  PdfFile file;
  file.add_page(at(72, 100, "Protocol on Relations", 40) + clauses(130, 1, 12));
  CHECK(text_of(import_of(file)).starts_with("\n# Protocol on Relations\n"));
}

TEST_CASE("a page that is shown turned has its footer at its foot") {
  PdfFile file;
  const std::string turned = "0 1 -1 0 842 0 cm\n";  // onto a landscape sheet
  for (int page = 1; page <= 3; ++page)
    file.add_page(turned + clauses(60, page * 18 - 17, 18) + footer(page),
                  "/Rotate 90/MediaBox[0 0 842 595]");
  const Import import = import_of(file);
  for (int i = 1; i <= 54; ++i) CHECK(has(import, fmt::format("1.{} Members and", i)));
  CHECK(std::ranges::all_of(import.removed, [](const Removed& removed) {
    return removed.words.find("Members") == std::string::npos;
  }));
}

TEST_CASE("hyphens of every kind at the ends of lines are joined") {
  PdfFile file;
  std::string content;
  for (int i = 0; i < 8; ++i) {
    content += at(72, 100 + i * 40,
                  fmt::format("1.{} The committee and every member of each commit~", i + 1));
    content += at(95, 114 + i * 40, "tee advise officers of the Council on all that they do.");
  }
  file.add_page(content);
  CHECK(has(import_of(file), "each committee advise"));
}

namespace {

// Two columns whose lines are not level: clauses with hanging numbers, each spaced out to 240
// points.
std::string columns(int first, double shift) {
  std::string content;
  int number = first;
  for (int side = 0; side < 2; ++side)
    for (double top = 130 + side * shift; top < 700; top += 54, ++number) {
      const double left = side == 0 ? 60 : 310;
      content += at(left, top, fmt::format("1.{}", number));
      content += at(left + 36, top, "Members") + at(left + 100, top, "advise") +
                 at(left + 155, top, fmt::format("officers"));
      content += at(left + 36, top + 14, "impartially and with care, and the") +
                 at(left + 36, top + 28, "Council acts on it.");
    }
  return content;
}

}  // namespace

TEST_CASE("the lines of two columns need not be level") {
  for (const double shift : {0.0, 4.0, 7.0}) {
    PdfFile file;
    file.add_page(at(60, 80, "Protocol on Relations", 20) + columns(1, shift) + footer(1));
    const Import import = import_of(file);
    for (int i = 1; i <= 22; ++i)
      CHECK(has(import, fmt::format("1.{} Members advise officers impartially and with care, and "
                                    "the Council acts on it.",
                                    i)));
  }
}

TEST_CASE("what ends each page of the text is no footer") {
  PdfFile file;
  for (int page = 1; page <= 3; ++page) {
    std::string content = at(72, 50, "Made Council");
    for (int i = 0; i < 20; ++i)
      content += at(72, 90 + i * 36, fmt::format("1.{}", page * 20 + i - 19)) +
                 at(110, 90 + i * 36, "Members and officers work for the good of the whole and") +
                 at(110, 104 + i * 36, "of the Council.");
    file.add_page(content + at(280, 820, fmt::format("Page {}", page)));
  }
  const Import import = import_of(file);
  CHECK_FALSE(is_removed(import, "of the Council."));
  CHECK(is_removed(import, "Made Council"));
  CHECK(is_removed(import, "Page 2"));
}

TEST_CASE("a numbered clause alone on each page is no header") {
  PdfFile file;
  for (int page = 1; page <= 1001; ++page)
    file.add_page(at(72, 72, fmt::format("{}. Members act properly.", page)));
  CHECK(has(import_of(file), "**3.** Members act properly."));
}

TEST_CASE("numerals without a stop count headings") {
  PdfFile file;
  file.add_page(at(72, 50, "Protocol on Relations", 24) + at(72, 80, "I", 16) +
                at(110, 80, "Purpose of this Protocol", 16) + clauses(110, 1, 3) +
                at(72, 260, "II", 16) + at(110, 260, "Roles", 16) + clauses(290, 4, 3));
  const Import import = import_of(file);
  CHECK(has(import, "## I Purpose of this Protocol"));
  CHECK(has(import, "## II Roles"));
}

TEST_CASE("letters without a stop count headings above the numbers that they open") {
  PdfFile file;
  std::string content;
  for (int i = 0; i < 3; ++i) {
    const double top = 100 + i * 120;
    const char letter = static_cast<char>('A' + i);
    content += at(72, top, std::string(1, letter), 14) + at(110, top, "Roles of all people", 14);
    for (int k = 1; k <= 3; ++k)
      content += at(72, top + k * 26, fmt::format("{}{}", letter, k)) +
                 at(110, top + k * 26, "Members listen to what officers say.");
  }
  file.add_page(content);
  const Import import = import_of(file);
  CHECK(has(import, "## B Roles of all people\n\n**B1** Members listen"));
}

TEST_CASE("numbers above their clauses at the heads of pages are none of the pages") {
  PdfFile file;
  for (int page = 0; page < 3; ++page)
    file.add_page(at(72, 60, "Printed by Made Council") +
                  at(72, 100, fmt::format("1.{}", page * 11 + 1)) +
                  at(110, 112, "Officers give advice and carry out what was decided.") +
                  clauses(150, page * 11 + 2, 10));
  const Import import = import_of(file);
  CHECK(has(import, "\n1.12 Officers give advice"));
  CHECK(has(import, "\n1.23 Officers give advice"));
}

TEST_CASE("a paragraph close below a header is none of it") {
  PdfFile file;
  for (int page = 0; page < 2; ++page) {
    const std::string who = page == 0 ? "Members listen" : "Officers speak";
    std::string content =
        at(72, 34, "Printed by Made Council") + at(72, 46, who + " to all who have");
    for (int i = 1; i < 4; ++i)
      content += at(72, 46 + i * 12, who + " to one another as they would");
    file.add_page(content + clauses(150, page * 10 + 1, 10));
  }
  const Import import = import_of(file);
  CHECK(is_removed(import, "Printed by Made Council"));
  CHECK_FALSE(is_removed(import, "to all who have"));
}

TEST_CASE("notes at the foot of a page, called by raised numbers, are no clauses") {
  PdfFile file;
  for (int page = 1; page <= 2; ++page)
    file.add_page(clauses(130, page * 10 - 9, 10) + at(110, 490, "(a)") + at(140, 490, "advice;") +
                  at(176, 486, std::to_string(page * 2 - 1), 6) + at(110, 504, "(b)") +
                  at(140, 504, "help.") + at(166, 500, std::to_string(page * 2), 6) +
                  at(72, 740, fmt::format("{}. As defined in the Act,", page * 2 - 1), 8) +
                  at(72, 750, "and by case law.", 8) +
                  at(72, 760, fmt::format("{}. Within reason.", page * 2), 8) + footer(page));
  const Import import = import_of(file);
  CHECK(has(import, "advice;[^3]"));
  CHECK(has(import, "help.[^4]"));
  CHECK(has(import, "[^3]: As defined in the Act, and by case law."));
  CHECK(has(import, "[^4]: Within reason."));
  CHECK(import.recognised.footnotes == 4);
}

TEST_CASE("headings beside the text may have numbers and two lines") {
  PdfFile file;
  std::string content = at(60, 60, "Protocol on Relations", 20);
  const std::vector<std::string> headings{"Relations", "Duties", "Rights"};
  for (int i = 1; i <= 3; ++i) {
    const double top = i * 200 - 100;
    content += at(60, top, fmt::format("{}.", i)) + at(90, top, "Purpose of their") +
               at(90, top + 14, headings[static_cast<std::size_t>(i - 1)]);
    for (int k = 1; k <= 4; ++k)
      content += at(220, top + k * 40 - 40, fmt::format("{}.{}", i, k)) +
                 at(260, top + k * 40 - 40, "Members advise officers, and officers the") +
                 at(260, top + k * 40 - 26, "whole Council.");
  }
  file.add_page(content);
  const Import import = import_of(file);
  CHECK(has(import, "## 3. Purpose of their Rights"));
  CHECK(has(import, "3.1 Members advise officers, and officers the whole Council."));
}

TEST_CASE("a word with a hyphen may go on in the next line of its cell") {
  PdfFile file;
  std::string content = clauses(130, 1, 3);
  for (int i = 0; i < 3; ++i) {
    const double top = 300 + i * 40;
    content += at(72, top, "Leader") + at(180, top, "Keeps decisions open and even-") +
               at(180, top + 13, "handed") + at(420, top, "ext 100");
  }
  file.add_page(content);
  CHECK(has(import_of(file), "| Keeps decisions open and even-handed |"));
}

namespace {

PdfElement words(std::string text) {
  return {"", std::move(text), 1, {}};
}

PdfElement element(std::string type, std::vector<PdfElement> children) {
  return {std::move(type), {}, 1, std::move(children)};
}

PdfElement row(const std::string& number, std::vector<std::string> paragraphs) {
  std::vector<PdfElement> cell;
  for (std::string& paragraph : paragraphs)
    cell.push_back(element("P", {words(std::move(paragraph))}));
  return element("TR", {element("TD", {element("P", {words(number)})}), element("TD", cell)});
}

}  // namespace

TEST_CASE("a tagged table of numbers and their paragraphs is text") {
  const std::vector<std::string> all{"Members may expect:", "(a) courtesy;", "(b) advice."};
  const PdfElement table = element("Table", {row("1.1", {"Officers advise."}), row("1.2", all)});
  PdfPage page{595, 842, {}};
  double top = 100;
  for (const char* word : {"1.1", "Officers", "advise.", "1.2", "Members", "may", "expect:", "(a)",
                           "courtesy;", "(b)", "advice."})
    page.words.push_back({word, 72, top += 14, 110, top + 12});
  const std::optional<Reading> reading =
      read_tagged({page}, element("Document", {table}), test::import_lists());
  REQUIRE(reading);
  std::vector<std::string> lines;
  for (const Block& block : reading->blocks) lines.push_back(intake::text_of(block.runs));
  CHECK(lines == std::vector<std::string>{"1.1\tOfficers advise.", "1.2\tMembers may expect:",
                                          "(a) courtesy;", "(b) advice."});
}

namespace {

// A numbered clause of two lines, its words behind a gap.
std::string clause(double top, std::string_view number, std::string_view first,
                   std::string_view second) {
  return at(72, top, number) + at(110, top, first) + at(110, top + 14, second);
}

}  // namespace

TEST_CASE("what goes with the numbers of the pages is no clause, whatever section it names") {
  PdfFile file;
  const std::vector<std::string> heads{"1. Purpose of it all 1", "2 Made Council", "7. Support 3"};
  for (int page = 0; page < 3; ++page)
    file.add_page(at(72, 70, heads[static_cast<std::size_t>(page)]) +
                  clauses(130, page * 12 + 1, 12) + at(290, 800, fmt::format("- {} -", page + 1)));
  const Import import = import_of(file);
  for (const std::string& head : heads) CHECK(is_removed(import, head.substr(0, 8)));
  CHECK(is_removed(import, "- 2 -"));
  CHECK(has(import, "\n1.36 Members and officers"));
}

TEST_CASE("two lines of a footer are one with the dashes around its page") {
  PdfFile file;
  for (int page = 0; page < 3; ++page)
    file.add_page(clauses(130, page * 15 + 1, 15) + at(72, 752, "Adopted by the Council in 2024") +
                  at(290, 766, fmt::format("- {} -", page + 1)));
  for (const Block& block : reading_of(file).blocks)
    if (intake::text_of(block.runs).starts_with("Adopted"))
      CHECK(block.furniture == Furniture::footer);
}

TEST_CASE("the footer of a page on its side is known by its words") {
  PdfFile file;
  const auto foot = [](double top, int page) {
    return at(72, top, fmt::format("Made Council - Page {}", page));
  };
  file.add_page(clauses(130, 1, 12) + foot(810, 1));
  file.add_page(clauses(340, 13, 10) + foot(800, 2), "/MediaBox[0 20 842 615]");
  file.add_page(clauses(130, 23, 12) + foot(810, 3));
  const Import import = import_of(file);
  CHECK(is_removed(import, "Made Council - Page 2"));
}

TEST_CASE("a number without a stop opens a paragraph where a gap sets it apart") {
  PdfFile file;
  std::string content;
  for (int i = 0; i < 9; ++i)
    content += clause(130 + i * 28, std::to_string(i + 1),
                      "Members and officers of the Council work together for the good of",
                      "the whole town, and each of them needs the other to do so.");
  file.add_page(content);
  CHECK(has(import_of(file), "**9** Members and officers"));
}

TEST_CASE("figures beside a number that stands lower are not raised") {
  PdfFile file;
  std::string content;
  for (int i = 0; i < 9; ++i)
    content += at(72, 133.5 + i * 40, fmt::format("1.{}", i + 1), 12) +
               at(110, 130 + i * 40, "The Section 151 Officer advises the members of the Council.");
  file.add_page(content);
  CHECK(has(import_of(file), "The Section 151 Officer advises"));
}

TEST_CASE("a heading in small capitals has whole words") {
  PdfFile file;
  file.add_page(at(72, 90, "R", 14) + at(82.11, 90, "ELATIONS", 10) + clauses(130, 1, 12));
  CHECK(has(import_of(file), "RELATIONS\n"));
}

TEST_CASE("pages that face one another have one left edge") {
  PdfFile file;
  const auto page = [](double shift, int first) {
    std::string content;
    for (int i = 0; i < 12; ++i) {
      const double top = 130 + i * 28;
      content += at(72 + shift, top, fmt::format("1.{}", first + i)) +
                 at(110 + shift, top, "Members and officers of the Council work together for it.") +
                 at(110 + shift, top + 14, "Each of them needs the other one to do so.");
    }
    return content;
  };
  file.add_page(page(30, 1));
  file.add_page(page(0, 13));
  file.add_page(page(30, 25));
  const Reading reading = reading_of(file);
  for (const Block& block : reading.blocks)
    CHECK((std::abs(block.indent - 102) < 1.5 || std::abs(block.indent - 140) < 1.5));
}

TEST_CASE("a clause goes on over the page's end where its wrapped lines stand") {
  PdfFile file;
  file.add_page(clauses(130, 1, 14) +
                clause(640, "1.15",
                       "Information that a member is given in confidence stays so and is",
                       "used for no other end.") +
                footer(1));
  file.add_page(at(110, 130, "A breach may be referred to the Standards Committee.") +
                clauses(160, 16, 12) + footer(2));
  CHECK(has(import_of(file), "used for no other end. A breach may be referred"));
}

TEST_CASE("paragraphs below numbered ones stay their own at the head of a page") {
  PdfFile file;
  file.add_page(clauses(130, 1, 12) + at(110, 580, "They write down what they agree upon.") +
                clause(610, "1.13",
                       "Information that a member is given in confidence stays so and is",
                       "used for no other end.") +
                footer(1));
  file.add_page(at(110, 130, "A breach may be referred to the Standards Committee.") +
                clauses(160, 14, 12) + footer(2));
  CHECK(has(import_of(file), "\nA breach may be referred"));
}

namespace {

// Rows of three columns from `top` on; the middle cell has two lines, and the others stand beside
// the middle of it.
std::string centred_rows(double top, int first, int count) {
  std::string content;
  for (int i = 0; i < count; ++i, top += 40)
    content += at(72, top + 6.5, fmt::format("Officer {}", first + i)) +
               at(180, top, "Keeps the decisions of the Council open") +
               at(180, top + 13, "and lawful") +
               at(420, top + 6.5, fmt::format("ext {}", first + i));
  return content;
}

}  // namespace

TEST_CASE("the cells of a row may be centred, and a table goes on over the page's end") {
  const std::string head = at(72, 280, "Post") + at(180, 280, "Duties") + at(420, 280, "Telephone");
  PdfFile file;
  file.add_page(clauses(130, 1, 4) + head + centred_rows(300, 1, 10) + footer(1));
  file.add_page(at(72, 130, "Post") + at(180, 130, "Duties") + at(420, 130, "Telephone") +
                centred_rows(150, 11, 4) + clauses(340, 5, 9) + footer(2));
  const Import import = import_of(file);
  CHECK(import.recognised.tables == 1);
  CHECK(has(import, "| Officer 3 | Keeps the decisions of the Council open and lawful | ext 3 |"));
  CHECK(has(import, "| Officer 14 |"));
  CHECK(is_removed(import, "Post Duties Telephone"));
}

TEST_CASE("what cannot be rows of a table on the next page leaves the table what it is") {
  PdfFile file;
  file.add_page(clauses(130, 1, 4) + at(72, 280, "Post") + at(180, 280, "Duties") +
                at(420, 280, "Telephone") + centred_rows(300, 1, 10) + footer(1));
  file.add_page(at(72, 130, "Note") + at(72, 150, "See") + at(180, 150, "Part 5") +
                clauses(340, 5, 9) + footer(2));
  CHECK(has(import_of(file), "| Officer 3 | Keeps the decisions of the Council open and lawful |"));
}

TEST_CASE("numbers in a column that has a name are data") {
  PdfFile file;
  std::string content = at(72, 80, "Version") + at(180, 80, "Author") + at(420, 80, "Changes");
  for (int i = 0; i < 3; ++i)
    content += at(72, 100 + i * 40, fmt::format("{}.0", i + 1)) +
               at(180, 100 + i * 40, "Monitoring Officer") +
               at(420, 100 + i * 40, "Review by the") + at(420, 113 + i * 40, "Committee");
  file.add_page(content + clauses(240, 1, 12));
  CHECK(has(import_of(file), "| 2.0 | Monitoring Officer | Review by the Committee |"));
}

TEST_CASE("columns of a table are no columns of text") {
  PdfFile file;
  std::string content = at(72, 100, "Post") + at(170, 100, "Telephone") + at(320, 100, "Matters");
  for (int i = 0; i < 14; ++i)
    content += at(72, 120 + i * 40, fmt::format("Head of Service {}", i)) +
               at(170, 120 + i * 40, "01628 440 100") +
               at(320, 120 + i * 40, "Meetings, agendas and the minutes of") +
               at(320, 133 + i * 40, "committees of the Council");
  file.add_page(content);
  CHECK(import_of(file).recognised.tables == 1);
}
