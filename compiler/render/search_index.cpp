#include "render/search_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "view/addresses.h"
#include "view/words.h"

namespace concord::render {
namespace {

using nlohmann::ordered_json;

std::vector<const view::ListedProvision*> most_shared_first(const view::Overview& overview) {
  std::vector<const view::ListedProvision*> all;
  for (const view::ListedTopic& topic : overview.topics)
    for (const view::ListedProvision& each : topic.shared) all.push_back(&each);
  std::ranges::stable_sort(all, std::ranges::greater(), &view::ListedProvision::have);
  return all;
}

ordered_json entry_of(const view::ListedProvision& provision, std::size_t councils) {
  std::vector<std::string> passages = provision.said;
  if (!provision.question.empty()) passages.insert(passages.begin(), provision.question);
  return {{"href", view::compared::provision(provision.id) + ".html"},
          {"title", provision.title},
          {"about", fmt::format("{} {} {}", provision.have, view::Words()["of"], councils)},
          {"passages", passages}};
}

ordered_json entry_of(const view::Council& council) {
  std::vector<std::string> passages;
  if (council.council != council.name) passages.push_back(council.council);
  return {{"href", view::compared::council(council.id) + ".html"},
          {"title", council.name},
          {"about", ""},
          {"passages", passages}};
}

}  // namespace

Files search_index(const view::Overview& overview) {
  std::string script =
      "// Made from the comparison: what can be found, and by which words.\n"
      "\"use strict\";\nconst search_index = [\n";
  const auto add = [&](const ordered_json& entry) {
    script += entry.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + ",\n";
  };
  for (const view::ListedProvision* each : most_shared_first(overview))
    add(entry_of(*each, overview.councils.size()));
  for (const view::ListedCouncil& each : overview.councils) add(entry_of(each.council));
  return {{std::string(view::search_index_address), script + "];\n"}};
}

}  // namespace concord::render
