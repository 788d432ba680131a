// Parses a text given in a test, and says what came of it.
#pragma once

#include <string>
#include <utility>

#include "diag/diagnostic.h"
#include "source/source_map.h"
#include "syntax/document.h"

struct Parsed {
  concord::source::SourceMap sources;
  concord::source::FileId file{};
  concord::diag::Sink sink;
  concord::syntax::Document document;

  explicit Parsed(std::string text) : file(sources.add("example.md", std::move(text))) {
    document = concord::syntax::parse(sources, file, sink);
  }

  // The names of the codes reported, in the order of their places.
  std::string codes() const {
    std::string out;
    concord::diag::Policy policy;
    policy.profile = concord::diag::Profile::draft;
    for (const auto& finding : concord::diag::judge(sink, policy)) {
      out +=
          (out.empty() ? "" : " ") + std::string(concord::diag::info(finding.diagnostic.code).name);
    }
    return out;
  }

  // The words of the source that the first diagnostic of the code points at.
  std::string pointed_at(concord::diag::Code code) const {
    for (const auto& diagnostic : sink.all()) {
      if (diagnostic.code == code) return std::string(sources.text(diagnostic.span));
    }
    return "(none)";
  }
};

// The text below a front matter in which nothing is missing.
inline Parsed parsed(const std::string& body) {
  return Parsed("---\ncouncil: Example\ntitle: Example\n---\n\n" + body);
}
