#include <catch2/catch.hpp>
#include <string>

#include "draft_text.h"

using namespace concord;
using draft::ChangeClass;
using draft::Piece;
using test::marked;
using test::Versions;

namespace {

std::string wording(const std::string& before, const std::string& after) {
  return marked(Versions("1.1 " + before, "1.1 " + after).change("1.1").pieces);
}

std::string effects(const std::string& before, const std::string& after) {
  const Versions versions("1.1 " + before, "1.1 " + after);
  std::string all;
  for (const draft::Effect& each : versions.change("1.1").effects)
    all += (all.empty() ? "" : "; ") + std::string(name_of(each.kind)) + ": " + each.before +
           " > " + each.after;
  return all;
}

std::string side(const std::vector<Piece>& pieces, Piece::Kind without) {
  std::string all;
  for (const Piece& piece : pieces)
    if (piece.kind != without) all += piece.text;
  return all;
}

}  // namespace

TEST_CASE("words that changed stand beside those that stayed") {
  CHECK(
      wording("Members should ask officers for advice.", "Members must ask officers for advice.") ==
      "Members [-should-]{+must+} ask officers for advice.");
  CHECK(wording("Papers are published five clear days before the meeting.",
                "Papers are published ten clear days before the meeting.") ==
        "Papers are published [-five-]{+ten+} clear days before the meeting.");
}

TEST_CASE("an amount and a date are exchanged whole") {
  CHECK(wording("Members may spend up to £500 a year.", "Members may spend up to £1,000 a year.") ==
        "Members may spend up to [-£500-]{+£1,000+} a year.");
  CHECK(wording("The fee is 5% of the cost.", "The fee is 10% of the cost.") ==
        "The fee is [-5%-]{+10%+} of the cost.");
  CHECK(wording("It begins on 3 May 2026 at noon.", "It begins on 4 May 2026 at noon.") ==
        "It begins on [-3 May 2026-]{+4 May 2026+} at noon.");
  CHECK(wording("It begins on 3 May 2026 at noon.", "It begins on 3 June 2026 at noon.") ==
        "It begins on [-3 May 2026-]{+3 June 2026+} at noon.");
  CHECK(wording("It begins in May 2026.", "It begins in May 2027.") ==
        "It begins in [-May 2026-]{+May 2027+}.");
  CHECK(wording("Under section 3 members may ask.", "Under section 4 members may ask.") ==
        "Under section [-3-]{+4+} members may ask.");
}

TEST_CASE("punctuation is a layer of its own, and the word beside it is kept") {
  CHECK(wording("Members, and officers, see the \"Code\".",
                "Members and officers see the \u201cCode\u201d.") ==
        "Members[s-,-] and officers[s-,-] see the [s-\"-]{s+\u201c+}Code[s-\"-]{s+\u201d+}.");
}

TEST_CASE("a sign that changed beside words that changed is part of that") {
  CHECK(wording("Members may see the papers.", "Members may see the papers, if they ask.") ==
        "Members may see the papers{+, if they ask+}.");
  CHECK(wording("Members may see the papers, if they ask.", "Members may see the papers.") ==
        "Members may see the papers[-, if they ask-].");
}

TEST_CASE("words hardly parted by some that stayed are shown as one change") {
  CHECK(
      wording("Officers give frank advice to members and to the press whenever it is asked for.",
              "Officers withhold all documents to strangers and to the press whenever it is asked "
              "for.") ==
      "Officers [-give frank advice to members-]{+withhold all documents to strangers+} and to "
      "the press whenever it is asked for.");
  CHECK(
      wording("Officers keep written records of advice to any member.",
              "Officers never give written advice to any member unless he asks for it first.") ==
      "Officers [-keep written records of-]{+never give written+} advice to any member{+ unless he "
      "asks for it first+}.");
}

TEST_CASE("another title for a role is no other wording") {
  const Versions versions("1.1 Members ask the Chief Executive for advice on staff.",
                          "1.1 Members ask the Managing Director for advice on staff.");
  CHECK(marked(versions.change("1.1").pieces) ==
        "Members ask the [t-Chief Executive-]{t+Managing Director+} for advice on staff.");
  CHECK(versions.change("1.1").kind == ChangeClass::housekeeping);
  CHECK(versions.change("1.1").effects.empty());
}

TEST_CASE("another title of one role, wherever it stood, is told once") {
  const std::string one = " gives advice to every member who asks for it.";
  const std::string other = " keeps the register of gifts up to date.";
  const Versions versions(
      "1.1 The Chief Executive" + one + "\n\n1.2 The Chief Executive" + other,
      "1.1 The Managing Director" + one + "\n\n1.2 The Managing Director" + other);
  REQUIRE(versions.revision.titles().size() == 1);
  const draft::TitleChange& title = versions.revision.titles().front();
  CHECK(title.before == "Chief Executive");
  CHECK(title.after == "Managing Director");
  CHECK(title.places == 2);
  CHECK(versions.change("1.2").kind == ChangeClass::housekeeping);
}

TEST_CASE("a title that stayed somewhere, or stood before, did not change throughout") {
  const std::string one = " gives advice to every member who asks for it.";
  const std::string other = " keeps the register of gifts up to date.";
  const auto titles = [&](const std::string& before, const std::string& after) {
    return Versions(
               "1.1 The Chief Executive" + one + "\n\n1.2 The Chief Executive" + other + before,
               "1.1 The Managing Director" + one + "\n\n1.2 The Managing Director" + other + after)
        .revision.titles()
        .size();
  };
  CHECK(titles("", "") == 1);
  const std::string third = "\n\n1.3 The Chief Executive reports to the council each year.";
  CHECK(titles(third, third) == 0);
  const std::string managing = "\n\n1.3 The Managing Director reports to the council each year.";
  CHECK(titles(managing, managing) == 0);
}

TEST_CASE("another role is no other title, though it stands in the place of one throughout") {
  const std::string one = " gives advice to every member who asks for it.";
  const std::string other = " keeps the register of gifts up to date.";
  const Versions versions(
      "1.1 The Monitoring Officer" + one + "\n\n1.2 The Monitoring Officer" + other,
      "1.1 The Chief Finance Officer" + one + "\n\n1.2 The Chief Finance Officer" + other);
  CHECK(versions.revision.titles().empty());
  CHECK(versions.change("1.1").kind == ChangeClass::effect);
  REQUIRE(versions.change("1.1").effects.size() == 1);
  CHECK(versions.change("1.1").effects.front() ==
        draft::Effect{draft::EffectKind::actor, "Monitoring Officer", "Chief Finance Officer"});
}

TEST_CASE("a reference that follows its target is consequential; one that does not is not") {
  const std::string advice = "Officers give impartial advice to every member who asks for it.";
  const std::string gifts = "Gifts worth more than fifty pounds are entered in the register.";
  const std::string papers = "Papers for a meeting are published five clear days before it.";
  const Versions follows("1.1 " + advice + "\n\n1.2 " + gifts + "\n\n1.3 As paragraph 1.2 says.",
                         "1.1 " + advice + "\n\n1.2 " + papers + "\n\n1.3 " + gifts +
                             "\n\n1.4 As paragraph 1.3 says.");
  CHECK(marked(follows.change("1.4").pieces) == "As paragraph [r-1.2-]{r+1.3+} says.");
  CHECK(follows.change("1.4").kind == ChangeClass::housekeeping);
  const Versions other("1.1 " + advice + "\n\n1.2 " + gifts + "\n\n1.3 As paragraph 1.2 says.",
                       "1.1 " + advice + "\n\n1.2 " + gifts + "\n\n1.3 As paragraph 1.1 says.");
  CHECK(marked(other.change("1.3").pieces) == "As paragraph [-1.2-]{+1.1+} says.");
  CHECK(other.change("1.3").kind == ChangeClass::wording);
}

TEST_CASE("what words do is told where they show it") {
  CHECK(effects("Members should treat officers with respect.",
                "Members must treat officers with respect.") == "stronger: should > must");
  CHECK(effects("Officers must give members notice.", "Officers may give members notice.") ==
        "weaker: must > may");
  CHECK(effects("Officers will give members notice.", "Officers must give members notice.") ==
        "modality: will > must");
  CHECK(effects("The list is kept for five years by the council.",
                "The list is kept for ten years by the council.")
            .starts_with("limit: "));
  CHECK(effects("Officers will decide on the action to be taken.",
                "Officers will decide within 20 working days on the action to be taken.") ==
        "limit:  > within 20 working days");
  CHECK(effects("Members may spend up to £500.", "Members may spend up to £1,000.") ==
        "limit: £500 > £1,000");
  CHECK(effects("Members may see the papers of a committee.",
                "Members may see the papers of a committee unless the council objects.")
            .starts_with("condition-added: "));
}

TEST_CASE("of which modal is the stronger nothing is said where more than the modal decides") {
  CHECK(effects("No member shall enter the offices.", "No member may enter the offices.") ==
        "modality: shall > may");
  CHECK(effects("Officers should help, and members must ask.",
                "Officers must help, and members may ask.") ==
        "stronger: should > must; weaker: must > may");
}

TEST_CASE("the same words that lead elsewhere did not stay as they were") {
  const std::string advice = "Officers give impartial advice to every member who asks for it.";
  const std::string gifts = "Gifts worth more than fifty pounds are entered in the register.";
  const std::string papers = "Papers for a meeting are published five clear days before it.";
  const Versions versions("1.1 " + advice + "\n\n1.2 " + gifts + "\n\n1.3 As paragraph 1.2 says.",
                          "1.1 " + advice + "\n\n1.2 " + papers + "\n\n1.3 " + gifts +
                              "\n\n1.4 As paragraph 1.2 says.");
  CHECK(versions.change("1.4").redirected);
  CHECK(versions.change("1.4").kind == ChangeClass::effect);
  CHECK(!versions.change("1.3").redirected);
}

TEST_CASE("a clause that changed beside a reference that leads elsewhere is no housekeeping") {
  const std::string gifts = "Gifts worth more than fifty pounds are entered in the register.";
  const std::string papers = "Papers for a meeting are published five clear days before it.";
  const Versions versions(
      "1.1 " + gifts + "\n\n1.2 The Monitoring Officer, acts on paragraph 1.1 in the year.",
      "1.1 " + papers + "\n\n1.2 " + gifts +
          "\n\n1.3 The Monitoring Officer acts on paragraph 1.1 in the year.");
  const draft::Change& change = versions.change("1.3");
  CHECK(change.redirected);
  CHECK(change.kind == ChangeClass::effect);
  REQUIRE(change.redirections.size() == 1);
  CHECK(change.redirections[0].words == "paragraph 1.1");
  CHECK((*versions.before)[change.redirections[0].before].words().text == gifts);
  CHECK((*versions.after)[change.redirections[0].after.value()].words().text == papers);
}

TEST_CASE("other words without an effect that shows are other words") {
  CHECK(effects("Papers are printed on white sheets for meetings of the council.",
                "Papers are printed on yellow sheets for meetings of the council.")
            .empty());
  CHECK(
      effects("Officers must give members notice.", "Officers shall give members notice.").empty());
}

TEST_CASE("a clause that came says what it lays down, in a main clause alone") {
  const std::string rest = "1.1 Papers for a meeting are published five clear days before it.";
  const auto added = [&](const std::string& text) {
    const Versions versions(rest, rest + "\n\n1.2 " + text);
    std::string all;
    for (const draft::Effect& each : versions.change("1.2").effects)
      all += (all.empty() ? "" : "; ") + std::string(name_of(each.kind)) + ": " + each.after;
    return all;
  };
  CHECK(added("Officers must keep a list of gifts.") == "new-duty: Officers must");
  CHECK(added("Members must not sign it.") == "new-prohibition: Members must not");
  CHECK(added("Officers cannot sign it.") == "new-prohibition: Officers cannot");
  CHECK(added("Where a gift is lost, the Monitoring Officer may buy another.") ==
        "new-permission: Monitoring Officer may");
  CHECK(added("Gifts that officers must return are listed.").empty());
  CHECK(added("Gifts are listed if officers must return them.").empty());
  CHECK(added("No officer may accept a gift.") == "new-prohibition: No officer may");
  CHECK(added("Further advice for members can be found on the website.").empty());
  CHECK(added("Members and officers must be polite.") == "new-duty: Members and officers must");
}

TEST_CASE("a clause that went says what it laid down") {
  const std::string rest = "1.1 Papers for a meeting are published five clear days before it.";
  const Versions versions(rest + "\n\n1.2 Officers must keep a list of gifts.", rest);
  REQUIRE(versions.change("1.2").effects.size() == 1);
  CHECK(versions.change("1.2").effects.front() ==
        draft::Effect{.kind = draft::EffectKind::lost_duty,
                      .before = "Officers must",
                      .after = "",
                      .bearer = "Officers"});
}

namespace {

const std::string briefing = "Officers brief a party group where it asks them to.";
const std::string group = "In this protocol, \u201cparty group\u201d means a political group.";
const std::string asking = "Members of a party group ask officers for papers.";

// "definition: party group > party group, 2 clauses", of the clause of that identifier.
std::string meanings(const std::string& before, const std::string& after, std::string_view key) {
  const Versions versions(before, after);
  std::string all;
  for (const draft::Effect& each : versions.change(key).effects)
    if (draft::is_definition(each))
      all += std::string(name_of(each.kind)) + ": " + each.before + " > " + each.after + ", " +
             std::to_string(each.clauses) + " clauses";
  return all;
}

}  // namespace

TEST_CASE("a definition that came or went says which term, and how many clauses use it") {
  const std::string uses = "1.1 " + briefing + "\n\n1.2 " + asking;
  CHECK(meanings(uses, uses + "\n\n1.3 " + group, "1.3") ==
        "new-definition:  > party group, 2 clauses");
  CHECK(meanings(uses + "\n\n1.3 " + group, uses, "1.3") ==
        "lost-definition: party group > , 2 clauses");
  CHECK(meanings("1.1 " + briefing + "\n\n1.2 " + asking + "\n\n1.3 " + group, "1.1 " + briefing,
                 "1.3") == "lost-definition: party group > , 1 clauses");
}

TEST_CASE("a term means something else where the words of its definition do") {
  const std::string uses = "1.1 " + briefing + "\n\n1.2 " + asking + "\n\n1.3 ";
  const std::string rest = " It meets before each council.";
  const auto changed = [&](const std::string& then, const std::string& now) {
    return meanings(uses + then, uses + now, "1.3");
  };
  const std::string wider = "In this protocol, \u201cparty group\u201d means any group of members.";
  CHECK(changed(group, wider) == "definition: party group > party group, 2 clauses");
  CHECK(changed(group + rest, group + " It meets before each committee.").empty());
  CHECK(changed(group, group + rest).empty());
  CHECK(changed(group, "In this protocol \"party group\" means a political group.").empty());
  CHECK(meanings(uses + group, "1.1 " + group + "\n\n1.2 " + briefing + "\n\n1.3 " + asking, "1.1")
            .empty());
}

TEST_CASE("a definition in a table says something else where its own row does") {
  const std::string head = "| Term | Meaning |\n|---|---|\n| **Party group** | ";
  const auto table = [&](const std::string& meaning, const std::string& other) {
    return "1.1 The Party group meets.\n\n1.2 In this protocol these terms have these "
           "meanings:\n\n" +
           head + meaning + " |\n| **Clear day** | " + other + " |\n";
  };
  const auto told = [&](const std::string& then, const std::string& now) {
    return meanings(then, now, "1.2.t1");
  };
  CHECK(told(table("a political group", "a day"), table("any group", "a day")) ==
        "definition: Party group > Party group, 1 clauses");
  CHECK(told(table("a political group", "a day"), table("a political group", "a working day")) ==
        "definition: Clear day > Clear day, 0 clauses");
}

TEST_CASE("the footnotes whose marks came and went are those of the clause") {
  const std::string rest = "\n\n1.2 Papers are published five clear days before the meeting.";
  const Versions versions(
      "1.1 Officers give advice.[^1]" + rest + "[^2]\n\n[^1]: In writing.\n[^2]: Online.\n",
      "1.1 Officers give advice." + rest + "[^2][^3]\n\n[^2]: Online.\n[^3]: On paper too.\n");
  const draft::Change& first = versions.change("1.1");
  REQUIRE(first.notes_removed.size() == 1);
  CHECK((*versions.before)[first.notes_removed.front()].key == "fn1");
  CHECK(first.notes_added.empty());
  const draft::Change& second = versions.change("1.2");
  REQUIRE(second.notes_added.size() == 1);
  CHECK((*versions.after)[second.notes_added.front()].key == "fn3");
  CHECK(second.notes_removed.empty());
}

TEST_CASE("what was taken from another protocol is borrowed, with all that came with it") {
  const std::string rest = "1.1 Papers are published five clear days before the meeting.";
  const Versions versions(rest,
                          rest +
                              "\n\n1.2 Officers answer {from=\"leeds#4.7\"}\n\n    (a) letters; "
                              "and\n    (b) calls.\n\n1.3 Guests sign the visitors' book.");
  CHECK(draft::fate(versions.change("1.2")) == "borrowed");
  CHECK(versions.change("1.2.a").from == std::vector<std::string>{"leeds#4.7"});
  CHECK(draft::fate(versions.change("1.2.a")) == "borrowed");
  CHECK(draft::fate(versions.change("1.3")) == "new");
  CHECK(versions.change("1.3").from.empty());
}

TEST_CASE("the same words elsewhere, or in two clauses, are no other wording") {
  const std::string advice = "Officers give impartial advice to every member who asks for it.";
  const std::string gifts = "Gifts worth more than fifty pounds are entered in the register.";
  const Versions split("1.1 " + advice + " " + gifts, "1.1 " + advice + "\n\n1.2 " + gifts);
  CHECK(split.change("1.1").kind == ChangeClass::numbering);
  CHECK(marked(split.change("1.1").pieces) == advice + " {s+\u00b6 +}" + gifts);
  CHECK(&split.change("1.1") == &split.change("1.2"));
}

TEST_CASE("a table is told by row and cell") {
  const std::string head = "| Gift | Limit |\n|---|---|\n| Pens | five pounds |\n";
  const Versions versions(
      head + "| Books | ten pounds |\n| Meals | none |",
      head + "| Books | nine pounds |\n| Flowers | two pounds |\n| Meals | none |");
  const auto tables = versions.after->graph().clauses;
  const auto table = std::find_if(tables.begin(), tables.end(), [](const graph::Clause& clause) {
    return clause.kind == graph::Kind::table;
  });
  REQUIRE(table != tables.end());
  const auto& change = versions.revision.of_later(table->id).table;
  REQUIRE(change);
  std::vector<std::string> rows;
  for (const draft::RowChange& row : change->rows) {
    std::string line(name_of(row.fate));
    for (const auto& cell : row.cells) line += " | " + marked(cell);
    rows.push_back(line);
  }
  CHECK(rows == test::Lines{"kept | Pens | five pounds", "changed | Books | [-ten-]{+nine+} pounds",
                            "inserted | {+Flowers+} | {+two pounds+}", "kept | Meals | none"});
}

TEST_CASE("a column put into a table is told in each row") {
  const Versions versions(
      "| Gift | Limit |\n|---|---|\n| Pens | five pounds |",
      "| Gift | Giver | Limit |\n|---|---|---|\n| Pens | firms | five pounds |");
  const auto table = versions.after->graph().find("1.t1");
  REQUIRE(table);
  const auto& change = versions.revision.of_later(*table).table;
  REQUIRE(change);
  REQUIRE(change->rows.size() == 1);
  CHECK(marked(change->header.cells.at(1)) == "{+Giver+}");
  CHECK(marked(change->rows.front().cells.at(0)) == "Pens");
  CHECK(marked(change->rows.front().cells.at(1)) == "{+firms+}");
  CHECK(marked(change->rows.front().cells.at(2)) == "five pounds");
}

TEST_CASE("kept and deleted words are the earlier text, kept and inserted ones the later") {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"Members should ask; officers (who may) answer.", "Officers, who must answer, ask members."},
      {"\u201cCode\u201d means the Members\u2019 Code.", "\"Code\" means that code\u2026"},
      {"\u00a35,000 \u2013 or more", "\u00a36,000 \u2014 or less"},
      {"One.", "\u2014"},
      {"Caf\u00e9s and d\u00e9j\u00e0 vu!", "Caf\u00e8s \u00abd\u00e9j\u00e0\u00bb vu?"}};
  for (const auto& [before, after] : texts) {
    const Versions versions("1.1 " + before, "1.1 " + after);
    for (const draft::Change& change : versions.revision.changes()) {
      for (const graph::ClauseId each : change.descent.before)
        CHECK(side(change.pieces, Piece::Kind::inserted) == (*versions.before)[each].words().text);
      for (const graph::ClauseId each : change.descent.after)
        CHECK(side(change.pieces, Piece::Kind::deleted) == (*versions.after)[each].words().text);
    }
  }
}
