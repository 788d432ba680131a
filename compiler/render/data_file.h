// How the data files are laid out: JSON with one record a line, so that a corpus can be read,
// searched with grep and compared with diff, and yet stays small.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "source/publication.h"
#include "view/stamp.h"

namespace concord::render {

// A data file in the making: an object, its schema first, with one member a line. Lists are written
// a record at a time, so that the data of ten thousand councils never stands in memory as a tree.
//
// Bytes that are not UTF-8 become U+FFFD.
class DataFile {
 public:
  DataFile();  // in memory
  // Given out as it grows, with what stamped() adds.
  DataFile(const view::Stamp& stamp, source::Write write);

  // The value's own elements stand one a line; what is in those, on theirs.
  void member(std::string_view name, const nlohmann::ordered_json& value);
  // The value stands on the line of its name.
  void short_member(std::string_view name, const nlohmann::ordered_json& value);

  // A list with one record a line: as_record makes an ordered_json of each element.
  template <typename List, typename AsRecord>
  void list(std::string_view name, const List& elements, const AsRecord& as_record) {
    begin_list(name);
    for (const auto& element : elements) add(as_record(element));
    end_list();
  }

  void begin_list(std::string_view name);
  void add(const nlohmann::ordered_json& record);
  // A record that is itself laid out as a data file is, two levels deeper.
  void add_long(const nlohmann::ordered_json& record);
  void end_list();

  // An object with one member a line: as_value makes an ordered_json of each element, key_of its
  // name.
  template <typename List, typename KeyOf, typename AsValue>
  void map(std::string_view name, const List& elements, const KeyOf& key_of,
           const AsValue& as_value) {
    begin_map(name);
    for (const auto& element : elements) add(key_of(element), as_value(element));
    end_map();
  }

  // To be called once, at the end: the text, or as much of it as was not given out yet.
  std::string take();

 private:
  void begin_member(std::string_view name);
  void begin_map(std::string_view name);
  void add(std::string_view key, const nlohmann::ordered_json& value);
  void end_map();
  void begin_record();
  void give_out();

  source::Write write_;  // none where the text is kept
  std::string text_;
  bool list_is_empty_ = true;
};

// The data file with what it was made of and with, its licence, and how to cite it, after its
// schema: "made_of", "licence", "cite".
std::string stamped(std::string data, const view::Stamp& stamp);

}  // namespace concord::render
