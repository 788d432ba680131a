// The words that pages and papers have around a council's own ("Contents", "Page 1 of 7").
// templates/words.json has them by language and name, the same names in each language, and is
// compiled in. A page speaks the language of its text, and English where that is none of them.
//
//   {"en": {"contents": "Contents", "moved_from": "moved from {place}", …}, "cy": {…}}
//
// Words with numbers and names in them take these by name, so that each language has its own order.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace concord::view {

class Words {
 public:
  using ByName = std::map<std::string_view, std::string_view>;

  // "cy-GB" speaks the words of "cy".
  explicit Words(std::string_view language = "en");

  // `name` must be one of them. The words live as long as the program.
  std::string_view operator[](std::string_view name) const;

  // The same with its {fields} filled in: words.say("moved_from", fmt::arg("place", label)).
  template <typename... Fields>
  std::string say(std::string_view name, const Fields&... fields) const {
    return fmt::vformat((*this)[name], fmt::make_format_args(fields...));
  }

  // "1 clause", "3 clauses": the words NAME_one or NAME_many after the number.
  std::string count(std::size_t count, std::string_view name) const;

  const ByName& all() const { return *words_; }
  // "en", "cy": whose words these are.
  std::string_view language() const { return language_; }

  // All that have words.
  static std::vector<std::string_view> languages();

 private:
  std::string_view language_;
  const ByName* words_;
};

}  // namespace concord::view
