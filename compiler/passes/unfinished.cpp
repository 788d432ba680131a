// What was begun and not written: a heading or clause without words, a section with nothing below
// its heading, "the following:" with nothing after it.

#include <fmt/format.h>

#include <algorithm>

#include "diag/messages.h"
#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;
using graph::Kind;

class Pass {
 public:
  explicit Pass(const Subject& subject) : subject_(subject) {}

  void run() const {
    for (const Clause& clause : subject_.graph.clauses) {
      if (clause.key == "title") continue;
      if (clause.words().empty() && clause.children.empty() && !clause.table) {
        report_empty(clause);
      } else if (clause.kind == Kind::section) {
        check_section(clause);
      } else if (leads_in(clause) && !is_followed(clause)) {
        report_lead_in(clause);
      }
    }
  }

 private:
  const syntax::WordLists& lists() const { return subject_.registers.lists; }

  void report(diag::Code code, const Clause& clause, std::string message) const {
    subject_.sink.report({code, clause.span, std::move(message)});
  }

  void report_empty(const Clause& clause) const {
    if (clause.kind == Kind::footnote) return;  // the footnotes' pass says so
    const std::string_view what = clause.kind == Kind::section ? "heading"
                                  : clause.kind == Kind::item  ? "item"
                                                               : "clause";
    report(diag::Code::SYN013, clause,
           clause.full_number.empty() ? fmt::format(diag::SYN013::unnumbered, what)
                                      : fmt::format(diag::SYN013::numbered, what, shown(clause)));
  }

  void check_section(const Clause& section) const {
    const bool abandoned = std::ranges::any_of(subject_.words_of(section), [&](const Word& word) {
      return lists().abandoned_words.contains(word.folded);
    });
    if (abandoned || !section.children.empty() || has_text_below(section)) return;
    const Range whole{0, static_cast<std::uint32_t>(section.heading.text.size())};
    subject_.report(diag::Code::SYN013, section, whole,
                    fmt::format(diag::SYN013::nothing_below, section.heading.text));
  }

  // Where sections are not nested (a Part and its sections on one level), what follows may still be
  // the heading's own.
  bool has_text_below(const Clause& section) const {
    const Clause* next = after(section);
    if (next == nullptr || next->kind == Kind::footnote) return false;
    if (next->kind != Kind::section) return true;
    return next->heading_level > section.heading_level ||
           (section.full_number.empty() && !next->full_number.empty());
  }

  const Clause* after(const Clause& clause) const {
    const std::size_t next = graph::index(clause.id) + 1;
    return next < subject_.graph.clauses.size() ? &subject_.graph.clauses[next] : nullptr;
  }

  // "which are as follows:", "Members must:", "the following –"
  bool leads_in(const Clause& clause) const {
    if (clause.table || is_quoted(subject_.graph, clause)) return false;
    const auto& words = subject_.words_of(clause);
    if (words.empty() || lists().form_words.contains(words[0].folded)) return false;
    const std::string_view text = clause.words().text;
    const std::string_view last = words[words.size() - 1].folded;
    const std::string_view sign = text.substr(words[words.size() - 1].range.end);
    const bool open = sign == ":" || sign == ":-" || sign == " -" || sign == " \xE2\x80\x93" ||
                      sign == " \xE2\x80\x94" || sign == ": -" || sign == ":\xE2\x80\x93";
    const bool follows = (sign == "." || sign.empty()) &&
                         (last == "follows" || last == "following") && words.size() > 2;
    return follows || (open && announces(words));
  }

  bool announces(const Words& words) const {
    return words.size() >= 6 || std::ranges::any_of(words, [&](const Word& word) {
             return lists().announcing_words.contains(word.folded);
           });
  }

  // By a list, a table, a quotation, or paragraphs that have no number of their own.
  bool is_followed(const Clause& clause) const {
    if (!clause.children.empty()) return true;
    const Clause* next = after(clause);
    if (next == nullptr || next->kind == Kind::section || next->kind == Kind::footnote)
      return false;
    if (next->kind == Kind::item) return next->parent != clause.parent;
    return next->full_number.empty();
  }

  void report_lead_in(const Clause& clause) const {
    const std::string_view text = clause.words().text;
    const auto& words = subject_.words_of(clause);
    const Range last{words[words.size() - 1].range.begin, static_cast<std::uint32_t>(text.size())};
    subject_.report(diag::Code::SYN012, clause, last,
                    fmt::format(diag::SYN012::nothing_follows, slice(text, last)));
  }

  const Subject& subject_;
};

}  // namespace

void check_unfinished(const Subject& subject) {
  Pass(subject).run();
}

}  // namespace concord::passes
