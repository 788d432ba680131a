#include "render/clause_words.h"

#include <algorithm>
#include <string_view>

namespace concord::render {

using draft::Piece;
using view::Clause;
using view::Run;
using view::Runs;

ClauseWords::ClauseWords(const Clause& clause) : size_(clause.text.size()) {
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

Runs ClauseWords::slice(std::size_t begin, std::size_t end) const {
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

NoteMarks ClauseWords::marks(std::size_t begin, std::size_t end) const {
  NoteMarks found;
  for (const auto& [offset, mark] : marks_)
    if (begin <= offset && (offset < end || (begin == end && offset == end)))
      found.emplace_back(offset - begin, mark);
  return found;
}

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

}  // namespace concord::render
