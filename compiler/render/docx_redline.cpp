#include "render/docx_redline.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "draft/increasing.h"
#include "render/docx_blocks.h"
#include "render/docx_comments.h"
#include "render/docx_parts.h"
#include "render/docx_table.h"
#include "render/docx_text.h"
#include "syntax/bookmark.h"

namespace concord::render {
namespace {

using draft::Piece;
using view::Clause;
using view::NoteMark;
using view::Run;
using view::Runs;
using view::TrackedChange;

using Index = std::optional<std::size_t>;

// What is done to a paragraph.
enum class State : std::uint8_t { kept, inserted, deleted, moved_from, moved_to };

const char* element_of(State state) {
  switch (state) {
    case State::kept:
      return "";
    case State::inserted:
      return "w:ins";
    case State::deleted:
      return "w:del";
    case State::moved_from:
      return "w:moveFrom";
    case State::moved_to:
      return "w:moveTo";
  }
  return "";
}

// One of the two versions, as blocks one after another. Notes that nothing refers to stand last.
struct Version {
  explicit Version(const view::Page& page) : blocks(docx_blocks(page.clauses)) {
    for (const view::Footnote& note : page.footnotes) {
      notes[note.clause.id] = &note.clause;
      if (note.marks.empty()) blocks.blocks.push_back({&note.clause, "Note", {}, {}, false});
    }
    for (std::size_t i = 0; i < blocks.blocks.size(); ++i) by_id[blocks.blocks[i].clause->id] = i;
  }

  const DocxBlock& operator[](std::size_t i) const { return blocks.blocks[i]; }
  std::size_t size() const { return blocks.blocks.size(); }

  // A block of the clause with that identifier.
  Index find(const std::string& id) const {
    const auto found = by_id.find(id);
    return found == by_id.end() ? Index() : found->second;
  }

  NumberRef number(std::size_t i) const {
    return (*this)[i].numbered ? refs[*(*this)[i].numbered] : NumberRef{};
  }

  // The label that stands in the text, since no numbering gives it.
  std::string typed(std::size_t i) const {
    const DocxBlock& block = (*this)[i];
    const bool counted = block.numbered && DocxNumbering::can_count(block.clause->number);
    return counted ? "" : block.clause->number;
  }

  DocxBlocks blocks;
  std::map<std::string, std::size_t> by_id;
  std::map<std::string, const Clause*> notes;
  std::vector<NumberRef> refs;
};

// What stands in the file, one after another: a block of either version, or one of both.
struct Step {
  Index before;
  Index after;
  bool moved = false;
};

// Which block became which, and in what order both stand in one file.
class Pairing {
 public:
  Pairing(const view::Tracked& tracked, const Version& before, const Version& after,
          bool moves_as_edits)
      : before_(before), after_(after) {
    of_before_.resize(before.size());
    of_after_.resize(after.size());
    changes_before_.resize(before.size());
    changes_after_.resize(after.size());
    for (const TrackedChange& change : tracked.changes) take(change);
    settle(moves_as_edits);
  }

  Index of_before(std::size_t i) const { return of_before_[i]; }
  Index of_after(std::size_t i) const { return of_after_[i]; }
  const TrackedChange* change_before(std::size_t i) const { return changes_before_[i]; }
  const TrackedChange* change_after(std::size_t i) const { return changes_after_[i]; }

  // What goes stands before what comes.
  std::vector<Step> steps() const {
    std::vector<Step> all;
    std::size_t next = 0;
    std::vector<Step> coming;
    const auto go_to = [&](std::size_t end) {
      for (; next < end; ++next)
        all.push_back({next, of_before_[next], of_before_[next].has_value()});
      std::move(coming.begin(), coming.end(), std::back_inserter(all));
      coming.clear();
    };
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (!in_order_[i]) {
        coming.push_back({Index(), i, of_after_[i].has_value()});
        continue;
      }
      go_to(*of_after_[i]);
      all.push_back({*of_after_[i], i, false});
      next = *of_after_[i] + 1;
    }
    go_to(before_.size());
    return all;
  }

 private:
  void take(const TrackedChange& change) {
    for (const std::string& id : change.before)
      if (const Index i = before_.find(id)) changes_before_[*i] = &change;
    for (const std::string& id : change.after)
      if (const Index i = after_.find(id)) changes_after_[*i] = &change;
    if (change.before.empty() || change.after.empty()) return;
    const Index b = before_.find(change.before.front());
    const Index a = after_.find(change.after.front());
    if (!b || !a || before_[*b].clause->table.has_value() != after_[*a].clause->table.has_value())
      return;
    if (before_.typed(*b) != after_.typed(*a)) return;
    of_before_[*b] = a;
    of_after_[*a] = b;
  }

  // What did not move, as far as it keeps its order, stays; a table that moved went and came.
  void settle(bool moves_as_edits) {
    std::vector<std::size_t> places;
    std::vector<std::size_t> values;
    for (std::size_t a = 0; a < after_.size(); ++a) {
      if (!of_after_[a] || changes_after_[a]->moved) continue;
      places.push_back(a);
      values.push_back(*of_after_[a]);
    }
    in_order_.resize(after_.size());
    for (const std::size_t i : draft::longest_increasing(values)) in_order_[places[i]] = true;
    for (std::size_t a = 0; a < after_.size(); ++a) {
      if (!of_after_[a] || in_order_[a]) continue;
      if (!moves_as_edits && !after_[a].clause->table) continue;
      of_before_[*of_after_[a]].reset();
      of_after_[a].reset();
    }
  }

  const Version& before_;
  const Version& after_;
  std::vector<Index> of_before_;
  std::vector<Index> of_after_;
  std::vector<bool> in_order_;  // by block of the later version
  std::vector<const TrackedChange*> changes_before_;
  std::vector<const TrackedChange*> changes_after_;
};

// ---- the words of a clause

// A clause's runs by the bytes of its text: its words, and the marks of notes between them.
class ClauseWords {
 public:
  explicit ClauseWords(const Clause& clause) : size_(clause.text.size()) {
    std::size_t offset = 0;
    for (const Run& run : clause.runs) {
      if (run.note) {
        marks_.push_back({offset, *run.note});
        continue;
      }
      // A number that an empty link prints is none of the clause's own words.
      const bool own = std::string_view(clause.text).substr(offset).starts_with(run.text);
      placed_.push_back({offset, own ? run.text.size() : 0, &run});
      if (own) offset += run.text.size();
    }
  }

  std::size_t size() const { return size_; }

  Runs slice(std::size_t begin, std::size_t end) const {
    Runs made;
    for (const Placed& each : placed_) {
      const std::size_t from = std::max(begin, each.offset);
      const std::size_t to = std::min(end, each.offset + each.size);
      const bool between = each.size == 0 && begin <= each.offset &&
                           (each.offset < end || (each.offset == end && end == size_));
      if (from >= to && !between) continue;
      Run run = *each.run;
      if (each.size > 0) run.text = run.text.substr(from - each.offset, to - from);
      run.line_break = run.line_break && to == each.offset + each.size;
      made.push_back(std::move(run));
    }
    return made;
  }

  // The marks from the one place to before the other; at the text's end, those there too.
  std::vector<std::pair<std::size_t, NoteMark>> marks(std::size_t begin, std::size_t end) const {
    std::vector<std::pair<std::size_t, NoteMark>> found;
    for (const auto& [offset, mark] : marks_)
      if (begin <= offset && (offset < end || (begin == end && offset == end)))
        found.emplace_back(offset - begin, mark);
    return found;
  }

 private:
  struct Placed {
    std::size_t offset = 0;
    std::size_t size = 0;
    const Run* run = nullptr;
  };
  std::size_t size_;
  std::vector<Placed> placed_;
  std::vector<std::pair<std::size_t, NoteMark>> marks_;
};

// A stretch of both texts: kept where it is in both, else in one.
struct Stretch {
  Piece::Kind kind = Piece::Kind::kept;
  std::size_t before = 0;
  std::size_t after = 0;
  std::size_t size = 0;
};

// The pieces of a change as stretches of one clause of each version. What stands behind either
// clause's end (of a clause that was split or merged) is none of its words.
std::vector<Stretch> stretches(const std::vector<Piece>& pieces, std::size_t before,
                               std::size_t after) {
  std::vector<Stretch> all;
  std::size_t b = 0;
  std::size_t a = 0;
  const auto add = [&](Piece::Kind kind, std::size_t size) {
    if (size > 0) all.push_back({kind, b, a, size});
    if (kind != Piece::Kind::inserted) b += size;
    if (kind != Piece::Kind::deleted) a += size;
  };
  for (const Piece& piece : pieces) {
    const std::size_t of_before =
        piece.kind == Piece::Kind::inserted ? 0 : std::min(piece.text.size(), before - b);
    const std::size_t of_after =
        piece.kind == Piece::Kind::deleted ? 0 : std::min(piece.text.size(), after - a);
    const std::size_t both = std::min(of_before, of_after);
    add(Piece::Kind::kept, both);
    add(Piece::Kind::deleted, of_before - both);
    add(Piece::Kind::inserted, of_after - both);
  }
  return all;
}

// ---- the file

class RedlineFile {
 public:
  RedlineFile(const view::Tracked& tracked, const Templates& templates,
              const WordRedlineOptions& options)
      : tracked_(tracked),
        before_(tracked.before),
        after_(tracked.after),
        pairing_(tracked, before_, after_, options.moves_as_edits),
        parts_(tracked.after, templates, after_.blocks.column),
        text_(tracked.after, targets()),
        author_(tracked.after.council + ", " + tracked.after_name),
        date_((tracked.day.empty() ? "2000-01-01" : tracked.day) + "T00:00:00Z") {
    after_.refs = numbering_.assign(after_.blocks.numbered);
    number_before();
    text_.keep_labels();
    for (const TrackedChange& change : tracked.changes)
      if (change.before.size() == 1 && change.after.size() == 1)
        notes_.emplace(change.after.front(), &change);
  }

  std::string bytes() {
    const XmlTree tree = word_part("w:document");
    const XmlElement body = tree.root().add("w:body");
    write_cover(body);
    for (const Step& step : pairing_.steps()) write(body, step);
    // A paragraph that nothing is done to: the last one of a file cannot go.
    add_paragraph(body, "TableEnd");
    parts_.write_section(body, 0);
    parts_.add("document.xml", tree.compact_bytes(), "wordprocessingml.document.main", nullptr);
    add_footnotes();
    comments_.add_to(parts_, text_, {"Concord", "C", date_});
    return parts_.bytes(numbering_, bookmarked_);
  }

 private:
  // ---- numbers

  // As in the later version where that gives the number too, once all is rejected.
  void number_before() {
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const Index after = pairing_.of_before(i);
      if (before_[i].numbered && after)
        before_.blocks.numbered[*before_[i].numbered].keep = after_.number(*after);
    }
    before_.refs = numbering_.assign(before_.blocks.numbered);
  }

  DocxTargets targets() const {
    DocxTargets all;
    for (std::size_t i = 0; i < after_.size(); ++i) {
      DocxTarget& target = all[after_[i].clause->id];
      if (!after_[i].numbered || !after_.typed(i).empty()) continue;
      target.number = after_[i].clause->number;
      while (target.number.ends_with('.')) target.number.pop_back();
    }
    return all;
  }

  // ---- tracked changes

  XmlElement mark(const XmlElement& parent, const char* name) {
    const XmlElement made = parent.add(name);
    made.set("w:id", std::to_string(next_change_++));
    made.set("w:author", author_).set("w:date", date_);
    return made;
  }

  XmlElement range(const XmlElement& parent, const std::string& name, std::size_t move) {
    const XmlElement made = mark(parent, name.c_str());
    made.set("w:name", fmt::format("move{}", move + 1));
    return made;
  }

  // ---- what stands before the text

  void write_cover(const XmlElement& body) {
    text_.write_words(add_paragraph(body, "Council"), tracked_.after.council);
    const XmlElement title = add_paragraph(body, "Title");
    if (tracked_.before.title == tracked_.after.title) {
      text_.write_words(title, tracked_.after.title);
    } else {
      text_.write_words(mark(title, "w:del"), tracked_.before.title, {.deleted = true});
      text_.write_words(mark(title, "w:ins"), tracked_.after.title);
    }
    const XmlElement banner = add_paragraph(body, "Banner");
    text_.write_words(banner, tracked_.before_name + " \u2192 " + tracked_.after_name,
                      {.strong = true});
    text_.write_words(banner, ". " + tracked_.headline + ".");
  }

  // ---- blocks

  void write(const XmlElement& body, const Step& step) {
    const DocxBlock& block = step.after ? after_[*step.after] : before_[*step.before];
    if (block.clause->table) return write_table_of(body, step);
    if (step.before && step.after && !step.moved)
      return write_paragraph(body, State::kept, step.before, step.after);
    if (step.before && !step.after) return write_paragraph(body, State::deleted, step.before, {});
    if (step.before)  // where it stood
      return write_paragraph(body, State::moved_from, step.before, {});
    if (step.moved)
      return write_paragraph(body, State::moved_to, pairing_.of_after(*step.after), step.after);
    write_paragraph(body, State::inserted, {}, step.after);
  }

  const DocxBlock& shown(Index before, Index after) const {
    return after ? after_[*after] : before_[*before];
  }

  void write_paragraph(const XmlElement& body, State state, Index before, Index after) {
    const DocxBlock& block = shown(before, after);
    const XmlElement to = body.add("w:p");
    const XmlElement properties = to.add("w:pPr");
    const NumberRef ref = after ? after_.number(*after) : before_.number(*before);
    write_properties(properties, block, {ref, column(), false}, numbering_);
    if (state != State::kept) mark(properties.add("w:rPr"), element_of(state));
    if (state == State::kept) write_old_properties(properties, *before, *after);
    const std::size_t move = state == State::moved_from || state == State::moved_to ? *before : 0;
    const std::string end = begin_move(to, state, move);
    const std::string comment = begin_comment(to, state, before, after);
    write_number(to, state, before, after);
    if (after) {
      bookmarked(to, block.clause->id, [&] { write_words(to, state, before, after); });
    } else if (state == State::moved_from) {
      const std::size_t now = *pairing_.of_before(*before);
      write_moved_from(to, *block.clause, *after_[now].clause, pairing_.change_after(now)->pieces);
    } else {
      write_gone(to, *block.clause);
    }
    if (!comment.empty()) DocxComments::end(to, comment);
    if (!end.empty())
      body.add(state == State::moved_from ? "w:moveFromRangeEnd" : "w:moveToRangeEnd")
          .set("w:id", end);
  }

  int column() const { return after_.blocks.column; }

  void write_old_properties(const XmlElement& properties, std::size_t before, std::size_t after) {
    const DocxBlock& old = before_[before];
    const DocxBlock& now = after_[after];
    if (before_.number(before) == after_.number(after) && old.style == now.style &&
        old.indent == now.indent)
      return;
    const XmlElement change = mark(properties, "w:pPrChange");
    write_properties(change.add("w:pPr"), old, {before_.number(before), column(), false},
                     numbering_);
  }

  // The identifier of the range's end; empty for what did not move.
  std::string begin_move(const XmlElement& to, State state, std::size_t move) {
    if (state != State::moved_from && state != State::moved_to) return "";
    std::string id = std::to_string(next_change_);
    range(to, state == State::moved_from ? "w:moveFromRangeStart" : "w:moveToRangeStart", move);
    return id;
  }

  void write_number(const XmlElement& to, State state, Index before, Index after) {
    const std::string label = after ? after_.typed(*after) : before_.typed(*before);
    if (label.empty()) return;
    const XmlElement parent = state == State::kept ? to : mark(to, element_of(state));
    text_.write_typed_number(parent, label, {.deleted = state == State::deleted});
  }

  template <typename Fill>
  void bookmarked(const XmlElement& to, const std::string& id, const Fill& fill) {
    bookmarked_.push_back(id);
    text_.bookmark(to, syntax::bookmark_of(id), fill);
  }

  // ---- words

  // All of a clause that went.
  void write_gone(const XmlElement& to, const Clause& clause) {
    const ClauseWords words(clause);
    write_earlier(to, words, 0, words.size(), "w:del");
    write_lost_marks(to, words.marks(words.size(), words.size()));
  }

  // What moved from here, and what went on the way: a word deleted where it stands now would be one
  // change within another, of which LibreOffice accepts only the outer one.
  void write_moved_from(const XmlElement& to, const Clause& before, const Clause& after,
                        const std::vector<Piece>& pieces) {
    const ClauseWords words(before);
    for (const Stretch& stretch : stretches(pieces, words.size(), after.text.size())) {
      if (stretch.kind == Piece::Kind::inserted) continue;
      const bool kept = stretch.kind == Piece::Kind::kept;
      write_earlier(to, words, stretch.before, stretch.before + stretch.size,
                    kept ? "w:moveFrom" : "w:del");
    }
    write_lost_marks(to, words.marks(words.size(), words.size()));
  }

  void write_lost_marks(const XmlElement& to,
                        const std::vector<std::pair<std::size_t, NoteMark>>& marks) {
    for (const auto& [offset, note] : marks) text_.write_deleted_mark(mark(to, "w:del"), note);
  }

  // Words of the earlier version lead nowhere.
  static Runs plain(Runs runs) {
    for (Run& run : runs) run.link.reset();
    return runs;
  }

  void write_words(const XmlElement& to, State state, Index before, Index after) {
    const Clause& now = *after_[*after].clause;
    if (state == State::inserted) return write_new(to, now);
    write_pieces(to, before_clause(*before), now, pairing_.change_after(*after)->pieces,
                 state == State::moved_to);
  }

  const Clause& before_clause(std::size_t i) const { return *before_[i].clause; }

  void write_new(const XmlElement& to, const Clause& clause) {
    const ClauseWords words(clause);
    write_later(to, words, {Piece::Kind::inserted, 0, 0, words.size()});
    write_end_marks(to, nullptr, words);
  }

  void write_pieces(const XmlElement& to, const Clause& before, const Clause& after,
                    const std::vector<Piece>& pieces, bool moved) {
    const ClauseWords old(before);
    const ClauseWords now(after);
    for (const Stretch& stretch : stretches(pieces, old.size(), now.size())) {
      if (stretch.kind == Piece::Kind::kept) write_kept(to, old, now, stretch, moved);
      if (stretch.kind == Piece::Kind::inserted) write_later(to, now, stretch);
      if (stretch.kind == Piece::Kind::deleted && !moved)
        write_earlier(to, old, stretch.before, stretch.before + stretch.size, "w:del");
    }
    write_end_marks(to, moved ? nullptr : &old, now);
  }

  // Words that came, with the marks among them.
  void write_later(const XmlElement& to, const ClauseWords& words, const Stretch& stretch) {
    std::size_t at = stretch.after;
    const std::size_t end = stretch.after + stretch.size;
    const auto slice = [&](std::size_t until) {
      if (at < until)
        text_.write(mark(to, "w:ins"), words.slice(at, until), links(), {.flat = true});
      at = until;
    };
    if (stretch.size > 0)
      for (const auto& [offset, note] : words.marks(stretch.after, end)) {
        slice(stretch.after + offset);
        write_note(mark(to, "w:ins"), note);
      }
    slice(end);
  }

  // Words that went, or moved from here, with the marks among them.
  void write_earlier(const XmlElement& to, const ClauseWords& words, std::size_t at,
                     std::size_t end, const char* element) {
    const std::size_t begin = at;
    const RunLook look{.flat = true, .deleted = element == std::string_view("w:del")};
    const auto slice = [&](std::size_t until) {
      if (at < until) text_.write(mark(to, element), plain(words.slice(at, until)), links(), look);
      at = until;
    };
    if (begin < end)
      for (const auto& [offset, note] : words.marks(begin, end)) {
        slice(begin + offset);
        text_.write_deleted_mark(mark(to, "w:del"), note);
      }
    slice(end);
  }

  void write_kept(const XmlElement& to, const ClauseWords& old, const ClauseWords& now,
                  const Stretch& stretch, bool moved) {
    std::size_t at = 0;
    const auto slice = [&](std::size_t until) {
      if (at < until) {
        const Runs runs = now.slice(stretch.after + at, stretch.after + until);
        const XmlElement parent = moved ? mark(to, "w:moveTo") : to;
        text_.write(parent, runs, links(), {.flat = moved});
      }
      at = until;
    };
    const auto came = now.marks(stretch.after, stretch.after + stretch.size);
    const auto went = moved ? std::vector<std::pair<std::size_t, NoteMark>>()
                            : old.marks(stretch.before, stretch.before + stretch.size);
    for (std::size_t place = 0; place < stretch.size;) {
      place = next_mark(came, went, place, stretch.size);
      slice(place);
      write_marks_at(to, went, came, place);
      ++place;
    }
  }

  using Marks = std::vector<std::pair<std::size_t, NoteMark>>;

  static std::size_t next_mark(const Marks& a, const Marks& b, std::size_t from, std::size_t end) {
    std::size_t next = end;
    for (const Marks* marks : {&a, &b})
      for (const auto& [offset, note] : *marks)
        if (offset >= from) next = std::min(next, offset);
    return next;
  }

  void write_marks_at(const XmlElement& to, const Marks& went, const Marks& came,
                      std::size_t place) {
    for (const auto& [offset, note] : went)
      if (offset == place && !has_same(came, place, note, true))
        text_.write_deleted_mark(mark(to, "w:del"), note);
    for (const auto& [offset, note] : came) {
      if (offset != place) continue;
      write_note(has_same(went, place, note, false) ? to : mark(to, "w:ins"), note);
    }
  }

  // The marks behind the last word.
  void write_end_marks(const XmlElement& to, const ClauseWords* old, const ClauseWords& now) {
    write_marks_at(to, old == nullptr ? Marks() : old->marks(old->size(), old->size()),
                   now.marks(now.size(), now.size()), 0);
  }

  bool has_same(const Marks& marks, std::size_t place, const NoteMark& note, bool of_before) const {
    return std::any_of(marks.begin(), marks.end(), [&](const auto& other) {
      const NoteMark& before = of_before ? note : other.second;
      const NoteMark& after = of_before ? other.second : note;
      return other.first == place && before.label == after.label && is_pair(before.id, after.id);
    });
  }

  bool is_pair(const std::string& before, const std::string& after) const {
    const auto change = notes_.find(after);
    return change != notes_.end() && change->second->before.front() == before;
  }

  void write_note(const XmlElement& to, const NoteMark& note) {
    Run run;
    run.note = note;
    text_.write(to, {run}, links());
  }

  Relationships& links() { return parts_.links(); }

  // ---- tables

  static Runs later_words(const std::vector<Piece>& pieces) {
    Runs runs;
    for (const Piece& piece : pieces)
      if (piece.kind != Piece::Kind::deleted) runs.push_back(Run{.text = piece.text});
    return runs;
  }

  void write_table_of(const XmlElement& body, const Step& step) {
    const Clause& clause = *(step.after ? after_[*step.after] : before_[*step.before]).clause;
    const TrackedChange* const change =
        step.after ? pairing_.change_after(*step.after) : pairing_.change_before(*step.before);
    const bool kept = step.before && step.after;
    DocxTable table{clause.table->header, clause.table->rows, clause.label,
                    shown(step.before, step.after).indent.left};
    const bool by_cell = kept && change != nullptr && change->table;
    if (by_cell) {
      take_rows(*change->table, table);
    } else if (!kept) {
      table.states.assign(table.rows.size() + 1,
                          step.after ? RowState::inserted : RowState::deleted);
    }
    if (table.header.empty() && !table.states.empty()) table.states.erase(table.states.begin());
    write_tracked_table(body, table, by_cell ? &*change->table : nullptr,
                        step.after ? clause.id : "");
    add_paragraph(body, "TableEnd");
  }

  static RowState state_of(draft::RowChange::Fate fate) {
    if (fate == draft::RowChange::Fate::inserted) return RowState::inserted;
    return fate == draft::RowChange::Fate::deleted ? RowState::deleted : RowState::kept;
  }

  static void take_rows(const draft::TableChange& change, DocxTable& table) {
    const auto take = [&](const draft::RowChange& row, std::vector<Runs>& into) {
      for (const auto& cell : row.cells) into.push_back(later_words(cell));
      table.states.push_back(state_of(row.fate));
    };
    table.header.clear();
    table.rows.clear();
    take(change.header, table.header);
    for (const draft::RowChange& row : change.rows) take(row, table.rows.emplace_back());
  }

  void write_tracked_table(const XmlElement& body, const DocxTable& table,
                           const draft::TableChange* change, const std::string& id) {
    const auto cell = [&](const XmlElement& to, const Runs& runs, const CellPlace& at) {
      const std::size_t row = at.row + (table.header.empty() ? 1 : 0);
      const RowState state = at.row < table.states.size() ? table.states[at.row] : RowState::kept;
      const auto words = [&] {
        if (change == nullptr) return write_cell(to, runs, state);
        const auto& cells = row == 0 ? change->header.cells : change->rows[row - 1].cells;
        if (at.column < cells.size()) write_cell_pieces(to, cells[at.column]);
      };
      if (at.row + at.column > 0 || id.empty()) return words();
      bookmarked(to, id, words);
    };
    write_table(body, table, cell, [&](const XmlElement& properties, RowState state) {
      mark(properties, state == RowState::inserted ? "w:ins" : "w:del");
    });
  }

  void write_cell(const XmlElement& to, const Runs& runs, RowState state) {
    if (state == RowState::kept) return text_.write(to, runs, links());
    Runs words;
    for (const Run& run : runs)
      if (!run.note) words.push_back(run);
    if (words.empty()) return;
    const bool gone = state == RowState::deleted;
    text_.write(mark(to, gone ? "w:del" : "w:ins"), plain(words), links(),
                {.flat = true, .deleted = gone});
  }

  void write_cell_pieces(const XmlElement& to, const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces) {
      if (piece.kind == Piece::Kind::kept) text_.write_words(to, piece.text);
      if (piece.kind == Piece::Kind::inserted) text_.write_words(mark(to, "w:ins"), piece.text);
      if (piece.kind == Piece::Kind::deleted)
        text_.write_words(mark(to, "w:del"), piece.text, {.deleted = true});
    }
  }

  // ---- footnotes

  void add_footnotes() {
    const XmlTree tree = footnotes_part();
    Relationships links;
    for (std::size_t i = 0; i < text_.notes().size(); ++i) {
      const DocxNote& note = text_.notes()[i];
      const XmlElement element = tree.root().add("w:footnote").set("w:id", std::to_string(i + 1));
      const XmlElement to = add_paragraph(element, "FootnoteText");
      text_.write_words(to, note.label, {.style = "FootnoteReference"});
      text_.write_words(to, " ", {.style = "FootnoteReference"});
      write_footnote(to, note, links);
    }
    parts_.add("footnotes.xml", tree.compact_bytes(), "wordprocessingml.footnotes", "footnotes");
    parts_.add_links("footnotes.xml", links);
  }

  void write_footnote(const XmlElement& to, const DocxNote& note, Relationships& links) {
    if (note.id.starts_with('\n')) {
      const auto old = before_.notes.find(note.id.substr(1));
      if (old != before_.notes.end()) text_.write(to, plain(old->second->runs), links, {}, true);
      return;
    }
    const auto now = after_.notes.find(note.id);
    if (now == after_.notes.end()) return text_.write_words(to, note.text);
    bookmarked(to, note.id, [&] { write_note_words(to, *now->second, links); });
  }

  // With what was done to them where the mark is the same.
  void write_note_words(const XmlElement& to, const Clause& now, Relationships& links) {
    const auto change = notes_.find(now.id);
    const auto old = change == notes_.end() ? before_.notes.end()
                                            : before_.notes.find(change->second->before.front());
    if (old == before_.notes.end() || old->second->number != now.number)
      return text_.write(to, plain(now.runs), links, {}, true);
    const ClauseWords before(*old->second);
    const ClauseWords after(now);
    for (const Stretch& stretch : stretches(change->second->pieces, before.size(), after.size())) {
      const std::size_t end = stretch.after + stretch.size;
      if (stretch.kind == Piece::Kind::kept)
        text_.write(to, plain(after.slice(stretch.after, end)), links, {}, true);
      if (stretch.kind == Piece::Kind::inserted) write_later(to, after, stretch);
      if (stretch.kind == Piece::Kind::deleted)
        write_earlier(to, before, stretch.before, stretch.before + stretch.size, "w:del");
    }
  }

  // ---- comments

  // A change is told of once, where it is now.
  std::string begin_comment(const XmlElement& to, State state, Index before, Index after) {
    if (state == State::moved_from) return "";
    const TrackedChange* const change =
        after ? pairing_.change_after(*after) : pairing_.change_before(*before);
    if (change == nullptr || change->comment.empty() || !told_.insert(change).second) return "";
    return comments_.begin(to, change->comment);
  }

  const view::Tracked& tracked_;
  DocxNumbering numbering_;
  Version before_;
  Version after_;
  Pairing pairing_;
  DocxParts parts_;
  DocxText text_;
  std::string author_;
  std::string date_;
  std::map<std::string, const TrackedChange*> notes_;  // one from one, by the later clause
  std::vector<std::string> bookmarked_;
  DocxComments comments_;
  std::set<const TrackedChange*> told_;
  int next_change_ = 1;
};

}  // namespace

std::string redline_docx(const view::Tracked& tracked, const Templates& templates,
                         const WordRedlineOptions& options) {
  return RedlineFile(tracked, templates, options).bytes();
}

}  // namespace concord::render
