// A text made from another by copying with small changes, and the way back from each of its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_map.h"
#include "syntax/document.h"
#include "syntax/reporter.h"

namespace concord::syntax {

class MappedText {
 public:
  // Adds bytes that stand for those at `origin` of the other text.
  void append(std::string_view bytes, std::uint32_t origin);
  // Says where the other text ends: no byte stands for what lies behind it.
  void close(std::uint32_t end) { end_ = end; }

  const std::string& text() const { return text_; }
  // The byte of the other text that the byte at `offset` stands for.
  std::uint32_t origin(std::uint32_t offset) const;
  // How many bytes from there on stand for as many of the other text, one for one.
  std::uint32_t even(std::uint32_t offset) const;

 private:
  std::string text_;
  std::vector<Anchor> pieces_;  // by text; each maps byte for byte until the next
  std::uint32_t end_ = 0xFFFFFFFF;
};

// The source with what no output could show replaced: bytes that are not UTF-8 and control
// characters by U+FFFD, form feeds by spaces, a byte order mark at the head by nothing. Reports
// SRC002 and SYN007 once each, at the first place.
MappedText clean(std::string_view source, source::FileId file, Reporter& reporter);

// The same for words that have no place of their own in the source; reports nothing.
std::string clean_words(std::string_view words);

}  // namespace concord::syntax
