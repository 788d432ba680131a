// The matrix and the texts behind it, and the lists: what a council lacks, where the effect
// differs, how much of a topic each covers.

#include "view/comparison_pages.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "source/utf8.h"
#include "view/comparison_words.h"

namespace concord::view {
namespace {

using compare::ClauseRef;
using compare::Divergence;
using compare::Link;
using compare::State;

constexpr std::size_t opening_length = 90;

// The first words of a text, cut between words.
std::string opening(const std::string& text) {
  if (text.size() <= opening_length) return text;
  const std::size_t cut = text.rfind(' ', opening_length);
  if (cut != std::string::npos) return text.substr(0, cut) + " …";
  return text.substr(0, source::to_boundary(text, opening_length)) + "…";
}

// ---- the matrix and the texts behind it

bool stands_in(const compare::Row& row, ClauseRef ref) {
  const compare::Cell* cell = row.cell(ref.protocol);
  return cell != nullptr && std::ranges::any_of(cell->entries, [&](const compare::Entry& entry) {
           return entry.clause == ref;
         });
}

// The text as changed from each other council's clause of the row that is most like it.
std::vector<Changes> against(const Compared& texts, const compare::Row& row, ClauseRef mine) {
  std::map<std::uint32_t, Link> best;
  for (const Link& link : texts.comparison().links_of(mine)) {
    if (!stands_in(row, link.b)) continue;
    const auto [found, fresh] = best.try_emplace(link.b.protocol, link);
    if (!fresh && link.score > found->second.score) found->second = link;
  }
  std::vector<Changes> list;
  list.reserve(best.size());
  for (const auto& [other, link] : best) {
    list.push_back({.council = texts.metadata(other).id,
                    .name = texts.metadata(other).name,
                    .pieces = texts.changes(link.b, mine)});
  }
  return list;
}

Entry make_entry(const Compared& texts, const compare::Row& row, const compare::Entry& from) {
  const std::string& text = texts.clause(from.clause).words().text;
  return {.place = texts.place(from.clause),
          .text = text,
          .opening = opening(text),
          .state = from.state,
          .wording = compare::wording_letter(from.wording),
          .against = against(texts, row, from.clause)};
}

Cell make_cell(const Compared& texts, const compare::Row& row, std::uint32_t which) {
  Cell cell;
  cell.council = texts.metadata(which).id;
  cell.name = texts.metadata(which).name;
  const compare::Cell* const from = row.cell(which);
  if (from == nullptr) return cell;
  cell.state = from->state;
  for (const compare::Entry& entry : from->entries)
    cell.entries.push_back(make_entry(texts, row, entry));
  for (const ClauseRef& out : from->refers) cell.elsewhere.push_back(texts.place(out));
  return cell;
}

Row make_row(const Compared& texts, const compare::Row& from) {
  Row row;
  row.id = from.id;
  row.title = from.title;
  row.topic = texts.topic_title(from.topic);
  row.wordings = from.wordings;
  for (std::uint32_t i = 0; i < texts.count(); ++i) {
    const Cell& cell = row.cells.emplace_back(make_cell(texts, from, i));
    row.have += cell.entries.empty() ? 0U : 1U;
    row.differs = row.differs || cell.state == State::differs;
  }
  return row;
}

// ---- lists

std::vector<Difference> differences(const Compared& texts) {
  std::vector<Difference> list;
  for (Divergence& d : texts.comparison().divergences()) {
    list.push_back({.a = texts.place(d.a),
                    .b = texts.place(d.b),
                    .effect = effect_of(std::move(d)),
                    .pair = texts.pair_page(d.a.protocol, d.b.protocol),
                    .topic = texts.topic_title(texts.protocol(d.a.protocol).topic(d.a.clause))});
  }
  return list;
}

std::vector<Gap> gaps(const Compared& texts, std::uint32_t which) {
  std::vector<Gap> list;
  for (const compare::Gap& from : texts.comparison().gaps(which)) {
    const compare::Row& row = texts.comparison().rows()[from.row];
    Gap& gap = list.emplace_back();
    gap.row = row.id;
    gap.topic_id = Compared::topic_page(row.topic);
    gap.topic = texts.topic_title(row.topic);
    gap.title = row.title;
    gap.have = from.have;
    for (const compare::Cell& cell : row.cells) {
      if (!cell.entries.empty()) gap.others.push_back(texts.place(cell.entries.front().clause));
    }
  }
  return list;
}

std::vector<Coverage> coverage(const Compared& texts) {
  std::vector<std::vector<compare::Coverage>> by_council;
  for (std::uint32_t i = 0; i < texts.count(); ++i)
    by_council.push_back(texts.comparison().coverage(i));
  std::vector<Coverage> list;
  for (std::size_t t = 0; !by_council.empty() && t < by_council.front().size(); ++t) {
    const compare::Coverage& first = by_council.front()[t];
    if (first.rows == 0) continue;
    Coverage& topic = list.emplace_back();
    topic.id = Compared::topic_page(first.topic);
    topic.title = texts.topic_title(first.topic);
    topic.rows = first.rows;
    for (std::uint32_t i = 0; i < texts.count(); ++i)
      topic.councils.push_back({texts.metadata(i).name, by_council[i][t].covered});
  }
  return list;
}

// ---- all of it

using Parts = std::vector<std::function<void()>>;

// The rows of each topic, in their order.
std::vector<std::span<const compare::Row>> by_topic(std::span<const compare::Row> rows) {
  std::vector<std::span<const compare::Row>> topics;
  for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    const std::string page = Compared::topic_page(rows[begin].topic);
    while (end < rows.size() && Compared::topic_page(rows[end].topic) == page) ++end;
    topics.push_back(rows.subspan(begin, end - begin));
  }
  return topics;
}

void add_topics(const Compared& texts, std::vector<Topic>& topics, Parts& parts) {
  const auto rows = by_topic(texts.comparison().rows());
  topics.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    topics[i].id = Compared::topic_page(rows[i].front().topic);
    topics[i].title = texts.topic_title(rows[i].front().topic);
    parts.push_back([&texts, &list = topics[i].rows, of_topic = rows[i]] {
      for (const compare::Row& row : of_topic) list.push_back(make_row(texts, row));
    });
  }
}

void add_pairs(const Compared& texts, std::vector<Pair>& pairs, Parts& parts) {
  const std::size_t count = texts.count();
  pairs.resize(count * (count - 1) / 2);
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t j = i + 1; j < count; ++j) {
      parts.push_back([&texts, &pair = pairs[next++], i, j] { pair = compared_pair(texts, i, j); });
    }
  }
}

void add_gaps(const Compared& texts, std::vector<CouncilGaps>& list, Parts& parts) {
  list.resize(texts.count());
  for (std::uint32_t i = 0; i < texts.count(); ++i) {
    list[i].council = texts.council(i);
    parts.push_back([&texts, &into = list[i].gaps, i] { into = gaps(texts, i); });
  }
}

}  // namespace

Parts comparison_parts(const Compared& texts, ComparisonPages& pages) {
  for (std::uint32_t i = 0; i < texts.count(); ++i) pages.councils.push_back(texts.council(i));
  Parts parts;
  parts.push_back([&texts, &list = pages.differences] { list = differences(texts); });
  parts.push_back([&texts, &list = pages.coverage] { list = coverage(texts); });
  add_gaps(texts, pages.gaps, parts);
  add_pairs(texts, pages.pairs, parts);
  add_topics(texts, pages.topics, parts);
  return parts;
}

}  // namespace concord::view
