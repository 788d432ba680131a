// Rows of the matrix: their titles, and cells that lead elsewhere.
#include <algorithm>

#include "compare/rows/titles.h"
#include "compare_text.h"

using namespace concord;
using compare::is_anaphoric;
using compare::opening;

TEST_CASE("a row's title is the first sentence, without its stop") {
  CHECK(opening("Members must declare gifts. They tell the Clerk.") ==
        "Members must declare gifts");
  CHECK(opening("Members may: reply; attend.") == "Members may: reply; attend.");
  CHECK(opening("Officers of the Council will: reply; attend.") == "Officers of the Council will");
  CHECK(opening("A gift of note, e.g. a watch, is declared.") ==
        "A gift of note, e.g. a watch, is declared");
}

TEST_CASE("a long title is cut between words, or within a word that is longer than any title") {
  const std::string words(
      "Members of the Council and its officers must at all times treat one another with respect "
      "and with courtesy");
  CHECK(opening(words) ==
        "Members of the Council and its officers must at all times treat one another with\u2026");
  CHECK(opening(std::string(100, 'a')) == std::string(80, 'a') + "\u2026");
  // "\u00e9" has two bytes: none is cut in two.
  std::string accents = "a";
  for (int i = 0; i < 60; ++i) accents += "\u00e9";
  CHECK(opening(accents) == accents.substr(0, 79) + "\u2026");
}

TEST_CASE("words that carry on from something said before cannot be read alone") {
  const compare::Lexicon lexicon(&test::registers(), {});
  CHECK(is_anaphoric("They must reply.", lexicon));
  CHECK(is_anaphoric("However, officers may decline.", lexicon));
  CHECK(is_anaphoric("", lexicon));
  CHECK_FALSE(is_anaphoric("Officers may decline.", lexicon));
}

TEST_CASE("a cell leads elsewhere by references out of a protocol that has no clause in the row") {
  const auto protocols = test::councils(test::council_ids());
  const auto comparison = test::compared(protocols);
  std::size_t found = 0;
  for (const compare::Row& row : comparison.rows()) {
    for (const compare::Cell& cell : row.cells) {
      CHECK(cell.entries.empty() == (cell.state == compare::State::elsewhere));
      CHECK(cell.refers.empty() == (cell.state != compare::State::elsewhere));
      CHECK(std::is_sorted(cell.refers.begin(), cell.refers.end()));
      for (const compare::ClauseRef& ref : cell.refers) {
        const passes::Protocol& protocol = protocols[cell.protocol];
        CHECK(ref.protocol == cell.protocol);
        CHECK(protocol.topic(ref.clause) == row.topic);
        const auto& references = protocol.references();
        CHECK(std::any_of(references.begin(), references.end(), [&](const auto& reference) {
          return reference.from == ref.clause && reference.kind == passes::ReferenceKind::external;
        }));
        ++found;
      }
    }
  }
  CHECK(found > 0);
}
