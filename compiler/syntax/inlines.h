// Words with their marks, out of cmark-gfm's tree.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/document.h"
#include "syntax/prepared.h"
#include "syntax/reporter.h"

struct cmark_node;

namespace concord::syntax {

// Whether hard line breaks are, or spaces in their place.
enum class HardBreaks : std::uint8_t { kept, spaces };

class InlineReader {
 public:
  // `source`: the whole source text; `labels`: of the footnotes, by cmark's own number less one.
  // What is referred to must outlive the reader.
  InlineReader(const Prepared& prepared, std::string_view source, std::vector<std::string> labels,
               Reporter& reporter)
      : prepared_(prepared), source_(source), labels_(std::move(labels)), reporter_(reporter) {}

  // The words of a block or cell, which stand at `place` of the prepared text. Reports what in them
  // is not read: HTML, images, unsafe addresses, links that are none, marks of no footnote.
  Prose read(cmark_node* block, Range place, HardBreaks breaks);

 private:
  // The source has the very words of the text there: no escapes, no markup.
  bool stands_in_source(const Prose& prose, Range range, source::Span place) const;
  void report_broken_links(const Prose& prose, source::Span whole);
  void report_missing_footnotes(const Prose& prose, source::Span whole);
  void report_missing_footnote(const std::string& label, source::Span place);
  std::string unread_mark(const std::string& label) const;

  const Prepared& prepared_;
  std::string_view source_;
  std::vector<std::string> labels_;
  Reporter& reporter_;
};

}  // namespace concord::syntax
