#include "train/inputs.h"

#include <stdexcept>

#include "graph/clause_graph.h"
#include "passes/vocabulary.h"
#include "source/files.h"
#include "source/source_map.h"
#include "syntax/document.h"
#include "syntax/registers.h"

namespace concord::training {

syntax::Register read_registers(const std::filesystem::path& folder) {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register registers;
  for (const auto& path : source::find_registers(folder))
    syntax::read_register(sources, sources.load(path), registers, sink);
  if (!sink.all().empty()) throw std::runtime_error(folder.string() + " has faults");
  return registers;
}

std::vector<passes::Protocol> read_protocols(const std::filesystem::path& folder,
                                             const syntax::Register& registers,
                                             const std::set<std::string>& left_out) {
  const passes::Vocabulary vocabulary(registers);
  std::vector<passes::Protocol> protocols;
  for (const std::filesystem::path& path : source::find_protocols(folder)) {
    source::SourceMap sources;
    diag::Sink sink;
    const source::FileId file = sources.load(path);
    auto protocol =
        passes::check(graph::build(syntax::parse(sources, file, sink), sink), vocabulary, {}, sink);
    if (protocol && !left_out.contains(protocol->metadata().id)) {
      protocols.push_back(*std::move(protocol));
    }
  }
  return protocols;
}

compare::Gold read_gold(const std::filesystem::path& folder) {
  const auto file = [&](const char* name) { return source::read_file(folder / name); };
  return compare::read_gold(file("units.tsv"), file("links.tsv"), file("divergences.tsv"));
}

}  // namespace concord::training
