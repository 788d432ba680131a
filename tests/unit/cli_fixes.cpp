#include <catch2/catch.hpp>

#include "cli/fixes.h"
#include "passes_text.h"

TEST_CASE("a text means the same where its clauses and what its references lead to are the same") {
  using concord::cli::same_meaning;
  using concord::test::Checked;
  const std::string text =
      "## 1. S\n\n1.1 See [paragraph 1.9](#1.2) and paragraph 1.2.\n\n1.2 Text.\n";
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string changed = text;
    changed.replace(changed.find(from), from.size(), to);
    return Checked(changed);
  };
  const Checked before(text);
  CHECK(same_meaning(*before, *with("paragraph 1.9", "paragraph 1.2")));
  CHECK_FALSE(same_meaning(*before, *with("paragraph 1.2.", "paragraph 1.1.")));
  CHECK_FALSE(
      same_meaning(*before, *with("paragraph 1.2.", "section 5 of the Localism Act 2011.")));
  CHECK_FALSE(same_meaning(*before, *with("1.2 Text", "1.3 Text")));
}
