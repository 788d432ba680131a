#include <catch2/catch.hpp>
#include <string>

#include "language/roles.h"

using namespace concord::language;
using concord::syntax::Register;
using concord::syntax::Side;
using Strings = std::vector<std::string>;

namespace {

Register registers() {
  Register all;
  all.roles = {{"member", "Member", {"member", "member of the council"}, Side::member, {}},
               {"officer", "Officer", {"officer"}, Side::officer, {}},
               {"chief-executive",
                "Chief Executive",
                {"chief executive", "managing director"},
                Side::officer,
                {}}};
  all.not_roles = {"member of the public"};
  return all;
}

// "Head: chief-executive": what each match covers and names.
Strings read(std::string_view text, const RoleNames::OwnTitles& own = {}) {
  const Register all = registers();
  const RoleNames shared(all);
  Strings found;
  for (const RoleMatch& match : RoleNames(shared, own).find(text, Words(text)))
    found.push_back(std::string(slice(text, match.range)) + ": " +
                    (match.role == nullptr ? "nobody" : match.role->id));
  return found;
}

}  // namespace

TEST_CASE("roles are found the longest first, in any number and case") {
  CHECK(read("Members of the Council and the chief executive's officers") ==
        Strings{"Members of the Council: member", "chief executive: chief-executive",
                "officers: officer"});
  CHECK(read("a member of the public") == Strings{"member of the public: nobody"});
  CHECK(read("the chief; executive") == Strings{});
}

TEST_CASE("a council's own title goes before the register's") {
  const RoleNames::OwnTitles own = {{"member", {"Officer"}}};
  CHECK(read("an officer", own) == Strings{"officer: member"});
}

TEST_CASE("a council's own title that the register does not know needs its capital") {
  const RoleNames::OwnTitles own = {{"chief-executive", {"Head", "Managing Director"}}};
  CHECK(read("the Head of the Council", own) == Strings{"Head: chief-executive"});
  CHECK(read("the head of the first page", own) == Strings{"head: nobody"});
  CHECK(read("a managing director", own) == Strings{"managing director: chief-executive"});
}

TEST_CASE("a council's own title for a role that the register has not names nobody") {
  CHECK(read("the Warden", {{"warden", {"Warden"}}}).empty());
}
