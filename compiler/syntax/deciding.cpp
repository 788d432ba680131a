#include "syntax/deciding.h"

namespace concord::syntax {
namespace {

constexpr std::array<Decides, 3> all = {Decides::council, Decides::committee, Decides::delegated};

}  // namespace

std::string_view name_of(Decides decides) {
  static constexpr std::array<std::string_view, 3> names = {"council", "committee", "delegated"};
  return names[static_cast<std::size_t>(decides)];
}

std::vector<std::string> change_class_names() {
  return {change_classes.begin(), change_classes.end()};
}

std::vector<std::string> decides_names() {
  std::vector<std::string> names;
  for (const Decides each : all) names.emplace_back(name_of(each));
  return names;
}

Decides decides_named(std::string_view name) {
  for (const Decides each : all)
    if (name_of(each) == name) return each;
  return Decides::council;
}

}  // namespace concord::syntax
