#include <fmt/format.h>

#include <algorithm>

#include "diag/print.h"
#include "source/utf8.h"

namespace concord::diag {
namespace {

using source::Position;
using source::SourceMap;
using source::Span;

// The widest part of a source line that is shown; prose lines can be thousands of characters long.
constexpr std::size_t window = 100;

struct Colours {
  std::string_view error, warning, note, place, caret, fix, end;
};

constexpr Colours bright{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1m",
                         "\x1b[1;32m", "\x1b[32m",   "\x1b[0m"};
constexpr Colours plain{"", "", "", "", "", "", ""};

std::string_view colour_of(Severity severity, const Colours& colours) {
  if (severity == Severity::error) return colours.error;
  return severity == Severity::warning ? colours.warning : colours.note;
}

// A character and how many bytes it has; a byte that begins none stands alone.
struct Character {
  char32_t value;
  std::size_t bytes;
};

Character character_at(std::string_view text, std::size_t i) {
  const std::size_t length = source::character_length(text.substr(i));
  if (length == 0) return {static_cast<unsigned char>(text[i]), 0};
  return {source::code_point(text.substr(i, length)), length};
}

bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || c == 0x061C ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// The source line with a caret run below the span: of a long line only the part around the span.
void append_excerpt(std::string& out, const SourceMap& sources, Span span, const Colours& colours) {
  const std::uint32_t number = sources.position(span.file, span.begin).line;
  const Span whole = sources.line_span(span.file, number);
  const std::string_view line = sources.text(whole);
  const std::size_t begin = std::min<std::size_t>(span.begin - whole.begin, line.size());
  const std::size_t end =
      std::clamp<std::size_t>(std::min(span.end, whole.end) - whole.begin, begin, line.size());
  const std::size_t from = line.size() <= window || begin < window / 3
                               ? 0
                               : source::to_boundary(line, begin - window / 3);
  const std::size_t to = source::to_boundary(line, std::min(line.size(), from + window));
  const std::string before = printable(line.substr(from, begin - from));
  const std::size_t shown_end = std::clamp(end, begin, std::max(begin, to));
  const std::string marked = printable(line.substr(begin, shown_end - begin));
  const std::string after = printable(line.substr(shown_end, std::max(to, shown_end) - shown_end));
  const std::string_view head = from > 0 ? "…" : "";
  const std::string_view tail = to < line.size() ? "…" : "";
  const std::string gutter = fmt::format("{:>5} | ", number);
  out += fmt::format("{}{}{}{}{}{}\n", gutter, head, before, marked, after, tail);
  const std::size_t indent = source::count_characters(head) + source::count_characters(before);
  const std::size_t width = std::max<std::size_t>(1, source::count_characters(marked));
  out += fmt::format("      | {}{}^{}{}\n", std::string(indent, ' '), colours.caret,
                     std::string(width - 1, '~'), colours.end);
}

std::string place_of(const SourceMap& sources, Span span) {
  const Position at = sources.position(span.file, span.begin);
  return fmt::format("{}:{}:{}", printable(sources.name(span.file)), at.line, at.column);
}

void append_note(std::string& out, const SourceMap& sources, const Note& note, const Colours& c) {
  if (!note.span) {
    out += fmt::format("      = {}note{}: {}\n", c.note, c.end, printable(note.text));
    return;
  }
  out += fmt::format("{}{}{}: {}note{}: {}\n", c.place, place_of(sources, *note.span), c.end,
                     c.note, c.end, printable(note.text));
  append_excerpt(out, sources, *note.span, c);
}

void append_finding(std::string& out, const SourceMap& sources, const Finding& finding,
                    const Colours& c) {
  const Diagnostic& d = finding.diagnostic;
  out += fmt::format("{}{}{}: {}{}[{}]{}: {}\n", c.place, place_of(sources, d.span), c.end,
                     colour_of(finding.severity, c), name_of(finding.severity), info(d.code).name,
                     c.end, printable(d.message));
  append_excerpt(out, sources, d.span, c);
  for (const Note& note : d.notes) append_note(out, sources, note, c);
  for (const Fix& fix : d.fixes) {
    out += fmt::format("      = {}fix{}: {}{}\n", c.fix, c.end, printable(fix.title),
                       fix.safe ? " (concord check --fix does it)" : "");
  }
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    if (c.bytes == 0 || c.value < 0x20 || c.value == 0x7F) {
      if (c.bytes == 1 && c.value == '\t') {
        out += ' ';
      } else {
        out += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(text[i])));
      }
    } else if (is_hidden(c.value)) {
      out += fmt::format("U+{:04X}", static_cast<std::uint32_t>(c.value));
    } else {
      out.append(text.substr(i, c.bytes));
    }
    i += std::max<std::size_t>(1, c.bytes);
  }
  return out;
}

std::string as_text(std::span<const Finding> findings, const SourceMap& sources, bool colour) {
  const Colours& colours = colour ? bright : plain;
  std::string out;
  for (const Finding& finding : findings) append_finding(out, sources, finding, colours);
  return out;
}

std::string summary(std::span<const Finding> findings) {
  std::string out;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const auto count = static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const Finding& f) { return f.severity == severity; }));
    if (count == 0) continue;
    if (!out.empty()) out += ", ";
    out += counted(count, name_of(severity));
  }
  return out.empty() ? "no findings" : out;
}

std::string summary(const Lifted& lifted) {
  if (lifted.codes.empty()) return "";
  return fmt::format("switched off: {} ({})", fmt::join(lifted.codes, ", "),
                     counted(lifted.findings, "finding"));
}

}  // namespace concord::diag
