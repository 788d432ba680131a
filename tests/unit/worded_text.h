// A text with its words and the roles that the registers of tests/gold know in it, for the reading
// of statements.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "frozen_registers.h"
#include "language/statements.h"

namespace concord::test {

struct Worded {
  explicit Worded(std::string given)
      : text(std::move(given)), words(text), roles(names().find(text, words)) {}

  static const language::RoleNames& names() {
    static const language::RoleNames all(frozen_registers());
    return all;
  }
  language::ReadText read() const { return {text, words, roles}; }

  std::string text;
  language::Words words;
  std::vector<language::RoleMatch> roles;
};

}  // namespace concord::test
