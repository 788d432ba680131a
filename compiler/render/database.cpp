#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <stdexcept>

#include "render/data_package.h"

namespace concord::render {
namespace {

// A database in memory, which nothing outside can change.
class Database {
 public:
  Database() {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open(":memory:", &opened);
    handle_.reset(opened);
    if (status != SQLITE_OK) fail();
  }

  void run(const std::string& sql) {
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }

  // The values of a row are bound in order; an empty one is NULL.
  void insert(const std::string& sql, const std::vector<std::vector<std::string>>& rows) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(handle_.get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) fail();
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(prepared,
                                                                               sqlite3_finalize);
    for (const std::vector<std::string>& row : rows) {
      bind(prepared, row);
      if (sqlite3_step(prepared) != SQLITE_DONE) fail();
      sqlite3_reset(prepared);
    }
  }

  std::string bytes() {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> image(
        sqlite3_serialize(handle_.get(), "main", &size, 0), sqlite3_free);
    if (!image) fail();
    return {reinterpret_cast<const char*>(image.get()), static_cast<std::size_t>(size)};
  }

 private:
  static void bind(sqlite3_stmt* statement, const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const int place = static_cast<int>(i) + 1;
      if (row[i].empty()) {
        sqlite3_bind_null(statement, place);
      } else {
        sqlite3_bind_text(statement, place, row[i].data(), static_cast<int>(row[i].size()),
                          SQLITE_STATIC);
      }
    }
  }

  [[noreturn]] void fail() const {
    throw std::runtime_error(
        fmt::format("cannot make the SQLite file: {}", sqlite3_errmsg(handle_.get())));
  }

  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

std::string_view affinity_of(FieldType type) {
  switch (type) {
    case FieldType::integer:
      return "INTEGER";
    case FieldType::number:
      return "REAL";
    case FieldType::boolean:
    case FieldType::string:
      return "TEXT";
  }
  return "TEXT";
}

std::string quoted(std::string_view name) {
  return fmt::format("\"{}\"", name);
}

std::string create(const TidyTable& table) {
  std::vector<std::string> parts;
  for (const Field& field : table.fields) {
    parts.push_back(fmt::format("{} {}{}", quoted(field.name), affinity_of(field.type),
                                field.name == table.key ? " PRIMARY KEY" : ""));
  }
  for (const ForeignKey& key : table.foreign_keys) {
    parts.push_back(fmt::format("FOREIGN KEY ({}) REFERENCES {} ({})", quoted(key.field),
                                quoted(key.table), quoted(key.key)));
  }
  return fmt::format("CREATE TABLE {} ({})", quoted(table.name), fmt::join(parts, ", "));
}

std::string insert(const TidyTable& table) {
  const std::vector<std::string_view> marks(table.fields.size(), "?");
  return fmt::format("INSERT INTO {} VALUES ({})", quoted(table.name), fmt::join(marks, ", "));
}

// Columns by which other tables are joined to this one.
void index_keys(const TidyTable& table, Database& database) {
  for (const ForeignKey& key : table.foreign_keys) {
    database.run(fmt::format("CREATE INDEX \"{0}_{1}\" ON {2} ({3})", table.name, key.field,
                             quoted(table.name), quoted(key.field)));
  }
}

}  // namespace

std::string sqlite_database(std::span<const TidyTable> tables, const view::Stamp& stamp) {
  Database database;
  database.run("BEGIN");
  if (const auto about = view::terms(stamp); !about.empty()) {
    database.run("CREATE TABLE about (\"name\" TEXT PRIMARY KEY, \"value\" TEXT)");
    for (const auto& [name, value] : about)
      database.insert("INSERT INTO about VALUES (?, ?)", {{name, value}});
  }
  for (const TidyTable& table : tables) {
    database.run(create(table));
    database.insert(insert(table), table.rows);
    index_keys(table, database);
  }
  database.run(
      "CREATE VIRTUAL TABLE clauses_search USING fts5 (text, content='clauses', "
      "tokenize='porter')");
  database.run("INSERT INTO clauses_search (rowid, text) SELECT rowid, text FROM clauses");
  database.run("COMMIT");
  return database.bytes();
}

}  // namespace concord::render
