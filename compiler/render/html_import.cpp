#include "render/html_import.h"

#include <fmt/format.h>

#include <algorithm>

#include "intake/read.h"
#include "render/html_alone.h"
#include "view/words.h"

namespace concord::render {
namespace {

// Of the program, as what it finds is.
const view::Words& words() {
  static const view::Words english;
  return english;
}

std::string outcome_of(const ImportedFile& file) {
  if (file.refusal) return std::string(words()["import_not_read"]);
  return fmt::format("{}, {}", file.kind,
                     words().count(file.import.doubts.size(), "import_places"));
}

void fill_fact(std::string_view name, std::size_t value, const Dictionary& into) {
  const Dictionary fact = into.section("fact"_name);
  fact.set("name"_name, words()[name]);
  fact.set("value"_name, value);
}

void fill_facts(const intake::Import& import, const Dictionary& into) {
  const intake::Counts& found = import.recognised;
  fill_fact("filter_words", import.words_read, into);
  fill_fact("import_headings", found.headings, into);
  fill_fact("import_paragraphs", found.clauses, into);
  fill_fact("import_items", found.items, into);
  fill_fact("import_quotations", found.quotations, into);
  fill_fact("import_tables", found.tables, into);
  fill_fact("footnotes", found.footnotes, into);
}

struct Entry {
  std::string place;
  std::string words;
  std::string reason;
};

Entry entry_of(diag::Code code, const intake::Place& place, std::string_view said,
               std::string_view reason) {
  return {intake::in_words(place), std::string(said),
          fmt::format("{}: {}", diag::info(code).name, reason)};
}

void fill_list(std::string_view name, const std::vector<Entry>& entries, const Dictionary& into) {
  const Dictionary list = into.section("list"_name);
  list.set("heading"_name, words()[name]);
  list.show("none"_name, entries.empty());
  if (entries.empty()) return;
  const Dictionary any = list.section("any"_name);
  for (const Entry& entry : entries) {
    const Dictionary row = any.section("row"_name);
    row.set("place"_name, entry.place);
    row.set("words"_name, entry.words);
    row.set("reason"_name, entry.reason);
  }
}

void fill_import(const intake::Import& import, const Dictionary& into) {
  fill_facts(import, into);
  std::vector<Entry> doubts;
  for (const intake::Doubt& doubt : import.doubts)
    doubts.push_back(entry_of(doubt.code, doubt.place, doubt.words, doubt.reason));
  fill_list("import_doubtful", doubts, into);
  std::vector<Entry> repairs;
  for (const intake::PlacedRepair& each : import.repaired)
    repairs.push_back(entry_of(diag::Code::IMP016, each.place, each.repair.to,
                               words().say("import_was", fmt::arg("place", each.repair.at),
                                           fmt::arg("words", each.repair.from))));
  fill_list("repairs", repairs, into);
  std::vector<Entry> removed;
  for (const intake::Removed& each : import.removed)
    removed.push_back(entry_of(diag::Code::IMP015, each.place, each.words, each.reason));
  fill_list("import_removed", removed, into);
}

void fill_file(const ImportedFile& file, std::size_t number, const Dictionary& into) {
  into.set("number"_name, number);
  into.set("name"_name, file.file);
  into.set("outcome"_name,
           file.written.empty()
               ? outcome_of(file)
               : fmt::format("{}; {}", outcome_of(file),
                             words().say("import_source", fmt::arg("file", file.written))));
  if (file.refusal) {
    const Dictionary refused = into.section("refused"_name);
    refused.set("code"_name, diag::info(file.refusal->code).name);
    refused.set("reason"_name, file.refusal->reason);
    return;
  }
  fill_import(file.import, into.section("read"_name));
}

}  // namespace

std::string import_html(const std::vector<ImportedFile>& files, const HtmlTemplates& templates,
                        const Templates& assets) {
  const auto read = static_cast<std::size_t>(
      std::ranges::count_if(files, [](const ImportedFile& file) { return !file.refusal; }));
  const Globals globals = {.root = "", .page_title = words()["import_title"], .language = "en-GB"};
  return templates.expand("import", globals, [&](const Dictionary& into) {
    into.set("styles"_name, styles_alone(assets, "html/import.css"));
    into.set(
        "described"_name,
        words().say("import_read", fmt::arg("documents", words().count(read, "import_documents")),
                    fmt::arg("count", files.size() - read)));
    if (files.size() > 1) {
      const Dictionary several = into.section("several"_name);
      for (std::size_t i = 0; i < files.size(); ++i) {
        const Dictionary entry = several.section("entry"_name);
        entry.set("number"_name, i + 1);
        entry.set("file"_name, files[i].file);
        entry.set("outcome"_name, outcome_of(files[i]));
      }
    }
    for (std::size_t i = 0; i < files.size(); ++i)
      fill_file(files[i], i + 1, into.section("file"_name));
  });
}

}  // namespace concord::render
