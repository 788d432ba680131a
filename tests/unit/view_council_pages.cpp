#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "compared_councils.h"
#include "view/comparison_pages.h"
#include "view/council_pages.h"

using namespace concord;

namespace {

view::Compared texts_of(const test::Compared& compared) {
  return {compared.comparison, compared.protocols, compared.registers};
}

// The row that all ten towns are in.
std::uint32_t shared_row(const test::Compared& compared) {
  const auto rows = compared.comparison.rows();
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    if (view::is_shared(rows[i])) return i;
  throw std::runtime_error("no shared row");
}

// On all topics.
std::vector<view::BriefRow> missing_in(const view::CouncilPage& page) {
  std::vector<view::BriefRow> all;
  for (const view::BriefTopic& topic : page.topics)
    all.insert(all.end(), topic.missing.begin(), topic.missing.end());
  return all;
}

}  // namespace

TEST_CASE("a council's page has its own column first, then its peers'") {
  const test::Compared& ten = test::ten_councils();
  const view::CouncilPage page = view::council_page(texts_of(ten), ten.peers, 1);
  CHECK(page.council.id == "b");
  CHECK(page.chosen_by == compare::ChosenBy::nearest);
  CHECK(page.councils == 10);
  REQUIRE(page.peers.size() == 8);
  CHECK(page.peers[0].council.id == "c");
  CHECK(page.peers[0].shared == 1);
  CHECK(page.peers[0].summary.identical == 1);
  CHECK(page.peers[0].pair == "b--c");
  REQUIRE(page.topics.size() == 1);
  CHECK(page.topics[0].id == "conduct");
  REQUIRE(page.topics[0].shared.size() == 1);
  const view::BriefRow& row = page.topics[0].shared[0];
  CHECK(row.have == 10);
  CHECK(row.peers_have == 8);
  REQUIRE(row.cells.size() == 9);
  CHECK(row.cells[0].council == "b");
  CHECK(row.cells[0].entries.at(0).place.label == "1.1");
  CHECK(row.cells[1].council == "c");
  CHECK(row.opening ==
        "Members and officers must treat one another with respect and courtesy at all times.");
}

TEST_CASE("what a council alone states, and what only those state that are no peers of it") {
  const test::Compared& ten = test::ten_councils();
  const view::Compared texts = texts_of(ten);
  const view::CouncilPage alone = view::council_page(texts, ten.peers, 0);
  REQUIRE(alone.topics[0].alone.size() == 1);
  CHECK(alone.topics[0].alone[0].cells.front().entries.front().place.label == "1.2");
  // The car park is the first town's, and the second does not have that town as its peer.
  CHECK(missing_in(view::council_page(texts, ten.peers, 1)).empty());
  const test::Compared asked(test::ten_texts(), {}, {}, {.councils = {{0}}});
  const view::CouncilPage lacking = view::council_page(texts_of(asked), asked.peers, 1);
  const std::vector<view::BriefRow> missing = missing_in(lacking);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].peers_have == 1);
  CHECK(missing[0].have == 1);
}

TEST_CASE("of an excerpt nothing is said to be missing") {
  const std::vector<std::pair<std::string, std::string>> councils = {
      {"ashby", test::respect + test::parking}, {"barton", test::respect}};
  const test::Compared whole(councils);
  const test::Compared excerpt(councils, {{"barton", "excerpt: true\n"}});
  CHECK(missing_in(view::council_page(texts_of(whole), whole.peers, 1)).size() == 1);
  const view::CouncilPage page = view::council_page(texts_of(excerpt), excerpt.peers, 1);
  CHECK(page.excerpt);
  CHECK(missing_in(page).empty());
}

TEST_CASE("a council's differences are one entry a provision, with what each peer says") {
  const test::Compared compared(test::Texts{
      {"ashby", "1.1 Officers must attend the meetings of party groups when they are asked.\n"},
      {"barton", "1.1 Officers may attend the meetings of party groups when they are asked.\n"},
      {"corby", "1.1 Officers must attend the meetings of party groups when they are asked.\n"}});
  const view::CouncilPage page = view::council_page(texts_of(compared), compared.peers, 1);
  REQUIRE(page.differences.entries.size() == 1);
  const view::Difference& difference = page.differences.entries[0];
  CHECK(difference.type == compare::DivergenceType::duty);
  REQUIRE(difference.positions.size() == 2);
  CHECK(difference.positions[0].words.starts_with("may"));
  REQUIRE(difference.positions[0].statements.size() == 1);
  CHECK(difference.positions[0].statements[0].place.council == "barton");
  CHECK(difference.positions[1].words.starts_with("must"));
  CHECK(difference.positions[1].statements.size() == 2);
}

TEST_CASE("a provision's page names the councils in which no counterpart was found") {
  const std::vector<std::pair<std::string, std::string>> councils = {
      {"ashby", test::respect}, {"barton", test::respect}, {"corby", test::parking}};
  const test::Compared whole(councils);
  const view::ProvisionPage page = view::provision_page(texts_of(whole), shared_row(whole));
  REQUIRE(page.without.size() == 1);
  CHECK(page.without[0].id == "corby");
  const test::Compared excerpt(councils, {{"corby", "excerpt: true\n"}});
  const view::ProvisionPage of_excerpt =
      view::provision_page(texts_of(excerpt), shared_row(excerpt));
  CHECK(of_excerpt.without.empty());
  REQUIRE(of_excerpt.excerpts.size() == 1);
  CHECK(of_excerpt.excerpts[0].id == "corby");
}

TEST_CASE("a provision that the council and a peer differ on is marked, whoever else differs") {
  const std::string must =
      "1.1 Officers must attend the meetings of party groups when they are asked.\n";
  const std::string may =
      "1.1 Officers may attend the meetings of party groups when they are asked.\n";
  const test::Compared compared(
      test::Texts{{"ashby", must}, {"barton", may}, {"corby", must}, {"derby", must}}, {}, {},
      {.councils = {{2}}});
  const auto marked = [&](std::uint32_t council) {
    const view::CouncilPage page = view::council_page(texts_of(compared), compared.peers, council);
    return page.topics.at(0).shared.at(0).differs;
  };
  CHECK_FALSE(marked(0));  // compared with corby alone, which says the same
  CHECK(marked(1));
}

TEST_CASE("a provision's page groups all councils by wording") {
  const test::Compared compared(test::Texts{
      {"ashby", "1.1 Officers must attend the meetings of party groups when they are asked.\n"},
      {"barton", "1.1 Officers may attend the meetings of party groups when they are asked.\n"},
      {"corby", "1.1 Officers must attend the meetings of party groups when they are asked.\n"}});
  const view::ProvisionPage page = view::provision_page(texts_of(compared), shared_row(compared));
  CHECK(page.have == 3);
  CHECK(page.councils == 3);
  CHECK(page.topic == "Conduct");
  REQUIRE(page.wordings.size() == 2);
  CHECK(page.wordings[0].letter == "A");
  CHECK(page.wordings[0].councils == 2);
  CHECK(page.wordings[0].changes.empty());
  CHECK(page.wordings[0].text.starts_with("Officers must attend"));
  REQUIRE(page.wordings[1].speakers.size() == 1);
  CHECK(page.wordings[1].speakers[0].place.council == "barton");
  CHECK(page.wordings[1].speakers[0].state == compare::State::differs);
  CHECK_FALSE(page.wordings[1].changes.empty());
}

TEST_CASE("a lead-in is no wording: it stands before the words of its item") {
  const std::string items =
      "1.1 Members can expect from officers:\n\n- (a) a timely answer to every question that they "
      "ask;\n- (b) impartial advice on the business of the council.\n\n";
  const test::Compared compared(test::Texts{{"ashby", items}, {"barton", items}});
  const view::Compared texts = texts_of(compared);
  const auto rows = compared.comparison.rows();
  REQUIRE(rows.size() == 2);
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const view::ProvisionPage page = view::provision_page(texts, i);
    REQUIRE(page.wordings.size() == 1);
    CHECK(page.wordings[0].lead_in == "Members can expect from officers:");
    CHECK(page.wordings[0].speakers.size() == 2);
  }
  const auto council = view::council_page(texts, compared.peers, 0);
  for (const view::BriefRow& row : council.topics[0].shared)
    for (const view::BriefCell& cell : row.cells) CHECK(cell.entries.size() == 1);
}

TEST_CASE("the overview counts what every council shares and has alone") {
  const test::Compared& ten = test::ten_councils();
  const view::Overview overview = view::overview(texts_of(ten), ten.peers);
  REQUIRE(overview.councils.size() == 10);
  CHECK(overview.councils[0].provisions == 1);
  CHECK(overview.councils[0].alone == 1);
  CHECK(overview.councils[9].alone == 0);
  CHECK(overview.pairs == 44);
  REQUIRE(overview.topics.size() == 1);
  REQUIRE(overview.topics[0].shared.size() == 1);
  CHECK(overview.topics[0].shared[0].have == 10);
  CHECK(overview.topics[0].alone == 1);
}

TEST_CASE("of more councils than one page shows, a clause leads to its provision's page") {
  const test::Compared& ten = test::ten_councils();
  const auto counterparts = view::counterparts(texts_of(ten), ten.peers, 0);
  const view::Counterparts& found = counterparts.at("1.1");
  CHECK(found.councils == 9);
  CHECK(found.others == 9);
  CHECK(found.list.size() == 8);
  CHECK(found.row == "../compare/provision/" + ten.comparison.rows()[shared_row(ten)].id + ".html");
  CHECK(counterparts.at("1.2").councils == 0);
}
