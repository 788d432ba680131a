// A Document written back as Markdown is the same Document when it is read again.
#include "syntax/document.h"
#include "way.h"

namespace fuzz = concord::fuzz;
using namespace concord;

namespace {

syntax::Document parse(source::SourceMap& sources, std::string_view text) {
  diag::Sink sink;
  return syntax::parse(sources, sources.add("fuzz.md", std::string(text)), sink);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  source::SourceMap sources;
  const syntax::Document first = parse(sources, fuzz::as_text(data, size));
  const std::string written = syntax::to_markdown(first, syntax::Notes::kept);
  const syntax::Document second = parse(sources, written);
  if (!syntax::same(first, second)) {
    fuzz::promise(false, "the round trip changes the document\n--- first\n" + syntax::dump(first) +
                             "\n--- written\n" + written + "\n--- second\n" + syntax::dump(second));
  }
  return 0;
}
