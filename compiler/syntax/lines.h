// What can be told of a line of Markdown by its first characters, before Markdown itself is read.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace concord::syntax {

// More quote marks and list markers on one line than any text needs; those after it are not
// counted.
inline constexpr std::size_t most_markers = 100;

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;       // before the line break
  std::size_t content = 0;   // after indentation, quote marks and list markers
  std::size_t markers = 0;   // how many quote marks and list markers it opens with
  bool in_item = false;      // the last of these is a list marker
  bool blank = false;        // nothing, or quote marks alone
  bool in_code = false;      // of a fenced code block, its fences included
  bool opens_block = false;  // cannot be the continuation of a wrapped paragraph
};

std::vector<Line> lines_of(std::string_view text);

// The marks that open or close a block of code (CommonMark 0.31, 4.5); length 0: no fence.
struct Fence {
  char mark = 0;
  std::size_t length = 0;
  bool bare = false;  // nothing follows the marks

  bool opens() const { return length > 0; }
  bool closes(const Fence& open) const {
    return bare && mark == open.mark && length >= open.length;
  }
};

// Follows the fences of code from line to line.
class Fences {
 public:
  // True where the next line, of that content, is of a block of code, its fences included.
  bool take(std::string_view content);

 private:
  Fence open_;
};

// True for a line that cannot be the continuation of a wrapped paragraph.
bool opens_block(std::string_view line);

// A line without its indentation, quote marks and list markers.
std::string_view content_of(std::string_view line);

// Walks through a text from line break to line break.
class LineBreaks {
 public:
  // The text must outlive it.
  explicit LineBreaks(std::string_view text)
      : text_(text), line_feed_(find('\n', 0)), carriage_return_(find('\r', 0)) {}

  // The first from byte `at` on, or the end of the text. Asked for later and later ones, each byte
  // is looked at once.
  std::size_t next(std::size_t at);

 private:
  std::size_t find(char sign, std::size_t from) const;

  std::string_view text_;
  std::size_t line_feed_;  // the next of each
  std::size_t carriage_return_;
};

// Of the line break at byte `at`: a line feed, a return, or both.
std::size_t break_length(std::string_view text, std::size_t at);

// Without white space at its end.
std::string_view trimmed(std::string_view text);

}  // namespace concord::syntax
