#include "passes/targets.h"

#include <fmt/format.h>

#include <algorithm>

#include "graph/numbers.h"

namespace concord::passes {
namespace {

using graph::Clause;
using graph::ClauseId;

std::string singular_words(std::string_view text) {
  std::string all;
  for (const Word& word : Words(text)) {
    all += word.singular;
    all += ' ';
  }
  return all;
}

// The labels of "(a) advise, (b) report", from a first one on: (a), (i) or (1).
std::set<std::string> labels_in(std::string_view text) {
  constexpr std::size_t longest = 5;
  std::set<std::string> labels;
  for (auto at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const auto close = text.substr(at + 1, longest).find(')');
    if (close == std::string_view::npos || close == 0) continue;
    std::string label = fold(text.substr(at + 1, close));
    const bool first = label == "a" || label == "i" || label == "1";
    if (first || !labels.empty()) labels.insert(std::move(label));
  }
  return labels;
}

}  // namespace

Targets::Targets(const Subject& subject) : subject_(subject), numbers_(subject.graph) {
  for (const Clause& clause : subject.graph.clauses) {
    if (clause.kind == graph::Kind::footnote) notes_.try_emplace(clause.number.label, clause.id);
    for (const syntax::Mark& mark : clause.words().marks)
      if (mark.kind == syntax::MarkKind::footnote) note_places_.try_emplace(mark.target, clause.id);
    if (clause.kind == graph::Kind::section) add_heading(clause);
  }
}

// "Appendix A: Forms". The title of the text says where it stands in something larger.
void Targets::add_heading(const Clause& clause) {
  titles_.insert(singular_words(clause.heading.text));
  if (clause.key == "title") return;
  const std::string printed = fmt::format("{} {}", clause.number.label, clause.heading.text);
  const std::uint32_t begin = skip_spaces(printed, 0);
  if (begin >= printed.size()) return;
  const Forms forms{.welsh = subject_.graph.metadata.language.starts_with("cy")};
  const auto citation = citation_at(printed, begin, subject_.vocabulary, forms);
  if (!citation || citation->numbers.size() > 1) return;
  headings_[{citation->noun, citation->numbers.front().parts}].push_back(clause.id);
  nouns_.insert(citation->noun);
}

Holders Targets::find(const Citation& citation, const CitedNumber& number,
                      std::optional<ClauseId> around, const Clause& from) const {
  const auto heading = headings_.find({citation.noun, number.parts});
  if (heading != headings_.end()) {
    const Holders all(heading->second);
    const Holders inside = around ? numbers_.within(all, subject_.graph[*around]) : all;
    if (!inside.empty()) return inside;
  }
  // "Article 2.01" stands below Article 2; "Schedule 2" is no paragraph.
  if (citation.unit == Unit::outer && (number.parts.size() < 2 || !has(citation.noun))) return {};
  if (around) return numbers_.find_in(subject_.graph[*around], number.parts);
  const Holders found = numbers_.find(number.parts, number.relative, from);
  if (citation.noun != "section" || found.size() < 2) return found;
  const auto is_section = [&](ClauseId id) {
    return subject_.graph[id].kind == graph::Kind::section;
  };
  const auto section = std::ranges::find_if(found, is_section);
  const bool one = std::ranges::count_if(found, is_section) == 1;
  return one ? found.subspan(static_cast<std::size_t>(section - found.begin()), 1) : found;
}

bool Targets::is_heading(std::string_view words) const {
  return titles_.contains(singular_words(words));
}

bool Targets::counts_inline(const Clause& clause, const std::string& label) {
  const auto [labels, fresh] = inline_labels_.try_emplace(clause.id);
  if (fresh) labels->second = labels_in(clause.words().text);
  return labels->second.contains(label);
}

std::optional<ClauseId> Targets::footnote(std::string_view label) const {
  const auto note = notes_.find(label);
  return note == notes_.end() ? std::nullopt : std::optional(note->second);
}

ClauseId Targets::place_of(const Clause& clause) const {
  const Clause* at = &clause;
  while (at->parent) at = &subject_.graph[*at->parent];
  const auto mark = note_places_.find(at->number.label);
  return at->kind == graph::Kind::footnote && mark != note_places_.end() ? mark->second : clause.id;
}

bool Targets::is_around(const Clause& outer, const Clause& inner) const {
  for (auto at = inner.parent; at; at = subject_.graph[*at].parent)
    if (*at == outer.id) return true;
  return false;
}

}  // namespace concord::passes
