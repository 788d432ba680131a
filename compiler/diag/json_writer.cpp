#include "diag/json_writer.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <vector>

#include "source/utf8.h"

// The place that the library keeps for a quicker scan, and fills for processors that it knows
// (where it forgets to escape 0x1A to 0x1F): what needs no escape is copied at once.
template <>
inline bool rapidjson::Writer<rapidjson::StringBuffer>::ScanWriteUnescapedString(
    rapidjson::StringStream& in, std::size_t length) {
  static constexpr auto is_escaped = [] {
    std::array<bool, 256> escaped{};
    for (std::size_t c = 0; c < 0x20; ++c) escaped[c] = true;
    escaped['"'] = escaped['\\'] = true;
    return escaped;
  }();
  const std::string_view rest(in.src_, length - in.Tell());
  std::size_t plain = 0;
  while (plain < rest.size() && !is_escaped[static_cast<unsigned char>(rest[plain])]) ++plain;
  rest.copy(os_->PushUnsafe(plain), plain);
  in.src_ += plain;
  return plain < rest.size();
}

namespace concord::diag {
namespace {

using rapidjson::StringBuffer;

// Room for the data of a long protocol; memory that is not written to costs nothing.
constexpr std::size_t room = 1u << 19u;  // bytes

// A source may hold bytes that are no text: each becomes the replacement character.
std::string readable(std::string_view words) {
  std::string text;
  while (true) {
    const std::size_t length = source::well_formed_length(words);
    text += words.substr(0, length);
    if (length == words.size()) return text;
    text += "\uFFFD";
    words.remove_prefix(length + 1);
  }
}

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

// What has a member a line goes through one writer; what stands on one line through another, which
// knows no lines, to the same text.
class JsonWriter::Lines {
 public:
  explicit Lines(const Layout& layout) : broken_(layout.broken) {
    lines_.SetIndent(' ', static_cast<unsigned>(layout.indent));
  }

  std::string take() {
    text_.Put('\n');
    return {text_.GetString(), text_.GetSize()};
  }

  void begin(bool object) {
    if (is_object_.size() == broken_) begin_record(object);
    is_object_.push_back(object);
    on_either([object](auto& writer) { object ? writer.StartObject() : writer.StartArray(); });
  }

  void end() {
    const bool object = is_object_.back();
    on_either([object](auto& writer) { object ? writer.EndObject() : writer.EndArray(); });
    is_object_.pop_back();
  }

  void key(std::string_view key) {
    on_either([key](auto& writer) { writer.Key(key.data(), size_of(key)); });
  }

  void value(std::string_view text) {
    on_either([text](auto& writer) { writer.String(text.data(), size_of(text)); });
  }

  void value_as_written(std::string_view object) {
    on_either([](auto& writer) { make_place(writer, rapidjson::kObjectType); });
    object.copy(text_.Push(object.size()), object.size());
  }

  template <typename Write>
  void on_either(const Write& write) {
    is_object_.size() > broken_ ? write(inside_) : write(lines_);
  }

 private:
  // Lets a value follow that is written to the text by others: to the writer it has no bytes.
  template <typename Writer>
  static void make_place(Writer& writer, rapidjson::Type type) {
    writer.RawValue("", 0, type);
  }

  void begin_record(bool object) {
    make_place(lines_, object ? rapidjson::kObjectType : rapidjson::kArrayType);
    inside_.Reset(text_);
  }

  std::size_t broken_;
  std::vector<bool> is_object_;  // what is begun and not ended
  StringBuffer text_{nullptr, room};
  rapidjson::PrettyWriter<StringBuffer> lines_{text_};
  rapidjson::Writer<StringBuffer> inside_{text_};
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
  const bool is_readable = source::well_formed_length(text) == text.size();
  is_readable ? lines_->value(text) : lines_->value(readable(text));
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

void JsonWriter::value_as_written(std::string_view object) {
  lines_->value_as_written(object);
}

void JsonWriter::member_or_null(std::string_view name, std::string_view words) {
  key(name);
  words.empty() ? null() : value(words);
}

}  // namespace concord::diag
