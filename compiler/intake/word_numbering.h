// Word does not store the number that it shows before a paragraph: it counts. This counts as it
// does, by ECMA-376 Part 1, 17.9.
//
// What is easily got wrong, and why one pass over `numId` and `ilvl` is not enough:
//   - paragraphs of several lists (w:num) share the counters of the abstract list behind these, so
//     that a list goes on where another one of the same kind left off;
//   - an override of the start counts once, when the list first comes to that level; a level that
//     starts again after a higher one starts as the abstract list says;
//   - list and level are inherited apart, and a style's level is the one that the list ties to it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/word_styles.h"
#include "intake/xml_tree.h"

namespace concord::intake {

inline constexpr int list_levels = 9;

struct ListLevel {
  std::uint32_t start = 1;
  std::string format = "decimal";
  std::string examples;               // of a custom format
  std::string text;                   // "%1.%2": % and a level, counted from 1
  std::string style;                  // the paragraph style that has this level
  bool legal = false;                 // all numbers in digits
  std::optional<int> restart;         // after which level, counted from 1; 0: never
  bool picture = false;               // a bullet that is a picture
  std::optional<double> left, first;  // as in ParagraphLook
};

// A list as a paragraph names it.
struct WordList {
  std::string abstract;  // whose counters it shares
  std::array<ListLevel, list_levels> levels;
  std::array<std::optional<std::uint32_t>, list_levels> start_overrides;
  std::array<std::uint32_t, list_levels> abstract_starts{};
};

struct ListPlace {
  int list = 0;
  int level = 0;
};

// What Word shows before a paragraph.
struct ListLabel {
  std::string text;  // empty where it shows nothing
  bool bullet = false;
  std::string unknown_format;  // the format's name where it was written in digits instead
};

class WordNumbering {
 public:
  WordNumbering() = default;
  WordNumbering(const XmlNode& root, const WordStyles& styles);  // w:numbering

  const WordList* list(int id) const;

  // The list and level of a paragraph: what it says itself, else what its styles say. Nothing where
  // it has none, or a list that is not there.
  std::optional<ListPlace> place(const ParagraphLook& direct,
                                 const std::vector<const WordStyle*>& styles) const;

 private:
  std::optional<int> level_of(const WordList& list, const WordStyle& style) const;

  std::map<int, WordList> lists_;
};

// The counters of one text, from its first paragraph to its last.
class ListCounters {
 public:
  explicit ListCounters(const WordNumbering& numbering) : numbering_(numbering) {}

  // Counts a paragraph and says what Word shows before it.
  ListLabel next(ListPlace place);

 private:
  struct Counter {
    std::optional<std::uint32_t> value;  // nothing before the level starts, and starts again
    bool used = false;
  };
  using Counters = std::array<Counter, list_levels>;

  void apply_overrides(ListPlace place, const WordList& list, Counters& counters);
  static void count(const WordList& list, int level, Counters& counters);
  static ListLabel label(const WordList& list, int level, const Counters& counters);
  static void add_number(const WordList& list, int level, int named, const Counters& counters,
                         ListLabel& label);

  const WordNumbering& numbering_;
  std::map<std::string, Counters, std::less<>> counters_;  // by abstract list
  std::set<std::pair<int, int>> overridden_;               // list and level whose override counted
};

}  // namespace concord::intake
