// The markers of the lists of a saved page, as a browser shows them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "intake/page_styles.h"
#include "intake/page_tree.h"

namespace concord::intake {

// How the items of a list are marked, by its sheets and by its attributes: "decimal", "none".
std::string list_style_of(const PageNode& list, const Declarations& style);

// The items of a list that has numbers.
class ListNumbers {
 public:
  // `style` as number_in_list takes it.
  ListNumbers(const PageNode& list, std::string style);

  // The number of the next item: "3."
  std::string next(const PageNode& item);

 private:
  void set(std::string_view text);

  std::string style_;
  std::uint32_t next_ = 1;
};

// A reader sees the list's own marker and what its sheet counts. Letters that the list asks for
// stand, and a marker that says the same; else "2.1" says more than "1.".
std::string better_marker(const std::string& marker, std::string_view counted);

// "• 1.1 Members": the list only lays out what has numbers of its own.
bool has_typed_number(const PageNode& item);

}  // namespace concord::intake
