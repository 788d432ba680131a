// The keys of register files that hold lists of words.
#pragma once

#include "syntax/word_lists.h"
#include "syntax/yaml_fields.h"

namespace concord::syntax {

// A field for each list, by its key. A list that was read before is reported; where `missing_only`
// it is left as it is. Both references must outlive the fields.
FieldReader::Fields word_list_fields(FieldReader& fields, WordLists& into, bool missing_only);

}  // namespace concord::syntax
