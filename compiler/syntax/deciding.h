// Who decides on which changes of a protocol, as registers and front matters write it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace concord::syntax {

// Who decides on a class of changes: the council itself, one of its committees, or an officer to
// whom the power is delegated.
enum class Decides : std::uint8_t { council, committee, delegated };

struct DecidingBody {
  Decides decides = Decides::council;
  std::string name;  // "Standards Committee", "Monitoring Officer"; empty: not named
  friend bool operator==(const DecidingBody&, const DecidingBody&) = default;
};

std::string_view name_of(Decides decides);  // "council", "committee", "delegated"

// The classes of change that may have a deciding body of their own, as registers and front matters
// name them; "other" is all that is none of the rest.
inline constexpr std::array<std::string_view, 7> change_classes = {
    "numbering",  "cross-reference", "job-title", "spelling",
    "formatting", "legal-citation",  "other"};

// A class of changes, and who decides on it.
struct Authority {
  std::string id;     // "job-title"
  std::string title;  // "Job titles"
  DecidingBody body;
};

std::vector<std::string> change_class_names();
std::vector<std::string> decides_names();

// The one of that name; the council where there is none such.
Decides decides_named(std::string_view name);

}  // namespace concord::syntax
