// Why differences that readers found are not told.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "language/statements.h"
#include "train/difference_weights.h"

namespace concord::training {
namespace {

using compare::ClauseRef;
using compare::LinkedCorpus;
using compare::StatedClause;

std::string show(const StatedClause& clause) {
  std::string text =
      fmt::format("    {}{}{}\n", clause.lead, clause.lead.empty() ? "" : " … ", clause.text);
  for (const auto& each : clause.statements)
    text += fmt::format("      {}\n", language::dump(each, clause.text, clause.lead));
  return text;
}

// A required difference of one of the readers' kinds between two clauses, as indices.
struct Missed {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::string kind;
};

// The cause, with what was found instead; empty for what is told.
std::string cause(const compare::Effects& effects, const Missed& missed) {
  const LinkedCorpus& linked = effects.linked();
  bool counterparts = false;
  std::string found;
  const auto second = linked.corpus.clauses[missed.b].ref;
  linked.counterparts(
      missed.a, second.protocol, [&](std::uint32_t y, const compare::WordingLink* by) {
        if (y != missed.b) return;
        counterparts = true;
        bool candidate = false;
        for (const auto& each : effects.candidates(missed.a, y, by).of_kind) {
          if (compare::readers_kind(each.type) != missed.kind) continue;
          candidate = true;
          const auto told = effects.differences(missed.a, y, by);
          const bool is_told = std::ranges::any_of(
              told, [&](const auto& of) { return compare::readers_kind(of.type) == missed.kind; });
          found = is_told ? "told" : "not sure enough";
        }
        if (candidate) return;
        const auto pairs =
            compare::align_statements(effects.clauses().of(missed.a), effects.clauses().of(y));
        found = pairs.empty() ? "no statements aligned" : "no slot differs";
      });
  if (!counterparts) return "not linked";
  return found == "told" ? std::string() : found;
}

std::string aligned(const StatedClause& a, const StatedClause& b) {
  std::string text;
  for (const auto& pair : compare::align_statements(a, b))
    text += fmt::format("    aligned {} ~ {}: {:.2f}\n", pair.a, pair.b, pair.likeness);
  return text;
}

std::string whole(const StatedClause& clause) {
  return fmt::format("{}{}{}", clause.lead, clause.lead.empty() ? "" : " … ", clause.text);
}

std::string marked(const compare::Quotation& quotation) {
  std::string text;
  std::size_t at = 0;
  for (const syntax::Range& each : quotation.deciding) {
    text += quotation.text.substr(at, each.begin - at);
    text += "[" + quotation.text.substr(each.begin, each.end - each.begin) + "]";
    at = each.end;
  }
  return text + quotation.text.substr(at);
}

}  // namespace

std::string missed_differences(std::span<const passes::Protocol> protocols,
                               const syntax::Register& registers, const compare::Gold& gold,
                               const std::set<std::string>& real) {
  const LinkedCorpus linked = compare::match(protocols, &registers);
  const compare::Effects effects(linked);
  const auto units = compare::find_units(gold, protocols);
  const auto name = [&](ClauseRef ref) { return protocols[ref.protocol].global_id(ref.clause); };
  std::map<std::string, std::vector<std::string>> by_cause;
  for (const compare::GoldDivergence& each : gold.divergences) {
    const auto x = units.find(each.a);
    const auto y = units.find(each.b);
    if (!each.required || each.type == "scope" || x == units.end() || y == units.end()) continue;
    const auto is_real = [&](ClauseRef ref) {
      return real.contains(protocols[ref.protocol].metadata().id);
    };
    if (!is_real(x->second) || !is_real(y->second)) continue;
    const auto [first, second] = std::minmax(x->second, y->second);
    const Missed missed{*linked.clause(first), *linked.clause(second), each.type};
    const std::string why = cause(effects, missed);
    if (why.empty()) continue;
    const StatedClause& a = effects.clauses().of(missed.a);
    const StatedClause& b = effects.clauses().of(missed.b);
    by_cause[fmt::format("{}: {}", why, each.type)].push_back(
        fmt::format("{} {}: {}\n{}{}{}", name(first), name(second), each.type, show(a), show(b),
                    aligned(a, b)));
  }
  std::string text;
  for (const auto& [why, all] : by_cause) text += fmt::format("{} {}\n", all.size(), why);
  for (const auto& [why, all] : by_cause) {
    text += fmt::format("\n== {} ({})\n", why, all.size());
    for (const std::string& each : all) text += each;
  }
  return text;
}

std::string told_differences(std::span<const passes::Protocol> protocols,
                             const syntax::Register& registers, const std::set<std::string>& real) {
  const LinkedCorpus linked = compare::match(protocols, &registers);
  const compare::Effects effects(linked);
  const auto is_real = [&](std::uint32_t p) { return real.contains(protocols[p].metadata().id); };
  const auto name = [&](std::uint32_t clause) {
    const ClauseRef ref = linked.corpus.clauses[clause].ref;
    return protocols[ref.protocol].global_id(ref.clause);
  };
  std::string text;
  for (std::uint32_t a = 0; a < protocols.size(); ++a) {
    for (std::uint32_t b = a + 1; b < protocols.size(); ++b) {
      if (!is_real(a) && !is_real(b)) continue;
      const auto [begin, end] = linked.clauses(a);
      for (std::uint32_t x = begin; x < end; ++x)
        linked.counterparts(x, b, [&](std::uint32_t y, const compare::WordingLink* by) {
          for (const compare::Difference& each : effects.differences(x, y, by))
            text += fmt::format("{} {} {} {}\n  A: {}\n  B: {}\n  {}\n  {}\n",
                                compare::name_of(each.certainty), compare::name_of(each.type),
                                name(x), name(y), marked(each.a), marked(each.b),
                                whole(effects.clauses().of(x)), whole(effects.clauses().of(y)));
        });
    }
  }
  return text;
}

}  // namespace concord::training
