// The PDFs of a build: typeset while the rest of it is made.
#pragma once

#include <string>
#include <vector>

#include "cli/earlier.h"
#include "cli/keys.h"
#include "cli/outputs.h"
#include "render/pdf.h"

namespace concord::cli {

class Pdfs {
 public:
  // All must outlive it.
  Pdfs(const render::Templates& templates, const Making& making, const Keys& keys,
       const Earlier& earlier);

  // Orders the PDF at a path of the output folder, unless an earlier build made it of the same
  // things. `protocol`: what it prints; null for what is made of all.
  void order(std::string path, const passes::Protocol* protocol, const render::PdfJob& job);

  // Waits for the typesetter and adds what was made to the output. A text that it refuses becomes a
  // finding of the corpus. Throws std::runtime_error where it broke, or is wanted and not
  // installed.
  void finish(Corpus& corpus, Record& record, Output& output);

 private:
  struct Pdf {
    std::string path;
    const passes::Protocol* protocol;
    std::string key;
  };

  void keep(const Pdf& pdf, render::PdfResult result, Corpus& corpus, Record& record,
            Output& output) const;

  const Making& making_;
  const Keys& keys_;
  const Earlier& earlier_;
  render::Typesetting typesetting_;
  std::vector<Pdf> ordered_;
  std::vector<std::pair<std::string, source::Files>> reused_;  // by key
};

}  // namespace concord::cli
