#include "syntax/mapped_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/messages.h"
#include "source/utf8.h"

namespace concord::syntax {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// C0, DEL and C1; the overrides of the direction of writing, which could make a text look other
// than it reads; and a byte order mark, which joined files have in their middle.
bool is_control(char32_t point) {
  if (point < 0x20) return point != '\t' && point != '\n' && point != '\r';
  return (point >= 0x7F && point <= 0x9F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

bool is_page_break(char32_t point) {
  return point == 0x0B || point == 0x0C;
}

// Counts one kind of fault and remembers its first place.
struct Fault {
  std::uint32_t count = 0;
  std::uint32_t first = 0;
  std::uint32_t length = 1;

  void add(std::size_t at, std::size_t size) {
    if (count++ > 0) return;
    first = static_cast<std::uint32_t>(at);
    length = static_cast<std::uint32_t>(size);
  }
  source::Span span(source::FileId file) const { return {file, first, first + length}; }
  std::string others() const {
    return count > 1 ? fmt::format(", and {} more", count - 1) : std::string();
  }
};

struct Cleaned {
  MappedText text;
  Fault bad_bytes;
  Fault controls;
  char32_t first_control = 0;
};

// Of the source from byte `begin` on.
Cleaned clean_bytes(std::string_view source, std::size_t begin) {
  Cleaned out;
  std::size_t at = begin;
  std::size_t copied = at;
  const auto replace = [&](std::size_t length, std::string_view by) {
    out.text.append(source.substr(copied, at - copied), static_cast<std::uint32_t>(copied));
    out.text.append(by, static_cast<std::uint32_t>(at));
    at += length;
    copied = at;
  };
  const auto plain = [](char c) { return c >= ' ' && c < 0x7F; };  // nearly every byte there is
  for (;;) {
    at = static_cast<std::size_t>(std::find_if_not(source.begin() + at, source.end(), plain) -
                                  source.begin());
    if (at == source.size()) break;
    const std::size_t length = source::character_length(source.substr(at, 4));
    if (length == 0) {
      out.bad_bytes.add(at, 1);
      replace(1, replacement);
      continue;
    }
    const char32_t point = source::code_point(source.substr(at, length));
    if (!is_control(point)) {
      at += length;
      continue;
    }
    if (out.controls.count == 0) out.first_control = point;
    out.controls.add(at, length);
    replace(length, is_page_break(point) ? " " : replacement);
  }
  replace(0, "");
  out.text.close(static_cast<std::uint32_t>(source.size()));
  return out;
}

}  // namespace

void MappedText::append(std::string_view bytes, std::uint32_t origin) {
  if (bytes.empty()) return;
  const auto at = static_cast<std::uint32_t>(text_.size());
  if (pieces_.empty() || at - pieces_.back().text != origin - pieces_.back().source) {
    pieces_.push_back({at, origin});
  }
  text_ += bytes;
}

std::uint32_t MappedText::origin(std::uint32_t offset) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                       [](std::uint32_t value, const Anchor& piece) { return value < piece.text; });
  if (after == pieces_.begin()) return offset;
  const Anchor& piece = *std::prev(after);
  const std::uint32_t mapped = piece.source + (offset - piece.text);
  return after == pieces_.end()
             ? std::min(mapped, end_)
             : std::clamp(mapped, piece.source, std::max(piece.source, after->source));
}

std::uint32_t MappedText::even(std::uint32_t offset) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                       [](std::uint32_t value, const Anchor& piece) { return value < piece.text; });
  const std::size_t end = after == pieces_.end() ? text_.size() : after->text;
  return static_cast<std::uint32_t>(std::max<std::size_t>(end, offset)) - offset;
}

MappedText clean(std::string_view source, source::FileId file, Reporter& reporter) {
  Cleaned cleaned =
      clean_bytes(source, source.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  if (cleaned.bad_bytes.count > 0) {
    const auto byte = static_cast<unsigned char>(source[cleaned.bad_bytes.first]);
    reporter.report({diag::Code::SRC002, cleaned.bad_bytes.span(file),
                     fmt::format(diag::SRC002::not_utf8, byte, cleaned.bad_bytes.others())});
  }
  if (cleaned.controls.count > 0) {
    reporter.report(
        {diag::Code::SYN007, cleaned.controls.span(file),
         fmt::format(diag::SYN007::control, static_cast<std::uint32_t>(cleaned.first_control),
                     cleaned.controls.others())});
  }
  return std::move(cleaned.text);
}

std::string clean_words(std::string_view words) {
  return clean_bytes(words, 0).text.text();
}

}  // namespace concord::syntax
