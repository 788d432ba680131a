// YAML as a tree with places, read with what could be abused left out: no anchors, no aliases,
// bounded size and depth. Every scalar is a string: "no" is no boolean, and "2.10" no number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concord::syntax {

struct YamlEntry;

struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

  Kind kind = Kind::null;
  std::string scalar;              // cleaned of control characters, white space collapsed
  std::uint32_t begin = 0;         // bytes of the text read
  std::uint32_t end = 0;           // of a scalar; `begin` for the rest
  std::vector<YamlNode> items;     // of a sequence
  std::vector<YamlEntry> entries;  // of a mapping, in order

  // The value of the key, or nothing.
  const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

struct YamlError {
  enum class Kind : std::uint8_t { syntax, too_large, anchor };

  Kind kind = Kind::syntax;
  std::uint32_t at = 0;
  std::string message;
};

struct YamlLimits {
  std::size_t bytes = 0;
  std::size_t depth = 0;
};

// The first document of the text; a null node where there is none. Where `error` is set the tree is
// what was read before it.
struct YamlTree {
  YamlNode root;
  std::optional<YamlError> error;
};
YamlTree read_yaml(std::string_view text, const YamlLimits& limits);

// The words as a scalar in YAML that reads back as the same words.
std::string yaml_scalar(std::string_view words);

}  // namespace concord::syntax
