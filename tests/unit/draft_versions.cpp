#include <catch2/catch.hpp>

#include "draft/permalinks.h"
#include "draft/versions.h"
#include "draft_text.h"

using namespace concord;
using draft::Versions;
using syntax::Status;

namespace {

syntax::Metadata text(Status status, const std::string& date = "", const std::string& label = "") {
  syntax::Metadata made;
  made.status = status;
  made.adopted.date.iso = date;
  if (!label.empty()) made.versions.emplace_back().version = label;
  return made;
}

Versions versions(const std::vector<syntax::Metadata>& texts) {
  std::vector<const syntax::Metadata*> all;
  for (const syntax::Metadata& each : texts) all.push_back(&each);
  return Versions(all);
}

// The names of the texts, in order.
std::vector<std::string> names(const Versions& of) {
  std::vector<std::string> all;
  for (const std::size_t i : of.in_order()) all.push_back(of.name(i));
  return all;
}

using Names = std::vector<std::string>;
using Places = std::vector<std::size_t>;

// "5.4 -> 5.5" for each identifier by which earlier texts called a clause.
Names links(const std::vector<graph::FormerKey>& keys, const passes::Protocol& in) {
  Names all;
  for (const graph::FormerKey& each : keys) all.push_back(each.key + " -> " + in[each.clause].key);
  return all;
}

}  // namespace

TEST_CASE("versions stand from the earliest to the one in force, then the drafts") {
  const Versions all =
      versions({text(Status::adopted, "2023-05-15"), text(Status::draft),
                text(Status::superseded, "2017-04-11"), text(Status::superseded, "2019")});
  CHECK(names(all) == Names{"2017-04-11", "2019", "in-force", "draft"});
  CHECK(all.clashes().empty());
  CHECK(all.standing() == 0);
  CHECK(all.latest_draft() == 1);
}

TEST_CASE("of two adopted texts the later is in force") {
  const Versions all =
      versions({text(Status::adopted, "2023-05-15"), text(Status::adopted, "2024-01-01")});
  CHECK(names(all) == Names{"2023-05-15", "in-force"});
  CHECK(all.in_force() == std::optional<std::size_t>(1));
}

TEST_CASE("a draft stands for its protocol where nothing is adopted") {
  CHECK(versions({text(Status::superseded, "2017"), text(Status::draft)}).standing() == 1);
  CHECK(versions({text(Status::superseded, "2017")}).standing() == 0);
}

TEST_CASE("texts of the same status, date and label clash") {
  CHECK(versions({text(Status::draft), text(Status::draft)}).clashes().size() == 1);
  CHECK(versions({text(Status::draft, "", "a"), text(Status::draft, "", "b")}).clashes().empty());
  CHECK(versions({text(Status::adopted, "2020"), text(Status::adopted, "2020")}).clashes().size() ==
        1);
}

TEST_CASE("names are unlike, and an address carries them") {
  CHECK(names(versions({text(Status::draft, "", "For consultation?"), text(Status::draft),
                        text(Status::superseded, "2017", "1.0"),
                        text(Status::superseded, "2017", "1.1"), text(Status::superseded)})) ==
        Names{"undated", "2017-1.0", "2017-1.1", "draft", "draft-for-consultation-"});
}

TEST_CASE("a version is meant by its name, the beginning of its date, or its label") {
  const Versions all =
      versions({text(Status::adopted, "2023-05-15", "2.1"), text(Status::draft, "", "3"),
                text(Status::superseded, "2017-04-11"), text(Status::superseded, "2017-09-01")});
  CHECK(all.meant_by("in-force") == Places{0});
  CHECK(all.meant_by("2023-05-15") == Places{0});
  CHECK(all.meant_by("2.1") == Places{0});
  CHECK(all.meant_by("draft") == Places{1});
  CHECK(all.meant_by("2017-04") == Places{2});
  CHECK(all.meant_by("2017") == Places{2, 3});
  CHECK(all.meant_by("201").empty());
  CHECK(all.meant_by("2").empty());
}

TEST_CASE("earlier identifiers lead to what their clauses became") {
  const test::Versions step("1.1 Alpha one two.\n\n1.2 Beta three four.\n\n1.3 Gamma five six.\n",
                            "1.1 Alpha one two.\n\n1.3 Gamma five six.\n\n1.4 Beta three four.\n");
  const auto before = draft::permalinks(*step.before);
  CHECK(before.empty());
  const auto after = draft::permalinks({*step.after, step.revision, *step.before, before});
  CHECK(links(after, *step.after) == Names{"1.2 -> 1.4"});
}

TEST_CASE(
    "identifiers of a version before the last are inherited, and what is written goes first") {
  const test::Versions first("1.1 Alpha one two.\n\n1.5 Beta three four.\n",
                             "1.1 Alpha one two.\n\n1.6 Beta three four.\n");
  const test::Versions second("1.1 Alpha one two.\n\n1.6 Beta three four.\n",
                              "1.1 Alpha one two. {formerly=old}\n\n1.7 Beta three four.\n");
  const auto middle = draft::permalinks({*first.after, first.revision, *first.before, {}});
  const auto last = draft::permalinks({*second.after, second.revision, *second.before, middle});
  CHECK(links(last, *second.after) == Names{"old -> 1.1", "1.6 -> 1.7", "1.5 -> 1.7"});
}
