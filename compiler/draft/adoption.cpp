#include "draft/adoption.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "draft/renumber.h"
#include "draft/versions.h"
#include "language/words.h"
#include "syntax/attributes.h"
#include "syntax/source_edits.h"

namespace concord::draft {
namespace {

using graph::Clause;
using graph::ClauseGraph;

void gather_notes(const std::vector<syntax::Block>& blocks, std::vector<std::string>& into) {
  for (const syntax::Block& block : blocks) {
    for (const syntax::DraftingNote& note : block.notes) into.push_back(note.text);
    gather_notes(block.children, into);
  }
}

// The attributes without their reason; the space before them goes with the last.
Edit without_reason(std::string_view text, const Clause& clause) {
  syntax::Attributes rest = clause.attributes;
  rest.values.erase("reason");
  source::Span span = clause.attributes.span;
  std::string written = syntax::to_markdown(rest);
  while (written.empty() && span.begin > 0 && text[span.begin - 1] == ' ') --span.begin;
  return {Edit::Kind::metadata, clause.id, span, std::move(written)};
}

std::string take_reasons(const Reread& read, std::vector<std::string>& into) {
  const std::string_view text = read.sources.text(read.graph.file);
  std::vector<Edit> edits;
  for (const Clause& clause : read.graph.clauses) {
    const std::string* reason = clause.attributes.find("reason");
    if (reason == nullptr) continue;
    const std::string& name = clause.full_number.empty() ? clause.key : clause.full_number;
    into.push_back(fmt::format("{}: {}", name, *reason));
    edits.push_back(without_reason(text, clause));
  }
  return applied(text, edits);
}

// The history with the new version at its end.
std::vector<syntax::Version> history(const syntax::Metadata& draft,
                                     const std::vector<syntax::Version>& earlier,
                                     const Resolution& resolution) {
  std::vector<syntax::Version> all = draft.versions;
  const auto is_known = [&](const syntax::Version& each) {
    return std::ranges::find(earlier, each) != earlier.end();
  };
  if (all.empty() || is_known(all.back())) all.emplace_back();
  syntax::Version& own = all.back();
  own.date = resolution.adopted.date;
  own.minute = resolution.adopted.minute;
  if (own.authority.empty()) own.authority = resolution.adopted.body;
  if (!resolution.label.empty()) own.version = resolution.label;
  return all;
}

// What came of it is what was wanted, and nothing else.
bool is_as_resolved(const ClauseGraph& draft, const Reread& made, const Resolution& resolution,
                    const std::vector<syntax::Version>& versions) {
  std::vector<std::string> notes;
  gather_notes(made.document.blocks, notes);
  const syntax::Metadata& metadata = made.graph.metadata;
  return notes.empty() && metadata.status == syntax::Status::adopted &&
         metadata.adopted == resolution.adopted && metadata.versions == versions &&
         same_clauses(draft, made.graph);
}

}  // namespace

AdoptedText adopt(const Reader& reader, const passes::Protocol& draft,
                  const syntax::Metadata& earlier, const Resolution& resolution) {
  AdoptedText made;
  const std::string_view name = reader.sources.name(draft.graph().file);
  Rewriting frozen = freeze(reader, draft);
  made.obstacles = std::move(frozen.obstacles);
  if (!made.obstacles.empty()) return made;
  made.numbers =
      static_cast<std::size_t>(std::ranges::count(frozen.edits, Edit::Kind::number, &Edit::kind));
  const Reread literal(name, std::move(frozen.text));
  gather_notes(literal.document.blocks, made.notes);
  std::string text = syntax::without_notes(take_reasons(literal, made.reasons));
  const std::vector<syntax::Version> versions =
      history(draft.metadata(), earlier.versions, resolution);
  made.origin = has_origin_of(draft.metadata(), earlier);
  if (made.origin)
    for (const std::string_view key : {"source", "repairs"})
      text = syntax::with_entry(text, key, "");
  text = syntax::with_entry(text, "status", syntax::status_lines(syntax::Status::adopted));
  text = syntax::with_entry(text, "adopted", syntax::adoption_lines(resolution.adopted));
  text = syntax::with_entry(text, "versions", syntax::version_lines(versions));
  if (!is_as_resolved(draft.graph(), Reread(name, text), resolution, versions))
    made.obstacles.push_back({draft.graph().clauses.front().span,
                              "without its notes and reasons the text would be read differently"});
  made.text = std::move(text);
  return made;
}

std::string superseded(std::string_view source) {
  return syntax::with_entry(source, "status", syntax::status_lines(syntax::Status::superseded));
}

}  // namespace concord::draft
