#include "cli/import_lists.h"

#include <fmt/format.h>

#include "cli/pipeline.h"
#include "cli/share.h"
#include "cli/terminal.h"
#include "diag/print.h"
#include "source/source_map.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

void add(const fs::path& folder, source::SourceMap& sources, syntax::ImportLists& lists,
         diag::Sink& sink) {
  const fs::path file = folder / syntax::import_lists_file;
  if (fs::exists(file)) syntax::read_import_lists(sources, sources.load(file), lists, sink);
}

fs::path find_folder(const fs::path& registers, const fs::path& sources) {
  if (!registers.empty()) {
    Reading reading;
    reading.registers = registers;
    return find_registers(reading);
  }
  const fs::path beside = sources / "register";
  return fs::is_directory(beside) ? beside : find_share().registers;
}

}  // namespace

syntax::ImportLists read_import_lists(const fs::path& registers, const fs::path& sources) {
  source::SourceMap texts;
  syntax::ImportLists lists;
  diag::Sink sink;
  const fs::path folder = find_folder(registers, sources);
  const fs::path own = find_share().registers;
  add(folder, texts, lists, sink);
  if (folder != own) add(own, texts, lists, sink);
  const auto findings = diag::judge(sink, {});
  if (!findings.empty())
    fmt::print(stderr, "{}", diag::as_text(findings, texts, wants_colour(stderr)));
  return lists;
}

}  // namespace concord::cli
