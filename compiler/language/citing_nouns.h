// Nouns that cite a numbered place: "paragraph", "para.", "standing orders", "s" beside an Act.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syntax/word_lists.h"

namespace concord::language {

struct CitingMatch {
  const syntax::CitingNoun* noun = nullptr;  // of the lists
  bool plural = false;
  std::uint32_t end = 0;  // after the noun; of a short spelling where the number begins
};

// Made from the lists, which must outlive it and stay as they are.
class CitingNouns {
 public:
  explicit CitingNouns(const syntax::WordLists& lists);

  // Which spellings are read beside the plain English ones.
  struct Forms {
    bool statutory = false;  // the short ones of statutes, and only before a number
    bool welsh = false;
  };

  // The longest noun that begins at byte `at` of the text, which begins a word there.
  std::optional<CitingMatch> at(std::string_view text, std::uint32_t at, Forms forms) const;

  // Whether the lower-case words are a noun that cites wherever it stands.
  bool contains(std::string_view words) const;

 private:
  struct Spelling {
    std::string words;
    const syntax::CitingNoun* noun = nullptr;
    bool plural = false;
    Forms forms;  // in which alone it is read
  };

  void add(const syntax::CitingNoun& noun, const std::vector<std::string>& spellings, bool plural,
           Forms forms);

  // By the letters that they begin with, the longest first.
  std::unordered_map<std::string, std::vector<Spelling>, syntax::WordHash, std::equal_to<>>
      by_letters_;
  syntax::WordSet words_;
};

}  // namespace concord::language
