#include "cli/lookup.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/words.h"

namespace concord::cli {
namespace {

[[noreturn]] void refuse(std::string_view what, const std::string& asked,
                         const std::vector<std::string>& known, std::string_view form) {
  const std::vector<std::string> near = diag::nearest(asked, known);
  throw UsageError(fmt::format(
      "there is no {} \"{}\"{}", what, asked,
      near.empty() ? std::string(form) : fmt::format("; did you mean \"{}\"?", near.front())));
}

}  // namespace

std::uint32_t find_protocol(const Corpus& corpus, const std::string& asked) {
  std::vector<std::string> known;
  for (std::uint32_t i = 0; i < corpus.protocols.size(); ++i) {
    const syntax::Metadata& about = corpus.protocols[i].metadata();
    if (language::fold(about.id) == language::fold(asked) ||
        language::fold(about.name) == language::fold(asked))
      return i;
    known.push_back(about.id);
  }
  refuse("protocol", asked, known, fmt::format("; the protocols are {}", fmt::join(known, ", ")));
}

compare::ClauseRef find_clause(const Corpus& corpus, const std::string& asked) {
  std::vector<std::string> known;
  for (std::uint32_t i = 0; i < corpus.protocols.size(); ++i) {
    const passes::Protocol& protocol = corpus.protocols[i];
    for (const graph::Clause& clause : protocol.clauses()) {
      const std::string id = protocol.global_id(clause.id);
      if (id == asked || protocol.metadata().id + "#" + clause.full_number == asked) {
        return {i, clause.id};
      }
      known.push_back(id);
    }
  }
  refuse("clause", asked, known, "; clauses are named like york#5.4");
}

compare::Comparison compare_all(const Corpus& corpus, unsigned jobs) {
  if (corpus.protocols.size() < 2) {
    throw UsageError("a comparison needs two protocols, and there is only one");
  }
  return compare::compare(corpus.protocols, {&corpus.registers, jobs});
}

}  // namespace concord::cli
