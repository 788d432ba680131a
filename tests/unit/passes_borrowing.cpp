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

TEST_CASE("REF017: what was borrowed from an earlier version reads otherwise there now") {
  const auto said = [](const std::string& present, std::string_view from = "york@2020#3.1") {
    Checked text("## 1. S\n\n1.1 Words. {from=\"" + std::string(from) + "\"}\n");
    const Checked earlier("## 3. T\n\n3.1 Members should ask. {#ask}\n\n3.2 Officers reply.\n");
    const Checked later("## 3. T\n\n" + present);
    diag::Sink sink;
    passes::check_borrowing(text->graph(),
                            {{"test", &text->graph()},
                             {"york", &later->graph()},
                             {"york@2020", &earlier->graph()},
                             {"york@2023", &later->graph()}},
                            sink);
    std::string all;
    for (const auto& each : sink.all()) {
      all += std::string(diag::info(each.code).name) + ": " + each.message;
      for (const auto& note : each.notes) all += "; " + note.text;
    }
    return all;
  };
  const std::string same = "3.1 New words.\n\n3.2 Members should ask.\n";
  CHECK(said(same).empty());
  CHECK(said("3.1 Members must ask. {#ask}\n") ==
        "REF017: the words of \"york@2020#3.1\" have changed since; it is now \"3.1\"");
  CHECK(said("3.1 Members must ask. {#now formerly=ask}\n") ==
        "REF017: the words of \"york@2020#3.1\" have changed since; it is now \"3.1\"");
  CHECK(said("3.1 Nobody asks.\n") ==
        "REF017: \"york@2020#3.1\" is gone: no clause there has its words or its identifier now");
  CHECK(said(same, "york@2023#3.1").empty());
  CHECK(said(same, "york#3.1").empty());
  CHECK(said(same, "york@2020#9.9").starts_with("REF008"));
  CHECK(said("3.1 Words.\n", "york@1999#3.1").starts_with("REF009"));
  CHECK(said("3.1 Nobody asks.\n", "york@1999#3.1") ==
        "REF017: version \"1999\" of \"york\" was not read, and \"3.1\" of the one that was reads "
        "otherwise than this clause; compare the two; it is now \"3.1\"");
  CHECK(
      said(same, "york@1999#7.7") ==
      "REF009: \"from\" names version \"1999\" of \"york\", which was not read, so its clause was "
      "not looked up");
  CHECK(said(same, "york@#3.1").starts_with("REF008"));
}

TEST_CASE("REF017: from names a clause that has hardly a word in common") {
  const std::string lent = "Members should ask officers for advice before meetings of committees.";
  const auto said = [&](const std::string& words, const std::string& sic = "") {
    Checked text("## 1. S\n\n1.1 " + words + " {from=\"york#3.1\"" + sic + "}\n");
    const Checked lender("## 3. T\n\n3.1 " + lent + "\n");
    diag::Sink sink;
    passes::check_borrowing(text->graph(), {{"test", &text->graph()}, {"york", &lender->graph()}},
                            sink);
    std::string all;
    for (const auto& each : sink.all()) all += each.message;
    return all;
  };
  const std::string other = "The press office answers journalists and publishes what was said.";
  CHECK(said(lent).empty());
  CHECK(said("Councillors must seek advice from officers before committees meet.").empty());
  CHECK(said(other) ==
        "\"from\" names \"york#3.1\", which has hardly a word in common with this clause");
  CHECK(said(other, " sic=\"redrafted\"").empty());
}
