#include <catch2/catch.hpp>

#include "passes/borrowing.h"
#include "passes_text.h"

using namespace concord;
using diag::Code;
using test::Checked;

TEST_CASE("REF008 and REF009: from names a clause of the corpus") {
  const auto said = [](std::string_view from) {
    Checked text("## 1. S\n\n1.1 Words. {from=\"" + std::string(from) + "\"}\n");
    const Checked lender("## 1. T {#there}\n\n3.1 Lead:\n\n- (e) item.\n");
    diag::Sink sink;
    passes::check_borrowing(text->graph(), {{"test", &text->graph()}, {"york", &lender->graph()}},
                            sink);
    std::string all;
    for (const auto& each : sink.all())
      all += std::string(diag::info(each.code).name) + ": " + each.message;
    return all;
  };
  CHECK(said("york#3.1").empty());
  CHECK(said("york#3.1(e)").empty());
  CHECK(said("york#there").empty());
  CHECK(said("york#9.9") == "REF008: \"from\" names clause \"9.9\", which \"test\" does not have");
  CHECK(said("york 3.1") ==
        "REF008: \"from\" is \"york 3.1\"; expected a protocol and one of its clauses, such as "
        "york#4.3");
  CHECK(
      said("leeds#3.1") ==
      "REF009: \"from\" names protocol \"leeds\", which was not read, so its clause was not looked "
      "up");
}
