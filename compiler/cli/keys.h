// Keys of what a build makes: two builds that give a file the same key give it the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "cli/outputs.h"
#include "render/page.h"
#include "render/pdf.h"

namespace concord::cli {

class Keys {
 public:
  // The corpus and the templates must outlive the keys.
  Keys(const Corpus& corpus, const render::Templates& templates);

  // All that the build writes.
  std::string of_build(const Making& making) const;

  // What is made of all protocols, under any name.
  std::string of_corpus(std::string_view name) const;

  // What is made of one protocol alone, under any name.
  std::string of_protocol(std::string_view name, const passes::Protocol& protocol) const;

  std::string of_page(const render::Page& page) const;
  std::string of_pdf(const render::PdfJob& job) const;

 private:
  const Corpus& corpus_;
  const render::Templates& templates_;
  std::string shared_;     // the program, the registers and the day
  std::string protocols_;  // that, every source, and what was found in them
  std::string layouts_;    // the program and the templates of pages
};

}  // namespace concord::cli
