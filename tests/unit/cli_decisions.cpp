#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "cli/decisions.h"

using namespace concord;

namespace {

syntax::Decision decision(std::string a, std::string b) {
  syntax::Decision made;
  made.a = std::move(a);
  made.b = std::move(b);
  made.verdict = syntax::Verdict::different;
  made.because = "no: another matter";
  made.date.iso = "2026-11-28";
  made.a_words = "0a1b2c3d";
  made.b_words = "4e5f6071";
  return made;
}

constexpr const char* entry =
    "  - a: \"york#5.3\"\n"
    "    b: \"ware#4.2\"\n"
    "    verdict: different\n"
    "    because: \"no: another matter\"\n"
    "    date: 2026-11-28\n"
    "    words: [0a1b2c3d, 4e5f6071]\n";

}  // namespace

TEST_CASE("a decision goes to the end of the list, and the rest of the file stays as it is") {
  const std::string before =
      "# ours\nlinks:\n  # the first\n  - {a: york#1, b: leeds#1, verdict: same}\n\n";
  CHECK(cli::with_decision(before, decision("york#5.3", "ware#4.2")) == before + entry);
  CHECK(cli::with_decision("links: []\n", decision("york#5.3", "ware#4.2")) ==
        std::string("links:\n") + entry);
}

TEST_CASE("the first decision makes a file that says what it is") {
  const std::string made = cli::with_decision("", decision("york#5.3", "ware#4.2"));
  CHECK(made.starts_with("# What people have decided"));
  CHECK(made.ends_with(std::string("links:\n") + entry));
}

TEST_CASE("a new decision on two clauses replaces the last, whichever came first") {
  const std::string others =
      "links:\n  - a: york#5.3\n    b: leeds#1\n    verdict: same\n  - {a: x#1, b: y#1,\n"
      "     verdict: same}\n";
  const std::string before =
      others + "  - verdict: same\n    b: york#5.3\n    a: ware#4.2\n  # last\n";
  CHECK(cli::with_decision(before, decision("york#5.3", "ware#4.2")) ==
        others + "  # last\n" + entry);
}

TEST_CASE("a decision has the line ends of the file") {
  const std::string made =
      cli::with_decision("# ours\r\nlinks: []\r\n", decision("york#5.3", "ware#4.2"));
  CHECK(made.starts_with("# ours\r\nlinks:\r\n  - a: "));
  CHECK(std::ranges::count(made, '\n') == std::ranges::count(made, '\r'));
}
