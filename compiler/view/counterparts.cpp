// What other councils have on each clause, for a protocol's own page.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "view/comparison_pages.h"
#include "view/language.h"

namespace concord::view {
namespace {

using compare::ClauseRef;
using compare::Divergence;
using compare::Link;
using compare::Row;
using graph::ClauseId;
using nlohmann::json;

class Counterparts {
 public:
  Counterparts(const Compared& texts, std::uint32_t which) : texts_(texts), which_(which) {
    for (std::uint32_t other = 0; other < texts_.count(); ++other) {
      if (other == which_) continue;
      // In the order in which the pair's page asks for them: they are told once.
      const auto [a, b] = std::minmax(which_, other);
      for (const Divergence& d : texts_.comparison().divergences(a, b)) {
        which_ == a ? differing_.insert({d.a.clause, d.b}) : differing_.insert({d.b.clause, d.a});
      }
    }
  }

  void add_to(json& clauses) const {
    for (json& each : clauses) {
      if (each["kind"] != "section") each["counterparts"] = of(each["id"]);
      add_to(each["children"]);
    }
  }

 private:
  json of(const std::string& key) const {
    const auto id = texts_.protocol(which_).graph().find(key);
    if (!id) return nullptr;
    const ClauseRef mine{which_, *id};
    std::set<std::uint32_t> councils;
    bool differs = false;
    json list = json::array();
    for (const Link& link : texts_.comparison().links_of(mine)) {
      const bool apart = differing_.contains({*id, link.b});
      differs = differs || apart;
      councils.insert(link.b.protocol);
      list.push_back(counterpart(link, key, apart));
    }
    return {{"count", councils.size()},
            {"of", texts_.count() - 1},
            {"differs", differs},
            {"row", row_address(mine)},
            {"counterpart", std::move(list)}};
  }

  json counterpart(const Link& link, const std::string& key, bool differs) const {
    const syntax::Metadata& mine = texts_.metadata(which_);
    const syntax::Metadata& other = texts_.metadata(link.b.protocol);
    const char* side = mine.id < other.id ? "a-" : "b-";
    return {
        {"council", other.name},
        {"number", texts_.label(link.b)},
        {"href", "../compare/" + texts_.pair_page(which_, link.b.protocol) + ".html#" + side + key},
        {"differs", differs},
        {"state", state(link.relation, differs)}};
  }

  // In the language of the page, which is this protocol's.
  std::string_view state(compare::Relation relation, bool differs) const {
    const bool welsh = is_welsh(texts_.metadata(which_).language);
    if (differs) return welsh ? "effaith wahanol" : "differs in effect";
    return welsh ? welsh_words_for(relation) : words_for(relation);
  }

  json row_address(ClauseRef mine) const {
    for (const std::uint32_t index : texts_.comparison().rows_of(mine)) {
      const Row& row = texts_.comparison().rows()[index];
      if (row.cells.size() < 2) continue;
      return "../compare/on-" + Compared::topic_page(row.topic) + ".html#" + row.id;
    }
    return nullptr;
  }

  const Compared& texts_;
  std::uint32_t which_;
  std::set<std::pair<ClauseId, ClauseRef>> differing_;
};

}  // namespace

void add_counterparts(json& model, const Compared& texts, std::uint32_t which) {
  const Counterparts counterparts(texts, which);
  counterparts.add_to(model["clauses"]);
  counterparts.add_to(model["footnotes"]);
}

}  // namespace concord::view
