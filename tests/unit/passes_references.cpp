#include <catch2/catch.hpp>
#include <random>

#include "passes_text.h"

using namespace concord;
using diag::Code;
using test::Checked;
using test::Lines;

namespace {

// Three sections with clauses 3.1(a) to (e), 5.3 to 5.7 and 13.1, and the words in 4.1.
Checked with(std::string_view words) {
  return Checked(
      "## 3. Third\n\n3.1 Members can expect:\n\n- (a) a;\n- (b) b;\n- (c) c;\n- (d) d;\n- (e) "
      "e.\n\n"
      "## 4. Fourth\n\n4.1 " +
      std::string(words) +
      "\n\n## 5. Fifth\n\n5.1 x.\n\n5.2 x.\n\n5.3 x.\n\n5.4 x.\n\n5.5 x.\n\n5.6 x.\n\n5.7 x.\n\n"
      "## 6. Sixth\n\n## 7. Breaches\n\n7.1 x.\n");
}

std::size_t found_wrong(const Checked& text) {
  std::size_t count = 0;
  for (const auto code : {Code::REF001, Code::REF002, Code::REF003, Code::REF004, Code::REF005,
                          Code::REF006, Code::REF007, Code::REF010, Code::REF011})
    count += text.count(code);
  return count;
}

}  // namespace

TEST_CASE("a number in prose leads to its clause") {
  const auto text = with("As in paragraph 3.1(e) above and as described in paragraph 7 below.");
  CHECK(text.references() == Lines{"paragraph 3.1(e) above -> #3.1.e", "paragraph 7 below -> #7"});
  CHECK(found_wrong(text) == 0);
}

TEST_CASE("spellings of one number are understood") {
  CHECK(with("See para 3.1 (e).").references() == Lines{"para 3.1 (e) -> #3.1.e"});
  CHECK(with("See para. 5.3.").references() == Lines{"para. 5.3 -> #5.3"});
  CHECK(with("See paragraph 3.1e.").references() == Lines{"paragraph 3.1e -> #3.1.e"});
  CHECK(with("See Clause 5.3.").references() == Lines{"Clause 5.3 -> #5.3"});
  CHECK(with("See section 5.0.").references() == Lines{"section 5.0 -> #5"});
  CHECK(with("See paragraph\xC2\xA0"
             "5.3.")
            .references() == Lines{"paragraph\xC2\xA0"
                                   "5.3 -> #5.3"});
}

TEST_CASE("lists of numbers are one reference each") {
  CHECK(with("See paragraphs 5.3 and 5.7.").references() ==
        Lines{"paragraphs 5.3 -> #5.3", "5.7 -> #5.7"});
  CHECK(with("See paragraphs 5.1, 5.3 or 5.7 below.").references() ==
        Lines{"paragraphs 5.1 -> #5.1", "5.3 -> #5.3", "5.7 below -> #5.7"});
  CHECK(with("See paragraph 3.1(a) and (c).").references() ==
        Lines{"paragraph 3.1(a) -> #3.1.a", "(c) -> #3.1.c"});
  CHECK(with("See paragraph 5 and section 6.").references() ==
        Lines{"paragraph 5 -> #5", "section 6 -> #6"});
}

TEST_CASE("a range is a reference to each clause in it, with the range of the whole") {
  const auto sections = with("See section 5 to 7.");
  CHECK(sections.references() ==
        Lines{"section 5 to 7 -> #5", "section 5 to 7 -> #6", "section 5 to 7 -> #7"});
  CHECK(with("See paragraphs 5.3–5.5 and 5.7.").references() ==
        Lines{"paragraphs 5.3–5.5 -> #5.3", "paragraphs 5.3–5.5 -> #5.4",
              "paragraphs 5.3–5.5 -> #5.5", "5.7 -> #5.7"});
  CHECK(with("See paragraph 3.1(b) to (d).").references() ==
        Lines{"paragraph 3.1(b) to (d) -> #3.1.b", "paragraph 3.1(b) to (d) -> #3.1.c",
              "paragraph 3.1(b) to (d) -> #3.1.d"});
}

TEST_CASE("words after a number are not taken for numbers") {
  CHECK(with("See paragraph 5 and 4 members.").references() == Lines{"paragraph 5 -> #5"});
  CHECK(with("See section 5 – A member may.").references() == Lines{"section 5 -> #5"});
  CHECK(with("In the 5th paragraph and section of the text.").references().empty());
  CHECK(with("The Section 151 Officer and the s.151 officer.").references().empty());
}

TEST_CASE("this protocol's own places") {
  CHECK(with("See paragraph 5 of this Protocol.").references() ==
        Lines{"paragraph 5 of this Protocol -> #5"});
  CHECK(with("See section 5 of the protocol.").references() ==
        Lines{"section 5 of the protocol -> #5"});
  CHECK(with("See paragraph (e) of section 3.1.").references() ==
        Lines{"paragraph (e) of section 3.1 -> #3.1.e"});
}

TEST_CASE("places of the rest of the constitution are external") {
  CHECK(with("See section 17 of the Constitution.").references() ==
        Lines{"section 17 of the Constitution -> section 17 of the Constitution"});
  CHECK(
      with("See section 5 of the Council’s Constitution.").references() ==
      Lines{"section 5 of the Council’s Constitution -> section 5 of the Council’s Constitution"});
  CHECK(with("As set out in Appendix 14 of this Constitution, so.").references() ==
        Lines{"Appendix 14 of this Constitution -> Appendix 14 of this Constitution"});
  CHECK(with("See Article 12.").references() == Lines{"Article 12 -> Article 12"});
  CHECK(with("By footnote 1 to Article 12 of the Constitution.").references() ==
        Lines{"footnote 1 to Article 12 of the Constitution -> footnote 1 to Article 12 of the "
              "Constitution"});
  CHECK(with("See Appendices 7 and 14 of this Constitution.").references() ==
        Lines{"Appendices 7 -> Appendix 7 of this Constitution",
              "14 of this Constitution -> Appendix 14 of this Constitution"});
  CHECK(with("See Part Four and Part 5, Section C.").references() ==
        Lines{"Part Four -> Part Four", "Part 5, Section C -> Part 5, Section C"});
  CHECK(with("In Part II (exempt) of the agenda for meetings.").references() ==
        Lines{"Part II (exempt) of the agenda -> Part II (exempt) of the agenda"});
  CHECK(
      with("See paragraph 4 of the Planning Code of Good Practice.").references() ==
      Lines{"paragraph 4 of the Planning Code of Good Practice -> paragraph 4 of the Planning Code "
            "of Good Practice"});
  CHECK(with("This is no part 4 of it.").references().empty());
}

TEST_CASE("an appendix of the text itself is internal") {
  const Checked text("## 1. S\n\n1.1 See Appendix A.\n\n## Appendix A: Form\n\nWords.\n");
  CHECK(text.references() == Lines{"Appendix A -> #appendix-a"});
}

TEST_CASE("a footnote of the text is internal") {
  const Checked text("## 1. S\n\n1.1 One[^4]. See footnote 4.\n\n[^4]: Note.\n");
  CHECK(text.references() == Lines{"footnote 4 -> #fn4"});
}

TEST_CASE("numbers in a quotation are those of the quoted text") {
  const Checked text("## 1. S\n\n1.1 It says:\n\n> See paragraph 9.\n");
  CHECK(text.references() == Lines{"paragraph 9 -> paragraph 9"});
  CHECK(found_wrong(text) == 0);
}

TEST_CASE("a bare letter is looked for beside the clause that cites it") {
  const Checked text(
      "## 1. S\n\n1.1 L:\n\n- (a) x\n- (b) see sub-paragraph (a) above\n\n1.2 L:\n\n- (a) y\n"
      "- (b) see paragraph (a)\n");
  CHECK(text.references() == Lines{"sub-paragraph (a) above -> #1.1.a", "paragraph (a) -> #1.2.a"});
  const Checked unnumbered(
      "## One\n\nL:\n\n- (a) x\n- (b) see paragraph (a)\n\n## Two\n\nL:\n\n- (a) y\n");
  CHECK(unnumbered.references() == Lines{"paragraph (a) -> #one.p1.a"});
}

TEST_CASE("a single number is looked for below a lettered section too") {
  const Checked text("## A. Part\n\n### 1. One\n\n### 2. Two\n\nSee paragraph 1.\n");
  CHECK(text.references() == Lines{"paragraph 1 -> #A.1"});
}

TEST_CASE("words behind a citation name another owner") {
  for (const std::string words : {"of the former Constitution",
                                  "of the Council’s current Constitution",
                                  "of a job description",
                                  "of the by-laws",
                                  "of the Nolan Principles",
                                  "of Circular 1/2012",
                                  "of that agreement",
                                  "of the attached scheme",
                                  "of the 2015 Protocol",
                                  "of the Protocol on Gifts",
                                  "of the Council’s Protocol",
                                  "in the Members’ Handbook",
                                  "in its terms of reference",
                                  "under the Members’ Allowances Scheme",
                                  "from the Whistleblowing Policy",
                                  "as set out in the Planning Code",
                                  "(attendance) of the Audit Charter",
                                  "of Annex B to the report",
                                  "of each contract",
                                  "on page 4 of the report"}) {
    CAPTURE(words);
    const auto text = with("See paragraph 5.3 " + words + ".");
    REQUIRE_FALSE(text->references().empty());
    CHECK(text->references()[0].kind == passes::ReferenceKind::external);
    CHECK(text->references()[0].text.starts_with("paragraph 5.3"));
    CHECK(found_wrong(text) == 0);
  }
}

TEST_CASE("a document that stands at once before a citation owns it") {
  for (const std::string words :
       {"the Constitution, ", "the Employee Code of Conduct (", "Financial Procedure Rules, ",
        "the Members’ Handbook at ", "the report’s ", "the agenda, ", "Contract Procedure Rules ",
        "the Committee’s terms of reference: ", "the former ", "its "}) {
    CAPTURE(words);
    const auto text = with("See " + words + "paragraph 5.3.");
    const auto& last = text->references().back();
    CHECK(last.kind == passes::ReferenceKind::external);
    CHECK(last.text == "paragraph 5.3");
    CHECK(found_wrong(text) == 0);
  }
}

TEST_CASE("what only looks like an owner takes nothing away") {
  for (const std::string words :
       {"paragraph 5.3 in writing", "paragraph 5.3 in order to know", "paragraph 5.3 to that end",
        "the Constitution and paragraph 5.3", "this Protocol’s paragraph 5.3",
        "this Protocol, paragraph 5.3", "paragraph 5.3 of the Member Officer Protocol",
        "paragraph 5.3 hereof", "paragraph 5.3 (and the Constitution)",
        "the Constitution. Paragraph 5.3"}) {
    CAPTURE(words);
    const auto text = with("See " + words + ".");
    const auto internal = std::ranges::count(text->references(), passes::ReferenceKind::internal,
                                             &passes::Reference::kind);
    CHECK(internal == 1);
    CHECK(found_wrong(text) == 0);
  }
}

TEST_CASE("REF010: what may be another document's is left without a link, and told") {
  const auto text = with("Follow the procedure (paragraph 5.3).");
  CHECK(text->references().back().kind == passes::ReferenceKind::external);
  CHECK(text.about(Code::REF010) == "paragraph 5.3");
  CHECK(with("See paragraph 5.3 of this code.").count(Code::REF010) == 1);
  CHECK(with("See section 5 and Schedule 2 to the Localism Act 2011.").about(Code::REF010) ==
        "section 5");
}

TEST_CASE("the owner of a list owns every member of it") {
  const auto text = with("Sections 3(1), 4 and 5 to 6 of the previous Constitution have gone.");
  for (const auto& each : text->references()) CHECK(each.kind == passes::ReferenceKind::external);
  CHECK(found_wrong(text) == 0);
}

TEST_CASE("a larger place that the text does not have takes the smaller ones with it") {
  CHECK(with("See Part 3, Section 2, paragraph 5.3.").references() ==
        Lines{"Part 3, Section 2, paragraph 5.3 -> Part 3, Section 2, paragraph 5.3"});
  CHECK(with("See Part 4 Section B para 7 of the Constitution.").references() ==
        Lines{"Part 4 Section B para 7 of the Constitution -> Part 4 Section B para 7 of the "
              "Constitution"});
  CHECK(with("See Appendix C (paragraph 5.3).").references() ==
        Lines{"Appendix C (paragraph 5.3 -> Appendix C (paragraph 5.3"});
}

TEST_CASE("a larger place of the text itself says where a number is looked for") {
  CHECK(with("See section 5, paragraph 5.3; also paragraph 5.4 of section 5.").references() ==
        Lines{"section 5 -> #5", "paragraph 5.3 -> #5.3", "paragraph 5.4 of section 5 -> #5.4"});
  CHECK(with("See clause 3.1 sub-paragraph (b).").references() ==
        Lines{"clause 3.1 -> #3.1", "sub-paragraph (b) -> #3.1.b"});
  CHECK(with("See section 5, paragraph 5.3 and paragraph 3.1.").references() ==
        Lines{"section 5 -> #5", "paragraph 5.3 -> #5.3", "paragraph 3.1 -> #3.1"});
  CHECK(with("See section 5, paragraph 3.1.").references() ==
        Lines{"section 5 -> #5", "paragraph 3.1 -> #3.1"});
}

TEST_CASE("a letter stands in for the last of its kind") {
  const Checked text(
      "## 1. S\n\n1.1 L:\n\n- (a) x:\n  - (i) y;\n  - (ii) z;\n- (b) x.\n\n"
      "1.2 See 1.1(a)(i) above and paragraph 1.1(a)(i), (ii) or (b).\n");
  CHECK(text.references() == Lines{"1.1(a)(i) above -> #1.1.a.i", "paragraph 1.1(a)(i) -> #1.1.a.i",
                                   "(ii) -> #1.1.a.ii", "(b) -> #1.1.b"});
}

TEST_CASE("a noun that is said again goes on with the list") {
  CHECK(with("See section 5 to section 7.").references().size() == 3);
  CHECK(with("See paragraph(s) 5.1 and paragraph 5.2.").references() ==
        Lines{"paragraph(s) 5.1 -> #5.1", "paragraph 5.2 -> #5.2"});
}

TEST_CASE("letters that a sentence counts are no clauses, and not missed") {
  const Checked text(
      "## 1. S\n\n1.1 Officers (a) advise and (b) report.\n\n1.2 See paragraph 1.1(b).\n");
  CHECK(text.references() == Lines{"paragraph 1.1(b) -> #1.1"});
  CHECK(found_wrong(text) == 0);
}

TEST_CASE("numbers inside a quotation are those of what is quoted") {
  CHECK(found_wrong(with("For “paragraph 9.1” write “paragraph 9.2”.")) == 0);
}

TEST_CASE("a heading that begins with a number names itself") {
  const Checked text("# SECTION 15 – PROTOCOL\n\n## 1. S\n\n1.1 x.\n");
  CHECK(text.references().empty());
}

TEST_CASE("a number alone is a reference where it says above or below") {
  CHECK(with("As 5.3 below says.").references() == Lines{"5.3 below -> #5.3"});
  CHECK(with("As 15.3 below says.").count(Code::REF001) == 1);
  CHECK(with("Five or 5 below, at 5.3 or less.").references().empty());
}

TEST_CASE("a section is never a paragraph that ends with its number") {
  const auto text = with("See section 2 below, paragraph 2 and section 1.");
  CHECK(text.count(Code::REF001) == 3);
  CHECK(text.references() ==
        Lines{"section 2 below -> nowhere", "paragraph 2 -> nowhere", "section 1 -> nowhere"});
}

TEST_CASE("where numbers start again in each part the nearest is meant") {
  const Checked text(
      "## Part A\n\n### 1. S\n\n1.1 See paragraph 1.2, then paragraph 1.1 of Part B.\n\n1.2 x.\n\n"
      "## Part B\n\n### 1. S\n\n1.1 See paragraph 1.2.\n\n1.2 x.\n");
  const auto& clauses = text->graph();
  std::vector<std::size_t> places;
  for (const auto& each : text->references()) places.push_back(graph::index(each.to.value()));
  CHECK(places == std::vector<std::size_t>{3, 6, 7});
  CHECK(clauses.clauses[6].number.label == "1.1");
  CHECK(text.count(Code::REF004) == 0);
}

TEST_CASE("REF011: number and title that disagree") {
  CHECK(with("See section 5 (Sixth).").about(Code::REF011) == "Sixth");
  CHECK(with("See section 5 (Officers).").message(Code::REF011) ==
        "\"5\" is called \"Fifth\", not \"Officers\"");
  for (const std::string good : {"(Fifth)", "(The fifth of them)", "(as amended)", "(1)"})
    CHECK(with("See section 5 " + good + ".").count(Code::REF011) == 0);
}

TEST_CASE("sic accepts every finding about a reference") {
  const auto text = with(
      "See paragraph 9.7, section 5 (Sixth) and paragraph 5.3 above. "
      "{sic=\"the printed text says so\"}");
  CHECK(found_wrong(text) == 0);
  CHECK(with("See paragraph 9.7. {sic=\"as printed\"}").count(Code::NUM007) == 0);
  CHECK(with("See paragraph 5.3. {sic=\"as printed\"}").count(Code::NUM007) == 1);
}

TEST_CASE("REF001: a number that is not there, with what is near") {
  const auto text = with("See paragraph 5.8 below.");
  CHECK(text.references() == Lines{"paragraph 5.8 below -> nowhere"});
  REQUIRE(text.count(Code::REF001) == 1);
  CHECK(text.about(Code::REF001) == "paragraph 5.8 below");
  const auto& notes = text.all(Code::REF001)[0]->notes;
  REQUIRE_FALSE(notes.empty());
  CHECK(notes[0].text.starts_with("did you mean \"5."));

  CHECK(with("See section 17.").count(Code::REF001) == 1);
  const auto range = with("See sections 6 to 9.");
  CHECK(range.references() == Lines{"sections 6 to 9 -> #6", "sections 6 to 9 -> #7"});
  CHECK(range.count(Code::REF001) == 1);
  CHECK(range.message(Code::REF001) ==
        "\"sections 6 to 9\" covers \"8\" to \"9\", which this protocol does not have");
  CHECK(with("See sections 20 to 21.").references() == Lines{"sections 20 to 21 -> nowhere"});
}

TEST_CASE("REF001: a link to nowhere") {
  const auto text = with("See [there](#3.1.f).");
  CHECK(text.references() == Lines{"there -> nowhere"});
  CHECK(text.message(Code::REF001) ==
        "the link leads to \"#3.1.f\", which this protocol does not have");
}

TEST_CASE("REF002: a link's text gives the number of its target, and the fix writes it") {
  const auto text = with("See [paragraph 5.2](#5.3).");
  CHECK(text.references() == Lines{"paragraph 5.2 -> #5.3"});
  CHECK(text.about(Code::REF002) == "5.2");
  CHECK(text.fixed(Code::REF002).find("[paragraph 5.3](#5.3)") != std::string::npos);
  CHECK(text.all(Code::REF002)[0]->fixes[0].safe);
  CHECK(with("See [paragraph 5.3](#5.3), [5.4](#5.4), [the fifth](#5).").count(Code::REF002) == 0);
  CHECK(with("See [](#5.3).").references() == Lines{" -> #5.3"});
}

TEST_CASE("REF002: another's number in a link is not the target's") {
  for (const std::string words :
       {"Section 5 of the Localism Act 2011", "Section 5 Localism Act 2011", "s.5 LGHA 1989",
        "Localism Act 2011, section 5", "paragraph 5.2 of the Code of Conduct",
        "the Constitution, paragraph 5.2", "section 5 of that Act"})
    CHECK(with("See [" + words + "](#5.3).").count(Code::REF002) == 0);
  const auto more = with("See [paragraph 5.2 on advice](#5.3).");
  REQUIRE(more.count(Code::REF002) == 1);
  CHECK_FALSE(more.all(Code::REF002)[0]->fixes[0].safe);
}

TEST_CASE("REF003: above that is below, and the reverse") {
  const auto text = with("See paragraph 5.3 above.");
  CHECK(text.about(Code::REF003) == "above");
  CHECK(text.message(Code::REF003) == "\"5.3\" is below, not above");
  CHECK(text.fixed(Code::REF003).find("paragraph 5.3 below.") != std::string::npos);
  CHECK_FALSE(text.all(Code::REF003)[0]->fixes[0].safe);
  CHECK(with("See paragraph 3.1 (below).").count(Code::REF003) == 1);
  CHECK(with("See paragraph 4 above.").count(Code::REF003) == 0);
}

TEST_CASE("REF003: a footnote is read where its mark stands") {
  const Checked text("## 1. S\n\n1.1 One[^1].\n\n1.2 Two.\n\n[^1]: See paragraph 1.2 below.\n");
  CHECK(text.count(Code::REF003) == 0);
}

TEST_CASE("REF004: a number that several clauses have") {
  const Checked text("## 2. S\n\n2.1 See paragraph 2.3.\n\n2.2 x.\n\n2.3 One.\n\n2.3 Two.\n");
  CHECK(text.references() == Lines{"paragraph 2.3 -> #2.3"});
  CHECK(text.message(Code::REF004) == "\"paragraph 2.3\" could mean 2 clauses");
  REQUIRE(text.all(Code::REF004)[0]->notes.size() == 2);
  CHECK(text.all(Code::REF004)[0]->notes[1].text == "it could be this one, \"#2.3-2\"");
}

TEST_CASE("REF005: the part of a path that exists") {
  const auto text = with("See paragraph 3.1(g) above.");
  CHECK(text.references() == Lines{"paragraph 3.1(g) above -> #3.1"});
  CHECK(text.message(Code::REF005) == "only part of \"paragraph 3.1(g) above\" exists: \"3.1\"");
  CHECK(with("See paragraph 3.9.").count(Code::REF005) == 0);
}

TEST_CASE("REF006: a clause that refers to itself") {
  const auto text = with("See paragraph 4.1.");
  CHECK(text.count(Code::REF006) == 1);
  CHECK(with("See section 4.").count(Code::REF006) == 0);
  CHECK(with("See section 4 above.").count(Code::REF006) == 1);
}

TEST_CASE("REF007: a circle of references") {
  const Checked text("## 1. S\n\n1.1 See paragraph 1.2.\n\n1.2 See paragraph 1.1.\n\n1.3 x.\n");
  CHECK(text.message(Code::REF007) == "clauses refer to one another in a circle: \"1.1\", \"1.2\"");
  CHECK(with("See paragraph 5.3.").count(Code::REF007) == 0);
}

TEST_CASE("links outside are external references, mail addresses are none") {
  const auto text = with(
      "See [the policy](https://example.org/policy), <https://example.org/>, "
      "<a@example.org>.");
  CHECK(text.references() ==
        Lines{"the policy -> the policy", "https://example.org/ -> https://example.org/"});
  CHECK(text->references()[0].uri == "https://example.org/policy");
}

TEST_CASE("other documents are external references by their names") {
  CHECK(with("See the Council’s Employee Code of Conduct and the Planning Code of Good Practice.")
            .references() ==
        Lines{"Employee Code of Conduct -> Employee Code of Conduct",
              "Planning Code of Good Practice -> Planning Code of Good Practice"});
  CHECK(
      with("The Members' and Employees' Codes of Conduct, the Council's Constitution.")
          .references() ==
      Lines{"Members' and Employees' Codes of Conduct -> Members' and Employees' Codes of Conduct",
            "Constitution -> Constitution"});
  CHECK(with("See the Council's Media Relations protocol.").references() ==
        Lines{"Media Relations protocol -> Media Relations protocol"});
  CHECK(with("See the Council's Media, and Social Media Protocols.").references() ==
        Lines{"Media, and Social Media Protocols -> Media, and Social Media Protocols"});
  CHECK(
      with("As per the Guidance for Decisions Made Under Delegated Authority.").references() ==
      Lines{"Guidance for Decisions Made Under Delegated Authority -> Guidance for Decisions Made "
            "Under Delegated Authority"});
  CHECK(with("Use the (Personal) Interests Register Form.").references() ==
        Lines{"(Personal) Interests Register Form -> (Personal) Interests Register Form"});
  CHECK(with("See the Council's standards protocol and scheme of delegation.").references() ==
        Lines{"standards protocol -> standards protocol"});
}

TEST_CASE("what is no document's name is no reference") {
  CHECK(with("This Protocol, the Protocol, the Code and those Codes.").references().empty());
  CHECK(with("The Standards and Conduct Committee, the Constitution and Joint Standards Committee.")
            .references()
            .empty());
  CHECK(with("To determine Council policy and the Council's policies and agreed procedures.")
            .references()
            .empty());
  CHECK(with("This Member Officer Protocol was adopted.").references().empty());
  CHECK(with("Officers of the Planning Service and the Elections Team.").references().empty());
}

TEST_CASE("references are sorted by clause and place, and do not overlap") {
  const auto text =
      with("See paragraph 5.3, the Employee Code of Conduct and s5 Localism Act 2011.");
  std::uint32_t end = 0;
  for (const auto& each : text->references()) {
    CHECK(each.range.begin >= end);
    end = each.range.end;
    CHECK(text.sources.text(each.span) == each.text);
  }
  CHECK(text->references().size() == 3);
}

TEST_CASE("referred_by lists each citing clause once") {
  const auto text = with("See paragraph 5.3 and again paragraph 5.3.");
  const auto target = text->graph().find("5.3").value();
  CHECK(text->referred_by(target) ==
        std::vector<graph::ClauseId>{text->graph().find("4.1").value()});
  CHECK(text->global_id(target) == "test#5.3");
}

TEST_CASE("the network holds what the passes found") {
  const auto text = with(
      "Members[^1] and s5 Localism Act 2011, paragraph 5.3, Appendix 14 of this Constitution.\n\n"
      "[^1]: The term Member means a councillor.");
  const auto& network = text->network();
  const auto from = network.find("test#4.1").value();
  const auto edge_to = [&](std::string_view id, graph::EdgeKind kind) {
    const auto to = network.find(id);
    const auto& edges = network.edges();
    return to && std::ranges::find(edges, graph::Edge{from, *to, kind}) != edges.end();
  };
  CHECK(edge_to("test#5.3", graph::EdgeKind::refers_to));
  CHECK(edge_to("test/external:appendix-14", graph::EdgeKind::refers_to));
  CHECK(edge_to("instrument:localism-act-2011", graph::EdgeKind::cites));
  CHECK(edge_to("role:member", graph::EdgeKind::uses));
  CHECK(edge_to("test/definition:member", graph::EdgeKind::uses));
  CHECK(edge_to("test#fn1", graph::EdgeKind::uses));
}

TEST_CASE("property: whatever clause is cited by its full number, the reference leads there") {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> sections(1, 5);
  std::uniform_int_distribution<int> clauses(1, 5);
  std::uniform_int_distribution<int> items(0, 4);
  for (int round = 0; round < 60; ++round) {
    std::string source;
    Lines numbers;
    const int last = sections(random);
    for (int s = 1; s <= last; ++s) {
      source += "## " + std::to_string(s) + ". Section\n\n";
      for (int c = 1, count = clauses(random); c <= count; ++c) {
        const std::string clause = std::to_string(s) + "." + std::to_string(c);
        source += clause + " Words:\n\n";
        numbers.push_back(clause);
        for (int i = 0, size = items(random); i < size; ++i) {
          const std::string letter(1, static_cast<char>('a' + i));
          source += "- (" + letter + ") words\n";
          numbers.push_back(clause + "(" + letter + ")");
        }
        source += "\n";
      }
    }
    source += "## 99. End\n\n";
    for (std::size_t i = 0; i < numbers.size(); ++i)
      source += "99." + std::to_string(i + 1) + " See paragraph " + numbers[i] + " above.\n\n";
    const Checked text(source);
    INFO(source);
    REQUIRE(text->references().size() == numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      REQUIRE(text->references()[i].to);
      REQUIRE((*text)[*text->references()[i].to].full_number == numbers[i]);
    }
    REQUIRE(found_wrong(text) == 0);
  }
}

TEST_CASE("Welsh citations, with their mutations") {
  const Checked text(
      "## 1. S\n\n1.1 Gweler paragraff 1.2 isod, paragraffau 1.2 a 1.3 ac adran 2.\n\n"
      "1.2 Yn unol â pharagraff 1.1, is-baragraff (b) o baragraff 2.1 a pharagraff 9.9 uchod.\n\n"
      "1.3 Gweler paragraff 1.2 o’r Cyfansoddiad a pharagraff 1.2 o’r Protocol hwn.\n\n"
      "## 2. T\n\n2.1 L:\n\n- (a) x;\n- (b) y.\n",
      "language: cy\n");
  CHECK(text.references() ==
        Lines{"paragraff 1.2 isod -> #1.2", "paragraffau 1.2 -> #1.2", "1.3 -> #1.3",
              "adran 2 -> #2", "pharagraff 1.1 -> #1.1",
              "is-baragraff (b) o baragraff 2.1 -> #2.1.b", "pharagraff 9.9 uchod -> nowhere",
              "paragraff 1.2 o’r Cyfansoddiad -> paragraff 1.2 o’r Cyfansoddiad",
              "pharagraff 1.2 o’r Protocol hwn -> #1.2"});
  CHECK(text.about(Code::REF001) == "pharagraff 9.9 uchod");
}
