#include "render/html_comparison.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

#include "render/pictures.h"

namespace concord::render {

namespace {

using nlohmann::json;

std::string text(const json& value) {
  return value.get<std::string>();
}

std::string pair_name(const json& pair) {
  return text(pair["a"]["id"]) + "--" + text(pair["b"]["id"]);
}

// What every page of the comparison has; `view` is the one of the views that it is.
json page(std::string_view title, std::string_view described, std::string_view view,
          const ComparisonOffer& offer) {
  json views = {{"pdf", offer.pdf}, {"tables", offer.tables}};
  for (const char* name : {"is_matrix", "is_differences", "is_gaps", "is_pictures"}) {
    views[name] = view == name;
  }
  return {{"globals", {{"root", "../"}, {"page_title", title}, {"language", "en-GB"}}},
          {"head", {{"described", described}, {"comparing", true}}},
          {"header", {{"home", false}, {"compared", true}, {"comparison", true}}},
          {"footer", json::object()},
          {"views", std::move(views)},
          {"heading", title}};
}

// {"equal": true, "words": …}: a template asks for a kind by its name.
json pieces(const json& from) {
  json to = json::array();
  for (const json& piece : from) {
    to.push_back({{"words", piece["text"]}, {text(piece["kind"]), true}});
  }
  return to;
}

// ---- the matrix

// A provision that one council alone has is not "the same" as anything.
json state_of(const json& entry, const json& row) {
  if (row["have"] == 1) return {{"entry_state", "alone"}, {"entry_state_words", "only here"}};
  return {{"entry_state", entry["state"]}, {"entry_state_words", entry["state_words"]}};
}

json matrix_cell(const json& cell, const json& row) {
  json entries = json::array();
  for (const json& entry : cell["entries"]) {
    json to = state_of(entry, row);
    to["at"] = entry["label"];
    to["words"] = entry["opening"];
    to["letter"] = entry["wording"];
    to["lettered"] = row["wordings"] > 1;
    entries.push_back(std::move(to));
  }
  return {{"council", cell["council"]},
          {"name", cell["name"]},
          {"state", row["have"] == 1 && !entries.empty() ? json("alone") : cell["state"]},
          {"clauses", std::move(entries)},
          {"leads_out", cell["elsewhere"]},
          {"nothing", cell["state"] == "absent"}};
}

// What the filters ask of a row: who has it, who lacks it, all its words.
json matrix_row(const json& row) {
  json cells = json::array();
  std::string has;
  std::string lacks;
  std::string words = text(row["title"]) + " " + text(row["topic"]);
  for (const json& cell : row["cells"]) {
    cells.push_back(matrix_cell(cell, row));
    for (const json& entry : cell["entries"]) words += " " + text(entry["text"]);
    std::string& list = cell["entries"].empty() ? lacks : has;
    list += text(cell["council"]) + " ";
  }
  return {{"row_id", row["id"]}, {"row_title", row["title"]},
          {"have", row["have"]}, {"differs", row["differs"]},
          {"has", has},          {"lacks", lacks},
          {"all_words", words},  {"cell", std::move(cells)}};
}

json matrix_page(const json& model, const ComparisonOffer& offer) {
  json to = page("What every council says", "Every provision of the protocols, council by council",
                 "is_matrix", offer);
  std::size_t provisions = 0;
  json topics = json::array();
  for (const json& topic : model["topics"]) {
    json rows = json::array();
    for (const json& row : topic["rows"]) rows.push_back(matrix_row(row));
    provisions += rows.size();
    topics.push_back({{"topic_id", topic["id"]},
                      {"topic_title", topic["title"]},
                      {"provision", std::move(rows)}});
  }
  to["topic"] = std::move(topics);
  to["council_choice"] = model["councils"];
  to["council_count"] = model["councils"].size();
  to["columns"] = model["councils"].size() + 1;
  to["provisions_count"] = provisions;
  return to;
}

// ---- the texts of one topic

json against(const json& from) {
  json to = json::array();
  for (const json& other : from) {
    to.push_back({{"other", other["council"]},
                  {"other_name", other["name"]},
                  {"piece", pieces(other["diff"])}});
  }
  return to;
}

json provision_texts(const json& row) {
  json texts = json::array();
  std::string absent;
  std::set<std::string> councils;
  for (const json& cell : row["cells"]) {
    if (cell["entries"].empty()) absent += (absent.empty() ? "" : ", ") + text(cell["name"]);
    for (const json& entry : cell["entries"]) {
      const bool first = councils.insert(text(entry["council"])).second;
      json to = state_of(entry, row);
      to["council"] = entry["council"];
      to["name"] = entry["name"];
      to["first"] = first;
      to["at"] = entry["label"];
      to["clause_id"] = entry["clause"];
      to["words"] = entry["text"];
      to["letter"] = entry["wording"];
      to["against"] = against(entry["against"]);
      texts.push_back(std::move(to));
    }
  }
  return {{"row_id", row["id"]},         {"row_title", row["title"]},
          {"have", row["have"]},         {"several", row["have"] > 1},
          {"wordings", row["wordings"]}, {"one_wording", row["wordings"] == 1},
          {"differs", row["differs"]},   {"absent", absent},
          {"version", std::move(texts)}};
}

json topic_page(const json& topic, const json& councils, const ComparisonOffer& offer) {
  const std::string title = text(topic["title"]);
  json to = page(title, "What the protocols say on: " + title, "", offer);
  json rows = json::array();
  for (const json& row : topic["rows"]) rows.push_back(provision_texts(row));
  to["provision"] = std::move(rows);
  to["council_choice"] = councils;
  to["council_count"] = councils.size();
  return to;
}

// ---- two councils side by side

// Where one side alone says something, the other is said to be silent.
json effects(const json& divergences) {
  json to = divergences;
  for (json& each : to) {
    each["a_silent"] = text(each["a_words"]).empty();
    each["b_silent"] = text(each["b_words"]).empty();
  }
  return to;
}

json pair_side(const json& side, char letter) {
  json to = {{"council", side["council"]},   {"at", side["label"]},
             {"clause_id", side["clause"]},  {"piece", pieces(side["pieces"])},
             {"relation", side["relation"]}, {"relation_words", side["relation_words"]},
             {"moved", side["moved"]},       {"effect", effects(side["divergences"])}};
  to["effect_differs"] = !side["divergences"].empty();
  if (side["first"] == true) to["anchor"] = fmt::format("{}-{}", letter, text(side["clause"]));
  return to;
}

json pair_blocks(const json& from) {
  json blocks = json::array();
  for (const json& block : from) {
    json right = json::array();
    for (const json& side : block["right"]) right.push_back(pair_side(side, 'b'));
    json to = {{"section_heading", block["heading"]},
               {"left_text", block["left"].is_null() ? json() : pair_side(block["left"], 'a')},
               {"right_text", std::move(right)},
               {"only_left", block["only"] == "a"},
               {"only_right", block["only"] == "b"},
               {"pairing", block["heading"].is_null()}};
    blocks.push_back(std::move(to));
  }
  return blocks;
}

json pair_page(const json& pair, const ComparisonOffer& offer) {
  const std::string a = text(pair["a"]["name"]);
  const std::string b = text(pair["b"]["name"]);
  const std::string title = fmt::format("{} and {}", a, b);
  json to = page(title, fmt::format("The protocols of {} and {} side by side", a, b), "", offer);
  json summary = pair["summary"];
  summary["percent"] = std::lround(summary["similarity"].get<double>() * 100);
  to["summary"] = std::move(summary);
  to["a_id"] = pair["a"]["id"];
  to["b_id"] = pair["b"]["id"];
  to["a_name"] = a;
  to["b_name"] = b;
  to["block"] = pair_blocks(pair["blocks"]);
  return to;
}

// ---- lists

json gaps_page(const json& model, const ComparisonOffer& offer) {
  json to = page("What each council lacks", "Provisions that other councils have and one lacks",
                 "is_gaps", offer);
  json councils = json::array();
  for (const json& gaps : model["gaps"]) {
    json lacks = json::array();
    for (const json& gap : gaps["lacks"]) {
      lacks.push_back({{"row_id", gap["row"]},
                       {"topic_id", gap["topic_id"]},
                       {"topic", gap["topic"]},
                       {"row_title", gap["title"]},
                       {"have", gap["have"]},
                       {"other", gap["others"]}});
    }
    councils.push_back({{"id", gaps["council"]["id"]},
                        {"name", gaps["council"]["name"]},
                        {"gap_count", lacks.size()},
                        {"gap", std::move(lacks)}});
  }
  to["lacking"] = std::move(councils);
  return to;
}

json differences_page(const json& model, const ComparisonOffer& offer) {
  json to = page("Where the effect differs", "Counterpart clauses whose legal effect differs",
                 "is_differences", offer);
  json list = json::array();
  std::set<std::pair<std::string, std::string>> types;
  for (const json& d : model["divergences"]) {
    types.insert({text(d["type"]), text(d["type_words"])});
    list.push_back({{"kind", d["type"]},
                    {"kind_words", d["type_words"]},
                    {"subject", d["topic"]},
                    {"pair_id", d["pair"]},
                    {"has", text(d["a"]["council"]) + " " + text(d["b"]["council"])},
                    {"a_clause", d["a"]["clause"]},
                    {"a_at", text(d["a"]["name"]) + " " + text(d["a"]["label"])},
                    {"b_at", text(d["b"]["name"]) + " " + text(d["b"]["label"])},
                    {"a_words", d["a_words"]},
                    {"a_silent", text(d["a_words"]).empty()},
                    {"b_silent", text(d["b_words"]).empty()},
                    {"b_words", d["b_words"]}});
  }
  json choices = json::array();
  for (const auto& [type, words] : types)
    choices.push_back({{"type", type}, {"type_words", words}});
  to["difference_count"] = list.size();
  to["difference"] = std::move(list);
  to["type_choice"] = std::move(choices);
  to["council_choice"] = model["councils"];
  return to;
}

// The same figures as in the picture, for the table beside it.
json coverage_rows(const json& coverage) {
  json rows = json::array();
  for (const json& topic : coverage) {
    json shares = json::array();
    for (const json& council : topic["councils"]) {
      shares.push_back({{"words", fmt::format("{} of {}", council["covered"].get<int>(),
                                              topic["rows"].get<int>())}});
    }
    rows.push_back(
        {{"topic_id", topic["id"]}, {"topic_title", topic["title"]}, {"share", std::move(shares)}});
  }
  return rows;
}

json grid_picture(json picture, std::string_view says) {
  picture["says"] = says;
  return {{"grid_picture", std::move(picture)}};
}

json pictures_page(const json& model, const ComparisonOffer& offer) {
  json to = page("The councils at a glance", "Coverage, similarity and shared wording",
                 "is_pictures", offer);
  json pairs = json::array();
  for (const json& pair : model["pairs"]) {
    json row = pair["summary"];
    row["pair_id"] = pair_name(pair);
    row["a_name"] = pair["a"]["name"];
    row["b_name"] = pair["b"]["name"];
    row["percent"] = std::lround(pair["summary"]["similarity"].get<double>() * 100);
    row["shared_percent"] = std::lround(pair["summary"]["shared_wording"].get<double>() * 100);
    pairs.push_back(std::move(row));
  }
  to["pair_row"] = std::move(pairs);
  to["council_choice"] = model["councils"];
  to["coverage_row"] = coverage_rows(model["coverage"]);
  to["coverage_picture"] = grid_picture(coverage_picture(model),
                                        "For each topic and council, how many provisions it "
                                        "covers. The table below has the figures.");
  to["similarity_picture"] = grid_picture(
      similarity_picture(model),
      "For each two councils, how alike they are in per cent. The table above has the figures.");
  to["wording_picture"] = wording_picture(model);
  return to;
}

}  // namespace

std::vector<std::function<Page()>> comparison_html(const json& model,
                                                   const ComparisonOffer& offer) {
  std::vector<std::function<Page()>> pages;
  const auto add = [&](const char* name, const char* layout, auto make) {
    pages.push_back([&model, offer, path = fmt::format("compare/{}.html", name), layout, make] {
      return Page{path, layout, make(model, offer)};
    });
  };
  add("index", "matrix", matrix_page);
  add("gaps", "gaps", gaps_page);
  add("differences", "differences", differences_page);
  add("pictures", "pictures", pictures_page);
  for (const json& topic : model["topics"]) {
    pages.push_back([&topic, &councils = model["councils"], offer] {
      return Page{"compare/on-" + text(topic["id"]) + ".html", "texts",
                  topic_page(topic, councils, offer)};
    });
  }
  for (const json& pair : model["pairs"]) {
    pages.push_back([&pair, offer] { return pair_html(pair, offer); });
  }
  return pages;
}

Page pair_html(const json& pair, const ComparisonOffer& offer) {
  return {"compare/" + pair_name(pair) + ".html", "side_by_side", pair_page(pair, offer)};
}

}  // namespace concord::render
