#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "draft/lineage.h"
#include "passes_text.h"

using namespace concord;
using draft::Descent;

namespace {

// A descent as "1.1 -> 1.1" with what became of it, by the identifiers of its clauses.
std::string line(const Descent& descent, const passes::Protocol& before,
                 const passes::Protocol& after) {
  const auto names = [](const std::vector<graph::ClauseId>& ids, const passes::Protocol& of) {
    std::string all;
    for (const graph::ClauseId id : ids) all += (all.empty() ? "" : " ") + of[id].key;
    return all;
  };
  std::string text = names(descent.before, before) + " -> " + names(descent.after, after);
  if (descent.renumbered) text += " renumbered";
  if (descent.moved) text += " moved";
  if (descent.one_to_one() && descent.wording == draft::Wording::words) text += " reworded";
  if (descent.wording == draft::Wording::punctuation) text += " punctuation";
  if (descent.ambiguous) text += " ambiguous";
  return text;
}

// What changed from one text to the other, a line each; the headings "# Protocol" and "## 1. A" are
// put above both.
std::vector<std::string> changes(const std::string& before, const std::string& after) {
  const std::string head = "# Protocol\n\n## 1. Conduct\n\n";
  const test::Checked one(head + before);
  const test::Checked other(head + after);
  std::vector<std::string> all;
  for (const Descent& each : draft::lineage(*one.protocol, *other.protocol))
    if (!each.unchanged()) all.push_back(line(each, *one.protocol, *other.protocol));
  return all;
}

using Lines = std::vector<std::string>;

const std::string advice = "Officers give impartial advice to every member who asks for it.";
const std::string respect = "Members treat officers with respect and courtesy at all times.";
const std::string papers = "Papers for a meeting are published five clear days before it.";
const std::string gifts = "Gifts worth more than fifty pounds are entered in the register.";

}  // namespace

TEST_CASE("a text has no changes against itself") {
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + respect, "1.1 " + advice + "\n\n1.2 " + respect)
            .empty());
}

TEST_CASE("a clause put in is new and those behind it are renumbered") {
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + respect,
                "1.1 " + advice + "\n\n1.2 " + gifts + "\n\n1.3 " + respect) ==
        Lines{" -> 1.2", "1.2 -> 1.3 renumbered"});
}

TEST_CASE("a clause taken out is deleted, where it stood") {
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + gifts + "\n\n1.3 " + respect,
                "1.1 " + advice + "\n\n1.2 " + respect) ==
        Lines{"1.2 -> ", "1.3 -> 1.2 renumbered"});
}

TEST_CASE("a clause that leaves its order has moved, and the others have not") {
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + respect + "\n\n1.3 " + papers + "\n\n1.4 " + gifts,
                "1.1 " + respect + "\n\n1.2 " + papers + "\n\n1.3 " + gifts + "\n\n1.4 " +
                    advice) == Lines{"1.2 -> 1.1 renumbered", "1.3 -> 1.2 renumbered",
                                     "1.4 -> 1.3 renumbered", "1.1 -> 1.4 renumbered moved"});
}

TEST_CASE("a clause that goes below another heading has moved") {
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + respect + "\n\n## 2. Papers\n\n2.1 " + papers,
                "1.1 " + advice + "\n\n## 2. Papers\n\n2.1 " + papers + "\n\n2.2 " + respect) ==
        Lines{"1.2 -> 2.2 renumbered moved"});
}

TEST_CASE("a clause is found again though half of its words changed") {
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + respect,
                "1.1 " + advice +
                    "\n\n1.2 Members treat staff with dignity and kindness at all "
                    "times.") == Lines{"1.2 -> 1.2 reworded"});
}

TEST_CASE("a clause that moved is found again though words changed") {
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + respect + "\n\n1.3 " + papers + "\n\n1.4 " + gifts,
                "1.1 " + respect + "\n\n1.2 " + papers + "\n\n1.3 " + gifts +
                    "\n\n1.4 Officers give impartial advice to every councillor who asks.") ==
        Lines{"1.2 -> 1.1 renumbered", "1.3 -> 1.2 renumbered", "1.4 -> 1.3 renumbered",
              "1.1 -> 1.4 renumbered moved reworded"});
}

TEST_CASE("a clause cut in two was split, and two made one were merged") {
  CHECK(changes("1.1 " + advice + " " + gifts, "1.1 " + advice + "\n\n1.2 " + gifts) ==
        Lines{"1.1 -> 1.1 1.2"});
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + gifts, "1.1 " + advice + " " + gifts) ==
        Lines{"1.1 1.2 -> 1.1"});
}

TEST_CASE("a split is seen though a part was reworded") {
  CHECK(changes("1.1 " + advice + " " + gifts,
                "1.1 " + advice +
                    "\n\n1.2 All gifts worth more than thirty pounds are entered in "
                    "the register.") == Lines{"1.1 -> 1.1 1.2"});
}

TEST_CASE("a heading goes with what stands below it") {
  CHECK(changes("1.1 " + advice + "\n\n## 2. Papers\n\n2.1 " + papers + "\n\n2.2 " + gifts,
                "1.1 " + advice + "\n\n## 2. Documents\n\n2.1 " + papers + "\n\n2.2 " + gifts) ==
        Lines{"2 -> 2 reworded"});
}

TEST_CASE("punctuation and quotation marks are no other words") {
  CHECK(changes("1.1 Members, and officers, see the \"Code\".",
                "1.1 Members and officers see the “Code”.") == Lines{"1.1 -> 1.1 punctuation"});
}

TEST_CASE("words that stand several times are told apart by their places") {
  const std::string unused = "Not used.";
  CHECK(changes("1.1 " + unused + "\n\n1.2 " + advice + "\n\n1.3 " + unused,
                "1.1 " + advice + "\n\n1.2 " + unused) ==
        Lines{"1.1 -> ", "1.2 -> 1.1 renumbered", "1.3 -> 1.2 renumbered"});
}

TEST_CASE("of two that are as like, neither is certain") {
  const std::string letters =
      "Officers answer letters of members within ten days of their receipt.";
  const auto within = [](const std::string& days) {
    return "Officers answer letters of members within " + days + " days of their receipt.";
  };
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + letters + "\n\n## 2. Papers\n\n2.1 " + papers +
                    "\n\n2.3 " + gifts + "\n\n2.5 " + respect,
                "1.1 " + advice + "\n\n## 2. Papers\n\n2.1 " + papers + "\n\n2.2 " +
                    within("five") + "\n\n2.3 " + gifts + "\n\n2.4 " + within("nine") + "\n\n2.5 " +
                    respect) == Lines{"1.2 -> 2.2 renumbered moved reworded ambiguous", " -> 2.4"});
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + letters,
                "1.1 " + advice + "\n\n1.2 " + within("nine")) == Lines{"1.2 -> 1.2 reworded"});
}

TEST_CASE("of several with the same words, some of which went, none is certain") {
  const std::string head = "# Protocol\n\n## 1. Conduct\n\n";
  const test::Checked before(head + gifts + "\n\n" + advice + "\n\n" + gifts + "\n\n" + papers);
  const test::Checked after(head + respect + "\n\n" + gifts + "\n\nAn end.");
  const auto all = draft::lineage(*before.protocol, *after.protocol);
  CHECK(std::count_if(all.begin(), all.end(), [](const auto& each) { return each.ambiguous; }) ==
        1);
  for (const std::string& each :
       changes("1.1 " + gifts + "\n\n1.2 " + advice + "\n\n1.3 " + gifts,
               "1.1 " + advice + "\n\n1.2 " + papers + "\n\n1.3 " + gifts))
    CHECK(each.find("ambiguous") == std::string::npos);  // the number tells
}

TEST_CASE("an identifier that the authors wrote says what a clause comes from") {
  CHECK(changes("1.1 " + advice + " {#help}\n\n1.2 " + respect,
                "1.1 " + respect + "\n\n1.2 Nothing of the kind. {#help}") ==
        Lines{"1.2 -> 1.1 renumbered", "help -> help renumbered moved reworded"});
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + respect,
                "1.1 " + respect + "\n\n1.2 Nothing of the kind. {#none formerly=1.1}") ==
        Lines{"1.2 -> 1.1 renumbered", "1.1 -> none renumbered moved reworded"});
}

TEST_CASE("what a text says of the version before it is history in the next") {
  const std::string second =
      "1.1 " + advice + "\n\n1.2 " + respect + "\n\n1.3 " + gifts + " {formerly=1.2}";
  CHECK(changes(second, second).empty());
  CHECK(changes(second, "1.1 " + advice + "\n\n1.2 " + respect +
                            "\n\n1.3 Gifts are refused. {formerly=1.2}") ==
        Lines{"1.3 -> 1.3 reworded"});
  // It may say the same of another clause anew.
  CHECK(changes(second, "1.1 " + advice + "\n\n1.2 " + papers + "\n\n1.3 " + gifts +
                            " {formerly=1.2}\n\n1.4 " + respect + " {formerly=1.2}") ==
        Lines{" -> 1.2", "1.2 -> 1.4 renumbered moved"});
}

TEST_CASE("a number alone proves nothing") {
  CHECK(changes("1.1 " + advice + "\n\n1.2 " + respect, "1.1 " + advice + "\n\n1.2 " + gifts) ==
        Lines{"1.2 -> ", " -> 1.2"});
}
