#include <catch2/catch.hpp>

#include "syntax/source_edits.h"

using namespace concord::syntax;

TEST_CASE("an entry of the front matter is replaced, and all else stays") {
  const std::string text =
      "---\nid: a  # ours\nadopted:\n  date: 2020\n  # by whom\n  body: Council\ntitle: \"T\"\n"
      "---\n\nadopted: words\n";
  CHECK(with_entry(text, "adopted", "adopted: {date: 2026}\n") ==
        "---\nid: a  # ours\nadopted: {date: 2026}\ntitle: \"T\"\n---\n\nadopted: words\n");
}

TEST_CASE("lists at the margin belong to their key") {
  CHECK(with_entry("---\nversions:\n- {a: 1}\n- {a: 2}\nid: a\n---\n", "versions", "") ==
        "---\nid: a\n---\n");
}

TEST_CASE("blank lines and comments within an entry belong to it, those behind it do not") {
  CHECK(with_entry("---\nversions:\n  - {a: 1}\n\n# the last\n  - {a: 2}\n\n# ours\nid: a\n---\n",
                   "versions", "versions: []\n") == "---\nversions: []\n\n# ours\nid: a\n---\n");
  CHECK(with_entry("---\nadopted:\n\n  date: 2020\n\n---\n", "adopted", "adopted: {}\n") ==
        "---\nadopted: {}\n\n---\n");
}

TEST_CASE("an entry that is not there stands behind the others") {
  CHECK(with_entry("---\nid: a\n---\nText.\n", "status", "status: draft\n") ==
        "---\nid: a\nstatus: draft\n---\nText.\n");
  CHECK(with_entry("Text.\n", "status", "status: draft\n") == "---\nstatus: draft\n---\n\nText.\n");
}

TEST_CASE("line breaks stay as the file has them") {
  CHECK(with_entry("---\r\nid: a\r\n---\r\nText.\r\n", "status", "status: draft\n") ==
        "---\r\nid: a\r\nstatus: draft\r\n---\r\nText.\r\n");
}

TEST_CASE("notes go with the spaces and lines that they stood in") {
  CHECK(without_notes("---\ntitle: <!-- no note -->\n---\n\n1.1 Ask <!-- whom? -->.\n\n"
                      "`<!-- code -->` stays.\n") ==
        "---\ntitle: <!-- no note -->\n---\n\n1.1 Ask.\n\n`<!-- code -->` stays.\n");
  CHECK(without_notes("1.1 Ask.\n\n<!-- whom? -->\n\n1.2 Tell.\n") == "1.1 Ask.\n\n1.2 Tell.\n");
  CHECK(without_notes("1.1 Ask.\r\n\r\n<!-- whom? -->\r\n\r\n1.2 Tell.\r\n") ==
        "1.1 Ask.\r\n\r\n1.2 Tell.\r\n");
}
