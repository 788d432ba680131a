// What a clause says when it is read with the sentence that leads into it.
#pragma once

#include <string>
#include <string_view>

#include "graph/clause_graph.h"

namespace concord::passes {

// The lead-ins of the lists that the clause is an item of, from the outermost, and its own words.
std::string statement(const graph::ClauseGraph& graph, graph::ClauseId id);

// The same with the lists below the clause that its words lead into.
std::string whole_statement(const graph::ClauseGraph& graph, graph::ClauseId id);

// Whether the text has the words, in order. "…" stands for words left out. Words are compared
// without regard to case, punctuation and quotation marks. No words are in no text.
bool says(std::string_view text, std::string_view words);

// Eight hexadecimal digits that name the words of a text, by which a change of them is noticed.
std::string words_digest(std::string_view text);

}  // namespace concord::passes
