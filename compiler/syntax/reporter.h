// Reports for one text, and keeps a hostile text from drowning the reader: the same code is shown
// at its first hundred places, and the rest as a number.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"

namespace concord::syntax {

class Reporter {
 public:
  explicit Reporter(diag::Sink& sink) : sink_(sink) {}

  void report(diag::Diagnostic diagnostic) {
    Seen& seen = seen_[diagnostic.code];
    seen.last = diagnostic.span;
    if (++seen.count <= shown_at_most) sink_.report(std::move(diagnostic));
  }

  // False where one more of that code would only be counted: to spare the making of a long message.
  bool shows(diag::Code code) const {
    const auto seen = seen_.find(code);
    return seen == seen_.end() || seen->second.count < shown_at_most;
  }

  // Says for each code how many places were left out. Call once, at the end of the text.
  void finish() {
    for (const auto& [code, seen] : seen_) {
      if (seen.count <= shown_at_most) continue;
      sink_.report(
          {code, seen.last,
           "and " + std::to_string(seen.count - shown_at_most) + " more places like this"});
    }
    seen_.clear();
  }

 private:
  static constexpr std::uint32_t shown_at_most = 100;

  struct Seen {
    std::uint32_t count = 0;
    source::Span last;
  };

  diag::Sink& sink_;
  std::map<diag::Code, Seen> seen_;
};

}  // namespace concord::syntax
