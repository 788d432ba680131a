#include <catch2/catch.hpp>

#include "view/runs.h"

using concord::syntax::Mark;
using concord::syntax::MarkKind;
using concord::syntax::Prose;
using concord::syntax::Range;
using concord::view::Insertion;
using concord::view::LinkedRange;
using concord::view::LinkKind;
using concord::view::Rank;
using concord::view::Run;
using concord::view::Runs;
using concord::view::runs;

namespace {

// "[see paragraph 3](3) now": what the runs say and where they lead, in short.
std::string shown(const Runs& list) {
  std::string text;
  for (const Run& run : list) {
    std::string words = run.text;
    if (run.strong) words = "*" + words + "*";
    if (run.emphasis) words = "_" + words + "_";
    if (run.note) words = "^" + run.note->label;
    if (run.link) words = "[" + words + "](" + run.link->href + ")";
    text += words + (run.line_break ? "/" : "") + "|";
  }
  return text;
}

LinkedRange link(Range range, Rank rank, const std::string& href) {
  return {range, rank, {.kind = LinkKind::internal, .href = href, .to = "", .label = ""}};
}

Range find(const Prose& prose, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(prose.text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

Prose prose(std::string text) {
  return {std::move(text), {}, {}};
}

}  // namespace

TEST_CASE("plain words are one run, and no words are none") {
  CHECK(shown(runs(prose("Members are elected."), {}, {})) == "Members are elected.|");
  CHECK(runs(prose(""), {}, {}).empty());
}

TEST_CASE("words are cut where emphasis begins and ends, also where it nests") {
  Prose words = prose("a bold and both end");
  words.marks = {{find(words, "bold and both"), MarkKind::strong, ""},
                 {find(words, "both"), MarkKind::emphasis, ""}};
  CHECK(shown(runs(words, {}, {})) == "a |*bold and *|_*both*_| end|");
}

TEST_CASE("emphasis inside a link cuts the link, which leads on from each piece") {
  Prose words = prose("see paragraph 3 now");
  words.marks = {{find(words, "3"), MarkKind::strong, ""}};
  const Runs list = runs(words, {link(find(words, "paragraph 3"), Rank::reference, "3")}, {});
  CHECK(shown(list) == "see |[paragraph ](3)|[*3*](3)| now|");
}

TEST_CASE("of links that overlap the one of the lower rank stands, whole") {
  const Prose words = prose("the Members Code of Conduct applies");
  const Range code = find(words, "Members Code of Conduct");
  const Range members = find(words, "Members");
  const Range conduct = find(words, "Conduct applies");
  SECTION("a reference over a term and an instrument") {
    CHECK(shown(runs(words,
                     {link(members, Rank::term, "term"), link(conduct, Rank::instrument, "act"),
                      link(code, Rank::reference, "14")},
                     {})) == "the |[Members Code of Conduct](14)| applies|");
  }
  SECTION("a written link over a reference that holds it") {
    CHECK(
        shown(runs(words, {link(code, Rank::reference, "14"), link(members, Rank::written, "here")},
                   {})) == "the |[Members](here)| Code of Conduct applies|");
  }
  SECTION("an instrument over a term") {
    CHECK(
        shown(runs(words, {link(members, Rank::term, "term"), link(code, Rank::instrument, "act")},
                   {})) == "the |[Members Code of Conduct](act)| applies|");
  }
  SECTION("neighbours that only touch both stand") {
    const Range of = find(words, " Code of Conduct");
    CHECK(shown(runs(words, {link(members, Rank::term, "term"), link(of, Rank::instrument, "act")},
                     {})) == "the |[Members](term)|[ Code of Conduct](act)| applies|");
  }
}

TEST_CASE("several references over the same words lead to the first") {
  const Prose words = prose("sections 4 to 6");
  const Range all = find(words, "sections 4 to 6");
  CHECK(shown(runs(words, {link(all, Rank::reference, "4"), link(all, Rank::reference, "5")},
                   {})) == "[sections 4 to 6](4)|");
}

TEST_CASE("a footnote mark stands where it stood, in words, at their end, and alone") {
  Run mark;
  mark.note = {.id = "fn53", .ref_id = "_fnref-53", .label = "53", .text = ""};
  const Prose words = prose("the Leader agrees");
  CHECK(shown(runs(words, {}, {Insertion{10, mark}})) == "the Leader|^53| agrees|");
  CHECK(shown(runs(words, {}, {Insertion{17, mark}})) == "the Leader agrees|^53|");
  CHECK(shown(runs(prose(""), {}, {Insertion{0, mark}})) == "^53|");
}

TEST_CASE("a line break belongs to the run before it") {
  Prose words = prose("Town Hall High Street");
  words.marks = {{{9, 9}, MarkKind::line_break, ""}};
  CHECK(shown(runs(words, {}, {})) == "Town Hall/| High Street|");
}
