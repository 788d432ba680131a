#include "syntax/yaml_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "diag/messages.h"
#include "syntax/day.h"

namespace concord::syntax {
namespace {

std::string named(const Path& path) {
  const std::string words = path.text();
  return words.empty() ? std::string("the whole") : '"' + words + '"';
}

// "30/02/2024" and "30 February 2024" in the order of ISO 8601; empty for what is no day at all.
std::string as_iso(std::string_view date) {
  const std::optional<Day> day = day_at(date);
  if (!day || day->length != date.size()) return {};
  return fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day);
}

// What is wrong with a date that is not one, and the line to write.
std::string why_no_date(const Path& path, std::string_view date) {
  const std::string iso = as_iso(date);
  if (iso.empty()) return fmt::format(diag::FMT007::no_date, named(path), date, path.key);
  if (valid_date(iso))
    return fmt::format(diag::FMT007::other_date_form, named(path), date, path.key, iso);
  return fmt::format(diag::FMT007::no_such_day, named(path), date, path.key);
}

// "{date: …, body: …, minute: …}"
std::string example_of(const FieldReader::Fields& fields) {
  constexpr std::size_t most = 4;
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < std::min(most, fields.size()); ++i)
    entries.push_back(fmt::format("{}: …", fields[i].name));
  return fmt::format("{{{}}}", fmt::join(entries, ", "));
}

// "leeds, york" -> leeds york
std::vector<std::string> names_between_commas(std::string_view text) {
  constexpr std::string_view around = " \t";
  std::vector<std::string> names;
  while (!text.empty()) {
    std::string_view name = text.substr(0, text.find(','));
    text.remove_prefix(std::min(name.size() + 1, text.size()));
    name.remove_prefix(std::min(name.find_first_not_of(around), name.size()));
    name = name.substr(0, name.find_last_not_of(around) + 1);
    if (!name.empty()) names.emplace_back(name);
  }
  return names;
}

}  // namespace

std::string Path::text() const {
  std::string words = around == nullptr ? std::string() : around->text();
  if (!words.empty()) words += '.';
  return words.append(key);
}

source::Span FieldReader::span(std::uint32_t begin, std::uint32_t end) const {
  return {file_, text_.origin(begin_ + begin), text_.origin(begin_ + end)};
}

void FieldReader::mapping(const YamlNode& node, const Path& path, const Fields& fields) {
  if (node.kind == YamlNode::Kind::null) return;
  if (node.kind != YamlNode::Kind::mapping) {
    wrong_form(node, path, "keys and values", path.key.empty() ? "" : example_of(fields));
    return;
  }
  std::vector<bool> seen(fields.size());
  for (const auto& [key, value] : node.entries) {
    const auto field = std::ranges::find(fields, key.scalar, &Field::name);
    if (field == fields.end()) {
      unknown_key(key, value, fields);
      continue;
    }
    const Path inside{&path, field->name};
    const auto index = static_cast<std::size_t>(field - fields.begin());
    if (seen[index]) {
      given_twice(key, inside);
      continue;
    }
    seen[index] = true;
    const bool scalar = value.kind == YamlNode::Kind::scalar;
    note_span(inside, key.begin, scalar ? value.end : key.end);
    if (value.kind != YamlNode::Kind::null) field->read(value, inside);
  }
}

void FieldReader::sequence(const YamlNode& node, const Path& path, const Read& read) {
  if (node.kind == YamlNode::Kind::null) return;
  if (node.kind != YamlNode::Kind::sequence) {
    wrong_form(node, path, "a list, with \"- \" before each of its entries");
    return;
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const YamlNode& item = node.items[i];
    const std::string place = std::to_string(i);
    const Path inside{&path, place};
    std::uint32_t end = item.end;
    for (const auto& [key, value] : item.entries) end = std::max({end, key.end, value.end});
    note_span(inside, item.begin, end);
    read(item, inside);
  }
}

FieldReader::Read FieldReader::text(std::string& into) {
  return [this, &into](const YamlNode& node, const Path& path) {
    if (node.kind != YamlNode::Kind::scalar) {
      wrong_form(node, path, "words");
    } else {
      into = node.scalar;
    }
  };
}

FieldReader::Read FieldReader::texts(std::vector<std::string>& into) {
  return [this, &into](const YamlNode& node, const Path& path) {
    if (node.kind == YamlNode::Kind::scalar) {
      into.push_back(node.scalar);
      return;
    }
    sequence(node, path, [&](const YamlNode& item, const Path& inside) {
      std::string words;
      text(words)(item, inside);
      if (!words.empty()) into.push_back(std::move(words));
    });
  };
}

FieldReader::Read FieldReader::names(std::vector<std::string>& into) {
  return [this, &into](const YamlNode& node, const Path& path) {
    const bool several =
        node.kind == YamlNode::Kind::scalar && node.scalar.find(',') != std::string::npos;
    if (!several) return texts(into)(node, path);
    fault(node, fmt::format(diag::FMT007::one_name, named(path), node.scalar, path.key,
                            fmt::join(names_between_commas(node.scalar), ", ")));
  };
}

FieldReader::Read FieldReader::date(Date& into) {
  return [this, &into](const YamlNode& node, const Path& path) {
    if (node.kind == YamlNode::Kind::scalar && valid_date(node.scalar)) {
      into.iso = node.scalar;
    } else if (node.kind == YamlNode::Kind::scalar) {
      fault(node, why_no_date(path, node.scalar));
    } else {
      wrong_form(node, path, "a date", "2024-05-20");
    }
  };
}

FieldReader::Read FieldReader::choice(std::string& into, std::vector<std::string> names) {
  return [this, &into, names = std::move(names)](const YamlNode& node, const Path& path) {
    if (std::find(names.begin(), names.end(), node.scalar) != names.end()) {
      into = node.scalar;
      return;
    }
    const std::vector<std::string> near = diag::nearest(node.scalar, names);
    wrong_form(node, path, fmt::format("one of {}", fmt::join(names, ", ")),
               near.empty() ? "" : near.front());
  };
}

FieldReader::Read FieldReader::checked(std::string& into, bool (*test)(std::string_view),
                                       std::string_view expected) {
  return [this, &into, test, expected](const YamlNode& node, const Path& path) {
    if (node.kind == YamlNode::Kind::scalar && test(node.scalar)) {
      into = node.scalar;
    } else {
      wrong_form(node, path, expected);
    }
  };
}

void FieldReader::note_span(const Path& path, std::uint32_t begin, std::uint32_t end) {
  if (spans_ != nullptr) spans_->emplace(path.text(), span(begin, end));
}

void FieldReader::wrong_form(const YamlNode& node, const Path& path, std::string_view expected,
                             std::string_view value) {
  const std::string found =
      node.kind == YamlNode::Kind::scalar ? fmt::format(" \"{}\"", node.scalar) : "";
  fault(node, value.empty() ? fmt::format(diag::FMT007::wrong_form, named(path), found, expected)
                            : fmt::format(diag::FMT007::wrong_form_write, named(path), found,
                                          expected, path.key, value));
}

void FieldReader::given_twice(const YamlNode& key, const Path& path) {
  fault(key, fmt::format(diag::FMT007::given_twice, named(path)));
}

void FieldReader::fault(const YamlNode& node, std::string message) {
  ++faults_;
  reporter_.report({codes_.wrong_form, span(node.begin, std::max(node.end, node.begin + 1)),
                    std::move(message)});
}

void FieldReader::unknown_key(const YamlNode& key, const YamlNode& value, const Fields& fields) {
  ++faults_;
  std::vector<std::string> sorted;
  for (const Field& field : fields) sorted.emplace_back(field.name);
  std::ranges::sort(sorted);
  const std::vector<std::string> near = diag::nearest(key.scalar, sorted);
  diag::Diagnostic diagnostic{codes_.unknown_key, span(key.begin, std::max(key.end, key.begin + 1)),
                              fmt::format(diag::FMT006::unknown, key.scalar)};
  if (!near.empty()) {
    const auto field = std::ranges::find(fields, near.front(), &Field::name);
    const bool fits = value.kind == YamlNode::Kind::scalar && !field->form.empty();
    const std::string line = fits
                                 ? fmt::format("{}: {}", field->name,
                                               fmt::format(fmt::runtime(field->form), value.scalar))
                                 : near.front();
    diagnostic.message = fmt::format(diag::FMT006::unknown_near, key.scalar, line);
  } else {
    diagnostic.notes.push_back({fmt::format(diag::FMT006::known, fmt::join(sorted, ", ")), {}});
  }
  reporter_.report(std::move(diagnostic));
}

bool is_web_address(std::string_view address) {
  const std::size_t scheme = address.starts_with("https://")  ? 8
                             : address.starts_with("http://") ? 7
                                                              : 0;
  return scheme > 0 && address.size() > scheme &&
         address.find_first_of(" \"<>\\") == std::string_view::npos;
}

bool is_year(std::string_view year) {
  return year.size() == 4 && valid_date(year);
}

bool is_id(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

}  // namespace concord::syntax
