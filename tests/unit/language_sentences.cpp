#include <catch2/catch.hpp>
#include <string>

#include "frozen_registers.h"
#include "language/sentences.h"
#include "language/words.h"

using namespace concord::language;
using Strings = std::vector<std::string>;

namespace {

Strings pieces(std::string_view text, const std::vector<Range>& ranges) {
  Strings all;
  for (const Range range : ranges) all.emplace_back(slice(text, range));
  return all;
}

Strings sentences(std::string_view text) {
  return pieces(text, sentences_of(text, concord::test::word_lists()));
}
Strings quotations(std::string_view text) {
  return pieces(text, quotations_of(text));
}

}  // namespace

TEST_CASE("sentences end where readers think they do") {
  CHECK(sentences("One. Two? Three!") == Strings{"One.", "Two?", "Three!"});
  CHECK(sentences("Support (e.g. Typing) is given. Next.") ==
        Strings{"Support (e.g. Typing) is given.", "Next."});
  CHECK(sentences("Officers i.e. Head of Service decide.") ==
        Strings{"Officers i.e. Head of Service decide."});
  CHECK(sentences("The Cabinet, Committees etc. It is not so.") ==
        Strings{"The Cabinet, Committees etc.", "It is not so."});
  CHECK(sentences("stationery, transport, etc. to members.") ==
        Strings{"stationery, transport, etc. to members."});
  CHECK(sentences("See paragraph 3.1(e). Then stop") ==
        Strings{"See paragraph 3.1(e).", "Then stop"});
  CHECK(sentences("He said “so.” Then D. Nicholls left.") ==
        Strings{"He said “so.”", "Then D. Nicholls left."});
  CHECK(sentences("").empty());
  CHECK(sentences("\xE2\x80").size() == 1);
}

TEST_CASE("numbers, brackets and quotations are within their sentence") {
  CHECK(sentences("See No. 5 and para. 3. It ends.") ==
        Strings{"See No. 5 and para. 3.", "It ends."});
  CHECK(sentences("Within 5 days. 28 days is too long.") ==
        Strings{"Within 5 days.", "28 days is too long."});
  CHECK(sentences("“Stop!” she said. (The meeting ended.) All left") ==
        Strings{"“Stop!” she said.", "(The meeting ended.)", "All left"});
  CHECK(sentences("Cllr. Jones (Ind.) spoke; nobody else did.") ==
        Strings{"Cllr. Jones (Ind.) spoke; nobody else did."});
}

TEST_CASE("quotations are told from apostrophes") {
  CHECK(quotations("the “need to know” principle") == Strings{"need to know"});
  CHECK(quotations("a 'members only' meeting of the officers' group") == Strings{"members only"});
  CHECK(quotations("the officer's view, the members' view").empty());
  CHECK(quotations("as \"officers\" throughout") == Strings{"officers"});
  CHECK(quotations("‘the Council’s view’ here") == Strings{"the Council’s view"});
}
