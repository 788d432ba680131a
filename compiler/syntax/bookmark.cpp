#include "syntax/bookmark.h"

#include "source/digest.h"

namespace concord::syntax {
namespace {

constexpr std::size_t longest_name = 40;
constexpr std::string_view opening = "c_";
constexpr std::string_view hyphen = "__h";
constexpr std::string_view digested = "__g";
constexpr std::string_view digits = "0123456789abcdef";

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

std::string escaped(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return {'_', '_', digits[byte >> 4u], digits[byte & 15u]};
}

std::optional<char> unescaped(std::string_view two) {
  if (two.size() < 2) return std::nullopt;
  const auto high = digits.find(two[0]);
  const auto low = digits.find(two[1]);
  if (high == digits.npos || low == digits.npos) return std::nullopt;
  return static_cast<char>(high << 4u | low);
}

}  // namespace

std::string bookmark_of(std::string_view id) {
  std::string name(opening);
  for (std::size_t i = 0; i < id.size(); ++i) {
    const char c = id[i];
    // A full stop is one underscore where no other one comes of what stands around it.
    const bool lone = i > 0 && i + 1 < id.size() && is_plain(id[i - 1]) && is_plain(id[i + 1]);
    if (is_plain(c)) {
      name += c;
    } else if (c == '.' && lone) {
      name += '_';
    } else if (c == '-') {
      name += hyphen;
    } else {
      name += escaped(c);
    }
  }
  if (name.size() <= longest_name) return name;
  return std::string(opening) + std::string(digested) + source::digest({id});
}

std::optional<std::string> id_of_bookmark(std::string_view name) {
  if (!name.starts_with(opening)) return std::nullopt;
  name.remove_prefix(opening.size());
  if (name.starts_with(digested)) return std::nullopt;
  std::string id;
  while (!name.empty()) {
    std::size_t taken = 1;
    if (name.starts_with(hyphen)) {
      id += '-';
      taken = hyphen.size();
    } else if (name.starts_with("__")) {
      const auto byte = unescaped(name.substr(2));
      if (!byte) return std::nullopt;
      id += *byte;
      taken = 4;
    } else {
      id += name.front() == '_' ? '.' : name.front();
    }
    name.remove_prefix(taken);
  }
  return id.empty() ? std::nullopt : std::optional(id);
}

}  // namespace concord::syntax
