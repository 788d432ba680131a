#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "passes_text.h"
#include "syntax/document.h"
#include "view/live.h"

using namespace concord;
using view::Remark;
using view::RemarkKind;

namespace {

std::vector<Remark> remarks_of(const std::string& body) {
  source::SourceMap sources;
  diag::Sink sink;
  const source::FileId file = sources.add(
      "ashby.md", "---\ncouncil: Ashby\ntitle: Protocol\nstatus: draft\n---\n\n" + body);
  const syntax::Document document = syntax::parse(sources, file, sink);
  const auto protocol = passes::check(graph::build(document, sink),
                                      passes::Vocabulary(test::small_register()), {}, sink);
  return view::remarks(*protocol, document, diag::judge(sink, {.profile = diag::Profile::draft}),
                       sources);
}

const Remark* of_kind(const std::vector<Remark>& remarks, RemarkKind kind) {
  for (const Remark& each : remarks)
    if (each.kind == kind) return &each;
  return nullptr;
}

TEST_CASE("a drafting note stands at the clause that it is about, with its words") {
  const auto remarks = remarks_of(
      "## 1. Conduct\n\n1.1 Members respect officers.\n\n1.2 Officers respect members. <!-- Ask "
      "legal -->\n\n1.3 Both are civil.\n");
  const Remark* note = of_kind(remarks, RemarkKind::drafting);
  REQUIRE(note != nullptr);
  CHECK(note->text == "Ask legal");
  CHECK(note->clause == "1.2");
  CHECK(note->place == "ashby.md:11:31");
}

TEST_CASE("that a note stands there is said once") {
  const auto remarks = remarks_of("## 1. Conduct\n\n1.1 Members respect officers. <!-- Ask -->\n");
  for (const Remark& each : remarks) CHECK(each.code != "SYN009");
}

TEST_CASE("a finding stands at the clause in which it was found") {
  const auto remarks = remarks_of(
      "## 1. Conduct\n\n1.1 Members respect officers.\n\n1.2 See paragraph 9.9 above.\n");
  const Remark* error = of_kind(remarks, RemarkKind::error);
  if (error == nullptr) error = of_kind(remarks, RemarkKind::warning);
  REQUIRE(error != nullptr);
  CHECK(error->clause == "1.2");
  CHECK(error->place.starts_with("ashby.md:11:"));
  CHECK(error->code.starts_with("REF"));
}

TEST_CASE("what is found in the front matter belongs to no clause") {
  source::SourceMap sources;
  const source::FileId file = sources.add("ashby.md", "---\ncouncil: Ashby\n---\n");
  const Remark found = view::remark(
      {diag::Severity::warning, {diag::Code::SYN009, {file, 4, 11}, "words", {{"more", {}}}}},
      sources);
  CHECK(found.clause.empty());
  CHECK(found.place == "ashby.md:2:1");
  CHECK(found.hints == std::vector<std::string>{"more"});
}

}  // namespace
