// What a build knows, as tidy tables for research: a row an observation, a column a variable
// (Wickham, "Tidy Data", 2014). One list of columns serves every format: CSV files with a
// Frictionless data package, and one SQLite file (render/data_package.h).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/comparison.h"
#include "compare/peers.h"
#include "passes/protocol.h"
#include "syntax/word_lists.h"

namespace concord::render {

// The types of the Frictionless Table Schema that the tables need.
enum class FieldType : std::uint8_t { string, integer, number, boolean };
std::string_view name_of(FieldType type);

struct Field {
  std::string_view name;  // "council"
  FieldType type = FieldType::string;
  std::string_view description;
};

// The field holds a key of the other table, or nothing.
struct ForeignKey {
  std::string_view field;
  std::string_view table;
  std::string_view key;
};

// A value a field; empty for none.
using TidyRow = std::vector<std::string>;

struct TidyTable {
  std::string_view name;  // "clauses"
  std::string_view description;
  std::vector<Field> fields;
  std::vector<std::string_view> key;  // the fields that tell rows apart, or none
  std::vector<ForeignKey> foreign_keys;
  // Makes each row anew, in order, and calls `use` with it: the links of ten thousand councils are
  // too many to be kept.
  std::function<void(const std::function<void(const TidyRow&)>& use)> each_row;
};

// What the tables are made of. All is borrowed, and must outlive them.
struct TidySources {
  std::span<const passes::Protocol> protocols;
  const syntax::WordLists& lists;                   // modal verbs are read by them
  const compare::Comparison* comparison = nullptr;  // of these protocols; null where none was made
  const compare::Peers* peers = nullptr;            // of the comparison
};

// Councils, clauses, references, modals, definitions and roles; with a comparison, rows and cells
// as well, and of each council and its peers the pairs, links and differences.
std::vector<TidyTable> tidy_tables(const TidySources& sources);

}  // namespace concord::render
