#include "compare/rows/rows.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "compare/effects/decided.h"
#include "compare/match/relation.h"
#include "compare/rows/elsewhere.h"
#include "compare/rows/provisions.h"
#include "compare/rows/titles.h"

namespace concord::compare {
namespace {

// What every row is made from. Borrowed.
struct Inputs {
  std::span<const passes::Protocol> protocols;
  const LinkedCorpus& linked;
  const DecidedDifferences& differences;
  std::span<const std::string> topics;
};

// The clauses that state a provision, as indices, sorted.
std::vector<std::uint32_t> clauses_stating(const Provision& provision, const LinkIndex& index) {
  std::vector<std::uint32_t> clauses;
  for (const std::uint32_t wording : provision.wordings) {
    const auto& own = index.clauses_of[wording];
    clauses.insert(clauses.end(), own.begin(), own.end());
  }
  std::sort(clauses.begin(), clauses.end());
  return clauses;
}

// The clause's segments that state the provision, as a range of the provision's.
std::span<const SegmentRef> segments_stating(const Provision& provision, std::uint32_t wording) {
  const auto& all = provision.segments;
  const auto begin = std::lower_bound(all.begin(), all.end(), SegmentRef{wording, 0});
  const auto end = std::lower_bound(begin, all.end(), SegmentRef{wording + 1, 0});
  return {begin, end};
}

// How many segments the wording has besides those that state the provision.
std::size_t other_segments(const Provision& provision, const Corpus& corpus,
                           std::uint32_t wording) {
  const std::size_t stating = segments_stating(provision, wording).size();
  return stating == 0 ? 0 : corpus.wordings[wording].segments.size() - stating;
}

// The clause's text from the segment on that states the provision.
std::string statement(const Provision& provision, const LinkedCorpus& linked,
                      std::uint32_t clause) {
  const auto& ranges = linked.corpus.segments[linked.corpus.clauses[clause].text];
  const auto stating = segments_stating(provision, linked.representative(clause));
  const std::size_t first = stating.empty() ? 0 : stating.front().segment;
  const std::string& text = linked.text(clause);
  return first < ranges.size() ? text.substr(ranges[first].begin) : text;
}

// The clauses of a row that share a wording, but for role words.
struct SharedWording {
  std::uint64_t role_layer = 0;
  std::set<std::uint32_t> protocols;
  struct Spelling {
    std::uint32_t count = 0;
    std::uint32_t clause = 0;  // the one with the least text: not the first council's, anybody's
  };
  std::map<std::uint64_t, Spelling> spellings;
  std::size_t other_segments = 0;
  std::uint32_t words = 0;

  // One of the clauses that have it as most print it.
  std::uint32_t clause() const {
    const Spelling* most = nullptr;
    for (const auto& [surface, spelling] : spellings) {
      if (most == nullptr || spelling.count > most->count) most = &spelling;
    }
    return most->clause;
  }
};

// By role layer.
std::map<std::uint64_t, SharedWording> share_wordings(const Provision& provision,
                                                      std::span<const std::uint32_t> clauses,
                                                      const LinkedCorpus& linked) {
  std::map<std::uint64_t, SharedWording> by_words;
  for (const std::uint32_t i : clauses) {
    const CorpusClause& clause = linked.corpus.clauses[i];
    SharedWording& shared = by_words[clause.role_layer];
    shared.role_layer = clause.role_layer;
    shared.protocols.insert(clause.ref.protocol);
    auto& spelling =
        shared.spellings.try_emplace(clause.surface, SharedWording::Spelling{0, i}).first->second;
    ++spelling.count;
    if (linked.text(i) < linked.text(spelling.clause)) spelling.clause = i;
    shared.other_segments = other_segments(provision, linked.corpus, linked.representative(i));
    shared.words = clause.words;
  }
  return by_words;
}

// A row's wordings: the one that most protocols share is the first (A); of equals, the one that
// states least besides; of those, the longer, then by the words.
struct RankedWordings {
  std::map<std::uint64_t, std::uint32_t> rank_of;  // by role layer
  std::vector<std::uint32_t> clauses;              // by rank: one that has the wording
};

RankedWordings rank_wordings(const Provision& provision, std::span<const std::uint32_t> clauses,
                             const LinkedCorpus& linked) {
  const auto by_words = share_wordings(provision, clauses, linked);
  std::vector<const SharedWording*> order;
  order.reserve(by_words.size());
  for (const auto& [key, shared] : by_words) order.push_back(&shared);
  std::stable_sort(order.begin(), order.end(), [](const SharedWording* a, const SharedWording* b) {
    return std::tuple(a->protocols.size(), b->other_segments, a->words) >
           std::tuple(b->protocols.size(), a->other_segments, b->words);
  });
  RankedWordings ranked;
  for (const SharedWording* shared : order) {
    ranked.rank_of.emplace(shared->role_layer, static_cast<std::uint32_t>(ranked.clauses.size()));
    ranked.clauses.push_back(shared->clause());
  }
  return ranked;
}

// The opening words of the leading wording or, where that cannot be read alone, of the shortest
// that can.
std::string title_of(const Provision& provision, const RankedWordings& wordings,
                     const LinkedCorpus& linked) {
  const auto stands_alone = [&](std::uint32_t clause) {
    return !is_anaphoric(statement(provision, linked, clause), linked.lexicon);
  };
  const auto words = [&](std::uint32_t clause) { return linked.corpus.clauses[clause].words; };
  std::uint32_t best = wordings.clauses.front();
  if (!stands_alone(best)) {
    bool alone = false;
    for (const std::uint32_t clause : wordings.clauses) {
      if (!stands_alone(clause) || (alone && words(clause) >= words(best))) continue;
      best = clause;
      alone = true;
    }
  }
  return opening(statement(provision, linked, best));
}

State state_of(const LinkedCorpus& linked, const DecidedDifferences& differences,
               std::uint32_t clause, std::uint32_t leading) {
  const std::uint32_t a = linked.representative(clause);
  const std::uint32_t b = linked.representative(leading);
  const WordingLink* link = linked.link_between(a, b);
  // Clauses that only third clauses bring together say nothing of each other.
  const bool comparable = link != nullptr || a == b;
  // What may differ is told beside the clauses, and colours no cell.
  if (comparable && differences.surely(clause, leading, link)) return State::differs;
  switch (relation(linked.corpus, clause, leading)) {
    case Relation::identical:
      return State::same;
    case Relation::vocabulary:
      return State::vocabulary;
    case Relation::reworded:
      return State::reworded;
    default:
      return State::part;
  }
}

std::vector<Cell> cells_of(std::span<const std::uint32_t> clauses, const RankedWordings& wordings,
                           const Inputs& inputs) {
  const LinkedCorpus& linked = inputs.linked;
  std::vector<Cell> cells;
  std::map<std::uint32_t, State> states;  // by text: the same words have the same state
  for (const std::uint32_t i : clauses) {
    const CorpusClause& clause = linked.corpus.clauses[i];
    if (cells.empty() || cells.back().protocol != clause.ref.protocol) {
      cells.push_back({clause.ref.protocol, State::same, {}, {}});
    }
    const auto [known, added] = states.try_emplace(clause.text, State::same);
    if (added) known->second = state_of(linked, inputs.differences, i, wordings.clauses.front());
    Cell& cell = cells.back();
    cell.entries.push_back({clause.ref, known->second, wordings.rank_of.at(clause.role_layer)});
    cell.state = std::max(cell.state, known->second);
  }
  return cells;
}

// The topic that most of the clauses have, as an index; of equals, the earlier in the register;
// topics.size() where most have none.
std::size_t topic_of(std::span<const std::uint32_t> clauses, const Inputs& inputs) {
  const auto& topics = inputs.topics;
  std::vector<std::size_t> counts(topics.size() + 1);
  for (const std::uint32_t clause : clauses) {
    const ClauseRef ref = inputs.linked.corpus.clauses[clause].ref;
    const auto at =
        std::find(topics.begin(), topics.end(), inputs.protocols[ref.protocol].topic(ref.clause));
    ++counts[static_cast<std::size_t>(at - topics.begin())];
  }
  return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

// Where in their protocols the clauses stand on average, 0 to 1.
double mean_place(std::span<const std::uint32_t> clauses, const LinkedCorpus& linked) {
  double sum = 0;
  for (const std::uint32_t clause : clauses) {
    const auto [begin, end] = linked.clauses(linked.corpus.clauses[clause].ref.protocol);
    sum += static_cast<double>(clause - begin) / static_cast<double>(end - begin);
  }
  return sum / static_cast<double>(clauses.size());
}

// A row that has no number yet, with what it is sorted by.
struct UnnumberedRow {
  Row row;
  std::size_t topic = 0;
  double place = 0;
};

UnnumberedRow make_row(const Provision& provision, const Inputs& inputs) {
  const LinkedCorpus& linked = inputs.linked;
  const std::vector<std::uint32_t> clauses = clauses_stating(provision, linked.index);
  const RankedWordings wordings = rank_wordings(provision, clauses, linked);
  const std::size_t topic = topic_of(clauses, inputs);
  return {.row = {.id = {},
                  .title = title_of(provision, wordings, linked),
                  .topic = topic < inputs.topics.size() ? inputs.topics[topic] : std::string(),
                  .cells = cells_of(clauses, wordings, inputs),
                  .wordings = static_cast<std::uint32_t>(wordings.clauses.size())},
          .topic = topic,
          .place = mean_place(clauses, linked)};
}

}  // namespace

std::vector<Row> make_rows(std::span<const passes::Protocol> protocols, const LinkedCorpus& linked,
                           const DecidedDifferences& differences,
                           std::span<const std::string> topics) {
  const Inputs inputs{protocols, linked, differences, topics};
  const std::vector<Provision> provisions = find_provisions(linked);
  std::vector<UnnumberedRow> made(provisions.size());
  tbb::parallel_for(std::size_t{0}, provisions.size(),
                    [&](std::size_t i) { made[i] = make_row(provisions[i], inputs); });
  std::stable_sort(made.begin(), made.end(), [](const UnnumberedRow& a, const UnnumberedRow& b) {
    return std::tie(a.topic, a.place, a.row.title) < std::tie(b.topic, b.place, b.row.title);
  });
  const std::size_t width = std::max<std::size_t>(3, std::to_string(made.size()).size());
  std::vector<Row> rows;
  rows.reserve(made.size());
  for (UnnumberedRow& each : made) {
    each.row.id = fmt::format("r{:0{}}", rows.size() + 1, width);
    rows.push_back(std::move(each.row));
  }
  add_elsewhere(protocols, linked, rows);
  return rows;
}

std::vector<std::vector<std::uint32_t>> rows_by_clause(std::span<const Row> rows,
                                                       const LinkedCorpus& linked) {
  std::vector<std::vector<std::uint32_t>> found(linked.corpus.clauses.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    for (const Cell& cell : rows[i].cells) {
      for (const Entry& entry : cell.entries) found[*linked.clause(entry.clause)].push_back(i);
    }
  }
  return found;
}

}  // namespace concord::compare
