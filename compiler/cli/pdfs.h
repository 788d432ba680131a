// The PDFs of a build: typeset while the rest of it is made.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "cli/outputs.h"
#include "cli/pdf_record.h"
#include "render/pdf.h"
#include "render/pdf_letters.h"

namespace concord::cli {

class Pdfs {
 public:
  // Both must outlive it. Throws std::runtime_error where the list of typefaces cannot be read.
  Pdfs(const render::Templates& templates, const Making& making);

  // Orders the PDF at a path of the output folder, unless the build before made it of the same
  // things, or a letter in it has no typeface. `protocol`: what it prints; null for what is made of
  // all.
  void order(std::string path, const passes::Protocol* protocol, render::PdfJob job);

  // How many were given to the typesetter, and how many it has done so far.
  std::size_t ordered() const { return ordered_.size(); }
  const std::atomic<std::size_t>& typeset() const { return typesetting_.done(); }

  // Waits for the typesetter and gives what was made to the destination. What cannot be typeset is
  // left out, and why becomes a finding of the corpus; so is what is made of all where the
  // typesetter broke at it, and why becomes a remark. Throws std::runtime_error where it broke at a
  // protocol, or is wanted and not installed.
  void finish(Corpus& corpus, source::Destination& destination, Output& output);

 private:
  struct Pdf {
    std::string path;
    const passes::Protocol* protocol;
    std::string key;
  };

  struct Unprintable {
    std::string path;
    const passes::Protocol* protocol;
    std::vector<render::MissingLetters> letters;
  };

  // The bytes, where there are any.
  std::optional<std::string> take(const Pdf& pdf, render::PdfResult result, Corpus& corpus,
                                  Output& output);
  // The typesetter broke at it.
  static void fail(const Pdf& pdf, const std::string& why, Output& output);

  const render::Templates& templates_;
  const Making& making_;
  const render::Typefaces typefaces_;
  PdfRecord record_;
  render::Typesetting typesetting_;
  std::vector<Pdf> ordered_;
  std::vector<Unprintable> unprintable_;
  source::Files unchanged_;  // of the build before
};

// One document by itself, with the templates of that folder. Throws std::runtime_error, saying why,
// where it cannot be typeset.
std::string typeset_one(const render::Templates& templates, const std::filesystem::path& folder,
                        render::PdfJob job);

}  // namespace concord::cli
