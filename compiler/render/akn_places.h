// Where each clause stands in an Akoma Ntoso document: the element that holds it and its eId.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "view/model.h"

namespace concord::render {

struct AknPlace {
  std::string element;  // "section", "paragraph", "subparagraph", "point", "level",
                        // "authorialNote", or "p" for a tail that its parent's wrapUp holds
  std::string eid;      // "sec_5__para_5-4__subpara_ii"

  friend bool operator==(const AknPlace&, const AknPlace&) = default;
};

// By the clause's fragment identifier.
using AknPlaces = std::map<std::string, AknPlace, std::less<>>;

// The places of the title, all clauses and footnotes of one protocol.
//
// A section is a `section`, and what is nested in it a paragraph, a subparagraph, a point by its
// depth. A `level` stands for what is irregular: unnumbered text that is not a list item, a
// sub-heading without a number (which does not count as a depth), and what lies deeper than a
// point.
//
// An eId is the parent's, "__", the element's abbreviation, "_" and the number without its
// punctuation (Akoma Ntoso Naming Convention 1.0, section 5); "nn_1", "nn_2" where there is no
// number; "_2" behind an eId that is taken.
AknPlaces akn_places(const view::Page& protocol);

// The index of the first of the clause's last children that are its tail: text after its list, and
// nothing after that. The number of children where there is none.
std::size_t akn_tail_begin(const std::vector<view::Clause>& children);

// Letters and digits of the words, lower case, joined by hyphens: "City of York" -> "city-of-york".
std::string akn_slug(std::string_view words);

}  // namespace concord::render
