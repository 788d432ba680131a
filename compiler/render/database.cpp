// Through SQLite.
#include "render/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace concord::render {
namespace {

std::string_view affinity_of(FieldType type) {
  switch (type) {
    case FieldType::integer:
    case FieldType::boolean:
      return "INTEGER";
    case FieldType::number:
      return "REAL";
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
    parts.push_back(fmt::format("{} {}", quoted(field.name), affinity_of(field.type)));
    if (field.type == FieldType::boolean)  // SQLite has no type for it (sqlite.org/datatype3.html)
      parts.back() += fmt::format(" CHECK ({} IN (0, 1))", quoted(field.name));
  }
  if (!table.key.empty()) {
    std::vector<std::string> key;
    for (const std::string_view field : table.key) key.push_back(quoted(field));
    parts.push_back(fmt::format("PRIMARY KEY ({})", fmt::join(key, ", ")));
  }
  for (const ForeignKey& key : table.foreign_keys) {
    parts.push_back(fmt::format("FOREIGN KEY ({}) REFERENCES {} ({})", quoted(key.field),
                                quoted(key.table), quoted(key.key)));
  }
  return fmt::format("CREATE TABLE {} ({})", quoted(table.name), fmt::join(parts, ", "));
}

std::string insert_into(const TidyTable& table) {
  const std::vector<std::string_view> marks(table.fields.size(), "?");
  return fmt::format("INSERT INTO {} VALUES ({})", quoted(table.name), fmt::join(marks, ", "));
}

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

}  // namespace

struct Database::Library {
  std::string path;
  std::unique_ptr<sqlite3, Close> handle;
  std::unique_ptr<sqlite3_stmt, Close> inserting;
  std::vector<FieldType> types;  // of the columns of the table that is being made

  [[noreturn]] void fail() const {
    if (sqlite3_errcode(handle.get()) == SQLITE_FULL)
      throw std::system_error(ENOSPC, std::generic_category(),
                              fmt::format("cannot write \"{}\"", path));
    throw std::runtime_error(
        fmt::format("cannot make the SQLite file: {}", sqlite3_errmsg(handle.get())));
  }

  void run(const std::string& sql) const {
    if (sqlite3_exec(handle.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
};

Database::Database(const std::string& path) : library_(std::make_unique<Library>()) {
  library_->path = path;
  sqlite3* opened = nullptr;
  const int status = sqlite3_open(path.c_str(), &opened);
  library_->handle.reset(opened);
  if (status != SQLITE_OK) library_->fail();
  // What is made anew and then published needs no protection against half a write.
  library_->run("PRAGMA journal_mode = OFF");
  library_->run("PRAGMA synchronous = OFF");
  library_->run("BEGIN");
}

Database::~Database() = default;

void Database::begin(const TidyTable& table) {
  library_->types.clear();
  for (const Field& field : table.fields) library_->types.push_back(field.type);
  library_->run(create(table));
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(library_->handle.get(), insert_into(table).c_str(), -1, &prepared,
                         nullptr) != SQLITE_OK)
    library_->fail();
  library_->inserting.reset(prepared);
}

void Database::insert(const TidyRow& row) {
  sqlite3_stmt* const statement = library_->inserting.get();
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int place = static_cast<int>(i) + 1;
    if (row[i].empty()) {
      sqlite3_bind_null(statement, place);
    } else if (library_->types[i] == FieldType::boolean) {
      sqlite3_bind_int(statement, place, row[i] == "true" ? 1 : 0);
    } else {
      sqlite3_bind_text(statement, place, row[i].data(), static_cast<int>(row[i].size()),
                        SQLITE_STATIC);
    }
  }
  if (sqlite3_step(statement) != SQLITE_DONE) library_->fail();
  sqlite3_reset(statement);
}

// Columns by which other tables are joined to this one.
void Database::end(const TidyTable& table) {
  library_->inserting.reset();
  for (const ForeignKey& key : table.foreign_keys) {
    library_->run(fmt::format("CREATE INDEX \"{0}_{1}\" ON {2} ({3})", table.name, key.field,
                              quoted(table.name), quoted(key.field)));
  }
}

void Database::finish() {
  library_->run(
      "CREATE VIRTUAL TABLE clauses_search USING fts5 (text, content='clauses', "
      "tokenize='porter')");
  library_->run("INSERT INTO clauses_search (rowid, text) SELECT rowid, text FROM clauses");
  library_->run("COMMIT");
}

}  // namespace concord::render
