#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <vector>

#include "render/data_file.h"

using concord::render::DataFile;
using nlohmann::ordered_json;

TEST_CASE("a data file has one record a line") {
  DataFile file;
  file.short_member("in", {1, 2});
  file.list("records", std::vector<int>{1, 2}, [](int id) -> ordered_json {
    return {{"id", id}, {"in", id == 1 ? ordered_json({1, 2}) : ordered_json::array()}};
  });
  file.list("none", std::vector<int>(), [](int) { return ordered_json(); });
  file.member("by", {{"a", {1, 2}}, {"b", ordered_json::object()}});
  CHECK(file.take() ==
        "{\n"
        " \"schema\": \"concord/1\",\n"
        " \"in\": [1,2],\n"
        " \"records\": [\n"
        "  {\"id\":1,\"in\":[1,2]},\n"
        "  {\"id\":2,\"in\":[]}\n"
        " ],\n"
        " \"none\": [],\n"
        " \"by\": {\n"
        "  \"a\": [1,2],\n"
        "  \"b\": {}\n"
        " }\n"
        "}\n");
}

TEST_CASE("a long record has its own members and records a line each") {
  DataFile file;
  file.begin_list("protocols");
  file.add_long({{"id", "york"}, {"clauses", ordered_json::array({{{"id", "1"}}})}});
  file.add_long(ordered_json::object());
  file.end_list();
  CHECK(file.take() ==
        "{\n"
        " \"schema\": \"concord/1\",\n"
        " \"protocols\": [\n"
        "  {\n"
        "   \"id\": \"york\",\n"
        "   \"clauses\": [\n"
        "    {\"id\":\"1\"}\n"
        "   ]\n"
        "  },\n"
        "  {}\n"
        " ]\n"
        "}\n");
}

TEST_CASE("words are escaped as JSON has it, and bytes that are no text are replaced") {
  DataFile file;
  file.short_member("a", "say \"no\" – \\ Ŵ\n\x01");
  file.short_member("b", "\xC3 é");
  CHECK(file.take() ==
        "{\n"
        " \"schema\": \"concord/1\",\n"
        " \"a\": \"say \\\"no\\\" – \\\\ Ŵ\\n\\u0001\",\n"
        " \"b\": \"\uFFFD é\"\n"
        "}\n");
}
