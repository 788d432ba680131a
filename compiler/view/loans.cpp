#include "view/loans.h"

#include <fmt/format.h>

#include "view/labels.h"
#include "view/redline.h"

namespace concord::view {
namespace {

Loan loan_of(const passes::Loan& lent, std::string_view from, const passes::Corpus& corpus,
             const std::string& language) {
  const syntax::Metadata& lender = lent.lender->metadata;
  Loan made;
  made.council = lender.council;
  made.place = labels(*lent.lender)[graph::index(lent.clause->id)];
  const auto present = corpus.find(passes::lent_clause(from)->protocol);
  if (present->second != lent.lender)
    made.place += fmt::format(" ({})", version_named(lender, language).name);
  made.name = fmt::format("{} {}", lender.name, made.place);
  if (lent.kept) made.standing = Words(language)[*lent.kept ? "lender_same" : "lender_changed"];
  return made;
}

}  // namespace

Loans loans(const passes::Protocol& borrower, const passes::Corpus& corpus) {
  Loans all;
  for (const graph::Clause& clause : borrower.clauses()) {
    const std::string* from = clause.attributes.find("from");
    if (from == nullptr || all.contains(*from)) continue;
    if (const auto lent = passes::find_loan(*from, corpus))
      all.emplace(*from, loan_of(*lent, *from, corpus, borrower.metadata().language));
  }
  return all;
}

std::string lender_words(const Loans& loans, const std::string& from) {
  const auto loan = loans.find(from);
  if (loan == loans.end()) return from;
  const std::string& standing = loan->second.standing;
  return standing.empty() ? loan->second.name : fmt::format("{}, {}", loan->second.name, standing);
}

}  // namespace concord::view
