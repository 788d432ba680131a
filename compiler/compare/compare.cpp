// The comparison from end to end: analysis, links, rows.
//
// A pair of wordings is a link when the scorer is sure enough of it. Every link of a clause is
// kept, not only its best: provisions are split and bundled too freely for one partner each. The
// maximum-weight matching of two councils says which links are counterparts in the plain sense, one
// clause to one; the others are parts of longer clauses or are carried by third councils, and say
// so.
#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

#include "compare/content.h"
#include "compare/match/analysis.h"
#include "compare/match/assignment.h"
#include "compare/match/model.h"
#include "compare/rows/rows.h"
#include "source/utf8.h"

namespace concord::compare {
namespace {

constexpr double sure = 0.99;                   // score of a pair of one wording in two settings
constexpr std::size_t most_matched = 40;        // protocols matched two by two
constexpr std::size_t most_segments = 6;        // passages kept of one link
constexpr double least_segment_likeness = 0.3;  // of passages beyond the best
constexpr std::size_t title_length = 80;

std::vector<SegmentLink> segment_links(const Analysis& analysis, const Pair& pair) {
  std::vector<SegmentLink> found{
      {pair.a_segment, pair.b_segment,
       static_cast<float>(std::min(pair.likeness.forward, pair.likeness.backward))}};
  const Wording& a = analysis.corpus.wordings[pair.a];
  for (std::uint32_t s = 0; s < a.segments.size() && found.size() < most_segments; ++s) {
    const auto alike = analysis.table.alike(pair.a, s);
    const auto other = std::lower_bound(
        alike.begin(), alike.end(), pair.b,
        [](const LikenessTable::Alike& x, std::uint32_t key) { return x.wording < key; });
    if (other == alike.end() || other->wording != pair.b) continue;
    if (s == pair.a_segment || other->segment == pair.b_segment) continue;
    if (other->value >= least_segment_likeness) found.push_back({s, other->segment, other->value});
  }
  std::stable_sort(found.begin() + 1, found.end(), [](const SegmentLink& x, const SegmentLink& y) {
    return x.coverage > y.coverage;
  });
  return found;
}

float sign(const Pair& pair, Sign which) {
  return pair.signs[static_cast<std::size_t>(which)];
}

bool same_words(const Analysis& analysis, const Pair& pair) {
  const Wording& a = analysis.corpus.wordings[pair.a];
  const Wording& b = analysis.corpus.wordings[pair.b];
  return a.forms == b.forms && !opposed(a.lead_bearer, b.lead_bearer);
}

// The pairs that are links, as indices, with scores of same wordings raised to `sure`.
std::vector<std::uint32_t> linked_pairs(Analysis& analysis) {
  const double threshold = trained_model().threshold;
  std::vector<std::uint32_t> linked;
  for (std::uint32_t i = 0; i < analysis.pairs.size(); ++i) {
    Pair& pair = analysis.pairs[i];
    if (same_words(analysis, pair)) pair.score = std::max(pair.score, sure);
    if (pair.score >= threshold) linked.push_back(i);
  }
  return linked;
}

// Which of the linked pairs are in the matching of two protocols that use them.
std::set<std::uint32_t> matched_pairs(const Analysis& analysis,
                                      const std::vector<std::uint32_t>& linked) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> by_protocols;
  for (const std::uint32_t i : linked) {
    for (const std::uint32_t p : analysis.corpus.wordings[analysis.pairs[i].a].protocols) {
      for (const std::uint32_t q : analysis.corpus.wordings[analysis.pairs[i].b].protocols) {
        if (p != q) by_protocols[{p, q}].push_back(i);
      }
    }
  }
  // A pair has its `a` in p and `b` in q; those of (q, p) are the same protocols the other way
  // round.
  std::set<std::uint32_t> matched;
  for (const auto& [protocols, pairs] : by_protocols) {
    const auto [p, q] = protocols;
    if (p > q && by_protocols.contains({q, p})) continue;
    std::vector<std::pair<std::uint32_t, bool>> all;
    for (const std::uint32_t i : pairs) all.emplace_back(i, false);
    if (const auto turned = by_protocols.find({q, p}); turned != by_protocols.end()) {
      for (const std::uint32_t i : turned->second) all.emplace_back(i, true);
    }
    std::sort(all.begin(), all.end());
    std::vector<Candidate> candidates;
    for (const auto& [i, turn] : all) {
      const Pair& pair = analysis.pairs[i];
      candidates.push_back({turn ? pair.b : pair.a, turn ? pair.a : pair.b, pair.score});
    }
    for (const std::uint32_t chosen : assign(candidates, 0)) matched.insert(all[chosen].first);
  }
  return matched;
}

std::vector<WordingLink> make_links(Analysis& analysis, std::size_t protocols) {
  const std::vector<std::uint32_t> linked = linked_pairs(analysis);
  std::set<std::uint32_t> matched;
  if (protocols <= most_matched) matched = matched_pairs(analysis, linked);
  std::vector<WordingLink> links(linked.size());
  tbb::parallel_for(std::size_t{0}, linked.size(), [&](std::size_t n) {
    const Pair& pair = analysis.pairs[linked[n]];
    const bool best = protocols <= most_matched ? matched.contains(linked[n])
                                                : sign(pair, Sign::clause_rank_worst) == 0;
    FoundBy found_by = FoundBy::support;
    if (same_words(analysis, pair)) {
      found_by = FoundBy::same_wording;
    } else if (best) {
      found_by = FoundBy::mutual_best;
    } else if (sign(pair, Sign::passage_rank_best) == 0) {
      found_by = FoundBy::split;
    }
    links[n] = {pair.a, pair.b, pair.score, found_by, segment_links(analysis, pair)};
  });
  return links;
}

}  // namespace

// Fills a Comparison in.
class Builder {
 public:
  Builder(std::span<const passes::Protocol> protocols, const Options& options)
      : protocols_(protocols), registers_(options.registers) {}

  Comparison build() {
    Comparison comparison;
    for (const passes::Protocol& protocol : protocols_) {
      comparison.councils_.push_back(protocol.metadata().id);
    }
    Analysis analysis = analyse(protocols_, registers_);
    std::vector<WordingLink> links = make_links(analysis, protocols_.size());
    content_ = std::make_unique<Comparison::Content>(
        Comparison::Content{std::move(analysis.lexicon),
                            std::move(analysis.corpus),
                            std::move(analysis.representatives),
                            std::move(links),
                            {},
                            {},
                            {},
                            {},
                            {},
                            {},
                            nullptr});
    index();
    comparison.rows_ = rows();
    comparison.content_ = std::move(content_);
    return comparison;
  }

 private:
  void index() {
    Comparison::Content& c = *content_;
    if (const std::size_t n = protocols_.size(); n <= most_councils_remembered) {
      c.remembered = std::make_unique<RememberedPair[]>(n * n);
    }
    const auto& clauses = c.corpus.clauses;
    c.links_of.resize(c.corpus.wordings.size());
    for (std::uint32_t i = 0; i < c.links.size(); ++i) {
      c.links_of[c.links[i].a].push_back(i);
      c.links_of[c.links[i].b].push_back(i);
    }
    c.clauses_of.resize(c.corpus.wordings.size());
    c.first_clause.assign(protocols_.size() + 1, 0);
    c.fingerprint.assign(protocols_.size(), 0);
    for (std::uint32_t i = 0; i < clauses.size(); ++i) {
      const std::uint32_t protocol = clauses[i].ref.protocol;
      c.clauses_of[c.standing_for(i)].push_back(i);
      c.first_clause[protocol + 1] = i + 1;
      c.fingerprint[protocol] =
          (c.fingerprint[protocol] ^ (clauses[i].wording + 1)) * 0x9E3779B97F4A7C15ULL;
    }
    for (std::size_t p = 1; p < c.first_clause.size(); ++p) {
      c.first_clause[p] = std::max(c.first_clause[p], c.first_clause[p - 1]);
    }
    c.rows_of.resize(clauses.size());
    if (registers_ != nullptr) {
      for (const syntax::Topic& topic : registers_->topics) c.topics.push_back(topic.id);
    }
  }

  // What a row is made of.
  struct Provision {
    std::vector<std::uint32_t> wordings;  // sorted
    std::vector<PassageRef> passages;     // that state it, sorted; empty where it is whole texts
  };

  struct Draft {
    const Provision* provision = nullptr;
    std::vector<std::uint32_t> clauses;  // indices, sorted
    Row row;
    std::size_t topic = 0;
    double place = 0;
  };

  // Every provision with the clauses that state it; provisions that are wholly part of another are
  // not told twice, and a clause that no provision of several councils has is one of its own.
  std::vector<Provision> told_once() const {
    const Comparison::Content& c = *content_;
    std::vector<Provision> all;
    for (auto& passages : provisions(c.links)) {
      std::vector<std::uint32_t> wordings;
      wordings.reserve(passages.size());
      for (const PassageRef& passage : passages) wordings.push_back(passage.wording);
      wordings.erase(std::unique(wordings.begin(), wordings.end()), wordings.end());
      all.push_back({std::move(wordings), std::move(passages)});
    }
    // Wordings that no link has, and those that several councils share without one.
    for (std::uint32_t w = 0; w < c.corpus.wordings.size(); ++w) {
      if (c.representatives.of[w] == w && c.links_of[w].empty()) all.push_back({{w}, {}});
    }
    std::sort(all.begin(), all.end(), [](const Provision& a, const Provision& b) {
      return a.wordings.size() != b.wordings.size()
                 ? a.wordings.size() > b.wordings.size()
                 : std::tie(a.wordings, a.passages) < std::tie(b.wordings, b.passages);
    });
    std::vector<std::vector<std::uint32_t>> in(c.corpus.wordings.size());  // sets of each wording
    std::vector<Provision> kept;
    for (auto& provision : all) {
      if (part_of_another(provision.wordings, in, kept)) continue;
      for (const std::uint32_t wording : provision.wordings) {
        in[wording].push_back(static_cast<std::uint32_t>(kept.size()));
      }
      kept.push_back(std::move(provision));
    }
    return kept;
  }

  static bool part_of_another(const std::vector<std::uint32_t>& set,
                              const std::vector<std::vector<std::uint32_t>>& in,
                              const std::vector<Provision>& kept) {
    const auto& of_first = in[set.front()];
    return std::any_of(of_first.begin(), of_first.end(), [&](std::uint32_t k) {
      const auto& other = kept[k].wordings;
      return std::includes(other.begin(), other.end(), set.begin(), set.end());
    });
  }

  std::vector<Row> rows() {
    const std::vector<Provision> told = told_once();
    std::vector<Draft> drafts(told.size());
    tbb::parallel_for(std::size_t{0}, told.size(), [&](std::size_t i) {
      drafts[i].provision = &told[i];
      for (const std::uint32_t wording : told[i].wordings) {
        const auto& clauses = content_->clauses_of[wording];
        drafts[i].clauses.insert(drafts[i].clauses.end(), clauses.begin(), clauses.end());
      }
      std::sort(drafts[i].clauses.begin(), drafts[i].clauses.end());
      fill(drafts[i]);
    });
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
      return std::tie(a.topic, a.place, a.row.title) < std::tie(b.topic, b.place, b.row.title);
    });
    const std::size_t width = std::max<std::size_t>(3, std::to_string(drafts.size()).size());
    std::vector<Row> rows;
    for (Draft& draft : drafts) {
      draft.row.id = fmt::format("r{:0{}}", rows.size() + 1, width);
      for (const std::uint32_t clause : draft.clauses) {
        content_->rows_of[clause].push_back(static_cast<std::uint32_t>(rows.size()));
      }
      rows.push_back(std::move(draft.row));
    }
    elsewhere(rows);
    return rows;
  }

  struct Leading {
    std::map<std::uint64_t, std::uint32_t> letters;  // role layer -> number of the wording
    std::vector<std::uint32_t> clauses;  // by number: one that has the wording as most print it
  };

  void fill(Draft& draft) const {
    const auto leading = wordings(draft);
    entries(draft, leading);
    topic(draft);
    draft.row.title = opening(stands_alone(draft, leading));
    for (const std::uint32_t clause : draft.clauses) draft.place += place(clause);
    draft.place /= static_cast<double>(draft.clauses.size());
  }

  const std::string& text(std::uint32_t clause) const {
    return content_->corpus.texts[content_->corpus.clauses[clause].text];
  }

  // The passages of the clause that state the row's provision, as a range of the draft's.
  std::span<const PassageRef> stating(const Draft& draft, std::uint32_t clause) const {
    const auto& all = draft.provision->passages;
    const std::uint32_t wording = content_->standing_for(clause);
    const auto begin = std::lower_bound(all.begin(), all.end(), PassageRef{wording, 0});
    const auto end = std::lower_bound(begin, all.end(), PassageRef{wording + 1, 0});
    return {begin, end};
  }

  // How many passages the clause has beside those that state the provision.
  std::size_t beside(const Draft& draft, std::uint32_t clause) const {
    const std::size_t stated = stating(draft, clause).size();
    const std::size_t all =
        content_->corpus.wordings[content_->standing_for(clause)].segments.size();
    return stated == 0 ? 0 : all - stated;
  }

  // The clause's words from the passage on that states the provision.
  std::string statement(const Draft& draft, std::uint32_t clause) const {
    const auto& ranges = content_->corpus.passages[content_->corpus.clauses[clause].text];
    const auto passages = stating(draft, clause);
    const std::size_t first = passages.empty() ? 0 : passages.front().segment;
    return first < ranges.size() ? text(clause).substr(ranges[first].begin) : text(clause);
  }

  // The row's statement by the leading wording or, where that cannot be read alone ("They must …"),
  // by the shortest that can.
  std::string stands_alone(const Draft& draft, const Leading& leading) const {
    const std::uint32_t* best = &leading.clauses.front();
    if (leans_on_another(statement(draft, *best))) {
      const auto words = [&](const std::uint32_t* clause) {
        return leans_on_another(statement(draft, *clause))
                   ? UINT32_MAX
                   : content_->corpus.clauses[*clause].words;
      };
      for (const std::uint32_t& clause : leading.clauses) {
        if (words(&clause) < words(best)) best = &clause;
      }
    }
    return statement(draft, *best);
  }

  // True where the words carry on from something said before them.
  bool leans_on_another(const std::string& words) const {
    static constexpr std::array<std::string_view, 15> leaning = {
        "they", "their", "he",      "she",       "it",        "its",     "this",        "these",
        "such", "but",   "however", "therefore", "similarly", "neither", "consequently"};
    const auto tokens = content_->lexicon.tokens(words.substr(0, title_length));
    return tokens.empty() ||
           std::find(leaning.begin(), leaning.end(), tokens.front().surface) != leaning.end();
  }

  // Where in its protocol the clause stands, 0 to 1.
  double place(std::uint32_t clause) const {
    const auto [begin, end] = content_->clauses(content_->corpus.clauses[clause].ref.protocol);
    return static_cast<double>(clause - begin) / static_cast<double>(end - begin);
  }

  // Numbers the wordings of a row: the one that most protocols share is the first; of equals, the
  // one that states least besides; of those, the longer, then by the words.
  Leading wordings(Draft& draft) const {
    const auto& clauses = content_->corpus.clauses;
    struct Shared {
      std::uint64_t role_layer = 0;
      std::set<std::uint32_t> protocols;
      std::map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>
          surfaces;  // count, the clause with the least text
      std::size_t beside = 0;
      std::uint32_t words = 0;
    };
    std::map<std::uint64_t, Shared> by_words;
    for (const std::uint32_t clause : draft.clauses) {
      Shared& shared = by_words[clauses[clause].role_layer];
      shared.role_layer = clauses[clause].role_layer;
      shared.protocols.insert(clauses[clause].ref.protocol);
      auto& [count, first] =
          shared.surfaces.try_emplace(clauses[clause].surface, 0, clause).first->second;
      ++count;
      if (text(clause) < text(first))
        first = clause;  // not the first council's spelling: anybody's
      shared.beside = beside(draft, clause);
      shared.words = clauses[clause].words;
    }
    std::vector<const Shared*> order;
    order.reserve(by_words.size());
    for (const auto& [key, shared] : by_words) order.push_back(&shared);
    std::stable_sort(order.begin(), order.end(), [](const Shared* a, const Shared* b) {
      return std::tuple(a->protocols.size(), b->beside, a->words) >
             std::tuple(b->protocols.size(), a->beside, b->words);
    });
    Leading leading;
    for (const Shared* shared : order) {
      leading.letters.try_emplace(shared->role_layer,
                                  static_cast<std::uint32_t>(leading.letters.size()));
    }
    for (const Shared* shared : order) {
      std::uint32_t most = 0;
      leading.clauses.push_back(0);
      for (const auto& [surface, used] : shared->surfaces) {
        if (used.first > most) std::tie(most, leading.clauses.back()) = used;
      }
    }
    draft.row.wordings = static_cast<std::uint32_t>(order.size());
    return leading;
  }

  State state(std::uint32_t clause, std::uint32_t leading) const {
    if (!differences(clause, leading).empty()) return State::differs;
    switch (content_->relation(clause, leading)) {
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

  std::vector<Difference> differences(std::uint32_t clause, std::uint32_t leading) const {
    const std::uint32_t a = content_->standing_for(clause);
    const std::uint32_t b = content_->standing_for(leading);
    const WordingLink* link = nullptr;
    for (const std::uint32_t index : content_->links_of[a]) {
      const WordingLink& found = content_->links[index];
      if ((found.a == a ? found.b : found.a) == b) link = &found;
    }
    // Clauses that only third clauses bring together say nothing of each other.
    if (link == nullptr && a != b) return {};
    return content_->differences(clause, leading, link);
  }

  void entries(Draft& draft, const Leading& leading) const {
    const auto& clauses = content_->corpus.clauses;
    std::map<std::uint32_t, State> states;  // by text: the same words have the same state
    for (const std::uint32_t clause : draft.clauses) {
      const std::uint32_t protocol = clauses[clause].ref.protocol;
      if (draft.row.cells.empty() || draft.row.cells.back().protocol != protocol) {
        draft.row.cells.push_back({protocol, State::same, {}, {}});
      }
      const auto [known, added] = states.try_emplace(clauses[clause].text, State::same);
      if (added) known->second = state(clause, leading.clauses.front());
      Cell& cell = draft.row.cells.back();
      cell.entries.push_back(
          {clauses[clause].ref, known->second, leading.letters.at(clauses[clause].role_layer)});
      cell.state = std::max(cell.state, known->second);
    }
  }

  // The topic that most of the row's clauses have; of equals, the earlier in the register.
  void topic(Draft& draft) const {
    const auto& topics = content_->topics;
    std::vector<std::size_t> votes(topics.size() + 1);
    for (const std::uint32_t clause : draft.clauses) {
      const ClauseRef ref = content_->corpus.clauses[clause].ref;
      const auto at =
          std::find(topics.begin(), topics.end(), protocols_[ref.protocol].topic(ref.clause));
      ++votes[static_cast<std::size_t>(at - topics.begin())];
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    draft.topic = static_cast<std::size_t>(best - votes.begin());
    if (draft.topic < topics.size()) draft.row.topic = topics[draft.topic];
  }

  // The first stop that ends a sentence or a part of one: a colon or semicolon, or a full stop
  // after a word of two letters or more ("e.g." has none).
  static std::size_t end_of_sentence(const std::string& text) {
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t i = text.find_first_of(".;:"); i != std::string::npos;
         i = text.find_first_of(".;:", i + 1)) {
      const bool last = i + 1 == text.size() || text[i + 1] == ' ';
      if (text[i] != '.') return i;
      if (last && i >= 2 && is_letter(text[i - 1]) && is_letter(text[i - 2])) return i;
    }
    return text.size();
  }

  // Where to cut a long title: between words, or within a word that is longer than any title.
  static std::size_t end_of_words(const std::string& title) {
    const std::size_t space = title.rfind(' ', title_length);
    if (space != std::string::npos) return space;
    return source::to_boundary(title, title_length);
  }

  // The text's first words, up to the title's length, whole, without a closing mark.
  static std::string opening(const std::string& text) {
    std::string title = text.substr(0, end_of_sentence(text));
    if (title.size() < 12) title = text;
    if (title.size() > title_length) {
      title.resize(end_of_words(title));
      title += "\u2026";
    }
    while (!title.empty() && (title.back() == ' ' || title.back() == ',')) title.pop_back();
    return title;
  }

  // A council without a clause of its own in a row may say where it deals with the matter: a
  // reference out of its protocol, in a clause on the row's topic, to something that the row's
  // words name.
  void elsewhere(std::vector<Row>& rows) const {
    struct Outward {
      ClauseRef clause;
      std::set<std::string_view> words;
    };
    std::map<std::string, std::map<std::uint32_t, std::vector<Outward>>> by_topic;
    for (std::uint32_t p = 0; p < protocols_.size(); ++p) {
      for (const passes::Reference& reference : protocols_[p].references()) {
        if (reference.kind != passes::ReferenceKind::external) continue;
        const std::string& topic = protocols_[p].topic(reference.from);
        if (topic.empty()) continue;
        by_topic[topic][p].push_back({{p, reference.from}, telling_words(reference.target)});
      }
    }
    tbb::parallel_for(std::size_t{0}, rows.size(), [&](std::size_t i) {
      const auto topic = by_topic.find(rows[i].topic);
      if (topic == by_topic.end()) return;
      const std::set<std::string_view> words = telling_words(rows[i].title);
      for (const auto& [which, outwards] : topic->second) {
        const std::uint32_t protocol = which;  // clang 14 lets no lambda have a structured binding
        if (rows[i].cell(protocol) != nullptr) continue;
        Cell cell{protocol, State::elsewhere, {}, {}};
        for (const Outward& outward : outwards) {
          const bool named =
              std::any_of(outward.words.begin(), outward.words.end(),
                          [&](std::string_view word) { return words.contains(word); });
          if (named) cell.refers.push_back(outward.clause);
        }
        std::sort(cell.refers.begin(), cell.refers.end());
        cell.refers.erase(std::unique(cell.refers.begin(), cell.refers.end()), cell.refers.end());
        if (cell.refers.empty()) continue;
        const auto place =
            std::find_if(rows[i].cells.begin(), rows[i].cells.end(),
                         [&](const Cell& other) { return other.protocol > protocol; });
        rows[i].cells.insert(place, std::move(cell));
      }
    });
  }

  std::set<std::string_view> telling_words(std::string_view text) const {
    std::set<std::string_view> words;
    for (const Token& token : content_->lexicon.tokens(text)) {
      if (token.kind != TokenKind::word) continue;
      const auto& forms = content_->corpus.forms;
      const auto place = std::lower_bound(forms.begin(), forms.end(), token.form);
      const bool rare =
          place != forms.end() && *place == token.form &&
          content_->corpus.term_weight[static_cast<std::size_t>(place - forms.begin())] >= 3;
      if (rare) words.insert(token.form);
    }
    return words;
  }

  std::span<const passes::Protocol> protocols_;
  const syntax::Register* registers_;
  std::unique_ptr<Comparison::Content> content_;
};

Comparison compare(std::span<const passes::Protocol> protocols, const Options& options) {
  tbb::task_arena arena(options.threads == 0 ? tbb::task_arena::automatic
                                             : static_cast<int>(options.threads));
  return arena.execute([&] { return Builder(protocols, options).build(); });
}

}  // namespace concord::compare
