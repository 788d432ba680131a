// The pictures of a PDF: none of their words is read.
#pragma once

#include <string>
#include <vector>

#include "intake/pdf_words.h"

namespace concord::intake {

// Runs pdfimages over the file, which knows the size of pictures and not their place. A page that
// is a picture, with hardly a word of text beside it, was scanned, and its words are lost.
// `tagged`: pictures within the text are told already; else each is named where it stands first, so
// that the arms at the head of every page count once.
std::vector<Doubt> doubts_of_pictures(const std::string& bytes, const std::vector<PdfPage>& pages,
                                      bool tagged);

}  // namespace concord::intake
