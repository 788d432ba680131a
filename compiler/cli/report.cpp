#include "cli/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/print.h"

namespace concord::cli {

Exit report_errors(const Corpus& corpus) {
  report(corpus, diag::Severity::error, stderr);
  return diag::has_errors(corpus.findings) ? Exit::errors : Exit::clean;
}

void report(const Corpus& corpus, diag::Severity least, std::FILE* stream) {
  std::vector<diag::Finding> shown;
  for (const diag::Finding& finding : corpus.findings) {
    if (finding.severity >= least) shown.push_back(finding);
  }
  fmt::print(stream, "{}", diag::as_text(shown, corpus.sources, wants_colour(stream)));
}

std::string counts(const Corpus& corpus) {
  const std::string off = diag::summary(corpus.lifted);
  return diag::summary(corpus.findings) + (off.empty() ? "" : "; " + off);
}

std::string first_of(const std::vector<std::string>& words, std::size_t most) {
  const auto shown = static_cast<std::ptrdiff_t>(std::min(words.size(), most));
  const std::string first =
      fmt::format("{}", fmt::join(words.begin(), words.begin() + shown, ", "));
  return words.size() <= most ? first : fmt::format("{} and {} more", first, words.size() - most);
}

graph::Network whole_network(const Corpus& corpus) {
  std::vector<const graph::Network*> networks;
  for (const passes::Protocol& protocol : corpus.protocols) networks.push_back(&protocol.network());
  return graph::merge(networks);
}

}  // namespace concord::cli
