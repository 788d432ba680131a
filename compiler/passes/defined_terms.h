// Where a text defines its terms.
//
// A term that stands in quotation marks or in bold is defined by words beside it: "means",
// "includes", "covers" behind it, "referred to as" before it, or brackets around it ("(“the
// Act”)"). Without the marks it has capitals, and the words around it must leave no doubt: "in this
// Protocol Council refers to", "the term Executive", "(here called Members)", an item or a row of a
// list of definitions, a footnote. The words are those of the register's drafting.yaml.
//
// "For the purposes of this section" a term may mean something else there, and there alone.
#pragma once

#include <optional>
#include <vector>

#include "passes/subject.h"

namespace concord::passes {

// A definition as found, without its uses, and where it holds.
struct ScopedDefinition {
  Definition definition;
  std::optional<ClauseId> within;  // there and below alone; everywhere where absent
};

// In the order of the text. Quotations define nothing: they are somebody else's words.
std::vector<ScopedDefinition> find_defined_terms(const Subject& subject);

}  // namespace concord::passes
