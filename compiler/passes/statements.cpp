#include "passes/statements.h"

#include <algorithm>
#include <vector>

#include "language/words.h"
#include "source/digest.h"

namespace concord::passes {
namespace {

using graph::Clause;
using graph::ClauseGraph;
using graph::ClauseId;
using graph::Place;

constexpr std::string_view omission = "…";
constexpr std::size_t digits_of_digest = 8;

void append(std::string& text, std::string_view words) {
  if (!text.empty() && !words.empty()) text += ' ';
  text += words;
}

void append_lead_ins(const ClauseGraph& graph, const Clause& clause, std::string& text) {
  if (clause.place != Place::list || !clause.parent) return;
  const Clause& lead = graph[*clause.parent];
  append_lead_ins(graph, lead, text);
  append(text, lead.words().text);
}

void append_lists(const ClauseGraph& graph, const Clause& clause, std::string& text) {
  for (const ClauseId child : clause.children) {
    if (graph[child].place == Place::body) continue;
    append(text, graph[child].words().text);
    append_lists(graph, graph[child], text);
  }
}

// The words of each part between omissions.
std::vector<language::Words> parts_of(std::string_view words) {
  std::vector<language::Words> parts;
  while (true) {
    const std::size_t end = words.find(omission);
    language::Words part(words.substr(0, end));
    if (!part.empty()) parts.push_back(std::move(part));
    if (end == std::string_view::npos) return parts;
    words.remove_prefix(end + omission.size());
  }
}

}  // namespace

std::string statement(const ClauseGraph& graph, ClauseId id) {
  std::string text;
  append_lead_ins(graph, graph[id], text);
  append(text, graph[id].words().text);
  return text;
}

std::string whole_statement(const ClauseGraph& graph, ClauseId id) {
  std::string text = statement(graph, id);
  append_lists(graph, graph[id], text);
  return text;
}

bool says(std::string_view text, std::string_view words) {
  const language::Words all(text);
  const std::vector<language::Words> parts = parts_of(words);
  const auto same = [](const language::Word& a, const language::Word& b) {
    return a.folded == b.folded;
  };
  const language::Word* from = all.begin();
  for (const language::Words& part : parts) {
    const language::Word* found = std::search(from, all.end(), part.begin(), part.end(), same);
    if (found == all.end()) return false;
    from = found + part.size();
  }
  return !parts.empty();
}

std::string words_digest(std::string_view text) {
  const language::Words words(text);
  std::vector<std::string_view> folded;
  for (const language::Word& word : words) folded.push_back(word.folded);
  return source::digest(folded).substr(0, digits_of_digest);
}

}  // namespace concord::passes
