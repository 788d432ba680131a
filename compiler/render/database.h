// An SQLite file that grows a row at a time.
#pragma once

#include <memory>
#include <string>

#include "render/tidy_tables.h"

namespace concord::render {

class Database {
 public:
  // A new file at the path. Everything throws std::runtime_error where the library refuses, and
  // std::system_error where the disk is full.
  explicit Database(const std::string& path);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Of one table at a time: first its columns, then its rows, each value in its column, an empty
  // one as NULL and a boolean as 0 or 1, then the indexes of its keys.
  void begin(const TidyTable& table);
  void insert(const TidyRow& row);
  void end(const TidyTable& table);

  // To be called once, when all tables are there: the index for full-text search.
  void finish();

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace concord::render
