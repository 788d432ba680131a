#include "compare/rows/rows.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "compare/effects/decided.h"
#include "compare/match/progress.h"
#include "compare/match/relation.h"
#include "compare/rows/elsewhere.h"
#include "compare/rows/identity.h"
#include "compare/rows/known.h"
#include "compare/rows/pointing.h"
#include "compare/rows/provisions.h"
#include "compare/rows/stating.h"
#include "compare/rows/titles.h"
#include "language/words.h"

namespace concord::compare {
namespace {

constexpr double nearly_the_same = 0.72;  // Dice coefficient of two texts

// What every row is made from. Borrowed.
struct Inputs {
  std::span<const passes::Protocol> protocols;
  const LinkedCorpus& linked;
  const DecidedDifferences& differences;
  const DifferencesKept& kept;
  std::span<const syntax::Topic> topics;
  std::span<const syntax::Provision> known;
  Stating stating;
};

// The clauses that state a provision, as indices, sorted.
std::vector<std::uint32_t> clauses_stating(const Provision& provision, const Corpus& corpus) {
  std::vector<std::uint32_t> clauses;
  for (const std::uint32_t wording : provision.wordings) {
    const auto& own = corpus.wordings[wording].clauses;
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

// The clause's text from the first sentence that states the provision to the last.
syntax::Range passage_of(const Provision& provision, const LinkedCorpus& linked,
                         std::uint32_t clause) {
  const auto& ranges = linked.corpus.segments[linked.corpus.clauses[clause].text];
  const auto stating = segments_stating(provision, linked.wording(clause));
  const auto whole = static_cast<std::uint32_t>(linked.text(clause).size());
  if (stating.empty() || stating.back().segment >= ranges.size()) return {0, whole};
  return {ranges[stating.front().segment].begin, ranges[stating.back().segment].end};
}

// The sentence of the clause that states the provision.
std::string stating_sentence(const Provision& provision, const LinkedCorpus& linked,
                             std::uint32_t clause) {
  const auto& ranges = linked.corpus.segments[linked.corpus.clauses[clause].text];
  const auto stating = segments_stating(provision, linked.wording(clause));
  const std::size_t first = stating.empty() ? 0 : stating.front().segment;
  if (first >= ranges.size()) return linked.text(clause);
  return linked.text(clause).substr(ranges[first].begin, ranges[first].end - ranges[first].begin);
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
  bool like_known = false;  // like what the register has, where it has any
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
    shared.like_known =
        !provision.known || is_like_known(linked, linked.wording(i), *provision.known);
    shared.other_segments = other_segments(provision, linked.corpus, linked.wording(i));
    shared.words = clause.words;
  }
  return by_words;
}

// A row's wordings: of those like what the register has, the one that most protocols share is the
// first (A); of equals, the one that states least besides; of those, the longer, then by the words.
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
    return std::tuple(a->like_known, a->protocols.size(), b->other_segments, a->words) >
           std::tuple(b->like_known, b->protocols.size(), a->other_segments, b->words);
  });
  RankedWordings ranked;
  for (const SharedWording* shared : order) {
    ranked.rank_of.emplace(shared->role_layer, static_cast<std::uint32_t>(ranked.clauses.size()));
    ranked.clauses.push_back(shared->clause());
  }
  return ranked;
}

// Who must do what, by the wording whose words the others have most of.
struct Title {
  std::string words;
  bool alone = false;  // can be read alone
  double shared = 0;   // share of its words that other wordings have

  // True where it is the better title of two.
  bool beats(const Title& other) const {
    return std::tuple(alone, shared, other.words.size()) >
           std::tuple(other.alone, other.shared, words.size());
  }
};

std::set<std::string_view> forms_of(std::span<const Token> tokens) {
  std::set<std::string_view> forms;
  for (const Token& token : tokens)
    if (token.kind != TokenKind::function) forms.insert(token.form);
  return forms;
}

// By form: how many of a row's wordings have it.
using Holders = std::unordered_map<std::string_view, std::size_t>;

Holders holders_of(std::span<const std::set<std::string_view>> of_wordings) {
  Holders holders;
  for (const auto& forms : of_wordings)
    for (const std::string_view form : forms) ++holders[form];
  return holders;
}

// The share of the title's forms that the other wordings have, on average. `own` are those of the
// title's own wording. Counted by form: a row has as many wordings as councils, or nearly.
double shared_forms(const std::set<std::string_view>& title, const std::set<std::string_view>& own,
                    const Holders& holders, std::size_t wordings) {
  if (title.empty() || wordings < 2) return 0;
  std::size_t found = 0;
  for (const std::string_view form : title) {
    const auto held = holders.find(form);
    if (held != holders.end()) found += held->second - (own.contains(form) ? 1 : 0);
  }
  return static_cast<double>(found) / static_cast<double>(title.size() * (wordings - 1));
}

// Of the few wordings that most protocols share: a sentence of each is taken apart for it, which
// for every one of a thousand councils would take as long as the comparison.
std::string title_of(const Provision& provision, const RankedWordings& wordings,
                     const Inputs& inputs) {
  constexpr std::size_t most_tried = 16;
  const LinkedCorpus& linked = inputs.linked;
  const auto tried =
      std::span(wordings.clauses).first(std::min(most_tried, wordings.clauses.size()));
  std::vector<std::set<std::string_view>> forms;
  for (const std::uint32_t clause : tried)
    forms.push_back(forms_of(linked.corpus.tokens[linked.corpus.clauses[clause].text]));
  const Holders holders = holders_of(forms);
  Title best;
  for (std::size_t i = 0; i < tried.size(); ++i) {
    const std::uint32_t clause = tried[i];
    const std::string sentence = stating_sentence(provision, linked, clause);
    const auto lead = linked.lead_in(clause);
    Title title;
    title.words = core({.text = sentence,
                        .lead = lead ? std::string_view(linked.text(*lead)) : std::string_view(),
                        .protocol = linked.corpus.clauses[clause].ref.protocol},
                       linked.lexicon);
    title.alone = !is_anaphoric(title.words, linked.lexicon);
    title.shared =
        shared_forms(forms_of(linked.lexicon.tokens(title.words)), forms[i], holders, forms.size());
    if (best.words.empty() || title.beats(best)) best = std::move(title);
  }
  return best.words;
}

// Calls use(certainty, range of a's statement, of b's) for all that two clauses, a before b, differ
// in: as an earlier comparison listed it, else as it is found now.
template <typename Use>
void each_difference(const Inputs& inputs, std::uint32_t a, std::uint32_t b,
                     const WordingLink* link, const Use& use) {
  const ClauseRef one = inputs.linked.corpus.clauses[a].ref;
  const ClauseRef other = inputs.linked.corpus.clauses[b].ref;
  const bool listed = link != nullptr && !inputs.linked.copies(one.protocol, other.protocol);
  const auto* const kept = listed ? inputs.kept({one.protocol, other.protocol}) : nullptr;
  if (kept == nullptr) {
    for (const auto& [difference, because] : inputs.differences.between(a, b, link))
      use(difference.certainty, difference.a.range, difference.b.range);
    return;
  }
  const auto clauses = [](const Divergence& each) { return std::pair(each.a, each.b); };
  const std::pair asked(one, other);
  auto each = std::ranges::lower_bound(*kept, asked, std::less{}, clauses);
  for (; each != kept->end() && clauses(*each) == asked; ++each)
    use(each->certainty, each->a_statement.range, each->b_statement.range);
}

// How surely two clauses differ in what both say of the provision.
std::optional<Certainty> differing(const Provision& provision, const Inputs& inputs,
                                   std::uint32_t clause, std::uint32_t leading,
                                   const WordingLink* link) {
  const auto [a, b] = std::minmax(clause, leading);  // as the lists have it
  const syntax::Range of_a = passage_of(provision, inputs.linked, a);
  const syntax::Range of_b = passage_of(provision, inputs.linked, b);
  std::optional<Certainty> surest;
  each_difference(inputs, a, b, link,
                  [&](Certainty certainty, syntax::Range in_a, syntax::Range in_b) {
                    if (certainty == Certainty::possible) return;
                    if (language::overlap(in_a, of_a) && language::overlap(in_b, of_b))
                      surest = std::max(surest, std::optional(certainty));
                  });
  return surest;
}

// True where two clauses can be told to differ in effect: they are linked or, where their councils
// were not compared, have nearly the same words. Clauses that only third clauses bring together say
// nothing of each other.
bool comparable(const LinkedCorpus& linked, std::uint32_t a, std::uint32_t b,
                const WordingLink* link) {
  const Wording& x = linked.corpus.wordings[a];
  const Wording& y = linked.corpus.wordings[b];
  if (link != nullptr || a == b) return true;
  return !linked.matched(x.protocol, y.protocol) && x.protocol != y.protocol &&
         overlap(linked.corpus, x, y).dice >= nearly_the_same;
}

State state_of(const Provision& provision, const Inputs& inputs, std::uint32_t clause,
               std::uint32_t leading) {
  const LinkedCorpus& linked = inputs.linked;
  const std::uint32_t a = linked.wording(clause);
  const std::uint32_t b = linked.wording(leading);
  const WordingLink* link = linked.link_between(a, b);
  const bool told = comparable(linked, a, b, link);
  const bool partial = std::ranges::binary_search(provision.partial, a);
  const auto differs = told ? differing(provision, inputs, clause, leading, link) : std::nullopt;
  if (differs) return differs == Certainty::certain ? State::differs : State::may_differ;
  switch (relation(linked.corpus, clause, leading)) {
    case Relation::identical:
      return State::same;
    case Relation::vocabulary:
      return State::vocabulary;
    case Relation::reworded:
      return partial && !told ? State::part : State::reworded;
    default:
      return State::part;
  }
}

// The wordings whose clauses have the row's leading one.
std::set<std::uint32_t> leading_wordings(std::span<const std::uint32_t> clauses,
                                         const RankedWordings& ranked, const LinkedCorpus& linked) {
  std::set<std::uint32_t> leading;
  for (const std::uint32_t clause : clauses) {
    if (ranked.rank_of.at(linked.corpus.clauses[clause].role_layer) == 0)
      leading.insert(linked.wording(clause));
  }
  return leading;
}

Basis basis_of(const Provision& provision, std::uint32_t wording,
               const std::set<std::uint32_t>& leading, const LinkedCorpus& linked) {
  if (leading.contains(wording)) return Basis::leading;
  Basis basis = provision.known ? Basis::provision : Basis::others;
  for (const std::uint32_t i : linked.index.links_of[wording]) {
    const std::uint32_t other = linked.links[i].partner_of(wording);
    if (leading.contains(other)) return Basis::link;
    if (provision.has(other)) basis = Basis::others;
  }
  return basis;
}

// The words for what the leading wording is where no other council has it.
void set_base(std::vector<Cell>& cells, std::uint32_t leading_protocols) {
  if (leading_protocols > 1) return;
  for (Cell& cell : cells) {
    for (Entry& entry : cell.entries)
      if (entry.state == State::same) entry.state = State::base;
    if (cell.state == State::same) cell.state = State::base;
  }
}

std::vector<Cell> cells_of(const Provision& provision, std::span<const std::uint32_t> clauses,
                           const RankedWordings& wordings, const Inputs& inputs) {
  const LinkedCorpus& linked = inputs.linked;
  std::vector<Cell> cells;
  const std::set<std::uint32_t> leaders = leading_wordings(clauses, wordings, linked);
  std::map<std::uint32_t, State> states;  // by text: the same words have the same state
  std::uint32_t leading = 0;              // protocols that print the leading wording
  for (const std::uint32_t i : clauses) {
    const CorpusClause& clause = linked.corpus.clauses[i];
    if (cells.empty() || cells.back().protocol != clause.ref.protocol) {
      cells.push_back({clause.ref.protocol, State::base, {}, {}});
    }
    const auto [known, added] = states.try_emplace(clause.text, State::same);
    if (added) known->second = state_of(provision, inputs, i, wordings.clauses.front());
    Cell& cell = cells.back();
    const bool again = std::ranges::any_of(
        cell.entries, [](const Entry& entry) { return entry.state == State::same; });
    if (known->second == State::same && !again) ++leading;
    cell.entries.push_back({.clause = clause.ref,
                            .state = known->second,
                            .wording = wordings.rank_of.at(clause.role_layer),
                            .passage = passage_of(provision, linked, i),
                            .basis = basis_of(provision, clause.wording, leaders, linked)});
    cell.state = std::max(cell.state, known->second);
  }
  set_base(cells, leading);
  return cells;
}

// The clauses that are linked to one of the row's for another point, in a cell of their council.
void add_other_points(const Provision& provision, const LinkedCorpus& linked,
                      std::vector<Cell>& cells) {
  for (const std::uint32_t wording : provision.on_other_points) {
    if (provision.has(wording)) continue;
    for (const std::uint32_t clause : linked.corpus.wordings[wording].clauses) {
      const ClauseRef ref = linked.corpus.clauses[clause].ref;
      auto place = std::ranges::lower_bound(cells, ref.protocol, {}, &Cell::protocol);
      if (place == cells.end() || place->protocol != ref.protocol)
        place = cells.insert(place, {ref.protocol, State::other_point, {}, {}});
      place->refers.push_back(ref);
    }
  }
}

// The place of a topic in the register; topics.size() for none.
std::size_t place_of(const std::string& topic, std::span<const syntax::Topic> topics) {
  const auto at = std::ranges::find(topics, topic, &syntax::Topic::id);
  return static_cast<std::size_t>(at - topics.begin());
}

// The topic that most of the clauses have, as an index; of equals, the earlier in the register;
// topics.size() where most have none.
std::size_t topic_of(std::span<const std::uint32_t> clauses, const Inputs& inputs) {
  std::vector<std::size_t> counts(inputs.topics.size() + 1);
  for (const std::uint32_t clause : clauses) {
    const ClauseRef ref = inputs.linked.corpus.clauses[clause].ref;
    ++counts[place_of(inputs.protocols[ref.protocol].topic(ref.clause), inputs.topics)];
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

// A row with what it is sorted by.
struct PlacedRow {
  Row row;
  std::size_t topic = 0;
  double place = 0;
};

// What the register says of the provision, where it has it; else what its clauses say.
void name_row(Row& row, const Provision& provision, const RankedWordings& wordings,
              std::span<const std::uint32_t> clauses, const Inputs& inputs) {
  row.provisional = !provision.known;
  if (provision.known) {
    const syntax::Provision& known = inputs.known[*provision.known];
    row.id = known.id;
    row.title = known.title;
    row.question = known.question;
    return;
  }
  const std::uint32_t founding = founding_clause(clauses, inputs.protocols, inputs.linked.corpus);
  row.id = id_of_words(stating_sentence(provision, inputs.linked, founding), inputs.linked);
  row.title = title_of(provision, wordings, inputs);
}

PlacedRow make_row(const Provision& provision, const Inputs& inputs) {
  const LinkedCorpus& linked = inputs.linked;
  const std::vector<std::uint32_t> clauses = clauses_stating(provision, linked.corpus);
  const RankedWordings wordings = rank_wordings(provision, clauses, linked);
  PlacedRow made;
  name_row(made.row, provision, wordings, clauses, inputs);
  made.topic = provision.known ? place_of(inputs.known[*provision.known].topic, inputs.topics)
                               : inputs.topics.size();
  if (made.topic == inputs.topics.size()) made.topic = topic_of(clauses, inputs);
  if (made.topic < inputs.topics.size()) made.row.topic = inputs.topics[made.topic].id;
  made.row.cells = cells_of(provision, clauses, wordings, inputs);
  add_other_points(provision, linked, made.row.cells);
  made.row.wordings = static_cast<std::uint32_t>(wordings.clauses.size());
  made.place = mean_place(clauses, linked);
  return made;
}

std::vector<PlacedRow> make_all(std::span<const Provision> provisions, const Inputs& inputs,
                                Progress* progress) {
  step(progress, "comparing provisions", provisions.size());
  std::vector<PlacedRow> made(provisions.size());
  tbb::parallel_for(std::size_t{0}, provisions.size(), [&](std::size_t i) {
    made[i] = make_row(provisions[i], inputs);
    advance(progress);
  });
  return made;
}

// By lead-in (index of a clause): the rows in which its items stand, as indices, sorted.
using RowsOfItems = std::map<std::uint32_t, std::set<std::size_t>>;

RowsOfItems rows_of_items(std::span<const PlacedRow> rows, const Inputs& inputs) {
  RowsOfItems found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const Cell& cell : rows[i].row.cells) {
      for (const Entry& entry : cell.entries) {
        const auto lead = inputs.linked.lead_in(*inputs.linked.clause(entry.clause));
        if (lead) found[*lead].insert(i);
      }
    }
  }
  return found;
}

// Sets a lead-in before its items in the row, with what is said of the first of them.
void set_before_items(std::uint32_t lead_in, const Inputs& inputs, Row& row) {
  const ClauseRef ref = inputs.linked.corpus.clauses[lead_in].ref;
  for (Cell& cell : row.cells) {
    const auto item = std::ranges::find_if(cell.entries, [&](const Entry& entry) {
      return inputs.linked.lead_in(*inputs.linked.clause(entry.clause)) == lead_in;
    });
    if (item == cell.entries.end()) continue;
    const Entry before{
        .clause = ref, .state = item->state, .wording = item->wording, .lead_in = true};
    cell.entries.insert(item, before);
    return;
  }
}

// The row in which most of the lead-ins have items, and which of them; of equals, the first.
std::pair<std::size_t, std::set<std::uint32_t>> common_row(std::span<const std::uint32_t> lead_ins,
                                                           const RowsOfItems& rows) {
  std::map<std::size_t, std::set<std::uint32_t>> by_row;
  for (const std::uint32_t lead_in : lead_ins) {
    const auto items = rows.find(lead_in);
    if (items == rows.end()) continue;
    for (const std::size_t row : items->second) by_row[row].insert(lead_in);
  }
  std::pair<std::size_t, std::set<std::uint32_t>> best;
  for (auto& [row, leading] : by_row)
    if (leading.size() > best.second.size()) best = {row, std::move(leading)};
  return best;
}

// Lead-ins that are linked are no row of their own: they stand with their items, in the row in
// which most of them have one. Where two linked ones have no item in one row, they are left out.
void place_lead_ins(std::span<const Provision> lead_ins, const Inputs& inputs,
                    std::vector<PlacedRow>& rows) {
  const RowsOfItems of_items = rows_of_items(rows, inputs);
  for (const Provision& each : lead_ins) {
    std::vector<std::uint32_t> open = clauses_stating(each, inputs.linked.corpus);
    while (open.size() > 1) {
      const auto [row, leading] = common_row(open, of_items);
      if (leading.size() < 2) break;
      for (const std::uint32_t lead_in : leading) set_before_items(lead_in, inputs, rows[row].row);
      std::erase_if(open,
                    [&first = leading](std::uint32_t clause) { return first.contains(clause); });
    }
  }
}

// Sets a cell for each excerpt of which a row says nothing else.
void add_excerpts(std::span<const passes::Protocol> protocols, std::span<Row> rows) {
  for (std::uint32_t i = 0; i < protocols.size(); ++i) {
    if (!protocols[i].metadata().excerpt) continue;
    for (Row& row : rows) {
      const auto place = std::ranges::lower_bound(row.cells, i, {}, &Cell::protocol);
      if (place == row.cells.end() || place->protocol != i)
        row.cells.insert(place, {i, State::not_in_excerpt, {}, {}});
    }
  }
}

// Where two founding clauses say the same, the later row's id gets a number.
void tell_apart(std::vector<PlacedRow>& rows) {
  std::map<std::string, int> uses;
  for (PlacedRow& each : rows) {
    const int use = ++uses[each.row.id];
    if (use > 1) each.row.id += fmt::format("-{}", use);
  }
}

// The provisions that are rows, and those of lead-ins alone, whose items are.
struct Sorted {
  std::vector<Provision> provisions;
  std::vector<Provision> lead_ins;
};

// True where linked wordings of the provision are told to differ in effect.
bool differ(const Provision& provision, const Inputs& inputs) {
  const LinkedCorpus& linked = inputs.linked;
  for (const std::uint32_t wording : provision.wordings) {
    for (const std::uint32_t i : linked.index.links_of[wording]) {
      const WordingLink& link = linked.links[i];
      if (wording != link.a || !provision.has(link.b)) continue;
      const auto [a, b] = std::minmax(linked.corpus.wordings[link.a].clauses.front(),
                                      linked.corpus.wordings[link.b].clauses.front());
      const auto told = [](const DecidedDifference& each) {
        return each.difference.certainty != Certainty::possible;
      };
      if (std::ranges::any_of(inputs.differences.between(a, b, &link), told)) return true;
    }
  }
  return false;
}

// True for what a text says of itself alone: it is no provision, though texts say it alike. Where
// they say it so that the effect may differ, a reader has to see it.
bool only_points(const Provision& provision, std::span<const std::uint32_t> clauses,
                 const Inputs& inputs) {
  const auto every = [&](bool (*test)(const LinkedCorpus&, std::uint32_t)) {
    return std::ranges::all_of(clauses,
                               [&](std::uint32_t clause) { return test(inputs.linked, clause); });
  };
  return every(compare::only_points) && (every(only_records) || !differ(provision, inputs));
}

// Leaves out what states nothing and is linked with nothing, and what says of the text alone.
Sorted sort_out(std::vector<Provision> all, const Inputs& inputs) {
  Sorted sorted;
  for (Provision& each : all) {
    const std::vector<std::uint32_t> clauses = clauses_stating(each, inputs.linked.corpus);
    const bool lead_ins = std::ranges::all_of(
        clauses, [&](std::uint32_t clause) { return inputs.stating.is_lead_in(clause); });
    const auto council = [&](auto clause) {
      return inputs.linked.corpus.clauses[clause].ref.protocol;
    };
    const bool shared = std::ranges::any_of(
        clauses, [&](auto clause) { return council(clause) != council(clauses.front()); });
    const bool linked = shared || each.wordings.size() > 1;
    const bool states =
        each.known || (linked && !only_points(each, clauses, inputs)) ||
        std::ranges::any_of(clauses, [&](auto clause) { return inputs.stating.states(clause); });
    if (lead_ins) {
      sorted.lead_ins.push_back(std::move(each));
    } else if (states) {
      sorted.provisions.push_back(std::move(each));
    }
  }
  return sorted;
}

}  // namespace

std::vector<Row> make_rows(std::span<const passes::Protocol> protocols, const LinkedCorpus& linked,
                           const DecidedDifferences& differences, const DifferencesKept& kept,
                           const syntax::Register* registers, Progress* progress) {
  static const syntax::Register empty;
  const syntax::Register& names = registers == nullptr ? empty : *registers;
  const Inputs inputs{protocols,    linked,           differences,        kept,
                      names.topics, names.provisions, {protocols, linked}};
  const Sorted sorted = sort_out(find_provisions(linked), inputs);
  std::vector<PlacedRow> made = make_all(sorted.provisions, inputs, progress);
  place_lead_ins(sorted.lead_ins, inputs, made);
  std::stable_sort(made.begin(), made.end(), [](const PlacedRow& a, const PlacedRow& b) {
    return std::tie(a.topic, a.place, a.row.title) < std::tie(b.topic, b.place, b.row.title);
  });
  tell_apart(made);
  std::vector<Row> rows;
  rows.reserve(made.size());
  for (PlacedRow& each : made) rows.push_back(std::move(each.row));
  add_elsewhere(protocols, linked, rows);
  add_excerpts(protocols, rows);
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
