// What a build that watches says of the texts that were written on: which clauses, and how.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/pipeline.h"

namespace concord::cli {

class ClauseChanges {
 public:
  // A line for each text whose words are others than at the last call: "york: 5.3 reworded, 5.4
  // new", with at most ten clauses. None for what is new or gone as a whole.
  std::vector<std::string> since_last(const Corpus& corpus);

 private:
  struct Known {
    std::string text;
    passes::Protocol protocol;
  };
  std::map<std::string, Known> known_;  // by the name of the file
};

}  // namespace concord::cli
