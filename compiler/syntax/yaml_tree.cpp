#include "syntax/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "syntax/mapped_text.h"

namespace concord::syntax {
namespace {

std::string collapsed(std::string_view words) {
  std::string out;
  for (const char c : clean_words(words)) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// Length of the quoted words at the head of the text, both quotes included; 0 where none closes
// them.
std::size_t quoted_length(std::string_view text) {
  const char quote = text[0];
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool doubled = quote == '\'' && text.substr(at).starts_with("''");
    if (doubled || (quote == '"' && text[at] == '\\')) {
      ++at;
    } else if (text[at] == quote) {
      return at + 1;
    }
  }
  return 0;
}

// Builds the tree from the parser's events. The parser's own nodes would resolve aliases, which
// makes a small text a huge tree; events come before that.
class Builder : public YAML::EventHandler {
 public:
  Builder(std::string_view text, std::size_t depth) : text_(text), deepest_(depth) {}

  // Thrown through the parser, which has no other way to be stopped.
  struct Stop {
    YamlError error;
  };

  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add(node_at(mark, YamlNode::Kind::null));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_anchor(mark, 1); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    YamlNode node = node_at(mark, YamlNode::Kind::scalar);
    node.scalar = collapsed(value);
    node.end = scalar_end(mark, value);
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor, YamlNode::Kind::sequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor, YamlNode::Kind::mapping);
  }
  void OnMapEnd() override { close(); }

 private:
  std::uint32_t offset(const YAML::Mark& mark) const {
    const int at = std::clamp(mark.pos, 0, static_cast<int>(text_.size()));
    return static_cast<std::uint32_t>(at);
  }

  YamlNode node_at(const YAML::Mark& mark, YamlNode::Kind kind) const {
    YamlNode node;
    node.kind = kind;
    node.begin = node.end = offset(mark);
    return node;
  }

  // Where a scalar is written as it reads, its own end; else that of its quotes or its line.
  std::uint32_t scalar_end(const YAML::Mark& mark, const std::string& value) const {
    const std::uint32_t begin = offset(mark);
    const std::string_view rest = text_.substr(begin);
    std::size_t length = value.size();
    if (rest.starts_with('"') || rest.starts_with('\'')) {
      length = quoted_length(rest);
      // The parser itself closes it silently at the end of the text.
      if (length == 0) stop(mark, YamlError::Kind::syntax, "this quotation mark is never closed");
    } else if (!rest.starts_with(value)) {
      length = rest.find('\n');
    }
    return begin + static_cast<std::uint32_t>(std::min(length, rest.size()));
  }

  [[noreturn]] void stop(const YAML::Mark& mark, YamlError::Kind kind, std::string message) const {
    throw Stop{{kind, offset(mark), std::move(message)}};
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor == 0) return;
    stop(mark, YamlError::Kind::anchor,
         "anchors (&) and aliases (*) are not read; write the value out");
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind) {
    refuse_anchor(mark, anchor);
    if (open_.size() >= deepest_) {
      stop(mark, YamlError::Kind::too_large,
           fmt::format("more than {} mappings or lists inside one another", deepest_));
    }
    open_.push_back(node_at(mark, kind));
  }

  void close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    // A key without a value at the end of a mapping, which only a broken text has.
    if (node.kind == YamlNode::Kind::mapping && node.items.size() == 1) node.items.clear();
    add(std::move(node));
  }

  // Keys and values of a mapping come in turn; the key waits in `items` for its value.
  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    YamlNode& parent = open_.back();
    if (parent.kind == YamlNode::Kind::mapping && parent.items.size() == 1) {
      parent.entries.push_back({std::move(parent.items[0]), std::move(node)});
      parent.items.clear();
    } else {
      parent.items.push_back(std::move(node));
    }
  }

  std::string_view text_;
  std::size_t deepest_;
  YamlNode root_;
  std::vector<YamlNode> open_;
};

bool is_plain(std::string_view words) {
  const auto plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == ' ' || c == '-' || c == '.' ||
           c == '/' || c == '_' || c == '(' || c == ')' || c == '+' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  if (words.empty() || std::isalnum(static_cast<unsigned char>(words[0])) == 0) return false;
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
  YamlTree tree;
  if (text.size() > limits.bytes) {
    tree.error = {YamlError::Kind::too_large, 0,
                  fmt::format("{} bytes; at most {} are read", text.size(), limits.bytes)};
    return tree;
  }
  Builder builder(text, limits.depth);
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
  } catch (const Builder::Stop& stop) {
    tree.error = stop.error;
  } catch (const YAML::Exception& exception) {
    const int at = std::clamp(exception.mark.pos, 0, static_cast<int>(text.size()));
    tree.error = {YamlError::Kind::syntax, static_cast<std::uint32_t>(at), exception.msg};
  }
  tree.root = builder.take();
  return tree;
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
