#include "intake/labels.h"

#include <algorithm>
#include <array>
#include <utility>

#include "intake/wording.h"
#include "source/characters.h"
#include "syntax/designation.h"

namespace concord::intake {
namespace {

using syntax::ImportLists;
using syntax::Number;
using syntax::NumberStyle;

// What may be missing between two numbers of a list before the second counts no more.
constexpr std::uint32_t widest_gap = 5;
constexpr std::uint32_t highest_section = 99;

constexpr std::array<std::string_view, 26> bullets{
    "•", "·", "▪", "◦", "●", "○", "■", "□", "➢", "❖", "✓", "✔", "►", "▶", "⁃", "∙", "‣", "*", "-",
    "–", "—", "\xEF\x82\xB7", "\xEF\x82\xA7", "\xEF\x83\x98", "\xEF\x81\xB7",
    // a sign of a typeface that is not known
    "\xEF\xBF\xBD"};
constexpr std::array<std::string_view, 8> misread{"e", "¢", "o", "©", "®", "«", "»", "°"};

std::size_t space_length(std::string_view text) {
  return text.size() - std::min(text.size(), trimmed(std::string(text) + "x").size() - 1);
}

template <std::size_t N>
std::size_t mark_length(std::string_view text, const std::array<std::string_view, N>& marks) {
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark)) continue;
    const std::size_t space = space_length(text.substr(mark.size()));
    if (space > 0 && mark.size() + space < text.size()) return mark.size() + space;
  }
  return 0;
}

bool private_use_bullet(std::string_view text) {
  // U+F000 to U+F0FF: letters of symbol fonts.
  return text.size() > 3 && text[0] == '\xEF' &&
         (text[1] == '\x80' || text[1] == '\x81' || text[1] == '\x82' || text[1] == '\x83');
}

// What parts a number from its words besides white space: "1 – Introduction", "1: Introduction".
std::size_t separator_length(std::string_view text) {
  std::size_t length = space_length(text);
  for (const std::string_view sign : {"–", "—", "-", ":"}) {
    if (!text.substr(length).starts_with(sign)) continue;
    const std::size_t behind = space_length(text.substr(length + sign.size()));
    if (behind > 0) return length + sign.size() + behind;
  }
  return length;
}

bool is_stopped(const Number& number) {
  return number.label.ends_with('.');
}

// Whether both are closed alike: "(a)", "a)", "a.".
bool alike(const Number& a, const Number& b) {
  const auto form = [](const Number& n) {
    return std::pair(n.label.starts_with('(') || n.label.starts_with('['),
                     n.label.ends_with(')') || n.label.ends_with(']'));
  };
  return a.style == b.style && form(a) == form(b);
}

bool is_letter(const Number& number) {
  return number.style != NumberStyle::decimal;
}

// "A." and "IV." at the head of a line number sections; "(A)" and "a." items.
bool numbers_sections(const Number& number) {
  const bool capital =
      number.style == NumberStyle::upper_alpha || number.style == NumberStyle::upper_roman;
  return capital && is_stopped(number);
}

bool is_single(const Number& number) {
  return number.style == NumberStyle::decimal && number.path.size() == 1;
}

bool is_bracketed(const Number& number) {
  return number.label.ends_with(')') || number.label.ends_with(']');
}

Fit fit_value(std::uint32_t value, std::uint32_t last) {
  if (value == last + 1) return Fit::next;
  if (value == last) return Fit::again;
  if (value > last && value <= last + widest_gap) return Fit::far;
  return value == 1 ? Fit::first : Fit::none;
}

}  // namespace

syntax::Number whole_label(std::string_view text) {
  text = trimmed(text);
  Number number = syntax::number_at_start(text);
  if (number.label == text) return number;
  number = syntax::marker_number(text);
  return number.label == text ? number : Number{};
}

Label label_at(std::string_view text) {
  if (const Number whole = whole_label(text); whole.present()) return {whole, text.size(), true};
  Number number = syntax::number_at_start(text);
  if (!number.present()) number = syntax::number_run_into_word(text);
  if (!number.present()) number = syntax::number_among_others(text);
  if (number.present()) {
    const std::size_t length = number.label.size();
    return {number, length + separator_length(text.substr(length)), false};
  }
  return {};
}

std::size_t bullet_length(std::string_view text) {
  if (private_use_bullet(text)) return 3 + space_length(text.substr(3));
  return mark_length(text, bullets);
}

bool are_side_headings(const std::vector<SideRow>& rows, const ImportLists& lists) {
  Sequence sequence;
  std::size_t headings = 0;
  std::vector<std::uint32_t> last;
  for (const SideRow& row : rows) {
    if (row.paragraphs.empty() || is_lone_label(row.heading)) return false;
    const std::string_view heading = row.heading;
    if (!heading.empty() && !could_head(heading.substr(label_at(heading).length), lists))
      return false;
    headings += row.heading.empty() ? 0 : 1;
    const Number first = label_at(row.paragraphs.front()).number;
    if (!first.present() || first.style != NumberStyle::decimal || first.path <= last) return false;
    if (sequence.fit(first, Behind::words) < Fit::first) return false;
    for (const std::string& paragraph : row.paragraphs) {
      const Label label = label_at(paragraph);
      if (!label.number.present() || sequence.fit(label.number, Behind::lead_in) == Fit::none)
        continue;
      const Sequence::Place place = sequence.accept(label.number, Behind::words);
      if (!place.item) last = place.number.path;
    }
  }
  return headings > 1;
}

bool is_lone_label(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return false;
  if (text == "o" || text == "-" || text == "–" || text == "*") return true;
  if (whole_label(text).present() || bullet_length(std::string(text) + " W") > text.size())
    return true;
  const auto designation = syntax::designation_at_start(text);
  return designation && designation->length + (text.ends_with(':') ? 1 : 0) >= text.size();
}

std::size_t misread_bullet_length(std::string_view text) {
  return mark_length(text, misread);
}

void Sequence::restart() {
  cursor_.clear();
  above_.clear();
  inserted_ = 0;
  items_.clear();
}

Fit Sequence::fit_path(const std::vector<std::uint32_t>& path) const {
  if (cursor_.empty()) {
    // Clauses may be counted through lettered sections.
    if (path.size() == 1 && above_.size() == 1 && path[0] == above_[0] + 1) return Fit::next;
    if (path.back() <= 1) return Fit::first;
    return path[0] <= highest_section ? Fit::far : Fit::none;
  }
  const auto differ = std::ranges::mismatch(path, cursor_);
  const auto same = static_cast<std::size_t>(differ.in1 - path.begin());
  const auto opens = [&](std::size_t from) {
    return std::all_of(path.begin() + static_cast<std::ptrdiff_t>(from), path.end(),
                       [](std::uint32_t part) { return part <= 1; });
  };
  if (same == path.size()) return same == cursor_.size() ? Fit::again : Fit::far;
  if (same == cursor_.size()) {
    if (opens(same)) return Fit::first;
    return path.size() == same + 1 ? Fit::far : Fit::none;
  }
  if (same + 1 == path.size()) {
    const Fit fit = fit_value(path[same], cursor_[same]);
    return fit == Fit::none && same > 0 ? Fit::far : fit;
  }
  const bool near = path[same] > cursor_[same] && path[same] <= cursor_[same] + 2;
  if (!near) return Fit::none;
  return path[same] == cursor_[same] + 1 && opens(same + 1) ? Fit::first : Fit::far;
}

Sequence::Found Sequence::find_item(const Number& reading, Behind behind) const {
  Found found{.number = reading, .item = true, .level = items_.size()};
  for (std::size_t level = items_.size(); level-- > 0;) {
    if (!alike(items_[level], reading)) continue;
    const bool put_in = reading.inserted > 0 && syntax::is_next(reading, items_[level]);
    if (put_in) {
      found.fit = Fit::next;
    } else if (reading.inserted == 0) {
      found.fit = fit_value(reading.path.back(), items_[level].path.back());
    }
    found.level = level;
    if (found.fit != Fit::first) return found;
    break;
  }
  if (reading.path.back() == 1 && reading.inserted == 0) {
    found.fit = behind == Behind::lead_in || found.level == items_.size() ? Fit::first : Fit::far;
  } else if (found.level == items_.size() && reading.path.back() <= 3 && reading.inserted == 0) {
    found.fit = Fit::far;
  }
  return found;
}

Sequence::Found Sequence::find_section(const Number& reading) const {
  Found found{.number = reading, .level = sections_.size()};
  for (std::size_t level = 0; level < sections_.size(); ++level) {
    if (!alike(sections_[level], reading)) continue;
    found.level = level;
    found.fit = fit_value(reading.path.back(), sections_[level].path.back());
    return found;
  }
  if (reading.path.back() == 1) found.fit = Fit::first;
  return found;
}

// "4)" goes on with the sections, or begins them, where no list is open that it goes on with.
bool Sequence::numbers_section(const Number& number, Behind behind) const {
  if (behind == Behind::lead_in || number.label.starts_with('(')) return false;
  if (cursor_.empty()) return items_.empty() && fit_path(number.path) == Fit::first;
  if (fit_path(number.path) != Fit::next) return false;
  return items_.empty() || (bracketed_sections_ && find_item(number, behind).fit != Fit::next);
}

Sequence::Found Sequence::find_decimal(const Number& number, Behind behind) const {
  const bool bracketed = is_bracketed(number) && is_single(number);
  if (bracketed && !numbers_section(number, behind)) return find_item(number, behind);
  Found main{fit_path(number.path), number};
  if (bracketed) return main;
  if (number.inserted > 0) {
    const bool next = number.path == cursor_ && number.inserted == inserted_ + 1;
    main.fit = next ? Fit::next : std::min(main.fit, Fit::far);
  }
  if (!is_single(number)) return main;
  const Found item = find_item(number, behind);
  const bool in_list = item.level < items_.size() && item.fit == Fit::next;
  const bool begins_list = !cursor_.empty() && behind == Behind::lead_in && number.path[0] == 1;
  return (in_list && main.fit != Fit::next) || begins_list ? item : main;
}

Sequence::Found Sequence::find(const Number& number, Behind behind) const {
  if (number.path.empty()) return {};
  if (!is_letter(number)) return find_decimal(number, behind);
  Found best;
  for (const Number& reading : syntax::readings(number)) {
    const Found found =
        numbers_sections(reading) ? find_section(reading) : find_item(reading, behind);
    const bool opens = behind == Behind::lead_in && found.fit == Fit::first;
    if (found.fit > best.fit || (opens && best.fit != Fit::first)) best = found;
  }
  return best;
}

Fit Sequence::fit(const Number& number, Behind behind) const {
  return find(number, behind).fit;
}

Sequence::Place Sequence::accept(const Number& number, Behind behind) {
  Found found = find(number, behind);
  if (found.fit == Fit::none) {
    found.number = number;
    found.item = is_letter(number) || is_bracketed(number);
    found.level = found.item ? items_.size() : sections_.size();
  }
  if (found.item) {
    items_.resize(std::min(found.level, items_.size()));
    items_.push_back(found.number);
    return {found.number, true, static_cast<int>(found.level)};
  }
  items_.clear();
  if (is_letter(number)) {
    sections_.resize(std::min(found.level, sections_.size()));
    sections_.push_back(found.number);
    if (!cursor_.empty()) above_ = std::exchange(cursor_, {});
  } else {
    cursor_ = number.path;
    inserted_ = number.inserted;
    bracketed_sections_ = bracketed_sections_ || (is_bracketed(number) && is_single(number));
  }
  return {found.number, false, 0};
}

}  // namespace concord::intake
