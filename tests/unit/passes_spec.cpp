// Executes the examples of references in tests/spec/: what each leads to and what is reported must
// be what stands there.

#include <catch2/catch.hpp>

#include "passes_text.h"
#include "spec_examples.h"

using namespace concord;

namespace {

std::string leads(const test::Checked& text) {
  std::string all;
  for (const std::string& each : text.references()) all += each + '\n';
  return all;
}

std::string codes(const test::Checked& text) {
  std::string all;
  for (const auto& finding : diag::judge(text.sink, {.off = {"MET", "STY", "NUM", "DEF", "ROL"}}))
    all += (all.empty() ? "" : " ") + std::string(diag::info(finding.diagnostic.code).name);
  return all.empty() ? all : all + '\n';
}

}  // namespace

TEST_CASE("the examples of references in the manual") {
  const auto chapter = std::filesystem::path(CONCORD_SOURCE_DIR) / "tests/spec/15-references.md";
  const auto examples = test::examples_of(chapter, "references");
  REQUIRE(examples.size() >= 10);
  for (const test::Example& example : examples) {
    CAPTURE(example.place);
    const test::Checked text(example.source);
    CHECK(leads(text) == example.understood);
    CHECK(codes(text) == example.codes);
  }
}
