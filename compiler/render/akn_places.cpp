#include "render/akn_places.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>

namespace concord::render {
namespace {

using nlohmann::json;

constexpr int deepest = 3;
constexpr std::array<const char*, deepest + 1> by_rank = {"section", "paragraph", "subparagraph",
                                                          "point"};

const char* abbreviation(std::string_view element) {
  if (element == "section") return "sec";
  if (element == "paragraph") return "para";
  if (element == "subparagraph") return "subpara";
  if (element == "point") return "point";
  return "level";
}

bool is_section(const json& clause) {
  return clause["kind"] == "section";
}
bool is_numbered(const json& clause) {
  return !clause["number"].is_null();
}

bool letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Runs of letters and digits joined by hyphens: "4.5.1." -> "4-5-1", "(ii)" -> "ii".
std::string hyphenated(std::string_view words) {
  std::string out;
  bool gap = false;
  for (const char c : words) {
    if (letter_or_digit(c)) {
      if (gap && !out.empty()) out += '-';
      out += c;
    }
    gap = !letter_or_digit(c);
  }
  return out;
}

class Planner {
 public:
  AknPlaces take() { return std::move(places_); }

  // `rank` is the depth that a numbered child would have.
  void children(const json& list, const std::string& parent, int rank) {
    const std::size_t tail = akn_tail_begin(list);
    std::map<std::string, int> unnumbered;  // by element
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i < tail) {
        clause(list[i], parent, rank, unnumbered);
      } else {
        place(list[i], "p", parent + "__wrapup__p_" + std::to_string(i - tail + 1));
      }
    }
  }

  void title(const json& heading) { place(heading, "docTitle", "docTitle"); }

  void footnote(const json& note) {
    const std::string label = note["number"].is_null() ? "" : note["number"].get<std::string>();
    const std::string name = hyphenated(label);
    const std::string eid =
        place(note, "authorialNote", "authorialNote_" + (name.empty() ? "nn_1" : name));
    children(note["children"], eid, 1);
  }

 private:
  void clause(const json& it, const std::string& parent, int rank,
              std::map<std::string, int>& unnumbered) {
    const int own_rank = is_section(it) ? rank : std::max(rank, 1);
    const bool regular = is_numbered(it) || it["kind"] == "item" || (is_section(it) && rank == 0);
    const std::string element =
        regular && own_rank <= deepest ? by_rank[static_cast<std::size_t>(own_rank)] : "level";
    std::string name = is_numbered(it) ? hyphenated(it["number"].get<std::string>()) : "";
    if (name.empty()) name = "nn_" + std::to_string(++unnumbered[element]);
    const std::string prefix = parent.empty() ? "" : parent + "__";
    const std::string eid = place(it, element, prefix + abbreviation(element) + "_" + name);
    const bool counts = regular || !is_section(it);
    children(it["children"], eid, counts ? own_rank + 1 : own_rank);
  }

  std::string place(const json& it, std::string element, const std::string& wanted) {
    std::string eid = wanted;
    int& copies = copies_[wanted];
    while (!taken_.insert(eid).second) eid = wanted + "_" + std::to_string(++copies + 1);
    places_[it["id"].get<std::string>()] = {std::move(element), eid};
    return eid;
  }

  AknPlaces places_;
  std::set<std::string> taken_;
  std::map<std::string, int> copies_;  // by the eId wanted: how many further ones it has
};

}  // namespace

std::size_t akn_tail_begin(const json& children) {
  std::size_t begin = children.size();
  while (begin > 0) {
    const json& last = children[begin - 1];
    const bool plain =
        last["kind"] == "paragraph" && !is_numbered(last) && last["children"].empty();
    if (last["place"] != "tail" || !plain) break;
    --begin;
  }
  return begin;
}

std::string akn_slug(std::string_view words) {
  std::string out = hyphenated(words);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

AknPlaces akn_places(const json& protocol) {
  Planner planner;
  if (!protocol["heading"].is_null()) planner.title(protocol["heading"]);
  planner.children(protocol["clauses"], "", 0);
  for (const json& note : protocol["footnotes"]) planner.footnote(note);
  return planner.take();
}

}  // namespace concord::render
