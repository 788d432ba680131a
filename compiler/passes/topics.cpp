// The topic of each clause: its own topic=, else that of what is around it, else, for a section,
// what its words speak of.
//
// A cue in the heading counts for as much as several in the text, and a cue of several words for
// more than a single one: "officer advice to party groups" settles what "officer" does not. The
// lead-in of a list is a heading of its own where its words are as telling as that: "Officers can
// expect from Members:" and "Members can expect from officers:" stand in one section.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "diag/messages.h"
#include "passes/subject.h"
#include "passes/vocabulary.h"

namespace concord::passes {
namespace {

using graph::Clause;

constexpr std::size_t heading_weight = 8;
constexpr std::size_t first_weight = 4;      // more for the first cue of a heading
constexpr std::size_t inherited_weight = 8;  // for the topic of what is around

class Pass {
 public:
  explicit Pass(const Subject& subject) : subject_(subject), cues_(subject.vocabulary.cues()) {}

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
      } else if ((clause.kind == graph::Kind::section && clause.key != "title") ||
                 is_telling_lead_in(clause)) {
        topic = best_for(clause, around);
      } else {
        topic = around;
      }
    }
    place_footnotes(topics);
    return topics;
  }

 private:
  using Scores = std::vector<std::size_t>;  // by topic
  struct Cue {
    std::size_t words = 0;
    std::size_t times = 0;
  };
  using Cues = std::map<std::size_t, Cue>;  // by value of the cue

  const std::string* own_topic(const Clause& clause) const {
    const std::string* own = clause.attributes.find("topic");
    if (own == nullptr || subject_.registers.topics.empty()) return own;
    if (subject_.registers.topic(*own) != nullptr) return own;
    std::vector<std::string> ids;
    for (const auto& topic : subject_.registers.topics) ids.push_back(topic.id);
    subject_.sink.report({diag::Code::SYN003, clause.attributes.span,
                          fmt::format(diag::SYN003::unknown_topic, *own), suggestions(*own, ids)});
    return nullptr;
  }

  bool is_telling_lead_in(const Clause& clause) const {
    if (clause.children.empty() || clause.kind == graph::Kind::quote) return false;
    if (subject_.graph[clause.children.front()].place != graph::Place::list) return false;
    const auto cues = cues_.find(clause.text.text, subject_.words_of(clause));
    return std::ranges::any_of(cues, [](const auto& match) { return match.word_count > 1; });
  }

  Cues cues_of(const Clause& clause) const {
    Cues cues;
    for (const auto& match : cues_.find(clause.words().text, subject_.words_of(clause))) {
      Cue& cue = cues[match.value];
      ++cue.times;
      cue.words = match.word_count;
    }
    return cues;
  }

  // What a heading names first is its topic: "Introduction and principles" introduces.
  void weigh_heading(const Clause& clause, Scores& scores) const {
    std::size_t weight = heading_weight + first_weight;
    for (const auto& match : cues_.find(clause.words().text, subject_.words_of(clause))) {
      for (const std::size_t topic : subject_.vocabulary.topics_of(match.value))
        scores[topic] += match.word_count * weight;
      weight = heading_weight;
    }
  }

  // A cue counts twice at most, however long it is and often said: a title or a document that
  // recurs is no topic for that.
  void weigh_text(const Cues& cues, Scores& scores) const {
    for (const auto& [value, cue] : cues)
      for (const std::size_t topic : subject_.vocabulary.topics_of(value))
        scores[topic] += std::min<std::size_t>(cue.words, 2) * std::min<std::size_t>(cue.times, 2);
  }

  // The cues of each clause's text with all that is below it.
  void collect() {
    const auto& clauses = subject_.graph.clauses;
    text_cues_.assign(clauses.size(), {});
    for (std::size_t i = clauses.size(); i-- > 0;) {
      const Clause& clause = clauses[i];
      if (clause.kind != graph::Kind::section) join(text_cues_[i], cues_of(clause));
      if (clause.parent) join(text_cues_[graph::index(*clause.parent)], text_cues_[i]);
    }
  }

  static void join(Cues& to, const Cues& cues) {
    for (const auto& [value, cue] : cues) {
      to[value].times += cue.times;
      to[value].words = cue.words;
    }
  }

  // What is below a section has its topic unless its own words speak clearly of another.
  std::string best_for(const Clause& section, const std::string& around) const {
    const auto& topics = subject_.registers.topics;
    Scores scores(topics.size());
    weigh_heading(section, scores);
    weigh_text(text_cues_[graph::index(section.id)], scores);
    const auto other = std::ranges::find(topics, around, &syntax::Topic::id);
    if (other != topics.end())
      scores[static_cast<std::size_t>(other - topics.begin())] += inherited_weight;
    const auto best = std::ranges::max_element(scores);
    if (best == scores.end() || *best == 0) return around;
    return topics[static_cast<std::size_t>(best - scores.begin())].id;
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
  const Phrases& cues_;
  std::vector<Cues> text_cues_;  // by clause
};

}  // namespace

std::vector<std::string> find_topics(const Subject& subject) {
  return Pass(subject).run();
}

}  // namespace concord::passes
