// JSON as text, written member by member: data of which the program reads nothing back need not
// stand in memory as a tree first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace concord::diag {

class JsonWriter {
 public:
  // Objects and arrays less than `broken` levels deep have one member a line, each level indented
  // by `indent` spaces; deeper ones stand on one line.
  struct Layout {
    std::size_t broken = 0;
    std::size_t indent = 1;
  };

  explicit JsonWriter(const Layout& layout);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  // The text, ended by a line break. To be called once, at the end.
  std::string take();

  void begin_object();
  void begin_array();
  void end();  // of what was begun last

  void key(std::string_view key);  // in an object, before each value

  // Bytes that are not UTF-8 become U+FFFD.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool flag);
  void value(std::uint64_t number);
  void value(std::uint32_t number) { value(std::uint64_t{number}); }
  void null();
  // JSON already: taken over as it is, its line breaks and their indentation with it.
  void value_as_written(std::string_view object);

  template <typename Value>
  void member(std::string_view name, const Value& of) {
    key(name);
    value(of);
  }
  // Null where there are no words.
  void member_or_null(std::string_view name, std::string_view words);

 private:
  class Lines;
  std::unique_ptr<Lines> lines_;
};

}  // namespace concord::diag
