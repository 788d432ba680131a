#include "syntax/import_lists.h"

#include <array>
#include <string_view>

#include "syntax/register_file.h"
#include "syntax/word_lists_reader.h"

namespace concord::syntax {
namespace {

template <typename List>
struct Key {
  std::string_view name;
  List ImportLists::*list;
};

constexpr auto word_sets = std::to_array<Key<WordSet>>({
    {"open_words", &ImportLists::open_words},
    {"dating_words", &ImportLists::dating_words},
    {"page_numbers", &ImportLists::page_numbers},
    {"contents_titles", &ImportLists::contents_titles},
    {"hyphenated_prefixes", &ImportLists::hyphenated_prefixes},
    {"short_prefixes", &ImportLists::short_prefixes},
    {"divisions", &ImportLists::divisions},
    {"council_nouns", &ImportLists::council_nouns},
    {"council_particles", &ImportLists::council_particles},
    {"words_without_id", &ImportLists::words_without_id},
    {"small_words", &ImportLists::small_words},
    {"document_parts", &ImportLists::document_parts},
    {"site_lines", &ImportLists::site_lines},
    {"possible_site_names", &ImportLists::possible_site_names},
});

constexpr auto phrase_lists = std::to_array<Key<PhraseList>>({
    {"page_headings", &ImportLists::page_headings},
    {"document_words", &ImportLists::document_words},
    {"kinds_of_council", &ImportLists::kinds_of_council},
    {"title_words", &ImportLists::title_words},
    {"adoption_cues", &ImportLists::adoption_cues},
    {"next_review_cues", &ImportLists::next_review_cues},
    {"last_review_cues", &ImportLists::last_review_cues},
    {"change_columns", &ImportLists::change_columns},
    {"signatory_words", &ImportLists::signatory_words},
    {"site_date_openings", &ImportLists::site_date_openings},
    {"site_names", &ImportLists::site_names},
});

constexpr auto misreadings = std::to_array<Key<std::vector<Misreading>>>({
    {"misread_words", &ImportLists::misread_words},
    {"misread_letters", &ImportLists::misread_letters},
});

std::string_view read_misreading(FieldReader& fields, const YamlNode& node, const Path& path,
                                 Misreading& entry) {
  fields.mapping(node, path, {{"from", fields.text(entry.from)}, {"to", fields.text(entry.to)}});
  return entry.from.empty() || entry.to.empty() ? "what is read and what it stands for" : "";
}

FieldReader::Read if_absent(FieldReader& fields, std::vector<Misreading>& into) {
  return [&fields, &into](const YamlNode& node, const Path& path) {
    if (into.empty()) entries(fields, into, read_misreading)(node, path);
  };
}

}  // namespace

FieldReader::Fields import_list_fields(FieldReader& fields, ImportLists& into) {
  FieldReader::Fields all;
  const auto add = [&](const auto& key) {
    all.push_back({key.name, word_list(fields, into.*key.list, SecondList::skipped)});
  };
  for (const auto& key : word_sets) add(key);
  for (const auto& key : phrase_lists) add(key);
  for (const auto& key : misreadings) all.push_back({key.name, if_absent(fields, into.*key.list)});
  return all;
}

void read_import_lists(const source::SourceMap& sources, source::FileId file, ImportLists& into,
                       diag::Sink& sink) {
  read_register_file(sources, file, sink, [&](FieldReader& fields, const YamlNode& root) {
    fields.mapping(root, {}, import_list_fields(fields, into));
  });
}

}  // namespace concord::syntax
