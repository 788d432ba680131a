// Clauses that say the same in the same words: most often one was moved and its old place
// forgotten.
//
// Words are compared without case, signs and numbers, and with all that stands below. What a text
// repeats for good reason is left alone: headings, quotations, notes, and the items of different
// lists, which give members and officers the same duties.

#include <fmt/format.h>

#include <string>
#include <unordered_map>

#include "diag/messages.h"
#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;

constexpr std::size_t fewest_words = 8;          // of a paragraph; fewer are a phrase
constexpr std::size_t fewest_words_in_item = 3;  // in one list

class Pass {
 public:
  explicit Pass(const Subject& subject) : subject_(subject) {}

  void run() {
    for (const Clause& clause : subject_.graph.clauses) {
      const bool item = clause.kind == graph::Kind::item;
      if (!item && clause.kind != graph::Kind::clause && clause.kind != graph::Kind::paragraph)
        continue;
      const std::size_t least = item ? fewest_words_in_item : fewest_words;
      if (subject_.words_of(clause).size() < least || is_quoted(subject_.graph, clause)) continue;
      std::string said = item ? fmt::format("{}/", clause.parent ? graph::index(*clause.parent) : 0)
                              : std::string();
      add_words(clause, said);
      const auto [first, fresh] = first_.try_emplace(std::move(said), clause.id);
      if (!fresh) report(clause, subject_.graph[first->second]);
    }
  }

 private:
  void add_words(const Clause& clause, std::string& said) const {
    for (const Word& word : subject_.words_of(clause)) said.append(word.folded) += ' ';
    for (const graph::ClauseId child : clause.children) {
      said += '/';
      add_words(subject_.graph[child], said);
    }
  }

  void report(const Clause& clause, const Clause& first) const {
    const Range whole{0, static_cast<std::uint32_t>(clause.words().text.size())};
    subject_.report(diag::Code::DUP001, clause, whole,
                    clause.full_number.empty() || first.full_number.empty()
                        ? diag::DUP001::second_time
                        : fmt::format(diag::DUP001::same_words, shown(clause), shown(first)),
                    {{diag::DUP001::first_here, subject_.span(first, {0, 1})}});
  }

  const Subject& subject_;
  std::unordered_map<std::string, graph::ClauseId> first_;
};

}  // namespace

void check_duplicates(const Subject& subject) {
  Pass(subject).run();
}

}  // namespace concord::passes
