#include "render/html.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "view/object.h"

namespace concord::render {

namespace {

using nlohmann::json;
using view::object;
using namespace std::string_view_literals;  // a name as a view is looked up as it stands

// A page's JSON is the view model with what logic-less templates cannot work out for themselves:
// which element a clause is, where a list begins and ends, which template draws a member (its key
// is the template's name).

constexpr std::string_view mailto = "mailto:";

// The words of a member that always has some.
const std::string& words(const json& from, std::string_view name) {
  return from[name].get_ref<const std::string&>();
}

bool says_nothing(const json& value) {
  return value.is_null() || (value.is_boolean() && !value.get<bool>()) ||
         (value.is_array() && value.empty());
}

// What a template of its own draws: it sees no values but its own, so that it need not be told of
// those that say nothing. A page is mostly such members, and each costs time.
template <std::size_t size>
json drawn(view::Member (&&members)[size]) {
  json made = json::object();
  auto& into = made.get_ref<json::object_t&>();
  for (auto& [name, value] : members) {
    if (!says_nothing(value)) into.emplace_hint(into.end(), name, std::move(value));
  }
  return made;
}

json link(const json& from) {
  if (from.is_null() || from["href"sv].is_null()) return nullptr;
  const std::string& href = words(from, "href");
  if (href.starts_with(mailto)) return object({{"mail", href.substr(mailto.size())}});
  return object({{"href", href}, {"kind", from["kind"sv]}});
}

json note_mark(const json& from) {
  if (from.is_null()) return nullptr;
  return object({{"id", from["id"sv]}, {"label", from["label"sv]}, {"ref_id", from["ref_id"sv]}});
}

json run(const json& from) {
  return drawn({{"break", from["break"sv]},
                {"code", from["code"sv]},
                {"emphasis", from["emphasis"sv]},
                {"link", link(from["link"sv])},
                {"note", note_mark(from["note"sv])},
                {"strike", from["strike"sv]},
                {"strong", from["strong"sv]},
                {"text", from["text"sv]}});
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
  for (const json& row : from["rows"sv]) rows.push_back({{"cells", cells(row)}});
  return {{"column", cells(from["header"sv])}, {"rows", std::move(rows)}};
}

// Writes true where a stretch of neighbours of one kind begins and ends, for the element around
// them.
void bracket(json& siblings, std::string_view kind, const char* opens, const char* closes) {
  const auto of_kind = [&](std::size_t i) {
    return i < siblings.size() && words(siblings[i], "kind") == kind;
  };
  for (std::size_t i = 0; i < siblings.size(); ++i) {
    if (!of_kind(i)) continue;
    if (i == 0 || !of_kind(i - 1)) siblings[i][opens] = true;
    if (!of_kind(i + 1)) siblings[i][closes] = true;
  }
}

// Which of the three a text is.
void add_status(const json& model, json& to) {
  const std::string& status = words(model, "status");
  to["draft"] = status == "draft";
  to["superseded"] = status == "superseded";
  to["in_force"] = status == "adopted";
}

// What the cover of a text and its entry in the library both say.
json introduction(const json& model, const Offer& offer) {
  json to = {{"council", model["council"sv]},
             {"title", model["title"sv]},
             {"part", model["part"sv]},
             {"adopted", model["adopted"sv]},
             {"review", model["review"sv]},
             {"pdf", offer.has_pdf(model["id"sv])},
             {"xml", offer.xml},
             {"json", offer.json},
             {"markdown", offer.markdown}};
  add_status(model, to);
  return to;
}

class ProtocolPage {
 public:
  ProtocolPage(const json& model, const Offer& offer) : model_(model), offer_(offer) {
    for (std::size_t i = 0; i < model_["repairs"sv].size(); ++i) {
      const json& id = model_["repairs"sv][i]["to_id"sv];
      if (id.is_string()) repaired_.emplace(id.get_ref<const std::string&>(), repair_anchor(i));
    }
    for (std::size_t i = 0; i < model_["definitions"sv].size(); ++i) {
      const json& definition = model_["definitions"sv][i];
      defines_[words(definition, "clause")].push_back(
          {{"anchor", definition_anchor(i)}, {"term", definition["term"sv]}});
    }
  }

  json page() const {
    json page = {
        {"globals", {{"root", "../"}, {"page_title", title()}, {"language", model_["language"sv]}}},
        {"head", {{"described", description()}}},
        {"header", {{"home", false}, {"compared", offer_.comparison}}},
        {"footer", json::object()},
        {"cover", cover()},
        {"entry", entries(model_["contents"sv])},
        {"clause", clauses(model_["clauses"sv])},
        {"footnotes", footnotes()},
        {"signed", signatures()},
        {"about", about()}};
    page["has_footnotes"] = !model_["footnotes"sv].empty();
    page["has_signoff"] = !model_["signoff"sv].empty();
    page["council"] = model_["council"sv];
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
    return fmt::format("{} – {}", model_["title"sv].get_ref<const std::string&>(),
                       model_["council"sv].get_ref<const std::string&>());
  }

  std::string description() const {
    const json& purpose = model_["purpose"sv];
    return purpose.is_string() ? purpose.get<std::string>() : title();
  }

  std::string title_id() const {
    const json& heading = model_["heading"sv];
    return heading.is_null() ? "page-title" : heading["id"sv].get<std::string>();
  }

  json cover() const {
    json cover = introduction(model_, offer_);
    cover["name"] = model_["name"sv];
    cover["contact"] = model_["contact"sv];
    cover["version"] = model_["versions"sv];
    cover["title_id"] = title_id();
    cover["has_versions"] = !model_["versions"sv].empty();
    return cover;
  }

  static json entries(const json& contents) {
    json to = json::array();
    for (const json& from : contents) {
      const json& children = from["children"sv];
      to.push_back(drawn({{"entry", entries(children)},
                          {"heading", from["heading"sv]},
                          {"id", from["id"sv]},
                          {"nested", !children.empty()},
                          {"number", from["number"sv]}}));
    }
    return to;
  }

  json clauses(const json& siblings) const {
    json to = json::array();
    for (const json& from : siblings) to.push_back(clause(from));
    bracket(to, "item", "opens_list", "closes_list");
    bracket(to, "quote", "opens_quotation", "closes_quotation");
    return to;
  }

  json clause(const json& from) const {
    const std::string& id = words(from, "id");
    const std::string& kind = words(from, "kind");
    const json& level = from["heading_level"sv];
    const auto repair = repaired_.find(id);
    return drawn({{"beside", beside(from)},
                  {"citation", from["citation"sv]},
                  {"clause", clauses(from["children"sv])},
                  {"element", element(kind)},
                  {"id", id},
                  {"kind", kind},
                  {"label", from["label"sv]},
                  {"number", from["number"sv]},
                  {"place", from["place"sv]},
                  {"repair", repair == repaired_.end() ? json() : json(repair->second)},
                  {"run", runs(from["runs"sv])},
                  {"sic", from["sic"sv]},
                  {"table", table(from["table"sv])},
                  {"worded", from["table"sv].is_null()},
                  {"words", level.is_null() ? "p" : fmt::format("h{}", level.get<int>())}});
  }

  static std::string_view element(std::string_view kind) {
    if (kind == "section") return "section";
    return kind == "item" || kind == "footnote" ? "li" : "div";
  }

  // What stands in the margin of a clause, or nothing.
  json beside(const json& from) const {
    const auto defines = defines_.find(words(from, "id"));
    if (from["referred_by"sv].empty() && from["counterparts"sv].is_null() &&
        defines == defines_.end()) {
      return nullptr;
    }
    return drawn({{"counterparts", counterparts(from["counterparts"sv])},
                  {"defines", defines == defines_.end() ? json() : defines->second},
                  {"label", from["label"sv]},
                  {"referred", !from["referred_by"sv].empty()},
                  {"referrer", from["referred_by"sv]}});
  }

  static json counterparts(const json& from) {
    if (from.is_null()) return nullptr;
    json to = from;
    to["found"] = !from["counterpart"sv].empty();
    to["alone"] = from["counterpart"sv].empty();
    return to;
  }

  json footnotes() const {
    json notes = json::array();
    for (const json& from : model_["footnotes"sv]) {
      json to = clause(from);
      to["reference"] = from["references"sv];
      to["referenced"] = !from["references"sv].empty();
      notes.push_back(std::move(to));
    }
    return notes.empty() ? json() : json{{"clause", std::move(notes)}};
  }

  json signatures() const {
    return model_["signoff"sv].empty() ? json() : json{{"signature", model_["signoff"sv]}};
  }

  json source() const {
    json source = model_["source"sv];
    if (!source.is_null()) source["no_url"] = source["url"].is_null();
    return source;
  }

  json definitions() const {
    json to = json::array();
    for (const json& from : model_["definitions"sv]) {
      to.push_back({{"anchor", definition_anchor(to.size())},
                    {"term", from["term"sv]},
                    {"clause", from["clause"sv]},
                    {"label", from["label"sv]},
                    {"used", !from["uses"sv].empty()},
                    {"count", from["uses"sv].size()},
                    {"use", from["uses"sv]}});
    }
    return to;
  }

  json about() const {
    json repairs = model_["repairs"sv];
    for (std::size_t i = 0; i < repairs.size(); ++i) {
      repairs[i]["anchor"] = repair_anchor(i);
      repairs[i]["unplaced"] = repairs[i]["to_id"].is_null();
    }
    json about = {{"council", model_["council"sv]},  {"source", source()},
                  {"repair", std::move(repairs)},    {"mistake", model_["sics"sv]},
                  {"outward", model_["external"sv]}, {"definition", definitions()}};
    if (!model_["heading"sv].is_null() && model_["heading"sv]["text"sv] != model_["title"sv]) {
      about["printed_title"] = {{"run", runs(model_["heading"sv]["runs"sv])}};
    }
    about["has_repairs"] = !model_["repairs"sv].empty();
    about["has_mistakes"] = !model_["sics"sv].empty();
    about["has_outward"] = !model_["external"sv].empty();
    about["has_definitions"] = !model_["definitions"sv].empty();
    return about;
  }

  // A text in which hardly a clause has a number is set without the column for them.
  bool has_hanging_numbers() const {
    std::size_t numbered = 0;
    std::size_t all = 0;
    count_numbers(model_["clauses"sv], numbered, all);
    return numbered * 4 > all;
  }

  static void count_numbers(const json& siblings, std::size_t& numbered, std::size_t& all) {
    for (const json& each : siblings) {
      if (words(each, "kind") == "item") continue;
      ++all;
      if (!each["number"sv].is_null()) ++numbered;
      count_numbers(each["children"sv], numbered, all);
    }
  }

  const json& model_;
  const Offer& offer_;
  std::map<std::string_view, std::string> repaired_;  // clause id -> the first repair's anchor
  std::map<std::string_view, json> defines_;          // clause id -> the terms that it defines
};

json library(std::span<const json> protocols, const Offer& offer) {
  json list = json::array();
  for (const json& model : protocols) {
    json entry = introduction(model, offer);
    entry["id"] = model["id"sv];
    // This page is in English, and says so of what on it is not.
    if (const json& language = model["language"sv];
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
