#include "syntax/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace concord::syntax {
namespace {

constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

int days_in(int year, int month) {
  static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// The parts of a valid date; 0 for a part that is not given.
struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

Parts parts(std::string_view iso) {
  return {number(iso.substr(0, 4)), iso.size() >= 7 ? number(iso.substr(5, 2)) : 0,
          iso.size() >= 10 ? number(iso.substr(8, 2)) : 0};
}

}  // namespace

bool valid_date(std::string_view iso) {
  if (iso.size() != 4 && iso.size() != 7 && iso.size() != 10) return false;
  if (!all_digits(iso.substr(0, 4))) return false;
  if (iso.size() >= 7 && (iso[4] != '-' || !all_digits(iso.substr(5, 2)))) return false;
  if (iso.size() == 10 && (iso[7] != '-' || !all_digits(iso.substr(8, 2)))) return false;
  const Parts date = parts(iso);
  if (date.year == 0) return false;
  if (iso.size() >= 7 && (date.month < 1 || date.month > 12)) return false;
  return iso.size() < 10 || (date.day >= 1 && date.day <= days_in(date.year, date.month));
}

Precision Date::precision() const {
  if (!valid_date(iso)) return Precision::none;
  const Parts date = parts(iso);
  if (date.day != 0) return Precision::day;
  return date.month != 0 ? Precision::month : Precision::year;
}

std::string Date::in_words() const {
  if (precision() < Precision::month) return iso;
  const Parts date = parts(iso);
  const std::string_view month = month_names[static_cast<std::size_t>(date.month - 1)];
  return is_day() ? fmt::format("{} {} {}", date.day, month, date.year)
                  : fmt::format("{} {}", month, date.year);
}

std::string Date::last_day() const {
  switch (precision()) {
    case Precision::year:
      return iso + "-12-31";
    case Precision::month:
      return fmt::format("{}-{:02}", iso, days_in(parts(iso).year, parts(iso).month));
    default:
      return iso;
  }
}

source::Span Metadata::span(std::string_view key, source::FileId file) const {
  while (true) {
    const auto found = spans.find(std::string(key));
    if (found != spans.end()) return found->second;
    const std::size_t dot = key.rfind('.');
    if (dot == std::string_view::npos) return {file, 0, 0};
    key = key.substr(0, dot);
  }
}

std::string_view name_of(Status status) {
  switch (status) {
    case Status::adopted:
      return "adopted";
    case Status::superseded:
      return "superseded";
    case Status::draft:
      break;
  }
  return "draft";
}

}  // namespace concord::syntax
