// The links that authors wrote. The text of a link within the document is a citation: it must give
// the number that the target has now.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <optional>
#include <span>

#include "diag/messages.h"
#include "graph/numbers.h"
#include "passes/citation.h"
#include "passes/owner.h"
#include "passes/subject.h"
#include "passes/vocabulary.h"

namespace concord::passes {
namespace {

using graph::Clause;
using syntax::Mark;

// The one place that a link's text cites ("paragraph 2.3", or a bare "2.3"), and whether the text
// says nothing else.
struct Cited {
  CitedNumber number;
  bool alone = false;
};

bool names_instrument(const Subject& subject, std::span<const Word> words, std::string_view text) {
  return !subject.vocabulary.instruments().phrases().find(text, words).empty() ||
         std::ranges::any_of(words, [&](const Word& word) {
           return subject.registers.lists.instrument_heads.contains(word.folded) ||
                  word.folded == "thereof";
         });
}

// Nothing where the words are an Act's or another document's: that number is not the target's.
std::optional<Cited> cited_in(const Subject& subject, const Clause& clause, Range link) {
  const std::string_view text = clause.words().text;
  auto bare = numbers_at(text, link.begin, subject.vocabulary);
  if (bare.size() == 1 && bare.front().range == link) return Cited{std::move(bare.front()), true};
  const Words& all = subject.words_of(clause);
  const auto begin_of = [](const Word& word) { return word.range.begin; };
  const auto first = std::ranges::lower_bound(all, link.begin, {}, begin_of);
  const auto last = std::ranges::lower_bound(first, all.end(), link.end, {}, begin_of);
  const std::span<const Word> words(first, last);
  if (names_instrument(subject, words, text)) return std::nullopt;
  OwnNames own;
  own.is_heading = [](std::string_view) { return false; };
  for (const Word& word : Words(subject.graph.metadata.title)) own.title.emplace(word.singular);
  const Forms forms{.welsh = subject.graph.metadata.language.starts_with("cy")};
  for (const Word& word : words) {
    auto citation = citation_at(text, word.range.begin, subject.vocabulary, forms);
    if (!citation || citation->numbers.size() > 1 || !within(citation->range, link)) continue;
    const OwnerReader owners(text, words, subject.vocabulary, own);
    const auto whose = owners.behind(citation->end).kind;
    if (whose == Owner::Kind::foreign || owners.before(citation->range.begin) != Owner::Kind::none)
      return std::nullopt;
    return Cited{std::move(citation->numbers.front()), citation->range == link};
  }
  return std::nullopt;
}

void check_number(const Subject& subject, const Clause& clause, Reference& reference,
                  const Clause& target) {
  if (target.full_number.empty()) return;
  const auto cited = cited_in(subject, clause, reference.range);
  if (!cited) return;
  const Range printed = cited->number.printed;
  reference.numbers = {{printed, target.id}};
  if (cited->number.parts == graph::parts_of(target.full_number)) return;
  std::vector<diag::Fix> fixes = {{fmt::format(diag::REF002::write, target.full_number),
                                   subject.span(clause, printed), target.full_number,
                                   cited->alone}};
  subject.report(diag::Code::REF002, clause, printed,
                 fmt::format(diag::REF002::says_other_number, slice(clause.words().text, printed),
                             shown(target)),
                 {{diag::REF002::target_here, subject.number_span(target)}}, std::move(fixes));
}

void report_missing(const Subject& subject, const Clause& clause, const Mark& mark) {
  const std::string key = mark.target.substr(1);
  std::vector<std::string> keys;
  for (const Clause& each : subject.graph.clauses) keys.push_back(each.key);
  subject.report(diag::Code::REF001, clause, mark.range,
                 fmt::format(diag::REF001::no_such_identifier, key), suggestions(key, keys, "#"));
}

// What an address leads to: an instrument with that very address, or a place outside.
void name_address(const Subject& subject, Reference& reference, const std::string& address) {
  const auto bare = [](std::string_view uri) {
    return uri.substr(0, uri.find_last_not_of('/') + 1);
  };
  reference.uri = address;
  reference.target = reference.text.empty() ? address : reference.text;
  for (const syntax::Instrument& instrument : subject.registers.instruments) {
    if (instrument.uri.empty() || bare(instrument.uri) != bare(address)) continue;
    reference.kind = ReferenceKind::instrument;
    reference.target = instrument.id;
  }
}

// "section/28", "regulation/4/1/a", "schedule/2/paragraph/3": a place of an instrument, as
// legislation.gov.uk names it.
bool is_place(std::string_view place) {
  static constexpr std::array<std::string_view, 6> nouns = {"section", "regulation", "article",
                                                            "rule",    "schedule",   "part"};
  const std::size_t slash = place.find('/');
  return slash != std::string_view::npos && slash + 1 < place.size() && place.back() != '/' &&
         is_among(place.substr(0, slash), nouns) && place.find("//") == std::string_view::npos &&
         std::ranges::all_of(
             place, [](unsigned char c) { return std::isalnum(c) != 0 || c == '/' || c == '-'; });
}

// Of "law:localism-act-2011/section/28".
void name_place(const Subject& subject, const Clause& clause, Reference& reference,
                const syntax::Instrument& instrument, std::string_view place) {
  reference.uri = instrument.uri;
  if (place.empty()) return;
  const bool has_places =
      instrument.uri.find("legislation.gov.uk/") != std::string::npos && is_place(place);
  if (has_places) {
    reference.uri += fmt::format("/{}", place);
    return;
  }
  subject.report(diag::Code::EXT001, clause, reference.range,
                 fmt::format(diag::EXT001::no_such_place, instrument.title, place));
}

// `target` without its "law:".
void name_instrument(const Subject& subject, const Clause& clause, Reference& reference,
                     std::string_view target) {
  const std::string id(target.substr(0, target.find('/')));
  const syntax::Instrument* instrument = subject.registers.instrument(id);
  reference.kind = ReferenceKind::instrument;
  reference.target = id;
  if (instrument != nullptr) {
    name_place(subject, clause, reference, *instrument,
               target.substr(std::min(id.size() + 1, target.size())));
    return;
  }
  std::vector<std::string> ids;
  for (const syntax::Instrument& each : subject.registers.instruments) ids.push_back(each.id);
  subject.report(diag::Code::EXT001, clause, reference.range,
                 fmt::format(diag::EXT001::address_not_in_register, id),
                 suggestions(id, ids, "law:"));
}

}  // namespace

void find_links(const Subject& subject, Found& found) {
  std::map<std::string, ClauseId, std::less<>> by_key;
  for (const Clause& clause : subject.graph.clauses) by_key.emplace(clause.key, clause.id);
  for (const Clause& clause : subject.graph.clauses) {
    for (const Mark& mark : clause.words().marks) {
      if (mark.kind != syntax::MarkKind::link || mark.target.starts_with("mailto:")) continue;
      Reference& reference = found.add(clause, mark.range, ReferenceKind::external);
      if (mark.target.starts_with('#')) {
        reference.kind = ReferenceKind::internal;
        reference.target = mark.target;
        const auto target = by_key.find(std::string_view(mark.target).substr(1));
        if (target != by_key.end()) {
          reference.to = target->second;
          check_number(subject, clause, reference, subject.graph[target->second]);
        } else {
          report_missing(subject, clause, mark);
        }
      } else if (mark.target.starts_with("law:")) {
        name_instrument(subject, clause, reference, std::string_view(mark.target).substr(4));
      } else {
        name_address(subject, reference, mark.target);
      }
    }
  }
}

}  // namespace concord::passes
