#include "syntax/attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "diag/diagnostic.h"
#include "diag/messages.h"
#include "source/characters.h"

namespace concord::syntax {
namespace {

using source::is_alnum;

// A wrapped attribute block is looked for no further back than this, so that a text of braces alone
// is still read in linear time.
constexpr std::size_t furthest_back = 2000;

bool is_space(char c) {
  return source::is_space(c) || c == '\r';
}
bool is_name_char(char c) {
  return is_alnum(c) || c == '-' || c == '_';
}
bool is_bare_char(char c) {
  return !is_space(c) && c != '"' && c != '{' && c != '}';
}

// Reads one attribute block from its opening brace.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  // The attributes where the block is well formed and its closing brace is the text's last byte.
  std::optional<PlacedAttributes> read() {
    ++at_;
    while (skip_space() && text_[at_] != '}') {
      if (!read_one()) return std::nullopt;
    }
    const bool closed = at_ + 1 == text_.size() && text_[at_] == '}';
    if (!closed || found_.attributes.empty()) return std::nullopt;
    return std::move(found_);
  }

 private:
  bool skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return at_ < text_.size();
  }

  std::string_view take(bool (*test)(char)) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && test(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool read_one() {
    if (text_[at_] == '#') {
      ++at_;
      return add_id(std::string(take(is_bare_char)));
    }
    if (text_[at_] == '.') {
      ++at_;
      const std::string_view name = take(is_name_char);
      if (!name.empty()) found_.attributes.classes.emplace_back(name);
      return !name.empty();
    }
    return read_pair();
  }

  bool add_id(std::string id) {
    if (id.empty()) return false;
    if (!found_.attributes.id.empty()) {
      found_.faults.push_back(
          fmt::format(diag::SYN003::second_identifier, id, found_.attributes.id));
    } else {
      found_.attributes.id = std::move(id);
    }
    return true;
  }

  bool read_pair() {
    const std::string key(take(is_name_char));
    if (key.empty() || at_ == text_.size() || text_[at_] != '=') return false;
    ++at_;
    std::string value;
    if (at_ < text_.size() && text_[at_] == '"') {
      if (!read_quoted(value)) return false;
    } else {
      value = take(is_bare_char);
      if (value.empty()) return false;
    }
    check_key(key);
    if (!found_.attributes.values.emplace(key, std::move(value)).second) {
      found_.faults.push_back(fmt::format(diag::SYN003::given_twice, key));
    }
    return true;
  }

  // To the closing quote; a backslash keeps a quote or a backslash; white space becomes one space.
  bool read_quoted(std::string& value) {
    for (++at_; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == '"') {
        ++at_;
        return true;
      }
      if (c == '\\' && at_ + 1 < text_.size() &&
          (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\')) {
        c = text_[++at_];
      }
      if (!is_space(c)) {
        value += c;
      } else if (!value.ends_with(' ')) {
        value += ' ';
      }
    }
    return false;
  }

  void check_key(const std::string& key) {
    static const std::array<std::string, 5> known{"formerly", "from", "reason", "sic", "topic"};
    if (std::find(known.begin(), known.end(), key) != known.end()) return;
    const std::vector<std::string> near = diag::nearest(key, known);
    found_.faults.push_back(near.empty()
                                ? fmt::format(diag::SYN003::unknown, key)
                                : fmt::format(diag::SYN003::unknown_near, key, near.front()));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  PlacedAttributes found_;
};

// "{#", "{." or "{word=": plain braces ("{TBC}") are words.
bool looks_like_attributes(std::string_view text) {
  if (text.size() < 3) return false;
  if (text[1] == '#' || text[1] == '.') return is_name_char(text[2]);
  std::size_t at = 1;
  while (at < text.size() && is_name_char(text[at])) ++at;
  return at > 1 && at < text.size() && text[at] == '=';
}

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t backslashes = 0;
  while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

// Searches the paragraph text[begin, end), which ends with a brace, for the block that this closes.
// Braces at `alone` belong to no words and so to no block.
void find_in_paragraph(std::string_view text, std::size_t begin, std::size_t end, std::size_t alone,
                       FoundAttributes& found) {
  const std::size_t earliest = end > begin + furthest_back ? end - furthest_back : begin;
  std::optional<UnreadAttributes> unread;
  for (std::size_t at = end; at-- > earliest;) {
    if (text[at] != '{' || is_escaped(text, at)) continue;
    const std::string_view braces = text.substr(at, end - at);
    auto read = at == alone ? std::nullopt : Reader(braces).read();
    if (read) {
      read->begin = static_cast<std::uint32_t>(at);
      read->end = static_cast<std::uint32_t>(end);
      found.placed.push_back(std::move(*read));
      return;
    }
    if (!unread && looks_like_attributes(braces)) {
      unread = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
  }
  if (unread) found.unread.push_back(*unread);
}

std::string as_value(std::string_view value) {
  if (!value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
        return is_name_char(c) || c == '.' || c == ':' || c == '/' || c == '#';
      })) {
    return std::string(value);
  }
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

FoundAttributes find_attributes(std::string_view text, const std::vector<Line>& lines) {
  FoundAttributes found;
  std::size_t paragraph = 0;  // where the block of lines began
  std::size_t alone = 0;      // where its words began, if a list marker does not hold them
  bool at_start = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.blank || line.in_code) {
      at_start = true;
      continue;
    }
    if (at_start || line.opens_block) {
      paragraph = line.begin;
      alone = line.in_item ? std::string_view::npos : line.content;
    }
    at_start = false;
    const std::size_t end =
        line.begin + trimmed(text.substr(line.begin, line.end - line.begin)).size();
    const bool last = i + 1 == lines.size() || lines[i + 1].blank || lines[i + 1].opens_block;
    if (!last || !text.substr(0, end).ends_with('}')) continue;
    find_in_paragraph(text, paragraph, end, alone, found);
  }
  return found;
}

bool reads_as_attributes(std::string_view text) {
  return text.starts_with('{') && Reader(text).read().has_value();
}

std::string to_markdown(const Attributes& attributes) {
  if (attributes.empty()) return {};
  std::string out = "{";
  const auto add = [&](const std::string& part) {
    if (out.size() > 1) out += ' ';
    out += part;
  };
  if (!attributes.id.empty()) add("#" + attributes.id);
  for (const std::string& name : attributes.classes) add("." + name);
  for (const auto& [key, value] : attributes.values) add(key + "=" + as_value(value));
  return out + "}";
}

const std::string* Attributes::find(std::string_view key) const {
  const auto at = values.find(std::string(key));
  return at == values.end() ? nullptr : &at->second;
}

}  // namespace concord::syntax
