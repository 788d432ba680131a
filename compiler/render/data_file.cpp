#include "render/data_file.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace concord::render {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view head = "{\n \"schema\": \"concord/1\"";

ordered_json or_null(const std::string& words) {
  return words.empty() ? ordered_json() : ordered_json(words);
}

ordered_json made_of(const view::Stamp& stamp) {
  ordered_json texts = ordered_json::array();
  for (const view::StampedText& text : stamp.texts)
    texts.push_back({{"folder", text.folder},
                     {"name", text.name},
                     {"version", or_null(text.version)},
                     {"compared", text.compared}});
  return {{"program", "Concord"},
          {"version", stamp.program},
          {"as_of", or_null(stamp.as_of)},
          {"texts", std::move(texts)}};
}

std::string on_one_line(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

// Objects and arrays less than `broken` levels deep have one member a line, indented; deeper ones
// stand on one line. `depth` is the level at which the value itself stands.
void write(const ordered_json& value, std::size_t broken, std::size_t depth, std::string& out) {
  if (depth >= broken || !value.is_structured() || value.empty()) {
    out += on_one_line(value);
    return;
  }
  const bool object = value.is_object();
  out += object ? '{' : '[';
  bool first = true;
  for (const auto& [key, member] : value.items()) {
    out += first ? "\n" : ",\n";
    out.append(depth + 1, ' ');
    if (object) out += on_one_line(key) + ": ";
    write(member, broken, depth + 1, out);
    first = false;
  }
  out += '\n';
  out.append(depth, ' ');
  out += object ? '}' : ']';
}

}  // namespace

DataFile::DataFile() : text_(head) {}

DataFile::DataFile(const view::Stamp& stamp, source::Write write)
    : write_(std::move(write)), text_(stamped(std::string(head), stamp)) {}

void DataFile::give_out() {
  if (!write_) return;
  write_(text_);
  text_.clear();
}

void DataFile::begin_member(std::string_view name) {
  text_ += ",\n " + on_one_line(name) + ": ";
}

void DataFile::member(std::string_view name, const ordered_json& value) {
  begin_member(name);
  write(value, 2, 1, text_);
}

void DataFile::short_member(std::string_view name, const ordered_json& value) {
  begin_member(name);
  text_ += on_one_line(value);
}

void DataFile::begin_list(std::string_view name) {
  begin_member(name);
  text_ += '[';
  list_is_empty_ = true;
}

void DataFile::begin_record() {
  text_ += list_is_empty_ ? "\n  " : ",\n  ";
  list_is_empty_ = false;
}

void DataFile::add(const ordered_json& record) {
  begin_record();
  text_ += on_one_line(record);
  give_out();
}

void DataFile::add_long(const ordered_json& record) {
  begin_record();
  write(record, 4, 2, text_);
  give_out();
}

void DataFile::end_list() {
  text_ += list_is_empty_ ? "]" : "\n ]";
}

void DataFile::begin_map(std::string_view name) {
  begin_member(name);
  text_ += '{';
  list_is_empty_ = true;
}

void DataFile::add(std::string_view key, const ordered_json& value) {
  begin_record();
  text_ += on_one_line(key) + ": " + on_one_line(value);
  give_out();
}

void DataFile::end_map() {
  text_ += list_is_empty_ ? "}" : "\n }";
}

std::string stamped(std::string data, const view::Stamp& stamp) {
  if (stamp.program.empty() || !data.starts_with(head)) return data;
  const auto member = [](std::string_view name, const ordered_json& value) {
    return ",\n " + on_one_line(name) + ": " + on_one_line(value);
  };
  return data.insert(head.size(), member("made_of", made_of(stamp)) +
                                      member("licence", view::licence_words()) +
                                      member("cite", view::citation_words(stamp)));
}

std::string DataFile::take() {
  text_ += "\n}\n";
  give_out();
  return std::move(text_);
}

}  // namespace concord::render
