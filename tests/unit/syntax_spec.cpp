// Executes tests/spec/*.md, the manual of the source format: each example is parsed, and what was
// understood and reported must be what stands there.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "source/source_map.h"
#include "syntax/document.h"

using namespace concord;

namespace {

struct Example {
  std::string place;  // chapter.md:line
  std::string source;
  std::string understood;
  std::string codes;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// The parts of one example, between the fence lines first and last.
Example read_example(const std::vector<std::string>& lines, std::size_t first, std::size_t last) {
  Example example;
  std::string* const parts[] = {&example.source, &example.understood, &example.codes};
  std::size_t part = 0;
  for (std::size_t i = first + 1; i < last; ++i) {
    if (lines[i] == "." && part < 2) {
      ++part;
    } else {
      *parts[part] += lines[i] + '\n';
    }
  }
  return example;
}

std::vector<Example> examples_of(const std::filesystem::path& chapter) {
  const std::vector<std::string> lines = lines_of(source::read_file(chapter));
  std::vector<Example> examples;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t fence = std::min(lines[i].find_first_not_of('`'), lines[i].size());
    if (fence < 3 || lines[i].substr(fence) != "example") continue;
    const auto close = std::find(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(),
                                 lines[i].substr(0, fence));
    const auto last = static_cast<std::size_t>(close - lines.begin());
    Example example = read_example(lines, i, last);
    example.place = chapter.filename().string() + ":" + std::to_string(i + 1);
    examples.push_back(std::move(example));
    i = last;
  }
  return examples;
}

std::vector<Example> all_examples() {
  std::vector<std::filesystem::path> chapters;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(CONCORD_SOURCE_DIR) / "tests/spec")) {
    if (entry.path().extension() == ".md") chapters.push_back(entry.path());
  }
  std::sort(chapters.begin(), chapters.end());
  std::vector<Example> examples;
  for (const auto& chapter : chapters) {
    for (Example& example : examples_of(chapter)) examples.push_back(std::move(example));
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
    const std::string written = syntax::to_markdown(once.document);
    INFO(example.place << "\n" << written);
    const Result twice = run(written);
    CHECK(syntax::same(once.document, twice.document));
    CHECK(syntax::to_markdown(twice.document) == written);
  }
}
