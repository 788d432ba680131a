#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "render/pdf.h"
#include "render_model.h"

using namespace concord::render;
namespace test = concord::test;
namespace view = concord::view;
using Catch::Contains;
using test::Kind;

namespace {

namespace fs = std::filesystem;

const fs::path templates_folder = fs::path(CONCORD_SOURCE_DIR) / "templates" / "pdf";

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

Templates templates() {
  Templates all;
  for (const char* name :
       {"style.typ", "protocol.typ", "matrix.typ", "typeset.mjs", "package-lock.json"})
    all.files[std::string("pdf/") + name] = bytes_of(templates_folder / name);
  all.files[std::string(words_file)] = bytes_of(templates_folder.parent_path() / words_file);
  return all;
}

// One section with one clause that says `text`.
view::Page model(const std::string& text) {
  return test::protocol({test::clause("1", Kind::section, "1.", "Introduction",
                                      {test::clause("1.1", Kind::clause, "1.1", text)})});
}

// A stand-in for Node: a shell script, which gets the path of the driver and the order as Node
// does.
class FakeNode {
 public:
  explicit FakeNode(const std::string& script)
      : path_(fs::temp_directory_path() / ("concord-fake-node-" + std::to_string(::getpid()))) {
    std::ofstream(path_) << "#!/bin/sh\n" << script << '\n';
    fs::permissions(path_, fs::perms::owner_all);
  }
  ~FakeNode() { fs::remove(path_); }
  FakeNode(const FakeNode&) = delete;
  FakeNode& operator=(const FakeNode&) = delete;

  Typesetter typesetter(
      std::chrono::milliseconds longest_silence = std::chrono::seconds(10)) const {
    return {path_.string(), templates_folder, 1, longest_silence};
  }

 private:
  fs::path path_;
};

std::vector<PdfResult> pdf(const std::vector<PdfJob>& jobs, const Templates& templates,
                           const Typesetter& typesetter) {
  Typesetting typesetting(templates, typesetter);
  for (const PdfJob& job : jobs) typesetting.add(job);
  return typesetting.finish();
}

std::vector<PdfResult> two_documents(const Typesetter& typesetter) {
  const std::vector<PdfJob> jobs = {protocol_pdf(model("One.")), protocol_pdf(model("Two."))};
  return pdf(jobs, templates(), typesetter);
}

// Says so where it is not: these tests are then skipped.
bool typesetter_is_installed() {
  const bool installed = fs::exists(templates_folder / "node_modules" / "source-sans");
  if (!installed) WARN("skipped: the typesetter is not installed");
  return installed;
}

}  // namespace

TEST_CASE("a key stands for what is printed, and for nothing else") {
  const view::Page before = model("Members and officers.");
  const std::string key = pdf_key(protocol_pdf(before), templates());
  CHECK(key.size() == 32);
  CHECK(key == pdf_key(protocol_pdf(before), templates()));

  SECTION("other words make another key") {
    CHECK(key != pdf_key(protocol_pdf(model("Members or officers.")), templates()));
  }
  SECTION("so does another template") {
    Templates changed = templates();
    changed.files["pdf/style.typ"] += "\n";
    CHECK(key != pdf_key(protocol_pdf(before), changed));
  }
  SECTION("and so do other words around the text") {
    Templates changed = templates();
    changed.files["words.json"] = "{}";
    CHECK(key != pdf_key(protocol_pdf(before), changed));
  }
  SECTION("and so do other typefaces") {
    PdfJob in_chinese = protocol_pdf(before);
    in_chinese.families_digest = "0123";
    CHECK(key != pdf_key(in_chinese, templates()));
  }
  SECTION("a template of another format does not") {
    Templates changed = templates();
    changed.files["html/protocol.tpl"] = "…";
    CHECK(key == pdf_key(protocol_pdf(before), changed));
  }
  SECTION("nor does what no paper shows") {
    view::Page after = before;
    after.governance = "executive";
    after.definitions = {{.term = "Member", .clause = {"1.1", "1.1"}, .uses = {}}};
    after.clauses[0].children[0].referred_by = {{"1", "section 1"}};
    CHECK(key == pdf_key(protocol_pdf(after), templates()));
  }
}

TEST_CASE("no documents need no typesetter") {
  CHECK(pdf({}, templates(), {"/no/such/node", templates_folder}).empty());
}

TEST_CASE("where Node is missing, every document says how to get it") {
  for (const PdfResult& result : two_documents({"/no/such/node", templates_folder})) {
    CHECK(result.state == PdfState::unavailable);
    CHECK(result.bytes.empty());
    CHECK_THAT(result.messages.at(0).text,
               Contains("/no/such/node") && Contains("apt install nodejs"));
  }
}

TEST_CASE("where Node is too old, every document says what was found and what is wanted") {
  const FakeNode node("echo 16.20.2 >&2; exit 4");
  for (const PdfResult& result : two_documents(node.typesetter())) {
    CHECK(result.state == PdfState::unavailable);
    CHECK_THAT(result.messages.at(0).text,
               Contains("Node.js 16.20.2 is too old") && Contains("Node.js 18 or later"));
  }
}

TEST_CASE("where the packages are missing, every document says how to get them") {
  const FakeNode node("echo 'cannot find package' >&2; exit 3");
  for (const PdfResult& result : two_documents(node.typesetter())) {
    CHECK(result.state == PdfState::unavailable);
    CHECK_THAT(result.messages.at(0).text,
               Contains("npm install") && Contains("cannot find package"));
  }
}

TEST_CASE("a typesetter that breaks never leaves half a PDF") {
  const auto [script, said] = GENERATE(table<const char*, const char*>({
      {"kill -KILL $$", "killed by signal 9"},
      {"exit 1", "ended with status 1"},
      {"echo rubbish", "cannot be read"},
      {R"(printf '{"job":0,"bytes":100,"messages":[],"places":[]}\nhalf of')",
       "without this document"},
      {R"(printf '{"job":7,"bytes":0,"messages":[],"places":[]}\n')", "unexpected document"},
  }));
  const FakeNode node(script);
  for (const PdfResult& result : two_documents(node.typesetter())) {
    CHECK(result.state == PdfState::broken);
    CHECK(result.bytes.empty());
    CHECK_THAT(result.messages.at(0).text, Contains(said));
  }
}

TEST_CASE("a typesetter that nobody waits for is ended") {
  const FakeNode node("exec sleep 60");
  const auto begin = std::chrono::steady_clock::now();
  const Templates all = templates();
  {
    Typesetting typesetting(all, node.typesetter());
    typesetting.add(protocol_pdf(model("One.")));
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

TEST_CASE("a document may be added while the typesetter is at another", "[typst]") {
  if (!typesetter_is_installed()) return;
  const Templates all = templates();
  Typesetting typesetting(all, {"node", templates_folder});
  typesetting.add(protocol_pdf(model("One.")));
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  typesetting.add(protocol_pdf(model("Two.")));
  const std::vector<PdfResult> results = typesetting.finish();
  const std::vector<PdfResult> together = two_documents({"node", templates_folder});
  REQUIRE(results.size() == 2);
  for (std::size_t job = 0; job < 2; ++job) CHECK(results[job].bytes == together[job].bytes);
}

TEST_CASE("a typesetter that hangs is ended") {
  const FakeNode node("exec sleep 60");
  for (const PdfResult& result : two_documents(node.typesetter(std::chrono::milliseconds(100)))) {
    CHECK(result.state == PdfState::broken);
    CHECK(result.bytes.empty());
    CHECK_THAT(result.messages.at(0).text, Contains("did not respond"));
  }
}

TEST_CASE("what was answered before a typesetter broke is kept") {
  const FakeNode node(
      R"(printf '{"job":1,"bytes":0,"messages":[{"text":"no letter","clause":"1.1"}],"places":[]}\n'; exit 1)");
  const std::vector<PdfResult> results = two_documents(node.typesetter());
  CHECK(results[0].state == PdfState::broken);
  CHECK(results[1].state == PdfState::refused);
  CHECK(results[1].messages.at(0).text == "no letter");
  CHECK(results[1].messages.at(0).clause == "1.1");
}

TEST_CASE("a PDF that cannot be read spoils its own document alone") {
  const FakeNode node(R"(printf '{"job":0,"bytes":4,"messages":[],"places":[]}\nabcd')"
                      R"(; printf '{"job":1,"bytes":0,"messages":[],"places":[]}\n')");
  const std::vector<PdfResult> results = two_documents(node.typesetter());
  CHECK(results[0].state == PdfState::broken);
  CHECK_THAT(results[0].messages.at(0).text, Contains("cannot be read"));
  CHECK(results[1].state == PdfState::refused);
}

TEST_CASE("Typst makes the same PDF each time, by one thread or two", "[typst]") {
  if (!typesetter_is_installed()) return;
  const std::vector<PdfResult> one = two_documents({"node", templates_folder, 1});
  const std::vector<PdfResult> two = two_documents({"node", templates_folder, 2});
  for (std::size_t job = 0; job < 2; ++job) {
    REQUIRE(one[job].state == PdfState::made);
    CHECK(one[job].messages.empty());
    CHECK(one[job].bytes.starts_with("%PDF-1.7"));
    CHECK(one[job].bytes == two[job].bytes);
  }
  CHECK(one[0].bytes != one[1].bytes);
}

TEST_CASE("what Typst refuses is named with its clause", "[typst]") {
  if (!typesetter_is_installed()) return;
  const std::vector<PdfJob> jobs = {protocol_pdf(model("Ŵyn a’r Cyngor")),
                                    protocol_pdf(model("The 漢 sign"))};
  const std::vector<PdfResult> results = pdf(jobs, templates(), {"node", templates_folder});
  CHECK(results[0].state == PdfState::made);
  CHECK(results[1].state == PdfState::refused);
  CHECK(results[1].messages.at(0).text == "no typeface has \"漢\" (U+6F22)");
  CHECK(results[1].messages.at(0).clause == "1.1");
}

TEST_CASE("lists twenty deep are typeset, and sixty deep refused in an author's words", "[typst]") {
  if (!typesetter_is_installed()) return;
  const auto nested = [](int depth) {
    view::Clause item = test::clause("deepest", Kind::item, "(a)", "The last.");
    for (int level = 1; level < depth; ++level) {
      const std::string id = "level-" + std::to_string(level);
      item = test::clause(id, Kind::item, "(a)", "Another.", {item});
    }
    return protocol_pdf(test::protocol({item}));
  };
  const std::vector<PdfJob> jobs = {nested(20), nested(60)};
  const std::vector<PdfResult> results = pdf(jobs, templates(), {"node", templates_folder});
  CHECK(results[0].state == PdfState::made);
  REQUIRE(results[1].state == PdfState::refused);
  REQUIRE(results[1].messages.size() == 1);
  CHECK(results[1].messages[0].text == "lists stand too deep inside one another to be typeset");
  CHECK_THAT(results[1].messages[0].clause, Contains("level-"));
}

TEST_CASE("the matrix is typeset, with what one council has and another lacks", "[typst]") {
  if (!typesetter_is_installed()) return;
  using concord::compare::State;
  const view::ListRow has = {.row = "group-attendance",
                             .topic = "Party groups",
                             .provision = "Attendance",
                             .council = "York",
                             .state = State::same,
                             .wording = "A",
                             .have = 1,
                             .clauses = "5.1",
                             .text = "Officers may attend.\nThey need not."};
  view::ListRow lacks = has;
  lacks.council = "Ware";
  lacks.state = State::none;
  lacks.wording = lacks.clauses = lacks.text = "";
  const view::MatrixList matrix = {
      .as_of = "2026-11-21",
      .states = {{State::none, "no counterpart found", "the council has no such provision"}},
      .rows = {has, lacks}};
  const std::vector<PdfJob> jobs = {matrix_pdf(matrix)};
  const std::vector<PdfResult> results = pdf(jobs, templates(), {"node", templates_folder});
  CHECK(results[0].state == PdfState::made);
  CHECK(results[0].messages.empty());
}

TEST_CASE("text is never markup", "[typst]") {
  if (!typesetter_is_installed()) return;
  const std::string hostile =
      GENERATE("#panic(\"run\")", "#read(\"/etc/passwd\")", "$ x $ *a* _b_ `c` @d <e> //",
               "[ unclosed ( { \" \\", "\x1b[31m\x07 bell");
  view::Page protocol = model(hostile);
  protocol.title = hostile;
  protocol.council = hostile;
  const std::vector<PdfJob> jobs = {protocol_pdf(protocol)};
  const std::vector<PdfResult> results = pdf(jobs, templates(), {"node", templates_folder});
  CHECK(results[0].state == PdfState::made);
}
