// Days as people write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace concord::syntax {

// A day as it was written, whether the calendar has it or not.
struct Day {
  int year = 0;            // 0 where none is given
  int month = 0;           // 1 to 12
  int day = 0;             // as written
  std::size_t length = 0;  // of the words, in bytes

  // False for 30 February, and for 29 February of a year without one.
  bool exists() const;
  // "Monday"; only for a day that exists and has its year.
  std::string_view weekday() const;
};

struct Month {
  int number = 0;          // 1 to 12
  std::size_t length = 0;  // of its name, in bytes
};

// The month that the text begins with: "January", "Jan", "Sept"; none in small letters, and none
// where the word goes on. Months are English.
std::optional<Month> month_at(std::string_view text);

// The day at the head of the text: "30 February 2027", "30th of Feb", "February 30, 2027",
// "30/02/2027", "30.02.2027" or "2027-02-30". Months are English. A month first, or figures alone,
// need their year: "in April 40 members" names no day.
std::optional<Day> day_at(std::string_view text);

// "Monday" where the text begins with the name of a day of the week; else empty.
std::string_view weekday_at(std::string_view text);

}  // namespace concord::syntax
