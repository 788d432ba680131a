// JSON objects of known members. The braces of nlohmann's own make an array of two of each member
// first, and take both out again: twice the work where a page is made of ten thousands.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

namespace concord::view {

struct Member {
  const char* name;
  nlohmann::json value;
};

// object({{"id", id}, {"label", label}}): names are given once each, and soonest taken in the order
// of the alphabet, in which an object keeps them.
template <std::size_t size>
nlohmann::json object(Member (&&members)[size]) {
  nlohmann::json made = nlohmann::json::object();
  auto& into = made.get_ref<nlohmann::json::object_t&>();
  for (Member& member : members)
    into.emplace_hint(into.end(), member.name, std::move(member.value));
  return made;
}

}  // namespace concord::view
