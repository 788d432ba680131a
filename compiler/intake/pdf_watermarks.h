// Words that are printed over a page and are no part of its text: "DRAFT" in grey across it, a
// stamp up its edge.
#pragma once

#include <vector>

#include "intake/pdf_words.h"

namespace concord::intake {

// Takes out, before lines are made of the words, those that stand over others and are much higher,
// and those that run up or down a page whose other words do not. What was taken, a page once.
std::vector<Removed> take_watermarks(std::vector<PdfPage>& pages);

}  // namespace concord::intake
