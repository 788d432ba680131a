// Letters that no typeface has (PDF001), at their places in the sources.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "cli/pipeline.h"
#include "render/pdf_letters.h"

namespace concord::cli {

// One finding for all that one package helps with; one each for letters that none is known for.
std::vector<diag::Finding> missing_letters(const Corpus& corpus, const passes::Protocol& protocol,
                                           std::span<const render::MissingLetters> missing);

// Adds what the PDFs of the corpus could not be set in to its findings, without typesetting.
// Nothing where the typesetter's own typefaces are not installed: then there are no PDFs at all.
void check_letters(Corpus& corpus, const std::filesystem::path& templates);

}  // namespace concord::cli
