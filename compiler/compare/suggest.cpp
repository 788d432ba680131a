#include "compare/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "compare/match/candidates.h"
#include "language/words.h"

namespace concord::compare {
namespace {

// What stands in provisions of the register.
using Registered = std::multimap<ClauseRef, syntax::Range>;

Registered registered(const Comparison& comparison) {
  Registered found;
  for (const Row& row : comparison.rows()) {
    if (row.provisional) continue;
    for (const Cell& cell : row.cells) {
      for (const Entry& entry : cell.entries) found.emplace(entry.clause, entry.passage);
    }
  }
  return found;
}

std::vector<Entry> new_entries(const Row& row, const Registered& registered) {
  std::vector<Entry> found;
  for (const Cell& cell : row.cells) {
    std::ranges::copy_if(cell.entries, std::back_inserter(found), [&](const Entry& entry) {
      const auto [begin, end] = registered.equal_range(entry.clause);
      return !entry.lead_in && std::none_of(begin, end, [&](const auto& known) {
        return language::overlap(known.second, entry.passage);
      });
    });
  }
  return found;
}

bool of_several_councils(const std::vector<Entry>& entries) {
  return std::ranges::any_of(entries, [&](const Entry& entry) {
    return entry.clause.protocol != entries.front().clause.protocol;
  });
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

syntax::KnownWording wording_of(const passes::Protocol& protocol, const Entry& entry) {
  const graph::Clause& clause = protocol[entry.clause.clause];
  syntax::KnownWording wording;
  wording.source = fmt::format("{}#{}", protocol.metadata().id, clause.key);
  const std::string& text = clause.text.text;
  wording.words = one_line(
      text.substr(entry.passage.begin, std::size_t{entry.passage.end} - entry.passage.begin));
  if (clause.place == graph::Place::list && clause.parent) {
    wording.lead_in = one_line(protocol[*clause.parent].text.text);
  }
  return wording;
}

// What the comparison knows of a clause's sentences, by which a suggestion is placed.
class Reader {
 public:
  Reader(std::span<const passes::Protocol> protocols, const syntax::Register& registers)
      : read_(read_protocols(protocols, &registers)) {
    for (const CorpusClause& clause : read_.corpus.clauses) clauses_.emplace(clause.ref, &clause);
  }

  // Whose duty all the sentences state; empty where they do not agree.
  std::string bearer(const std::vector<Entry>& entries) const {
    std::set<Bearer> bearers;
    for (const Entry& entry : entries) {
      const CorpusClause& clause = *clauses_.at(entry.clause);
      const Wording& wording = read_.corpus.wordings[clause.wording];
      const auto& ranges = read_.corpus.segments[clause.text];
      for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (language::overlap(ranges[i], entry.passage))
          bearers.insert(certain_bearer(wording, wording.segments[i]));
      }
    }
    return bearers.size() == 1 ? name(*bearers.begin()) : std::string();
  }

  std::optional<NearestProvision> nearest(const std::vector<Entry>& entries) const {
    std::optional<NearestProvision> best;
    for (const Entry& entry : entries) {
      const CorpusClause& clause = *clauses_.at(entry.clause);
      const auto& ranges = read_.corpus.segments[clause.text];
      for (const StatedProvision& stated : read_.stated.of(clause.wording)) {
        if (stated.segment >= ranges.size() ||
            !language::overlap(ranges[stated.segment], entry.passage))
          continue;
        const double likeness = std::min(1.0, static_cast<double>(stated.value));
        if (!best || likeness > best->likeness) best = {stated.provision, likeness};
      }
    }
    return best;
  }

 private:
  static std::string name(Bearer bearer) {
    switch (bearer) {
      case Bearer::member:
        return "member";
      case Bearer::officer:
        return "officer";
      case Bearer::both:
        return "both";
      case Bearer::none:
        break;
    }
    return {};
  }

  ReadProtocols read_;
  std::map<ClauseRef, const CorpusClause*> clauses_;
};

}  // namespace

std::vector<SuggestedProvision> suggest_provisions(const Comparison& comparison,
                                                   std::span<const passes::Protocol> protocols,
                                                   const syntax::Register& registers) {
  const Registered known = registered(comparison);
  const Reader reader(protocols, registers);
  std::vector<SuggestedProvision> suggested;
  for (const Row& row : comparison.rows()) {
    if (!row.provisional) continue;
    const std::vector<Entry> entries = new_entries(row, known);
    if (entries.empty() || !of_several_councils(entries)) continue;
    SuggestedProvision& made = suggested.emplace_back();
    made.provision.id = row.id;
    made.provision.title = row.title;
    made.provision.topic = row.topic;
    made.provision.bearer = reader.bearer(entries);
    for (const Entry& entry : entries) {
      made.provision.says.push_back(wording_of(protocols[entry.clause.protocol], entry));
    }
    made.nearest = reader.nearest(entries);
  }
  return suggested;
}

}  // namespace concord::compare
