// What was found of two protocols, kept so that a later comparison need not find it again.
//
// Two protocols are compared by themselves (comparison.h): what is found of them holds for as long
// as their texts, the registers and the program stay as they are. It is kept under a key that names
// all of these, and is what the comparison would find, to the last bit. Of 300 councils, finding it
// is half the work of a build.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/match/links.h"

namespace concord::compare {

struct LinkedCorpus;

class KeptPairs {
 public:
  // By protocol, a name that stands for its id and text, the registers and the program together;
  // and what bytes() gave of an earlier comparison. Of other bytes nothing is kept, or what in them
  // is whole.
  explicit KeptPairs(std::vector<std::string> names, std::string_view bytes = {});

  bool has(CouncilPair pair) const { return find(pair) != nullptr; }
  // The links of the two; nothing where they are not kept.
  std::optional<std::vector<WordingLink>> links(const Corpus& corpus, CouncilPair pair) const;
  // Their divergences, likewise.
  std::optional<std::vector<Divergence>> divergences(const LinkedCorpus& linked,
                                                     CouncilPair pair) const;

  // Of the same protocols, without anything that is kept.
  KeptPairs empty() const { return KeptPairs(names_); }
  // Keeps what was found of the two.
  void keep(const LinkedCorpus& linked, CouncilPair pair,
            const std::vector<Divergence>& divergences);
  // Keeps what the other has of the two; false where that is nothing.
  bool keep(CouncilPair pair, const KeptPairs& other);

  // The same for the same contents, in whatever order they were kept.
  std::string bytes() const;

 private:
  using Bytes = std::vector<std::uint8_t>;

  // Both as MessagePack (msgpack.org). The protocols' numbers are left out, for they change as
  // councils come and go.
  struct Pair {
    Bytes links;
    Bytes divergences;
  };

  static std::string digest_of(const std::string& key, const Pair& pair);
  std::string key(CouncilPair pair) const;
  const Pair* find(CouncilPair pair) const;

  std::vector<std::string> names_;
  std::map<std::string, Pair> pairs_;  // by key: a digest of both names
};

}  // namespace concord::compare
