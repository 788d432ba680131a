// Which words are forms of a verb, by the register's list of base forms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "syntax/word_lists.h"

namespace concord::language {

enum class VerbForm : std::uint8_t {
  base,        // "advise"
  third,       // "advises"
  participle,  // "advised", and "given" of the list of irregular ones
  gerund,      // "advising"
};

class Verbs {
 public:
  explicit Verbs(const syntax::WordLists& lists);

  // The form that the lower-case word has of a listed verb; nothing for other words.
  std::optional<VerbForm> form_of(std::string_view word) const;

  // True for "given" and for whatever ends as a regular participle does: the list of verbs need not
  // have it, since a form of "be" stands before it.
  bool is_participle(std::string_view word) const;

 private:
  std::unordered_map<std::string, VerbForm, syntax::WordHash, std::equal_to<>> forms_;
};

}  // namespace concord::language
