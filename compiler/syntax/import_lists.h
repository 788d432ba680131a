// The words that import goes by, read from import.yaml: what somebody who has documents at hand
// could correct or add to. They stand apart from word_lists.h, as no text is judged by them once it
// is a source. What each list does is said beside it in the file.
//
// All words are lower case, but for those that a machine misread; straight apostrophes.
#pragma once

#include "diag/diagnostic.h"
#include "source/source_map.h"
#include "syntax/word_lists.h"
#include "syntax/yaml_fields.h"

namespace concord::syntax {

// What a machine takes for something else where it reads a scan: "ltis" for "It is".
struct Misreading {
  std::string from;
  std::string to;
};

struct ImportLists {
  WordSet open_words;
  WordSet dating_words;
  // furniture
  WordSet page_numbers;
  WordSet contents_titles;
  PhraseList page_headings;
  PhraseList document_words;
  // words and parts
  WordSet hyphenated_prefixes;
  WordSet short_prefixes;
  std::vector<Misreading> misread_words;  // in their own case
  std::vector<Misreading> misread_letters;
  WordSet divisions;
  // metadata
  PhraseList kinds_of_council;
  WordSet council_nouns;
  WordSet council_particles;
  WordSet words_without_id;
  WordSet small_words;
  PhraseList title_words;
  WordSet document_parts;
  PhraseList adoption_cues;
  PhraseList next_review_cues;
  PhraseList last_review_cues;
  PhraseList change_columns;
  PhraseList signatory_words;
  // sites
  WordSet site_lines;
  PhraseList site_date_openings;
  PhraseList site_names;
  WordSet possible_site_names;
};

// What an import.yaml is called in a folder of registers.
inline constexpr const char* import_lists_file = "import.yaml";

// Adds the lists of the file that are not there yet: a user's own file comes first, and the
// program's gives what it lacks. Faults are reported as those of other registers (REG001).
void read_import_lists(const source::SourceMap& sources, source::FileId file, ImportLists& into,
                       diag::Sink& sink);

// A field for each list, by its key; a list that is there already is skipped. The references must
// outlive the fields.
FieldReader::Fields import_list_fields(FieldReader& fields, ImportLists& into);

}  // namespace concord::syntax
