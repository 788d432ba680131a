#include "compare/rows/elsewhere.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <set>

namespace concord::compare {
namespace {

constexpr double least_weight = 3;  // of a word that names a matter

// A reference out of a protocol.
struct OutwardReference {
  ClauseRef clause;
  std::set<std::string_view> words;  // rare ones of its target
};

// By protocol.
using References = std::map<std::uint32_t, std::vector<OutwardReference>>;

// The forms of the text's words that few texts have.
std::set<std::string_view> rare_words(const LinkedCorpus& linked, std::string_view text) {
  const auto& forms = linked.corpus.forms;
  std::set<std::string_view> words;
  for (const Token& token : linked.lexicon.tokens(text)) {
    if (token.kind != TokenKind::word) continue;
    const auto place = std::lower_bound(forms.begin(), forms.end(), token.form);
    if (place == forms.end() || *place != token.form) continue;
    const auto term = static_cast<std::size_t>(place - forms.begin());
    if (linked.corpus.term_weight[term] >= least_weight) words.insert(token.form);
  }
  return words;
}

std::map<std::string, References> references_by_topic(std::span<const passes::Protocol> protocols,
                                                      const LinkedCorpus& linked) {
  std::map<std::string, References> found;
  for (std::uint32_t p = 0; p < protocols.size(); ++p) {
    for (const passes::Reference& reference : protocols[p].references()) {
      if (reference.kind != passes::ReferenceKind::external) continue;
      const std::string& topic = protocols[p].topic(reference.from);
      if (topic.empty()) continue;
      found[topic][p].push_back({{p, reference.from}, rare_words(linked, reference.target)});
    }
  }
  return found;
}

// The clauses whose references name one of the words, in order.
std::vector<ClauseRef> naming(std::span<const OutwardReference> references,
                              const std::set<std::string_view>& words) {
  std::vector<ClauseRef> clauses;
  for (const OutwardReference& reference : references) {
    const bool named = std::any_of(reference.words.begin(), reference.words.end(),
                                   [&](std::string_view word) { return words.contains(word); });
    if (named) clauses.push_back(reference.clause);
  }
  std::sort(clauses.begin(), clauses.end());
  clauses.erase(std::unique(clauses.begin(), clauses.end()), clauses.end());
  return clauses;
}

void add_to(Row& row, const References& references, const std::set<std::string_view>& words) {
  for (const auto& [protocol, outward] : references) {
    if (row.cell(protocol) != nullptr) continue;
    std::vector<ClauseRef> refers = naming(outward, words);
    if (refers.empty()) continue;
    const auto place =
        std::lower_bound(row.cells.begin(), row.cells.end(), protocol,
                         [](const Cell& cell, std::uint32_t key) { return cell.protocol < key; });
    row.cells.insert(place, Cell{.protocol = protocol,
                                 .state = State::elsewhere,
                                 .entries = {},
                                 .refers = std::move(refers)});
  }
}

}  // namespace

void add_elsewhere(std::span<const passes::Protocol> protocols, const LinkedCorpus& linked,
                   std::vector<Row>& rows) {
  const auto by_topic = references_by_topic(protocols, linked);
  tbb::parallel_for(std::size_t{0}, rows.size(), [&](std::size_t i) {
    const auto references = by_topic.find(rows[i].topic);
    if (references == by_topic.end()) return;
    add_to(rows[i], references->second, rare_words(linked, rows[i].title));
  });
}

}  // namespace concord::compare
