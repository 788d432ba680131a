#include "render/html_import.h"

#include <fmt/format.h>

#include <algorithm>

#include "intake/read.h"
#include "render/html_alone.h"
#include "view/counted.h"

namespace concord::render {
namespace {

std::string outcome_of(const ImportedFile& file) {
  if (file.refusal) return "not read";
  return fmt::format("{}, {} to look at", file.kind,
                     view::counted(file.import.doubts.size(), "place", "places"));
}

void fill_fact(std::string_view name, std::size_t value, const Dictionary& into) {
  const Dictionary fact = into.section("fact"_name);
  fact.set("name"_name, name);
  fact.set("value"_name, value);
}

void fill_facts(const intake::Import& import, const Dictionary& into) {
  const intake::Counts& found = import.recognised;
  fill_fact("Words", import.words_read, into);
  fill_fact("Headings", found.headings, into);
  fill_fact("Paragraphs", found.clauses, into);
  fill_fact("Items", found.items, into);
  fill_fact("Quotations", found.quotations, into);
  fill_fact("Tables", found.tables, into);
  fill_fact("Footnotes", found.footnotes, into);
}

struct Entry {
  std::string place;
  std::string words;
  std::string reason;
};

void fill_list(std::string_view heading, const std::vector<Entry>& entries,
               const Dictionary& into) {
  const Dictionary list = into.section("list"_name);
  list.set("heading"_name, heading);
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
    doubts.push_back({intake::in_words(doubt.place), doubt.words,
                      fmt::format("{}: {}", diag::info(doubt.code).name, doubt.reason)});
  fill_list("Doubtful", doubts, into);
  std::vector<Entry> repairs;
  for (const intake::PlacedRepair& each : import.repaired)
    repairs.push_back({intake::in_words(each.place), each.repair.to,
                       fmt::format("{}: was \u201c{}\u201d", each.repair.at, each.repair.from)});
  fill_list("Repaired", repairs, into);
  std::vector<Entry> removed;
  for (const intake::Removed& each : import.removed)
    removed.push_back({intake::in_words(each.place), each.words, each.reason});
  fill_list("Removed", removed, into);
}

void fill_file(const ImportedFile& file, std::size_t number, const Dictionary& into) {
  into.set("number"_name, number);
  into.set("name"_name, file.file);
  into.set("outcome"_name, file.written.empty()
                               ? outcome_of(file)
                               : fmt::format("{}; source: {}", outcome_of(file), file.written));
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
  const Globals globals = {.root = "", .page_title = "Report of the import", .language = "en-GB"};
  return templates.expand("import", globals, [&](const Dictionary& into) {
    into.set("styles"_name, styles_alone(assets, "html/import.css"));
    into.set("described"_name,
             fmt::format("{} read, {} not read", view::counted(read, "document", "documents"),
                         files.size() - read));
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
