// The keys of register files that hold lists of words.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/word_lists.h"
#include "syntax/yaml_fields.h"

namespace concord::syntax {

// What becomes of a list that was read before.
enum class SecondList : std::uint8_t { reported, skipped };

// Reads a list of words, each once, in lower case.
FieldReader::Read word_list(FieldReader& fields, WordSet& into, SecondList second);
FieldReader::Read word_list(FieldReader& fields, PhraseList& into, SecondList second);

// Entries of several keys; one with any fault is left out. `read_one` fills the entry, and returns
// what it lacks, or nothing.
template <typename Entry>
FieldReader::Read entries(FieldReader& fields, std::vector<Entry>& into,
                          std::string_view (*read_one)(FieldReader&, const YamlNode&, const Path&,
                                                       Entry&)) {
  return [&fields, &into, read_one](const YamlNode& node, const Path& path) {
    fields.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
      const std::uint32_t faults = fields.faults();
      Entry entry;
      const std::string_view lacking = read_one(fields, item, inside, entry);
      if (fields.faults() > faults) return;
      if (lacking.empty()) {
        into.push_back(std::move(entry));
      } else {
        fields.wrong_form(item, inside, lacking);
      }
    });
  };
}

// A field for each list, by its key. Both references must outlive the fields.
FieldReader::Fields word_list_fields(FieldReader& fields, WordLists& into, SecondList second);

}  // namespace concord::syntax
