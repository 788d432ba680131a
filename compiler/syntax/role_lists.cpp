#include "syntax/role_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/register_file.h"

namespace concord::syntax {
namespace {

constexpr std::array<std::string_view, 4> role_lists{"officers_at_large", "general_actors",
                                                     "offices", "ranks"};

// Of a list, or a list of lists.
void check_ids(FieldReader& fields, const YamlNode& node, const Path& path,
               const std::vector<std::string>& ids) {
  if (node.kind == YamlNode::Kind::scalar) {
    if (std::ranges::find(ids, node.scalar) != ids.end()) return;
    const std::vector<std::string> near = diag::nearest(node.scalar, ids);
    fields.wrong_form(
        node, path,
        near.empty() ? "the id of a role in roles.yaml"
                     : fmt::format("the id of a role in roles.yaml, such as \"{}\"", near.front()));
  } else if (node.kind == YamlNode::Kind::sequence) {
    fields.sequence(node, path, [&](const YamlNode& item, const Path& inside) {
      check_ids(fields, item, inside, ids);
    });
  }
}

}  // namespace

void check_role_lists(const source::SourceMap& sources, source::FileId file,
                      const Register& registers, diag::Sink& sink) {
  // Other files, of which one is long, need not be read again.
  const std::string_view text = sources.text(file);
  const auto is_named = [&](std::string_view list) {
    return text.find(list) != std::string_view::npos;
  };
  if (std::ranges::none_of(role_lists, is_named)) return;
  std::vector<std::string> ids;
  for (const Role& role : registers.roles) ids.push_back(role.id);
  read_register_file(sources, file, sink, [&](FieldReader& fields, const YamlNode& root) {
    for (const auto& [key, value] : root.entries)
      if (std::ranges::find(role_lists, key.scalar) != role_lists.end())
        check_ids(fields, value, {nullptr, key.scalar}, ids);
  });
}

}  // namespace concord::syntax
