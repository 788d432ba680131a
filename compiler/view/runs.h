// One clause's words as flat runs: everything that stands off from them (emphasis, notes,
// references, terms) is laid over one another, and the text is cut wherever any of it begins or
// ends.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "syntax/document.h"

namespace concord::view {

// What a range of the words leads to. Where two overlap, the one of the lower rank stands and the
// other is dropped whole: half a link says something that nobody wrote.
enum class Rank : std::uint8_t { written, reference, instrument, term };

struct Link {
  syntax::Range range;
  Rank rank = Rank::term;
  nlohmann::json link;  // the LINK of a RUN
};

// What is put in where no words stand: a footnote mark, or the number that an empty link prints.
struct Insertion {
  std::uint32_t at = 0;
  nlohmann::json run;
};

// A run with the text and nothing else.
nlohmann::json plain_run(std::string text);

// The runs of the prose: its own marks of emphasis and line breaks, with the links and insertions,
// which may come in any order.
nlohmann::json runs(const syntax::Prose& prose, std::vector<Link> links,
                    std::vector<Insertion> insertions);

}  // namespace concord::view
