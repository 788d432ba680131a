#include "render/data_package.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "render/database.h"
#include "render/tables.h"

namespace concord::render {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string path_of(const TidyTable& table) {
  return fmt::format("tables/{}.csv", table.name);
}

void add_line(const TidyRow& values, std::string& to) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) to += ',';
    to += csv_field(values[i]);
  }
  to += "\r\n";
}

void write_csv_head(const TidyTable& table, const source::Write& write) {
  std::string text(byte_order_mark);
  TidyRow names;
  for (const Field& field : table.fields) names.emplace_back(field.name);
  add_line(names, text);
  write(text);
}

// Both at once: a row is made once.
void write_table(const TidyTable& table, Database& database, const source::Write& write_csv) {
  database.begin(table);
  write_csv_head(table, write_csv);
  std::string line;
  table.each_row([&](const TidyRow& row) {
    line.clear();
    add_line(row, line);
    write_csv(line);
    database.insert(row);
  });
  database.end(table);
}

ordered_json schema_of(const TidyTable& table) {
  ordered_json fields = ordered_json::array();
  for (const Field& field : table.fields) {
    fields.push_back(
        {{"name", field.name}, {"type", name_of(field.type)}, {"description", field.description}});
  }
  ordered_json schema = {{"fields", fields}};
  if (table.key.size() == 1) schema["primaryKey"] = table.key.front();
  if (table.key.size() > 1) schema["primaryKey"] = table.key;
  for (const ForeignKey& key : table.foreign_keys) {
    // The specification names the table itself by an empty string.
    const std::string_view other = key.table == table.name ? "" : key.table;
    schema["foreignKeys"].push_back(
        {{"fields", key.field}, {"reference", {{"resource", other}, {"fields", key.key}}}});
  }
  return schema;
}

ordered_json resource_of(const TidyTable& table) {
  return {{"name", table.name},     {"description", table.description},
          {"path", path_of(table)}, {"profile", "tabular-data-resource"},
          {"format", "csv"},        {"mediatype", "text/csv"},
          {"encoding", "utf-8"},    {"schema", schema_of(table)}};
}

// Whose the data are, and how to cite them.
void add_terms(const view::Stamp& stamp, ordered_json& package) {
  package["licenses"] = {{{"name", "MIT"}, {"title", view::licence_words()}}};
  package["contributors"] = {{{"title", "The Concord developers"}, {"role", "author"}}};
  package["citation"] = view::citation_words(stamp);
  ordered_json sources = ordered_json::array();
  for (const view::StampedText& text : stamp.texts)
    sources.push_back({{"title", view::words_for(text)}});
  package["sources"] = std::move(sources);
}

ordered_json package_of(std::span<const TidyTable> tables, const DataStamp& stamp) {
  ordered_json package = {
      {"profile", "tabular-data-package"},
      {"name", "concord"},
      {"title", "Councils' member/officer protocols, compiled and compared by Concord"},
      {"version", stamp.program_version},
      {"documentation", "schema/README.md"},
      {"resources", ordered_json::array()}};
  if (!stamp.as_of.empty()) package["as_of"] = stamp.as_of;
  if (!stamp.made_of.program.empty()) add_terms(stamp.made_of, package);
  for (const TidyTable& table : tables) package["resources"].push_back(resource_of(table));
  return package;
}

// What the database says of itself.
void add_about(const view::Stamp& stamp, Database& database) {
  const auto terms = view::terms(stamp);
  if (terms.empty()) return;
  const TidyTable about{
      .name = "about",
      .description = "",
      .fields = {{"name", FieldType::string, ""}, {"value", FieldType::string, ""}},
      .key = {"name"},
      .foreign_keys = {},
      .each_row = {}};
  database.begin(about);
  for (const auto& [name, value] : terms) database.insert({name, value});
  database.end(about);
}

}  // namespace

void data_package(std::span<const TidyTable> tables, const DataStamp& stamp,
                  source::Destination& destination) {
  destination.add("data/datapackage.json", package_of(tables, stamp).dump(1) + "\n");
  destination.place("data/concord.sqlite", [&](const std::string& path) {
    Database database(path);
    add_about(stamp.made_of, database);
    for (const TidyTable& table : tables) {
      destination.stream("data/" + path_of(table),
                         [&](const source::Write& write) { write_table(table, database, write); });
    }
    database.finish();
  });
}

Files schemas(const Templates& templates) {
  Files files;
  for (const auto& [path, bytes] : templates.files)
    if (path.starts_with("schema/")) files.emplace("data/" + path, bytes);
  return files;
}

}  // namespace concord::render
