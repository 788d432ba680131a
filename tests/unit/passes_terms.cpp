#include <catch2/catch.hpp>

#include "passes_text.h"

using namespace concord;
using diag::Code;
using test::Checked;
using test::Lines;

namespace {

// "term: uses" for each definition.
Lines terms(const Checked& text) {
  Lines all;
  for (const auto& each : text->definitions())
    all.push_back(each.term + ": " + std::to_string(each.uses.size()));
  return all;
}

// "title = role" for each naming, in order.
Lines roles(const Checked& text) {
  Lines all;
  for (const auto& each : text->roles()) all.push_back(each.title + " = " + each.role);
  return all;
}

}  // namespace

TEST_CASE("terms are defined in quotation marks or bold, by words beside them") {
  CHECK(terms(Checked("## 1. S\n\n1.1 “Panel” means a body.\n\n1.2 The Panel and its Panels.\n")) ==
        Lines{"Panel: 2"});
  CHECK(terms(Checked("## 1. S\n\n1.1 **Panel** includes a body.\n\n1.2 The panel.\n")) ==
        Lines{"Panel: 0"});
  CHECK(terms(Checked("## 1. S\n\n1.1 Employees are referred to as “officers” throughout.\n\n"
                      "1.2 An Officer and officers’ views.\n")) == Lines{"officers: 2"});
  CHECK(terms(Checked("## 1. S\n\n1.1 The Local Government Act 1972 (“the Act”) applies.\n\n"
                      "1.2 The Act and the act.\n")) == Lines{"the Act: 1"});
  CHECK(terms(Checked("## 1. S\n\n1.1 The term “Council document” is broad and includes notes.\n\n"
                      "1.2 Any Council documents.\n")) == Lines{"Council document: 1"});
  CHECK(terms(Checked("## 1. S\n\n1.1 A “Court of Appeal” against “silent copies”.\n")).empty());
}

TEST_CASE("a footnote defines without marks") {
  const Checked text(
      "## 1. S\n\n1.1 Members[^1] of the Council[^2] and its Director[^5].\n\n1.2 A member, a "
      "Member.\n\n"
      "[^1]: Unless the context indicates otherwise, the terms Member and Members include "
      "others.\n\n"
      "[^2]: References to the term Council include the executive.\n\n"
      "[^5]: \"Director\" is defined by footnote 1 to Article 12 of the Constitution.\n");
  CHECK(terms(text) == Lines{"Member: 2", "Council: 1", "Director: 1"});
  CHECK(
      terms(Checked("## 1. S\n\n1.1 Members[^1].\n\n[^1]: Member includes co-opted members.\n")) ==
      Lines{"Member: 1"});
}

TEST_CASE("without marks a term is defined where the words leave no doubt") {
  CHECK(terms(Checked("## 1. S\n\n1.1 In this document Council refers to Exampleton Town "
                      "Council.\n\n1.2 The Council.\n")) == Lines{"Council: 1"});
  CHECK(terms(Checked("## 1. S\n\n1.1 The term Executive refers to the Mayor.\n\n1.2 The "
                      "Executive.\n")) == Lines{"Executive: 1"});
  CHECK(terms(Checked("## 1. S\n\n1.1 For Councillors (here called Members).\n\n1.2 "
                      "Members.\n")) == Lines{"Members: 1"});
  CHECK(terms(Checked("## 1. S\n\n1.1 For the purposes of this Code, Chief Officer means a "
                      "director.\n\n1.2 Chief Officers.\n")) == Lines{"Chief Officer: 1"});
  CHECK(terms(Checked("## 1. S\n\n1.1 The reference to ‘committee’ below covers working "
                      "groups.\n\n1.2 The committee.\n")) == Lines{"committee: 1"});
  CHECK(terms(Checked("## 1. S\n\n1.1 Openness means honesty. Officers include clerks. The "
                      "“Nolan principles” cover conduct.\n"))
            .empty());
}

TEST_CASE("terms are defined in lists and tables of definitions") {
  const Lines two{"Working Day: 1", "Ward Panel: 0"};
  CHECK(terms(Checked("## 1. Definitions\n\n1.1 In this Protocol:\n\n- Working Day means a "
                      "weekday;\n- Ward Panel: a panel of a ward.\n\n1.2 A Working Day.\n")) ==
        two);
  CHECK(terms(Checked("## 1. Definitions\n\n| Term | Meaning |\n|---|---|\n| Working Day | a "
                      "weekday |\n| “Ward Panel” | a panel |\n\n1.2 A Working Day.\n")) == two);
  CHECK(terms(Checked("## 1. Glossary\n\nWorking Day\n: a weekday\n\nWard Panel\n: a panel\n\n1.2 "
                      "A Working Day.\n")) == two);
  CHECK(
      terms(Checked("## 1. Principles\n\n1.1 In this section Members must show:\n\n- Openness: be "
                    "open.\n\n| Officer | Description |\n|---|---|\n| Clerk | writes |\n"))
          .empty());
}

TEST_CASE("a term may be written with its plural in brackets") {
  const Checked text(
      "## 1. S\n\n1.1 'Political Group(s)' means two Members.\n\n1.2 Political "
      "Groups.\n");
  CHECK(terms(text) == Lines{"Political Group(s): 1"});
}

TEST_CASE("a term with its article is used with it alone") {
  CHECK(
      terms(Checked("## 1. S\n\n1.1 The Local Government Act 1972 (“the Act”) applies.\n\n1.2 The "
                    "Act, an Act, the Localism Act.\n")) == Lines{"the Act: 1"});
}

TEST_CASE("a term used in small letters is used, and not linked") {
  const Checked text(
      "## 1. S\n\n1.1 “Senior Officer” means a director.\n\n1.2 A senior officer.\n");
  CHECK(text.count(Code::DEF002) == 0);
  CHECK(terms(text) == Lines{"Senior Officer: 0"});
  CHECK(terms(Checked("## 1. S\n\n1.1 “Council” means us.\n\n1.2 A council.\n")) ==
        Lines{"Council: 0"});
}

TEST_CASE("the capital with which an entry begins is none of the term's") {
  CHECK(terms(Checked("## 1. S\n\n1.1 “Working day” means a weekday.\n\n1.2 Within ten working "
                      "days. A Working Day.\n")) == Lines{"Working day: 2"});
}

TEST_CASE("references to a term say what it is") {
  CHECK(terms(Checked("## 1. S\n\n1.1 References to “the Panel” are to the Standards "
                      "Panel.\n\n1.2 The Panel.\n")) == Lines{"the Panel: 1"});
}

TEST_CASE("a term used beside its own definition is used") {
  CHECK(Checked("## 1. S\n\n1.1 “Panel” means a body. A Panel meets.\n").count(Code::DEF002) == 0);
  CHECK(Checked("## 1. S\n\n1.1 “Panel” means the Standards Panel.\n").count(Code::DEF002) == 1);
}

TEST_CASE("the words of others use no term") {
  CHECK(terms(Checked("## 1. S\n\n1.1 “Panel” means a body.\n\n> The Panel met.\n\n1.2 As he said: "
                      "“Every Panel has met today.” The “Panel”.\n")) == Lines{"Panel: 1"});
}

TEST_CASE("for one section a term may mean something else") {
  const Checked text(
      "## 1. A\n\n1.1 “Notice” means a letter.\n\n1.2 A Notice.\n\n## 2. B\n\n2.1 For the purposes "
      "of this section, “Notice” includes an email.\n\n2.2 A Notice. A Notice.\n\n## 3. C\n\n3.1 A "
      "Notice.\n");
  CHECK(text.count(Code::DEF003) == 0);
  CHECK(terms(text) == Lines{"Notice: 2", "Notice: 2"});
}

TEST_CASE("a term inside a longer title is not used there") {
  CHECK(terms(Checked("## 1. S\n\n1.1 Employees are known as “officers”.\n\n"
                      "1.2 The Monitoring Officer and an officer.\n")) == Lines{"officers: 1"});
}

TEST_CASE("DEF001: said to be defined, and is not") {
  const Checked text("## 1. S\n\n1.1 A Key Officer, as defined above, decides.\n");
  CHECK(text.about(Code::DEF001) == "Key Officer");
  CHECK(Checked("## 1. S\n\n1.1 “Key Officer” means x.\n\n1.2 A Key Officer, as defined above.\n")
            .count(Code::DEF001) == 0);
  CHECK(Checked("## 1. S\n\n1.1 A Key Officer as defined in the Localism Act 2011.\n")
            .count(Code::DEF001) == 0);
}

TEST_CASE("DEF002: defined and not used") {
  const Checked text("## 1. S\n\n1.1 “Panel” means a body.\n");
  CHECK(text.about(Code::DEF002) == "Panel");
}

TEST_CASE("DEF003: defined twice") {
  const Checked text("## 1. S\n\n1.1 “Panel” means one.\n\n1.2 “Panels” means two. A Panel.\n");
  CHECK(text.about(Code::DEF003) == "Panels");
  CHECK(text.all(Code::DEF003)[0]->notes.at(0).text == "first defined here");
}

TEST_CASE("roles are named by the longest of their words, and not by phrases that name none") {
  const Checked text(
      "## 1. S\n\n1.1 Members, the Monitoring Officer's deputy and members of the public pay "
      "council "
      "tax.\n");
  CHECK(roles(text) == Lines{"Member = member", "Monitoring Officer = monitoring-officer"});
}

TEST_CASE("front matter adds a council's own words, with their capitals") {
  const Checked text("## 1. S\n\n1.1 The Authority gives authority to the Town Manager.\n",
                     "roles:\n  council: [Authority]\n  chief-executive: [Town Manager]\n");
  CHECK(roles(text) == Lines{"Authority = council", "Town Manager = chief-executive"});
  CHECK(text.count(Code::ROL001) == 0);
}

TEST_CASE("ROL001: a title that the register lacks, once") {
  const Checked text(
      "## 1. S\n\n1.1 Ask the Appropriate Officer. The Appropriate Officer or an "
      "Officer decides. Any Officer may.\n");
  CHECK(text.count(Code::ROL001) == 1);
  CHECK(text.about(Code::ROL001) == "Appropriate Officer");
  const Checked unknown("## 1. S\n\n1.1 x.\n", "roles:\n  membre: [Member]\n");
  CHECK(unknown.message(Code::ROL001) ==
        "\"membre\" under \"roles:\" is not the id of a role in the register");
  CHECK(unknown.all(Code::ROL001)[0]->notes.at(0).text == "did you mean \"member\"?");
}

TEST_CASE("ROL002: one role by two titles") {
  const Checked text("## 1. S\n\n1.1 The Chief Executive or the Managing Director.\n");
  CHECK(
      text.message(Code::ROL002) ==
      "the role \"Chief Executive\" has 2 titles here: \"Chief Executive\", \"Managing Director\"");
  CHECK(Checked("## 1. S\n\n1.1 Members and councillors.\n").count(Code::ROL002) == 1);
  CHECK(Checked("## 1. S\n\n1.1 Members, and members of the Council.\n").count(Code::ROL002) == 0);
  CHECK(
      Checked("## 1. S\n\n1.1 Members and the Councillor Code of Conduct.\n").count(Code::ROL002) ==
      0);
}

TEST_CASE("ROL002: titles that the text itself says to be one") {
  for (const auto* words :
       {"Members (also known as councillors).", "The term Member means every councillor.",
        "Members, hereafter referred to as “Councillors”.", "Councillors (“Members”)."}) {
    INFO(words);
    CHECK(Checked("## 1. S\n\n1.1 " + std::string(words) + " Members and councillors.\n")
              .count(Code::ROL002) == 0);
  }
  CHECK(Checked("## 1. S\n\n1.1 Members meet. Councillors (also known as clerks).\n")
            .count(Code::ROL002) == 1);
}

TEST_CASE("ROL003: an elected Mayor beside a Leader of the Council") {
  auto registers = test::small_register();
  registers.roles.push_back(
      {"elected-mayor", "Elected Mayor", {"elected mayor"}, syntax::Side::member, {"executive"}});
  registers.roles.push_back(
      {"leader", "Leader", {"leader", "leader of the council"}, syntax::Side::member, {}});
  const auto count = [&](std::string_view words,
                         std::string_view more = "governance: executive\n") {
    return Checked("## 1. S\n\n1.1 " + std::string(words) + "\n", more, "", registers)
        .count(Code::ROL003);
  };
  CHECK(count("The Leader leads. The elected Mayor decides.") == 1);
  CHECK(count("The elected Mayor decides.") == 0);
  CHECK(count("The Leader or elected Mayor decides.") == 0);
  CHECK(count("The Leader leads. The elected Mayor decides.",
              "roles: {elected-mayor: [Elected Mayor]}\n") == 0);
}

TEST_CASE("ROL003: a title of another governance model") {
  const std::string words = "## 1. S\n\n1.1 The Cabinet decides.\n";
  const Checked text(words, "governance: committee\n");
  CHECK(text.message(Code::ROL003) ==
        "\"Cabinet\" is a title of executive governance, but `governance:` here is committee");
  CHECK(Checked(words, "governance: executive\n").count(Code::ROL003) == 0);
  CHECK(Checked(words).count(Code::ROL003) == 0);
  CHECK(Checked("## 1. S\n\n1.1 One styled “Cabinet”.\n\n> The Cabinet.\n", "governance: parish\n")
            .count(Code::ROL003) == 0);
}

TEST_CASE("a topic is given, inherited, or told by heading and words") {
  const Checked text(
      "# Title\n\n## 1. Introduction\n\n1.1 The press.\n\n## 2. Groups\n\n2.1 A party group.\n\n"
      "### 2.2 More\n\nWords.\n\n## 3. Anything {topic=media}\n\n3.1 Members can expect:\n\n- "
      "words.\n\n"
      "3.2 x[^1]. {topic=introduction}\n\n## 4. Zebra\n\n4.1 y.\n\n[^1]: Note.\n");
  const auto topic = [&](std::string_view key) { return text->topic(*text->graph().find(key)); };
  CHECK(topic("title").empty());
  CHECK(topic("1.1") == "introduction");
  CHECK(topic("2.1") == "party-groups");
  CHECK(topic("2.2.p1") == "party-groups");
  CHECK(topic("3") == "media");
  CHECK(topic("3.1.b1") == "expectations");
  CHECK(topic("3.2") == "introduction");
  CHECK(topic("fn1") == "introduction");
  CHECK(topic("4.1").empty());
}

TEST_CASE("SYN003: a topic that is not in the register") {
  const Checked text("## 1. S {topic=meda}\n\n1.1 x.\n");
  CHECK(text.message(Code::SYN003) == "topic \"meda\" is not in the register of topics");
  CHECK(text.all(Code::SYN003)[0]->notes.at(0).text == "did you mean \"media\"?");
}
