// PDFs whose words are not those of a text.
#pragma once

#include <optional>
#include <vector>

#include "intake/blocks.h"
#include "intake/pdf_words.h"

namespace concord::intake {

// Why no text can be read off the pages: a scan, letters that nothing tells, printed markup.
std::optional<Refusal> refusal_of_pages(const std::vector<PdfPage>& pages);

}  // namespace concord::intake
