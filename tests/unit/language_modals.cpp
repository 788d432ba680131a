#include <catch2/catch.hpp>
#include <string>

#include "frozen_registers.h"
#include "language/modals.h"

using namespace concord::language;
using concord::syntax::Force;

namespace {

// "can not 2": the verb at the head of the text, whether it is denied, and how many words say it.
std::string read(std::string_view text) {
  static const Modals modals(concord::test::word_lists());
  const auto modal = modals.at(Words(text), 0);
  if (!modal) return "none";
  return modal->verb->verb + (modal->negated ? " not " : " ") + std::to_string(modal->word_count);
}

std::string of_word(std::string_view word) {
  static const Modals modals(concord::test::word_lists());
  const auto modal = modals.of_word(word);
  if (!modal) return "none";
  return modal->verb->verb + (modal->negated ? " not" : "");
}

}  // namespace

TEST_CASE("modals are one word or several") {
  CHECK(read("must declare") == "must 1");
  CHECK(read("May speak") == "may 1");
  CHECK(read("is to report") == "must 2");
  CHECK(read("are to report") == "must 2");
  CHECK(read("is reported") == "none");
  CHECK(read("members must") == "none");
  CHECK(read("") == "none");
}

TEST_CASE("modals are denied by a word beside them or by themselves") {
  CHECK(read("may not speak") == "may not 2");
  CHECK(read("must never speak") == "must not 2");
  CHECK(read("need not speak") == "need not 2");
  CHECK(read("cannot speak") == "can not 1");
  CHECK(read("can not speak") == "can not 2");
  CHECK(read("mustn't speak") == "must not 1");
  CHECK(read("can’t speak") == "can not 1");
  CHECK(read("are not to speak") == "none");
  CHECK(read("need to know") == "none");
  CHECK(read("may without notice attend") == "may 1");
}

TEST_CASE("the month of May is no modal") {
  const Modals modals(concord::test::word_lists());
  const auto is_modal = [&](std::string_view text, std::size_t at) {
    return modals.at(Words(text), at).has_value();
  };
  CHECK(is_modal("Members may speak", 1));
  CHECK_FALSE(is_modal("The Council meets in May", 4));
  CHECK_FALSE(is_modal("Adopted on 14 May by the Council", 3));
  CHECK_FALSE(is_modal("May 2026", 0));
}

TEST_CASE("a word by itself says a modal or none") {
  CHECK(of_word("shall") == "shall");
  CHECK(of_word("cannot") == "can not");
  CHECK(of_word("won’t") == "will not");
  CHECK(of_word("is") == "none");
  CHECK(of_word("need") == "none");
}

TEST_CASE("what a modal does is told by its verb") {
  const Modals modals(concord::test::word_lists());
  CHECK(modals.of_word("must")->verb->force == Force::duty);
  CHECK(modals.of_word("will")->verb->force == Force::future);
  CHECK(modals.of_word("should")->verb->force == Force::advice);
  CHECK(modals.of_word("may")->verb->force == Force::permission);
  CHECK(modals.of_word("might")->verb->force == Force::possibility);
}
