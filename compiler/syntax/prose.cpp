#include <algorithm>

#include "syntax/document.h"

namespace concord::syntax {
namespace {

// The source byte of a text byte, by the last anchor at or before it. Words may be longer than what
// they stand for, the sign for a byte that is none for one: they end before the next anchor.
std::uint32_t place(const std::vector<Anchor>& anchors, std::uint32_t at) {
  const auto after = std::upper_bound(
      anchors.begin(), anchors.end(), at,
      [](std::uint32_t value, const Anchor& anchor) { return value < anchor.text; });
  if (after == anchors.begin()) return anchors.front().source;
  const Anchor& anchor = *std::prev(after);
  const std::uint32_t found = anchor.source + (at - anchor.text);
  if (after == anchors.end() || after->source <= anchor.source) return found;
  return std::min(found, after->source - 1);
}

}  // namespace

source::Span Prose::span(Range range, source::Span whole) const {
  if (anchors.empty()) return whole;
  const std::uint32_t begin = place(anchors, range.begin);
  // By its last byte: what follows the range may stand on the next line.
  const std::uint32_t end = range.end > range.begin ? place(anchors, range.end - 1) + 1 : begin;
  return {whole.file, begin, std::max(begin, end)};
}

bool same_words(const Prose& a, const Prose& b) {
  return a.text == b.text && a.marks == b.marks;
}

}  // namespace concord::syntax
