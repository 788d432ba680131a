// What the register's instruments are called.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "passes/language.h"
#include "syntax/registers.h"

namespace concord::passes {

// One way of naming instruments: with its year one, without it perhaps several. The first `own` of
// them have the name in the register; the others only by leaving out their year.
struct InstrumentName {
  std::string words;
  bool with_year = false;
  std::vector<const syntax::Instrument*> meant;
  std::size_t own = 0;

  // The one meant where no year is given; null where it could be several.
  const syntax::Instrument* without_year() const {
    return own == 1 || meant.size() == 1 ? meant.front() : nullptr;
  }
};

class InstrumentNames {
 public:
  // The instruments must outlive it.
  explicit InstrumentNames(const std::vector<syntax::Instrument>& instruments);

  const std::vector<InstrumentName>& all() const { return names_; }
  // The names as phrases, whose values are places in all().
  const Phrases& phrases() const { return phrases_; }

 private:
  void add(std::string_view words, const syntax::Instrument& instrument);

  std::vector<InstrumentName> names_;
  Phrases phrases_;
};

// A year of the last century or this one, in digits.
bool is_year(std::string_view text);

}  // namespace concord::passes
