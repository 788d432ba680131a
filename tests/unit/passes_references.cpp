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
                          Code::REF006, Code::REF007})
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
  CHECK(text.references() == Lines{"Appendix A -> #appendix-a-form"});
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
  CHECK(text.references() == Lines{"paragraph 1 -> #a.1"});
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
        "\"sections 6 to 9\" leads to clauses that this protocol does not have: \"8\" to \"9\"");
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

TEST_CASE("REF003: above that is below, and the reverse") {
  const auto text = with("See paragraph 5.3 above.");
  CHECK(text.about(Code::REF003) == "above");
  CHECK(text.message(Code::REF003) == "\"5.3\" stands below, not above");
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
  CHECK(text.message(Code::REF005) == "\"paragraph 3.1(g) above\" resolves only to \"3.1\"");
  CHECK(with("See paragraph 3.9.").count(Code::REF005) == 0);
}

TEST_CASE("REF006: a clause that refers to itself") {
  const auto text = with("See paragraph 4.1.");
  CHECK(text.count(Code::REF006) == 1);
  CHECK(with("See section 4.").count(Code::REF006) == 0);
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
