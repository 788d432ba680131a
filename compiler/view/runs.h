// One clause's words as flat runs: everything that stands off from them (emphasis, notes,
// references, terms) is laid over one another, and the text is cut wherever any of it begins or
// ends.
#pragma once

#include <vector>

#include "syntax/document.h"
#include "view/model.h"

namespace concord::view {

// What a range of the words leads to. Where two overlap, the one of the lower rank stands and the
// other is dropped whole: half a link says something that nobody wrote.
enum class Rank : std::uint8_t { written, reference, instrument, term };

struct LinkedRange {
  syntax::Range range;
  Rank rank = Rank::term;
  Link link;
};

// What is put in where no words stand: a footnote mark, or the number that an empty link prints.
struct Insertion {
  std::uint32_t at = 0;
  Run run;
};

// Gives each footnote mark what keeps it apart from what stands before it: "2⁴" is not to be read
// as a number, nor "²⁴" as the mark of note 24.
void set_notes_apart(Runs& runs);

// The runs of the prose: its own marks of emphasis and line breaks, with the links and insertions,
// which may come in any order.
Runs runs(const syntax::Prose& prose, std::vector<LinkedRange> links,
          std::vector<Insertion> insertions);

}  // namespace concord::view
