#include <catch2/catch.hpp>

#include "diag/json_writer.h"

using concord::diag::JsonWriter;

namespace {

std::string example(const JsonWriter::Layout& layout) {
  JsonWriter json(layout);
  json.begin_object();
  json.member("schema", "concord/1");
  json.key("records");
  json.begin_array();
  for (const std::uint32_t id : {1u, 2u}) {
    json.begin_object();
    json.member("id", id);
    json.member("first", id == 1);
    json.key("in");
    json.begin_array();
    if (id == 1) json.value("a");
    if (id == 1) json.null();
    json.end();
    json.end();
  }
  json.end();
  json.key("none");
  json.begin_object();
  json.end();
  json.end();
  return json.take();
}

std::string quoted(std::string_view words) {
  JsonWriter json({});
  json.value(words);
  return json.take();
}

}  // namespace

TEST_CASE("JSON has one record a line to the depth that is asked for") {
  CHECK(example({2}) ==
        "{\n"
        " \"schema\": \"concord/1\",\n"
        " \"records\": [\n"
        "  {\"id\":1,\"first\":true,\"in\":[\"a\",null]},\n"
        "  {\"id\":2,\"first\":false,\"in\":[]}\n"
        " ],\n"
        " \"none\": {}\n"
        "}\n");
  CHECK(example({0}) ==
        "{\"schema\":\"concord/1\",\"records\":[{\"id\":1,\"first\":true,\"in\":[\"a\",null]},"
        "{\"id\":2,\"first\":false,\"in\":[]}],\"none\":{}}\n");
  CHECK(example({9, 2}).starts_with(
      "{\n  \"schema\": \"concord/1\",\n  \"records\": [\n    {\n      \"id\": 1,"));
}

TEST_CASE("words are escaped as JSON has it, and what is no UTF-8 is replaced") {
  CHECK(quoted("say \"no\" – \\ Ŵ") == "\"say \\\"no\\\" – \\\\ Ŵ\"\n");
  CHECK(quoted("\b\f\n\r\t\x01\x1f\x7f") == "\"\\b\\f\\n\\r\\t\\u0001\\u001F\x7f\"\n");
  CHECK(quoted("a long line, \"quoted\" and\x1a more\"") ==
        "\"a long line, \\\"quoted\\\" and\\u001A more\\\"\"\n");
  CHECK(quoted("é\xC3") == "\"é\uFFFD\"\n");
  CHECK(quoted("\xC3 é") == "\"\uFFFD é\"\n");
  CHECK(quoted("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"\n");
  CHECK(quoted("") == "\"\"\n");
}

TEST_CASE("no words are null where that is asked for") {
  JsonWriter json({});
  json.begin_object();
  json.member_or_null("a", "");
  json.member_or_null("b", "c");
  json.end();
  CHECK(json.take() == "{\"a\":null,\"b\":\"c\"}\n");
}

TEST_CASE("JSON already written stands as it is, among other values") {
  JsonWriter json({2});
  json.begin_object();
  json.key("of");
  json.begin_array();
  json.value_as_written("{\n   \"a\": 1\n  }");
  json.value_as_written("{}");
  json.end();
  json.member("c", true);
  json.end();
  CHECK(json.take() ==
        "{\n"
        " \"of\": [\n"
        "  {\n   \"a\": 1\n  },\n"
        "  {}\n"
        " ],\n"
        " \"c\": true\n"
        "}\n");
}
