#include "render/tracked_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace concord::render {

using draft::Piece;
using view::Clause;
using view::NoteMark;
using view::Run;
using view::Runs;

Runs without_links(Runs runs) {
  for (Run& run : runs) run.link.reset();
  return runs;
}

XmlElement ChangeMarks::mark(const XmlElement& parent, const char* name) {
  const XmlElement made = parent.add(name);
  made.set("w:id", std::to_string(next_++));
  made.set("w:author", author_).set("w:date", date_);
  return made;
}

XmlElement ChangeMarks::range(const XmlElement& parent, const char* name, std::size_t move) {
  const XmlElement made = mark(parent, name);
  made.set("w:name", fmt::format("move{}", move + 1));
  return made;
}

void TrackedWords::write_gone(const XmlElement& to, const Clause& clause) {
  const ClauseWords words(clause);
  write_earlier(to, words, 0, words.size(), "w:del");
  write_lost_marks(to, words.end_marks());
}

void TrackedWords::write_moved_from(const XmlElement& to, const Clause& before, const Clause& after,
                                    const std::vector<Piece>& pieces) {
  const ClauseWords words(before);
  for (const Stretch& stretch : stretches(pieces, words.size(), after.text.size())) {
    if (stretch.kind == Piece::Kind::inserted) continue;
    const bool kept = stretch.kind == Piece::Kind::kept;
    write_earlier(to, words, stretch.before, stretch.before + stretch.size,
                  kept ? "w:moveFrom" : "w:del");
  }
  write_lost_marks(to, words.end_marks());
}

void TrackedWords::write_new(const XmlElement& to, const Clause& clause) {
  const ClauseWords words(clause);
  write_later(to, words, {Piece::Kind::inserted, 0, 0, words.size()});
  write_end_marks(to, nullptr, words);
}

void TrackedWords::write_pieces(const XmlElement& to, const Clause& before, const Clause& after,
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

void TrackedWords::write_later(const XmlElement& to, const ClauseWords& words,
                               const Stretch& stretch) {
  std::size_t at = stretch.after;
  const std::size_t end = stretch.after + stretch.size;
  const auto slice = [&](std::size_t until) {
    if (at < until)
      text_.write(changes_.mark(to, "w:ins"), words.slice(at, until), links_, {.flat = true});
    at = until;
  };
  if (stretch.size > 0)
    for (const auto& [offset, note] : words.marks(stretch.after, end)) {
      slice(stretch.after + offset);
      write_note(changes_.mark(to, "w:ins"), note);
    }
  slice(end);
}

void TrackedWords::write_earlier(const XmlElement& to, const ClauseWords& words, std::size_t at,
                                 std::size_t end, const char* element) {
  const std::size_t begin = at;
  const RunLook look{.flat = true, .deleted = element == std::string_view("w:del")};
  const auto slice = [&](std::size_t until) {
    if (at < until)
      text_.write(changes_.mark(to, element), without_links(words.slice(at, until)), links_, look);
    at = until;
  };
  if (begin < end)
    for (const auto& [offset, note] : words.marks(begin, end)) {
      slice(begin + offset);
      text_.write_deleted_mark(changes_.mark(to, "w:del"), note);
    }
  slice(end);
}

void TrackedWords::write_lost_marks(const XmlElement& to, const NoteMarks& marks) {
  for (const auto& [offset, note] : marks)
    text_.write_deleted_mark(changes_.mark(to, "w:del"), note);
}

void TrackedWords::write_kept(const XmlElement& to, const ClauseWords& old, const ClauseWords& now,
                              const Stretch& stretch, bool moved) {
  std::size_t at = 0;
  const auto slice = [&](std::size_t until) {
    if (at < until) {
      const Runs runs = now.slice(stretch.after + at, stretch.after + until);
      const XmlElement parent = moved ? changes_.mark(to, "w:moveTo") : to;
      text_.write(parent, runs, links_, {.flat = moved});
    }
    at = until;
  };
  const auto came = now.marks(stretch.after, stretch.after + stretch.size);
  const auto went = moved ? NoteMarks() : old.marks(stretch.before, stretch.before + stretch.size);
  for (std::size_t place = 0; place < stretch.size;) {
    place = next_mark(came, went, place, stretch.size);
    slice(place);
    write_marks_at(to, went, came, place);
    ++place;
  }
}

std::size_t TrackedWords::next_mark(const NoteMarks& a, const NoteMarks& b, std::size_t from,
                                    std::size_t end) {
  std::size_t next = end;
  for (const NoteMarks* marks : {&a, &b})
    for (const auto& [offset, note] : *marks)
      if (offset >= from) next = std::min(next, offset);
  return next;
}

void TrackedWords::write_marks_at(const XmlElement& to, const NoteMarks& went,
                                  const NoteMarks& came, std::size_t place) {
  for (const auto& [offset, note] : went)
    if (offset == place && !has_same(came, place, note, true))
      text_.write_deleted_mark(changes_.mark(to, "w:del"), note);
  for (const auto& [offset, note] : came) {
    if (offset != place) continue;
    write_note(has_same(went, place, note, false) ? to : changes_.mark(to, "w:ins"), note);
  }
}

void TrackedWords::write_end_marks(const XmlElement& to, const ClauseWords* old,
                                   const ClauseWords& now) {
  write_marks_at(to, old == nullptr ? NoteMarks() : old->end_marks(), now.end_marks(), 0);
}

bool TrackedWords::has_same(const NoteMarks& marks, std::size_t place, const NoteMark& note,
                            bool of_before) const {
  return std::any_of(marks.begin(), marks.end(), [&](const auto& other) {
    const NoteMark& before = of_before ? note : other.second;
    const NoteMark& after = of_before ? other.second : note;
    return other.first == place && before.label == after.label && is_pair(before.id, after.id);
  });
}

bool TrackedWords::is_pair(const std::string& before, const std::string& after) const {
  const auto change = notes_.find(after);
  return change != notes_.end() && change->second->before.front() == before;
}

void TrackedWords::write_note(const XmlElement& to, const NoteMark& note) {
  Run run;
  run.note = note;
  text_.write(to, {run}, links_);
}

}  // namespace concord::render
