// Which instrument a text means by "the Act", "the 1972 Act", "that Act", "thereof".
//
// A short name means what the text itself says: the definition ("the Act" means …; … 2000 ("the
// Act")) that stands last before it, or the one of the text where none stands before. "The 1972
// Act" without a definition is the one Act of that year that the text names. "That Act", "the same
// Act" and "thereof" are what was named last, if only one could be meant. Whatever else is left
// open: a link to the wrong law is worse than none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "passes/language.h"
#include "passes/subject.h"

namespace concord::passes {

// Where an instrument is named in a clause. `instrument` is null for one that the register lacks.
struct Named {
  Range range;
  const syntax::Instrument* instrument = nullptr;
  std::string title;   // the register's, or as printed
  std::string target;  // Reference::target
};

// A short name in a clause: of what it means, or of nothing where that is in doubt.
struct ShortName {
  Range range;  // "1972 Act" in "the 1972 Act", "that Act", "thereof"
  std::optional<Named> meant;
  std::string doubt;  // why nothing is meant, for a reader
};

class ShortNames {
 public:
  // `named`: by clause, what each names in full, in order. Both must outlive this.
  ShortNames(const Subject& subject, const std::vector<std::vector<Named>>& named);

  // Those of a clause, in order; none overlaps a name in full.
  std::vector<ShortName> in(const graph::Clause& clause) const;

 private:
  using Place = std::pair<std::size_t, std::uint32_t>;  // clause, byte

  struct Definition {
    Place place;
    const Named* means = nullptr;
  };

  void define_in(const graph::Clause& clause, const Named& named);
  void define_behind(const graph::Clause& clause, const Named& named);
  std::optional<std::size_t> define_at(const graph::Clause& clause, std::size_t at,
                                       std::uint32_t end, const Named& named);
  void define_before(const graph::Clause& clause, const Named& named);
  // Takes the words as a name, if they can be one.
  void define(const graph::Clause& clause, std::size_t first, std::size_t last, bool quoted,
              const Named& named);

  struct Reading;
  Reading read(const graph::Clause& clause) const;
  // Those that the text defines.
  std::vector<ShortName> defined(const Reading& reading) const;
  std::optional<ShortName> dated_at(const Reading& reading, std::size_t word) const;
  std::optional<ShortName> pointing_at(Reading& reading, std::size_t word) const;
  bool has_article(const Reading& reading, std::size_t word) const;
  ShortName by_year(std::string_view head, std::string_view year, Range range) const;
  // What "that Act" means; any instrument where `head` is empty ("thereof"), and nothing where that
  // speaks of no instrument.
  std::optional<ShortName> named_last(Reading& reading, std::string_view head, Range range) const;

  const Subject& subject_;
  const syntax::WordLists& lists_;
  const std::vector<std::vector<Named>>& named_;
  Phrases phrases_;                                   // values are places in definitions_
  std::vector<std::vector<Definition>> definitions_;  // of one name, in order
  // By the noun ("act") and the year: what the text names, and null where that is several.
  std::map<std::pair<std::string, std::string>, const Named*> by_year_;
};

}  // namespace concord::passes
