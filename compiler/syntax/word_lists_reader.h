// The keys of register files that hold lists of words.
#pragma once

#include <cstdint>

#include "syntax/word_lists.h"
#include "syntax/yaml_fields.h"

namespace concord::syntax {

// What becomes of a list that was read before.
enum class SecondList : std::uint8_t { reported, skipped };

// Reads a list of words, each once, in lower case.
FieldReader::Read word_list(FieldReader& fields, WordSet& into, SecondList second);
FieldReader::Read word_list(FieldReader& fields, PhraseList& into, SecondList second);

// A field for each list, by its key. Both references must outlive the fields.
FieldReader::Fields word_list_fields(FieldReader& fields, WordLists& into, SecondList second);

}  // namespace concord::syntax
