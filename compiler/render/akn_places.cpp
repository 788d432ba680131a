#include "render/akn_places.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

namespace concord::render {
namespace {

using graph::Kind;
using view::Clause;

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
  void children(const std::vector<Clause>& list, const std::string& parent, int rank) {
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

  void title(const Clause& heading) { place(heading, "docTitle", "docTitle"); }

  void footnote(const Clause& note) {
    const std::string name = hyphenated(note.number);
    const std::string& eid =
        place(note, "authorialNote", "authorialNote_" + (name.empty() ? "nn_1" : name));
    children(note.children, eid, 1);
  }

 private:
  void clause(const Clause& it, const std::string& parent, int rank, Counts& unnumbered) {
    const bool section = it.kind == Kind::section;
    const int own_rank = section ? rank : std::max(rank, 1);
    const bool regular = !it.number.empty() || it.kind == Kind::item || (section && rank == 0);
    const std::string_view element = regular ? element_of(own_rank) : "level";
    std::string name = hyphenated(it.number);
    if (name.empty()) name = "nn_" + std::to_string(++unnumbered[element]);
    const std::string prefix = parent.empty() ? "" : parent + "__";
    const std::string& eid = place(it, element, prefix + abbreviation(element) + "_" + name);
    const bool counts = regular || !section;
    children(it.children, eid, counts ? own_rank + 1 : own_rank);
  }

  const std::string& place(const Clause& it, std::string_view element, const std::string& wanted) {
    std::string eid = wanted;
    const auto [entry, fresh] = taken_.try_emplace(wanted);
    int& copies = entry->second;
    for (bool free = fresh; !free; free = taken_.try_emplace(eid).second) {
      eid = wanted + "_" + std::to_string(++copies + 1);
    }
    AknPlace& place = places_[it.id];
    place = {std::string(element), std::move(eid)};
    return place.eid;
  }

  AknPlaces places_;
  std::unordered_map<std::string, int> taken_;  // eIds, and how many copies of each were needed
};

}  // namespace

std::size_t akn_tail_begin(const std::vector<Clause>& children) {
  const auto is_tail = [](const Clause& last) {
    return last.place == graph::Place::tail && last.kind == Kind::paragraph &&
           last.number.empty() && last.children.empty();
  };
  const auto before = std::find_if_not(children.rbegin(), children.rend(), is_tail);
  return static_cast<std::size_t>(std::distance(before, children.rend()));
}

std::string akn_slug(std::string_view words) {
  std::string out = hyphenated(words);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

AknPlaces akn_places(const view::Page& protocol) {
  Planner planner;
  if (protocol.heading) planner.title(*protocol.heading);
  planner.children(protocol.clauses, "", 0);
  for (const view::Footnote& note : protocol.footnotes) planner.footnote(note.clause);
  return planner.take();
}

}  // namespace concord::render
