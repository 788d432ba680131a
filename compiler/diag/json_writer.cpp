#include "diag/json_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/utf8.h"

namespace concord::diag {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool stands_for_itself(char c) {
  return c >= ' ' && c != '"' && c != '\\' && static_cast<unsigned char>(c) < 0x80;
}

// As it stands within the quotation marks.
std::string escaped(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return fmt::format("\\u{:04x}", static_cast<unsigned>(c));
  }
}

}  // namespace

void JsonWriter::end() {
  const Level level = levels_.back();
  const bool breaks = !level.empty && is_broken();
  levels_.pop_back();
  if (breaks) break_line();
  out_ += level.closing;
}

void JsonWriter::key(std::string_view key) {
  begin_member();
  quote(key);
  out_ += is_broken() ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  begin_value();
  quote(text);
}

void JsonWriter::value(bool flag) {
  begin_value();
  out_ += flag ? "true" : "false";
}

void JsonWriter::value(std::uint64_t number) {
  begin_value();
  out_ += fmt::format_int(number).c_str();
}

void JsonWriter::null() {
  begin_value();
  out_ += "null";
}

void JsonWriter::member_or_null(std::string_view name, std::string_view words) {
  key(name);
  words.empty() ? null() : value(words);
}

void JsonWriter::begin(char bracket) {
  begin_value();
  out_ += bracket;
  levels_.push_back({bracket == '{' ? '}' : ']'});
}

void JsonWriter::begin_value() {
  if (!after_key_ && !levels_.empty()) begin_member();
  after_key_ = false;
}

void JsonWriter::begin_member() {
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  if (is_broken()) break_line();
}

bool JsonWriter::is_broken() const {
  return levels_.size() <= layout_.broken;
}

void JsonWriter::break_line() {
  out_ += '\n';
  out_.append(levels_.size() * layout_.indent, ' ');
}

void JsonWriter::quote(std::string_view text) {
  out_ += '"';
  while (!text.empty()) {
    const auto plain = std::find_if_not(text.begin(), text.end(), stands_for_itself);
    std::size_t taken = static_cast<std::size_t>(plain - text.begin());
    out_ += text.substr(0, taken);
    text.remove_prefix(taken);
    if (text.empty()) break;
    if (static_cast<unsigned char>(text[0]) < 0x80) {
      out_ += escaped(text[0]);
      taken = 1;
    } else {
      const std::size_t length = source::character_length(text);
      out_ += length == 0 ? replacement : text.substr(0, length);
      taken = std::max<std::size_t>(length, 1);
    }
    text.remove_prefix(taken);
  }
  out_ += '"';
}

}  // namespace concord::diag
