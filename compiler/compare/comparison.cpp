// Answers about a finished comparison: what links of wordings say of clauses.
#include "compare/comparison.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "compare/content.h"
#include "compare/effects/decided.h"
#include "compare/match/one_provision.h"
#include "compare/match/relation.h"
#include "compare/rows/nearest.h"
#include "compare/rows/pointing.h"
#include "language/words.h"

namespace concord::compare {

std::string_view name_of(Relation relation) {
  static constexpr std::array<std::string_view, 6> names = {"identical", "vocabulary", "reworded",
                                                            "contains",  "contained",  "overlaps"};
  return names[static_cast<std::size_t>(relation)];
}

Relation mirrored(Relation relation) {
  if (relation == Relation::contains) return Relation::contained;
  if (relation == Relation::contained) return Relation::contains;
  return relation;
}

std::string_view name_of(FoundBy found_by) {
  static constexpr std::array<std::string_view, 6> names = {
      "same-wording", "mutual-best", "split", "support", "decision", "provision"};
  return names[static_cast<std::size_t>(found_by)];
}

std::string_view name_of(DivergenceType type) {
  static constexpr std::array<std::string_view, 9> names = {"negation",  "duty",      "actor",
                                                            "recipient", "condition", "exception",
                                                            "deadline",  "amount",    "class"};
  return names[static_cast<std::size_t>(type)];
}

std::string_view name_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::certain:
      return "certain";
    case Certainty::likely:
      return "likely";
    case Certainty::possible:
      return "possible";
  }
  return {};
}

std::string_view name_of(State state) {
  static constexpr std::array<std::string_view, 11> names = {
      "base",    "same",      "vocabulary",  "reworded", "part",          "may-differ",
      "differs", "elsewhere", "other-point", "none",     "not-in-excerpt"};
  return names[static_cast<std::size_t>(state)];
}

std::string_view name_of(Basis basis) {
  static constexpr std::array<std::string_view, 4> names = {"leading", "link", "others",
                                                            "provision"};
  return names[static_cast<std::size_t>(basis)];
}

std::string wording_letter(std::uint32_t wording) {
  std::string letters;
  for (std::uint32_t rest = wording + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

std::uint32_t councils_stating(const Row& row) {
  return static_cast<std::uint32_t>(std::count_if(
      row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !cell.entries.empty(); }));
}

std::vector<Cell> listed_cells(const Row& row, std::size_t councils) {
  std::vector<Cell> cells;
  if (!are_few(councils)) {
    std::ranges::copy_if(row.cells, std::back_inserter(cells),
                         [](const Cell& cell) { return cell.state < State::none; });
    return cells;
  }
  for (std::uint32_t i = 0; i < councils; ++i)
    cells.push_back({.protocol = i, .state = State::none, .entries = {}, .refers = {}});
  for (const Cell& cell : row.cells) cells[cell.protocol] = cell;
  return cells;
}

const Cell* Row::cell(std::uint32_t protocol) const {
  const auto place =
      std::lower_bound(cells.begin(), cells.end(), protocol,
                       [](const Cell& cell, std::uint32_t key) { return cell.protocol < key; });
  return place != cells.end() && place->protocol == protocol ? &*place : nullptr;
}

State Row::state(std::uint32_t protocol) const {
  const Cell* found = cell(protocol);
  return found == nullptr ? State::none : found->state;
}

const Entry* Row::entry(ClauseRef clause) const {
  const Cell* const found = cell(clause.protocol);
  if (found == nullptr) return nullptr;
  const auto entry = std::ranges::find(found->entries, clause, &Entry::clause);
  return entry == found->entries.end() ? nullptr : &*entry;
}

bool Row::stated_by(std::uint32_t protocol) const {
  const Cell* const found = cell(protocol);
  return found != nullptr && !found->entries.empty();
}

Comparison::Comparison() = default;
Comparison::~Comparison() = default;
Comparison::Comparison(Comparison&&) noexcept = default;
Comparison& Comparison::operator=(Comparison&&) noexcept = default;

const Lexicon& Comparison::lexicon() const {
  return content_->linked.lexicon;
}

namespace {

bool before(const Link& a, const Link& b) {
  return std::tie(a.a, a.b) < std::tie(b.a, b.b);
}

}  // namespace

Link Comparison::Content::link(std::uint32_t a, std::uint32_t b, const WordingLink* by) const {
  Link made = compare::link(linked, a, b, by);
  const auto known = by == nullptr ? std::nullopt : provision_of(linked, *by);
  if (known) made.provision = provisions[*known];
  return made;
}

std::vector<std::uint32_t> Comparison::rows_of(ClauseRef clause) const {
  if (!content_) return {};
  const auto index = content_->linked.clause(clause);
  return index ? content_->rows_of[*index] : std::vector<std::uint32_t>();
}

std::vector<Link> Comparison::links(std::uint32_t a, std::uint32_t b) const {
  std::vector<Link> found;
  if (!content_) return found;
  const LinkedCorpus& linked = content_->linked;
  linked.each_linked(a, b, [&](std::uint32_t x, std::uint32_t y, const WordingLink* by) {
    found.push_back(content_->link(x, y, by));
  });
  std::sort(found.begin(), found.end(), before);
  return found;
}

std::vector<Link> Comparison::links_of(ClauseRef clause) const {
  std::vector<Link> found;
  if (!content_) return found;
  const LinkedCorpus& linked = content_->linked;
  const auto index = linked.clause(clause);
  if (!index) return found;
  for (const std::uint32_t protocol : linked.index.matched_with[clause.protocol]) {
    linked.counterparts(*index, protocol, [&](std::uint32_t y, const WordingLink* by) {
      found.push_back(content_->link(*index, y, by));
    });
  }
  std::sort(found.begin(), found.end(), before);
  return found;
}

std::vector<Link> Comparison::links() const {
  std::vector<Link> all;
  for (const auto& [a, b] : peers_.pairs) {
    auto found = links(a, b);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  std::sort(all.begin(), all.end(), before);
  return all;
}

std::vector<Decided> Comparison::decisions() const {
  if (!content_) return {};
  std::vector<Decided> found;
  for (const DecidedPair& pair : content_->linked.decisions.all()) found.push_back(pair.decided);
  std::sort(found.begin(), found.end(), [](const Decided& x, const Decided& y) {
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });
  return found;
}

const Decided* Comparison::decision(ClauseRef a, ClauseRef b) const {
  if (!content_) return nullptr;
  const LinkedCorpus& linked = content_->linked;
  const auto one = linked.clause(a);
  const auto two = linked.clause(b);
  if (!one || !two) return nullptr;
  return linked.decisions.of(linked.wording(*one), linked.wording(*two));
}

namespace {

void sort_by_place(std::vector<Divergence>& divergences) {
  std::stable_sort(divergences.begin(), divergences.end(),
                   [](const Divergence& x, const Divergence& y) {
                     return std::tie(x.a, x.b, x.type) < std::tie(y.a, y.b, y.type);
                   });
}

std::vector<Divergence> mirrored(std::vector<Divergence> divergences) {
  for (Divergence& each : divergences) {
    std::swap(each.a, each.b);
    std::swap(each.a_words, each.b_words);
    std::swap(each.a_statement, each.b_statement);
  }
  sort_by_place(divergences);
  return divergences;
}

}  // namespace

std::vector<Divergence> Comparison::divergences(std::uint32_t a, std::uint32_t b,
                                                Certainty least) const {
  if (!content_ || a == b) return {};
  // An alignment that is as good both ways round may be another from the other side.
  if (a > b) return mirrored(divergences(b, a, least));
  std::vector<Divergence> wanted;
  std::ranges::copy_if(content_->divergences({a, b}), std::back_inserter(wanted),
                       [&](const Divergence& each) { return each.certainty >= least; });
  return wanted;
}

const std::vector<Divergence>& Comparison::Content::divergences(CouncilPair pair) const {
  return cache.of(pair, [&] {
    auto kept = earlier == nullptr ? std::nullopt : earlier->divergences(linked, pair);
    return kept ? *std::move(kept) : find_divergences(pair);
  });
}

const std::vector<Divergence>* Comparison::Content::kept_divergences(CouncilPair pair) const {
  return earlier != nullptr && earlier->has(pair) ? &divergences(pair) : nullptr;
}

std::vector<Divergence> Comparison::Content::find_divergences(CouncilPair pair) const {
  std::vector<Divergence> found;
  linked.each_linked(
      pair.first, pair.second, [&](std::uint32_t x, std::uint32_t y, const WordingLink* by) {
        std::vector<DecidedDifference> all = differences.between(x, y, by);
        // Adopted on another day: no difference in effect.
        if (all.empty() || (only_records(linked, x) && only_records(linked, y))) return;
        for (DecidedDifference& each : all) {
          Difference& difference = each.difference;
          Divergence& told = found.emplace_back(
              Divergence{linked.corpus.clauses[x].ref, linked.corpus.clauses[y].ref,
                         difference.type, difference.certainty, difference.confidence});
          told.a_words = difference.a.words();
          told.b_words = difference.b.words();
          told.a_statement = std::move(difference.a);
          told.b_statement = std::move(difference.b);
          told.because = std::move(each.because);
        }
      });
  sort_by_place(found);
  return found;
}

std::vector<Divergence> Comparison::divergences(Certainty least) const {
  std::vector<Divergence> all;
  for (const auto& [a, b] : peers_.pairs) {
    auto found = divergences(a, b, least);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  return all;
}

namespace {

// How many of the two statements are of the passages that are in the row; none where the row does
// not have both clauses.
std::optional<int> stated_in(const Row& row, const Divergence& divergence) {
  const Entry* const a = row.entry(divergence.a);
  const Entry* const b = row.entry(divergence.b);
  if (a == nullptr || b == nullptr) return std::nullopt;
  return (language::overlap(divergence.a_statement.range, a->passage) ? 1 : 0) +
         (language::overlap(divergence.b_statement.range, b->passage) ? 1 : 0);
}

// By what its cells say.
std::optional<Certainty> differs_in_cells(const Row& row) {
  const auto any = [&](State state) {
    return std::ranges::any_of(row.cells, [&](const Cell& cell) { return cell.state == state; });
  };
  if (any(State::differs)) return Certainty::certain;
  return any(State::may_differ) ? std::optional(Certainty::likely) : std::nullopt;
}

}  // namespace

std::vector<std::uint32_t> Comparison::rows_of(const Divergence& divergence) const {
  std::vector<std::uint32_t> shown;
  std::optional<std::pair<int, std::uint32_t>> nearest;
  for (const std::uint32_t row : rows_of(divergence.a)) {
    const auto stated = stated_in(rows_[row], divergence);
    if (stated == 2) shown.push_back(row);
    if (stated && (!nearest || *stated > nearest->first)) nearest = {*stated, row};
  }
  if (shown.empty() && nearest) shown.push_back(nearest->second);
  return shown;
}

std::vector<std::optional<Certainty>> Comparison::differing_rows(
    std::span<const std::uint32_t> among) const {
  std::vector<std::optional<Certainty>> surest(rows_.size());
  const auto asked = [&](std::uint32_t council) {
    return among.empty() || std::ranges::find(among, council) != among.end();
  };
  std::vector<CouncilPair> pairs;
  std::ranges::copy_if(peers_.pairs, std::back_inserter(pairs),
                       [&](CouncilPair pair) { return asked(pair.first) && asked(pair.second); });
  tbb::parallel_for(std::size_t{0}, pairs.size(),
                    [&](std::size_t i) { content_->divergences(pairs[i]); });
  for (const auto& [a, b] : pairs) {
    for (const Divergence& each : divergences(a, b)) {
      for (const std::uint32_t row : rows_of(each))
        surest[row] = std::max(surest[row], std::optional(each.certainty));
    }
  }
  // A cell also says how a council differs from one that is no peer of it.
  for (std::size_t row = 0; row < rows_.size() && among.empty(); ++row)
    surest[row] = std::max(surest[row], differs_in_cells(rows_[row]));
  return surest;
}

KeptPairs Comparison::kept() const {
  KeptPairs kept = content_->earlier->empty();
  for (const CouncilPair& pair : content_->linked.pairs)
    if (!kept.keep(pair, *content_->earlier))
      kept.keep(content_->linked, pair, content_->divergences(pair));
  return kept;
}

namespace {

void count(Relation relation, PairSummary& summary) {
  switch (relation) {
    case Relation::identical:
      ++summary.identical;
      break;
    case Relation::vocabulary:
      ++summary.vocabulary;
      break;
    case Relation::reworded:
      ++summary.reworded;
      break;
    default:
      ++summary.part;
  }
}

std::uint32_t count_differing(std::span<const Divergence> divergences) {
  std::set<std::pair<ClauseRef, ClauseRef>> differing;
  for (const Divergence& divergence : divergences)
    if (divergence.certainty == Certainty::certain) differing.insert({divergence.a, divergence.b});
  return static_cast<std::uint32_t>(differing.size());
}

// Fills in what depends on the lengths of the clauses. `linked_clauses`, `shared`: of both, those
// with a counterpart, and those that have it in the same words.
void weigh(const LinkedCorpus& linked, const std::set<ClauseRef>& linked_clauses,
           const std::set<ClauseRef>& shared, PairSummary& summary) {
  double words = 0;
  double words_linked = 0;
  double words_shared = 0;
  for (const std::uint32_t protocol : {summary.a, summary.b}) {
    const auto [begin, end] = linked.clauses(protocol);
    for (std::uint32_t x = begin; x < end; ++x) {
      const CorpusClause& clause = linked.corpus.clauses[x];
      words += clause.words;
      if (shared.contains(clause.ref)) words_shared += clause.words;
      if (linked_clauses.contains(clause.ref)) {
        words_linked += clause.words;
      } else {
        ++(protocol == summary.a ? summary.only_a : summary.only_b);
      }
    }
  }
  if (words > 0) {
    summary.similarity = words_linked / words;
    summary.shared_wording = words_shared / words;
  }
}

}  // namespace

std::vector<graph::ClauseId> Comparison::unmatched(std::uint32_t protocol) const {
  std::vector<graph::ClauseId> found;
  if (!content_) return found;
  const LinkedCorpus& linked = content_->linked;
  const auto [begin, end] = linked.clauses(protocol);
  for (std::uint32_t x = begin; x < end; ++x) {
    if (linked.index.links_of[linked.wording(x)].empty())
      found.push_back(linked.corpus.clauses[x].ref.clause);
  }
  return found;
}

PairSummary Comparison::summary(std::uint32_t a, std::uint32_t b) const {
  PairSummary summary;
  summary.a = a;
  summary.b = b;
  if (!content_ || a == b) return summary;
  std::set<ClauseRef> linked;
  std::set<ClauseRef> shared;
  for (const Link& link : links(a, b)) {
    count(link.relation, summary);
    linked.insert({link.a, link.b});
    if (link.relation <= Relation::vocabulary) shared.insert({link.a, link.b});
  }
  summary.differs = count_differing(divergences(a, b));
  weigh(content_->linked, linked, shared, summary);
  return summary;
}

std::vector<Gap> Comparison::gaps(std::uint32_t protocol) const {
  std::vector<Gap> found;
  if (!content_) return found;
  const NearestClauses clauses(content_->linked, protocol);
  for (std::uint32_t i = 0; i < rows_.size(); ++i)
    if (rows_[i].state(protocol) == State::none)
      found.push_back({i, councils_stating(rows_[i]), std::nullopt});
  tbb::parallel_for(std::size_t{0}, found.size(),
                    [&](std::size_t i) { found[i].nearest = clauses.to(rows_[found[i].row]); });
  std::stable_sort(found.begin(), found.end(),
                   [](const Gap& a, const Gap& b) { return a.have > b.have; });
  return found;
}

std::vector<Coverage> Comparison::coverage(std::uint32_t protocol) const {
  std::vector<Coverage> found;
  if (!content_) return found;
  for (const std::string& topic : content_->topics) found.push_back({.topic = topic});
  const auto place = [&](const std::string& topic) {
    return static_cast<std::size_t>(std::ranges::find(found, topic, &Coverage::topic) -
                                    found.begin());
  };
  const auto [begin, end] = content_->linked.clauses(protocol);
  for (std::uint32_t x = begin; x < end; ++x) {
    // By what it states, and by where it stands.
    std::set<std::size_t> topics = {content_->topic_of[x]};
    for (const std::uint32_t row : content_->rows_of[x]) topics.insert(place(rows_[row].topic));
    topics.erase(found.size());
    for (const std::size_t topic : topics) {
      ++found[topic].clauses;
      found[topic].words += content_->linked.corpus.clauses[x].words;
    }
  }
  for (const Row& row : rows_) {
    const std::size_t topic = place(row.topic);
    const bool here = row.stated_by(protocol);
    if (topic == found.size() || councils_stating(row) == (here ? 1U : 0U)) continue;
    ++found[topic].known;
    found[topic].found += here ? 1U : 0U;
  }
  return found;
}

std::string dump(const Comparison& comparison, std::span<const passes::Protocol> protocols) {
  const auto name = [&](ClauseRef ref) { return protocols[ref.protocol].global_id(ref.clause); };
  std::string text;
  for (const Row& row : comparison.rows()) {
    text += fmt::format("row {} [{}] {}\n", row.id, row.topic, row.title);
    for (const Cell& cell : row.cells) {
      for (const Entry& entry : cell.entries) {
        text += fmt::format("  {} {} {}\n", name(entry.clause), name_of(entry.state),
                            wording_letter(entry.wording));
      }
      if (cell.entries.empty()) {
        text += fmt::format("  {} {}\n", comparison.councils()[cell.protocol], name_of(cell.state));
      }
    }
  }
  for (const Link& link : comparison.links()) {
    text += fmt::format("link {} {} {} {:.2f} {}\n", name(link.a), name(link.b),
                        name_of(link.relation), link.score, name_of(link.found_by));
  }
  for (const auto& [a, b, decision] : comparison.decisions()) {
    text += fmt::format("decision {} {} {}\n", name(a), name(b), name_of(decision.verdict));
  }
  for (const Divergence& divergence : comparison.divergences()) {
    text += fmt::format("divergence {} {} {} {} \"{}\" / \"{}\"\n", name(divergence.a),
                        name(divergence.b), name_of(divergence.type), name_of(divergence.certainty),
                        divergence.a_words, divergence.b_words);
  }
  for (std::uint32_t p = 0; p < protocols.size(); ++p) {
    for (const graph::ClauseId clause : comparison.unmatched(p)) {
      text += fmt::format("unmatched {}\n", name({p, clause}));
    }
  }
  return text;
}

}  // namespace concord::compare
