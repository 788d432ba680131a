// Executes tests/spec/*.md, the manual of the source format: each example is parsed, and what was
// understood and reported must be what stands there.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "source/source_map.h"
#include "spec_examples.h"
#include "syntax/document.h"

using namespace concord;

namespace {

using test::Example;

std::vector<Example> all_examples() {
  std::vector<std::filesystem::path> chapters;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(CONCORD_SOURCE_DIR) / "tests/spec")) {
    if (entry.path().extension() == ".md") chapters.push_back(entry.path());
  }
  std::sort(chapters.begin(), chapters.end());
  std::vector<Example> examples;
  for (const auto& chapter : chapters) {
    for (Example& example : test::examples_of(chapter, "example"))
      examples.push_back(std::move(example));
  }
  return examples;
}

const std::string usual_front_matter = "---\ncouncil: Example\ntitle: Example\n---\n\n";

bool has_front_matter(const Example& example) {
  return example.source.rfind("---\n", 0) == 0;
}

std::string with_front_matter(const Example& example) {
  return has_front_matter(example) ? example.source : usual_front_matter + example.source;
}

struct Result {
  syntax::Document document;
  std::string understood;
  std::string codes;
};

Result run(const std::string& text) {
  source::SourceMap sources;
  diag::Sink sink;
  const source::FileId file = sources.add("example.md", text);
  Result result{syntax::parse(sources, file, sink), "", ""};
  result.understood = syntax::dump(result.document);
  diag::Policy policy;
  policy.profile = diag::Profile::draft;
  for (const diag::Finding& finding : diag::judge(sink, policy)) {
    if (!result.codes.empty()) result.codes += ' ';
    result.codes += diag::info(finding.diagnostic.code).name;
  }
  if (!result.codes.empty()) result.codes += '\n';
  return result;
}

// What follows the metadata's closing line of hyphens.
std::string without_metadata(const std::string& understood) {
  const std::size_t close = understood.find("\n---\n");
  return understood.substr(close + 5);
}

}  // namespace

TEST_CASE("every example of the manual is understood as it says") {
  const std::vector<Example> examples = all_examples();
  REQUIRE(examples.size() > 40);
  for (const Example& example : examples) {
    INFO(example.place);
    const Result result = run(with_front_matter(example));
    CHECK((has_front_matter(example) ? result.understood : without_metadata(result.understood)) ==
          example.understood);
    CHECK(result.codes == example.codes);
  }
}

TEST_CASE("every example written back as Markdown is understood the same") {
  for (const Example& example : all_examples()) {
    const Result once = run(with_front_matter(example));
    const std::string written = syntax::to_markdown(once.document, syntax::Notes::kept);
    INFO(example.place << "\n" << written);
    const Result twice = run(written);
    CHECK(syntax::same(once.document, twice.document));
    CHECK(syntax::to_markdown(twice.document, syntax::Notes::kept) == written);
  }
}
