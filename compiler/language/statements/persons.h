// Who is named, and by which words: persons and bodies as noun phrases.
//
// Named entities that the roles of the register anchor: round such a role stands what belongs to
// its phrase (determiners, "relevant", who owns it), and two joined by "and" or "or" are one
// phrase. Somebody whom no register knows is told by capitals, unless these name a document.
#pragma once

#include "language/statements/sentence.h"

namespace concord::language {

bool names_person(const Sentence& s, Place at);

// The end of what names persons at the place: "the Leader or the Deputy Leader".
Place person_end(const Sentence& s, Place at, Place end);

// The end of "the Communications Unit": capitals that name no role and no document; the place
// itself for none.
Place party_end(const Sentence& s, Place at, Place end);

// Whether the role that ends before the place says only whose a thing is: "the council's policies",
// "the Member Code of Conduct".
bool only_names_thing(const Sentence& s, Place end);

// A person, and not somebody's thing, stands at the place.
bool is_person(const Sentence& s, Place at, Place end);

// "the role of officers": officers.
WordSpan duty_holder(const Sentence& s, WordSpan subject);

}  // namespace concord::language
