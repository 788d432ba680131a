// A reference that still resolves and leads elsewhere is the worst fault of a revision: nobody sees
// it.
//
// References are compared by where they led and lead: what the lineage says became of the old
// target is what the reference must lead to now. Only citations whose words nobody touched are
// looked at; who writes another number means another clause.

#include "draft/since.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "diag/messages.h"
#include "draft/carried.h"
#include "draft/sequence.h"
#include "graph/former_keys.h"
#include "passes/subject.h"

namespace concord::draft {
namespace {

using diag::Code;
using graph::Clause;
using passes::Protocol;
using passes::Reference;
using Clauses = std::vector<ClauseId>;

bool contains(std::span<const ClauseId> clauses, ClauseId id) {
  return std::ranges::find(clauses, id) != clauses.end();
}

source::Span head_of(const Clause& clause) {
  return clause.number_span.end > clause.number_span.begin ? clause.number_span : clause.span;
}

// "5.4" ("Members should ask …").
std::string described(const Clause& clause) {
  constexpr std::size_t longest = 40;
  const std::string& words = clause.words().text;
  const std::size_t cut =
      words.size() <= longest ? words.size() : std::min(words.find(' ', longest), words.size());
  return fmt::format("{} (\"{}{}\")", passes::shown(clause), words.substr(0, cut),
                     cut < words.size() ? " …" : "");
}

bool is_word_at(std::string_view text, std::size_t at, std::size_t length) {
  const auto counts = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  return (at == 0 || !counts(text[at - 1])) &&
         (at + length >= text.size() || !counts(text[at + length]));
}

class Check {
 public:
  Check(const Protocol& before, const Protocol& after, const Revision& revision,
        const source::SourceMap& sources, diag::Sink& sink)
      : before_(before),
        after_(after),
        former_(graph::former_keys(after.graph(), before.graph())),
        revision_(revision),
        sources_(sources),
        sink_(sink) {}

  void run() {
    for (const CarriedCitation& each : carried_citations(before_, after_, revision_)) check(each);
    check_titles();
    check_identifiers();
    check_former();
    check_deleted();
  }

 private:
  const Clause& then(ClauseId id) const { return before_[id]; }
  const Clause& now(ClauseId id) const { return after_[id]; }

  // ---- references

  void report(Code code, const Reference& reference, std::string message,
              std::vector<diag::Note> notes = {}, std::vector<diag::Fix> fixes = {}) {
    if (now(reference.from).attributes.find("sic") != nullptr) return;
    sink_.report({code, reference.span, std::move(message), std::move(notes), std::move(fixes)});
  }

  void check(const CarriedCitation& citation) {
    Clauses old_targets;
    for (const std::size_t i : citation.before)
      if (const Reference& each = before_.references()[i];
          each.kind == passes::ReferenceKind::internal && each.to)
        old_targets.push_back(*each.to);
    if (old_targets.empty()) return;
    const Reference& first = after_.references()[citation.after.front()];
    if (citation.before.size() == 1 && citation.after.size() == 1) {
      check_single(first, old_targets.front());
    } else {
      check_range(citation, old_targets);
    }
  }

  void check_single(const Reference& reference, ClauseId old_target) {
    const auto successors = revision_.successors(old_target);
    if (reference.to && contains(successors, *reference.to))
      return check_effect(reference, old_target);
    if (successors.empty()) return report_deleted(reference, old_target);
    const Clause& meant = now(successors.front());
    const std::string led_to = described(then(old_target));
    const std::string is = passes::shown(meant);
    report(Code::REF012, reference,
           reference.to ? fmt::format(diag::REF012::leads_elsewhere, reference.text, led_to,
                                      described(now(*reference.to)), is)
                        : fmt::format(diag::REF012::leads_nowhere, reference.text, led_to, is),
           {{diag::REF012::meant_here, head_of(meant)}},
           fixes_for(reference, then(old_target).full_number, meant));
  }

  std::vector<diag::Fix> fixes_for(const Reference& reference, std::string_view was,
                                   const Clause& meant) const {
    if (reference.numbers.empty() || reference.target.starts_with('#')) return {};
    const Clause& from = now(reference.from);
    const syntax::Range range = reference.numbers.front().range;
    const std::string printed = from.words().text.substr(range.begin, range.end - range.begin);
    const source::Span span = from.words().span(range, from.span);
    const auto text = cited_anew(printed, was, meant.full_number);
    if (!text || sources_.text(span) != printed) return {};
    return {{fmt::format(diag::REF012::write, *text), span, *text, false}};
  }

  void report_deleted(const Reference& reference, ClauseId old_target) {
    const Clause& gone = then(old_target);
    report(Code::REF013, reference,
           reference.to ? fmt::format(diag::REF013::leads_elsewhere, reference.text,
                                      described(gone), described(now(*reference.to)))
                        : fmt::format(diag::REF013::leads_nowhere, reference.text, described(gone)),
           {{diag::REF013::stood_here, head_of(gone)}});
  }

  void check_effect(const Reference& reference, ClauseId old_target) {
    const Change& change = revision_.of_earlier(old_target);
    if (!change.descent.one_to_one() || change.effects.empty()) return;
    const Effect& effect = change.effects.front();
    const auto quoted = [](const std::string& words) {
      return words.empty() ? std::string("nothing") : "\"" + words + "\"";
    };
    report(Code::REF014, reference,
           fmt::format(diag::REF014::changed, reference.text, quoted(effect.before),
                       quoted(effect.after)),
           {{diag::REF014::this_one, head_of(now(*reference.to))}});
  }

  // "4 to 6" led to old_targets.
  void check_range(const CarriedCitation& citation, const Clauses& old_targets) {
    Clauses members;
    for (const std::size_t i : citation.after)
      if (const auto to = after_.references()[i].to) members.push_back(*to);
    bool wrong = check_end(after_.references()[citation.after.front()], old_targets.front());
    if (citation.after.size() > 1)
      wrong = check_end(after_.references()[citation.after.back()], old_targets.back()) || wrong;
    if (!wrong) report_members(after_.references()[citation.after.front()], old_targets, members);
  }

  // True where the end of a range is another clause than it was.
  bool check_end(const Reference& end, ClauseId old_target) {
    const auto successors = revision_.successors(old_target);
    if (successors.empty() || (end.to && contains(successors, *end.to))) return false;
    check_single(end, old_target);
    return true;
  }

  void report_members(const Reference& reference, const Clauses& old_targets,
                      const Clauses& members) {
    std::vector<std::string> changes;
    Clauses expected;
    for (const ClauseId each : old_targets) {
      const auto successors = revision_.successors(each);
      expected.insert(expected.end(), successors.begin(), successors.end());
      const bool kept = std::ranges::any_of(
          successors, [&](ClauseId successor) { return contains(members, successor); });
      if (!kept) changes.push_back(fmt::format(diag::REF015::left_out, described(then(each))));
    }
    for (const ClauseId each : members)
      if (!contains(expected, each))
        changes.push_back(fmt::format(diag::REF015::taken_in, described(now(each))));
    if (changes.empty()) return;
    report(Code::REF015, reference,
           fmt::format(diag::REF015::other_members, reference.text, fmt::join(changes, ", ")));
  }

  // ---- headings mentioned by their words

  void check_titles() {
    for (const Change& change : revision_.changes()) {
      const Descent& descent = change.descent;
      if (!descent.one_to_one() || descent.wording != Wording::words) continue;
      const Clause& old_heading = then(descent.before.front());
      const Clause& heading = now(descent.after.front());
      if (old_heading.kind != graph::Kind::section || heading.kind != graph::Kind::section)
        continue;
      if (heading.heading.text.find(old_heading.heading.text) != std::string::npos) continue;
      for (const Clause& clause : after_.clauses()) check_mention(clause, old_heading, heading);
    }
  }

  // Words of a heading are many: one word counts in quotation marks alone.
  void check_mention(const Clause& clause, const Clause& old_heading, const Clause& heading) {
    const std::string& title = old_heading.heading.text;
    const std::string& text = clause.words().text;
    if (title.empty() || clause.id == heading.id || clause.attributes.find("sic") != nullptr)
      return;
    const std::size_t at = text.find(title);
    if (at == std::string::npos || !is_word_at(text, at, title.size())) return;
    const std::string_view before = std::string_view(text).substr(0, at);
    const bool quoted = before.ends_with('"') || before.ends_with('\'') ||
                        before.ends_with("\xE2\x80\x9C") || before.ends_with("\xE2\x80\x98");
    if (title.find(' ') == std::string::npos && !quoted) return;
    const syntax::Range range{static_cast<std::uint32_t>(at),
                              static_cast<std::uint32_t>(at + title.size())};
    const source::Span span = clause.words().span(range, clause.span);
    std::vector<diag::Fix> fixes;
    if (sources_.text(span) == title)
      fixes = {{fmt::format(diag::REF016::write, heading.heading.text), span, heading.heading.text,
                false}};
    sink_.report({Code::REF016,
                  span,
                  fmt::format(diag::REF016::earlier_words, title, passes::shown(heading),
                              heading.heading.text),
                  {{diag::REF016::heading_here, head_of(heading)}},
                  std::move(fixes)});
  }

  // ---- identifiers

  bool is_declared(const Clause& gone) const {
    return std::ranges::any_of(after_.metadata().deleted, [&](const syntax::Deletion& each) {
      return each.clause == gone.key || each.clause == gone.full_number;
    });
  }

  void check_identifiers() {
    std::set<std::string, std::less<>> former;
    for (const graph::FormerKey& each : former_) former.insert(each.key);
    std::set<ClauseId> told;  // with them what stands below and is named after them
    for (const Clause& old : before_.clauses()) {
      const auto holder = after_.graph().find(old.key);
      const auto successors = revision_.successors(old.id);
      if ((holder && contains(successors, *holder)) || former.contains(old.key) || is_declared(old))
        continue;
      const bool below_told = old.parent && told.contains(*old.parent) &&
                              old.key.starts_with(then(*old.parent).key + ".");
      told.insert(old.id);
      if (!below_told && !share_number(holder, successors))
        report_identifier(old, holder, successors);
    }
  }

  // Two clauses of one number: that the number is there twice is a finding of its own, and with it
  // this one goes.
  bool share_number(std::optional<ClauseId> holder, std::span<const ClauseId> successors) const {
    if (!holder || successors.empty()) return false;
    const Clause& heir = now(successors.front());
    return !heir.full_number.empty() && heir.full_number == now(*holder).full_number &&
           !passes::accepted(heir);
  }

  void report_identifier(const Clause& old, std::optional<ClauseId> holder,
                         std::span<const ClauseId> successors) {
    std::vector<diag::Note> notes{{diag::ID002::before_here, head_of(old)}};
    std::vector<diag::Fix> fixes;
    source::Span place{after_.graph().file, 0, 0};
    if (!successors.empty()) {
      const Clause& heir = now(successors.front());
      place = head_of(heir);
      if (holder) notes.push_back({diag::ID002::stands_here_now, place});
      const bool said = std::ranges::any_of(former_, [&](const graph::FormerKey& each) {
        return each.written && each.clause == heir.id;
      });
      if (takes_attributes(heir) && !said) {
        const std::string* const older = heir.attributes.find("formerly");
        const std::string keys = older == nullptr ? old.key : old.key + " " + *older;
        const Edit edit = former_edit(sources_.text(place.file), after_.graph(), heir, keys);
        fixes.push_back(
            {fmt::format(diag::ID002::add_formerly, old.key), edit.span, edit.text, false});
      }
    }
    const diag::Code code = holder ? Code::VER002 : Code::ID002;
    sink_.report({code, holder ? head_of(now(*holder)) : place,
                  what_became_of(old, holder, successors), std::move(notes), std::move(fixes)});
  }

  // Of the clause whose identifier another has (VER002), or none (ID002).
  std::string what_became_of(const Clause& old, std::optional<ClauseId> holder,
                             std::span<const ClauseId> successors) const {
    const std::string was = described(old);
    if (successors.empty())
      return holder ? fmt::format(diag::VER002::of_deleted, old.key, was)
                    : fmt::format(diag::ID002::deleted, old.key, was);
    const std::string is = passes::shown(now(successors.front()));
    if (!holder) return fmt::format(diag::ID002::moved, old.key, was, is);
    return fmt::format(diag::VER002::of_moved, old.key, was, is);
  }

  void check_former() {
    std::set<std::string, std::less<>> known;
    std::vector<std::string> keys;
    for (const Clause& clause : before_.clauses()) keys.push_back(clause.key);
    known.insert(keys.begin(), keys.end());
    for (const graph::FormerKey& each : graph::former_keys(before_.graph())) known.insert(each.key);
    for (const graph::FormerKey& each : former_) {
      if (!each.written || known.contains(each.key)) continue;
      std::vector<diag::Note> notes;
      for (const std::string& near : diag::nearest(each.key, keys))
        notes.push_back({fmt::format(diag::VER001::did_you_mean, near), std::nullopt});
      sink_.report({Code::VER001, now(each.clause).attributes.span,
                    fmt::format(diag::VER001::no_such_clause, each.key), std::move(notes)});
    }
    for (const graph::FormerKey& each : former_)
      if (each.written) check_words_of_former(each);
  }

  // `formerly=` outdoes the words: that it is on the wrong clause only the words show.
  void check_words_of_former(const graph::FormerKey& former) {
    const auto old = before_.graph().find(former.key);
    if (!old || then(*old).words().text.empty() || has_words_of(now(former.clause), *old)) return;
    const auto has_them_from_it = [&](const Clause& each) {
      const auto origins = revision_.origins(each.id);
      return has_words_of(each, *old) && std::ranges::none_of(origins, [&](ClauseId origin) {
               return origin != *old && has_words_of(each, origin);
             });
    };
    const auto other = std::ranges::find_if(after_.clauses(), has_them_from_it);
    if (other == after_.clauses().end()) return;
    sink_.report({Code::VER001,
                  now(former.clause).attributes.span,
                  fmt::format(diag::VER001::words_elsewhere, former.key,
                              passes::shown(now(former.clause)), passes::shown(*other)),
                  {{diag::VER001::words_here, head_of(*other)}}});
  }

  bool has_words_of(const Clause& clause, ClauseId old) const {
    return clause.kind == then(old).kind && syntax::same_words(clause.words(), then(old).words());
  }

  void check_deleted() {
    const auto& deleted = after_.metadata().deleted;
    for (std::size_t i = 0; i < deleted.size(); ++i) {
      const std::string& name = deleted[i].clause;
      if (std::ranges::find(before_.metadata().deleted, deleted[i]) !=
          before_.metadata().deleted.end())
        continue;  // it went before that version
      const source::Span place =
          after_.metadata().span(fmt::format("deleted.{}", i), after_.graph().file);
      const auto old = std::ranges::find_if(before_.clauses(), [&](const Clause& clause) {
        return clause.key == name || clause.full_number == name;
      });
      if (old == before_.clauses().end()) {
        sink_.report({Code::VER003, place, fmt::format(diag::VER003::no_such_clause, name)});
      } else if (const auto heirs = revision_.successors(old->id); !heirs.empty()) {
        sink_.report({Code::VER003,
                      place,
                      fmt::format(diag::VER003::not_gone, name, described(now(heirs.front()))),
                      {{diag::VER003::stands_here, head_of(now(heirs.front()))}}});
      }
    }
  }

  const Protocol& before_;
  const Protocol& after_;
  const std::vector<graph::FormerKey> former_;  // that the later one says of the earlier
  const Revision& revision_;
  const source::SourceMap& sources_;
  diag::Sink& sink_;
};

// The innermost clause whose lines hold the place; none for the front matter.
std::optional<ClauseId> clause_at(const Protocol& protocol, source::Span place) {
  std::optional<ClauseId> found;
  for (const Clause& clause : protocol.clauses())
    if (clause.span.begin <= place.begin && place.begin < clause.span.end) found = clause.id;
  return found;
}

// What a finding is about: its code, the clause of the earlier version, the words.
using About = std::tuple<Code, std::optional<ClauseId>, std::string>;

// `here` is where it is found, and `origin` what that was in the earlier version. Attributes are
// written anew when numbers change: of what is found in them the message says what it is.
About about(const diag::Diagnostic& finding, const Protocol& protocol, std::optional<ClauseId> here,
            std::optional<ClauseId> origin, const source::SourceMap& sources) {
  const bool in_attributes = here && protocol[*here].attributes.span == finding.span;
  return {finding.code, origin,
          in_attributes ? finding.message : std::string(sources.text(finding.span))};
}

// The entries of `repairs:` that were taken over as they stood. Of entries that put the same words
// right, the first here is the first there, so that one whose place was set right already is no
// other's.
std::vector<std::optional<Before::Meant>> repairs_taken_over(const Protocol& before,
                                                             const Protocol& after,
                                                             const Revision& revision) {
  std::vector<std::optional<Before::Meant>> known;
  std::vector<syntax::Repair> left = before.metadata().repairs;
  for (const syntax::Repair& each : after.metadata().repairs) {
    known.emplace_back();
    const auto origin = std::ranges::find_if(left, [&](const syntax::Repair& other) {
      return std::tie(other.from, other.to, other.note) == std::tie(each.from, each.to, each.note);
    });
    if (origin == left.end()) continue;
    const auto clause = repaired_clause(before.graph(), origin->at);
    if (clause && origin->at == each.at) {
      const auto heirs = revision.successors(*clause);
      known.back() = Before::Meant{std::nullopt, before[*clause].full_number};
      if (!heirs.empty()) known.back()->clause = heirs.front();
    }
    left.erase(origin);
  }
  return known;
}

// What `formerly=` says of versions before the earlier one, by clause.
std::vector<std::vector<std::string>> older_keys(const Protocol& before, const Protocol& after) {
  const auto of_before = graph::former_keys(after.graph(), before.graph());
  std::vector<std::vector<std::string>> older(after.clauses().size());
  for (const graph::FormerKey& each : graph::former_keys(after.graph()))
    if (each.written && std::ranges::find(of_before, each) == of_before.end())
      older[graph::index(each.clause)].push_back(each.key);
  return older;
}

}  // namespace

void check_since(const Protocol& before, const Protocol& after, const Revision& revision,
                 const source::SourceMap& sources, diag::Sink& sink) {
  Check(before, after, revision, sources, sink).run();
}

Before known_before(const Protocol& before, const Protocol& after, const Revision& revision) {
  Before known;
  known.references.resize(after.references().size());
  const auto note = [&](std::size_t place, std::size_t earlier) {
    const auto old_target = before.references()[earlier].to;
    const Reference& reference = after.references()[place];
    if (!old_target || reference.kind != passes::ReferenceKind::internal) return;
    const auto successors = revision.successors(*old_target);
    if (reference.to && contains(successors, *reference.to) && !reference.ambiguous) return;
    Before::Meant meant{std::nullopt, before[*old_target].full_number};
    if (!successors.empty()) meant.clause = successors.front();
    known.references[place] = std::move(meant);
  };
  for (const CarriedCitation& each : carried_citations(before, after, revision)) {
    note(each.after.front(), each.before.front());
    if (each.after.size() > 1) note(each.after.back(), each.before.back());
  }
  known.repairs = repairs_taken_over(before, after, revision);
  known.older_keys = older_keys(before, after);
  known.keys.resize(after.clauses().size());
  for (const Change& change : revision.changes()) {
    if (change.descent.added() || change.descent.deleted()) continue;
    auto& keys = known.keys[graph::index(change.descent.after.front())];
    for (const ClauseId each : change.descent.before) keys.push_back(before[each].key);
  }
  return known;
}

std::vector<bool> known_findings(const std::vector<diag::Finding>& before,
                                 const std::vector<diag::Finding>& after, const Protocol& earlier,
                                 const Protocol& later, const Revision& revision,
                                 const source::SourceMap& sources) {
  std::multiset<About> old;
  for (const diag::Finding& each : before) {
    const auto clause = clause_at(earlier, each.diagnostic.span);
    old.insert(about(each.diagnostic, earlier, clause, clause, sources));
  }
  std::vector<bool> known;
  for (const diag::Finding& each : after) {
    const auto here = clause_at(later, each.diagnostic.span);
    const auto origins = here ? revision.origins(*here) : std::span<const ClauseId>{};
    if (here && origins.empty()) {
      known.push_back(false);
      continue;
    }
    const auto origin = here ? std::optional(origins.front()) : std::nullopt;
    const auto found = old.find(about(each.diagnostic, later, here, origin, sources));
    known.push_back(found != old.end());
    if (found != old.end()) old.erase(found);
  }
  return known;
}

}  // namespace concord::draft
