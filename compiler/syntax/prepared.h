// A text made ready for the Markdown parser: the same words, but for what that parser would lose,
// mistake or be slow over, and the way back to the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_map.h"
#include "syntax/attributes.h"
#include "syntax/edits.h"
#include "syntax/lines.h"
#include "syntax/mapped_text.h"
#include "syntax/reporter.h"

namespace concord::syntax {

// Separates a footnote's label from the mark that tells a second footnote of that label apart. No
// text holds it: control characters are cleaned away.
inline constexpr char label_separator = '\x1f';

// Stand for an opening bracket and for the "<" of "<!" and "<?" where there are too many of them
// for Markdown to look at each.
inline constexpr char held_bracket = '\x1e';
inline constexpr char held_angle = '\x1d';

// How deep lists and quotes may stand inside one another.
inline constexpr std::size_t deepest = 64;

class Prepared {
 public:
  // `body` begins at byte `body_begin` of the cleaned text.
  Prepared(const MappedText& cleaned, std::uint32_t body_begin, source::FileId file,
           Reporter& reporter);

  const std::string& text() const { return markdown_.text(); }

  // Lines that stand before the body's first: they are not of the source.
  std::size_t lines_before() const { return 2; }

  // The offset in text() of a line (from 1) and byte column (from 1), as the parser counts.
  std::uint32_t offset(int line, int column) const;
  // The line, from 1, of an offset in text().
  int line(std::uint32_t offset) const;
  // The end of a line, its line break left out.
  std::uint32_t line_end(int line) const;

  std::uint32_t origin(std::uint32_t offset) const;
  // How many bytes from there on stand for as many of the source, one for one.
  std::uint32_t even(std::uint32_t offset) const;
  source::Span span(std::uint32_t begin, std::uint32_t end) const;

  // The attributes taken out of the text, by place; offsets of the source.
  const std::vector<PlacedAttributes>& attributes() const { return attributes_; }

  // False where looking for bare addresses would take too long.
  bool find_addresses() const { return find_addresses_; }

 private:
  void take_attributes(std::string& body, const std::vector<Line>& lines, Reporter& reporter);
  void hold_brackets(std::string& body, const std::vector<Line>& lines, Reporter& reporter) const;
  void add_references_to_every_footnote(std::string_view body, const std::vector<Line>& lines);
  std::vector<Edit> mended(std::string_view body, const std::vector<Line>& lines,
                           Reporter& reporter) const;
  void add_body(std::string_view body, const std::vector<Line>& lines,
                const std::vector<Edit>& edits, Reporter& reporter);

  const MappedText& cleaned_;
  std::uint32_t body_begin_;
  source::FileId file_;
  MappedText markdown_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<PlacedAttributes> attributes_;
  bool find_addresses_ = true;
};

}  // namespace concord::syntax
