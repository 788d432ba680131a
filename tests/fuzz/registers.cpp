// A register of any kind, and a small protocol read by it.
#include "diag/print.h"
#include "graph/clause_graph.h"
#include "live.h"
#include "way.h"

namespace fuzz = concord::fuzz;
using namespace concord;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register read;
  const auto file = sources.add("fuzz.yaml", std::string(fuzz::as_text(data, size)));
  syntax::read_register(sources, file, read, sink);

  const auto text = sources.add(
      "fuzz.md",
      "---\nid: fuzz\ncouncil: C\ntitle: T\n---\n\n1. The Monitoring Officer and members of the "
      "public shall heed the Localism Act 2011 and section 1 of a b Act 2000.\n");
  syntax::Document document = syntax::parse(sources, text, sink);
  const auto protocol = passes::check(graph::build(std::move(document), sink),
                                      passes::Vocabulary(read), {"2026-11-21"}, sink);
  fuzz::promise(protocol.has_value(), "a register does not keep a protocol from being made");
  fuzz::promise(fuzz::calm(diag::as_text(diag::judge(sink, {}), sources, false)),
                "a diagnostic commands the terminal");
  return 0;
}
