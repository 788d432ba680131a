// A comparison finds the same whatever those before it remembered.
#include <catch2/catch.hpp>
#include <random>

#include "compare/memory.h"
#include "compare_text.h"
#include "edited_text.h"

using namespace concord;

namespace {

std::string found(const std::vector<passes::Protocol>& protocols, compare::Memory* memory) {
  compare::Options options;
  options.registers = &test::registers();
  options.memory = memory;
  return compare::dump(compare::compare(protocols, options), protocols);
}

// Leeds, Ware and that text of York's.
std::vector<passes::Protocol> with_york(const std::string& text) {
  auto protocols = test::councils({"leeds", "ware"});
  protocols.push_back(test::protocol_of("york", text));
  return protocols;
}

}  // namespace

TEST_CASE("comparing again finds what a first comparison finds") {
  compare::Memory memory;
  const std::string york = test::text_of("york");
  std::string other_words = york;  // for a role, which the text itself uses
  other_words.replace(other_words.find("member: [Member, Councillor]"), 28, "member: [Councillor]");
  std::minstd_rand random(11);
  for (const std::string& text : {york, york, test::edited(york, random), other_words, york}) {
    const auto protocols = with_york(text);
    CHECK(found(protocols, &memory) == found(protocols, nullptr));
  }
  const auto two = test::councils({"york", "leeds"});
  CHECK(found(two, &memory) == found(two, nullptr));
}
