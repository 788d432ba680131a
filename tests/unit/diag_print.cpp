#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "diag/print.h"

namespace {

using namespace concord::diag;
using concord::source::FileId;
using concord::source::SourceMap;
using concord::source::Span;

struct Example {
  SourceMap sources;
  std::vector<Finding> findings;

  Example() {
    const FileId york =
        sources.add("protocols/york.md", "## 4. Relations\n\n4.6 See paragraph 3 below.\n");
    findings.push_back(
        {Severity::warning,
         {Code::REF003,
          Span{york, 25, 42},
          "\"paragraph 3 below\" stands above",
          {{"paragraph 3 is here", Span{york, 0, 5}}, {"a note without a place", {}}},
          {{"write \"above\"", Span{york, 37, 42}, "above", true}}}});
  }
};

TEST_CASE("a finding shows place, message, line, caret, notes and fix") {
  const Example example;
  CHECK(as_text(example.findings, example.sources, false) ==
        "protocols/york.md:3:9: warning[REF003]: \"paragraph 3 below\" stands above\n"
        "    3 | 4.6 See paragraph 3 below.\n"
        "      |         ^~~~~~~~~~~~~~~~~\n"
        "protocols/york.md:1:1: note: paragraph 3 is here\n"
        "    1 | ## 4. Relations\n"
        "      | ^~~~~\n"
        "      = note: a note without a place\n"
        "      = fix: write \"above\" (concord check --fix does it)\n");
}

TEST_CASE("colour is there only when asked for") {
  const Example example;
  CHECK(as_text(example.findings, example.sources, false).find('\x1b') == std::string::npos);
  CHECK(as_text(example.findings, example.sources, true).find("\x1b[1;33mwarning[REF003]") !=
        std::string::npos);
}

TEST_CASE("a text cannot command the terminal or turn its direction") {
  CHECK(printable("a\x1b[31mb") == "a\\x1b[31mb");
  CHECK(printable("safe \xE2\x80\xAE evil") == "safe U+202E evil");
  CHECK(printable("tab\there \xFF") == "tab here \\xff");
  CHECK(printable("Ŵ ŷ – ’") == "Ŵ ŷ – ’");
}

TEST_CASE("of a long line the part around the place is shown") {
  SourceMap sources;
  const std::string words(300, 'x');
  const FileId id = sources.add("a.md", words + " HERE " + words);
  const std::vector<Finding> findings{{Severity::note, {Code::STY003, Span{id, 301, 305}, "m"}}};
  const std::string text = as_text(findings, sources, false);
  CHECK(text.find("…") != std::string::npos);
  CHECK(text.find("HERE") != std::string::npos);
  CHECK(text.size() < 400);
}

TEST_CASE("a place past the end of the text is shown all the same") {
  SourceMap sources;
  const FileId id = sources.add("a.md", "");
  const std::vector<Finding> findings{{Severity::error, {Code::SRC003, Span{id, 0, 0}, "empty"}}};
  CHECK(as_text(findings, sources, false) ==
        "a.md:1:1: error[SRC003]: empty\n    1 | \n      | ^\n");
}

TEST_CASE("JSON carries everything that the text says") {
  const Example example;
  const auto json = nlohmann::json::parse(as_json(example.findings, example.sources));
  CHECK(json["schema"] == "concord/1");
  const auto& d = json["diagnostics"].at(0);
  CHECK(d["code"] == "REF003");
  CHECK(d["severity"] == "warning");
  CHECK(d["span"]["line"] == 3);
  CHECK(d["span"]["column"] == 9);
  CHECK(d["notes"].at(0)["span"]["line"] == 1);
  CHECK(d["notes"].at(1)["span"].is_null());
  CHECK(d["fixes"].at(0)["replacement"] == "above");
}

TEST_CASE("SARIF names version, rule, place and fix") {
  const Example example;
  const auto sarif = nlohmann::json::parse(as_sarif(example.findings, example.sources));
  CHECK(sarif["version"] == "2.1.0");
  const auto& run = sarif["runs"].at(0);
  CHECK(run["tool"]["driver"]["rules"].at(0)["id"] == "REF003");
  const auto& result = run["results"].at(0);
  CHECK(result["level"] == "warning");
  const auto& place = result["locations"].at(0)["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "protocols/york.md");
  CHECK(place["region"]["startLine"] == 3);
  CHECK(result["fixes"].at(0)["artifactChanges"].at(0)["replacements"].at(
            0)["insertedContent"]["text"] == "above");
}

TEST_CASE("bytes that are no text are shown as escapes, however much they look like some") {
  CHECK(printable("a\xC0\xAF") == "a\\xc0\\xaf");
  CHECK(printable("\xE0\x80\xBC") == "\\xe0\\x80\\xbc");           // "<", overlong
  CHECK(printable("\xED\xB0\x80") == "\\xed\\xb0\\x80");           // half of a surrogate pair
  CHECK(printable("\xF4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");  // beyond Unicode
  CHECK(printable("\x9B"
                  "2J") == "\\x9b2J");  // an 8-bit terminal code
  CHECK(printable("\u00e9\u2019\U0001F600") == "\u00e9\u2019\U0001F600");
}

TEST_CASE("bytes that are no text do not break the machine formats") {
  SourceMap sources;
  const FileId id = sources.add("a\xFF.md", "x");
  const std::vector<Finding> findings{{Severity::error, {Code::SRC002, Span{id, 0, 1}, "\xFF"}}};
  CHECK(nlohmann::json::accept(as_json(findings, sources)));
  CHECK(nlohmann::json::accept(as_sarif(findings, sources)));
}

TEST_CASE("the summary counts what is there") {
  const Example example;
  CHECK(summary(example.findings) == "1 warning");
  CHECK(summary(std::span<const Finding>{}) == "no findings");
}

}  // namespace
