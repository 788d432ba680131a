#include "view/stamp.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "view/language.h"

namespace concord::view {
namespace {

using syntax::Metadata;

// "version 2.1, adopted 15 May 2023", "draft"
std::string version_of(const Metadata& about) {
  const bool welsh = is_welsh(about.language);
  std::vector<std::string> parts;
  if (!about.versions.empty() && !about.versions.back().version.empty())
    parts.push_back(
        fmt::format("{} {}", welsh ? "fersiwn" : "version", about.versions.back().version));
  if (about.status == syntax::Status::draft)
    parts.emplace_back(welsh ? "drafft" : "draft");
  else if (!about.adopted.date.iso.empty())
    parts.push_back(fmt::format("{} {}", welsh ? "mabwysiadwyd" : "adopted",
                                in_words(about.adopted.date, about.language)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string list_of(const Stamp& stamp, bool welsh) {
  std::vector<std::string> names;
  for (const StampedText& each : stamp.texts)
    if (each.compared) names.push_back(words_for(each));
  if (names.size() > most_names)
    return fmt::format("{} {}", names.size(), welsh ? "o gynghorau" : "councils");
  return fmt::format("{}", fmt::join(names, "; "));
}

std::string day_of(const Stamp& stamp, std::string_view language) {
  return stamp.as_of.empty() ? "" : in_words(syntax::Date{.iso = stamp.as_of}, language);
}

}  // namespace

StampedText stamped(const Metadata& about, std::string folder, bool compared) {
  return {std::move(folder), about.name, version_of(about), compared};
}

std::string words_for(const StampedText& text) {
  return text.version.empty() ? text.name : fmt::format("{} ({})", text.name, text.version);
}

Stamp of_text(const Stamp& stamp, const std::string& folder) {
  Stamp one{stamp.program, stamp.as_of, {}};
  for (const StampedText& each : stamp.texts)
    if (each.folder == folder) one.texts.push_back({each.folder, each.name, each.version, true});
  return one;
}

std::string words_for(const Stamp& stamp, const std::string& language) {
  if (stamp.program.empty()) return "";
  const std::string day = day_of(stamp, language);
  if (is_welsh(language))
    return fmt::format("Gwnaed gyda Concord {} o’r testun{}: {}.", stamp.program,
                       day.empty() ? "" : fmt::format(" fel yr oedd ar {}", day),
                       list_of(stamp, true));
  return fmt::format("Made with Concord {} from the text{}{}: {}.", stamp.program,
                     stamp.texts.size() == 1 ? "" : "s",
                     day.empty() ? "" : fmt::format(" as at {}", day), list_of(stamp, false));
}

std::string licence_words() {
  return "What Concord adds is under the MIT licence. The councils’ words are the councils’.";
}

std::string citation_words(const Stamp& stamp) {
  const std::string day = day_of(stamp, "en-GB");
  return fmt::format("The Concord developers. Concord (version {}). Data on the protocols of {}{}.",
                     stamp.program, list_of(stamp, false),
                     day.empty() ? "" : fmt::format(", as at {}", day));
}

std::vector<std::pair<std::string, std::string>> terms(const Stamp& stamp) {
  if (stamp.program.empty()) return {};
  return {{"made", words_for(stamp)},
          {"licence", licence_words()},
          {"citation", citation_words(stamp)}};
}

}  // namespace concord::view
