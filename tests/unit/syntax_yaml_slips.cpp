#include <catch2/catch.hpp>

#include "syntax/day.h"
#include "syntax_text.h"

using namespace concord;

namespace {

// The line (of the file) and message of the only fault of a front matter.
std::string fault(const std::string& yaml) {
  const Parsed text("---\n" + yaml + "---\n\nText.\n");
  std::string said;
  for (const auto& each : text.sink.all()) {
    if (diag::info(each.code).name.substr(0, 3) != "FMT") continue;
    if (!said.empty()) said += '\n';
    said += std::to_string(text.sources.position(text.file, each.span.begin).line) + ": " +
            each.message;
  }
  return said;
}

}  // namespace

TEST_CASE("YAML's usual slips are told in plain words, where they were made") {
  CHECK(fault("council: A\ntitle: Part 5: Protocol\n") ==
        "3: a value with a colon in it needs quotation marks; write title: \"Part 5: Protocol\"");
  CHECK(fault("council: A\ntitle: \"Protocol\nstatus: draft\npart: \"5\"\n") ==
        "3: this quotation mark is never closed; write title: \"Protocol\"");
  CHECK(fault("council: A\nreview:\n\tdue: 2030\ntitle: B\n") ==
        "4: the line is indented with a tab; write spaces instead");
  CHECK(fault("council: A\n  title: B\n") ==
        "3: \"title\" is indented further than \"council\" above it, which already has a value; "
        "begin both in the same column");
  CHECK(fault("council: A\nreview:\n    due: 2030\n  owner: B\ntitle: C\n") ==
        "5: \"owner\" is not aligned with any line above; indent it like the lines "
        "beside it");
  CHECK(fault("council: A\ntitle: \"The \"new\" Protocol\"\n") ==
        "3: the value goes on after its closing quotation mark; write title: \"The new Protocol\"");
  CHECK(fault("council: A\ntitle:Protocol\nstatus: draft\n") ==
        "3: a space is missing after the colon; write title: Protocol");
  CHECK(fault("council: A\nadopted: {date: 2024-05-20, body: Council\ntitle: B\n") ==
        "3: the bracket \"{\" is never closed; write \"}\" at the end of its list");
  CHECK(fault("council: A\ntitle: @Protocol\n") ==
        "3: a value that begins with \"@\" needs quotation marks; write title: \"@Protocol\"");
}

TEST_CASE("keys given twice and dates that are none are told in plain words") {
  CHECK(fault("council: A\ntitle: B\ncouncil: C\n") ==
        "4: \"council\" is given twice and the first is used; delete the other");
  CHECK(fault("council: A\ntitle: B\nreview: {due: 30/05/2024}\n") ==
        "4: \"review.due\" is \"30/05/2024\"; write due: 2024-05-30");
  CHECK(fault("council: A\ntitle: B\nreview: {due: 20 May 2024}\n") ==
        "4: \"review.due\" is \"20 May 2024\"; write due: 2024-05-20");
  CHECK(fault("council: A\ntitle: B\nreview: {due: 2024-02-30}\n") ==
        "4: \"review.due\" is \"2024-02-30\", which does not exist; write due: "
        "2024-05-20 (or 2024-05, or 2024)");
  CHECK(fault("council: A\ntitle: B\nreview: {due: soon}\n") ==
        "4: \"review.due\" is \"soon\", which is not a date; write due: 2024-05-20 (or 2024-05, "
        "or 2024)");
}

TEST_CASE("a value of the wrong form, and a misspelt key, are told with the line to write") {
  const auto told = [](const std::string& line) { return fault("council: A\ntitle: B\n" + line); };
  CHECK(told("peers: leeds, york\n") ==
        "4: \"peers\" is \"leeds, york\", which is one name; write peers: [leeds, york]");
  CHECK(told("peers: leeds,york ,\n") ==
        "4: \"peers\" is \"leeds,york ,\", which is one name; write peers: [leeds, york]");
  CHECK(told("status: adoptd\n") ==
        "4: \"status\" \"adoptd\" has the wrong form; expected one of draft, adopted, superseded; "
        "write status: adopted");
  CHECK(told("status: unknown\n") ==
        "4: \"status\" \"unknown\" has the wrong form; expected one of draft, adopted, superseded");
  CHECK(
      told("adopted: 2024-05-20\n") ==
      "4: \"adopted\" \"2024-05-20\" has the wrong form; expected keys and values; write adopted: "
      "{date: …, body: …, minute: …}");
  CHECK(told("peer: leeds\n") == "4: unknown key \"peer\"; did you mean \"peers: [leeds]\"?");
  CHECK(told("reviw:\n  due: 2027\n") == "4: unknown key \"reviw\"; did you mean \"review\"?");
}

TEST_CASE("a list of names may be one name, or names in brackets") {
  for (const char* peers : {"peers: leeds\n", "peers: [leeds, york]\n", "peers:\n  - leeds\n"}) {
    CAPTURE(peers);
    CHECK(fault(std::string("council: A\ntitle: B\n") + peers).empty());
  }
}

TEST_CASE("days as people write them") {
  const auto read = [](std::string_view text) {
    const auto day = syntax::day_at(text);
    return day ? std::to_string(day->day) + "." + std::to_string(day->month) + "." +
                     std::to_string(day->year) + " " + std::to_string(day->length)
               : "none";
  };
  CHECK(read("30 February 2027 is") == "30.2.2027 16");
  CHECK(read("1st of Sept") == "1.9.0 11");
  CHECK(read("February 3rd, 2027") == "3.2.2027 18");
  CHECK(read("30/02/2027") == "30.2.2027 10");
  CHECK(read("2027-02-03") == "3.2.2027 10");
  for (const auto* none : {"May 5", "40 members", "5 may", "3.1", "12/2024", "45 March", "Mayor"})
    CHECK(read(none) == "none");
}
