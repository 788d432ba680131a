// Small view models (view/view.h), made by hand.
//
// Lists are vectors and not JSON: of {clause} compilers make one clause, or a list of one.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace concord::test {

using nlohmann::json;

inline json date(const std::string& iso) {
  return {{"iso", iso}, {"words", iso}};
}

inline json run(const std::string& text) {
  return {{"text", text},  {"strong", false}, {"emphasis", false}, {"strike", false},
          {"code", false}, {"break", false},  {"note", nullptr},   {"link", nullptr}};
}

inline json linked(const std::string& text, const std::string& kind, const json& href,
                   const json& to) {
  json it = run(text);
  it["link"] = {{"kind", kind}, {"href", href}, {"to", to}, {"label", to}, {"preview", nullptr}};
  return it;
}

inline json note_mark(const std::string& id, const std::string& label) {
  json it = run("");
  it["note"] = {{"id", id}, {"ref_id", "_fnref-" + label}, {"label", label}, {"text", "…"}};
  return it;
}

// `number` null for an unnumbered clause; `runs` a string or a list of runs.
inline json clause(const std::string& id, const std::string& kind, const json& number,
                   const json& runs, std::vector<json> children = {}) {
  const json list = runs.is_string() ? json::array({run(runs)}) : runs;
  std::string text;
  for (const json& it : list) text += it["text"].get<std::string>();
  return {{"id", id},
          {"kind", kind},
          {"place", "body"},
          {"number", number},
          {"full_number", number},
          {"label", id},
          {"citation", "Ashby, Protocol on Member/Officer Relations, " + id},
          {"level", 0},
          {"heading_level", nullptr},
          {"topic", nullptr},
          {"sic", nullptr},
          {"from", nullptr},
          {"runs", list},
          {"text", text},
          {"table", nullptr},
          {"referred_by", json::array()},
          {"counterparts", nullptr},
          {"children", std::move(children)}};
}

inline json tail(json it) {
  it["place"] = "tail";
  return it;
}

inline json protocol(std::vector<json> clauses, std::vector<json> footnotes = {}) {
  return {{"id", "ashby"},
          {"name", "Ashby"},
          {"council", "Ashby Town Council"},
          {"title", "Protocol on Member/Officer Relations"},
          {"part", nullptr},
          {"status", "draft"},
          {"language", "en-GB"},
          {"governance", nullptr},
          {"purpose", nullptr},
          {"as_of", nullptr},
          {"adopted", nullptr},
          {"review", nullptr},
          {"contact", nullptr},
          {"versions", json::array()},
          {"signoff", json::array()},
          {"source", nullptr},
          {"repairs", json::array()},
          {"sics", json::array()},
          {"contents", json::array()},
          {"heading", nullptr},
          {"clauses", std::move(clauses)},
          {"footnotes", std::move(footnotes)},
          {"definitions", json::array()},
          {"roles", json::array()},
          {"external", json::array()}};
}

}  // namespace concord::test
