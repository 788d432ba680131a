#include "view/comparison_pages.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "compare/word_diff.h"
#include "view/comparison.h"
#include "view/labels.h"

namespace concord::view {
namespace {

using compare::Cell;
using compare::ClauseRef;
using compare::Comparison;
using compare::Divergence;
using compare::Edit;
using compare::EditKind;
using compare::Entry;
using compare::Link;
using compare::Relation;
using compare::Row;
using compare::State;
using graph::ClauseId;
using nlohmann::json;
using passes::Protocol;

constexpr std::size_t opening_length = 90;

// What b is to a, said beside b.
std::string_view words_for(Relation relation) {
  switch (relation) {
    case Relation::identical:
      return "identical";
    case Relation::vocabulary:
      return "same but for role words";
    case Relation::reworded:
      return "reworded";
    case Relation::contains:
      return "part of this";
    case Relation::contained:
      return "has this and more";
    case Relation::overlaps:
      return "in part the same";
  }
  return "";
}

std::string_view words_for(compare::DivergenceType type) {
  using enum compare::DivergenceType;
  switch (type) {
    case negation:
      return "one says the opposite";
    case modality:
      return "different force of duty";
    case actor:
      return "different person or body";
    case scope:
      return "different scope";
    case condition:
      return "different condition";
    case threshold:
      return "different limit";
  }
  return "";
}

// The first words of a text, cut between words.
std::string opening(const std::string& text) {
  if (text.size() <= opening_length) return text;
  const std::size_t cut = text.rfind(' ', opening_length);
  if (cut != std::string::npos) return text.substr(0, cut) + " …";
  std::size_t end = opening_length;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

std::string pair_name(const std::string& a, const std::string& b) {
  return a < b ? a + "--" + b : b + "--" + a;
}

// Everything but the list of links is worked out from here on demand; the labels and the lexicon
// serve every page.
class Pages {
 public:
  Pages(const Comparison& comparison, std::span<const Protocol> protocols,
        const syntax::Register& registers)
      : comparison_(comparison),
        protocols_(protocols),
        registers_(registers),
        lexicon_(&registers, protocols) {
    for (const Protocol& protocol : protocols) labels_.push_back(labels(protocol.graph()));
  }

  json all() const {
    json pages = {{"councils", json::array()},    {"topics", topics()},
                  {"pairs", json::array()},       {"gaps", json::array()},
                  {"divergences", divergences()}, {"coverage", coverage()}};
    for (std::uint32_t i = 0; i < count(); ++i) {
      pages["councils"].push_back(council(i));
      pages["gaps"].push_back({{"council", council(i)}, {"lacks", lacks(i)}});
      for (std::uint32_t j = i + 1; j < count(); ++j) pages["pairs"].push_back(pair(i, j));
    }
    return pages;
  }

  json pair(std::uint32_t a, std::uint32_t b) const {
    return {
        {"a", council(a)}, {"b", council(b)}, {"summary", summary(a, b)}, {"blocks", blocks(a, b)}};
  }

 private:
  std::uint32_t count() const { return static_cast<std::uint32_t>(protocols_.size()); }

  const graph::Clause& clause(ClauseRef ref) const { return protocols_[ref.protocol][ref.clause]; }

  json council(std::uint32_t which) const {
    const syntax::Metadata& about = protocols_[which].metadata();
    return {{"id", about.id}, {"name", about.name}, {"council", about.council}};
  }

  json place(ClauseRef ref) const {
    const syntax::Metadata& about = protocols_[ref.protocol].metadata();
    return {{"council", about.id},
            {"name", about.name},
            {"label", labels_[ref.protocol][graph::index(ref.clause)]},
            {"clause", clause(ref).key}};
  }

  std::string topic_title(const std::string& id) const {
    const syntax::Topic* topic = registers_.topic(id);
    if (topic != nullptr) return topic->title;
    return id.empty() ? "Other provisions" : id;
  }

  // ---- the matrix and the texts behind it

  json topics() const {
    json topics = json::array();
    for (const Row& row : comparison_.rows()) {
      const std::string id = row.topic.empty() ? "other" : row.topic;
      if (topics.empty() || topics.back()["id"] != id) {
        topics.push_back({{"id", id}, {"title", topic_title(row.topic)}, {"rows", json::array()}});
      }
      topics.back()["rows"].push_back(row_json(row));
    }
    return topics;
  }

  json row_json(const Row& row) const {
    json cells = json::array();
    std::uint32_t have = 0;
    bool differs = false;
    for (std::uint32_t i = 0; i < count(); ++i) {
      const Cell* cell = row.cell(i);
      cells.push_back(cell_json(row, i, cell));
      if (cell == nullptr) continue;
      have += cell->entries.empty() ? 0U : 1U;
      differs = differs || cell->state == State::differs;
    }
    return {{"id", row.id},
            {"title", row.title},
            {"topic", topic_title(row.topic)},
            {"have", have},
            {"wordings", row.wordings},
            {"differs", differs},
            {"cells", std::move(cells)}};
  }

  json cell_json(const Row& row, std::uint32_t which, const Cell* cell) const {
    const State state = cell == nullptr ? State::absent : cell->state;
    json to = {{"council", protocols_[which].metadata().id},
               {"name", protocols_[which].metadata().name},
               {"state", compare::name_of(state)},
               {"state_words", view::words_for(state)},
               {"entries", json::array()},
               {"elsewhere", json::array()}};
    if (cell == nullptr) return to;
    for (const Entry& entry : cell->entries) to["entries"].push_back(entry_json(row, entry));
    for (const ClauseRef& from : cell->refers) to["elsewhere"].push_back(place(from));
    return to;
  }

  json entry_json(const Row& row, const Entry& entry) const {
    const std::string& text = clause(entry.clause).words().text;
    json to = place(entry.clause);
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
    for (const Link& link : comparison_.links_of(mine)) {
      if (!stands_in(row, link.b)) continue;
      const auto [found, fresh] = best.try_emplace(link.b.protocol, link);
      if (!fresh && link.score > found->second.score) found->second = link;
    }
    json list = json::array();
    for (const auto& [other, link] : best) {
      list.push_back({{"council", protocols_[other].metadata().id},
                      {"name", protocols_[other].metadata().name},
                      {"diff", changes(link.b, mine)}});
    }
    return list;
  }

  static bool stands_in(const Row& row, ClauseRef ref) {
    const Cell* cell = row.cell(ref.protocol);
    return cell != nullptr && std::any_of(cell->entries.begin(), cell->entries.end(),
                                          [&](const Entry& entry) { return entry.clause == ref; });
  }

  // ---- differences of words

  std::vector<Edit> edits(ClauseRef from, ClauseRef to) const {
    return compare::word_diff(clause(from).words().text, clause(to).words().text, lexicon_,
                              from.protocol, to.protocol);
  }

  static void add_piece(json& pieces, std::string_view kind, const std::string& text,
                        syntax::Range range) {
    if (range.begin == range.end) return;
    pieces.push_back({{"kind", kind}, {"text", text.substr(range.begin, range.end - range.begin)}});
  }

  // Both texts in one: the words of `from` that are gone, and those of `to`.
  json changes(ClauseRef from, ClauseRef to) const {
    const std::string& old_text = clause(from).words().text;
    const std::string& new_text = clause(to).words().text;
    json pieces = json::array();
    for (const Edit& edit : edits(from, to)) {
      if (edit.kind == EditKind::deletion) add_piece(pieces, "deleted", old_text, edit.a);
      if (edit.kind == EditKind::insertion) add_piece(pieces, "inserted", new_text, edit.b);
      if (edit.kind == EditKind::role) add_piece(pieces, "role", new_text, edit.b);
      if (edit.kind == EditKind::equal) add_piece(pieces, "equal", new_text, edit.b);
    }
    return pieces;
  }

  // One text alone, its own words marked.
  json own_words(ClauseRef a, ClauseRef b, bool left) const {
    json pieces = json::array();
    for (const Edit& edit : edits(a, b)) {
      const std::string_view kind = edit.kind == EditKind::equal  ? "equal"
                                    : edit.kind == EditKind::role ? "role"
                                    : left                        ? "deleted"
                                                                  : "inserted";
      add_piece(pieces, kind, clause(left ? a : b).words().text, left ? edit.a : edit.b);
    }
    return pieces;
  }

  // ---- a pair, side by side

  json summary(std::uint32_t a, std::uint32_t b) const {
    const compare::PairSummary s = comparison_.summary(a, b);
    return {{"identical", s.identical},
            {"vocabulary", s.vocabulary},
            {"reworded", s.reworded},
            {"part", s.part},
            {"differs", s.differs},
            {"only_a", s.only_a},
            {"only_b", s.only_b},
            {"similarity", s.similarity},
            {"shared_wording", s.shared_wording}};
  }

  using Links = std::map<ClauseId, std::vector<Link>>;

  // Each clause's links, the surest first.
  Links links_by_clause(std::uint32_t a, std::uint32_t b) const {
    Links by_clause;
    for (Link& link : comparison_.links(a, b)) by_clause[link.a.clause].push_back(std::move(link));
    for (auto& [id, links] : by_clause) {
      std::stable_sort(links.begin(), links.end(),
                       [](const Link& x, const Link& y) { return x.score > y.score; });
    }
    return by_clause;
  }

  // Walks a's text; each clause of b's that has no counterpart stands after its neighbour's.
  json blocks(std::uint32_t a, std::uint32_t b) const {
    const Links links = links_by_clause(a, b);
    const std::set<ClauseId> settled = in_place(links);
    auto alone = only_in(b, links);
    const auto shown = differences(a, b);
    std::set<ClauseId> seen;
    json list = json::array();
    const auto add_alone = [&](ClauseId after) {
      const auto found = alone.find(after);
      if (found == alone.end()) return;
      for (const ClauseId id : found->second) list.push_back(only("b", {b, id}));
    };
    add_alone(nowhere);
    for (const graph::Clause& each : protocols_[a].clauses()) {
      if (each.kind == graph::Kind::section) {
        if (!is_title(each)) list.push_back(heading(each));
        continue;
      }
      const auto found = links.find(each.id);
      if (found == links.end()) {
        list.push_back(only("a", {a, each.id}));
        continue;
      }
      list.push_back(linked(found->second, settled, seen, shown));
      for (const Link& link : found->second) {
        if (seen.insert(link.b.clause).second) add_alone(link.b.clause);
      }
    }
    return list;
  }

  static constexpr ClauseId nowhere{UINT32_MAX};

  // The clauses of b without a counterpart, by the linked clause that they follow in b's own order.
  std::map<ClauseId, std::vector<ClauseId>> only_in(std::uint32_t b, const Links& links) const {
    std::set<ClauseId> have;
    for (const auto& [id, list] : links) {
      for (const Link& link : list) have.insert(link.b.clause);
    }
    std::map<ClauseId, std::vector<ClauseId>> alone;
    ClauseId after = nowhere;
    for (const graph::Clause& each : protocols_[b].clauses()) {
      if (each.kind == graph::Kind::section) continue;
      if (have.contains(each.id)) {
        after = each.id;
      } else {
        alone[after].push_back(each.id);
      }
    }
    return alone;
  }

  // The clauses of a whose best counterparts come in the order of b's text: the longest such chain
  // (patience sorting, Fredman 1975). The others have moved.
  static std::set<ClauseId> in_place(const Links& links) {
    std::vector<std::pair<ClauseId, ClauseId>> best;
    for (const auto& [id, list] : links) best.emplace_back(id, list.front().b.clause);
    std::vector<std::size_t> tops;
    std::vector<std::size_t> before(best.size(), SIZE_MAX);
    for (std::size_t i = 0; i < best.size(); ++i) {
      const auto pile = std::upper_bound(
          tops.begin(), tops.end(), i,
          [&](std::size_t x, std::size_t y) { return best[x].second < best[y].second; });
      if (pile != tops.begin()) before[i] = *std::prev(pile);
      if (pile == tops.end()) {
        tops.push_back(i);
      } else {
        *pile = i;
      }
    }
    std::set<ClauseId> settled;
    for (std::size_t i = tops.empty() ? SIZE_MAX : tops.back(); i != SIZE_MAX; i = before[i]) {
      settled.insert(best[i].first);
    }
    return settled;
  }

  using Differences = std::map<std::pair<ClauseId, ClauseId>, std::vector<Divergence>>;

  Differences differences(std::uint32_t a, std::uint32_t b) const {
    Differences found;
    for (Divergence& d : comparison_.divergences(a, b)) {
      found[{d.a.clause, d.b.clause}].push_back(std::move(d));
    }
    return found;
  }

  json block(json heading, json only, json left, json right) const {
    return {{"heading", std::move(heading)},
            {"only", std::move(only)},
            {"left", std::move(left)},
            {"right", std::move(right)}};
  }

  json heading(const graph::Clause& section) const {
    const std::string number = section.number.present() ? section.number.label + " " : "";
    return block(number + section.heading.text, nullptr, nullptr, json::array());
  }

  json side(ClauseRef ref, json pieces) const {
    json to = place(ref);
    to["pieces"] = std::move(pieces);
    to["relation"] = nullptr;
    to["relation_words"] = "";
    to["moved"] = false;
    to["first"] = true;
    to["divergences"] = json::array();
    return to;
  }

  json only(const char* which, ClauseRef ref) const {
    json pieces = json::array({{{"kind", "equal"}, {"text", clause(ref).words().text}}});
    json mine = side(ref, std::move(pieces));
    if (which[0] == 'a') return block(nullptr, which, std::move(mine), json::array());
    return block(nullptr, which, nullptr, json::array({std::move(mine)}));
  }

  json linked(const std::vector<Link>& links, const std::set<ClauseId>& settled,
              const std::set<ClauseId>& seen, const Differences& shown) const {
    const Link& best = links.front();
    json right = json::array();
    for (const Link& link : links) {
      json to = side(link.b, own_words(link.a, link.b, false));
      to["relation"] = compare::name_of(link.relation);
      to["relation_words"] = words_for(link.relation);
      to["moved"] = &link == &best && !settled.contains(link.a.clause);
      to["first"] = !seen.contains(link.b.clause);
      const auto found = shown.find({link.a.clause, link.b.clause});
      if (found != shown.end()) {
        for (const Divergence& d : found->second) to["divergences"].push_back(divergence(d));
      }
      right.push_back(std::move(to));
    }
    return block(nullptr, nullptr, side(best.a, own_words(best.a, best.b, true)), std::move(right));
  }

  static json divergence(const Divergence& d) {
    return {{"type", compare::name_of(d.type)},
            {"type_words", words_for(d.type)},
            {"a_words", d.a_words},
            {"b_words", d.b_words}};
  }

  // ---- lists

  json divergences() const {
    json list = json::array();
    for (const Divergence& d : comparison_.divergences()) {
      json to = divergence(d);
      to["a"] = place(d.a);
      to["b"] = place(d.b);
      to["pair"] =
          pair_name(protocols_[d.a.protocol].metadata().id, protocols_[d.b.protocol].metadata().id);
      to["topic"] = topic_title(protocols_[d.a.protocol].topic(d.a.clause));
      list.push_back(std::move(to));
    }
    return list;
  }

  json lacks(std::uint32_t which) const {
    json list = json::array();
    for (const compare::Gap& gap : comparison_.gaps(which)) {
      const Row& row = comparison_.rows()[gap.row];
      json others = json::array();
      for (const Cell& cell : row.cells) {
        if (!cell.entries.empty()) others.push_back(place(cell.entries.front().clause));
      }
      list.push_back({{"row", row.id},
                      {"topic", topic_title(row.topic)},
                      {"topic_id", row.topic.empty() ? "other" : row.topic},
                      {"title", row.title},
                      {"have", gap.have},
                      {"others", std::move(others)}});
    }
    return list;
  }

  json coverage() const {
    std::vector<std::vector<compare::Coverage>> by_council;
    for (std::uint32_t i = 0; i < count(); ++i) by_council.push_back(comparison_.coverage(i));
    json list = json::array();
    for (std::size_t t = 0; !by_council.empty() && t < by_council.front().size(); ++t) {
      const compare::Coverage& first = by_council.front()[t];
      if (first.rows == 0) continue;
      json councils = json::array();
      for (std::uint32_t i = 0; i < count(); ++i) {
        councils.push_back(
            {{"name", protocols_[i].metadata().name}, {"covered", by_council[i][t].covered}});
      }
      list.push_back({{"id", first.topic.empty() ? "other" : first.topic},
                      {"title", topic_title(first.topic)},
                      {"rows", first.rows},
                      {"councils", std::move(councils)}});
    }
    return list;
  }

  const Comparison& comparison_;
  std::span<const Protocol> protocols_;
  const syntax::Register& registers_;
  compare::Lexicon lexicon_;
  std::vector<std::vector<std::string>> labels_;  // by protocol, then clause
};

// The counterparts of one protocol's clauses, for its own page.
class Counterparts {
 public:
  Counterparts(const Comparison& comparison, std::span<const Protocol> protocols,
               std::uint32_t which)
      : comparison_(comparison), protocols_(protocols), which_(which) {
    for (const Protocol& protocol : protocols) labels_.push_back(labels(protocol.graph()));
    for (const Divergence& d : all_divergences()) differing_.insert({d.a.clause, d.b});
  }

  void add_to(json& clauses) const {
    for (json& each : clauses) {
      if (each["kind"] != "section") each["counterparts"] = of(each["id"]);
      add_to(each["children"]);
    }
  }

 private:
  std::vector<Divergence> all_divergences() const {
    std::vector<Divergence> all;
    for (std::uint32_t other = 0; other < protocols_.size(); ++other) {
      if (other == which_) continue;
      for (Divergence& d : comparison_.divergences(which_, other)) all.push_back(std::move(d));
    }
    return all;
  }

  json of(const std::string& key) const {
    const auto id = protocols_[which_].graph().find(key);
    if (!id) return nullptr;
    const ClauseRef mine{which_, *id};
    std::set<std::uint32_t> councils;
    bool differs = false;
    json list = json::array();
    for (const Link& link : comparison_.links_of(mine)) {
      const bool apart = differing_.contains({*id, link.b});
      differs = differs || apart;
      councils.insert(link.b.protocol);
      list.push_back(counterpart(link, key, apart));
    }
    return {{"count", councils.size()},
            {"of", protocols_.size() - 1},
            {"differs", differs},
            {"row", row_address(mine)},
            {"counterpart", std::move(list)}};
  }

  json counterpart(const Link& link, const std::string& key, bool differs) const {
    const syntax::Metadata& mine = protocols_[which_].metadata();
    const syntax::Metadata& other = protocols_[link.b.protocol].metadata();
    const char* side = mine.id < other.id ? "a-" : "b-";
    return {{"council", other.name},
            {"number", labels_[link.b.protocol][graph::index(link.b.clause)]},
            {"href", "../compare/" + pair_name(mine.id, other.id) + ".html#" + side + key},
            {"differs", differs},
            {"state", differs ? "differs in effect" : std::string(words_for(link.relation))}};
  }

  json row_address(ClauseRef mine) const {
    for (const std::uint32_t index : comparison_.rows_of(mine)) {
      const Row& row = comparison_.rows()[index];
      if (row.cells.size() < 2) continue;
      return "../compare/on-" + (row.topic.empty() ? "other" : row.topic) + ".html#" + row.id;
    }
    return nullptr;
  }

  const Comparison& comparison_;
  std::span<const Protocol> protocols_;
  std::uint32_t which_;
  std::vector<std::vector<std::string>> labels_;
  std::set<std::pair<ClauseId, ClauseRef>> differing_;
};

}  // namespace

json comparison_pages(const Comparison& comparison, std::span<const Protocol> protocols,
                      const syntax::Register& registers) {
  return Pages(comparison, protocols, registers).all();
}

json compared_pair(const Comparison& comparison, std::span<const Protocol> protocols,
                   const syntax::Register& registers, std::uint32_t a, std::uint32_t b) {
  return Pages(comparison, protocols, registers).pair(a, b);
}

void add_counterparts(json& model, const Comparison& comparison,
                      std::span<const Protocol> protocols, std::uint32_t which) {
  const Counterparts counterparts(comparison, protocols, which);
  counterparts.add_to(model["clauses"]);
  counterparts.add_to(model["footnotes"]);
}

}  // namespace concord::view
