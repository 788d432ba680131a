#include "passes/check_text.h"

#include "graph/clause_graph.h"
#include "syntax/document.h"

namespace concord::passes {

std::optional<Protocol> check_text(const source::SourceMap& sources, source::FileId file,
                                   const Vocabulary& vocabulary, const CheckOptions& options,
                                   diag::Sink& sink) {
  return check(graph::build(syntax::parse(sources, file, sink), sink), vocabulary, options, sink);
}

}  // namespace concord::passes
