// Why a reader gave up on a file: thrown from anywhere within the reader, and made a Refusal where
// it began.
#pragma once

#include <stdexcept>
#include <string>

#include "diag/diagnostic.h"

namespace concord::intake {

// `what()` says what was found, lower case, no full stop.
class Unreadable : public std::runtime_error {
 public:
  Unreadable(diag::Code code, const std::string& reason)
      : std::runtime_error(reason), code_(code) {}

  diag::Code code() const { return code_; }

 private:
  diag::Code code_;
};

}  // namespace concord::intake
