// Which words name a role: of the register, and of a council's own front matter. The only place
// where prose is asked for roles, so that every room finds the same ones.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/phrases.h"
#include "language/words.h"
#include "syntax/registers.h"

namespace concord::language {

struct RoleMatch {
  // Null for words that name nobody: "member of the public", or a council's "Head" in small
  // letters.
  const syntax::Role* role = nullptr;
  std::size_t first_word = 0;
  std::size_t word_count = 0;
  Range range;
};

class RoleNames {
 public:
  // A front matter's `roles`: titles by the id of a role.
  using OwnTitles = std::map<std::string, std::vector<std::string>>;

  // The register's words for roles. The register must outlive it and stay as it is.
  explicit RoleNames(const syntax::Register& registers);

  // Those of `shared`, which must outlive it, and before them a council's own; ids that the
  // register does not have name no role. A title with a capital that the register does not know
  // ("Head", "Authority") counts only with its capital: in small letters it is most often the
  // common noun.
  RoleNames(const RoleNames& shared, const OwnTitles& own);

  // In order, none overlapping another, at each word the longest. `words` are those of the text.
  // May be called by several threads at once.
  std::vector<RoleMatch> find(std::string_view text, std::span<const Word> words) const;

 private:
  // What a council calls a role; the value of its phrase is its place behind the register's roles.
  struct OwnName {
    const syntax::Role* role = nullptr;
    bool with_capital = false;
  };

  void add_own(const std::string& title, const syntax::Role& role);
  const syntax::Role* role_of(const Phrases::Match& match, std::span<const Word> words) const;

  const syntax::Register* registers_;
  Phrases phrases_;
  std::vector<OwnName> own_names_;
};

}  // namespace concord::language
