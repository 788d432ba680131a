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

// What is wrong with a date that is not one, and what to write.
std::string why_no_date(const std::string& name, std::string_view date) {
  const std::string iso = as_iso(date);
  if (iso.empty()) return fmt::format(diag::FMT007::no_date, name, date);
  if (valid_date(iso)) return fmt::format(diag::FMT007::other_date_form, name, date, iso);
  return fmt::format(diag::FMT007::no_such_day, name, date);
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
    wrong_form(node, path, "a mapping (key: value)");
    return;
  }
  std::vector<bool> seen(fields.size());
  for (const auto& [key, value] : node.entries) {
    const auto field = std::ranges::find(fields, key.scalar, &Field::name);
    if (field == fields.end()) {
      unknown_key(key, fields);
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
    wrong_form(node, path, "a list (- …)");
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

FieldReader::Read FieldReader::date(Date& into) {
  return [this, &into](const YamlNode& node, const Path& path) {
    if (node.kind == YamlNode::Kind::scalar && valid_date(node.scalar)) {
      into.iso = node.scalar;
    } else if (node.kind == YamlNode::Kind::scalar) {
      fault(node, why_no_date(named(path), node.scalar));
    } else {
      wrong_form(node, path, "a date (2024-05-20, 2024-05 or 2024)");
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
    const std::string hint = near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near[0]);
    wrong_form(node, path, fmt::format("one of {}{}", fmt::join(names, ", "), hint));
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

void FieldReader::wrong_form(const YamlNode& node, const Path& path, std::string_view expected) {
  const std::string found =
      node.kind == YamlNode::Kind::scalar ? fmt::format(" \"{}\"", node.scalar) : "";
  fault(node, fmt::format(diag::FMT007::wrong_form, named(path), found, expected));
}

void FieldReader::given_twice(const YamlNode& key, const Path& path) {
  fault(key, fmt::format(diag::FMT007::given_twice, named(path)));
}

void FieldReader::fault(const YamlNode& node, std::string message) {
  ++faults_;
  reporter_.report({codes_.wrong_form, span(node.begin, std::max(node.end, node.begin + 1)),
                    std::move(message)});
}

void FieldReader::unknown_key(const YamlNode& key, const Fields& fields) {
  ++faults_;
  std::vector<std::string> sorted;
  for (const Field& field : fields) sorted.emplace_back(field.name);
  std::sort(sorted.begin(), sorted.end());
  const std::vector<std::string> near = diag::nearest(key.scalar, sorted);
  diag::Diagnostic diagnostic{codes_.unknown_key, span(key.begin, std::max(key.end, key.begin + 1)),
                              fmt::format(diag::FMT006::unknown, key.scalar)};
  if (!near.empty()) {
    diagnostic.message = fmt::format(diag::FMT006::unknown_near, key.scalar, near.front());
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
