// Front matter of any kind: no crash, no endless growth, and every diagnostic can be shown.
#include "diag/print.h"
#include "live.h"
#include "way.h"

namespace fuzz = concord::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Way way;
  const std::string text = "---\n" + std::string(fuzz::as_text(data, size)) + "\n---\n\n1. Text.\n";
  fuzz::compile(way, text, "fuzz.md");
  const auto findings = concord::diag::judge(way.sink, {});
  fuzz::promise(fuzz::calm(concord::diag::as_text(findings, way.sources, false)),
                "a diagnostic commands the terminal");
  return 0;
}
