#include "syntax/day.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "source/characters.h"

namespace concord::syntax {
namespace {

using source::is_alpha;
using source::is_digit;
using std::string_view;

constexpr std::array<string_view, 12> months{"january",   "february", "march",    "april",
                                             "may",       "june",     "july",     "august",
                                             "september", "october",  "november", "december"};
constexpr std::array<string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                              "Thursday", "Friday", "Saturday"};
constexpr int any_leap_year = 2000;

// Reads a day from the front of a text, one part after another.
class Reader {
 public:
  explicit Reader(string_view text) : text_(text) {}

  std::optional<Day> read() {
    for (const auto form :
         {&Reader::day_first, &Reader::month_first, &Reader::year_first, &Reader::figures}) {
      at_ = 0;
      day_ = {};
      if (!(this->*form)()) continue;
      day_.length = at_;
      return day_;
    }
    return std::nullopt;
  }

 private:
  // "30 February 2027", "30th day of February"
  bool day_first() {
    if (!number(1, 2, day_.day)) return false;
    for (const string_view ending : {"st", "nd", "rd", "th"})
      if (text_.substr(at_).starts_with(ending) && !is_alpha(peek(2))) at_ += ending.size();
    if (!spaces()) return false;
    for (const string_view words : {"day of ", "of "})
      if (text_.substr(at_).starts_with(words)) at_ += words.size();
    if (!month()) return false;
    const std::size_t end = at_;
    if (peek() == ',') ++at_;
    if (!spaces() || !number(4, 4, day_.year)) at_ = end;
    return day_.day <= 31 || day_.year != 0;
  }

  // "February 30, 2027"
  bool month_first() {
    if (!month() || !spaces() || !number(1, 2, day_.day)) return false;
    for (const string_view ending : {"st", "nd", "rd", "th"})
      if (text_.substr(at_).starts_with(ending)) at_ += ending.size();
    if (peek() == ',') ++at_;
    return spaces() && number(4, 4, day_.year);
  }

  // "2027-02-30"
  bool year_first() {
    return number(4, 4, day_.year) && sign('-') && number(2, 2, day_.month) && sign('-') &&
           number(2, 2, day_.day) && is_likely();
  }

  // "30/02/2027", "30.02.2027"
  bool figures() {
    if (!number(1, 2, day_.day)) return false;
    const char between = peek();
    return (between == '/' || between == '.') && sign(between) && number(1, 2, day_.month) &&
           sign(between) && number(4, 4, day_.year) && is_likely();
  }

  // Figures that could well be something else, such as the number of a minute, are none.
  bool is_likely() const {
    return day_.month >= 1 && day_.month <= 12 && day_.day >= 1 && day_.day <= 31 &&
           day_.year >= 1800 && day_.year < 2200;
  }

  bool month() {
    const auto month = month_at(text_.substr(at_));
    if (!month) return false;
    day_.month = month->number;
    at_ += month->length;
    return true;
  }

  bool number(std::size_t least, std::size_t most, int& into) {
    std::size_t digits = 0;
    int value = 0;
    while (digits <= most && is_digit(peek(digits))) value = 10 * value + (peek(digits++) - '0');
    if (digits < least || digits > most) return false;
    at_ += digits;
    into = value;
    return true;
  }

  bool spaces() {
    const std::size_t begin = at_;
    while (peek() == ' ' || text_.substr(at_).starts_with("\xC2\xA0")) at_ += peek() == ' ' ? 1 : 2;
    return at_ > begin;
  }

  bool sign(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  string_view text_;
  std::size_t at_ = 0;
  Day day_;
};

std::chrono::year_month_day calendar(const Day& day) {
  return {std::chrono::year(day.year == 0 ? any_leap_year : day.year),
          std::chrono::month(static_cast<unsigned>(day.month)),
          std::chrono::day(static_cast<unsigned>(day.day))};
}

}  // namespace

bool Day::exists() const {
  return calendar(*this).ok();
}

string_view Day::weekday() const {
  return weekdays[std::chrono::weekday(std::chrono::sys_days(calendar(*this))).c_encoding()];
}

std::optional<Month> month_at(string_view text) {
  const auto length =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_alpha) - text.begin());
  if (length < 3 || !source::is_upper(text[0])) return std::nullopt;
  std::string name(text.substr(0, length));
  std::ranges::transform(name, name.begin(), source::lower);
  const auto* const found = std::ranges::find_if(months, [&](string_view month) {
    return month == name || month.substr(0, 3) == name || (name == "sept" && month[0] == 's');
  });
  if (found == months.end()) return std::nullopt;
  return Month{static_cast<int>(found - months.begin()) + 1, length};
}

std::optional<Day> day_at(string_view text) {
  return Reader(text).read();
}

string_view weekday_at(string_view text) {
  for (const string_view day : weekdays)
    if (text.starts_with(day) && (text.size() == day.size() || !is_alpha(text[day.size()])))
      return text.substr(0, day.size());
  return {};
}

}  // namespace concord::syntax
