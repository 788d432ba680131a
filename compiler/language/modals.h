// What binds, allows and denies: modal verbs ("must", "is to", "may not", "cannot") and negators.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/words.h"
#include "syntax/word_lists.h"

namespace concord::language {

// A modal verb where it stands.
struct Modal {
  const syntax::ModalVerb* verb = nullptr;  // of the lists
  bool negated = false;                     // "cannot", "may not"; the negator is of its words
  std::size_t word_count = 0;
};

// Made from the lists, which must outlive it and stay as they are.
class Modals {
 public:
  explicit Modals(const syntax::WordLists& lists) : Modals(lists, lists.modals) {}

  // Of these verbs or phrases in place of the list's.
  Modals(const syntax::WordLists& lists, const std::vector<syntax::ModalVerb>& verbs);

  // The longest modal that begins with the word at the place; nothing where none does. "need" by
  // itself is none: only "need not" is. Nor is "May" where it is the month (dates.h), for which the
  // words before the place are read.
  std::optional<Modal> at(std::span<const Word> words, std::size_t place) const;

  // The modal that the lower-case word is by itself ("must", "cannot").
  std::optional<Modal> of_word(std::string_view word) const;

 private:
  struct Spelling {
    std::vector<std::string> words;
    Modal modal;
  };

  void add(const syntax::ModalVerb& verb, const std::vector<std::string>& spellings, bool negated);

  const syntax::WordLists* lists_;
  // By first word, the longest first.
  std::unordered_map<std::string, std::vector<Spelling>, syntax::WordHash, std::equal_to<>>
      by_first_word_;
};

}  // namespace concord::language
