// How the words of a saved page look, by its elements and its style sheets.
#pragma once

#include <string_view>

#include "intake/blocks.h"
#include "intake/page_styles.h"
#include "intake/page_tree.h"

namespace concord::intake {

struct Look {
  Run run;               // without words
  bool symbols = false;  // in a typeface of signs
};

// How the words of an element look, on from how those around it do.
Look look_in(Look look, const PageNode& node, const Declarations& style);

// A length of CSS in points: "36.0pt", "0.5in", "48px"; 0 for others.
double points_of(std::string_view length);

}  // namespace concord::intake
