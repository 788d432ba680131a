// The words by which documents are imported, frozen in tests/gold/register as the registers are.
#pragma once

#include "syntax/import_lists.h"

namespace concord::test {

inline const syntax::ImportLists& import_lists() {
  static const syntax::ImportLists read = [] {
    source::SourceMap sources;
    syntax::ImportLists into;
    diag::Sink sink;
    syntax::read_import_lists(
        sources, sources.load(CONCORD_SOURCE_DIR "/tests/gold/register/import.yaml"), into, sink);
    return into;
  }();
  return read;
}

}  // namespace concord::test
