// What the style sheets within a page say of its elements, as far as a reader sees it in the words:
// numbers that counters make, kinds of lists, bold, indents. Sheets that the page only links to are
// not there.
//
// Of the selectors those are understood that name elements, classes and ids, alone or within one
// another; a rule with another selector is passed over, as a browser of its time would have done.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intake/page_tree.h"

namespace concord::intake {

// Properties and their values: names in small letters, values as written.
using Declarations = std::map<std::string, std::string, std::less<>>;

// The value, or an empty one.
std::string_view value_of(const Declarations& declarations, std::string_view property);

struct ElementStyle {
  Declarations own;
  Declarations before;     // of what is shown before its words
  bool not_shown = false;  // until somebody opens it, if ever
};

class PageStyles {
 public:
  explicit PageStyles(const PageNode& root);

  // By the sheets, the more specific rule first, and by the element's own `style`.
  ElementStyle of(const PageNode& node) const;

 private:
  struct Condition {  // "[type=a]", "[class^=level]", "[start]"
    std::string attribute;
    char how = 0;  // '=', '^', '$', '*', '~', '|'; 0: that it is there
    std::string value;

    bool holds(const PageNode& node) const;
  };
  struct Compound {  // "ol.list", "#main"
    std::string name;
    std::vector<std::string> classes;
    std::string id;
    std::vector<Condition> conditions;
    bool child = false;  // of the one before it, else anywhere within that

    bool matches(const PageNode& node) const;
  };
  struct Rule {
    std::vector<Compound> path;  // the last is the element's own
    bool before = false;
    int weight = 0;
    Declarations declarations;
  };

  void gather(const PageNode& node);
  void read_sheet(std::string_view sheet);
  void add_rules(std::string_view selectors, const Declarations& declarations);
  static bool read_selector(std::string_view selector, Rule& rule);
  static bool read_condition(std::string_view text, Compound& compound);
  static bool read_compound(std::string_view text, Rule& rule, bool child);
  static bool matches(const std::vector<Compound>& path, std::size_t count, const PageNode& node);

  std::vector<Rule> rules_;  // the lighter first, those of one weight in their order
};

// The counters of a page while its elements are read in order.
class Counters {
 public:
  // Begins an element: its counters are set and counted.
  void enter(const PageNode& node, const ElementStyle& style);
  // Ends it: those that began in it end.
  void leave(const PageNode& node);
  // What `content` shows before the words: "2.1 " of `counter(a) "." counter(b) " "`. Empty where
  // it shows no counter: signs and pictures are ornaments.
  std::string shown(std::string_view content) const;

 private:
  struct Counter {
    const PageNode* scope = nullptr;  // counts until this element ends
    int value = 0;
  };

  void reset(std::string_view list, const PageNode* scope);
  void increment(std::string_view list, const PageNode* scope);
  std::string spelt(std::string_view arguments, bool all) const;

  std::map<std::string, std::vector<Counter>, std::less<>> counters_;  // the innermost last
};

// A number as lists show it: `style` is a value of list-style-type, or of `type` of a list.
std::string number_in_list(std::string_view style, std::uint32_t value);

}  // namespace concord::intake
