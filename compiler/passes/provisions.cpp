#include "passes/provisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diag/messages.h"
#include "language/words.h"
#include "passes/statements.h"

namespace concord::passes {
namespace {

using diag::Code;
using graph::ClauseGraph;
using graph::ClauseId;
using syntax::Decision;
using syntax::KnownWording;
using syntax::NearMiss;
using syntax::Provision;
using syntax::Register;

std::string comparable(std::string_view words) {
  std::string out;
  for (const language::Word& word : language::Words(words)) out.append(word.folded).append(1, ' ');
  return out;
}

// A provision that is a mention of another is told with it.
std::vector<diag::Note> other_place(std::string text, source::Span span) {
  return {{std::move(text), span}};
}

template <typename Entry>
std::string did_you_mean(std::string_view word, const std::vector<Entry>& entries) {
  std::vector<std::string> ids;
  for (const Entry& entry : entries) ids.push_back(entry.id);
  const std::vector<std::string> near = diag::nearest(word, ids);
  return near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near.front());
}

bool has_bearer(const Register& registers, std::string_view bearer) {
  return bearer == "both" || registers.role(bearer) != nullptr;
}

class ProvisionChecker {
 public:
  ProvisionChecker(const Register& registers, std::span<const source::FileId> silent,
                   diag::Sink& sink)
      : registers_(registers), silent_(silent), sink_(sink) {}

  void check(const Provision& provision) {
    check_words(provision);
    check_ids(provision);
    check_title(provision);
    wordings_of_one_.clear();
    for (const KnownWording& wording : provision.says) check_wording(provision, wording);
    for (const KnownWording& wording : provision.also) check_wording(provision, wording);
    for (const NearMiss& near : provision.near_misses) check_near_miss(provision, near);
  }

 private:
  void report(Code code, source::Span span, std::string message,
              std::vector<diag::Note> notes = {}) {
    if (std::ranges::find(silent_, span.file) != silent_.end()) return;
    sink_.report({code, span, std::move(message), std::move(notes)});
  }

  void check_words(const Provision& provision) {
    if (provision.title.empty() || provision.question.empty() || provision.topic.empty()) {
      report(Code::PRV003, provision.span,
             fmt::format(diag::PRV003::missing, provision.id,
                         provision.title.empty()      ? "title"
                         : provision.question.empty() ? "question"
                                                      : "topic"));
    }
    if (provision.says.empty() && provision.also.empty()) {
      report(Code::PRV004, provision.span, fmt::format(diag::PRV004::no_wording, provision.id));
    }
  }

  void check_ids(const Provision& provision) {
    if (!provision.topic.empty() && registers_.topic(provision.topic) == nullptr) {
      report(Code::PRV001, provision.span,
             fmt::format(diag::PRV001::no_topic, provision.topic,
                         did_you_mean(provision.topic, registers_.topics)));
    }
    if (provision.bearer.empty() || has_bearer(registers_, provision.bearer)) return;
    report(Code::PRV002, provision.span,
           fmt::format(diag::PRV002::no_role, provision.bearer,
                       did_you_mean(provision.bearer, registers_.roles)));
  }

  void check_title(const Provision& provision) {
    if (provision.title.empty()) return;
    const auto [first, fresh] = titles_.emplace(comparable(provision.title), &provision);
    if (fresh) return;
    report(Code::PRV005, provision.span,
           fmt::format(diag::PRV005::same_title, provision.id, first->second->id),
           other_place(diag::PRV005::this_one, first->second->span));
  }

  void check_wording(const Provision& provision, const KnownWording& wording) {
    std::string words = comparable(wording.lead_in + " " + wording.words);
    const auto [first, fresh] = wordings_.emplace(words, &provision);
    wordings_of_one_.emplace(std::move(words), wording.span);
    if (fresh || first->second == &provision) return;
    report(Code::PRV006, wording.span,
           fmt::format(diag::PRV006::same_wording, first->second->id, provision.id),
           other_place(diag::PRV006::first_here, first->second->span));
  }

  void check_near_miss(const Provision& provision, const NearMiss& near) {
    const KnownWording& wording = near.wording;
    const auto same = wordings_of_one_.find(comparable(wording.lead_in + " " + wording.words));
    if (same == wordings_of_one_.end()) return;
    report(Code::PRV009, wording.span, fmt::format(diag::PRV009::is_wording, provision.id),
           other_place(diag::PRV009::this_one, same->second));
  }

  const Register& registers_;
  std::span<const source::FileId> silent_;
  diag::Sink& sink_;
  std::unordered_map<std::string, const Provision*> titles_;
  std::unordered_map<std::string, const Provision*> wordings_;
  std::unordered_map<std::string, source::Span> wordings_of_one_;
};

// The clauses of a corpus by their names.
class Finder {
 public:
  explicit Finder(const Corpus& corpus) : corpus_(corpus) {}

  const ClauseGraph* protocol(std::string_view id) const {
    const auto found = corpus_.find(id);
    return found == corpus_.end() ? nullptr : found->second;
  }

  // By identifier, else by number.
  std::optional<ClauseId> clause(const ClauseGraph& graph, std::string_view name) {
    auto [names, fresh] = names_.try_emplace(&graph);
    if (fresh) {
      for (const graph::Clause& clause : graph.clauses)
        names->second.emplace(clause.key, clause.id);
      for (const graph::Clause& clause : graph.clauses)
        names->second.emplace(clause.full_number, clause.id);
    }
    const auto found = names->second.find(name);
    if (name.empty() || found == names->second.end()) return std::nullopt;
    return found->second;
  }

 private:
  const Corpus& corpus_;
  std::map<const ClauseGraph*, std::unordered_map<std::string_view, ClauseId>> names_;
};

std::string whole(const KnownWording& wording) {
  return wording.lead_in.empty() ? wording.words : wording.lead_in + " … " + wording.words;
}

void check_wording(const KnownWording& wording, Finder& finder, diag::Sink& sink) {
  const ClauseGraph* graph = finder.protocol(wording.council());
  if (graph == nullptr) return;
  const std::optional<ClauseId> clause = finder.clause(*graph, wording.clause());
  if (!clause) {
    sink.report({Code::PRV007, wording.span,
                 fmt::format(diag::PRV007::no_clause, wording.council(), wording.clause())});
  } else if (!says(whole_statement(*graph, *clause), whole(wording))) {
    sink.report({Code::PRV008,
                 wording.span,
                 fmt::format(diag::PRV008::other_words, wording.source),
                 {{diag::PRV008::its_words, (*graph)[*clause].span}}});
  }
}

class DecisionChecker {
 public:
  DecisionChecker(const Corpus& corpus, diag::Sink& sink) : finder_(corpus), sink_(sink) {}

  bool holds(const Decision& decision) {
    changed_ = false;
    gone_ = false;
    const std::optional<Side> a = side(decision, decision.a, decision.a_words);
    const std::optional<Side> b = side(decision, decision.b, decision.b_words);
    return a && b && is_first(decision, *a, *b);
  }

  // Of the last one that did not hold: both clauses are there, and the words of one have changed.
  bool is_stale() const { return changed_ && !gone_; }

 private:
  using Side = std::pair<const ClauseGraph*, ClauseId>;  // null: not among the texts

  // Nothing where the clause does not exist or has other words.
  std::optional<Side> side(const Decision& decision, std::string_view name,
                           const std::string& words) {
    const std::string_view id = name.substr(0, name.find('#'));
    const ClauseGraph* graph = finder_.protocol(id);
    if (graph == nullptr) return Side{};
    const std::string_view clause_name = name.substr(id.size() + 1);
    const std::optional<ClauseId> clause = finder_.clause(*graph, clause_name);
    if (!clause) {
      gone_ = true;
      sink_.report(
          {Code::LNK001, decision.span, fmt::format(diag::LNK001::no_clause, id, clause_name)});
      return std::nullopt;
    }
    if (!words.empty() && words != words_digest(statement(*graph, *clause))) {
      changed_ = true;
      sink_.report({Code::LNK002,
                    decision.span,
                    fmt::format(diag::LNK002::changed, name),
                    {{diag::LNK002::words_now, (*graph)[*clause].span}}});
      return std::nullopt;
    }
    return Side{graph, *clause};
  }

  bool is_first(const Decision& decision, Side a, Side b) {
    if (a.first == nullptr || b.first == nullptr) return true;
    const auto [first, fresh] = decided_.emplace(std::minmax(a, b), decision.span);
    if (fresh) return true;
    sink_.report({Code::LNK003, decision.span,
                  fmt::format(diag::LNK003::decided_twice, decision.a, decision.b),
                  other_place(diag::LNK003::this_one, first->second)});
    return false;
  }

  Finder finder_;
  diag::Sink& sink_;
  std::map<std::pair<Side, Side>, source::Span> decided_;
  bool changed_ = false;
  bool gone_ = false;
};

}  // namespace

void check_provisions(Register& registers, std::span<const source::FileId> programs_own,
                      diag::Sink& sink) {
  ProvisionChecker checker(registers, programs_own, sink);
  for (const Provision& provision : registers.provisions) checker.check(provision);
  for (Provision& provision : registers.provisions) {
    if (registers.topic(provision.topic) == nullptr) provision.topic.clear();
    if (!has_bearer(registers, provision.bearer)) provision.bearer.clear();
  }
}

void check_wordings(const Register& registers, const Corpus& corpus, diag::Sink& sink) {
  Finder finder(corpus);
  for (const Provision& provision : registers.provisions) {
    for (const KnownWording& wording : provision.says) check_wording(wording, finder, sink);
    for (const KnownWording& wording : provision.also) check_wording(wording, finder, sink);
    for (const NearMiss& near : provision.near_misses) check_wording(near.wording, finder, sink);
  }
}

std::vector<Decision> check_decisions(std::vector<Decision>& decisions, const Corpus& corpus,
                                      diag::Sink& sink) {
  DecisionChecker checker(corpus, sink);
  std::vector<Decision> stale;
  std::erase_if(decisions, [&](const Decision& decision) {
    if (checker.holds(decision)) return false;
    if (checker.is_stale()) stale.push_back(decision);
    return true;
  });
  return stale;
}

}  // namespace concord::passes
