#include "cli/lenders.h"

#include <deque>
#include <set>
#include <string>

#include "cli/version_sets.h"
#include "graph/clause_graph.h"
#include "source/files.h"
#include "syntax/document.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

std::set<std::string, std::less<>> lenders_named(const passes::Protocol& borrower) {
  std::set<std::string, std::less<>> ids;
  for (const graph::Clause& clause : borrower.clauses())
    if (const std::string* from = clause.attributes.find("from"))
      if (const auto lent = passes::lent_clause(*from)) ids.emplace(lent->protocol);
  return ids;
}

std::vector<syntax::Document> texts_of(const std::set<std::string, std::less<>>& ids,
                                       const std::vector<fs::path>& places) {
  std::vector<syntax::Document> texts;
  source::SourceMap sources;
  for (const fs::path& place : places.empty() ? std::vector<fs::path>{"protocols"} : places) {
    if (!fs::exists(place)) continue;
    for (const fs::path& path : source::find_protocols(place)) {
      diag::Sink sink;
      syntax::Document document = syntax::parse(sources, sources.load(path), sink);
      if (ids.contains(document.metadata.id)) texts.push_back(std::move(document));
    }
  }
  return texts;
}

}  // namespace

view::Loans find_loans(const passes::Protocol& borrower, const std::vector<fs::path>& places) {
  const auto ids = lenders_named(borrower);
  if (ids.empty()) return {};
  const std::vector<syntax::Document> texts = texts_of(ids, places);
  std::vector<const syntax::Document*> documents;
  std::deque<graph::ClauseGraph> built;  // which are not moved
  std::vector<const graph::ClauseGraph*> graphs;
  diag::Sink sink;
  for (const syntax::Document& each : texts) {
    documents.push_back(&each);
    graphs.push_back(&built.emplace_back(graph::build(each, sink)));
  }
  std::vector<diag::Sink> sinks(texts.size());
  return view::loans(borrower, graphs_by_name(version_sets(documents, sinks), {}, graphs));
}

}  // namespace concord::cli
