#include "view/stamp.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "view/language.h"
#include "view/words.h"

namespace concord::view {
namespace {

using syntax::Metadata;

// "version 2.1, adopted 15 May 2023", "draft"
std::string version_of(const Metadata& about) {
  const Words words(about.language);
  std::vector<std::string> parts;
  if (!about.versions.empty() && !about.versions.back().version.empty())
    parts.push_back(words.say("named_version", fmt::arg("version", about.versions.back().version)));
  if (about.status == syntax::Status::draft)
    parts.emplace_back(words["named_draft"]);
  else if (!about.adopted.date.iso.empty())
    parts.push_back(words.say("named_adopted_on",
                              fmt::arg("date", in_words(about.adopted.date, about.language))));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string list_of(const Stamp& stamp, const Words& words) {
  std::vector<std::string> names;
  for (const StampedText& each : stamp.texts)
    if (each.compared) names.push_back(words_for(each));
  if (names.size() > most_names) return words.count(names.size(), "councils");
  return fmt::format("{}", fmt::join(names, "; "));
}

std::string day_of(const Stamp& stamp, std::string_view language) {
  return stamp.as_of.empty() ? "" : in_words(syntax::Date{.iso = stamp.as_of}, language);
}

}  // namespace

StampedText stamped(const Metadata& about, std::string folder) {
  return {.folder = std::move(folder), .name = about.name, .version = version_of(about)};
}

std::string words_for(const StampedText& text) {
  return text.version.empty() ? text.name : fmt::format("{} ({})", text.name, text.version);
}

Stamp of_text(const Stamp& stamp, const std::string& folder) {
  Stamp one{stamp.program, stamp.as_of, {}};
  for (const StampedText& each : stamp.texts)
    if (each.folder == folder) {
      one.texts.push_back(each);
      one.texts.back().compared = true;
    }
  return one;
}

std::string words_for(const Stamp& stamp, const std::string& language) {
  if (stamp.program.empty()) return "";
  const Words words(language);
  const std::string day = day_of(stamp, language);
  const std::string made = fmt::format("made_from_{}{}", stamp.texts.size() == 1 ? "one" : "many",
                                       day.empty() ? "" : "_as_at");
  return words.say(made, fmt::arg("program", stamp.program), fmt::arg("date", day),
                   fmt::arg("texts", list_of(stamp, words)));
}

std::string licence_words() {
  return std::string(Words()["licence"]);
}

std::string citation_words(const Stamp& stamp) {
  const Words words;
  const std::string day = day_of(stamp, "en");
  return words.say(day.empty() ? "citation" : "citation_as_at", fmt::arg("program", stamp.program),
                   fmt::arg("date", day), fmt::arg("texts", list_of(stamp, words)));
}

std::vector<std::pair<std::string, std::string>> terms(const Stamp& stamp) {
  if (stamp.program.empty()) return {};
  return {{"made", words_for(stamp)},
          {"licence", licence_words()},
          {"citation", citation_words(stamp)}};
}

}  // namespace concord::view
