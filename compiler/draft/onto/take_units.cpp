// Clauses: which came, went and moved, and what changed in those that stayed.
//
// A unit of the Word file is a clause where it is paired with the unit that the clause was made of;
// a unit with no pair is new, and a clause whose unit has none went.
#include <algorithm>
#include <iterator>
#include <vector>

#include "diag/messages.h"
#include "draft/onto/takers.h"
#include "draft/table_edits.h"
#include "syntax/yaml_tree.h"

namespace concord::draft {
namespace {

using graph::Clause;
using syntax::Prose;

class UnitTaker {
 public:
  UnitTaker(const MatchedFiles& files, CollectedEdits& edits) : files_(files), edits_(edits) {}

  void run() {
    for (std::size_t a = 0; a < files_.after_units.units.size(); ++a) take_unit(a);
    open_text();
    take_deletions();
  }

 private:
  void take_unit(std::size_t a) {
    const Index b = files_.pairs.of_after[a];
    if (!b) return take_new(a);
    if (!files_.before(*b).clause) {
      if (files_.before(*b).prose.text != files_.after(a).prose.text)
        edits_.leave(files_.after(a).block->place, files_.after(a).prose.text,
                     diag::IMP028::around_text);
      return;
    }
    const Clause& clause = files_.graph[*files_.before(*b).clause];
    const Index segment = files_.segment_of_unit(*b);
    if (segment) enter({b, a, segment}, clause.key == "title");
    if (segment && files_.moved[a]) take_move(a, *segment);
    if (clause.kind == graph::Kind::table) return take_table(*b, a, clause);
    take_words(files_, clause, files_.before(*b).prose, files_.after(a).prose,
               files_.after(a).block->place, edits_);
    if (segment) take_number(*b, a, clause);
  }

  void take_move(std::size_t a, std::size_t segment) {
    if (files_.segments[segment].apart) {
      ++edits_.result.moved;
    } else {
      edits_.leave(files_.after(a).block->place, files_.after(a).prose.text, diag::IMP028::moved);
    }
  }

  // Words on the cover or behind the text, between what stands there. Those before and behind
  // everything belong to the text.
  bool is_around(std::size_t a) const {
    if (files_.after(a).around) return true;
    const auto& paired = files_.pairs.of_after;
    const auto here = paired.begin() + static_cast<std::ptrdiff_t>(a);
    const auto is_paired = [](const Index& each) { return each.has_value(); };
    const auto last = std::find_if(std::reverse_iterator(here), paired.rend(), is_paired);
    const auto next = std::find_if(here, paired.end(), is_paired);
    return last != paired.rend() && next != paired.end() && !files_.before(**last).clause &&
           !files_.before(**next).clause;
  }

  // The text opens with its title, and behind that with what came before everything.
  void enter(Entry entry, bool title) {
    if (!title) open_text();
    edits_.entries.push_back(entry);
    if (title) open_text();
    opened_ = true;
  }

  void open_text() {
    edits_.entries.insert(edits_.entries.end(), early_.begin(), early_.end());
    early_.clear();
  }

  void take_new(std::size_t a) {
    if (is_around(a))
      return edits_.leave(files_.after(a).block->place, files_.after(a).prose.text,
                          diag::IMP028::new_around_text);
    (opened_ ? edits_.entries : early_).push_back({{}, a, {}});
    ++edits_.result.inserted;
  }

  void take_deletions() {
    for (std::size_t b = 0; b < files_.before_units.units.size(); ++b) {
      const Index segment = files_.segment_of_unit(b);
      if (files_.pairs.of_before[b] || !segment) continue;
      const Segment& gone = files_.segments[*segment];
      if (!gone.apart) {
        edits_.leave({}, files_.before(b).prose.text, diag::IMP028::deleted);
        keep_behind(*segment, {b, {}, segment});
        continue;
      }
      ++edits_.result.deleted;
      edits_.deleted.insert(*segment);
      if (gone.end > gone.own_end) keep_behind(*segment, {b, {}, segment});
    }
  }

  // Behind the clause that stood before it and is still there.
  void keep_behind(std::size_t segment, Entry entry) {
    auto at = edits_.entries.begin();
    for (std::size_t i = segment; i-- > 0;) {
      const auto found = std::ranges::find(edits_.entries, Index(i), &Entry::segment);
      if (found == edits_.entries.end()) continue;
      at = std::next(found);
      break;
    }
    edits_.entries.insert(at, entry);
  }

  void take_table(std::size_t b, std::size_t a, const Clause& clause) {
    if (files_.before(b).prose.text == files_.after(a).prose.text &&
        same_shape(*files_.before(b).block, *files_.after(a).block))
      return;
    const auto patches = table_patches(files_.text, segment_of(files_.text, clause), clause,
                                       *files_.before(b).block, *files_.after(a).block);
    if (!patches)
      return edits_.leave(files_.after(a).block->place, files_.after(a).prose.text,
                          diag::IMP028::table);
    edits_.patches.insert(edits_.patches.end(), patches->begin(), patches->end());
    ++edits_.result.reworded;
  }

  void take_number(std::size_t b, std::size_t a, const Clause& clause) {
    const intake::Block& was = *files_.before(b).block;
    const intake::Block& is = *files_.after(a).block;
    const Segment& segment = files_.segments[files_.by_clause.at(clause.id)];
    const bool relevelled = is_relevelled(was, is);
    if (!relevelled && (was.label == is.label || was.bullet || is.bullet)) return;
    if (relevelled) {
      edits_.heads.insert(a);
      ++edits_.result.renumbered;
      return;
    }
    const std::string_view printed = files_.text.substr(
        clause.number_span.begin, clause.number_span.end - clause.number_span.begin);
    if (is_automatic(printed)) return;
    if (clause.number.present() && printed == clause.number.label && !is.label.empty()) {
      edits_.patches.push_back({clause.number_span.begin, clause.number_span.end, is.label});
      ++edits_.result.renumbered;
    } else if (segment.apart) {
      edits_.heads.insert(a);
      ++edits_.result.renumbered;
    }
  }

  static bool is_automatic(std::string_view printed) {
    return printed.starts_with('#') || printed.starts_with("(#");
  }

  // To another level of list or heading; a style that the file did not have says nothing of it.
  bool is_relevelled(const intake::Block& was, const intake::Block& is) const {
    if (was.style == is.style && was.heading_level == is.heading_level) return false;
    return std::ranges::any_of(files_.before_units.units, [&](const Unit& unit) {
      return unit.clause && unit.block->style == is.style;
    });
  }

  const MatchedFiles& files_;
  CollectedEdits& edits_;
  std::vector<Entry> early_;  // new ones before the first clause
  bool opened_ = false;
};

// The title stands in the front matter too, and from there on the cover.
void retitle(const MatchedFiles& files, const Clause& clause, const Prose& words,
             CollectedEdits& edits) {
  if (files.protocol.metadata().title != clause.words().text) return;
  source::Span entry = files.protocol.metadata().span("title", files.graph.file);
  while (entry.end > entry.begin && is_white(files.text[entry.end - 1])) --entry.end;
  if (entry.begin == entry.end) return;  // the heading alone gives it
  edits.patches.push_back({entry.begin, entry.end, "title: " + syntax::yaml_scalar(words.text)});
}

}  // namespace

void take_words(const MatchedFiles& files, const Clause& clause, const Prose& was, const Prose& is,
                const intake::Place& place, CollectedEdits& edits) {
  if (syntax::same_words(was, is)) return;
  const auto rewording = reword(clause.words(), was, is);
  if (!rewording) return edits.leave(place, is.text, diag::IMP028::beside_number);
  if (syntax::same_words(rewording->after, clause.words())) return;
  if (clause.key == "title") retitle(files, clause, rewording->after, edits);
  edits.reworded.emplace(clause.id, *rewording);
  ++edits.result.reworded;
}

void take_units(const MatchedFiles& files, CollectedEdits& edits) {
  UnitTaker(files, edits).run();
}

}  // namespace concord::draft
