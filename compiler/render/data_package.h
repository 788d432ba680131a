// The tidy tables as files: a Frictionless data package (frictionlessdata.io, version 1 of the
// specifications) of CSV files, and one SQLite file.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "render/render.h"
#include "render/tidy_tables.h"
#include "source/publication.h"
#include "view/stamp.h"

namespace concord::render {

// What a data package says of itself.
struct DataStamp {
  std::string_view program_version;  // "0.1.0"
  std::string as_of;                 // day at which the texts stand (ISO 8601); may be empty
  view::Stamp made_of = {};          // for the citation; nothing where it says nothing
};

// "data/datapackage.json", and as each row is made, "data/tables/<name>.csv" and
// "data/concord.sqlite".
//
// The CSV files are UTF-8 with a byte order mark, by which Excel knows it; otherwise they are as
// render/tables.h says, but for the apostrophe before what a spreadsheet would take for a formula,
// which is there too. The other is an SQLite 3 database with a table for each, their keys, and
// "clauses_search", an index of the words of clauses for full-text search (FTS5); and "about", with
// the stamp's terms by name. The same bytes
// for the same tables and version of the library. Throws std::runtime_error where the library
// refuses (no memory, no room on the disk).
void data_package(std::span<const TidyTable> tables, const DataStamp& stamp,
                  source::Destination& destination);

// "data/schema/": what each key of the data files means, and their JSON Schemas, as the templates
// have them.
Files schemas(const Templates& templates);

}  // namespace concord::render
