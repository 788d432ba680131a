// Fragment identifiers.
//
// A clause's key is, in this order:
//   its own {#id};
//   "title" for the title; "fn53" for a footnote;
//   a heading's designation: "Article 13 – Review" -> "article-13";
//   its full number with dots: 3.1(e) -> "3.1.e", 2.3A -> "2.3A"; where the numbers of its division
//   stand elsewhere too, below the division: "part-b.1.1";
//   a heading's words: "The relationship: general" -> "the-relationship-general";
//   its parent's key and its place there: the second unnumbered paragraph is "introduction.p2", the
//   first bullet "1.2.b1", quoted paragraph "1.4.q1", table "review.t1"; without a parent "p1", …
//   A letter whose list has no number above it is named below its lead-in: "introduction.p2.a".
// What is taken already gets "-2", "-3", ….
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace concord::graph {

// Lower-case words joined by hyphens; letters with marks lose them, other signs end a word. At most
// 60 bytes, cut between words. Empty where no letter or digit is left.
std::string slug(std::string_view words);

// "3.1(e)" -> "3.1.e", "2.3A" -> "2.3A", "§ 3.1" -> "3.1".
std::string number_slug(std::string_view full_number);

// Letters, digits, '.', '_' and '-' of ASCII, the first a letter or digit: what an address, an HTML
// id and (behind a letter) an XML id can carry.
bool valid_id(std::string_view id);

// Hands each name out once.
class Names {
 public:
  // The name itself where it is free, else with the next number behind it.
  std::string take(const std::string& name);
  bool taken(const std::string& name) const { return uses_.contains(name); }

 private:
  std::map<std::string, unsigned> uses_;
};

}  // namespace concord::graph
