#include "cli/stamped.h"

#include "cli/version_sets.h"

namespace concord::cli {

view::Stamp stamp_of(const Corpus& corpus) {
  view::Stamp stamp{CONCORD_VERSION, corpus.as_of, {}};
  for (std::size_t i = 0; i < corpus.protocols.size(); ++i)
    for (const CompiledVersion& each : versions_of(corpus, i))
      stamp.texts.push_back(view::stamped(each.protocol->metadata(), each.folder,
                                          each.protocol == &corpus.protocols[i]));
  return stamp;
}

}  // namespace concord::cli
