// The keys of register files that hold provisions and decisions on links.
#pragma once

#include <string>
#include <vector>

#include "syntax/provisions.h"
#include "syntax/yaml_fields.h"

namespace concord::syntax {

// Readers of a list of provisions and of one of decisions, which add to `into`. An entry with any
// fault is reported and left out. References must outlive the Read.
FieldReader::Read provisions_field(FieldReader& fields, std::vector<Provision>& into);
FieldReader::Read decisions_field(FieldReader& fields, std::vector<Decision>& into);

// What a decision may say two clauses differ in: the kinds of the comparison.
std::vector<std::string> kinds_of_difference();

// Puts the user's provisions over the program's own, in the order of the latter: one with a title
// takes the place of that of its id, one without adds its wordings to it, and others come last.
std::vector<Provision> extend(std::vector<Provision> own, std::vector<Provision> users);

}  // namespace concord::syntax
