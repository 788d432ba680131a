#include "intake/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "diag/messages.h"
#include "intake/wording.h"

namespace concord::intake {
namespace {

// How far into a file the signs of its kind may stand.
constexpr std::size_t head_length = 1024;
// Of the compound files that Word wrote before 2007, and in which it keeps encrypted ones.
constexpr std::string_view ole_mark = "\xD0\xCF\x11\xE0";

// The name of the element that the text begins with; empty where it begins with none.
std::string_view first_element(std::string_view small) {
  if (!small.starts_with('<')) return {};
  const std::size_t end = small.find_first_of(" \t\r\n/>", 1);
  return end == std::string_view::npos ? std::string_view() : small.substr(1, end - 1);
}

bool is_page(std::string_view head) {
  constexpr std::array<std::string_view, 28> elements{
      "p",      "div",  "h1",  "h2",      "h3",      "h4",     "ol",    "ul",    "dl",   "li",
      "table",  "tr",   "td",  "script",  "style",   "meta",   "title", "link",  "span", "font",
      "center", "main", "pre", "section", "article", "header", "b",     "strong"};
  const std::string small = folded(trimmed(head));
  if (!contains(small.substr(0, 64), "<")) return false;
  for (const std::string_view sign :
       {"<!doctype html", "<html", "<head", "<body", "<!-- saved from"})
    if (contains(small, sign)) return true;
  return std::ranges::find(elements, first_element(small)) != elements.end();
}

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return bytes;
}

}  // namespace

std::string_view name_of(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::html:
      return "web page";
    case Format::pdf:
      return "PDF";
    case Format::word:
      return "Word file";
  }
  return "";
}

std::optional<Format> format_of(std::string_view bytes, std::string_view ending) {
  const std::string_view head = bytes.substr(0, head_length);
  if (contains(head, "%PDF-")) return Format::pdf;
  if (bytes.starts_with("PK\x03\x04")) {
    // The names of an archive's files stand at its end once more.
    const std::string_view end =
        bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 1u << 20u));
    return contains(end, "word/") ? std::optional(Format::word) : std::nullopt;
  }
  if (bytes.starts_with(ole_mark) || bytes.starts_with("{\\rtf")) return std::nullopt;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return Format::text;
  if (contains(bytes, std::string_view("\0", 1))) return std::nullopt;
  const bool page = ending == ".html" || ending == ".htm" || is_page(without_mark(head));
  return page ? Format::html : Format::text;
}

Refusal refusal_of(std::string_view bytes) {
  if (bytes.starts_with(ole_mark) || bytes.starts_with("PK")) {
    Outcome outcome = read_word(std::string(bytes), Changes::ask, {});
    if (auto* refusal = std::get_if<Refusal>(&outcome)) return std::move(*refusal);
  }
  if (bytes.starts_with("{\\rtf")) return {diag::Code::IMP001, diag::IMP001::rich_text};
  return {diag::Code::IMP001, diag::IMP001::unknown};
}

Outcome read(const std::string& bytes, Changes changes, const ImportLists& lists,
             std::string_view ending) {
  const std::optional<Format> format = format_of(bytes, ending);
  if (!format) return refusal_of(bytes);
  switch (*format) {
    case Format::word:
      return read_word(bytes, changes, lists);
    case Format::text:
      return read_text(bytes, lists);
    case Format::html:
      return read_html(bytes, lists);
    case Format::pdf:
      return read_pdf(bytes, lists);
  }
  return refusal_of(bytes);
}

std::string in_words(const Place& place) {
  if (place.page > 0) return fmt::format("page {}", place.page);
  if (place.paragraph > 0) return fmt::format("paragraph {}", place.paragraph);
  if (place.line > 0) return fmt::format("line {}", place.line);
  return {};
}

}  // namespace concord::intake
