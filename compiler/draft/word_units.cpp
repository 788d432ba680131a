#include "draft/word_units.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "draft/increasing.h"
#include "draft/word_edits.h"
#include "intake/draft.h"
#include "intake/own_file.h"
#include "syntax/bookmark.h"

namespace concord::draft {
namespace {

using intake::Block;
using intake::Furniture;
using intake::Reading;
using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;
using Labels = std::map<std::string, std::string, std::less<>>;
using Clauses = std::map<std::string, graph::ClauseId, std::less<>>;  // by bookmark

constexpr double surely_alike = 0.5;
constexpr double likely_alike = 0.55;

Clauses clauses_by_bookmark(const graph::ClauseGraph& graph) {
  Clauses clauses;
  for (const graph::Clause& clause : graph.clauses)
    clauses.emplace(syntax::bookmark_of(clause.key), clause.id);
  return clauses;
}

std::vector<graph::ClauseId> clauses_of(const std::vector<std::string>& bookmarks,
                                        const Clauses& clauses) {
  std::vector<graph::ClauseId> found;
  for (const std::string& name : bookmarks)
    if (const auto clause = clauses.find(name); clause != clauses.end())
      found.push_back(clause->second);
  return found;
}

bool is_of_text(const Block& block) {
  return block.furniture == Furniture::none || block.furniture == Furniture::text_box;
}

Prose words_of_table(const Block& block, const Labels& labels) {
  Prose all;
  for (const intake::Row& row : block.rows)
    for (const intake::Cell& cell : row.cells)
      for (const intake::Runs& runs : cell.paragraphs) {
        const Prose words = prose_of(runs, labels);
        intake::append(all, words, all.text.empty() || words.text.empty() ? "" : " ");
      }
  return all;
}

class NoteReader {
 public:
  NoteReader(const Reading& reading, const graph::ClauseGraph& graph, const Clauses& clauses,
             const Units* known)
      : graph_(graph), clauses_(clauses), known_(known) {
    for (const graph::Clause& clause : graph.clauses)
      if (clause.kind == graph::Kind::footnote && !clause.parent)
        labels_taken_.insert(clause.number.label);
    for (const intake::Note& note : reading.notes) read(note);
  }

  std::vector<NoteUnit> notes;
  Labels labels;  // by printed mark

 private:
  void read(const intake::Note& note) {
    NoteUnit unit{&note, {}, {}, {}};
    for (const intake::Runs& runs : note.paragraphs) unit.paragraphs.push_back(prose_of(runs, {}));
    unit.clause = clause_of(note, unit);
    unit.label = unit.clause ? graph_[*unit.clause].number.label : fresh_label(note.mark);
    labels.emplace(note.mark, unit.label);
    notes.push_back(std::move(unit));
  }

  std::optional<graph::ClauseId> clause_of(const intake::Note& note, const NoteUnit& unit) {
    for (const graph::ClauseId id : clauses_of(note.bookmarks, clauses_)) {
      const graph::Clause& clause = graph_[id];
      if (clause.kind == graph::Kind::footnote && !clause.parent && found_.insert(id).second)
        return id;
    }
    return clause_by_words(unit);
  }

  std::optional<graph::ClauseId> clause_by_words(const NoteUnit& unit) {
    if (known_ == nullptr || unit.paragraphs.empty()) return std::nullopt;
    for (const NoteUnit& other : known_->notes) {
      if (!other.clause || other.paragraphs.empty() || found_.contains(*other.clause)) continue;
      if (likeness_of(other.paragraphs.front().text, unit.paragraphs.front().text) < surely_alike)
        continue;
      found_.insert(*other.clause);
      return other.clause;
    }
    return std::nullopt;
  }

  std::string fresh_label(const std::string& mark) {
    std::string label = mark;
    for (int next = 1; label.empty() || labels_taken_.contains(label); ++next)
      label = std::to_string(next);
    labels_taken_.insert(label);
    return label;
  }

  const graph::ClauseGraph& graph_;
  const Clauses& clauses_;
  const Units* known_;
  std::set<std::string> labels_taken_;
  std::set<graph::ClauseId> found_;
};

// ---- which became which

class Pairer {
 public:
  Pairer(const std::vector<Unit>& before, const std::vector<Unit>& after)
      : before_(before), after_(after) {
    pairs_.of_before.resize(before.size());
    pairs_.of_after.resize(after.size());
  }

  UnitPairs run() {
    pair_bookmarked(1.0);
    pair_bookmarked(surely_alike);
    pair_same_words();
    pair_alike();
    pair_bookmarked(0.0);
    return std::move(pairs_);
  }

 private:
  bool free(std::size_t b, std::size_t a) const {
    return !pairs_.of_before[b] && !pairs_.of_after[a] &&
           before_[b].is_table() == after_[a].is_table();
  }

  void pair(std::size_t b, std::size_t a) {
    pairs_.of_before[b] = a;
    pairs_.of_after[a] = b;
  }

  double likeness(std::size_t b, std::size_t a) const {
    const std::string& one = before_[b].prose.text;
    const std::string& other = after_[a].prose.text;
    return one == other ? 1 : std::min(0.999, likeness_of(one, other));
  }

  // Of several paragraphs with one bookmark the likest, of those the one in place.
  void pair_bookmarked(double least) {
    std::map<graph::ClauseId, std::size_t> by_clause;
    for (std::size_t b = 0; b < before_.size(); ++b)
      if (before_[b].clause) by_clause.emplace(*before_[b].clause, b);
    std::vector<std::tuple<double, std::size_t, std::size_t>> found;  // less likeness, a, b
    for (std::size_t a = 0; a < after_.size(); ++a) {
      if (!after_[a].clause) continue;
      const auto b = by_clause.find(*after_[a].clause);
      if (b == by_clause.end() || !free(b->second, a)) continue;
      const double like = likeness(b->second, a);
      if (like >= least) found.emplace_back(-like, a, b->second);
    }
    std::ranges::sort(found);
    for (const auto& [like, a, b] : found)
      if (free(b, a)) pair(b, a);
  }

  // In the order of both; first those whose neighbour goes with the other's.
  void pair_same_words() {
    std::map<std::string_view, std::vector<std::size_t>> by_words;
    for (std::size_t b = 0; b < before_.size(); ++b)
      if (!pairs_.of_before[b]) by_words[before_[b].prose.text].push_back(b);
    for (const bool beside : {true, false}) {
      for (std::size_t a = 0; a < after_.size(); ++a) {
        const auto same = by_words.find(after_[a].prose.text);
        if (same == by_words.end()) continue;
        for (const std::size_t b : same->second) {
          if (!free(b, a) || (beside && !are_beside(b, a))) continue;
          pair(b, a);
          break;
        }
      }
    }
  }

  bool are_beside(std::size_t b, std::size_t a) const {
    if (b == 0 || a == 0) return b == a;
    return pairs_.of_after[a - 1] == b - 1;
  }

  void pair_alike() {
    std::vector<std::tuple<double, std::size_t, std::size_t>> found;
    for (std::size_t a = 0; a < after_.size(); ++a) {
      if (pairs_.of_after[a]) continue;
      for (std::size_t b = 0; b < before_.size(); ++b) {
        if (!free(b, a)) continue;
        double like = likeness(b, a);
        if (like < likely_alike - (are_beside(b, a) ? 0.1 : 0)) continue;
        found.emplace_back(-like, a, b);
      }
    }
    std::ranges::sort(found);
    for (const auto& [like, a, b] : found)
      if (free(b, a)) pair(b, a);
  }

  const std::vector<Unit>& before_;
  const std::vector<Unit>& after_;
  UnitPairs pairs_;
};

}  // namespace

Prose prose_of(const intake::Runs& runs, const Labels& labels) {
  Prose prose = intake::prose_of(runs);
  for (std::size_t at = prose.text.find('\n'); at != std::string::npos;
       at = prose.text.find('\n', at + 1)) {
    const auto place = static_cast<std::uint32_t>(at);
    prose.text[at] = ' ';
    prose.marks.push_back({{place, place}, MarkKind::line_break});
  }
  intake::squeeze(prose);
  for (Mark& mark : prose.marks) {
    if (mark.kind != MarkKind::footnote) continue;
    if (const auto label = labels.find(mark.target); label != labels.end())
      mark.target = label->second;
  }
  const auto end = static_cast<std::uint32_t>(prose.text.size());
  std::erase_if(prose.marks, [&](const Mark& mark) {
    return mark.kind == MarkKind::line_break && (mark.range.begin == 0 || mark.range.end == end);
  });
  return prose;
}

Units units_of(const Reading& reading, const graph::ClauseGraph& graph, const Units* known) {
  const Clauses clauses = clauses_by_bookmark(graph);
  NoteReader notes(reading, graph, clauses, known);
  Units all;
  for (const Block& block : reading.blocks) {
    if (!is_of_text(block)) continue;
    Unit unit{&block, {}, {}, intake::is_around_own_text(block.style)};
    unit.prose = block.kind == intake::BlockKind::table ? words_of_table(block, notes.labels)
                                                        : prose_of(block.runs, notes.labels);
    const auto found = clauses_of(block.bookmarks, clauses);
    if (!found.empty()) unit.clause = found.front();
    if (!unit.prose.empty() || unit.is_table()) all.units.push_back(std::move(unit));
  }
  all.notes = std::move(notes.notes);
  return all;
}

UnitPairs pair_units(const std::vector<Unit>& before, const std::vector<Unit>& after) {
  return Pairer(before, after).run();
}

std::vector<bool> moved_units(const UnitPairs& pairs) {
  std::vector<bool> moved(pairs.of_after.size());
  std::vector<std::size_t> paired;
  std::vector<std::size_t> places;
  for (std::size_t a = 0; a < pairs.of_after.size(); ++a) {
    if (!pairs.of_after[a]) continue;
    moved[a] = true;
    paired.push_back(a);
    places.push_back(*pairs.of_after[a]);
  }
  for (const std::size_t stayed : longest_increasing(places)) moved[paired[stayed]] = false;
  return moved;
}

}  // namespace concord::draft
