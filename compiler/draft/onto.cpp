#include "draft/onto.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "diag/messages.h"
#include "draft/new_clause.h"
#include "draft/sequence.h"
#include "draft/source_segments.h"
#include "draft/table_edits.h"
#include "draft/word_edits.h"
#include "draft/word_units.h"
#include "graph/clause_graph.h"
#include "intake/draft.h"
#include "intake/wording.h"
#include "syntax/yaml_tree.h"

namespace concord::draft {
namespace {

using graph::Clause;
using graph::ClauseGraph;
using intake::Reading;
using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;

// A place in the new order of the text: a clause of the source, or a new one of the Word file; or
// what stood behind a clause that went.
struct Entry {
  Index before;   // unit of the file as it was made
  Index after;    // unit of the file that came back; none: only what stood behind the clause
  Index segment;  // of the source; none: it is new
};

std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

std::size_t breaks_in(std::string_view gap) {
  return static_cast<std::size_t>(std::ranges::count(gap, '\n'));
}

class Taker {
 public:
  Taker(const Reader& reader, const passes::Protocol& protocol, const Reading& made,
        const Reading& edited)
      : protocol_(protocol),
        graph_(protocol.graph()),
        text_(reader.sources.text(graph_.file)),
        edited_(edited),
        before_(units_of(made, graph_, nullptr)),
        after_(units_of(edited, graph_, &before_)),
        pairs_(pair_units(before_.units, after_.units)),
        moved_(moved_units(pairs_)),
        segments_(segments_of(text_, graph_)) {
    for (std::size_t i = 0; i < segments_.size(); ++i) by_clause_[segments_[i].clause] = i;
    if (text_.find("\r\n") != std::string_view::npos) line_break_ = "\r\n";
  }

  TakenEdits run() {
    result_.recognised = recognised();
    for (std::size_t a = 0; a < after_.units.size(); ++a) take_unit(a);
    take_deletions();
    take_notes();
    take_comments();
    compose();
    settle_words();
    if (!readable_) return refuse();
    follow_references();
    return std::move(result_);
  }

 private:
  void leave(const intake::Place& place, std::string_view words, std::string reason) {
    result_.unplaced.push_back({place, intake::extract(words), std::move(reason)});
  }

  TakenEdits refuse() {
    leave({}, "", diag::IMP028::read_otherwise);
    result_.text = text_;
    return std::move(result_);
  }

  double recognised() const {
    std::size_t clauses = 0;
    std::size_t found = 0;
    for (std::size_t b = 0; b < before_.units.size(); ++b) {
      if (!before(b).clause) continue;
      ++clauses;
      found += pairs_.of_before[b] ? 1 : 0;
    }
    return clauses == 0 ? 0 : static_cast<double>(found) / static_cast<double>(clauses);
  }

  // ---- units

  const Unit& before(std::size_t b) const { return before_.units[b]; }
  const Unit& after(std::size_t a) const { return after_.units[a]; }

  Index segment_of_unit(std::size_t b) const {
    if (!before(b).clause) return std::nullopt;
    const auto found = by_clause_.find(*before(b).clause);
    return found == by_clause_.end() ? Index() : found->second;
  }

  void take_unit(std::size_t a) {
    const Index b = pairs_.of_after[a];
    if (!b) return take_new(a);
    if (!before(*b).clause) {
      if (before(*b).prose.text != after(a).prose.text)
        leave(after(a).block->place, after(a).prose.text, diag::IMP028::around_text);
      return;
    }
    const Clause& clause = graph_[*before(*b).clause];
    const Index segment = segment_of_unit(*b);
    if (segment) entries_.push_back({b, a, segment});
    if (segment && moved_[a]) take_move(a, *segment);
    if (clause.kind == graph::Kind::table) return take_table(*b, a, clause);
    take_words(clause, before(*b).prose, after(a).prose, after(a).block->place);
    if (segment) take_number(*b, a, clause);
  }

  void take_move(std::size_t a, std::size_t segment) {
    if (segments_[segment].apart) {
      ++result_.moved;
    } else {
      leave(after(a).block->place, after(a).prose.text, diag::IMP028::moved);
    }
  }

  // Words on the cover, or between what stands there: what follows is around the text too, and the
  // text itself has not begun.
  bool is_around(std::size_t a) const {
    if (after(a).around) return true;
    for (std::size_t next = a + 1; next < after_.units.size(); ++next)
      if (const Index b = pairs_.of_after[next]) return !before(*b).clause && entries_.empty();
    return behind_text(a);
  }

  bool behind_text(std::size_t a) const {
    for (std::size_t last = a; last-- > 0;)
      if (const Index b = pairs_.of_after[last]) return !before(*b).clause && !entries_.empty();
    return false;
  }

  void take_new(std::size_t a) {
    if (is_around(a))
      return leave(after(a).block->place, after(a).prose.text, diag::IMP028::new_around_text);
    entries_.push_back({{}, a, {}});
    ++result_.inserted;
  }

  void take_deletions() {
    for (std::size_t b = 0; b < before_.units.size(); ++b) {
      const Index segment = segment_of_unit(b);
      if (pairs_.of_before[b] || !segment) continue;
      const Segment& gone = segments_[*segment];
      if (!gone.apart) {
        leave({}, before(b).prose.text, diag::IMP028::deleted);
        keep_behind(*segment, {b, {}, segment});
        continue;
      }
      ++result_.deleted;
      deleted_.insert(*segment);
      if (gone.end > gone.own_end) keep_behind(*segment, {b, {}, segment});
    }
  }

  // Behind the clause that stood before it and is still there.
  void keep_behind(std::size_t segment, Entry entry) {
    auto at = entries_.begin();
    for (std::size_t i = segment; i-- > 0;) {
      const auto found = std::ranges::find(entries_, Index(i), &Entry::segment);
      if (found == entries_.end()) continue;
      at = std::next(found);
      break;
    }
    entries_.insert(at, entry);
  }

  // ---- words

  WordsPlace words_place(const Clause& clause) const {
    const Segment segment = segment_of(text_, clause);
    WordsPlace place{text_, segment.words, segment.words_end};
    if (clause.kind == graph::Kind::section) place.kind = syntax::ProsePlace::heading;
    place.unnumbered = !clause.number.present();
    const std::string_view head = text_.substr(segment.begin, segment.words - segment.begin);
    const bool quoted = head.starts_with('>');
    place.indent =
        quoted ? "> " : std::string(clause.kind == graph::Kind::item ? head.size() : 0, ' ');
    return place;
  }

  void take_words(const Clause& clause, const Prose& was, const Prose& is,
                  const intake::Place& place) {
    if (is_same(was, is)) return;
    const auto rewording = reword(clause.words(), was, is);
    if (!rewording) return leave(place, is.text, diag::IMP028::beside_number);
    if (syntax::same_words(rewording->after, clause.words())) return;
    if (clause.key == "title") retitle(clause, rewording->after);
    reworded_.emplace(clause.id, *rewording);
    ++result_.reworded;
  }

  static bool is_same(const Prose& was, const Prose& is) { return syntax::same_words(was, is); }

  // The title stands in the front matter too, and from there on the cover.
  void retitle(const Clause& clause, const Prose& words) {
    if (protocol_.metadata().title != clause.words().text) return;
    source::Span entry = protocol_.metadata().span("title", graph_.file);
    while (entry.end > entry.begin && is_white(text_[entry.end - 1])) --entry.end;
    if (entry.begin == entry.end) return;  // the heading alone gives it
    patches_.push_back({entry.begin, entry.end, "title: " + syntax::yaml_scalar(words.text)});
  }

  void take_table(std::size_t b, std::size_t a, const Clause& clause) {
    if (before(b).prose.text == after(a).prose.text &&
        same_shape(*before(b).block, *after(a).block))
      return;
    const auto patches =
        table_patches(text_, segment_of(text_, clause), clause, *before(b).block, *after(a).block);
    if (!patches) return leave(after(a).block->place, after(a).prose.text, diag::IMP028::table);
    patches_.insert(patches_.end(), patches->begin(), patches->end());
    ++result_.reworded;
  }

  // ---- numbers and levels

  void take_number(std::size_t b, std::size_t a, const Clause& clause) {
    const intake::Block& was = *before(b).block;
    const intake::Block& is = *after(a).block;
    const Segment& segment = segments_[by_clause_.at(clause.id)];
    const bool relevelled = is_relevelled(was, is);
    if (!relevelled && (was.label == is.label || was.bullet || is.bullet)) return;
    if (relevelled) {
      heads_.insert(a);
      ++result_.renumbered;
      return;
    }
    const std::string_view printed =
        text_.substr(clause.number_span.begin, clause.number_span.end - clause.number_span.begin);
    if (is_automatic(printed)) return;
    if (clause.number.present() && printed == clause.number.label && !is.label.empty()) {
      patches_.push_back({clause.number_span.begin, clause.number_span.end, is.label});
      ++result_.renumbered;
    } else if (segment.apart) {
      heads_.insert(a);
      ++result_.renumbered;
    }
  }

  static bool is_automatic(std::string_view printed) {
    return printed.starts_with('#') || printed.starts_with("(#");
  }

  // To another level of list or heading; a style that the file did not have says nothing of it.
  bool is_relevelled(const intake::Block& was, const intake::Block& is) const {
    if (was.style == is.style && was.heading_level == is.heading_level) return false;
    return std::ranges::any_of(before_.units, [&](const Unit& unit) {
      return unit.clause && unit.block->style == is.style;
    });
  }

  // ---- notes

  std::vector<const Clause*> paragraphs_of(const Clause& note) const {
    std::vector<const Clause*> all{&note};
    for (const graph::ClauseId child : note.children) {
      const auto below = paragraphs_of(graph_[child]);
      all.insert(all.end(), below.begin(), below.end());
    }
    return all;
  }

  void take_notes() {
    std::set<graph::ClauseId> kept;
    for (const NoteUnit& note : after_.notes) {
      if (!note.clause) {
        add_note(note);
        continue;
      }
      kept.insert(*note.clause);
      const auto was = std::ranges::find(before_.notes, note.clause, &NoteUnit::clause);
      if (was != before_.notes.end()) take_note(*was, note);
    }
    for (const NoteUnit& note : before_.notes)
      if (note.clause && !kept.contains(*note.clause)) drop_note(graph_[*note.clause]);
  }

  void take_note(const NoteUnit& was, const NoteUnit& is) {
    const auto clauses = paragraphs_of(graph_[*is.clause]);
    if (was.paragraphs.size() != is.paragraphs.size() || clauses.size() != was.paragraphs.size()) {
      const bool same = std::ranges::equal(was.paragraphs, is.paragraphs, is_same);
      if (!same) leave(is.note->place, text_of_note(is), diag::IMP028::footnote);
      return;
    }
    for (std::size_t i = 0; i < clauses.size(); ++i)
      take_words(*clauses[i], was.paragraphs[i], is.paragraphs[i], is.note->place);
  }

  static std::string text_of_note(const NoteUnit& note) {
    std::string words;
    for (const Prose& each : note.paragraphs) words += (words.empty() ? "" : " ") + each.text;
    return words;
  }

  void add_note(const NoteUnit& note) {
    Prose words;
    for (const Prose& each : note.paragraphs)
      intake::append(words, each, words.text.empty() ? "" : " ");
    new_notes_ += fmt::format("{0}{0}[^{1}]: {2}", line_break_, note.label,
                              syntax::to_markdown(words, syntax::ProsePlace::block, false, {}));
    ++result_.inserted;
  }

  // With the blank lines before it.
  void drop_note(const Clause& note) {
    if (is_cited(note.number.label)) return;
    const auto clauses = paragraphs_of(note);
    std::uint32_t begin = segment_of(text_, note).begin;
    const std::uint32_t end = segment_of(text_, *clauses.back()).own_end;
    while (begin > 0 && is_white(text_[begin - 1])) --begin;
    patches_.push_back({begin, end, ""});
    ++result_.deleted;
  }

  bool is_cited(const std::string& label) const {
    return std::ranges::any_of(after_.units, [&](const Unit& unit) {
      return std::ranges::any_of(unit.prose.marks, [&](const Mark& mark) {
        return mark.kind == MarkKind::footnote && mark.target == label;
      });
    });
  }

  // ---- comments

  void take_comments() {
    for (const intake::Comment& comment : edited_.comments) {
      const auto unit = std::ranges::find_if(after_.units, [&](const Unit& each) {
        return each.block->place == comment.place ||
               (each.is_table() && is_within(each, comment.place));
      });
      const std::string words = note_of(comment);
      if (unit == after_.units.end() ||
          !place_comment(narrow(static_cast<std::size_t>(unit - after_.units.begin())), comment,
                         words))
        leave(comment.place, words, diag::IMP028::comment);
    }
  }

  // A table's place is its first paragraph; the next unit has one of its own.
  bool is_within(const Unit& table, const intake::Place& place) const {
    const auto next = std::next(&table);
    const bool last = next == after_.units.data() + after_.units.size();
    return table.block->place <= place && (last || place < next->block->place);
  }

  static std::string note_of(const intake::Comment& comment) {
    std::string words = comment.author.empty() ? "" : comment.author + ": ";
    words += comment.words;
    for (const std::string_view sign : {"-->", "<!--"})
      for (std::size_t at = words.find(sign); at != std::string::npos; at = words.find(sign))
        words.insert(at + 2, " ");
    return fmt::format("<!-- {} -->", words);
  }

  bool place_comment(std::size_t a, const intake::Comment& comment, const std::string& note) {
    const Index b = pairs_.of_after[a];
    if (!b) {
      const bool is_new =
          std::ranges::any_of(entries_, [&](const Entry& e) { return e.after == a; });
      if (is_new) new_comments_[a] += " " + note;
      result_.comments += is_new ? 1 : 0;
      return is_new;
    }
    if (!before(*b).clause) return false;
    const Clause& clause = graph_[*before(*b).clause];
    const Segment segment = segment_of(text_, clause);
    if (text_.substr(segment.begin, end_of(segment) - segment.begin).find(note) !=
        std::string_view::npos)
      return true;
    ++result_.comments;
    if (clause.kind == graph::Kind::table) {
      patches_.push_back({segment.own_end, segment.own_end, line_break_ + line_break_ + note});
      return true;
    }
    const auto at = inner_place(clause, after(a), comment);
    patches_.push_back(
        {at.value_or(segment.words_end), at.value_or(segment.words_end), " " + note});
    return true;
  }

  std::uint32_t end_of(const Segment& segment) const {
    const auto found = by_clause_.find(segment.clause);
    return found == by_clause_.end() ? segment.end : segments_[found->second].end;
  }

  // Behind the word of the source that the comment stands behind, where no mark is cut by it and
  // more words follow.
  std::optional<std::uint32_t> inner_place(const Clause& clause, const Unit& unit,
                                           const intake::Comment& comment) const {
    const Prose& words = clause.words();
    if (reworded_.contains(clause.id) || unit.prose.text != words.text || words.anchors.empty())
      return std::nullopt;
    std::uint32_t at = std::min(comment.at, narrow(words.text.size()));
    while (at < words.text.size() && words.text[at] != ' ') ++at;
    if (at == 0 || at >= words.text.size()) return std::nullopt;
    for (const Mark& mark : words.marks)
      if (mark.range.begin <= at && mark.range.end >= at) return std::nullopt;
    return words.span({at - 1, at}, clause.span).end;
  }

  // ---- the new text

  void add_word_patches(std::vector<Patch>& all) const {
    for (const auto& [id, rewording] : reworded_) {
      const Clause& clause = graph_[id];
      const WordsPlace place = words_place(clause);
      if (anew_.contains(id)) {
        all.push_back(rewritten(rewording, place));
        continue;
      }
      const auto found = patches(clause.words(), rewording, place);
      all.insert(all.end(), found.begin(), found.end());
    }
  }

  void add_head_patches(std::vector<Patch>& all) const {
    for (std::size_t e = 0; e < entries_.size(); ++e) {
      const Entry& entry = entries_[e];
      if (!entry.after || !entry.segment || !heads_.contains(*entry.after)) continue;
      const Segment& segment = segments_[*entry.segment];
      all.push_back({segment.begin, segment.words, head_of(e)});
    }
  }

  void compose() {
    std::vector<Patch> all = patches_;
    add_word_patches(all);
    add_head_patches(all);
    std::ranges::stable_sort(all, [](const Patch& a, const Patch& b) {
      return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    const std::uint32_t head = segments_.empty() ? narrow(text_.size()) : segments_.front().begin;
    std::string text = patched(all, 0, head);
    for (std::size_t e = 0; e < entries_.size(); ++e) {
      if (e > 0) text += gap_between(e - 1, e);
      text += text_of_entry(all, e);
    }
    const std::uint32_t tail = segments_.empty() ? head : segments_.back().end;
    std::string rest = patched(all, tail, narrow(text_.size()));
    text += new_notes_;
    result_.text = std::move(text) + rest;
  }

  std::string patched(const std::vector<Patch>& all, std::uint32_t begin, std::uint32_t end) const {
    std::string out;
    std::uint32_t done = begin;
    for (const Patch& patch : all) {
      if (patch.begin < done || patch.end > end || patch.begin < begin) continue;
      if (patch.begin == end && begin < end && patch.begin != patch.end) continue;
      out += text_.substr(done, patch.begin - done);
      out += patch.text;
      done = patch.end;
    }
    out += text_.substr(done, end - done);
    return out;
  }

  std::string text_of_entry(const std::vector<Patch>& all, std::size_t e) const {
    const Entry& entry = entries_[e];
    if (!entry.segment) return new_clause(e);
    const Segment& segment = segments_[*entry.segment];
    if (!deleted_.contains(*entry.segment)) return patched(all, segment.begin, segment.end);
    std::string behind = patched(all, segment.own_end, segment.end);
    behind.erase(0, std::min(behind.find_first_not_of("\r\n"), behind.size()));
    return behind;
  }

  // ---- new clauses

  // What the heads of new clauses are modelled on: those of the source, nearest first.
  std::vector<Model> models_around(std::size_t e) const {
    std::vector<Model> models;
    const auto add = [&](const Entry& entry) {
      if (!entry.segment || !entry.before || !entry.after) return;
      const Segment& segment = segments_[*entry.segment];
      const Clause& clause = graph_[segment.clause];
      models.push_back({before(*entry.before).block, &clause,
                        text_.substr(segment.begin, segment.words - segment.begin), segment.begin});
    };
    for (std::size_t i = e; i-- > 0;) add(entries_[i]);
    for (std::size_t i = e + 1; i < entries_.size(); ++i) add(entries_[i]);
    return models;
  }

  std::string head_of(std::size_t e) const {
    return made_clause(after(*entries_[e].after), models_around(e)).head;
  }

  std::string new_clause(std::size_t e) const {
    const Unit& unit = after(*entries_[e].after);
    std::string text = unit.is_table() ? new_table(*unit.block, line_break_)
                                       : text_of(made_clause(unit, models_around(e)));
    const auto comment = new_comments_.find(*entries_[e].after);
    if (comment == new_comments_.end()) return text;
    return text + (unit.is_table() ? line_break_ + line_break_ : "") + comment->second;
  }

  // ---- gaps

  std::string_view source_gap(std::size_t segment) const {
    return text_.substr(segments_[segment].end,
                        segments_[segment + 1].begin - segments_[segment].end);
  }

  std::string gap_between(std::size_t e, std::size_t f) const {
    const Entry& one = entries_[e];
    const Entry& other = entries_[f];
    const std::string blank = line_break_ + line_break_;
    const bool tail = (one.segment && !one.after) || (other.segment && !other.after);
    if (tail && !(one.segment && other.segment && *other.segment == *one.segment + 1)) return blank;
    if (one.segment && other.segment && *one.segment < *other.segment) {
      if (*other.segment == *one.segment + 1) return std::string(source_gap(*one.segment));
      if (all_went(*one.segment + 1, *other.segment)) {
        const std::string_view first = source_gap(*one.segment);
        const std::string_view last = source_gap(*other.segment - 1);
        return std::string(breaks_in(first) > breaks_in(last) ? first : last);
      }
    }
    const Shape shape = shape_of(e);
    const Shape next = shape_of(f);
    if (shape.quoted && next.quoted) return line_break_ + ">" + line_break_;
    return shape.item && next.item && are_tight(e, f) ? line_break_ : blank;
  }

  bool all_went(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (!deleted_.contains(i)) return false;
    return true;
  }

  struct Shape {
    bool item = false;
    bool quoted = false;
  };

  Shape shape_of(std::size_t e) const {
    const Entry& entry = entries_[e];
    if (entry.after && after(*entry.after).is_table()) return {};
    std::string head;
    if (entry.segment && !(entry.after && heads_.contains(*entry.after))) {
      const Segment& segment = segments_[*entry.segment];
      if (graph_[segment.clause].kind == graph::Kind::table) return {};
      head = text_.substr(segment.begin, segment.words - segment.begin);
    } else {
      head = head_of(e);
    }
    return {is_item_head(head), head.starts_with('>')};
  }

  // Items stand line by line unless those around them do not.
  bool are_tight(std::size_t e, std::size_t f) const {
    for (const std::size_t each : {e, f}) {
      const Index segment = entries_[each].segment;
      if (!segment) continue;
      if (are_items(*segment)) return breaks_in(source_gap(*segment)) < 2;
      if (*segment > 0 && are_items(*segment - 1)) return breaks_in(source_gap(*segment - 1)) < 2;
    }
    return true;
  }

  // The segment and the one behind it.
  bool are_items(std::size_t segment) const {
    return segment + 1 < segments_.size() && is_item(segment) && is_item(segment + 1);
  }

  bool is_item(std::size_t segment) const {
    return graph_[segments_[segment].clause].kind == graph::Kind::item;
  }

  // ---- proof

  // Where the words that are read are not those that were meant, all words of the clause are
  // written anew.
  void settle_words() {
    for (int round = 0; round < 2; ++round) {
      read_again();
      readable_ = order_.size() == clauses_meant();
      if (!anything_wrong() && readable_) return;
      if (round == 0) compose();
    }
  }

  void read_again() {
    reread_.emplace("edited", result_.text);
    order_.clear();
    for (const Segment& segment : segments_of(result_.text, reread_->graph))
      order_.push_back(segment.clause);
  }

  std::size_t clauses_meant() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        entries_, [](const Entry& entry) { return entry.after.has_value(); }));
  }

  bool anything_wrong() {
    bool wrong = false;
    std::size_t at = 0;
    for (const Entry& entry : entries_) {
      if (!entry.after) continue;
      const bool last = at >= order_.size();
      const Clause* now = last ? nullptr : &reread_->graph[order_[at]];
      ++at;
      if (!entry.segment) continue;
      const graph::ClauseId id = segments_[*entry.segment].clause;
      const auto rewording = reworded_.find(id);
      if (rewording == reworded_.end() || anew_.contains(id)) continue;
      if (now != nullptr && syntax::same_words(now->words(), rewording->second.after)) continue;
      anew_.insert(id);
      wrong = true;
    }
    return wrong;
  }

  // ---- references

  // The clause of the new text that the one of the source is.
  void find_successors() {
    std::size_t at = 0;
    for (const Entry& entry : entries_) {
      if (!entry.after) continue;
      const graph::ClauseId now = order_[at++];
      if (entry.segment) successors_[segments_[*entry.segment].clause] = now;
    }
    for (const Clause& clause : reread_->graph.clauses) {
      if (clause.kind != graph::Kind::footnote || clause.parent) continue;
      for (const Clause& was : graph_.clauses)
        if (was.kind == graph::Kind::footnote && !was.parent &&
            was.number.label == clause.number.label)
          successors_[was.id] = clause.id;
    }
  }

  void follow_references() {
    find_successors();
    std::vector<Patch> patches;
    for (const passes::Reference& reference : protocol_.references())
      if (reference.kind == passes::ReferenceKind::internal) follow(reference, patches);
    std::ranges::stable_sort(patches, {}, &Patch::begin);
    std::string text;
    std::uint32_t done = 0;
    for (const Patch& patch : patches) {
      if (patch.begin < done) continue;
      text += result_.text.substr(done, patch.begin - done) + patch.text;
      done = patch.end;
      ++result_.references;
    }
    result_.text = text + result_.text.substr(done);
  }

  const Clause* successor(graph::ClauseId id) const {
    const auto found = successors_.find(id);
    return found == successors_.end() ? nullptr : &reread_->graph[found->second];
  }

  void follow(const passes::Reference& reference, std::vector<Patch>& patches) {
    const Clause* from = successor(reference.from);
    if (from == nullptr || reference.ambiguous) return;
    for (const passes::PrintedNumber& number : reference.numbers)
      if (number.clause) follow_number(reference, number, *from, patches);
    if (reference.to && reference.target.starts_with('#')) follow_link(reference, *from, patches);
  }

  // Where the words of the range stand now; nothing where they were edited.
  std::optional<syntax::Range> range_now(const passes::Reference& reference,
                                         syntax::Range range) const {
    const auto rewording = reworded_.find(reference.from);
    if (rewording == reworded_.end()) return range;
    const auto find = [&](std::uint32_t at) -> std::optional<std::uint32_t> {
      for (const Kept& kept : rewording->second.kept)
        if (kept.source <= at && at < kept.source + kept.length)
          return kept.after + (at - kept.source);
      return std::nullopt;
    };
    const auto begin = find(range.begin);
    const auto last = find(range.end - 1);
    if (!begin || !last || *last + 1 - *begin != range.end - range.begin) return std::nullopt;
    return syntax::Range{*begin, *last + 1};
  }

  void follow_number(const passes::Reference& reference, const passes::PrintedNumber& number,
                     const Clause& from, std::vector<Patch>& patches) {
    const Clause* target = successor(*number.clause);
    const std::string& was = graph_[*number.clause].full_number;
    if (target == nullptr || target->full_number == was || number.range.begin >= number.range.end)
      return;
    const auto range = range_now(reference, number.range);
    if (!range || range->end > from.words().text.size()) return;
    const std::string printed = from.words().text.substr(range->begin, range->end - range->begin);
    const auto text = cited_anew(printed, was, target->full_number);
    if (!text || *text == printed) return;
    const source::Span span = from.words().span(*range, from.span);
    if (std::string_view(result_.text).substr(span.begin, span.end - span.begin) != printed)
      return leave({}, reference.text, fmt::format(diag::IMP028::cites, was, target->full_number));
    patches.push_back({span.begin, span.end, *text});
  }

  // "](#5.4)" behind the words of the link.
  void follow_link(const passes::Reference& reference, const Clause& from,
                   std::vector<Patch>& patches) const {
    const Clause* target = successor(*reference.to);
    const std::string was = reference.target.substr(1);
    if (target == nullptr || target->key == was) return;
    const auto range = range_now(reference, reference.range);
    if (!range || range->end > from.words().text.size()) return;
    const std::uint32_t end = from.words().span(*range, from.span).end;
    const std::string address = fmt::format("(#{})", was);
    const std::size_t at = result_.text.find(address, end);
    const std::size_t line = result_.text.find('\n', end);
    if (at == std::string::npos || at > line) return;
    const auto begin = narrow(at + 2);
    patches.push_back({begin, begin + narrow(was.size()), target->key});
  }

  const passes::Protocol& protocol_;
  const ClauseGraph& graph_;
  std::string_view text_;
  const Reading& edited_;
  Units before_;
  Units after_;
  UnitPairs pairs_;
  std::vector<bool> moved_;  // by unit after
  std::vector<Segment> segments_;
  std::map<graph::ClauseId, std::size_t> by_clause_;
  std::string line_break_ = "\n";
  std::vector<Entry> entries_;
  std::set<std::size_t> deleted_;  // segments
  std::map<graph::ClauseId, Rewording> reworded_;
  std::set<graph::ClauseId> anew_;  // of those: written as a whole
  std::set<std::size_t> heads_;     // units after whose number and bullet are written anew
  std::vector<Patch> patches_;      // all but those of words and heads
  std::map<std::size_t, std::string> new_comments_;  // by unit after
  std::string new_notes_;
  std::optional<Reread> reread_;        // the new text
  std::vector<graph::ClauseId> order_;  // its clauses by place, footnotes left out
  std::map<graph::ClauseId, graph::ClauseId> successors_;
  bool readable_ = true;
  TakenEdits result_;
};

}  // namespace

TakenEdits take_edits(const Reader& reader, const passes::Protocol& protocol, const Reading& made,
                      const Reading& edited) {
  return Taker(reader, protocol, made, edited).run();
}

std::vector<Unplaced> differences(const Reading& made, const Reading& edited,
                                  const ClauseGraph& graph) {
  const Units one = units_of(made, graph, nullptr);
  const Units other = units_of(edited, graph, &one);
  std::vector<Unplaced> found;
  const auto words = [](const Units& units) {
    std::vector<const Unit*> all;
    for (const Unit& unit : units.units)
      if (!unit.around) all.push_back(&unit);
    return all;
  };
  const auto have = words(one);
  const auto want = words(other);
  for (std::size_t i = 0; i < std::max(have.size(), want.size()); ++i) {
    const std::string is = i < have.size() ? have[i]->prose.text : "";
    const std::string meant = i < want.size() ? want[i]->prose.text : "";
    if (is == meant || intake::without_digits(is) == intake::without_digits(meant)) continue;
    const intake::Place place = i < want.size() ? want[i]->block->place : intake::Place{};
    found.push_back({place, intake::extract(meant.empty() ? is : meant),
                     meant.empty() ? diag::IMP028::only_in_source : diag::IMP028::otherwise});
    if (have.size() != want.size()) break;
  }
  return found;
}

}  // namespace concord::draft
