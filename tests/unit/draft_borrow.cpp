#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "draft/borrow.h"
#include "draft/rewriting.h"
#include "draft/source_segments.h"
#include "draft_text.h"
#include "source/files.h"

using namespace concord;

namespace {

struct Both {
  Both(const std::string& lenders, const std::string& own) {
    lender = read("lender", lenders);
    borrower = read("own", own);
  }

  std::optional<passes::Protocol> read(const std::string& id, const std::string& body,
                                       const std::string& front = "") {
    return check(id,
                 "---\nid: " + id + "\ncouncil: C\ntitle: Protocol\n" + front + "---\n\n" + body);
  }

  std::optional<passes::Protocol> check(const std::string& id, std::string text) {
    const auto file = sources.add(id + ".md", std::move(text));
    return passes::check(graph::build(syntax::parse(sources, file, sink), sink), vocabulary, {},
                         sink);
  }

  draft::Borrowed borrow(
      std::string_view clause, std::string_view after,
      const draft::Counterpart& counterpart = [](auto) { return std::nullopt; }) {
    return draft::borrow({sources, vocabulary, ""},
                         {*lender, lender->graph().find(clause).value(), *borrower,
                          borrower->graph().find(after).value()},
                         counterpart);
  }
  // What comes in, with the blank line before it.
  std::string put_in(const draft::Borrowed& borrowed) const {
    for (const auto& each : borrowed.rewriting.obstacles) UNSCOPED_INFO(each.message);
    REQUIRE(borrowed.rewriting.obstacles.empty());
    std::string all;
    for (const auto& edit : borrowed.rewriting.edits) all += edit.text;
    return all;
  }

  syntax::Register registers = test::small_register();
  passes::Vocabulary vocabulary{registers};
  source::SourceMap sources;
  diag::Sink sink;
  std::optional<passes::Protocol> lender;
  std::optional<passes::Protocol> borrower;
};

using Lines = std::vector<std::string>;
const std::string own = "## 4. B\n\n4.1 The rules bind every member of staff.\n\n4.2 More.\n";

}  // namespace

TEST_CASE("a clause comes with its items, an automatic number and where it is from") {
  Both both(
      "## 1. A\n\n1.1 Papers are sent: {#papers}\n\n- (a) early;\n- (b) to all. {sic=\"x\"}\n\n1.2 "
      "More.\n",
      own);
  CHECK(both.put_in(both.borrow("papers", "4.1")) ==
        "\n\n#. Papers are sent: {from=lender#papers}\n\n- (a) early;\n- (b) to all.");
}

TEST_CASE("a title that goes on in the next line has the borrower's words too") {
  Both both("## 1. A\n\n1.1 Members should ask the Managing\nDirector.\n",
            own + "\n4.3 The Chief Executive decides. So says the Chief Executive.\n");
  CHECK(both.put_in(both.borrow("1.1", "4.1")) ==
        "\n\n#. Members should ask the Chief Executive. {from=lender#1.1}");
}

TEST_CASE("roles have the words that the borrower uses, with their articles") {
  Both both(
      "## 1. A\n\n1.1 A Councillor asks an Officer, and Councillors thank the Managing Director.\n",
      "## 4. B\n\n4.1 The rules bind each executive member, member and officer, all members and "
      "officers, and the Chief Executive.\n");
  const auto borrowed = both.borrow("1.1", "4.1");
  CHECK(
      both.put_in(borrowed) ==
      "\n\n#. A member asks an officer, and members thank the Chief Executive. {from=lender#1.1}");
  CHECK(borrowed.remarks.size() == 4);
}

TEST_CASE("the stop of an abbreviation opens no sentence") {
  Both both("## 1. A\n\n1.1 Advisers help, e.g. Officers. Officers advise.\n",
            "## 4. B\n\n4.1 The rules bind officers here.\n");
  CHECK(both.put_in(both.borrow("1.1", "4.1")) ==
        "\n\n#. Advisers help, e.g. officers. Officers advise. {from=lender#1.1}");
}

TEST_CASE("a capital that belongs to a title is no form of the role") {
  Both both("## 1. A\n\n1.1 Rules bind each officer here.\n",
            "## 4. B\n\n4.1 See the Officer Code of Conduct and the Officer Code of Practice.\n");
  CHECK(both.put_in(both.borrow("1.1", "4.1")) ==
        "\n\n#. Rules bind each officer here. {from=lender#1.1}");
}

TEST_CASE("a role that says something by its very words keeps them") {
  const std::string here =
      "## 4. B\n\n4.1 The rules bind each member, and members as officers; ask the Scrutiny.\n";
  const auto put = [&](const std::string& words) {
    Both both("## 1. A\n\n1.1 " + words + "\n", here);
    return both.put_in(both.borrow("1.1", "4.1"));
  };
  for (const std::string words :
       {"Officers say ‘Councillor’ to each.", "Call a colleague Councillor Smith.",
        "It binds Parish Councillors.", "Here the Members include those councillors.",
        "In this protocol “Members” means all who sit. So Councillors, elected or not."}) {
    CAPTURE(words);
    const bool defines = words.starts_with("In this");
    CHECK(put(words) == "\n\n#. " +
                            (defines ? "In this protocol “Members” means all who sit. So members, "
                                       "elected or not."
                                     : words) +
                            " {from=lender#1.1}");
  }
}

TEST_CASE("the number of a role stays, and no plural is made up") {
  Both both("## 1. A\n\n1.1 It binds the Members of the Council and overview committees.\n",
            "## 4. B\n\n4.1 The rules bind each member, and the Scrutiny.\n");
  const auto borrowed = both.borrow("1.1", "4.1");
  CHECK(both.put_in(borrowed) ==
        "\n\n#. It binds the members and overview committees. {from=lender#1.1}");
}

TEST_CASE("a reference out of the clause leads to the counterpart, or asks") {
  Both both("## 1. A\n\n1.1 See paragraph 1.2 and paragraph 1.3.\n\n1.2 Two.\n\n1.3 Three.\n", own);
  const auto two = both.lender->graph().find("1.2");
  const auto here = both.borrower->graph().find("4.2");
  const auto borrowed = both.borrow(
      "1.1", "4.1", [&](graph::ClauseId asked) { return asked == two ? here : std::nullopt; });
  CHECK(
      both.put_in(borrowed) ==
      "\n\n#. See paragraph 4.2 and paragraph 1.3 <!-- lender#1.3 there: what is meant here? -->. "
      "{from=lender#1.1}");
  CHECK(borrowed.remarks ==
        Lines{"reference: \"paragraph 1.2\" (lender#1.2) leads to \"4.2\" here",
              "reference: \"paragraph 1.3\" is lender#1.3 there; say what is meant here"});
}

TEST_CASE("footnotes come along under labels that are free") {
  Both both("## 1. A\n\n1.1 Papers[^1] are sent.\n\n[^1]: On paper.\n",
            "## 4. B\n\n4.1 Rules[^1] bind.\n\n4.2 More.\n\n[^1]: All.\n");
  const auto borrowed = both.borrow("1.1", "4.1");
  CHECK(both.put_in(borrowed) ==
        "\n\n#. Papers[^2] are sent. {from=lender#1.1}\n\n[^2]: On paper.");
  CHECK(borrowed.rewriting.text.ends_with("[^1]: All.\n\n[^2]: On paper.\n"));
}

TEST_CASE("a heading or an item is not borrowed, and nothing goes behind an item") {
  Both both("## 1. A\n\n1.1 Papers:\n\n- (a) early.\n", "## 4. B\n\n4.1 Rules:\n\n- (a) bind.\n");
  CHECK_FALSE(both.borrow("1", "4.1").rewriting.obstacles.empty());
  CHECK_FALSE(both.borrow("1.1.a", "4.1").rewriting.obstacles.empty());
  CHECK_FALSE(both.borrow("1.1", "4.1.a").rewriting.obstacles.empty());
  CHECK(both.borrow("1.1", "4.1")
            .rewriting.text.ends_with(
                "- (a) bind.\n\n#. Papers: {from=lender#1.1}\n\n- (a) early.\n"));
}

TEST_CASE("the version is named where the lender says when it was adopted") {
  Both both("", own);
  both.lender = both.read("lender", "## 1. A\n\n1.1 Papers are sent.\n",
                          "status: adopted\nadopted: {date: 2024-05-20, body: Council}\n");
  CHECK(both.put_in(both.borrow("1.1", "4.1")) ==
        "\n\n#. Papers are sent. {from=\"lender@2024-05-20#1.1\"}");
}

TEST_CASE("a clause that was borrowed and is deleted leaves the text as it was, to the byte") {
  const std::string folder = std::string(CONCORD_SOURCE_DIR) + "/protocols/";
  std::size_t tried = 0;
  Both both("", own);
  both.lender = both.check("lender", source::read_file(folder + "leeds.md"));
  both.borrower = both.check("york", source::read_file(folder + "york.md"));
  const std::string text(both.sources.text(both.borrower->graph().file));
  const auto borrowable = [](const graph::Clause& clause) {
    return clause.kind == graph::Kind::clause || clause.kind == graph::Kind::paragraph;
  };
  for (const graph::Clause& clause : both.lender->clauses()) {
    if (!borrowable(clause)) continue;
    const auto borrowed = both.borrow(clause.key, "4.3");
    INFO(clause.key);
    REQUIRE(borrowed.rewriting.obstacles.empty());
    const draft::Reread now("york.md", borrowed.rewriting.text);
    std::set<std::string> had;
    for (const graph::Clause& each : both.borrower->clauses())
      if (each.kind == graph::Kind::footnote) had.insert(each.number.label);
    std::vector<draft::Edit> deletions;
    for (const graph::Clause& each : now.graph.clauses) {
      const bool came = each.attributes.find("from") != nullptr ||
                        (each.kind == graph::Kind::footnote && !had.contains(each.number.label));
      if (!came) continue;
      std::uint32_t begin = each.span.begin;
      while (draft::is_white(borrowed.rewriting.text[begin - 1])) --begin;
      const graph::Clause* last = &each;
      while (!last->children.empty()) last = &now.graph[last->children.back()];
      const std::uint32_t end = draft::segment_of(borrowed.rewriting.text, *last).own_end;
      deletions.push_back({draft::Edit::Kind::clause, each.id, {each.span.file, begin, end}, ""});
    }
    CHECK(draft::applied(borrowed.rewriting.text, deletions) == text);
    ++tried;
  }
  CHECK(tried >= 30);
}
