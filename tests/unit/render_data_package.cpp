#include <sqlite3.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "compared_councils.h"
#include "render/data_package.h"
#include "render/tidy_tables.h"

using namespace concord;
using namespace concord::test;
using nlohmann::json;
using render::TidyTable;

namespace {

std::vector<TidyTable> tables_of(const Compared& compared) {
  return render::tidy_tables(
      {compared.protocols, compared.registers.lists, &compared.comparison, &compared.peers});
}

const TidyTable& named(const std::vector<TidyTable>& tables, std::string_view name) {
  for (const TidyTable& table : tables)
    if (table.name == name) return table;
  throw std::runtime_error("no table " + std::string(name));
}

std::size_t place(const TidyTable& table, std::string_view field) {
  for (std::size_t i = 0; i < table.fields.size(); ++i)
    if (table.fields[i].name == field) return i;
  throw std::runtime_error("no field " + std::string(field));
}

std::vector<render::TidyRow> rows_of(const TidyTable& table) {
  std::vector<render::TidyRow> rows;
  table.each_row([&](const render::TidyRow& row) { rows.push_back(row); });
  return rows;
}

std::vector<std::string> column(const TidyTable& table, std::string_view field) {
  const std::size_t at = place(table, field);
  std::vector<std::string> values;
  for (const auto& row : rows_of(table)) values.push_back(row.at(at));
  return values;
}

source::Files package_of(const std::vector<TidyTable>& tables, view::Stamp made_of = {}) {
  source::InMemory files;
  render::data_package(tables, {"1.2.3", "2026-01-31", std::move(made_of)}, files);
  return files.take();
}

using Strings = std::vector<std::string>;

// The first column of what the query finds.
Strings ask(const std::string& database, const std::string& sql) {
  sqlite3* opened = nullptr;
  REQUIRE(sqlite3_open(":memory:", &opened) == SQLITE_OK);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> handle(opened, sqlite3_close);
  auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(database.size()));
  std::copy(database.begin(), database.end(), bytes);
  const auto size = static_cast<sqlite3_int64>(database.size());
  REQUIRE(sqlite3_deserialize(opened, "main", bytes, size, size, SQLITE_DESERIALIZE_FREEONCLOSE) ==
          SQLITE_OK);
  Strings found;
  const auto keep = [](void* to, int, char** values, char**) {
    static_cast<Strings*>(to)->emplace_back(values[0] != nullptr ? values[0] : "");
    return 0;
  };
  char* error = nullptr;
  INFO(sql);
  CHECK(sqlite3_exec(opened, sql.c_str(), keep, &found, &error) == SQLITE_OK);
  if (error != nullptr) FAIL(error);
  return found;
}

}  // namespace

TEST_CASE("the schemas are the templates' files, beside the data that they describe") {
  const render::Files files =
      render::schemas({{{"schema/a.schema.json", "{}"}, {"html/a.tpl", ""}}});
  CHECK(files == render::Files{{"data/schema/a.schema.json", "{}"}});
}

TEST_CASE("tidy tables: every clause, modal and link has a row") {
  const auto tables = tables_of(two_councils());
  CHECK(column(named(tables, "councils"), "council") == Strings{"ashby", "barton"});
  const TidyTable& clauses = named(tables, "clauses");
  CHECK(rows_of(clauses).size() == two_councils().protocols[0].clauses().size() +
                                       two_councils().protocols[1].clauses().size());
  const TidyTable& modals = named(tables, "modals");
  CHECK(column(modals, "clause") == Strings{"ashby#1.1", "barton#1.1"});
  CHECK(column(modals, "force") == Strings{"duty", "duty"});
  CHECK(column(modals, "begin") == Strings{"21", "21"});
  CHECK(column(named(tables, "links"), "a") == Strings{"ashby#1.1"});
  CHECK(column(named(tables, "links"), "score") == Strings{"1.0000"});
  CHECK(rows_of(named(tables, "differences")).empty());
}

TEST_CASE("a modal has the role before it for its bearer, and no other") {
  const Compared compared(Texts{{"ashby",
                                 "1.1 The Clerk must keep a register.\n\n"
                                 "1.2 Advice to the Clerk, which is private, should be brief.\n"},
                                {"barton", respect}});
  const TidyTable modals = named(tables_of(compared), "modals");
  CHECK(column(modals, "bearer").at(1).empty());
}

TEST_CASE("tidy tables: keys are unique and foreign keys lead somewhere") {
  const auto tables = tables_of(two_councils());
  for (const TidyTable& table : tables) {
    INFO(table.name);
    for (const auto& row : rows_of(table)) CHECK(row.size() == table.fields.size());
    if (!table.key.empty()) {
      std::set<Strings> keys;
      for (const auto& row : rows_of(table)) {
        Strings key;
        for (const std::string_view field : table.key) key.push_back(row.at(place(table, field)));
        CHECK(keys.insert(key).second);
      }
    }
    for (const render::ForeignKey& key : table.foreign_keys) {
      const Strings known = column(named(tables, key.table), key.key);
      const std::set<std::string> all(known.begin(), known.end());
      for (const std::string& value : column(table, key.field))
        CHECK((value.empty() || all.contains(value)));
    }
  }
}

TEST_CASE("a difference has the row that shows it, and how sure it is") {
  const Compared compared(
      Texts{{"ashby", "1.1 Officers must attend the meetings of party groups when asked.\n\n"},
            {"barton", "1.1 Officers may attend the meetings of party groups when asked.\n\n"}});
  const auto tables = tables_of(compared);
  const TidyTable& differences = named(tables, "differences");
  CHECK(differences.key == std::vector<std::string_view>{"a", "b", "type"});
  CHECK(column(differences, "row") == Strings{compared.comparison.rows().front().id});
  CHECK(std::stod(column(differences, "confidence").at(0)) > 0.5);

  const json package = json::parse(package_of(tables).at("data/datapackage.json"));
  const auto resource = [&](std::string_view name) {
    return *std::ranges::find_if(package["resources"],
                                 [&](const json& each) { return each["name"] == name; });
  };
  CHECK(resource("links")["schema"]["primaryKey"] == json{"a", "b"});
  CHECK(resource("rows")["schema"]["primaryKey"] == "row");
}

TEST_CASE("without a comparison there are no tables of it") {
  const Compared& compared = two_councils();
  const auto tables = render::tidy_tables({compared.protocols, compared.registers.lists});
  for (const TidyTable& table : tables) CHECK(table.name != "links");
  CHECK(rows_of(named(tables, "clauses")).size() > 2);
}

TEST_CASE("the data package describes each CSV file, which Excel knows for UTF-8") {
  const auto tables = tables_of(two_councils());
  const source::Files files = package_of(tables);
  const json package = json::parse(files.at("data/datapackage.json"));
  CHECK(package["profile"] == "tabular-data-package");
  CHECK(package["documentation"] == "schema/README.md");
  CHECK(package["version"] == "1.2.3");
  CHECK(package["as_of"] == "2026-01-31");
  REQUIRE(package["resources"].size() == tables.size());
  for (const json& resource : package["resources"]) {
    const std::string& csv = files.at("data/" + resource["path"].get<std::string>());
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
    std::string head = "\xEF\xBB\xBF";
    for (const json& field : resource["schema"]["fields"]) {
      if (head.size() > 3) head += ',';
      head += field["name"].get<std::string>();
      CHECK_FALSE(field["description"].get<std::string>().empty());
    }
    CHECK(csv.substr(0, csv.find("\r\n")) == head);
  }
}

TEST_CASE("the SQLite file has the tables, and finds words in clauses") {
  const auto tables = tables_of(two_councils());
  const std::string database = package_of(tables).at("data/concord.sqlite");
  CHECK(database == package_of(tables).at("data/concord.sqlite"));
  CHECK(ask(database, "SELECT council FROM councils ORDER BY council") ==
        Strings{"ashby", "barton"});
  CHECK(
      ask(database, "SELECT sum(words) FROM clauses WHERE council = 'barton' AND number = '1.1'") ==
      Strings{"14"});
  CHECK(
      ask(database,
          "SELECT clause FROM clauses_search JOIN clauses ON clauses.rowid = clauses_search.rowid "
          "WHERE clauses_search MATCH 'treating'") == Strings{"ashby#1.1", "barton#1.1"});
  CHECK(ask(database, "PRAGMA foreign_key_check").empty());
  CHECK(ask(database, "SELECT DISTINCT typeof(negated) || negated FROM modals") ==
        Strings{"integer0"});
  CHECK(ask(database, "SELECT type FROM pragma_table_info('rows') WHERE name = 'provisional'") ==
        Strings{"INTEGER"});
  const view::Stamp stamp{
      .program = "1.2.3", .as_of = "2026-01-31", .texts = {{"ashby", "Ashby", "version 2", true}}};
  const std::string stamped = package_of(tables, stamp).at("data/concord.sqlite");
  CHECK(ask(stamped, "SELECT value FROM about WHERE name = 'made'") ==
        Strings{"Made with Concord 1.2.3 from the text as at 31 January 2026: Ashby (version 2)."});
  CHECK(ask(stamped, "SELECT name FROM about ORDER BY name") ==
        Strings{"citation", "licence", "made"});
}
