#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "draft/decider.h"
#include "draft_text.h"

using namespace concord;
using syntax::Decides;

namespace {

syntax::Register register_with_authority() {
  syntax::Register made = test::small_register();
  for (const std::string_view each : syntax::change_classes)
    if (each != "other")
      made.authority.push_back({std::string(each), "", {Decides::delegated, "Monitoring Officer"}});
  return made;
}

// What is said of the change of the clause: its classes, and who decides.
std::string said(const test::Versions& versions, std::string_view key,
                 const syntax::Register& registers = register_with_authority()) {
  const draft::Decider decider(*versions.before, *versions.after, registers);
  const draft::Decision decision = decider.decide(versions.change(key));
  return fmt::format("{}: {}", fmt::join(decision.classes, ", "), decision.body.name);
}

}  // namespace

TEST_CASE("a change of words is for the council, and so is what came, went or moved") {
  const test::Versions versions(
      "1.1 Members should ask officers.\n\n1.2 A record is kept of meetings.\n\n"
      "1.3 The press office answers journalists.\n\n1.4 Letters are answered in five days.\n",
      "1.1 Members must ask officers.\n\n1.2 The press office answers journalists.\n\n"
      "1.3 A record is kept of meetings.\n\n1.5 Guests sign the visitors' book.\n");
  CHECK(said(versions, "1.1") == "other: Council");
  CHECK(said(versions, "1.4") == "other: Council");
  CHECK(said(versions, "1.5") == "other: Council");
}

TEST_CASE("numbers, references that follow and spelling are delegated") {
  const test::Versions versions(
      "1.1 Members ask officers, as paragraph 1.2 says.\n\n1.2 A record is kept of meetings.\n",
      "1.1 Guests sign the visitors' book.\n\n"
      "1.2 Members ask officers; as paragraph 1.3 says.\n\n1.3 A record is kept of meetings.\n");
  CHECK(said(versions, "1.3") == "numbering: Monitoring Officer");
  CHECK(said(versions, "1.2") == "numbering, cross-reference, spelling: Monitoring Officer");
}

TEST_CASE("the mark of a footnote that came, or changed places, is no formatting") {
  const std::string notes = "\n\n[^1]: In writing.\n[^2]: For five years.\n";
  const std::string members = "1.1 Members ask officers.";
  const std::string record = "\n\n1.2 A record is kept of meetings.";
  const test::Versions added(members + record + "[^2]\n\n[^2]: For five years.\n",
                             members + "[^1]" + record + "[^2]" + notes);
  CHECK(said(added, "1.1") == "other: Council");
  CHECK(said(added, "fn1") == "other: Council");
  CHECK(added.change("1.1").kind == draft::ChangeClass::wording);
  const test::Versions swapped(members + "[^1]" + record + "[^2]" + notes,
                               members + "[^2]" + record + "[^1]" + notes);
  CHECK(said(swapped, "1.1") == "other: Council");
  CHECK(swapped.change("1.2").kind == draft::ChangeClass::wording);
}

TEST_CASE("a class without a body is for the council, and the highest body decides on several") {
  const test::Versions versions("1.1 Members ask officers.\n", "1.1 Members ask officers!\n");
  CHECK(said(versions, "1.1") == "spelling: Monitoring Officer");
  CHECK(said(versions, "1.1", test::small_register()) == "spelling: Council");
  syntax::Register registers = register_with_authority();
  const auto spelling = std::ranges::find(registers.authority, "spelling", &syntax::Authority::id);
  spelling->body = {Decides::committee, "Standards Committee"};
  CHECK(said(versions, "1.1", registers) == "spelling: Standards Committee");
}

TEST_CASE("the council's own front matter goes before the register") {
  const test::Checked before("1.1 Members ask officers.\n");
  const test::Checked after(
      "1.1 Members ask officers!\n",
      "authority:\n  spelling: {decides: committee, body: Standards Committee}\n"
      "  numbering: delegated\n");
  const syntax::Register registers = register_with_authority();
  const draft::Decider decider(*before, *after, registers);
  CHECK(decider.body_for("spelling").name == "Standards Committee");
  CHECK(decider.body_for("spelling").decides == Decides::committee);
  CHECK(decider.body_for("numbering").name == "Monitoring Officer");
  CHECK(decider.body_for("other").name == "Council");
}
