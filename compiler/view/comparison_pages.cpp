// The matrix and the texts behind it, and the lists: what a council lacks, where the effect
// differs, how much of a topic each covers.

#include "view/comparison_pages.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "view/comparison_words.h"
#include "view/differences.h"

namespace concord::view {
namespace {

using compare::ClauseRef;
using compare::Link;

// ---- what was found of the rows, and what was not

// What is found once for all rows, for the matrix and the lists.
struct Found {
  std::vector<std::vector<compare::Gap>> gaps;                                  // by council
  std::map<std::pair<std::uint32_t, std::uint32_t>, compare::Nearest> nearest;  // by council, row
  std::vector<std::optional<compare::Certainty>> differing;                     // by row
};

Found find_of_rows(const compare::Comparison& comparison, std::uint32_t councils) {
  Found found;
  for (std::uint32_t i = 0; i < councils; ++i) {
    for (const compare::Gap& gap : found.gaps.emplace_back(comparison.gaps(i)))
      if (gap.nearest) found.nearest.emplace(std::pair(i, gap.row), *gap.nearest);
  }
  found.differing = comparison.differing_rows();
  return found;
}

Nearest make_nearest(const Compared& texts, const compare::Nearest& from) {
  return {texts.place(from.clause), nearness_of(from.likeness)};
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

// The first words of what the clause says of the row's provision.
Excerpt opening_in(const compare::Entry& entry, const std::string& text) {
  const auto [begin, end] = entry.passage;
  const bool in_part = begin > 0 && end > begin;
  const std::string_view said =
      in_part ? std::string_view(text).substr(begin, end - begin) : std::string_view(text);
  const std::size_t length = length_of_opening(said);
  const std::size_t from = in_part ? begin : 0;
  return {.before = text.substr(0, from),
          .words = std::string(said.substr(0, length)),
          .after = text.substr(from + length),
          .cut = length < said.size()};
}

Entry make_entry(const Compared& texts, const compare::Row& row, const compare::Entry& from) {
  const std::string& text = texts.clause(from.clause).words().text;
  return {.place = texts.place(from.clause),
          .text = text,
          .opening = opening_in(from, text),
          .lead_in = from.lead_in,
          .decided = !texts.decided(from.clause).empty(),
          .state = from.state,
          .basis = from.basis,
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
  cell.refers_state = from->refers_state();
  for (const ClauseRef& out : from->refers) cell.refers.push_back(texts.place(out));
  return cell;
}

// What was decided about the clauses of the row, each once.
std::vector<DecisionNote> decisions(const Compared& texts, const compare::Row& row) {
  std::vector<DecisionNote> notes;
  for (const compare::Cell& cell : row.cells)
    for (const compare::Entry& entry : cell.entries)
      for (DecisionNote& note : texts.decided(entry.clause))
        if (std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
  return notes;
}

Row make_row(const Compared& texts, const Found& found, std::uint32_t index) {
  const compare::Row& from = texts.comparison().rows()[index];
  Row row;
  row.id = from.id;
  row.provisional = from.provisional;
  row.title = from.title;
  row.question = from.question;
  row.topic = texts.topic_title(from.topic);
  row.wordings = from.wordings;
  row.have = councils_stating(from);
  for (std::uint32_t i = 0; i < texts.count(); ++i) {
    Cell& cell = row.cells.emplace_back(make_cell(texts, from, i));
    const auto nearest = found.nearest.find({i, index});
    if (nearest != found.nearest.end()) cell.nearest = make_nearest(texts, nearest->second);
  }
  row.differs = found.differing[index] == compare::Certainty::certain;
  row.may_differ = found.differing[index] == compare::Certainty::likely;
  row.decisions = decisions(texts, from);
  return row;
}

// ---- lists

// The clause of the cell that states the provision first, without what the matrix knows of it.
Entry stating(const Compared& texts, const compare::Cell& cell) {
  const auto own = std::ranges::find(cell.entries, false, &compare::Entry::lead_in);
  Entry entry;
  entry.place = texts.place(own->clause);
  entry.text = texts.clause(own->clause).words().text;
  entry.opening = opening_in(*own, entry.text);
  entry.state = own->state;
  return entry;
}

Gap make_gap(const Compared& texts, const compare::Gap& from) {
  const compare::Row& row = texts.comparison().rows()[from.row];
  Gap gap;
  gap.row = row.id;
  gap.topic_id = Compared::topic_page(row.topic);
  gap.topic = texts.topic_title(row.topic);
  gap.title = row.title;
  gap.have = from.have;
  for (const compare::Cell& cell : row.cells)
    if (!cell.entries.empty()) gap.others.push_back(stating(texts, cell));
  if (from.nearest) gap.nearest = make_nearest(texts, *from.nearest);
  return gap;
}

std::vector<Coverage> coverage(const Compared& texts) {
  std::vector<std::vector<compare::Coverage>> by_council;
  for (std::uint32_t i = 0; i < texts.count(); ++i)
    by_council.push_back(texts.comparison().coverage(i));
  std::vector<Coverage> list;
  for (std::size_t t = 0; !by_council.empty() && t < by_council.front().size(); ++t) {
    const std::string& id = by_council.front()[t].topic;
    Coverage topic{.id = Compared::topic_page(id), .title = texts.topic_title(id), .councils = {}};
    bool known = false;
    for (std::uint32_t i = 0; i < texts.count(); ++i) {
      const compare::Coverage& of = by_council[i][t];
      known = known || of.clauses > 0 || of.known > 0;
      // What an excerpt has of what others have says nothing of the whole.
      const bool whole = !texts.metadata(i).excerpt;
      topic.councils.push_back({texts.metadata(i).name, of.clauses, of.words, whole ? of.known : 0,
                                whole ? of.found : 0});
    }
    if (known) list.push_back(std::move(topic));
  }
  return list;
}

// ---- all of it

using Parts = std::vector<std::function<void()>>;

// The rows of one topic, as a range of indices.
struct RowRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// By topic, in their order.
std::vector<RowRange> by_topic(std::span<const compare::Row> rows) {
  std::vector<RowRange> topics;
  for (std::uint32_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    const std::string page = Compared::topic_page(rows[begin].topic);
    while (end < rows.size() && Compared::topic_page(rows[end].topic) == page) ++end;
    topics.push_back({begin, end});
  }
  return topics;
}

using SharedFound = std::shared_ptr<const Found>;

void add_topics(const Compared& texts, const SharedFound& found, std::vector<Topic>& topics,
                Parts& parts) {
  const auto rows = texts.comparison().rows();
  const auto ranges = by_topic(rows);
  topics.resize(ranges.size());
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    topics[i].id = Compared::topic_page(rows[ranges[i].begin].topic);
    topics[i].title = texts.topic_title(rows[ranges[i].begin].topic);
    parts.push_back([&texts, found, &list = topics[i].rows, of_topic = ranges[i]] {
      for (std::uint32_t row = of_topic.begin; row < of_topic.end; ++row)
        list.push_back(make_row(texts, *found, row));
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

void add_gaps(const Compared& texts, const SharedFound& found, std::vector<CouncilGaps>& list,
              Parts& parts) {
  list.resize(texts.count());
  for (std::uint32_t i = 0; i < texts.count(); ++i) {
    list[i].council = texts.council(i);
    list[i].excerpt = texts.metadata(i).excerpt;
    parts.push_back([&texts, found, &into = list[i].gaps, i] {
      for (const compare::Gap& gap : found->gaps[i]) into.push_back(make_gap(texts, gap));
    });
  }
}

}  // namespace

Parts comparison_parts(const Compared& texts, ComparisonPages& pages) {
  for (std::uint32_t i = 0; i < texts.count(); ++i) pages.councils.push_back(texts.council(i));
  const auto found = std::make_shared<const Found>(find_of_rows(texts.comparison(), texts.count()));
  Parts parts;
  parts.push_back([&texts, &list = pages.differences] { list = differences_by_provision(texts); });
  parts.push_back([&texts, &list = pages.coverage] { list = coverage(texts); });
  add_gaps(texts, found, pages.gaps, parts);
  add_pairs(texts, pages.pairs, parts);
  add_topics(texts, found, pages.topics, parts);
  return parts;
}

}  // namespace concord::view
