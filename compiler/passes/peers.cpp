#include "passes/peers.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diag/messages.h"
#include "passes/subject.h"

namespace concord::passes {

void check_peers(const graph::ClauseGraph& graph, const Corpus& corpus, diag::Sink& sink) {
  const syntax::Metadata& metadata = graph.metadata;
  std::vector<std::string> others;
  for (const auto& [each, text] : corpus)
    if (each != metadata.id && each.find('@') == std::string::npos) others.push_back(each);
  if (others.empty()) return;  // the text was read alone
  std::set<std::string_view> named;
  for (std::size_t i = 0; i < metadata.peers.size(); ++i) {
    const std::string& id = metadata.peers[i];
    const auto report = [&](std::string message, std::vector<diag::Note> notes) {
      const source::Span place = metadata.span(fmt::format("peers.{}", i), graph.file);
      sink.report({diag::Code::MET011, place, std::move(message), std::move(notes)});
    };
    if (id == metadata.id) {
      report(fmt::format(diag::MET011::itself, id), {});
    } else if (!corpus.contains(id) || id.find('@') != std::string::npos) {
      report(fmt::format(diag::MET011::unknown, id), suggestions(id, others));
    } else if (!named.insert(id).second) {
      report(fmt::format(diag::MET011::twice, id), {});
    }
  }
}

}  // namespace concord::passes
