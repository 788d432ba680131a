// What a build writes: the formats, and the files of each.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "compare/comparison.h"
#include "compare/peers.h"
#include "source/publication.h"
#include "view/formats.h"

namespace concord::cli {

using view::Format;

// What is to be said of a build, beside its files.
struct Output {
  std::set<std::string> pdfs;      // those that were made
  std::set<std::string> left_out;  // PDFs that cannot be typeset
  std::set<std::string> remarks;   // for people: why there is no PDF, what the typesetter said
  std::size_t unchanged_pdfs = 0;  // kept from the build before
};

// What to make, and of what.
struct Making {
  std::set<Format> formats;
  std::filesystem::path templates;
  std::filesystem::path folder;  // where PDFs of the build before may be kept
  unsigned jobs = 0;             // as in Reading
  bool pdf_wanted = false;       // asked for by name: going without one is not enough
  bool comparison = true;        // of two protocols or more; else each stands for itself
  compare::PeerChoice peers = {};
  bool notes = {};  // drafting notes beside the text of drafts, on their pages and in Word
  std::string kept_pairs = {};        // of the build before: pair_record.h
  compare::Memory* memory = nullptr;  // of comparisons before, in a process that builds again
};

// Gives every file of the output folder to the destination, as it is made. What the typesetter
// refuses is left out, and becomes a finding of the corpus. Throws std::runtime_error where the
// typesetter broke at a protocol, or is wanted and not installed.
Output make(Corpus& corpus, const Making& making, Progress& progress,
            source::Destination& destination);

}  // namespace concord::cli
