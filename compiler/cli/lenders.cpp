#include "cli/lenders.h"

#include <set>
#include <string>

#include "cli/version_sets.h"
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
                                       const std::vector<fs::path>& places,
                                       source::SourceMap& sources) {
  std::vector<syntax::Document> texts;
  std::set<fs::path> seen;  // a file may be in several of the places
  for (const fs::path& place : places.empty() ? std::vector<fs::path>{"protocols"} : places) {
    if (!fs::exists(place)) continue;
    for (const fs::path& path : source::find_protocols(place)) {
      if (!seen.insert(fs::canonical(path)).second) continue;
      diag::Sink sink;
      syntax::Document document = syntax::parse(sources, sources.load(path), sink);
      if (ids.contains(document.metadata.id)) texts.push_back(std::move(document));
    }
  }
  return texts;
}

}  // namespace

Lenders read_lenders(const passes::Protocol& borrower, const std::vector<fs::path>& places,
                     source::SourceMap& sources) {
  Lenders lenders;
  const auto ids = lenders_named(borrower);
  if (ids.empty()) return lenders;
  const std::vector<syntax::Document> texts = texts_of(ids, places, sources);
  std::vector<const syntax::Document*> documents;
  std::vector<const graph::ClauseGraph*> graphs;
  diag::Sink sink;
  for (const syntax::Document& each : texts) {
    documents.push_back(&each);
    graphs.push_back(&lenders.graphs.emplace_back(graph::build(each, sink)));
  }
  std::vector<diag::Sink> sinks(texts.size());
  lenders.by_name = graphs_by_name(version_sets(documents, sinks), {}, graphs);
  return lenders;
}

view::Loans find_loans(const passes::Protocol& borrower, const std::vector<fs::path>& places) {
  source::SourceMap sources;
  return view::loans(borrower, read_lenders(borrower, places, sources).by_name);
}

}  // namespace concord::cli
