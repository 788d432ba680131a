// The matrix and the texts behind it, and the lists: what a council lacks, where the effect
// differs, how much of a topic each covers.

#include "view/comparison_pages.h"

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "source/utf8.h"
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
  return text.substr(0, source::to_boundary(text, opening_length)) + "…";
}

class Pages {
 public:
  explicit Pages(const Compared& texts) : texts_(texts) {}

  // ---- the matrix and the texts behind it

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

 private:
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

  const Compared& texts_;
};

using Parts = std::vector<std::function<void()>>;

// Topics that have rows, in the order of the rows.
void add_topics(const Compared& texts, json& topics, Parts& parts) {
  const std::span<const Row> rows = texts.comparison().rows();
  std::vector<std::span<const Row>> by_topic;
  for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    const std::string page = Compared::topic_page(rows[begin].topic);
    while (end < rows.size() && Compared::topic_page(rows[end].topic) == page) ++end;
    by_topic.push_back(rows.subspan(begin, end - begin));
  }
  topics = json::array();
  for (const auto& of_topic : by_topic) {
    topics.push_back({{"id", Compared::topic_page(of_topic.front().topic)},
                      {"title", texts.topic_title(of_topic.front().topic)},
                      {"rows", json::array()}});
  }
  for (std::size_t i = 0; i < by_topic.size(); ++i) {
    parts.push_back([&texts, &list = topics[i]["rows"], of_topic = by_topic[i]] {
      for (const Row& row : of_topic) list.push_back(Pages(texts).row_json(row));
    });
  }
}

// Each two councils.
void add_pairs(const Compared& texts, json& pairs, Parts& parts) {
  const std::size_t count = texts.count();
  pairs = json(json::array_t(count * (count - 1) / 2));
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t j = i + 1; j < count; ++j) {
      parts.push_back([&texts, &pair = pairs[next++], i, j] { pair = compared_pair(texts, i, j); });
    }
  }
}

void add_councils(const Compared& texts, json& councils, json& gaps, Parts& parts) {
  councils = json::array();
  gaps = json(json::array_t(texts.count()));
  for (std::uint32_t i = 0; i < texts.count(); ++i) {
    councils.push_back(texts.council(i));
    parts.push_back([&texts, &council = gaps[i], i] {
      council = {{"council", texts.council(i)}, {"lacks", Pages(texts).lacks(i)}};
    });
  }
}

}  // namespace

Parts comparison_parts(const Compared& texts, json& model) {
  Parts parts;
  parts.push_back([&texts, &list = model["divergences"]] { list = Pages(texts).divergences(); });
  parts.push_back([&texts, &list = model["coverage"]] { list = Pages(texts).coverage(); });
  add_councils(texts, model["councils"], model["gaps"], parts);
  add_pairs(texts, model["pairs"], parts);
  add_topics(texts, model["topics"], parts);
  return parts;
}

}  // namespace concord::view
