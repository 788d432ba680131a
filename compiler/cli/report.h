// What a command says of the findings, and what follows for its exit status.
#pragma once

#include <string>

#include "cli/pipeline.h"

namespace concord::cli {

// Shows the errors on standard error; Exit::errors where there are any.
Exit report_errors(const Corpus& corpus);

// Shows the findings of that severity or a graver one, on the stream, with colour where it shows
// it.
void report(const Corpus& corpus, diag::Severity least, std::FILE* stream);

// "2 errors, 31 warnings", and what --off left out, on one line.
std::string counts(const Corpus& corpus);

// The clauses of all protocols in one network.
graph::Network whole_network(const Corpus& corpus);

// "york, ware and 3 more": at most so many of the words, and how many there are besides.
std::string first_of(const std::vector<std::string>& words, std::size_t most);

}  // namespace concord::cli
