#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <string>

#include "draft/renumber.h"
#include "draft/sequence.h"
#include "draft/since.h"
#include "draft_text.h"
#include "source/files.h"

using namespace concord;

namespace {

const syntax::Register& registers() {
  static const syntax::Register all = test::small_register();
  return all;
}

const passes::Vocabulary& vocabulary() {
  static const passes::Vocabulary all(registers());
  return all;
}

// A whole source text, checked.
struct Text {
  explicit Text(std::string source, const std::string& name = "test.md") {
    file = sources.add(name, std::move(source));
    protocol = passes::check(graph::build(syntax::parse(sources, file, sink), sink), vocabulary(),
                             {}, sink);
  }
  std::string text() const { return std::string(sources.text(file)); }
  draft::Rewriting renumbered() const {
    return draft::renumber({sources, vocabulary(), ""}, *protocol);
  }
  draft::Rewriting frozen() const { return draft::freeze({sources, vocabulary(), ""}, *protocol); }

  source::SourceMap sources;
  diag::Sink sink;
  source::FileId file{};
  std::optional<passes::Protocol> protocol;
};

const std::string front = "---\nid: test\ncouncil: Test Council\ntitle: Protocol\n---\n\n";

// The body as it comes to stand; what stood in the way, where something did.
std::string body_of(const draft::Rewriting& rewriting) {
  if (!rewriting.obstacles.empty()) return "obstacle: " + rewriting.obstacles.front().message;
  return rewriting.text.substr(front.size());
}

std::string renumbered(const std::string& body) {
  return body_of(Text(front + body).renumbered());
}

std::string renumbered_since(const std::string& before, const std::string& after) {
  const Text old(front + before);
  const Text now(front + after);
  const auto revision = draft::revise(*old.protocol, *now.protocol, registers());
  const auto known = draft::known_before(*old.protocol, *now.protocol, revision);
  return body_of(draft::renumber({now.sources, vocabulary(), ""}, *now.protocol, known));
}

std::vector<std::filesystem::path> the_five() {
  return source::find_protocols(CONCORD_SOURCE_DIR "/protocols");
}

}  // namespace

TEST_CASE("a gap is closed, and what stands below goes along") {
  CHECK(renumbered(
            "## 1. A\n\n1.1 One.\n\n## 3. B\n\n3.1 Two.\n\n3.3 Three:\n\n- (a) x;\n- (c) y.\n") ==
        "## 1. A\n\n1.1 One.\n\n## 2. B {formerly=3}\n\n2.1 Two.\n\n"
        "2.2 Three: {formerly=3.3}\n\n- (a) x;\n- (b) y. {formerly=3.3.c}\n");
}

TEST_CASE("a number used twice moves what follows") {
  CHECK(renumbered("## 1. A\n\n1.1 One.\n\n1.1 New.\n\n1.2 Two.\n") ==
        "## 1. A\n\n1.1 One.\n\n1.2 New.\n\n1.3 Two. {formerly=1.2}\n");
}

TEST_CASE("the places of repairs follow their clauses, by number or identifier") {
  const auto with = [](const std::string& at, const std::string& other) {
    return "---\nid: test\ncouncil: Test Council\ntitle: Protocol\nrepairs:\n  - {at: \"" + at +
           "\", from: ltis, to: It is}\n  - {at: '" + other +
           "', from: x, to: y}\n---\n\n## 1. A\n\n1.1 One.\n\n";
  };
  const Text gap(with("1.3(b)", "1.3.a") + "1.3 Two:\n\n- (a) x;\n- (b) y.\n");
  const std::string now = gap.renumbered().text;
  CHECK(now.starts_with(with("1.2(b)", "1.2.a")));
  CHECK(Text(now).renumbered().edits.empty());
}

TEST_CASE("a repair that was taken over is where its clause went, and is set right once") {
  const auto with = [](const std::string& first, const std::string& second,
                       const std::string& body) {
    return "---\nid: test\ncouncil: Test Council\ntitle: Protocol\nrepairs:\n  - {at: " + first +
           ", from: ltis, to: It is}\n  - {at: " + second +
           ", from: ltis, to: It is}\n---\n\n## 1. A\n\n" + body;
  };
  const std::string advice = " It is for officers to give impartial advice to every member.\n\n";
  const std::string papers = " It is usual to publish papers five clear days before a meeting.\n\n";
  const Text before(with("1.1", "1.2", "1.1" + advice + "1.2" + papers));
  const auto renumbered = [&](const Text& after) {
    const auto revision = draft::revise(*before.protocol, *after.protocol, registers());
    return draft::renumber({after.sources, vocabulary(), ""}, *after.protocol,
                           draft::known_before(*before.protocol, *after.protocol, revision))
        .text;
  };
  const std::string put_in = "1.1 Guests sign the book at the door of the council house.\n\n";
  const Text after(with("1.1", "1.2", put_in + "1.2" + advice + "1.3" + papers));
  const std::string once = renumbered(after);
  CHECK(once.starts_with(with("1.2", "1.3", put_in)));
  CHECK(renumbered(Text(once)) == once);
}

TEST_CASE("each list keeps its own style and dress") {
  CHECK(renumbered(
            "## 1.0 A\n\n1.1. One:\n\n- i) x;\n- iii) y.\n\n1.3. Two.\n\n## 3.0 B\n\n3.1. Z.\n") ==
        "## 1.0 A\n\n1.1. One:\n\n- i) x;\n- ii) y. {formerly=1.1.iii}\n\n"
        "1.2. Two. {formerly=1.3}\n\n## 2.0 B {formerly=3.0}\n\n2.1. Z. {formerly=3.1}\n");
}

TEST_CASE("an inserted number stays behind the one that it was inserted after") {
  const std::string regular =
      "## 2. A\n\n2.1 One.\n\n2.2 Two.\n\n2.2A Two and a half.\n\n2.3 Three.\n";
  CHECK(renumbered(regular) == regular);
  CHECK(renumbered("## 2. A\n\n2.1 One.\n\n2.3 Two.\n\n2.3A Two and a half.\n\n2.4 Three.\n") ==
        "## 2. A\n\n2.1 One.\n\n2.2 Two. {formerly=2.3}\n\n2.2A Two and a half. {formerly=2.3A}\n\n"
        "2.3 Three. {formerly=2.4}\n");
}

TEST_CASE("a number that was adopted so stays, and the list counts on from it") {
  const std::string text = "## 1. A\n\n1.1 One.\n\n1.4 Four. {sic=\"as adopted\"}\n\n1.5 Five.\n";
  CHECK(renumbered(text) == text);
}

TEST_CASE("a clause brought from another section is numbered where it stands") {
  CHECK(renumbered("## 1. A\n\n1.1 One.\n\n2.2 Two.\n\n## 2. B\n\n2.1 Three.\n\n2.3 Four.\n") ==
        "## 1. A\n\n1.1 One.\n\n1.2 Two. {formerly=2.2}\n\n## 2. B\n\n2.1 Three.\n\n"
        "2.2 Four. {formerly=2.3}\n");
}

TEST_CASE("whole numbers run on across headings, or begin again") {
  CHECK(renumbered("## A\n\n1\\. x\n") == "## A\n\n1\\. x\n");
  CHECK(renumbered("## A\n\n1. One.\n\n2. Two.\n\n## B\n\n4. Three.\n") ==
        "## A\n\n1. One.\n\n2. Two.\n\n## B\n\n3. Three. {formerly=4}\n");
  const std::string again = "## A\n\n1. One.\n\n2. Two.\n\n## B\n\n1. Three.\n\n2. Four.\n";
  CHECK(renumbered(again) == again);
}

TEST_CASE("an excerpt keeps its first number") {
  const std::string text = "## 18. A\n\n18.1 One.\n\n## 19. B\n\n19.1 Two.\n";
  CHECK(renumbered(text) == text);
}

TEST_CASE("references in words and links follow their clauses") {
  CHECK(
      renumbered("## 1. A\n\n1.1 See paragraph 1.3(b), paragraphs 1.3 to 1.5 and sub-paragraph (b) "
                 "of paragraph 1.3.\n\n1.3 Two:\n\n- (a) x;\n- (b) y.\n\n1.4 Three.\n\n"
                 "1.5 See [paragraph 1.4](#1.4) and [here](#1.3).\n") ==
      "## 1. A\n\n1.1 See paragraph 1.2(b), paragraphs 1.2 to 1.4 and sub-paragraph (b) "
      "of paragraph 1.2.\n\n1.2 Two: {formerly=1.3}\n\n- (a) x;\n- (b) y.\n\n"
      "1.3 Three. {formerly=1.4}\n\n"
      "1.4 See [paragraph 1.3](#1.3) and [here](#1.2). {formerly=1.5}\n");
}

TEST_CASE("attributes that are there are added to, and a written formerly stays") {
  CHECK(renumbered(
            "## 1. A\n\n1.2 One. {topic=media}\n\n1.3 Two. {formerly=9.9}\n\n1.4 Three. {#x}\n") ==
        "## 1. A\n\n1.1 One. {topic=media formerly=1.2}\n\n1.2 Two. {formerly=9.9}\n\n"
        "1.3 Three. {#x}\n");
}

TEST_CASE("nothing is written where a reference would come to lead somewhere") {
  CHECK(renumbered("## 1. A\n\n1.1 See paragraph 1.2.\n\n1.3 Two.\n") ==
        "obstacle: \"paragraph 1.2\" leads to no clause and would lead to \"1.2\" (\"Two.\")");
}

TEST_CASE("nothing is written where a reference could mean several clauses that change") {
  CHECK(renumbered("## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 New.\n\n1.2 Two.\n")
            .starts_with("obstacle: \"paragraph 1.2\" could mean several clauses"));
}

TEST_CASE("the version before says what an untouched reference means") {
  const std::string before = "## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 Members ask officers.\n";
  CHECK(renumbered_since(before,
                         "## 1. A\n\n1.1 See paragraph 1.2.\n\n1.2 Gifts are declared at once.\n\n"
                         "1.2 Members ask officers.\n") ==
        "## 1. A\n\n1.1 See paragraph 1.3.\n\n1.2 Gifts are declared at once.\n\n"
        "1.3 Members ask officers. {formerly=1.2}\n");
  CHECK(renumbered_since(before,
                         "## 1. A\n\n1.1 See paragraph 1.2.\n\n1.3 Gifts are declared at once.\n")
            .starts_with("obstacle: \"paragraph 1.2\" led to a clause that was deleted"));
}

TEST_CASE("a new clause below one that moved says that it had no identifier") {
  CHECK(
      renumbered_since("## 1. A\n\n1.1 One.\n\n## 2. B\n\n2.1 Members ask officers.\n\n2.2 Two.\n",
                       "## 2. B\n\n2.1 Members ask officers.\n\n2.2 Gifts are declared.\n\n"
                       "2.3 Two.\n") ==
      "## 2. B\n\n2.1 Members ask officers.\n\n2.2 Gifts are declared.\n\n"
      "2.3 Two. {formerly=2.2}\n");
}

TEST_CASE("a clause whose number moves a second time has both earlier identifiers") {
  const std::string second =
      "## 1. A\n\n1.1 One.\n\n1.2 Members ask officers. {formerly=1.1}\n\n"
      "1.3 Officers advise members. {topic=media formerly=\"1.2 0.9\"}\n";
  CHECK(renumbered_since(second,
                         "## 1. A\n\n1.1 One.\n\n1.2 Quite new.\n\n"
                         "1.2 Members ask officers. {formerly=1.1}\n\n"
                         "1.3 Officers advise members. {topic=media formerly=\"1.2 0.9\"}\n") ==
        "## 1. A\n\n1.1 One.\n\n1.2 Quite new.\n\n"
        "1.3 Members ask officers. {formerly=\"1.2 1.1\"}\n\n"
        "1.4 Officers advise members. {topic=media formerly=\"1.3 1.2 0.9\"}\n");
  CHECK(renumbered_since(second, second) == second);
}

TEST_CASE("what a written formerly says of the clauses below is not said again") {
  const std::string text = "## 5. A\n\n5.1 One.\n\n5.2 Two: {formerly=5.9}\n\n- (a) x;\n- (b) z.\n";
  CHECK(renumbered(text) == text);
  CHECK(renumbered("## 5. A\n\n5.1 One.\n\n5.2 Two: {formerly=5.9}\n\n- (a) x;\n- (c) z.\n") ==
        "## 5. A\n\n5.1 One.\n\n5.2 Two: {formerly=5.9}\n\n- (a) x;\n"
        "- (b) z. {formerly=5.9.c}\n");
}

TEST_CASE("automatic numbers stay automatic, and what comes after them counts on") {
  CHECK(renumbered("## 1. A\n\n1.1 One.\n\n#. New.\n\n1.2 Two.\n") ==
        "## 1. A\n\n1.1 One.\n\n#. New.\n\n1.3 Two.\n");
}

TEST_CASE("renumbering twice is renumbering once") {
  const std::string once =
      renumbered("## 2. A\n\n2.1 See paragraph 4.2.\n\n## 4. B\n\n4.2 One:\n\n- (b) x.\n");
  CHECK(renumbered(once) == once);
}

TEST_CASE("a text whose numbers are in sequence stays as it is, to the byte") {
  for (const auto& path : the_five()) {
    const Text text(source::read_file(path), path.filename().string());
    const auto gaps = std::ranges::count_if(text.sink.all(), [](const diag::Diagnostic& each) {
      return each.code == diag::Code::NUM001 || each.code == diag::Code::NUM002 ||
             each.code == diag::Code::NUM003;
    });
    INFO(path.string());
    const draft::Rewriting result = text.renumbered();
    for (const auto& each : result.obstacles) UNSCOPED_INFO(each.message);
    REQUIRE(result.obstacles.empty());
    if (gaps == 0) CHECK(result.text == text.text());
    const Text again(result.text, path.filename().string());
    CHECK(again.renumbered().edits.empty());
  }
}

namespace {

// By reference of a protocol that names a clause: that clause's place, or -1.
std::vector<long> goals(const passes::Protocol& protocol, std::optional<graph::ClauseId> but_of) {
  std::vector<long> all;
  for (const passes::Reference& each : protocol.references()) {
    const bool member = each.to && each.numbers.empty() && !each.target.starts_with('#');
    if (each.kind != passes::ReferenceKind::internal || member || each.from == but_of) continue;
    all.push_back(each.to ? static_cast<long>(graph::index(*each.to)) : -1);
  }
  return all;
}

// A text of which one clause that nothing refers to is taken out, or behind which one is put in
// that has its number.
struct Edited {
  Edited(const Text& text, unsigned seed) : puts_in(seed % 2 == 1) {
    std::vector<const graph::Clause*> leaves;
    for (const graph::Clause& clause : text.protocol->clauses())
      if (clause.kind == graph::Kind::clause && clause.children.empty() &&
          text.protocol->referred_by(clause.id).empty())
        leaves.push_back(&clause);
    if (leaves.empty()) return;
    std::mt19937 random(seed);
    chosen = leaves[random() % leaves.size()];
    source = text.text();
    const std::size_t end = source.find("\n\n", chosen->span.end - 1);
    if (end == std::string::npos) {
      chosen = nullptr;
    } else if (puts_in) {
      source.insert(end + 2, chosen->number.label + " A sentence that nobody wrote before.\n\n");
    } else {
      source.erase(chosen->span.begin, end + 2 - chosen->span.begin);
    }
  }

  // Where the references of the text lead afterwards.
  std::vector<long> expected(const passes::Protocol& protocol) const {
    const auto place = static_cast<long>(graph::index(chosen->id));
    std::vector<long> all = goals(protocol, puts_in ? std::nullopt : std::optional(chosen->id));
    for (long& each : all)
      if (each > place) each += puts_in ? 1 : -1;
    return all;
  }

  bool puts_in;
  const graph::Clause* chosen = nullptr;
  std::string source;
};

}  // namespace

TEST_CASE("after a clause is taken out or put in, references lead where they led") {
  std::size_t tried = 0;
  for (const auto& path : the_five()) {
    const Text text(source::read_file(path), path.filename().string());
    for (unsigned seed = 1; seed <= 12; ++seed) {
      const Edited edited(text, seed);
      if (edited.chosen == nullptr) continue;
      ++tried;
      const Text draft(edited.source, path.filename().string());
      const auto revision = draft::revise(*text.protocol, *draft.protocol, registers());
      const auto known = draft::known_before(*text.protocol, *draft.protocol, revision);
      const auto result =
          draft::renumber({draft.sources, vocabulary(), ""}, *draft.protocol, known);
      INFO(path.filename().string() << " seed " << seed << " at " << edited.chosen->full_number);
      for (const auto& each : result.obstacles) UNSCOPED_INFO(each.message);
      REQUIRE(result.obstacles.empty());
      const Text after(result.text, path.filename().string());
      CHECK(goals(*after.protocol, std::nullopt) == edited.expected(*text.protocol));
      CHECK(after.renumbered().edits.empty());
    }
  }
  CHECK(tried >= 36);
}

TEST_CASE("freezing makes automatic numbers literal and changes nothing else") {
  CHECK(body_of(Text(front + "## #. A\n\n#. One:\n\n- (#) x;\n- (#) y.\n\n#. Two.\n").frozen()) ==
        "## 1. A\n\n1.1 One:\n\n- (a) x;\n- (b) y.\n\n1.2 Two.\n");
}

TEST_CASE("freezing a text with numbering: auto writes the numbers before the words") {
  const std::string automatic =
      "---\nid: test\ncouncil: Test Council\ntitle: P\nnumbering: auto\n---\n\n";
  const draft::Rewriting result = Text(automatic + "## A\n\n**One** is here.\n\nTwo.\n").frozen();
  CHECK(result.obstacles.empty());
  CHECK(result.text ==
        "---\nid: test\ncouncil: Test Council\ntitle: P\nnumbering: explicit\n---\n\n"
        "## 1. A\n\n1.1 **One** is here.\n\n1.2 Two.\n");
  CHECK(Text(result.text).frozen().edits.empty());
}
