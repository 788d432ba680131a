#include "way.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "graph/clause_graph.h"
#include "source/files.h"

namespace concord::fuzz {
namespace {

namespace fs = std::filesystem;
const fs::path root = CONCORD_SOURCE_DIR;

syntax::Register read_registers() {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register read;
  for (const fs::path& path : source::find_registers(root / "protocols/register"))
    syntax::read_register(sources, sources.load(path), read, sink);
  return read;
}

}  // namespace

void compile(Way& way, std::string_view text, const std::string& name) {
  const source::FileId file = way.sources.add(name, std::string(text));
  way.document = syntax::parse(way.sources, file, way.sink);
  static const passes::Vocabulary vocabulary(registers());
  way.protocol =
      passes::check(graph::build(way.document, way.sink), vocabulary, {"2026-11-21"}, way.sink);
}

const syntax::Register& registers() {
  static const syntax::Register read = read_registers();
  return read;
}

void promise(bool holds, std::string_view words) {
  if (holds) return;
  std::cerr << "broken promise: " << words << std::endl;
  std::abort();
}

}  // namespace concord::fuzz
