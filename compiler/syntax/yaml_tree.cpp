#include "syntax/yaml_tree.h"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <new>

#include "diag/messages.h"
#include "source/characters.h"
#include "source/utf8.h"
#include "syntax/mapped_text.h"
#include "syntax/yaml_slips.h"

namespace concord::syntax {
namespace {

std::string_view text_of(const yaml_char_t* bytes, std::size_t length) {
  return {reinterpret_cast<const char*>(bytes), length};
}

std::string collapsed(std::string_view words) {
  constexpr std::string_view space = " \t\n\r";
  const std::size_t first = std::min(words.find_first_not_of(space), words.size());
  std::string out(words.substr(first, words.find_last_not_of(space) + 1 - first));
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  std::replace_if(out.begin(), out.end(), is_space, ' ');
  const auto both_blank = [](char a, char b) { return a == ' ' && b == ' '; };
  out.erase(std::unique(out.begin(), out.end(), both_blank), out.end());
  return out;
}

// The byte at which each character of a text stands: libyaml counts characters. Asked in order, as
// the parser goes, the text is walked through once.
class Bytes {
 public:
  explicit Bytes(std::string_view text) : text_(text) {}

  std::uint32_t at(const yaml_mark_t& mark) {
    if (mark.index < character_) character_ = byte_ = ascii_end_ = 0;
    while (character_ < mark.index && byte_ < text_.size()) {
      if (byte_ == ascii_end_) ascii_end_ += source::ascii_length(text_.substr(byte_));
      const std::size_t step = std::min(mark.index - character_, ascii_end_ - byte_);
      character_ += step;
      byte_ += step;
      if (step == 0) pass_character();
    }
    return static_cast<std::uint32_t>(byte_);
  }

 private:
  // Past one that is not ASCII.
  void pass_character() {
    do ++byte_;
    while (byte_ < text_.size() && source::continues_character(text_[byte_]));
    ++character_;
    ascii_end_ = byte_;
  }

  std::string_view text_;
  std::size_t character_ = 0;
  std::size_t byte_ = 0;
  std::size_t ascii_end_ = 0;  // from byte_ on there is ASCII alone up to here
};

class Event {
 public:
  explicit Event(yaml_parser_t& parser) : read_(yaml_parser_parse(&parser, &event_) != 0) {}
  ~Event() { yaml_event_delete(&event_); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  bool read() const { return read_; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
  bool read_;
};

bool is_null(const Event& event) {
  const auto& scalar = event->data.scalar;
  if (scalar.style != YAML_PLAIN_SCALAR_STYLE || scalar.tag != nullptr) return false;
  const std::string_view words = text_of(scalar.value, scalar.length);
  return words.empty() || words == "~" || words == "null" || words == "Null" || words == "NULL";
}

// Builds the tree from the parser's events. Its own documents would resolve aliases, which makes a
// small text a huge tree; events come before that.
class Builder {
 public:
  Builder(std::string_view text, std::size_t depth) : text_(text), bytes_(text), deepest_(depth) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~Builder() { yaml_parser_delete(&parser_); }
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  // Up to the event after the first document, so that nothing below it is left out in silence.
  YamlTree build() {
    bool ended = false;
    while (!tree_.error) {
      const Event event(parser_);
      if (!event.read()) {
        refuse_text();
      } else if (ended || event->type == YAML_STREAM_END_EVENT) {
        break;
      } else {
        take(event);
        ended = event->type == YAML_DOCUMENT_END_EVENT;
      }
    }
    return std::move(tree_);
  }

 private:
  void take(const Event& event) {
    switch (event->type) {
      case YAML_ALIAS_EVENT:
        refuse_anchor(event);
        break;
      case YAML_SCALAR_EVENT:
        if (event->data.scalar.anchor != nullptr) refuse_anchor(event);
        read_scalar(event, place());
        break;
      case YAML_SEQUENCE_START_EVENT:
        if (event->data.sequence_start.anchor != nullptr) refuse_anchor(event);
        open(event, YamlNode::Kind::sequence);
        break;
      case YAML_MAPPING_START_EVENT:
        if (event->data.mapping_start.anchor != nullptr) refuse_anchor(event);
        open(event, YamlNode::Kind::mapping);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        open_.pop_back();
        break;
      default:
        break;
    }
  }

  void refuse(YamlError::Kind kind, std::uint32_t at, std::string message) {
    if (!tree_.error) tree_.error = {kind, at, std::move(message)};
  }

  void refuse_anchor(const Event& event) {
    refuse(YamlError::Kind::anchor, bytes_.at(event->start_mark), diag::FMT005::anchor);
  }

  // What the text lacks at its end is told where that began.
  void refuse_text() {
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    if (parser_.error == YAML_READER_ERROR) {
      refuse(YamlError::Kind::syntax, static_cast<std::uint32_t>(parser_.problem_offset),
             parser_.problem);
      return;
    }
    const std::uint32_t problem = bytes_.at(parser_.problem_mark);
    if (auto slip = find_slip(text_, problem)) {
      refuse(YamlError::Kind::syntax, slip->at, std::move(slip->message));
      return;
    }
    if (parser_.context == nullptr) {
      refuse(YamlError::Kind::syntax, problem, parser_.problem);
      return;
    }
    const std::uint32_t context = bytes_.at(parser_.context_mark);
    const bool at_end = problem == text_.size();
    const std::string_view rest = text_.substr(context);
    if (at_end && (rest.starts_with('"') || rest.starts_with('\''))) {
      refuse(YamlError::Kind::syntax, context, diag::FMT002::never_closed);
    } else {
      refuse(YamlError::Kind::syntax, at_end ? context : problem,
             fmt::format("{}: {}", parser_.context, parser_.problem));
    }
  }

  // The new node at the place that the text has come to. Keys and values of a mapping come in turn.
  YamlNode& place() {
    if (open_.empty()) return tree_.root;
    auto& [parent, has_key] = open_.back();
    if (parent->kind == YamlNode::Kind::sequence) return parent->items.emplace_back();
    has_key = !has_key;
    return has_key ? parent->entries.emplace_back().key : parent->entries.back().value;
  }

  void begin(const Event& event, YamlNode::Kind kind, YamlNode& node) {
    node.kind = kind;
    node.begin = node.end = bytes_.at(event->start_mark);
  }

  void read_scalar(const Event& event, YamlNode& node) {
    begin(event, is_null(event) ? YamlNode::Kind::null : YamlNode::Kind::scalar, node);
    if (node.kind == YamlNode::Kind::null) return;
    const auto& scalar = event->data.scalar;
    const std::string_view words = text_of(scalar.value, scalar.length);
    // Only there could "\x1b" stand for what the text itself was cleaned of.
    const bool escapes = scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    node.scalar = escapes ? collapsed(clean_words(words)) : collapsed(words);
    const bool quoted = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                        scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    const std::size_t line_end = quoted ? text_.size() : text_.find('\n', node.begin);
    node.end =
        static_cast<std::uint32_t>(std::min<std::size_t>(bytes_.at(event->end_mark), line_end));
  }

  void open(const Event& event, YamlNode::Kind kind) {
    YamlNode& node = place();
    begin(event, kind, node);
    open_.push_back({&node});
    if (open_.size() <= deepest_) return;
    refuse(YamlError::Kind::too_large, node.begin, fmt::format(diag::FMT004::too_deep, deepest_));
  }

  // A mapping or list that is being read. It stays where it is: while it is open, what is around it
  // takes nothing else.
  struct Open {
    YamlNode* node;
    bool has_key = false;  // of a mapping: its last entry waits for its value
  };

  std::string_view text_;
  Bytes bytes_;
  std::size_t deepest_;
  yaml_parser_t parser_{};
  std::vector<Open> open_;
  YamlTree tree_;
};

bool is_plain(std::string_view words) {
  const auto plain = [](char c) {
    return source::is_alnum(c) || c == ' ' || c == '-' || c == '.' || c == '/' || c == '_' ||
           c == '(' || c == ')' || c == '+' || static_cast<unsigned char>(c) >= 0x80;
  };
  if (words.empty() || !source::is_alnum(words[0])) return false;
  if (words.ends_with(' ') || words == "null" || words == "Null" || words == "NULL") return false;
  return std::all_of(words.begin(), words.end(), plain);
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name.scalar == key) return &value;
  }
  return nullptr;
}

YamlTree read_yaml(std::string_view text, const YamlLimits& limits) {
  if (text.size() > limits.bytes) {
    YamlTree tree;
    tree.error = {YamlError::Kind::too_large, 0,
                  fmt::format(diag::FMT004::too_large, text.size(), limits.bytes)};
    return tree;
  }
  return Builder(text, limits.depth).build();
}

std::string yaml_scalar(std::string_view words) {
  if (is_plain(words)) return std::string(words);
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace concord::syntax
