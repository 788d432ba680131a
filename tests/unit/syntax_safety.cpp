// What front matter may say where it becomes a folder or an address in the outputs.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "syntax/document.h"

using namespace concord;

namespace {

struct Read {
  std::string id;
  bool refused;
};

Read read(const std::string& file_name, const std::string& front_matter) {
  source::SourceMap sources;
  diag::Sink sink;
  const auto file =
      sources.add(file_name, "---\n" + front_matter + "council: C\ntitle: T\n---\n\n1. Text.\n");
  const std::string id = syntax::parse(sources, file, sink).metadata.id;
  return {id, std::any_of(sink.all().begin(), sink.all().end(), [](const diag::Diagnostic& found) {
            return found.code == diag::Code::FMT007;
          })};
}

}  // namespace

TEST_CASE("an identifier that would lead out of its folder is refused") {
  for (const char* id : {"../x", "/tmp/x", "..", ".git", "a/b", "a\\\\b", "%2e%2e"}) {
    CAPTURE(id);
    CHECK(read("york.md", std::string("id: \"") + id + "\"\n").refused);
  }
}

TEST_CASE("an identifier that the output has for itself is refused") {
  for (const std::string id : {"data", "assets", "compare", "index.html"}) {
    CAPTURE(id);
    CHECK(read("york.md", "id: " + id + "\n").refused);
  }
  CHECK_FALSE(read("york.md", "id: data-protection\n").refused);
}

TEST_CASE("an identifier is short enough for every file system") {
  CHECK_FALSE(read("york.md", "id: " + std::string(80, 'i') + "\n").refused);
  CHECK(read("york.md", "id: " + std::string(81, 'i') + "\n").refused);
}

TEST_CASE("a file's name is made into an identifier that is none of these") {
  CHECK(read("protocols/North Herts.md", "").id == "north-herts");
  CHECK(read("data.md", "").id == "data-protocol");
  CHECK(read("../../x<script>.md", "").id == "x-script");
  CHECK(read(std::string(200, 'x') + ".md", "").id.size() <= 80);
  CHECK(read("\xff\xfe.md", "").id == "protocol");
}

TEST_CASE("a contact's address cannot write the head of a letter") {
  CHECK_FALSE(read("york.md", "contact: {email: o'neil+clerk@york.gov.uk}\n").refused);
  for (const char* email :
       {"a@b.uk?bcc=all@b.uk", "a@b.uk%0Abcc:c@b.uk", "a@b.uk, c@d.uk", "@b.uk"}) {
    CAPTURE(email);
    CHECK(read("york.md", std::string("contact: {email: \"") + email + "\"}\n").refused);
  }
}

TEST_CASE("a character reference brings in no control character and no override of the direction") {
  source::SourceMap sources;
  diag::Sink sink;
  const auto file = sources.add(
      "york.md", "---\ncouncil: C\ntitle: T\n---\n\na&#x1B;[2J&#x9B;&#x202E;b &lt;&eacute;&gt;\n");
  const syntax::Document document = syntax::parse(sources, file, sink);
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.blocks[0].prose.text == "a\uFFFD[2J\uFFFD\uFFFDb <\u00e9>");
}

TEST_CASE("a byte order mark within the text is reported and shown as what cannot be shown") {
  source::SourceMap sources;
  diag::Sink sink;
  const auto file =
      sources.add("york.md", "\uFEFF---\ncouncil: C\ntitle: \"T\uFEFF\"\n---\n\na\uFEFFb\n");
  const syntax::Document document = syntax::parse(sources, file, sink);
  CHECK(document.metadata.title == "T\uFFFD");
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.blocks[0].prose.text == "a\uFFFDb");
  REQUIRE(sink.all().size() == 1);
  CHECK(sink.all()[0].code == diag::Code::SYN007);
  CHECK(sink.all()[0].message == "left out of every output: control character U+FEFF, and 1 more");
}
