#include "passes/borrowing.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "diag/messages.h"
#include "graph/former_keys.h"
#include "language/words.h"
#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;
using graph::ClauseGraph;

// The clauses of the lenders, by their identifiers and their numbers.
class Lenders {
 public:
  const Clause* find(const ClauseGraph& graph, std::string_view name) {
    auto [known, fresh] = by_graph_.try_emplace(&graph);
    if (fresh) {
      for (const Clause& clause : graph.clauses) known->second.emplace(clause.key, &clause);
      for (const Clause& clause : graph.clauses) known->second.emplace(clause.full_number, &clause);
    }
    const auto found = known->second.find(name);
    return found == known->second.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<const ClauseGraph*, std::unordered_map<std::string_view, const Clause*>>
      by_graph_;
};

// The version that is named, or the one that stands for the protocol; null where it is not there.
const ClauseGraph* version_of(const LentClause& lent, const Corpus& corpus) {
  const auto found = lent.version.empty()
                         ? corpus.find(lent.protocol)
                         : corpus.find(fmt::format("{}@{}", lent.protocol, lent.version));
  return found == corpus.end() ? nullptr : found->second;
}

// The words may stand under another number; they are not the lender's any more only where no clause
// has them.
bool has_words_of(const ClauseGraph& graph, const Clause& clause) {
  return std::ranges::any_of(graph.clauses, [&](const Clause& each) {
    return syntax::same_words(each.words(), clause.words());
  });
}

// Below this share of words in common, two clauses are not one redrafted. Of pairs of clauses of
// two councils drawn at random, 93 in 100 have less in common.
constexpr double least_shared = 0.25;
constexpr std::size_t fewest_words = 5;         // that such a share is taken of
constexpr std::size_t longest_little_word = 3;  // "the", "may": they are everywhere

std::vector<std::string> telling_words(const Clause& clause) {
  std::vector<std::string> words;
  for (const language::Word& each : language::Words(clause.words().text))
    if (each.folded.size() > longest_little_word) words.emplace_back(each.singular);
  std::ranges::sort(words);
  return words;
}

// A number alone proves nothing: in the lender's text it may be another clause's by now.
bool is_another_text(const Clause& clause, const Clause& original) {
  const std::vector<std::string> own = telling_words(clause);
  const std::vector<std::string> lent = telling_words(original);
  const std::size_t fewer = std::min(own.size(), lent.size());
  if (fewer < fewest_words) return false;
  std::vector<std::string> shared;
  std::ranges::set_intersection(own, lent, std::back_inserter(shared));
  return static_cast<double>(shared.size()) < least_shared * static_cast<double>(fewer);
}

class BorrowingCheck {
 public:
  BorrowingCheck(const Corpus& corpus, diag::Sink& sink) : corpus_(corpus), sink_(sink) {}

  void check(const Clause& clause, const std::string& from) {
    const auto lent = lent_clause(from);
    if (!lent)
      return report(diag::Code::REF008, clause, fmt::format(diag::REF008::not_a_clause, from));
    const auto present = corpus_.find(lent->protocol);
    if (present == corpus_.end()) return report_missing_protocol(clause, lent->protocol);
    const ClauseGraph* lender = version_of(*lent, corpus_);
    if (lender == nullptr) return check_without_version(clause, *lent, *present->second);
    const Clause* original = lenders_.find(*lender, lent->clause);
    if (original == nullptr) return report_missing_clause(clause, *lender, lent->clause);
    if (clause.attributes.find("sic") != nullptr) return;  // what follows is its author's to accept
    if (is_another_text(clause, *original)) return report_other_words(clause, *original, from);
    if (lender != present->second) check_words(clause, *original, *present->second, from);
  }

 private:
  void report(diag::Code code, const Clause& clause, std::string message,
              std::vector<diag::Note> notes = {}) {
    sink_.report({code, clause.attributes.span, std::move(message), std::move(notes)});
  }

  void report_other_words(const Clause& clause, const Clause& original, const std::string& from) {
    report(diag::Code::REF017, clause, fmt::format(diag::REF017::other_words, from),
           {{diag::REF017::names_this_one, original.span}});
  }

  // What the clause says now is all there is to go by: the words may have changed there or here.
  void check_without_version(const Clause& clause, const LentClause& lent,
                             const ClauseGraph& present) {
    const Clause* now = lenders_.find(present, lent.clause);
    const bool accepted = clause.attributes.find("sic") != nullptr;
    if (now == nullptr || accepted || telling_words(clause) == telling_words(*now))
      return report(diag::Code::REF009, clause,
                    fmt::format(diag::REF009::version_not_read, lent.protocol, lent.version));
    report(diag::Code::REF017, clause,
           fmt::format(diag::REF017::version_gone, lent.protocol, lent.version, lent.clause),
           {{fmt::format(diag::REF017::reads_now, shown(*now)), now->span}});
  }

  void check_words(const Clause& clause, const Clause& original, const ClauseGraph& present,
                   const std::string& from) {
    if (has_words_of(present, original)) return;
    const Clause* now = successor(original, present);
    if (now == nullptr)
      return report(diag::Code::REF017, clause, fmt::format(diag::REF017::gone, from));
    report(diag::Code::REF017, clause, fmt::format(diag::REF017::changed, from),
           {{fmt::format(diag::REF017::reads_now, shown(*now)), now->span}});
  }

  // By `formerly=`, else by an identifier that the lender gave: a number may be another clause's.
  static const Clause* successor(const Clause& original, const ClauseGraph& present) {
    const auto former = graph::former_keys(present);
    const auto renamed = std::ranges::find(former, original.key, &graph::FormerKey::key);
    if (renamed != former.end()) return &present[renamed->clause];
    const auto same = present.find(original.key);
    return same && !original.attributes.id.empty() ? &present[*same] : nullptr;
  }

  void report_missing_clause(const Clause& clause, const ClauseGraph& lender,
                             std::string_view name) {
    std::vector<std::string> keys;
    for (const Clause& each : lender.clauses) keys.push_back(each.key);
    report(diag::Code::REF008, clause,
           fmt::format(diag::REF008::no_such_clause, name, lender.metadata.id),
           suggestions(name, keys));
  }

  void report_missing_protocol(const Clause& clause, std::string_view id) {
    std::vector<std::string> ids;
    for (const auto& [each, graph] : corpus_)
      if (each.find('@') == std::string::npos) ids.push_back(each);
    report(diag::Code::REF009, clause, fmt::format(diag::REF009::not_read, id),
           suggestions(id, ids));
  }

  const Corpus& corpus_;
  diag::Sink& sink_;
  Lenders lenders_;
};

}  // namespace

std::optional<LentClause> lent_clause(std::string_view from) {
  const std::size_t sign = from.find('#');
  if (sign == std::string_view::npos || sign == 0 || sign + 1 == from.size()) return std::nullopt;
  const std::string_view text = from.substr(0, sign);
  const std::size_t at = std::min(text.find('@'), text.size());
  if (at == 0 || at + 1 == text.size()) return std::nullopt;
  return LentClause{text.substr(0, at), at == text.size() ? "" : text.substr(at + 1),
                    from.substr(sign + 1)};
}

std::optional<Loan> find_loan(std::string_view from, const Corpus& corpus) {
  const auto lent = lent_clause(from);
  const auto present = lent ? corpus.find(lent->protocol) : corpus.end();
  const ClauseGraph* lender = lent ? version_of(*lent, corpus) : nullptr;
  if (lender == nullptr || present == corpus.end()) return std::nullopt;
  const Clause* clause = Lenders().find(*lender, lent->clause);
  if (clause == nullptr) return std::nullopt;
  Loan loan{lender, clause, std::nullopt};
  if (!lent->version.empty()) loan.kept = has_words_of(*present->second, *clause);
  return loan;
}

void check_borrowing(const ClauseGraph& graph, const Corpus& corpus, diag::Sink& sink) {
  BorrowingCheck check(corpus, sink);
  for (const Clause& clause : graph.clauses)
    if (const std::string* from = clause.attributes.find("from")) check.check(clause, *from);
}

}  // namespace concord::passes
