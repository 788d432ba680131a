// The words of a clause by their bytes, and what was done to them.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "draft/wording.h"
#include "view/model.h"

namespace concord::render {

// Marks of notes, by where they stand.
using NoteMarks = std::vector<std::pair<std::size_t, view::NoteMark>>;

// A clause's runs by the bytes of its text: its words, and the marks of notes between them. The
// clause must outlive it.
class ClauseWords {
 public:
  explicit ClauseWords(const view::Clause& clause);

  std::size_t size() const { return size_; }

  view::Runs slice(std::size_t begin, std::size_t end) const;

  // The marks from the one place to before the other, counted from the first; at the text's end,
  // those there too.
  NoteMarks marks(std::size_t begin, std::size_t end) const;
  NoteMarks end_marks() const { return marks(size_, size_); }

 private:
  struct Placed {
    std::size_t offset = 0;
    std::size_t size = 0;
    const view::Run* run = nullptr;
  };
  std::size_t size_;
  std::vector<Placed> placed_;
  NoteMarks marks_;
};

// A stretch of both texts: kept where it is in both, else in one.
struct Stretch {
  draft::Piece::Kind kind = draft::Piece::Kind::kept;
  std::size_t before = 0;
  std::size_t after = 0;
  std::size_t size = 0;
};

// The pieces of a change as stretches of one clause of each version, whose sizes are given. What
// stands behind either clause's end (of a clause that was split or merged) is none of its words.
std::vector<Stretch> stretches(const std::vector<draft::Piece>& pieces, std::size_t before,
                               std::size_t after);

}  // namespace concord::render
