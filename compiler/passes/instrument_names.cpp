#include "passes/instrument_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace concord::passes {
namespace {

using syntax::Instrument;

std::string_view without_year(std::string_view title) {
  if (title.size() < 6 || !is_year(title.substr(title.size() - 4))) return title;
  return title.substr(0, title.find_last_not_of(" ,(", title.size() - 5) + 1);
}

// A Welsh title as it stands behind "o" and "i": "Ddeddf Llywodraeth Leol 2000". Empty for others.
std::string softened(std::string_view title) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> initials = {
      {{"Deddf ", "Ddeddf "},
       {"Mesur ", "Fesur "},
       {"Rheoliadau ", "Reoliadau "},
       {"Gorchymyn ", "Orchymyn "}}};
  for (const auto& [radical, soft] : initials)
    if (title.starts_with(radical)) return std::string(soft).append(title.substr(radical.size()));
  return {};
}

}  // namespace

InstrumentNames::InstrumentNames(const std::vector<Instrument>& instruments) {
  for (const Instrument& instrument : instruments) {
    add(instrument.title, instrument);
    for (const std::string& alias : instrument.aliases) {
      add(alias, instrument);
      if (const std::string mutated = softened(alias); !mutated.empty()) add(mutated, instrument);
    }
  }
  for (InstrumentName& name : names_) name.own = name.meant.size();
  for (const Instrument& instrument : instruments) {
    const std::string_view bare = without_year(instrument.title);
    if (bare != instrument.title) add(bare, instrument);
  }
}

void InstrumentNames::add(std::string_view words, const Instrument& instrument) {
  const std::size_t index = phrases_.add(words, names_.size());
  const bool with_year = without_year(words) != words;
  if (index == names_.size()) names_.push_back({std::string(words), with_year, {}, 0});
  auto& meant = names_[index].meant;
  if (std::ranges::find(meant, &instrument) == meant.end()) meant.push_back(&instrument);
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         std::ranges::all_of(text, source::is_digit);
}

}  // namespace concord::passes
