#include "cli/stamped.h"

#include "cli/version_sets.h"

namespace concord::cli {

view::Stamp stamp_of(const Corpus& corpus) {
  view::Stamp stamp{CONCORD_VERSION, corpus.as_of, {}};
  for (std::size_t i = 0; i < corpus.protocols.size(); ++i)
    for (const CompiledVersion& each : versions_of(corpus, i)) {
      stamp.texts.push_back(view::stamped(each.protocol->metadata(), each.folder));
      stamp.texts.back().compared = each.protocol == &corpus.protocols[i];
    }
  return stamp;
}

view::Stamp stamp_of(const passes::Protocol& before, const passes::Protocol& after,
                     const std::string& as_of) {
  view::Stamp stamp{CONCORD_VERSION, as_of, {}};
  for (const passes::Protocol* each : {&before, &after})
    stamp.texts.push_back(view::stamped(each->metadata(), each->metadata().id));
  return stamp;
}

}  // namespace concord::cli
