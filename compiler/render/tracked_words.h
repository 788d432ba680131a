// Words as tracked changes (w:ins, w:del, w:moveFrom, w:moveTo) of a Word file.
//
// Word allows no change within another, and LibreOffice accepts only the outer one: so each stretch
// of words is one change, and marks of notes, which are runs of their own, are changes between
// them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "render/clause_words.h"
#include "render/docx_text.h"
#include "view/tracked.h"

namespace concord::render {

// Who changed what stands in an element, and when; every change of a file has a number of its own.
class ChangeMarks {
 public:
  ChangeMarks(std::string author, std::string date)
      : author_(std::move(author)), date_(std::move(date)) {}

  XmlElement mark(const XmlElement& parent, const char* name);
  // The beginning of a range; the end repeats its number.
  XmlElement range(const XmlElement& parent, const char* name, std::size_t move);
  std::string next_number() const { return std::to_string(next_); }
  const std::string& date() const { return date_; }

 private:
  std::string author_;
  std::string date_;
  int next_ = 1;
};

// Changes of one clause from one, by the later clause.
using ChangesByClause = std::map<std::string, const view::TrackedChange*>;

class TrackedWords {
 public:
  // Everything is borrowed. `notes`: of footnotes.
  TrackedWords(ChangeMarks& changes, const ChangesByClause& notes, DocxText& text,
               Relationships& links)
      : changes_(changes), notes_(notes), text_(text), links_(links) {}

  // All of a clause that went.
  void write_gone(const XmlElement& to, const view::Clause& clause);
  // What moved from here, and what went on the way, which is deleted here and not where the rest
  // stands now.
  void write_moved_from(const XmlElement& to, const view::Clause& before, const view::Clause& after,
                        const std::vector<draft::Piece>& pieces);
  void write_new(const XmlElement& to, const view::Clause& clause);
  void write_pieces(const XmlElement& to, const view::Clause& before, const view::Clause& after,
                    const std::vector<draft::Piece>& pieces, bool moved);
  // Words that came, with the marks among them.
  void write_later(const XmlElement& to, const ClauseWords& words, const Stretch& stretch);
  // Words that went, or moved from here, with the marks among them.
  void write_earlier(const XmlElement& to, const ClauseWords& words, std::size_t at,
                     std::size_t end, const char* element);

 private:
  void write_lost_marks(const XmlElement& to, const NoteMarks& marks);
  void write_kept(const XmlElement& to, const ClauseWords& old, const ClauseWords& now,
                  const Stretch& stretch, bool moved);
  static std::size_t next_mark(const NoteMarks& a, const NoteMarks& b, std::size_t from,
                               std::size_t end);
  void write_marks_at(const XmlElement& to, const NoteMarks& went, const NoteMarks& came,
                      std::size_t place);
  // The marks behind the last word.
  void write_end_marks(const XmlElement& to, const ClauseWords* old, const ClauseWords& now);
  bool has_same(const NoteMarks& marks, std::size_t place, const view::NoteMark& note,
                bool of_before) const;
  bool is_pair(const std::string& before, const std::string& after) const;
  void write_note(const XmlElement& to, const view::NoteMark& note);

  ChangeMarks& changes_;
  const ChangesByClause& notes_;
  DocxText& text_;
  Relationships& links_;
};

// Words of the earlier version lead nowhere.
view::Runs without_links(view::Runs runs);

}  // namespace concord::render
