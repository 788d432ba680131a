#include "render/akn_places.h"

#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace concord::render {
namespace {

using nlohmann::json;
using namespace std::string_view_literals;  // a name as a view is looked up as it stands

constexpr std::array<std::string_view, 4> by_rank = {"section", "paragraph", "subparagraph",
                                                     "point"};

std::string_view element_of(int rank) {
  const auto place = static_cast<std::size_t>(rank);
  if (place >= by_rank.size()) return "level";
  return by_rank[place];
}

const char* abbreviation(std::string_view element) {
  if (element == "section") return "sec";
  if (element == "paragraph") return "para";
  if (element == "subparagraph") return "subpara";
  if (element == "point") return "point";
  return "level";
}

bool is_kind(const json& clause, std::string_view kind) {
  return clause["kind"sv].get_ref<const std::string&>() == kind;
}
bool is_section(const json& clause) {
  return is_kind(clause, "section");
}
bool is_numbered(const json& clause) {
  return !clause["number"sv].is_null();
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

using Counts = std::map<std::string_view, int>;  // of clauses, by element

class Planner {
 public:
  AknPlaces take() { return std::move(places_); }

  // `rank` is the depth that a numbered child would have.
  void children(const json& list, const std::string& parent, int rank) {
    const std::size_t tail = akn_tail_begin(list);
    Counts unnumbered;
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
    const std::string label = note["number"sv].is_null() ? "" : note["number"sv].get<std::string>();
    const std::string name = hyphenated(label);
    const std::string& eid =
        place(note, "authorialNote", "authorialNote_" + (name.empty() ? "nn_1" : name));
    children(note["children"sv], eid, 1);
  }

 private:
  void clause(const json& it, const std::string& parent, int rank, Counts& unnumbered) {
    const int own_rank = is_section(it) ? rank : std::max(rank, 1);
    const bool regular = is_numbered(it) || is_kind(it, "item") || (is_section(it) && rank == 0);
    const std::string_view element = regular ? element_of(own_rank) : "level";
    std::string name =
        is_numbered(it) ? hyphenated(it["number"sv].get_ref<const std::string&>()) : "";
    if (name.empty()) name = "nn_" + std::to_string(++unnumbered[element]);
    const std::string prefix = parent.empty() ? "" : parent + "__";
    const std::string& eid = place(it, element, prefix + abbreviation(element) + "_" + name);
    const bool counts = regular || !is_section(it);
    children(it["children"sv], eid, counts ? own_rank + 1 : own_rank);
  }

  const std::string& place(const json& it, std::string_view element, const std::string& wanted) {
    std::string eid = wanted;
    const auto [entry, fresh] = taken_.try_emplace(wanted);
    int& copies = entry->second;
    for (bool free = fresh; !free; free = taken_.try_emplace(eid).second) {
      eid = wanted + "_" + std::to_string(++copies + 1);
    }
    AknPlace& place = places_[it["id"sv].get_ref<const std::string&>()];
    place = {std::string(element), std::move(eid)};
    return place.eid;
  }

  AknPlaces places_;
  std::unordered_map<std::string, int> taken_;  // eIds, and how many copies of each were needed
};

}  // namespace

std::size_t akn_tail_begin(const json& children) {
  std::size_t begin = children.size();
  while (begin > 0) {
    const json& last = children[begin - 1];
    const bool tail = last["place"sv].get_ref<const std::string&>() == "tail";
    const bool plain =
        is_kind(last, "paragraph") && !is_numbered(last) && last["children"sv].empty();
    if (!tail || !plain) break;
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
  if (!protocol["heading"sv].is_null()) planner.title(protocol["heading"sv]);
  planner.children(protocol["clauses"sv], "", 0);
  for (const json& note : protocol["footnotes"sv]) planner.footnote(note);
  return planner.take();
}

}  // namespace concord::render
