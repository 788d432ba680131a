// The topic of each clause: its own topic=, else that of what is around it, else, for a section,
// what its words speak of.
//
// A cue in the heading counts for as much as several in the text, and a cue of several words for
// more than a single one: "officer advice to party groups" settles what "officer" does not.

#include <fmt/format.h>

#include <algorithm>

#include "passes/phrases.h"
#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;

constexpr std::size_t heading_weight = 8;

class Pass {
 public:
  explicit Pass(const Subject& subject) : subject_(subject) {
    const auto& topics = subject.registers.topics;
    for (std::size_t i = 0; i < topics.size(); ++i)
      for (const std::string& cue : topics[i].cues) {
        // A cue may speak for several topics ("expectations").
        const std::size_t value = cues_.add(cue, meant_.size());
        if (value == meant_.size()) meant_.emplace_back();
        meant_[value].push_back(i);
      }
  }

  std::vector<std::string> run() {
    const auto& clauses = subject_.graph.clauses;
    std::vector<std::string> topics(clauses.size());
    collect();
    for (const Clause& clause : clauses) {
      std::string& topic = topics[graph::index(clause.id)];
      const std::string around =
          clause.parent ? topics[graph::index(*clause.parent)] : std::string{};
      if (const std::string* own = own_topic(clause)) {
        topic = *own;
      } else if (clause.kind == graph::Kind::section && clause.key != "title") {
        topic = best_for(clause, around);
      } else {
        topic = around;
      }
    }
    place_footnotes(topics);
    return topics;
  }

 private:
  using Scores = std::vector<std::size_t>;

  const std::string* own_topic(const Clause& clause) const {
    const std::string* own = clause.attributes.find("topic");
    if (own == nullptr || subject_.registers.topics.empty()) return own;
    if (subject_.registers.topic(*own) != nullptr) return own;
    std::vector<std::string> ids;
    for (const auto& topic : subject_.registers.topics) ids.push_back(topic.id);
    std::vector<diag::Note> notes;
    for (const std::string& near : diag::nearest(*own, ids))
      notes.push_back({fmt::format("did you mean \"{}\"?", near), std::nullopt});
    subject_.sink.report({diag::Code::SYN003, clause.attributes.span,
                          fmt::format("topic \"{}\" is not in the register of topics", *own),
                          std::move(notes)});
    return nullptr;
  }

  Scores scores_of(const Clause& clause) const {
    Scores scores(subject_.registers.topics.size());
    for (const auto& match : cues_.find(clause.words().text, subject_.words_of(clause)))
      for (const std::size_t topic : meant_[match.value]) scores[topic] += match.word_count;
    return scores;
  }

  // The scores of each section's text with all that is below it.
  void collect() {
    const auto& clauses = subject_.graph.clauses;
    text_scores_.assign(clauses.size(), Scores(subject_.registers.topics.size()));
    for (std::size_t i = clauses.size(); i-- > 0;) {
      const Clause& clause = clauses[i];
      if (clause.kind != graph::Kind::section) add(text_scores_[i], scores_of(clause));
      if (clause.parent) add(text_scores_[graph::index(*clause.parent)], text_scores_[i]);
    }
  }

  static void add(Scores& to, const Scores& scores) {
    for (std::size_t i = 0; i < scores.size(); ++i) to[i] += scores[i];
  }

  // A section below another has the other's topic unless its heading speaks of one.
  std::string best_for(const Clause& section, const std::string& around) const {
    Scores scores = scores_of(section);
    const bool spoken = std::ranges::any_of(scores, [](std::size_t score) { return score > 0; });
    if (!spoken && !around.empty()) return around;
    for (std::size_t& score : scores) score *= heading_weight;
    // With a heading that speaks, its topics only are weighed, by the text too.
    for (std::size_t i = 0; i < scores.size(); ++i)
      if (!spoken || scores[i] > 0) scores[i] += text_scores_[graph::index(section.id)][i];
    const auto best = std::ranges::max_element(scores);
    if (best == scores.end() || *best == 0) return around;
    return subject_.registers.topics[static_cast<std::size_t>(best - scores.begin())].id;
  }

  // A footnote has the topic of the clause that marks it.
  void place_footnotes(std::vector<std::string>& topics) const {
    std::map<std::string, ClauseId> marked;
    for (const Clause& clause : subject_.graph.clauses)
      for (const syntax::Mark& mark : clause.words().marks)
        if (mark.kind == syntax::MarkKind::footnote) marked.try_emplace(mark.target, clause.id);
    for (const Clause& clause : subject_.graph.clauses) {
      if (clause.kind != graph::Kind::footnote) continue;
      const auto place = marked.find(clause.number.label);
      if (place == marked.end()) continue;
      topics[graph::index(clause.id)] = topics[graph::index(place->second)];
      for (const ClauseId child : clause.children)
        topics[graph::index(child)] = topics[graph::index(clause.id)];
    }
  }

  const Subject& subject_;
  Phrases cues_;
  std::vector<std::vector<std::size_t>> meant_;  // by cue: topics
  std::vector<Scores> text_scores_;              // by clause
};

}  // namespace

std::vector<std::string> find_topics(const Subject& subject) {
  return Pass(subject).run();
}

}  // namespace concord::passes
