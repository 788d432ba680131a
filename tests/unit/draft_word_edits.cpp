#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "draft/source_segments.h"
#include "draft/word_edits.h"
#include "graph/clause_graph.h"

using namespace concord;

namespace {

using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;

struct Source {
  explicit Source(const std::string& body) {
    file = sources.add("test.md", body);
    graph = graph::build(syntax::parse(sources, file, sink), sink);
  }
  std::string_view text() const { return sources.text(file); }

  source::SourceMap sources;
  diag::Sink sink;
  source::FileId file{};
  graph::ClauseGraph graph;
};

// The first clause of the body, whose words come back from Word as these.
std::string edited(const std::string& body, const Prose& after) {
  const Source source(body);
  const graph::Clause& clause = source.graph.clauses.front();
  const draft::Segment segment = draft::segment_of(source.text(), clause);
  const auto rewording = draft::reword(clause.words(), clause.words(), after);
  REQUIRE(rewording);
  draft::WordsPlace place{source.text(), segment.words, segment.words_end};
  place.unnumbered = !clause.number.present();
  std::string text(source.text());
  auto patches = draft::patches(clause.words(), *rewording, place);
  std::ranges::reverse(patches);
  for (const draft::Patch& patch : patches)
    text.replace(patch.begin, patch.end - patch.begin, patch.text);
  return text;
}

// The words of the first clause with one piece replaced, its marks where they were.
Prose with(const std::string& body, std::string_view from, std::string_view to) {
  const Source source(body);
  Prose words = source.graph.clauses.front().words();
  const auto at = static_cast<std::uint32_t>(words.text.find(from));
  const auto shift = static_cast<std::int64_t>(to.size()) - static_cast<std::int64_t>(from.size());
  words.text.replace(at, from.size(), to);
  const auto moved = [&](std::uint32_t place) {
    return place > at ? static_cast<std::uint32_t>(place + shift) : place;
  };
  for (Mark& mark : words.marks) mark.range = {moved(mark.range.begin), moved(mark.range.end)};
  words.anchors.clear();
  return words;
}

std::string replaced(const std::string& body, std::string_view from, std::string_view to) {
  return edited(body, with(body, from, to));
}

}  // namespace

TEST_CASE("words that change leave the lines, attributes and marks around them as they are") {
  CHECK(
      replaced("2.1 Members must\n  ask *officers* [in writing](#2.2). {#ask sic=\"as adopted\"}\n",
               "must", "should") ==
      "2.1 Members should\n  ask *officers* [in writing](#2.2). {#ask sic=\"as adopted\"}\n");
  CHECK(replaced("2.1 Members ask **the officers** first.\n", "officers", "clerk") ==
        "2.1 Members ask **the clerk** first.\n");
  CHECK(replaced("2.1 Members ask [the officers](#2.2) first.\n", "first", "again") ==
        "2.1 Members ask [the officers](#2.2) again.\n");
}

TEST_CASE("a footnote stays where it stood when words come before or behind it") {
  const std::string body = "2.1 Members[^1] ask.\n\n[^1]: Co-opted ones too.\n";
  CHECK(replaced(body, " ask", " always ask") ==
        "2.1 Members[^1] always ask.\n\n[^1]: Co-opted ones too.\n");
}

TEST_CASE("words that Markdown would read otherwise are escaped") {
  CHECK(replaced("2.1 Members ask.\n", "ask", "ask *once*") == "2.1 Members ask \\*once\\*.\n");
}

TEST_CASE("emphasis that is put on or taken off arrives") {
  Prose bold;
  bold.text = "Members ask first.";
  bold.marks = {{{8, 11}, MarkKind::strong}};
  CHECK(edited("2.1 Members ask first.\n", bold) == "2.1 Members **ask** first.\n");
  bold.marks.clear();
  CHECK(edited("2.1 Members **ask** first.\n", bold) == "2.1 Members ask first.\n");
}

TEST_CASE("a segment ends with its clause, and holds what stands behind it") {
  const Source source("2.1 One\nline more. {#one}\n\n<!-- Ask legal -->\n\n2.2 Two.\n");
  const auto segments = draft::segments_of(source.text(), source.graph);
  REQUIRE(segments.size() == 2);
  const std::string_view text = source.text();
  CHECK(text.substr(segments[0].begin, segments[0].own_end - segments[0].begin) ==
        "2.1 One\nline more. {#one}");
  CHECK(text.substr(segments[0].words, segments[0].words_end - segments[0].words) ==
        "One\nline more.");
  CHECK(text.substr(segments[0].own_end, segments[0].end - segments[0].own_end) ==
        "\n\n<!-- Ask legal -->");
}

TEST_CASE("likeness counts words that both have") {
  CHECK(draft::likeness_of("Members ask officers", "members ASK officers.") == 1.0);
  CHECK(draft::likeness_of("Members ask", "Officers answer") == 0.0);
  CHECK(draft::likeness_of("", "") == 1.0);
}
