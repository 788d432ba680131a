#include "graph/graphml.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "source/utf8.h"

namespace concord::graph {
namespace {

// Without what XML 1.0 cannot carry at all, not even escaped: controls, U+FFFE and U+FFFF, and
// bytes that are not UTF-8.
bool fits_in_xml(std::string_view character) {
  if (source::character_length(character) == 0) return false;
  const auto byte = static_cast<unsigned char>(character.front());
  const bool control = character.size() == 1 && (byte < 0x20 || byte == 0x7F);
  return !control && character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
}

std::string_view escaped(std::string_view character) {
  if (character == "<") return "&lt;";
  if (character == ">") return "&gt;";
  if (character == "&") return "&amp;";
  if (character == "\"") return "&quot;";
  return character == "'" ? "&apos;" : character;
}

std::string in_xml(std::string_view words) {
  std::string text;
  while (!words.empty()) {
    const std::size_t length = std::max<std::size_t>(1, source::character_length(words));
    const std::string_view character = words.substr(0, length);
    if (fits_in_xml(character)) text += escaped(character);
    words.remove_prefix(length);
  }
  return text;
}

constexpr std::string_view head =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
)";

constexpr std::string_view graph_tag =
    R"(  <graph id="G" edgedefault="directed" parse.nodeids="canonical" parse.edgeids="canonical" parse.order="nodesfirst">
)";

// One value of each node or edge, as the head of the file declares it.
struct Key {
  std::string_view id;
  std::string_view of;  // "node" or "edge"
  std::string_view name;
  std::string_view type;
};

constexpr Key node_id{"key0", "node", "id", "string"};
constexpr Key node_kind{"key1", "node", "kind", "string"};
constexpr Key edge_kind{"key2", "edge", "kind", "string"};
constexpr Key node_label{"key3", "node", "label", "string"};
constexpr Key council{"key4", "node", "council", "string"};
constexpr Key clause_kind{"key5", "node", "clause_kind", "string"};
constexpr Key topic{"key6", "node", "topic", "string"};
constexpr Key words{"key7", "node", "words", "int"};
constexpr Key clause_text{"key8", "node", "text", "string"};
constexpr Key weight{"key9", "edge", "weight", "double"};
constexpr Key score{"key10", "edge", "score", "double"};
constexpr Key relation{"key11", "edge", "relation", "string"};

// Not by Boost, which sends every word through streams and takes five times as long.
class Writer {
 public:
  Writer(const Network& network, const NetworkFacts* facts, const source::Write& write)
      : network_(network), facts_(facts), write_(write) {}

  void run() {
    text_ = head;
    if (facts_ != nullptr && !facts_->made_of.empty())
      text_ += "  <desc>" + in_xml(facts_->made_of) + "</desc>\n";
    for (const Key& key : {node_id, node_kind, edge_kind, node_label}) declare(key);
    if (facts_ != nullptr) {
      for (const Key& key :
           {council, clause_kind, topic, words, clause_text, weight, score, relation})
        declare(key);
    }
    text_ += graph_tag;
    for (std::uint32_t i = 0; i < network_.vertices().size(); ++i) write_node(i);
    std::size_t number = 0;
    for (const Edge& edge : network_.edges()) write_edge(edge, number++);
    text_ += "  </graph>\n</graphml>\n";
    give_out();
  }

 private:
  void give_out() {
    write_(text_);
    text_.clear();
  }

  void declare(const Key& key) {
    fmt::format_to(std::back_inserter(text_),
                   "  <key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\" />\n", key.id,
                   key.of, key.name, key.type);
  }

  void write_node(std::uint32_t index) {
    const Vertex& vertex = network_.vertices()[index];
    fmt::format_to(std::back_inserter(text_), "    <node id=\"n{}\">\n", index);
    write(node_id, vertex.id);
    write(node_kind, name_of(vertex.kind));
    write(node_label, vertex.label);
    if (facts_ != nullptr) write_facts(index);
    text_ += "    </node>\n";
    give_out();
  }

  void write_facts(std::uint32_t index) {
    if (index >= facts_->clauses.size()) return;
    const ClauseFacts& clause = facts_->clauses[index];
    if (clause.council.empty()) return;
    write(council, clause.council);
    write(clause_kind, clause.kind);
    write(topic, clause.topic);
    write(words, std::to_string(clause.words));
    write(clause_text, clause.text);
  }

  void write_edge(const Edge& edge, std::size_t number) {
    fmt::format_to(std::back_inserter(text_),
                   "    <edge id=\"e{}\" source=\"n{}\" target=\"n{}\">\n", number, edge.from,
                   edge.to);
    write(edge_kind, name_of(edge.kind));
    if (facts_ != nullptr) write_facts(edge);
    text_ += "    </edge>\n";
    give_out();
  }

  void write_facts(const Edge& edge) {
    const auto ends = [](const auto& of) { return std::pair(of.from, of.to); };
    const auto found = std::ranges::lower_bound(facts_->links, ends(edge), {}, ends);
    if (edge.kind != EdgeKind::counterpart || found == facts_->links.end() ||
        ends(*found) != ends(edge)) {
      write(weight, "1");
      return;
    }
    const std::string figure = fmt::format("{:.4f}", found->score);
    write(weight, figure);
    write(score, figure);
    write(relation, found->relation);
  }

  void write(const Key& key, std::string_view value) {
    fmt::format_to(std::back_inserter(text_), "      <data key=\"{}\">{}</data>\n", key.id,
                   in_xml(value));
  }

  const Network& network_;
  const NetworkFacts* facts_;
  const source::Write& write_;
  std::string text_;
};

}  // namespace

std::string to_graphml(const Network& network) {
  std::string text;
  const source::Write keep = [&](std::string_view bytes) { text += bytes; };
  Writer(network, nullptr, keep).run();
  return text;
}

void write_graphml(const Network& network, const NetworkFacts& facts, const source::Write& write) {
  Writer(network, &facts, write).run();
}

}  // namespace concord::graph
