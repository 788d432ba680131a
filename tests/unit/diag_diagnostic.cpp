#include <catch2/catch.hpp>
#include <set>

#include "diag/diagnostic.h"

namespace {

using namespace concord::diag;
using concord::source::FileId;
using concord::source::Span;

Diagnostic at(Code code, std::uint32_t begin, std::string message = "m") {
  return {code, Span{FileId{0}, begin, begin + 1}, std::move(message)};
}

TEST_CASE("every code is named once, titled and explained") {
  std::set<std::string_view> names;
  for (const CodeInfo& code : catalogue()) {
    CAPTURE(code.name);
    CHECK(names.insert(code.name).second);
    CHECK_FALSE(code.title.empty());
    CHECK(explanation(code.code).size() > 40);
    CHECK(code_named(code.name) == code.code);
  }
  CHECK_FALSE(code_named("REF999"));
  CHECK(code_named("ref003") == Code::REF003);
}

TEST_CASE("an explanation holds its own page only") {
  const std::string_view page = explanation(Code::REF003);
  CHECK(page.find("above") != std::string_view::npos);
  CHECK(page.find("##") == std::string_view::npos);
  CHECK(explanation(Code::PDF001).find("typesetter") != std::string_view::npos);
}

TEST_CASE("severity is that of the profile, unless switched off or denied") {
  Policy policy;
  CHECK(policy.severity(Code::REF001) == Severity::warning);
  policy.profile = Profile::adopt;
  CHECK(policy.severity(Code::REF001) == Severity::error);
  policy = {.off = {"sty002"}};
  CHECK(policy.severity(Code::STY002) == Severity::off);
  CHECK(policy.severity(Code::STY001) == Severity::note);
  policy = {.off = {"STY"}};
  CHECK(policy.severity(Code::STY001) == Severity::off);
  policy = {.off = {"ST", ""}};
  CHECK(policy.severity(Code::STY001) == Severity::note);
  policy = {.deny_warnings = true};
  CHECK(policy.severity(Code::REF003) == Severity::error);
  CHECK(policy.severity(Code::STY001) == Severity::note);
}

TEST_CASE("what is an error in every text cannot be switched off, and the rest can") {
  const Policy policy{Profile::adopt, {"FMT", "ID", "FN", "REF", "DUP"}};
  CHECK(policy.severity(Code::FMT001) == Severity::error);
  CHECK(policy.severity(Code::FMT006) == Severity::error);
  CHECK(policy.severity(Code::ID002) == Severity::error);
  CHECK(policy.severity(Code::FN001) == Severity::error);
  CHECK(policy.severity(Code::FN002) == Severity::off);
  CHECK(policy.severity(Code::REF001) == Severity::off);
  CHECK(policy.severity(Code::DUP001) == Severity::off);
  for (const auto* family : {"REF", "NUM", "DEF", "ROL", "STY", "EXT", "DUP", "MET"})
    for (const CodeInfo* code : codes_of(family)) CHECK(can_be_switched_off(*code));
  for (const auto* family : {"SRC", "FMT", "ID", "PDF"})
    for (const CodeInfo* code : codes_of(family)) CHECK_FALSE(can_be_switched_off(*code));
  CHECK(codes_of("ref003").size() == 1);
  CHECK(codes_of("RE").empty());
  CHECK(codes_of("REF01").empty());
  CHECK(codes_of("a11y").size() > 1);
  CHECK(codes_of("A").empty());
}

TEST_CASE("findings are sorted by place and equal ones are shown once") {
  Sink sink;
  sink.report(at(Code::REF003, 20));
  sink.report(at(Code::STY001, 5));
  sink.report(at(Code::REF003, 20));
  sink.report(at(Code::REF003, 20, "another"));
  const auto findings = judge(sink, Policy{});
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].diagnostic.code == Code::STY001);
  CHECK(findings[1].diagnostic.message == "another");
  CHECK_FALSE(has_errors(findings));
}

TEST_CASE("near names are suggested, far ones are not") {
  const std::vector<std::string> names{"adopted", "council", "review", "repairs"};
  CHECK(nearest("adoptd", names) == std::vector<std::string>{"adopted"});
  CHECK(nearest("Councli", names) == std::vector<std::string>{"council"});
  CHECK(nearest("xyz", names).empty());
  const std::vector<std::string> numbers{"5.1", "5.2", "6.1", "12.4"};
  CHECK(nearest("5.3", numbers) == std::vector<std::string>{"5.1", "5.2"});
}

}  // namespace
