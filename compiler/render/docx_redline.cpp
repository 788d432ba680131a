#include "render/docx_redline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "render/docx_comments.h"
#include "render/docx_parts.h"
#include "render/docx_redline_blocks.h"
#include "render/docx_table.h"
#include "render/docx_text.h"
#include "render/tracked_words.h"
#include "syntax/bookmark.h"

namespace concord::render {
namespace {

using draft::Piece;
using view::Clause;
using view::Run;
using view::Runs;
using view::TrackedChange;

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
        changes_(tracked.after.council + ", " + tracked.after_name,
                 (tracked.day.empty() ? "2000-01-01" : tracked.day) + "T00:00:00Z"),
        words_(changes_, notes_, text_, parts_.links()) {
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
    comments_.add_to(parts_, text_, {"Concord", "C", changes_.date()});
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

  // ---- what stands before the text

  void write_cover(const XmlElement& body) {
    text_.write_words(add_paragraph(body, "Council"), tracked_.after.council);
    const XmlElement title = add_paragraph(body, "Title");
    if (const auto& heading = tracked_.after.heading) {
      bookmarked(title, heading->id, [&] { write_title(title); });
    } else {
      write_title(title);
    }
    const XmlElement banner = add_paragraph(body, "Banner");
    text_.write_words(banner, tracked_.before_name + " \u2192 " + tracked_.after_name,
                      {.strong = true});
    text_.write_words(banner, ". " + tracked_.headline + ".");
  }

  void write_title(const XmlElement& title) {
    if (tracked_.before.title == tracked_.after.title) {
      text_.write_words(title, tracked_.after.title);
    } else {
      text_.write_words(changes_.mark(title, "w:del"), tracked_.before.title, {.deleted = true});
      text_.write_words(changes_.mark(title, "w:ins"), tracked_.after.title);
    }
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
    if (state != State::kept) changes_.mark(properties.add("w:rPr"), element_of(state));
    if (state == State::kept) write_old_properties(properties, *before, *after);
    const std::size_t move = state == State::moved_from || state == State::moved_to ? *before : 0;
    const std::string end = begin_move(to, state, move);
    const std::string comment = begin_comment(to, state, before, after);
    write_number(to, state, before, after);
    if (after) {
      bookmarked(to, block.clause->id, [&] { write_words(to, state, before, after); });
    } else if (state == State::moved_from) {
      const std::size_t now = *pairing_.of_before(*before);
      words_.write_moved_from(to, *block.clause, *after_[now].clause,
                              pairing_.change_after(now)->pieces);
    } else {
      words_.write_gone(to, *block.clause);
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
    const XmlElement change = changes_.mark(properties, "w:pPrChange");
    write_properties(change.add("w:pPr"), old, {before_.number(before), column(), false},
                     numbering_);
  }

  // The identifier of the range's end; empty for what did not move.
  std::string begin_move(const XmlElement& to, State state, std::size_t move) {
    if (state != State::moved_from && state != State::moved_to) return "";
    std::string id = changes_.next_number();
    changes_.range(to, state == State::moved_from ? "w:moveFromRangeStart" : "w:moveToRangeStart",
                   move);
    return id;
  }

  void write_number(const XmlElement& to, State state, Index before, Index after) {
    const std::string label = after ? after_.typed(*after) : before_.typed(*before);
    if (label.empty()) return;
    const XmlElement parent = state == State::kept ? to : changes_.mark(to, element_of(state));
    text_.write_typed_number(parent, label, {.deleted = state == State::deleted});
  }

  template <typename Fill>
  void bookmarked(const XmlElement& to, const std::string& id, const Fill& fill) {
    bookmarked_.push_back(id);
    text_.bookmark(to, syntax::bookmark_of(id), fill);
  }

  // ---- words

  void write_words(const XmlElement& to, State state, Index before, Index after) {
    const Clause& now = *after_[*after].clause;
    if (state == State::inserted) return words_.write_new(to, now);
    words_.write_pieces(to, before_clause(*before), now, pairing_.change_after(*after)->pieces,
                        state == State::moved_to);
  }

  const Clause& before_clause(std::size_t i) const { return *before_[i].clause; }

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
      changes_.mark(properties, state == RowState::inserted ? "w:ins" : "w:del");
    });
  }

  void write_cell(const XmlElement& to, const Runs& runs, RowState state) {
    if (state == RowState::kept) return text_.write(to, runs, links());
    Runs words;
    for (const Run& run : runs)
      if (!run.note) words.push_back(run);
    if (words.empty()) return;
    const bool gone = state == RowState::deleted;
    text_.write(changes_.mark(to, gone ? "w:del" : "w:ins"), without_links(words), links(),
                {.flat = true, .deleted = gone});
  }

  void write_cell_pieces(const XmlElement& to, const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces) {
      if (piece.kind == Piece::Kind::kept) text_.write_words(to, piece.text);
      if (piece.kind == Piece::Kind::inserted)
        text_.write_words(changes_.mark(to, "w:ins"), piece.text);
      if (piece.kind == Piece::Kind::deleted)
        text_.write_words(changes_.mark(to, "w:del"), piece.text, {.deleted = true});
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
      if (old != before_.notes.end())
        text_.write_in_note(to, without_links(old->second->runs), links);
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
      return text_.write_in_note(to, without_links(now.runs), links);
    const ClauseWords before(*old->second);
    const ClauseWords after(now);
    for (const Stretch& stretch : stretches(change->second->pieces, before.size(), after.size())) {
      const std::size_t end = stretch.after + stretch.size;
      if (stretch.kind == Piece::Kind::kept)
        text_.write_in_note(to, without_links(after.slice(stretch.after, end)), links);
      if (stretch.kind == Piece::Kind::inserted) words_.write_later(to, after, stretch);
      if (stretch.kind == Piece::Kind::deleted)
        words_.write_earlier(to, before, stretch.before, stretch.before + stretch.size, "w:del");
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
  ChangesByClause notes_;
  ChangeMarks changes_;
  TrackedWords words_;
  std::vector<std::string> bookmarked_;
  DocxComments comments_;
  std::set<const TrackedChange*> told_;
};

}  // namespace

std::string redline_docx(const view::Tracked& tracked, const Templates& templates,
                         const WordRedlineOptions& options) {
  return RedlineFile(tracked, templates, options).bytes();
}

}  // namespace concord::render
