#include "draft/matching.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace concord::draft {

Matching::Matching(const Text& before, const Text& after) {
  for (const Text* text : {&before, &after}) {
    Side& side = sides_[text == &before ? 0 : 1];
    side.text = text;
    side.partners.resize(text->size());
    side.evidence.resize(text->size());
    side.ambiguous.resize(text->size());
  }
}

bool Matching::paired(std::uint32_t before, std::uint32_t after) const {
  const auto all = partners(Version::before, before);
  return std::find(all.begin(), all.end(), after) != all.end();
}

void Matching::pair(Version version, std::uint32_t clause, std::uint32_t partner,
                    Evidence evidence) {
  const auto add = [evidence](Side& side, std::uint32_t one, std::uint32_t with) {
    if (side.partners[one].empty()) side.evidence[one] = evidence;
    side.partners[one].push_back(with);
  };
  add(sides_[index(version)], clause, partner);
  add(sides_[index(other(version))], partner, clause);
}

bool Matching::pair_free(std::uint32_t before, std::uint32_t after, Evidence evidence) {
  if (!is_free(Version::before, before) || !is_free(Version::after, after)) return false;
  pair(Version::before, before, after, evidence);
  return true;
}

void match_identifiers(Matching& found) {
  const Text& before = found.text(Version::before);
  const Text& after = found.text(Version::after);
  std::unordered_map<std::string_view, std::uint32_t> written;
  std::unordered_map<std::string_view, std::uint32_t> keys;
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    keys.emplace(before[i].key, i);
    if (!before[i].identifier.empty()) written.emplace(before[i].identifier, i);
  }
  for (std::uint32_t i = 0; i < after.size(); ++i) {
    const auto former = keys.find(std::string_view(after[i].formerly));
    const auto same = written.find(after[i].identifier);
    if (former != keys.end()) {
      found.pair_free(former->second, i, Evidence::identifier);
    } else if (same != written.end()) {
      found.pair_free(same->second, i, Evidence::identifier);
    }
  }
}

void match_headings(Matching& found) {
  const Text& before = found.text(Version::before);
  const Text& after = found.text(Version::after);
  std::map<std::uint32_t, std::map<std::uint32_t, std::size_t>> votes;  // by heading
  std::map<std::uint32_t, std::size_t> children;
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    if (!before[i].parent) continue;
    ++children[*before[i].parent];
    for (const std::uint32_t now : found.partners(Version::before, i))
      if (after[now].parent) ++votes[*before[i].parent][*after[now].parent];
  }
  for (const auto& [heading, parents] : votes)
    for (const auto& [parent, count] : parents)
      if (before[heading].section && after[parent].section && 2 * count >= children[heading])
        found.pair_free(heading, parent, Evidence::children);
}

}  // namespace concord::draft
