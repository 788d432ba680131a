// Documents to import: whatever they hold, the source that is made of them compiles.
#include "../unit/frozen_import_lists.h"
#include "graph/clause_graph.h"
#include "intake/read.h"
#include "intake/recognise.h"
#include "way.h"

namespace fuzz = concord::fuzz;
using namespace concord;

namespace {

// Word files and PDFs need archives and programs that a random input hardly makes.
std::optional<intake::Reading> read(const std::string& bytes) {
  const auto format = intake::format_of(bytes);
  const bool text = format == intake::Format::text || format == intake::Format::html;
  if (!text) return std::nullopt;
  intake::Outcome outcome = intake::read(bytes, intake::Changes::accept, test::import_lists());
  if (std::holds_alternative<intake::Refusal>(outcome)) return std::nullopt;
  return std::get<intake::Reading>(std::move(outcome));
}

bool compiles(const std::string& text) {
  source::SourceMap sources;
  diag::Sink sink;
  graph::build(syntax::parse(sources, sources.add("import.md", text), sink), sink);
  return !diag::has_errors(diag::judge(sink, {}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::optional<intake::Reading> reading = read(std::string(fuzz::as_text(data, size)));
  if (!reading) return 0;
  const intake::Import import =
      intake::recognise(std::move(*reading), {"fuzz", ""}, test::import_lists());
  if (import.document.blocks.empty()) return 0;
  fuzz::promise(compiles(to_markdown(import.document, syntax::Notes::kept)),
                "an imported document compiles");
  return 0;
}
