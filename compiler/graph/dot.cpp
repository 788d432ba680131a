#include "graph/dot.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace concord::graph {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

std::string in_quotes(std::string_view words) {
  std::string text = "\"";
  for (const char c : words) {
    if (is_control(c)) continue;
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

}  // namespace

// Not by Boost, which leaves backslashes as they are, so that a label's last one would escape the
// closing quotation mark, and asks a regular expression of every word whether it needs quotes.
void write_dot(const Network& network, const source::Write& write) {
  std::string line;
  const auto give_out = [&](std::initializer_list<std::string_view> words) {
    line.clear();
    for (const std::string_view each : words) line += each;
    write(line);
  };
  write("digraph G {\n");
  std::vector<std::string> ids;
  for (const Vertex& vertex : network.vertices()) {
    const std::string& id = ids.emplace_back(in_quotes(vertex.id));
    give_out(
        {id, " [kind=\"", name_of(vertex.kind), "\", label=", in_quotes(vertex.label), "];\n"});
  }
  for (const Edge& edge : network.edges())
    give_out({ids[edge.from], " -> ", ids[edge.to], " [label=\"", name_of(edge.kind), "\"];\n"});
  write("}\n");
}

std::string to_dot(const Network& network) {
  std::string text;
  write_dot(network, [&](std::string_view bytes) { text += bytes; });
  return text;
}

}  // namespace concord::graph
