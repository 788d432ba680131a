#include "compare/effects/word_diff.h"
#include "compare_text.h"

using namespace concord;
using compare::Edit;
using compare::EditKind;

namespace {

// "kept [-gone-] [+new+] [~one>other~]": the edits as a reader would mark them.
std::string marked(std::string_view a, std::string_view b) {
  static const compare::Lexicon lexicon(&test::registers(), {});
  std::string text;
  std::uint32_t a_at = 0;
  std::uint32_t b_at = 0;
  const auto part = [](std::string_view of, syntax::Range range) {
    std::string words(of.substr(range.begin, range.end - range.begin));
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
  };
  for (const Edit& edit : compare::word_diff(a, b, lexicon)) {
    CHECK(edit.a.begin == a_at);
    CHECK(edit.b.begin == b_at);
    a_at = edit.a.end;
    b_at = edit.b.end;
    if (!text.empty()) text += ' ';
    switch (edit.kind) {
      case EditKind::equal:
        text += part(a, edit.a);
        break;
      case EditKind::deletion:
        text += "[-" + part(a, edit.a) + "-]";
        break;
      case EditKind::insertion:
        text += "[+" + part(b, edit.b) + "+]";
        break;
      case EditKind::role:
        text += "[~" + part(a, edit.a) + ">" + part(b, edit.b) + "~]";
        break;
    }
  }
  CHECK(a_at == a.size());
  CHECK(b_at == b.size());
  return text;
}

}  // namespace

TEST_CASE("equal texts have nothing to show") {
  CHECK(marked("Members decide.", "Members decide.") == "Members decide.");
  CHECK(marked("", "") == "");
}

TEST_CASE("a modal changes whole") {
  CHECK(marked("Officers must reply.", "Officers may reply.") ==
        "Officers [-must-] [+may+] reply.");
}

TEST_CASE("a planted not shows alone") {
  CHECK(marked("It is the role of members.", "It is not the role of members.") ==
        "It is [+not+] the role of members.");
}

TEST_CASE("another word for one role is a layer of its own") {
  CHECK(marked("Members must reply.", "Councillors must reply.") ==
        "[~Members>Councillors~] must reply.");
  CHECK(marked("Members must reply.", "Officers must reply.") ==
        "[-Members-] [+Officers+] must reply.");
}

TEST_CASE("a number in words is shown beside the digits that mean the same") {
  CHECK(marked("Reply within five days.", "Reply within 5 days.") ==
        "Reply within [-five-] [+5+] days.");
}

TEST_CASE("an inserted phrase is shown from its own beginning") {
  CHECK(
      marked("Ask the Clerk, and then decide.", "Ask the Clerk, and the Chair, and then decide.") ==
      "Ask the Clerk, [+and the Chair,+] and then decide.");
}

TEST_CASE("texts without a word in common are replaced whole") {
  CHECK(marked("Parking closes early.", "Respect matters") ==
        "[-Parking closes early.-] [+Respect matters+]");
  CHECK(marked("Gone entirely.", "") == "[-Gone entirely.-]");
}
