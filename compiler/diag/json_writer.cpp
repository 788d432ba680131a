#include "diag/json_writer.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <vector>

#include "source/utf8.h"

namespace concord::diag {
namespace {

using rapidjson::StringBuffer;

// A source may hold bytes that are no text: each becomes the replacement character.
std::string readable(std::string_view words) {
  std::string text;
  while (!words.empty()) {
    const std::size_t length = source::character_length(words);
    text += length == 0 ? "\uFFFD" : words.substr(0, length);
    words.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return text;
}

bool is_readable(std::string_view words) {
  while (!words.empty()) {
    const std::size_t length = source::character_length(words);
    if (length == 0) return false;
    words.remove_prefix(length);
  }
  return true;
}

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

// What has a member a line goes to one writer; what stands on one line is written by another, which
// knows no lines, and then taken over as it is.
class JsonWriter::Lines {
 public:
  explicit Lines(const Layout& layout) : broken_(layout.broken) {
    lines_.SetIndent(' ', static_cast<unsigned>(layout.indent));
  }

  std::string take() { return std::string(text_.GetString(), text_.GetSize()) + '\n'; }

  void begin(bool object) {
    is_object_.push_back(object);
    on_either([object](auto& writer) { object ? writer.StartObject() : writer.StartArray(); });
  }

  void end() {
    const bool object = is_object_.back();
    on_either([object](auto& writer) { object ? writer.EndObject() : writer.EndArray(); });
    is_object_.pop_back();
    if (is_object_.size() == broken_) take_record(object);
  }

  void key(std::string_view key) {
    on_either([key](auto& writer) { writer.Key(key.data(), size_of(key)); });
  }

  void value(std::string_view text) {
    on_either([text](auto& writer) { writer.String(text.data(), size_of(text)); });
  }

  template <typename Write>
  void on_either(const Write& write) {
    is_object_.size() > broken_ ? write(inside_) : write(lines_);
  }

 private:
  void take_record(bool object) {
    lines_.RawValue(record_.GetString(), record_.GetSize(),
                    object ? rapidjson::kObjectType : rapidjson::kArrayType);
    record_.Clear();
    inside_.Reset(record_);
  }

  std::size_t broken_;
  std::vector<bool> is_object_;  // what is begun and not ended
  StringBuffer text_;
  rapidjson::PrettyWriter<StringBuffer> lines_{text_};
  StringBuffer record_;  // on one line
  rapidjson::Writer<StringBuffer> inside_{record_};
};

JsonWriter::JsonWriter(const Layout& layout) : lines_(std::make_unique<Lines>(layout)) {}

JsonWriter::~JsonWriter() = default;

std::string JsonWriter::take() {
  return lines_->take();
}

void JsonWriter::begin_object() {
  lines_->begin(true);
}

void JsonWriter::begin_array() {
  lines_->begin(false);
}

void JsonWriter::end() {
  lines_->end();
}

void JsonWriter::key(std::string_view key) {
  lines_->key(key);
}

void JsonWriter::value(std::string_view text) {
  is_readable(text) ? lines_->value(text) : lines_->value(readable(text));
}

void JsonWriter::value(bool flag) {
  lines_->on_either([flag](auto& writer) { writer.Bool(flag); });
}

void JsonWriter::value(std::uint64_t number) {
  lines_->on_either([number](auto& writer) { writer.Uint64(number); });
}

void JsonWriter::null() {
  lines_->on_either([](auto& writer) { writer.Null(); });
}

void JsonWriter::member_or_null(std::string_view name, std::string_view words) {
  key(name);
  words.empty() ? null() : value(words);
}

}  // namespace concord::diag
