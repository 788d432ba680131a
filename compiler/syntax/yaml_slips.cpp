#include "syntax/yaml_slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "diag/messages.h"
#include "source/characters.h"
#include "syntax/lines.h"

namespace concord::syntax {
namespace {

// One line as its author sees it: indentation, "- ", a key, a value.
struct Field {
  std::string_view line;  // without its break and the white space before it
  std::size_t begin = 0;  // of the line, in the text
  std::size_t indent = 0;
  std::string_view key;    // empty where there is no "key:"
  std::string_view value;  // behind the colon, or the whole line

  std::size_t place(std::string_view part) const {
    return begin + static_cast<std::size_t>(part.data() - line.data());
  }
};

std::string_view without_front(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

bool is_key(std::string_view words) {
  return !words.empty() && std::ranges::all_of(words, [](char c) {
    return source::is_alnum(c) || c == '-' || c == '_';
  });
}

Field field_of(std::string_view text, std::size_t begin, std::size_t end) {
  Field field;
  field.begin = begin;
  field.line = trimmed(text.substr(begin, end - begin));
  std::string_view rest = without_front(field.line);
  if (rest.starts_with("- ")) rest = without_front(rest.substr(2));
  field.indent = field.line.size() - rest.size();
  const std::size_t colon = rest.find(':');
  const bool keyed = colon != std::string_view::npos && is_key(rest.substr(0, colon)) &&
                     (colon + 1 == rest.size() || rest[colon + 1] == ' ');
  field.key = keyed ? rest.substr(0, colon) : std::string_view();
  field.value = keyed ? without_front(rest.substr(colon + 1)) : rest;
  return field;
}

// The lines up to that of the problem, comments and empty ones left out.
std::vector<Field> fields_up_to(std::string_view text, std::size_t problem) {
  std::vector<Field> fields;
  for (std::size_t begin = 0; begin < text.size() && begin <= problem;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Field field = field_of(text, begin, end);
    if (!field.value.empty() || !field.key.empty())
      if (!field.value.starts_with('#')) fields.push_back(field);
    begin = end + 1;
  }
  return fields;
}

YamlSlip slip(std::size_t at, std::string message) {
  return {static_cast<std::uint32_t>(at), std::move(message)};
}

std::optional<YamlSlip> tab_in(const Field& field) {
  const std::size_t words = field.line.find_first_not_of(" \t");
  const std::size_t tab = field.line.substr(0, words).find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  return slip(field.begin + tab, diag::FMT002::tab);
}

// The end of a quoted value, its closing mark included; npos where the line does not close it.
std::size_t quoted_length(std::string_view value) {
  const char mark = value.front();
  for (std::size_t at = 1; at < value.size(); ++at) {
    if (mark == '"' && value[at] == '\\') {
      ++at;
    } else if (value[at] == mark) {
      const bool doubled = mark == '\'' && at + 1 < value.size() && value[at + 1] == mark;
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return std::string_view::npos;
}

std::string in_quotes(std::string_view key, std::string words) {
  const char mark = words.find('"') == std::string::npos ? '"' : '\'';
  return fmt::format("{}: {}{}{}", key, mark, words, mark);
}

std::optional<YamlSlip> quotation_in(const Field& field) {
  if (field.key.empty() || field.value.empty()) return std::nullopt;
  const std::string_view value = field.value;
  if (value[0] != '"' && value[0] != '\'') return std::nullopt;
  const std::size_t length = quoted_length(value);
  if (length == std::string_view::npos)
    return slip(field.place(value),
                fmt::format(diag::FMT002::open_quotation, field.key, value[0], value.substr(1)));
  const std::string_view rest = without_front(value.substr(length));
  if (rest.empty() || rest[0] == '#') return std::nullopt;
  std::string words(value);
  std::erase(words, value[0]);
  return slip(field.place(rest),
              fmt::format(diag::FMT002::after_quotation, in_quotes(field.key, words)));
}

// "title: Part 5: Protocol", where the second colon would begin another value.
std::optional<YamlSlip> colon_in(const Field& field) {
  if (field.key.empty() || field.value.empty()) return std::nullopt;
  if (std::string_view("\"'{[|>").find(field.value[0]) != std::string_view::npos)
    return std::nullopt;
  const bool at_end = field.value.ends_with(':');
  const std::size_t colon = std::min(field.value.find(": "), field.value.size() - (at_end ? 1 : 0));
  if (colon == field.value.size()) return std::nullopt;
  return slip(
      field.place(field.value) + colon,
      fmt::format(diag::FMT002::colon_in_value, in_quotes(field.key, std::string(field.value))));
}

// A value may not begin with a sign that means something to YAML.
std::optional<YamlSlip> sign_in(const Field& field) {
  if (field.key.empty() || field.value.empty()) return std::nullopt;
  if (std::string_view("@`%,]}").find(field.value[0]) == std::string_view::npos)
    return std::nullopt;
  return slip(field.place(field.value),
              fmt::format(diag::FMT002::sign_before_value, field.value[0],
                          in_quotes(field.key, std::string(field.value))));
}

std::optional<YamlSlip> bracket_in(const Field& field) {
  if (field.value.empty() || (field.value[0] != '{' && field.value[0] != '[')) return std::nullopt;
  const char close = field.value[0] == '{' ? '}' : ']';
  if (field.value.find(close) != std::string_view::npos) return std::nullopt;
  return slip(field.place(field.value),
              fmt::format(diag::FMT002::open_bracket, field.value[0], close));
}

// "council:Example", "council Example".
std::optional<YamlSlip> missing_colon_in(const Field& field) {
  if (!field.key.empty() || field.value.find_first_of("{[\"'") == 0) return std::nullopt;
  const std::size_t colon = field.value.find(':');
  if (colon != std::string_view::npos && is_key(field.value.substr(0, colon)))
    return slip(field.place(field.value) + colon,
                fmt::format(diag::FMT002::no_space, field.value.substr(0, colon),
                            field.value.substr(colon + 1)));
  const std::size_t space = field.value.find(' ');
  if (colon != std::string_view::npos || space == std::string_view::npos ||
      !is_key(field.value.substr(0, space)))
    return std::nullopt;
  return slip(field.place(field.value),
              fmt::format(diag::FMT002::no_colon, field.value.substr(0, space),
                          field.value.substr(space + 1)));
}

// The last line begins further right than the one above, which has its value already, or at a
// place where no line above begins.
std::optional<YamlSlip> indentation_of(const std::vector<Field>& fields) {
  const Field& last = fields.back();
  if (fields.size() < 2 || last.key.empty()) return std::nullopt;
  const Field& above = fields[fields.size() - 2];
  if (last.indent > above.indent && !above.key.empty() && !above.value.empty())
    return slip(last.place(last.key),
                fmt::format(diag::FMT002::indented_further, last.key, above.key));
  const bool matched = std::any_of(fields.begin(), fields.end() - 1,
                                   [&](const Field& field) { return field.indent == last.indent; });
  if (last.indent >= above.indent || matched) return std::nullopt;
  return slip(last.place(last.key), fmt::format(diag::FMT002::not_aligned, last.key));
}

}  // namespace

std::optional<YamlSlip> find_slip(std::string_view text, std::uint32_t problem) {
  const std::vector<Field> fields = fields_up_to(text, problem);
  if (fields.empty()) return std::nullopt;
  for (const Field& field : fields)
    if (auto found = tab_in(field)) return found;
  for (const Field& field : fields)
    if (auto found = quotation_in(field)) return found;
  const Field& last = fields.back();
  for (const auto look : {sign_in, colon_in, missing_colon_in})
    if (auto found = look(last)) return found;
  if (auto found = indentation_of(fields)) return found;
  for (const Field& field : fields)
    if (auto found = bracket_in(field)) return found;
  for (const Field& field : fields)
    if (auto found = missing_colon_in(field)) return found;
  return std::nullopt;
}

}  // namespace concord::syntax
