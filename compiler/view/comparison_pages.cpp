// The matrix and the texts behind it, and the lists: what a council lacks, where the effect
// differs, how much of a topic each covers.

#include "view/comparison_pages.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "view/comparison.h"

namespace concord::view {
namespace {

using compare::Cell;
using compare::ClauseRef;
using compare::Divergence;
using compare::Entry;
using compare::Link;
using compare::Row;
using compare::State;
using nlohmann::json;

constexpr std::size_t opening_length = 90;

// The first words of a text, cut between words.
std::string opening(const std::string& text) {
  if (text.size() <= opening_length) return text;
  const std::size_t cut = text.rfind(' ', opening_length);
  if (cut != std::string::npos) return text.substr(0, cut) + " …";
  std::size_t end = opening_length;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

class Pages {
 public:
  explicit Pages(const Compared& texts) : texts_(texts) {}

  json all() const {
    json pages = {{"councils", json::array()},    {"topics", topics()},
                  {"pairs", json::array()},       {"gaps", json::array()},
                  {"divergences", divergences()}, {"coverage", coverage()}};
    for (std::uint32_t i = 0; i < texts_.count(); ++i) {
      pages["councils"].push_back(texts_.council(i));
      pages["gaps"].push_back({{"council", texts_.council(i)}, {"lacks", lacks(i)}});
      for (std::uint32_t j = i + 1; j < texts_.count(); ++j) {
        pages["pairs"].push_back(compared_pair(texts_, i, j));
      }
    }
    return pages;
  }

 private:
  // ---- the matrix and the texts behind it

  json topics() const {
    json topics = json::array();
    for (const Row& row : texts_.comparison().rows()) {
      const std::string id = Compared::topic_page(row.topic);
      if (topics.empty() || topics.back()["id"] != id) {
        topics.push_back(
            {{"id", id}, {"title", texts_.topic_title(row.topic)}, {"rows", json::array()}});
      }
      topics.back()["rows"].push_back(row_json(row));
    }
    return topics;
  }

  json row_json(const Row& row) const {
    json cells = json::array();
    std::uint32_t have = 0;
    bool differs = false;
    for (std::uint32_t i = 0; i < texts_.count(); ++i) {
      const Cell* cell = row.cell(i);
      cells.push_back(cell_json(row, i, cell));
      if (cell == nullptr) continue;
      have += cell->entries.empty() ? 0U : 1U;
      differs = differs || cell->state == State::differs;
    }
    return {{"id", row.id},
            {"title", row.title},
            {"topic", texts_.topic_title(row.topic)},
            {"have", have},
            {"wordings", row.wordings},
            {"differs", differs},
            {"cells", std::move(cells)}};
  }

  json cell_json(const Row& row, std::uint32_t which, const Cell* cell) const {
    const State state = cell == nullptr ? State::absent : cell->state;
    json to = {{"council", texts_.metadata(which).id},
               {"name", texts_.metadata(which).name},
               {"state", compare::name_of(state)},
               {"state_words", view::words_for(state)},
               {"entries", json::array()},
               {"elsewhere", json::array()}};
    if (cell == nullptr) return to;
    for (const Entry& entry : cell->entries) to["entries"].push_back(entry_json(row, entry));
    for (const ClauseRef& from : cell->refers) to["elsewhere"].push_back(texts_.place(from));
    return to;
  }

  json entry_json(const Row& row, const Entry& entry) const {
    const std::string& text = texts_.clause(entry.clause).words().text;
    json to = texts_.place(entry.clause);
    to["text"] = text;
    to["opening"] = opening(text);
    to["state"] = compare::name_of(entry.state);
    to["state_words"] = view::words_for(entry.state);
    to["wording"] = compare::wording_letter(entry.wording);
    to["against"] = against(row, entry.clause);
    return to;
  }

  // The text as changed from each other council's clause of the row that is most like it.
  json against(const Row& row, ClauseRef mine) const {
    std::map<std::uint32_t, Link> best;
    for (const Link& link : texts_.comparison().links_of(mine)) {
      if (!stands_in(row, link.b)) continue;
      const auto [found, fresh] = best.try_emplace(link.b.protocol, link);
      if (!fresh && link.score > found->second.score) found->second = link;
    }
    json list = json::array();
    for (const auto& [other, link] : best) {
      list.push_back({{"council", texts_.metadata(other).id},
                      {"name", texts_.metadata(other).name},
                      {"diff", texts_.changes(link.b, mine)}});
    }
    return list;
  }

  static bool stands_in(const Row& row, ClauseRef ref) {
    const Cell* cell = row.cell(ref.protocol);
    return cell != nullptr && std::any_of(cell->entries.begin(), cell->entries.end(),
                                          [&](const Entry& entry) { return entry.clause == ref; });
  }

  // ---- lists

  json divergences() const {
    json list = json::array();
    for (const Divergence& d : texts_.comparison().divergences()) {
      json to = Compared::divergence(d);
      to["a"] = texts_.place(d.a);
      to["b"] = texts_.place(d.b);
      to["pair"] = texts_.pair_page(d.a.protocol, d.b.protocol);
      to["topic"] = texts_.topic_title(texts_.protocol(d.a.protocol).topic(d.a.clause));
      list.push_back(std::move(to));
    }
    return list;
  }

  json lacks(std::uint32_t which) const {
    json list = json::array();
    for (const compare::Gap& gap : texts_.comparison().gaps(which)) {
      const Row& row = texts_.comparison().rows()[gap.row];
      json others = json::array();
      for (const Cell& cell : row.cells) {
        if (!cell.entries.empty()) others.push_back(texts_.place(cell.entries.front().clause));
      }
      list.push_back({{"row", row.id},
                      {"topic", texts_.topic_title(row.topic)},
                      {"topic_id", Compared::topic_page(row.topic)},
                      {"title", row.title},
                      {"have", gap.have},
                      {"others", std::move(others)}});
    }
    return list;
  }

  json coverage() const {
    std::vector<std::vector<compare::Coverage>> by_council;
    for (std::uint32_t i = 0; i < texts_.count(); ++i)
      by_council.push_back(texts_.comparison().coverage(i));
    json list = json::array();
    for (std::size_t t = 0; !by_council.empty() && t < by_council.front().size(); ++t) {
      const compare::Coverage& first = by_council.front()[t];
      if (first.rows == 0) continue;
      json councils = json::array();
      for (std::uint32_t i = 0; i < texts_.count(); ++i) {
        councils.push_back(
            {{"name", texts_.metadata(i).name}, {"covered", by_council[i][t].covered}});
      }
      list.push_back({{"id", Compared::topic_page(first.topic)},
                      {"title", texts_.topic_title(first.topic)},
                      {"rows", first.rows},
                      {"councils", std::move(councils)}});
    }
    return list;
  }

  const Compared& texts_;
};

}  // namespace

json comparison_pages(const Compared& texts) {
  return Pages(texts).all();
}

}  // namespace concord::view
