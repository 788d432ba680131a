// Frames: actor, modality, polarity, condition, threshold and scope of a passage, read off its
// tokens.
//
// The tokens of two passages are aligned, and what is left over on either side is sorted into
// frames: a modal left over is a change of modality, a role a change of actor, and so on. Comparing
// frames of whole passages without aligning them lost: a sentence with "must" and "may" has both on
// either side, and only the alignment tells that they changed places. A semantic parser is not
// needed for texts as formal as these, and could not say which words decided.
//
// Similarity never hides a difference: a pair that differs by one "not" is the most alike and the
// most important pair of a corpus.
#include "compare/divergences.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_set>

#include "compare/align.h"

namespace concord::compare {
namespace {

using Words = std::unordered_set<std::string_view>;

const Words condition_words = {"unless",   "except",        "excepting",  "only",
                               "if",       "exceptional",   "until",      "consent",
                               "approval", "exceptionally", "permission", "without"};

// Words of degree, frequency and time: how much, how often, by when.
const Words degree_words = {
    "reasonable", "reasonably", "normally",    "usually",      "generally", "always",    "overly",
    "high",       "highest",    "minimum",     "maximum",      "regular",   "regularly", "timely",
    "prompt",     "promptly",   "immediately", "immediate",    "annual",    "annually",  "weekly",
    "monthly",    "daily",      "week",        "weeks",        "day",       "days",      "month",
    "months",     "year",       "years",       "hour",         "hours",     "least",     "duly",
    "likely",     "undue",      "sometimes",   "occasionally", "routinely", "sustained", "serious",
    "january",    "february",   "march",       "april",        "june",      "july",      "august",
    "september",  "october",    "november",    "december",     "one",       "two",       "three",
    "four",       "five",       "six",         "seven",        "eight",     "nine",      "ten",
    "twice",      "once",       "extremely",   "very"};

// Titles that different councils give to the officers at large: no difference of actor.
const Words officers_at_large = {"role:officer", "role:employee", "role:clerk",
                                 "role:proper-officer"};

// What is left over of one side, in runs of neighbouring tokens.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool alone = false;      // nothing is left over at its place on the other side
  bool condition = false;  // it adds a condition, and all its words belong to that
};

struct Left {
  PassageText passage;
  std::vector<Run> runs;

  const Token& operator[](std::size_t i) const { return passage.tokens[i]; }

  std::string words(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    const std::uint32_t from = passage.tokens[begin].range.begin;
    const std::uint32_t to = passage.tokens[end - 1].range.end;
    return std::string(passage.text.substr(from, to - from));
  }

  // The token with up to two more, so that a reader sees what it governs; a negator with its modal.
  std::string around(std::size_t at) const {
    const auto& tokens = passage.tokens;
    std::size_t begin = at;
    if (begin > 0 && tokens[at].kind == TokenKind::negator &&
        tokens[at - 1].kind == TokenKind::modal) {
      --begin;
    }
    return words(begin, std::min(at + 3, tokens.size()));
  }
};

std::vector<Run> runs_between(const Correspondence& pairs, std::size_t own, std::size_t other,
                              bool first) {
  std::vector<Run> runs;
  std::size_t at = 0;
  std::size_t other_at = 0;
  const auto until = [&](std::size_t next, std::size_t other_next) {
    if (at < next) runs.push_back({at, next, other_at == other_next, false});
    at = next + 1;
    other_at = other_next + 1;
  };
  for (const auto& [a, b] : pairs) first ? until(a, b) : until(b, a);
  until(own, other);
  return runs;
}

template <typename Is>
std::vector<std::size_t> left_over(const Left& left, const Is& is) {
  std::vector<std::size_t> found;
  for (const Run& run : left.runs) {
    for (std::size_t i = run.begin; i < run.end && !run.condition; ++i) {
      if (is(left, i)) found.push_back(i);
    }
  }
  return found;
}

bool is_modal(const Left& left, std::size_t i) {
  return left[i].kind == TokenKind::modal || left[i].surface == "cannot";
}
bool is_negator(const Left& left, std::size_t i) {
  return left[i].kind == TokenKind::negator;
}
bool is_role(const Left& left, std::size_t i) {
  return left[i].kind == TokenKind::role;
}

std::string_view modal(const Token& token) {
  return token.surface == "cannot" ? std::string_view("can") : std::string_view(token.surface);
}

// "unless", "other than", "provided that", "subject to" (but not "be subject to").
bool is_condition(const Left& left, std::size_t i) {
  const std::string& word = left[i].surface;
  if (condition_words.contains(word)) return true;
  const std::string_view next =
      i + 1 < left.passage.tokens.size() ? std::string_view(left[i + 1].surface) : "";
  if (word == "other" || word == "rather") return next == "than";
  if (word == "provided") return next == "that";
  return word == "subject" && next == "to" && (i == 0 || !left[i - 1].surface.starts_with("be"));
}
bool is_threshold(const Left& left, std::size_t i) {
  return left[i].kind == TokenKind::number || degree_words.contains(left[i].surface);
}

// One side's titles as actors, those of the officers at large as one.
std::string actor(const Token& token) {
  return officers_at_large.contains(token.form) ? "officers" : token.form;
}

std::set<std::string> actors(std::span<const Token> tokens) {
  std::set<std::string> found;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::role) found.insert(actor(token));
  }
  return found;
}

std::string around_first(const Left& left, const std::vector<std::size_t>& places) {
  return places.empty() ? std::string() : left.around(places.front());
}

class Comparer {
 public:
  Comparer(Left a, Left b, Nearness nearness, const Lexicon& lexicon)
      : a_(std::move(a)), b_(std::move(b)), nearness_(nearness), lexicon_(&lexicon) {}

  std::vector<Difference> all() {
    condition();  // first: it claims words
    negation();
    modality();
    actor_change();
    threshold();
    if (found_.empty() || nearness_ == Nearness::near) scope();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Difference& a, const Difference& b) { return a.type < b.type; });
    return std::move(found_);
  }

 private:
  void add(DivergenceType type, std::string a, std::string b) {
    found_.push_back({type, std::move(a), std::move(b)});
  }

  // An odd number of negators left over turns the sense round.
  void negation() {
    if (nearness_ == Nearness::distant) return;
    const auto a = left_over(a_, is_negator);
    const auto b = left_over(b_, is_negator);
    if (nearness_ == Nearness::near ? a.size() == b.size() : a.empty() == b.empty()) return;
    add(DivergenceType::negation, around_first(a_, a), around_first(b_, b));
  }

  static bool has_modal(const Left& left) {
    return std::any_of(left.passage.tokens.begin(), left.passage.tokens.end(),
                       [](const Token& token) {
                         return token.kind == TokenKind::modal || token.surface == "cannot";
                       });
  }

  void modality() {
    const auto a = left_over(a_, is_modal);
    const auto b = left_over(b_, is_modal);
    if (a.empty() && b.empty()) return;
    if (!a.empty() && !b.empty()) {
      if (modal(a_[a.front()]) != modal(b_[b.front()])) {
        add(DivergenceType::modality, a_.around(a.front()), b_.around(b.front()));
      }
      return;
    }
    // A modal on one side only tells where the other side states the same without any.
    const Left& other = a.empty() ? a_ : b_;
    if (nearness_ == Nearness::near || (nearness_ == Nearness::related && !has_modal(other))) {
      add(DivergenceType::modality, around_first(a_, a), around_first(b_, b));
    }
  }

  void actor_change() {
    const std::set<std::string> in_a = actors(a_.passage.tokens);
    const std::set<std::string> in_b = actors(b_.passage.tokens);
    const auto strange = [](const std::set<std::string>& elsewhere) {
      return [&elsewhere](const Left& left, std::size_t i) {
        return is_role(left, i) && !elsewhere.contains(actor(left[i]));
      };
    };
    auto a = left_over(a_, strange(in_b));
    auto b = left_over(b_, strange(in_a));
    if (nearness_ == Nearness::near && a.empty() && b.empty()) {
      exchanged(a, b);
    }
    const bool enough =
        nearness_ == Nearness::near ? !a.empty() || !b.empty() : !a.empty() && !b.empty();
    if (!enough) return;
    add(DivergenceType::actor, around_first(a_, a), around_first(b_, b));
  }

  // In near passages a title also counts that the other side has elsewhere: "Members must ask
  // officers" against "officers must ask Members".
  void exchanged(std::vector<std::size_t>& a, std::vector<std::size_t>& b) const {
    const auto left_a = left_over(a_, is_role);
    const auto left_b = left_over(b_, is_role);
    for (std::size_t i = 0; i < std::min(left_a.size(), left_b.size()); ++i) {
      if (actor(a_[left_a[i]]) == actor(b_[left_b[i]])) continue;
      a.push_back(left_a[i]);
      b.push_back(left_b[i]);
    }
  }

  std::string run_words(const Left& left, const std::vector<std::size_t>& places) const {
    if (places.empty()) return {};
    for (const Run& run : left.runs) {
      if (places.front() < run.begin || places.front() >= run.end) continue;
      return left.words(places.front(), std::min(run.end, places.front() + 12));
    }
    return {};
  }

  // In near passages, words added with a condition are the condition's: "unless the Chair agrees"
  // adds no actor.
  static std::vector<std::size_t> claim_conditions(Left& left, bool near) {
    const auto found = left_over(left, is_condition);
    for (Run& run : left.runs) {
      run.condition = near && run.alone &&
                      std::any_of(found.begin(), found.end(),
                                  [&](std::size_t i) { return i >= run.begin && i < run.end; });
    }
    return found;
  }

  static std::set<std::string_view> surfaces(const Left& left,
                                             const std::vector<std::size_t>& places) {
    std::set<std::string_view> found;
    for (const std::size_t place : places) found.insert(left[place].surface);
    return found;
  }

  void condition() {
    const auto a = claim_conditions(a_, nearness_ == Nearness::near);
    const auto b = claim_conditions(b_, nearness_ == Nearness::near);
    if (surfaces(a_, a) == surfaces(b_, b)) return;
    // In distant passages two conditions may be one in other words.
    if (nearness_ == Nearness::distant && !a.empty() && !b.empty()) return;
    add(DivergenceType::condition, run_words(a_, a), run_words(b_, b));
  }

  void threshold() {
    if (nearness_ == Nearness::distant) return;
    const auto a = left_over(a_, is_threshold);
    const auto b = left_over(b_, is_threshold);
    if (a.empty() && b.empty()) return;
    std::set<std::string_view> words_a;
    std::set<std::string_view> words_b;
    for (const std::size_t i : a) words_a.insert(a_[i].surface);
    for (const std::size_t i : b) words_b.insert(b_[i].surface);
    if (words_a == words_b) return;
    add(DivergenceType::threshold, around_first(a_, a), around_first(b_, b));
  }

  // The groups of meaning that a side's tokens have.
  std::set<std::uint32_t> meanings_of(const Left& left) const {
    std::set<std::uint32_t> groups;
    for (const auto& meaning : lexicon_->meanings(left.passage.tokens))
      groups.insert(meaning.group);
    return groups;
  }

  // Words that tell, said on one side and not meant on the other, that no other frame has claimed.
  std::vector<std::size_t> unclaimed(const Left& left, const Left& other) const {
    const std::set<std::uint32_t> meant = meanings_of(other);
    std::set<std::size_t> understood;
    for (const auto& meaning : lexicon_->meanings(left.passage.tokens)) {
      if (meant.contains(meaning.group)) understood.insert(meaning.token);
    }
    std::set<std::string_view> forms;
    for (const Token& token : other.passage.tokens) forms.insert(token.form);
    std::vector<std::size_t> found;
    for (const Run& run : left.runs) {
      const bool conditional =
          std::any_of(left.passage.tokens.begin() + static_cast<std::ptrdiff_t>(run.begin),
                      left.passage.tokens.begin() + static_cast<std::ptrdiff_t>(run.end),
                      [](const Token& token) { return condition_words.contains(token.surface); });
      for (std::size_t i = run.begin; i < run.end && !conditional; ++i) {
        const bool tells = left[i].kind == TokenKind::word && !is_threshold(left, i);
        if (tells && !understood.contains(i) && !forms.contains(left[i].form)) found.push_back(i);
      }
    }
    return found;
  }

  void scope() {
    if (nearness_ == Nearness::distant) return;
    const auto a = unclaimed(a_, b_);
    const auto b = unclaimed(b_, a_);
    if (a.empty() && b.empty()) return;
    add(DivergenceType::scope, run_words(a_, a), run_words(b_, b));
  }

  Left a_;
  Left b_;
  Nearness nearness_;
  const Lexicon* lexicon_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const PassageText& a, const PassageText& b, Nearness nearness,
                                    const Lexicon& lexicon) {
  const Correspondence pairs = align(a.tokens, b.tokens);
  return Comparer({a, runs_between(pairs, a.tokens.size(), b.tokens.size(), true)},
                  {b, runs_between(pairs, b.tokens.size(), a.tokens.size(), false)}, nearness,
                  lexicon)
      .all();
}

}  // namespace concord::compare
