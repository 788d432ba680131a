#include "render/html.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace concord::render {

namespace {

using nlohmann::json;

// A page's JSON is the view model with what logic-less templates cannot work out for themselves:
// which element a clause is, where a list begins and ends, which template draws a member (its key
// is the template's name).

constexpr std::string_view mailto = "mailto:";

// Copies the members of those names.
json members(const json& from, std::initializer_list<const char*> names) {
  json to = json::object();
  for (const char* name : names) to[name] = from[name];
  return to;
}

json link(const json& from) {
  const auto& href = from["href"].get_ref<const std::string&>();
  if (href.starts_with(mailto)) return {{"mail", href.substr(mailto.size())}};
  return members(from, {"kind", "href"});
}

// Only what the run has: a page is mostly runs, and each member costs time.
json run(const json& from) {
  json to = members(from, {"text"});
  for (const char* flag : {"strong", "emphasis", "strike", "code", "break"}) {
    if (from[flag].get<bool>()) to[flag] = true;
  }
  if (const json& note = from["note"]; !note.is_null()) {
    to["note"] = members(note, {"id", "ref_id", "label"});
  }
  if (!from["link"].is_null() && !from["link"]["href"].is_null()) to["link"] = link(from["link"]);
  return to;
}

json runs(const json& from) {
  json to = json::array();
  for (const json& each : from) to.push_back(run(each));
  return to;
}

json cells(const json& row) {
  json to = json::array();
  for (const json& cell : row)
    to.push_back({{"run", runs(cell)}, {"filled", !cell.empty()}, {"unfilled", cell.empty()}});
  return to;
}

json table(const json& from) {
  if (from.is_null()) return nullptr;
  json rows = json::array();
  for (const json& row : from["rows"]) rows.push_back({{"cells", cells(row)}});
  return {{"column", cells(from["header"])}, {"rows", std::move(rows)}};
}

// Writes true where a stretch of neighbours of one kind begins and ends, for the element around
// them.
void bracket(json& siblings, std::string_view kind, const std::string& name) {
  for (std::size_t i = 0; i < siblings.size(); ++i) {
    if (siblings[i]["kind"] != kind) continue;
    siblings[i]["opens_" + name] = i == 0 || siblings[i - 1]["kind"] != kind;
    siblings[i]["closes_" + name] = i + 1 == siblings.size() || siblings[i + 1]["kind"] != kind;
  }
}

// Which of the three a text is.
void add_status(const json& model, json& to) {
  to["draft"] = model["status"] == "draft";
  to["superseded"] = model["status"] == "superseded";
  to["in_force"] = model["status"] == "adopted";
}

class ProtocolPage {
 public:
  ProtocolPage(const json& model, const Offer& offer) : model_(model), offer_(offer) {
    for (std::size_t i = 0; i < model_["repairs"].size(); ++i) {
      const json& id = model_["repairs"][i]["to_id"];
      if (id.is_string()) repaired_.emplace(id, repair_anchor(i));
    }
    for (std::size_t i = 0; i < model_["definitions"].size(); ++i) {
      const json& definition = model_["definitions"][i];
      defines_[definition["clause"]].push_back(
          {{"anchor", definition_anchor(i)}, {"term", definition["term"]}});
    }
  }

  json page() const {
    json page = {
        {"globals", {{"root", "../"}, {"page_title", title()}, {"language", model_["language"]}}},
        {"head", {{"described", description()}}},
        {"header", {{"home", false}, {"compared", offer_.comparison}}},
        {"footer", json::object()},
        {"cover", cover()},
        {"entry", entries(model_["contents"])},
        {"clause", clauses(model_["clauses"])},
        {"footnotes", footnotes()},
        {"signed", signatures()},
        {"about", about()}};
    page["has_footnotes"] = !model_["footnotes"].empty();
    page["has_signoff"] = !model_["signoff"].empty();
    page["council"] = model_["council"];
    add_status(model_, page);
    page["plain"] = !has_hanging_numbers();
    return page;
  }

 private:
  // What the page names for itself begins with an underscore, as no clause's identifier does.
  static std::string repair_anchor(std::size_t index) {
    return fmt::format("_repair-{}", index + 1);
  }

  static std::string definition_anchor(std::size_t index) {
    return fmt::format("_term-{}", index + 1);
  }

  std::string title() const {
    return fmt::format("{} – {}", model_["title"].get_ref<const std::string&>(),
                       model_["council"].get_ref<const std::string&>());
  }

  std::string description() const {
    const json& purpose = model_["purpose"];
    return purpose.is_string() ? purpose.get<std::string>() : title();
  }

  std::string title_id() const {
    const json& heading = model_["heading"];
    return heading.is_null() ? "page-title" : heading["id"].get<std::string>();
  }

  json cover() const {
    json cover = {{"name", model_["name"]},
                  {"council", model_["council"]},
                  {"title", model_["title"]},
                  {"part", model_["part"]},
                  {"adopted", model_["adopted"]},
                  {"review", model_["review"]},
                  {"contact", model_["contact"]},
                  {"pdf", offer_.has_pdf(model_["id"])},
                  {"xml", offer_.xml},
                  {"json", offer_.json},
                  {"markdown", offer_.markdown},
                  {"version", model_["versions"]}};
    add_status(model_, cover);
    cover["title_id"] = title_id();
    cover["has_versions"] = !model_["versions"].empty();
    return cover;
  }

  static json entries(const json& contents) {
    json to = json::array();
    for (const json& from : contents) {
      to.push_back({{"id", from["id"]},
                    {"number", from["number"]},
                    {"heading", from["heading"]},
                    {"nested", !from["children"].empty()},
                    {"entry", entries(from["children"])}});
    }
    return to;
  }

  json clauses(const json& siblings) const {
    json to = json::array();
    for (const json& from : siblings) to.push_back(clause(from));
    bracket(to, "item", "list");
    bracket(to, "quote", "quotation");
    return to;
  }

  json clause(const json& from) const {
    json to = members(from, {"id", "kind", "place", "number", "label", "citation", "sic"});
    to["run"] = runs(from["runs"]);
    to["table"] = table(from["table"]);
    to["clause"] = clauses(from["children"]);
    to["element"] = element(from["kind"]);
    to["words"] = from["heading_level"].is_null()
                      ? "p"
                      : fmt::format("h{}", from["heading_level"].get<int>());
    to["worded"] = from["table"].is_null();
    if (const auto repair = repaired_.find(from["id"]); repair != repaired_.end()) {
      to["repair"] = repair->second;
    }
    to["beside"] = beside(from);
    return to;
  }

  static std::string_view element(const json& kind) {
    if (kind == "section") return "section";
    return kind == "item" || kind == "footnote" ? "li" : "div";
  }

  // What stands in the margin of a clause, or nothing.
  json beside(const json& from) const {
    const auto defines = defines_.find(from["id"]);
    if (from["referred_by"].empty() && from["counterparts"].is_null() &&
        defines == defines_.end()) {
      return nullptr;
    }
    json to = {{"label", from["label"]},
               {"referrer", from["referred_by"]},
               {"referred", !from["referred_by"].empty()},
               {"counterparts", counterparts(from["counterparts"])}};
    if (defines != defines_.end()) to["defines"] = defines->second;
    return to;
  }

  static json counterparts(const json& from) {
    if (from.is_null()) return nullptr;
    json to = from;
    to["found"] = !from["counterpart"].empty();
    to["alone"] = from["counterpart"].empty();
    return to;
  }

  json footnotes() const {
    json notes = json::array();
    for (const json& from : model_["footnotes"]) {
      json to = clause(from);
      to["reference"] = from["references"];
      to["referenced"] = !from["references"].empty();
      notes.push_back(std::move(to));
    }
    return notes.empty() ? json() : json{{"clause", std::move(notes)}};
  }

  json signatures() const {
    return model_["signoff"].empty() ? json() : json{{"signature", model_["signoff"]}};
  }

  json source() const {
    json source = model_["source"];
    if (!source.is_null()) source["no_url"] = source["url"].is_null();
    return source;
  }

  json definitions() const {
    json to = json::array();
    for (const json& from : model_["definitions"]) {
      to.push_back({{"anchor", definition_anchor(to.size())},
                    {"term", from["term"]},
                    {"clause", from["clause"]},
                    {"label", from["label"]},
                    {"used", !from["uses"].empty()},
                    {"count", from["uses"].size()},
                    {"use", from["uses"]}});
    }
    return to;
  }

  json about() const {
    json repairs = model_["repairs"];
    for (std::size_t i = 0; i < repairs.size(); ++i) {
      repairs[i]["anchor"] = repair_anchor(i);
      repairs[i]["unplaced"] = repairs[i]["to_id"].is_null();
    }
    json about = {{"council", model_["council"]},  {"source", source()},
                  {"repair", std::move(repairs)},  {"mistake", model_["sics"]},
                  {"outward", model_["external"]}, {"definition", definitions()}};
    if (!model_["heading"].is_null() && model_["heading"]["text"] != model_["title"]) {
      about["printed_title"] = {{"run", runs(model_["heading"]["runs"])}};
    }
    about["has_repairs"] = !model_["repairs"].empty();
    about["has_mistakes"] = !model_["sics"].empty();
    about["has_outward"] = !model_["external"].empty();
    about["has_definitions"] = !model_["definitions"].empty();
    return about;
  }

  // A text in which hardly a clause has a number is set without the column for them.
  bool has_hanging_numbers() const {
    std::size_t numbered = 0;
    std::size_t all = 0;
    count_numbers(model_["clauses"], numbered, all);
    return numbered * 4 > all;
  }

  static void count_numbers(const json& siblings, std::size_t& numbered, std::size_t& all) {
    for (const json& each : siblings) {
      if (each["kind"] == "item") continue;
      ++all;
      if (!each["number"].is_null()) ++numbered;
      count_numbers(each["children"], numbered, all);
    }
  }

  const json& model_;
  const Offer& offer_;
  std::map<std::string, std::string> repaired_;  // clause id -> the first repair's anchor
  std::map<std::string, json> defines_;          // clause id -> the terms that it defines
};

json library(std::span<const json> protocols, const Offer& offer) {
  json list = json::array();
  for (const json& model : protocols) {
    json entry = {{"id", model["id"]},
                  {"council", model["council"]},
                  {"title", model["title"]},
                  {"part", model["part"]},
                  {"adopted", model["adopted"]},
                  {"review", model["review"]},
                  {"pdf", offer.has_pdf(model["id"])},
                  {"xml", offer.xml},
                  {"json", offer.json},
                  {"markdown", offer.markdown}};
    add_status(model, entry);
    // This page is in English, and says so of what on it is not.
    if (const json& language = model["language"];
        !language.get_ref<const std::string&>().starts_with("en")) {
      entry["foreign"] = language;
    }
    list.push_back(std::move(entry));
  }
  json page = {{"globals", {{"root", ""}, {"page_title", "Protocols"}, {"language", "en-GB"}}},
               {"head", {{"described", "Protocols on how councillors and officers work together"}}},
               {"header", {{"home", true}, {"compared", offer.comparison}}},
               {"footer", json::object()},
               {"protocol_entry", std::move(list)},
               {"compared", offer.comparison},
               {"data", offer.data}};
  page["count"] = protocols.size();
  return page;
}

}  // namespace

Page library_page(std::span<const json> protocols, const Offer& offer) {
  return {"index.html", "library", library(protocols, offer)};
}

Page protocol_page(const json& protocol, const Offer& offer) {
  return {protocol["id"].get_ref<const std::string&>() + "/index.html", "protocol",
          ProtocolPage(protocol, offer).page()};
}

std::vector<Page> html(std::span<const json> protocols, const Offer& offer) {
  std::vector<Page> pages = {library_page(protocols, offer)};
  for (const json& model : protocols) pages.push_back(protocol_page(model, offer));
  return pages;
}

Files assets(const Templates& templates) {
  Files files;
  for (const auto& [path, bytes] : templates.files) {
    if (path.starts_with("assets/")) files[path] = bytes;
  }
  return files;
}

}  // namespace concord::render
