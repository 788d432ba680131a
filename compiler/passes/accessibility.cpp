// What would stop a reader who listens to the text: skipped headings, links that say nothing,
// tables without headers.

#include <fmt/format.h>

#include <algorithm>

#include "diag/messages.h"
#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;

// "here", "click here", "available here", "click for the policy"
bool says_nothing(std::string_view words, const syntax::WordLists& lists) {
  const Words all(words);
  if (all.empty()) return false;
  return all[all.size() - 1].folded == "here" || all[0].folded == "click" ||
         lists.empty_link_texts.contains(fold(words));
}

// The address of a link that was not read as one, which is said of it already.
bool is_broken_link(std::string_view text, Range address) {
  const std::string_view before = text.substr(0, address.begin);
  return before.ends_with("](") || before.ends_with("] (");
}

void check_headings(const Subject& subject) {
  int last = 0;
  for (const Clause& clause : subject.graph.clauses) {
    if (clause.kind != graph::Kind::section) continue;
    // Before the first heading stands the title, printed or not, at level 1.
    const int least = std::max(last, 1);
    if (clause.heading_level > least + 1)
      subject.sink.report({diag::Code::A11Y001, clause.span,
                           fmt::format(diag::A11Y001::skipped, clause.heading_level, least)});
    last = clause.heading_level;
  }
}

void check_links(const Subject& subject, const Clause& clause) {
  for (const syntax::Mark& mark : clause.words().marks) {
    if (mark.kind != syntax::MarkKind::link) continue;
    const std::string_view words = slice(clause.words().text, mark.range);
    const bool inside = mark.target.starts_with('#');
    if (words.empty() && !inside) {
      subject.report(diag::Code::A11Y002, clause, mark.range,
                     fmt::format(diag::A11Y002::no_text, mark.target));
    } else if (says_nothing(words, subject.registers.lists)) {
      subject.report(diag::Code::A11Y002, clause, mark.range,
                     fmt::format(diag::A11Y002::says_nothing, words));
    } else if ((words.starts_with("http://") || words.starts_with("https://") ||
                words.starts_with("www.")) &&
               !is_broken_link(clause.words().text, mark.range)) {
      subject.report(diag::Code::A11Y004, clause, mark.range, diag::A11Y004::bare_address);
    }
  }
}

void check_table(const Subject& subject, const Clause& clause) {
  const auto is_empty = [](const syntax::Cell& cell) { return cell.prose.text.empty(); };
  if (clause.table && std::ranges::all_of(clause.table->header, is_empty))
    subject.sink.report({diag::Code::A11Y003, clause.span, diag::A11Y003::no_header});
}

}  // namespace

void check_accessibility(const Subject& subject) {
  check_headings(subject);
  for (const Clause& clause : subject.graph.clauses) {
    check_links(subject, clause);
    check_table(subject, clause);
  }
}

}  // namespace concord::passes
