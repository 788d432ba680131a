#include "cli/pair_record.h"

#include <string>
#include <vector>

#include "cli/program.h"
#include "source/digest.h"

namespace concord::cli {

compare::KeptPairs earlier_pairs(const Corpus& corpus, std::string_view bytes) {
  std::vector<std::string> names;
  for (const passes::Protocol& each : corpus.protocols)
    names.push_back(source::digest({program_digest(), corpus.registers_digest, each.metadata().id,
                                    corpus.sources.text(each.graph().file)}));
  return compare::KeptPairs(std::move(names), bytes);
}

}  // namespace concord::cli
