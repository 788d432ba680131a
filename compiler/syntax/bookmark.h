// The names of clauses in a Word file. Each clause has a bookmark there, from which a file that
// comes back finds it again, whatever became of its words and its number.
//
// Word allows a letter, then letters, digits and underscores, forty in all, and does not tell
// capitals from small letters. "5.4.ii" is "c_5_4_ii": small letters and digits stand for
// themselves, an underscore for a full stop, "__h" for a hyphen, and two underscores with two
// hexadecimal digits for any other byte. An identifier too long for that is named by its digest,
// which nothing reads back; the part customXml/item1.xml of the file has every name beside its
// identifier.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace concord::syntax {

// Two identifiers never have one name.
std::string bookmark_of(std::string_view id);

// The identifier; nothing for a name that is no clause's, or a digest.
std::optional<std::string> id_of_bookmark(std::string_view name);

}  // namespace concord::syntax
