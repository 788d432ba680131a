#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "draft_text.h"
#include "view/redline.h"
#include "view/redline_words.h"
#include "view/tracked.h"

using namespace concord;
using test::Versions;

namespace {

const std::string advice = "Officers give impartial advice to every member who asks for it.";
const std::string respect = "Members treat officers with respect and courtesy at all times.";
const std::string papers = "Papers for a meeting are published five clear days before it.";
const std::string gifts = "Gifts worth more than fifty pounds are entered in the register.";

view::Redline redline(const Versions& versions, const view::RedlineOptions& options = {}) {
  return view::redline(versions.revision, *versions.before, *versions.after, options);
}

// One line a part: "#2 1.3 new", "1.2 moved to 1.4 (#3)", "2 unchanged: 1.1 to 1.2", "heading 1".
std::vector<std::string> parts(const view::Redline& redline) {
  std::vector<std::string> all;
  for (const view::RedlinePart& part : redline.parts) {
    if (!part.folded.empty()) {
      all.push_back(view::label_of_fold(part.folded, "en"));
    } else if (part.gap) {
      all.push_back(part.gap->label + " moved to " + part.gap->now + " (#" +
                    std::to_string(part.gap->change) + ")");
    } else if (part.clause->change == 0) {
      all.push_back("heading " + part.clause->number_after);
    } else {
      std::string line = "#" + std::to_string(part.clause->change) + " " + part.clause->label;
      for (const std::string& mark : part.clause->marks) line += " " + mark;
      all.push_back(line);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("what did not change is folded, and the heading of what did is shown") {
  const Versions versions(
      "1.1 " + advice + "\n\n1.2 " + respect + "\n\n## 2. Papers\n\n2.1 " + papers,
      "1.1 " + advice + "\n\n1.2 " + respect + "\n\n1.3 " + gifts + "\n\n## 2. Papers\n\n2.1 " +
          papers);
  CHECK(parts(redline(versions)) == test::Lines{"heading 1.", "2 unchanged: 1.1 to 1.2",
                                                "#1 1.3 new", "2 unchanged: section 2 to 2.1"});
}

TEST_CASE("a clause that went stands where it stood, and heads the list of changes there") {
  const Versions versions("1.1 " + advice + "\n\n1.2 " + gifts + "\n\n1.3 " + respect,
                          "1.1 " + advice + "\n\n1.2 " + respect);
  CHECK(parts(redline(versions)) == test::Lines{"heading 1.", "1 unchanged: 1.1", "#1 1.2 deleted",
                                                "1 unchanged: 1.3 \u2192 1.2 (1 renumbered)"});
  CHECK(parts(redline(versions, {.numbering = false})).back() == "1 unchanged: 1.2");
}

TEST_CASE("what moved stands in its new place and leaves a gap in its old one") {
  const Versions versions(
      "1.1 " + advice + "\n\n1.2 " + respect + "\n\n1.3 " + papers + "\n\n1.4 " + gifts,
      "1.1 " + advice + "\n\n1.2 " + papers + "\n\n1.3 " + gifts + "\n\n1.4 " + respect);
  const auto shown = parts(redline(versions));
  CHECK(shown == test::Lines{"heading 1.", "1 unchanged: 1.1", "1.2 moved to 1.4 (#1)",
                             "2 unchanged: 1.3 \u2192 1.2 to 1.4 \u2192 1.3 (2 renumbered)",
                             "#1 1.4 moved from 1.2"});
}

TEST_CASE("a footnote stands below the clause with its mark") {
  const Versions versions("1.1 " + advice + "\n\n1.2 " + respect,
                          "1.1 " + advice + "[^1]\n\n1.2 " + respect + "\n\n[^1]: In writing.");
  CHECK(parts(redline(versions)) == test::Lines{"heading 1.",
                                                "#1 1.1 footnote 1 added: \u201cIn writing.\u201d",
                                                "#2 footnote 1 new", "1 unchanged: 1.2"});
}

TEST_CASE("of marks alone it is told whether they are footnotes', and which") {
  const Versions versions(
      "1.1 " + advice + "[^1]\n\n1.2 " + respect + "[^2]\n\n[^1]: In writing.\n" +
          "[^2]: Everywhere.",
      "1.1 *Officers*" + advice.substr(8) + "\n\n1.2 " + respect + "[^1]\n\n[^1]: Everywhere.");
  CHECK(parts(redline(versions)) ==
        test::Lines{"heading 1.",
                    "#1 1.1 footnote 1 removed: \u201cIn writing.\u201d links or emphasis",
                    "#2 footnote 1 deleted", "#3 1.2 footnote 2 is now footnote 1",
                    "1 unchanged: footnote 1 (1 renumbered)"});
}

TEST_CASE("what was borrowed names its lender, and whether that has changed") {
  const Versions versions("1.1 " + advice,
                          "1.1 " + advice + "\n\n1.2 " + gifts + " {from=\"leeds@2019#4.7\"}");
  CHECK(parts(redline(versions)).back() == "#1 1.2 borrowed from leeds@2019#4.7");
  view::RedlineOptions options;
  options.loans["leeds@2019#4.7"] = {"Leeds City Council", "4.7 (adopted 2019)",
                                     "Leeds 4.7 (adopted 2019)", "changed there since"};
  CHECK(parts(redline(versions, options)).back() ==
        "#1 1.2 borrowed from Leeds 4.7 (adopted 2019), changed there since");
}

TEST_CASE("the effect of a definition is a sentence of its own") {
  const Versions versions("1.1 A party group asks officers for advice.",
                          "1.1 A party group asks officers for advice.\n\n1.2 In this protocol, "
                          "\u201cparty group\u201d "
                          "means a political group.\n\n1.3 In this protocol, \u201cclear day\u201d "
                          "means a working day.");
  std::vector<std::string> told;
  for (const view::RedlinePart& part : redline(versions).parts)
    if (part.clause)
      for (const view::RedlineEffect& each : part.clause->effects)
        told.push_back(each.says + "|" + each.before + "|" + each.after);
  CHECK(told ==
        test::Lines{"Defines \u201cparty group\u201d, used in 1 clause||",
                    "Defines \u201cclear day\u201d; no other clause has the term so written||"});
  CHECK(redline(versions).headline == "2 changes: 2 define a term");
}

TEST_CASE("the headline counts each change once, by its gravest effect") {
  const Versions versions(
      "1.1 Officers should give impartial advice.\n\n1.2 " + papers + "\n\n1.3 " + gifts,
      "1.1 Officers must give impartial advice.\n\n1.2 Papers for a meeting are put online five "
      "clear days before it.\n\n1.3 " +
          gifts + "\n\n1.4 Members must not accept cash.");
  CHECK(redline(versions).headline ==
        "3 changes: 1 strengthens a rule, 1 places a prohibition on Members, 1 rewords text");
  CHECK(redline(versions).changes == 3);
}

TEST_CASE("the headline says whom a rule binds or entitles that came or went") {
  const std::string rest = "1.1 " + papers + "\n\n1.2 The Chief Executive meets the officers.\n\n";
  const auto of = [&](const std::string& came) {
    return redline(Versions(rest, rest + came)).headline;
  };
  CHECK(of("1.3 Officers are entitled to see the file.") == "1 change: gives officers a right");
  CHECK(of("1.3 Officers must sign the book.\n\n1.4 The Chief Executive must close the session.\n\n"
           "1.5 Officers normally must write a note.") ==
        "3 changes: 2 place a duty on officers, 1 places a duty on the Chief Executive");
  CHECK(of("1.3 A letter must be answered by the Chief Executive.") ==
        "1 change: places a duty on the Chief Executive");
  CHECK(of("1.3 A letter must be sent to members by officers.") ==
        "1 change: places a duty on officers");
  CHECK(of("1.3 No officer may accept a gift.") == "1 change: adds a prohibition");
  CHECK(of("1.3 Members must be told of it.") == "1 change: adds a rule");
  CHECK(redline(Versions(rest + "1.3 Officers may see the file.\n\n1.4 " + gifts,
                         rest + "1.3 " + gifts))
            .headline == "1 change: removes a permission of officers");
}

TEST_CASE("where others are bound with it, no bearer is named alone") {
  const std::string rest = "1.1 " + papers + "\n\n";
  const auto of = [&](const std::string& came) {
    return redline(Versions(rest, rest + came)).headline;
  };
  CHECK(of("1.2 Members and officers must sign the book.") ==
        "1 change: places a duty on Members and officers");
  CHECK(of("1.2 Members, officers and the Chief Executive must sign the book.") ==
        "1 change: places a duty on Members, officers and the Chief Executive");
  CHECK(of("1.2 Members, officers and the caretaker must sign the book.") ==
        "1 change: adds a duty");
}

TEST_CASE("a change that strengthens one rule and weakens another is counted as neither") {
  const Versions versions("1.1 Members must sign. Officers may refuse.",
                          "1.1 Members may sign. Officers must refuse.");
  CHECK(redline(versions).headline == "1 change: changes a word of duty or permission");
}

TEST_CASE("a text against itself has no changes") {
  const Versions versions("1.1 " + advice, "1.1 " + advice);
  CHECK(redline(versions).headline == "No change of words");
  CHECK(redline(versions).remarks == test::Lines{"3 clauses are unchanged."});
  CHECK(parts(redline(versions)) == test::Lines{"2 unchanged: section 1 to 1.1"});
}

TEST_CASE("a reference that leads elsewhere says from where to where") {
  const Versions versions(
      "1.1 " + gifts + "\n\n1.2 As paragraph 1.1 says.\n\n1.3 As paragraph 1.4 says.\n\n1.4 " +
          respect,
      "1.1 " + papers + "\n\n1.2 " + gifts +
          "\n\n1.3 As paragraph 1.1 says.\n\n1.4 As paragraph 1.4 says.");
  const auto all = parts(redline(versions));
  CHECK(std::ranges::find(all,
                          "#2 1.2 \u2192 1.3 \u201cparagraph 1.1\u201d led to 1.1 (\u201cGifts "
                          "worth more than fifty pounds are \u2026\u201d) and now leads to 1.1 "
                          "(\u201cPapers for a meeting are published five \u2026\u201d)") !=
        all.end());
  CHECK(redline(versions).headline ==
        "4 changes: 2 have references that lead elsewhere, 1 adds text, 1 deletes text");
}

TEST_CASE("a table says how many rows came and went") {
  const std::string table = "1.1 The periods are:\n\n| Request | Days |\n|---|---|\n";
  const Versions versions(
      table + "| Letter | 10 |\n| Email | 5 |\n",
      table + "| Letter | 8 |\n| Email | 5 |\n| Petition | 30 |\n| Visit | 2 |\n");
  const auto all = parts(redline(versions));
  CHECK(all.back().ends_with("2 rows added"));
}

TEST_CASE("what surely changes no effect can be left out") {
  const Versions versions(
      "1.1 Officers should give impartial advice.\n\n1.2 Papers, minutes, and reports are kept.",
      "1.1 Officers must give impartial advice.\n\n1.2 Papers, minutes and reports are kept.");
  CHECK(parts(redline(versions)) ==
        test::Lines{"heading 1.", "#1 1.1", "#2 1.2 punctuation or spelling"});
  CHECK(parts(redline(versions, {.effects_only = true})) ==
        test::Lines{"heading 1.", "#1 1.1", "0 unchanged, 1 with other changes: 1.2"});
}

TEST_CASE(
    "a tracked change has the reason that the later version gives for it, not an earlier one's") {
  const Versions versions("1.1 " + advice + " {reason=\"A complaint in 2021\"}\n\n1.2 " + papers,
                          "1.1 Officers give advice. {reason=\"A complaint in 2021\"}\n\n1.2 " +
                              papers + " They are short. {reason=\"Members asked\"}");
  const view::Tracked tracked =
      view::tracked(versions.revision, *versions.before, *versions.after, "", {});
  std::string comments;
  for (const view::TrackedChange& change : tracked.changes) comments += change.comment + "\n";
  CHECK_THAT(comments, Catch::Contains("Reason: Members asked"));
  CHECK_THAT(comments, !Catch::Contains("2021"));
}

TEST_CASE("what is said of a change in a line begins with its only capital") {
  CHECK(view::in_a_line({"new", "Defines “party group”, used in 13 clauses"}) ==
        "New; defines “party group”, used in 13 clauses");
  CHECK(view::in_a_line({"Stronger rule"}) == "Stronger rule");
  CHECK(view::in_a_line({"moved from 7.2", "wording changed"}) ==
        "Moved from 7.2; wording changed");
  CHECK(view::in_a_line({"“Chair” again"}) == "“Chair” again");
  CHECK(view::in_a_line({}).empty());
}
