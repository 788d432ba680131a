// Frames: actor, modality, polarity, condition, threshold and scope of a passage, read off its
// tokens.
//
// The tokens of two passages are aligned, and what is left over on either side is sorted into
// frames: a modal left over is a change of modality, a role a change of actor, and so on. Comparing
// frames of whole passages without aligning them lost: a sentence with "must" and "may" has both on
// either side, and only the alignment tells that they changed places. A semantic parser is not
// needed for texts as formal as these, and could not say which words decided.
//
// Not every word left over decides. A sentence that the other side has nothing of is more text, not
// another effect of the same text. "not", a degree or a lone modal counts where the other side has
// what it governs: "not seek" against "seek", but not against a sentence on something else. A list
// item has its lead-in's actor and modal. And words of general use ("in order to", "the role of")
// widen and narrow nothing.
//
// Similarity never hides a difference: a pair that differs by one "not" is the most alike and the
// most important pair of a corpus.
#include "compare/effects/divergences.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "compare/match/align.h"
#include "compare/match/segments.h"

namespace concord::compare {
namespace {

// Sentences of which less is found on the other side are no part of what the two have in common.
constexpr double least_in_common = 0.5;
constexpr std::size_t reach = 4;        // tokens within which a word governs another
constexpr std::size_t most_shown = 12;  // tokens

using Words = std::unordered_set<std::string_view>;

// Words that open an exception or a condition; those of two words are in is_condition.
const Words exception_words = {"unless", "except",    "excepting",   "excluding",    "save",
                               "exempt", "exception", "exceptional", "exceptionally"};
const Words condition_words = {"only", "until", "consent", "approval", "permission", "without"};

// Words that put a case: where both sides have one, neither adds it.
const Words case_words = {"if", "where", "when", "whenever"};

// What "without" goes before where it opens a condition: "without those duties" opens none.
const Words leave_words = {"authority", "approval",   "consent", "permission",
                           "agreement", "permission", "notice",  "authorisation"};

// Words of degree, frequency and time: how much, how often, by when.
const Words degree_words = {
    "reasonable", "reasonably", "normally",  "usually",      "generally", "always",    "overly",
    "high",       "highest",    "minimum",   "maximum",      "regular",   "regularly", "timely",
    "prompt",     "promptly",   "immediate", "immediately",  "annual",    "annually",  "weekly",
    "monthly",    "daily",      "week",      "weeks",        "day",       "days",      "month",
    "months",     "year",       "years",     "hour",         "hours",     "least",     "duly",
    "likely",     "sometimes",  "routinely", "occasionally", "sustained", "serious",   "january",
    "february",   "march",      "april",     "june",         "july",      "august",    "september",
    "october",    "november",   "december",  "one",          "two",       "three",     "four",
    "five",       "six",        "seven",     "eight",        "nine",      "ten",       "twice",
    "once",       "extremely",  "very"};

// Words that say which of a text's parts a number names.
const Words part_words = {"paragraph", "paragraphs", "section",  "sections", "clause",
                          "clauses",   "rule",       "rules",    "article",  "part",
                          "appendix",  "annex",      "schedule", "para",     "paras"};

// Words of general use, which alone change no effect: "seek to", "in order to", "the role of".
const Words light_words = {
    "act",       "seek",      "order",      "role",       "roles",     "part",        "set",
    "use",       "give",      "giving",     "given",      "take",      "taking",      "make",
    "making",    "made",      "treat",      "show",       "behalf",    "put",         "get",
    "long",      "way",       "associated", "respective", "relevant",  "appropriate", "particular",
    "primary",   "main",      "general",    "whereas",    "therefore", "together",    "including",
    "includes",  "example",   "well",       "relation",   "regard",    "regarding",   "concerning",
    "ensure",    "ensuring",  "provide",    "providing",  "following", "follows",     "throughout",
    "against",   "towards",   "during",     "through",    "under",     "like",        "time",
    "times",     "further",   "place",      "terms",      "recognise", "recognition", "essential",
    "necessary", "important", "importance", "discharge",  "separate",  "distinct",    "basis",
    "carry",     "work",      "seen",       "elected",    "form",      "manner"};

// Words that pick some of many out: "certain officers" against "an officer".
const Words partial_words = {"some", "certain"};

// Titles that different councils give to the officers at large: no difference of actor.
const Words officers_at_large = {"role:officer", "role:employee", "role:clerk",
                                 "role:proper-officer"};

// Actors so general that in passages far from one another they tell nothing.
const Words general_actors = {"officers", "role:member", "role:council"};

// What is left over of one side, in runs of neighbouring tokens.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool alone = false;      // nothing is left over at its place on the other side
  bool condition = false;  // it adds a condition, and all its words belong to that
};

struct Left {
  PassageText passage;
  std::vector<bool> matched;                   // by token: it corresponds to one of the other side
  std::vector<std::size_t> sentence;           // by token
  std::vector<bool> strange;                   // by sentence: the other side has little of it
  std::vector<Run> runs;                       // in sentences that are not strange
  std::unordered_set<std::string_view> forms;  // of all tokens

  Left(const PassageText& from, std::vector<bool> corresponds)
      : passage(from), matched(std::move(corresponds)) {
    for (const Token& token : passage.tokens) forms.insert(token.form);
    find_sentences();
  }

  const Token& operator[](std::size_t i) const { return passage.tokens[i]; }
  std::size_t size() const { return passage.tokens.size(); }
  std::string_view word(std::size_t i) const {
    return i < size() ? passage.tokens[i].surface : std::string_view();
  }
  bool counts(std::size_t i) const { return !matched[i] && !strange[sentence[i]]; }

  std::string words(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    const std::uint32_t from = passage.tokens[begin].range.begin;
    const std::uint32_t to = passage.tokens[end - 1].range.end;
    return std::string(passage.text.substr(from, to - from));
  }

  // The token with up to two more, so that a reader sees what it governs; a negator with its modal.
  std::string around(std::size_t at) const {
    const bool after_modal = at > 0 && (*this)[at].kind == TokenKind::negator &&
                             (*this)[at - 1].kind == TokenKind::modal;
    return words(after_modal ? at - 1 : at, std::min(at + 3, size()));
  }

  // The next word that tells, which the token governs; size() where there is none near.
  std::size_t governed(std::size_t at) const {
    for (std::size_t i = at + 1; i < std::min(at + 1 + reach, size()); ++i) {
      const TokenKind kind = (*this)[i].kind;
      if (kind == TokenKind::word || kind == TokenKind::role || kind == TokenKind::number) return i;
    }
    return size();
  }

 private:
  void find_sentences() {
    const auto ranges = sentences(passage.text);
    std::vector<std::size_t> telling(std::max<std::size_t>(1, ranges.size()));
    std::vector<std::size_t> common(telling.size());
    std::size_t at = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      while (at + 1 < ranges.size() && (*this)[i].range.begin >= ranges[at].end) ++at;
      sentence.push_back(at);
      if ((*this)[i].kind == TokenKind::function) continue;
      ++telling[at];
      common[at] += matched[i] ? 1 : 0;
    }
    const bool several = !sentence.empty() && sentence.front() != sentence.back();
    for (std::size_t s = 0; s < telling.size(); ++s) {
      strange.push_back(several && static_cast<double>(common[s]) <
                                       least_in_common * static_cast<double>(telling[s]));
    }
  }
};

// Where the two sides stop corresponding: what each has between two corresponding tokens.
struct Space {
  std::array<std::size_t, 2> begin{};
  std::array<std::size_t, 2> end{};
};

std::vector<Space> spaces(const Correspondence& pairs, std::size_t a, std::size_t b) {
  std::vector<Space> found;
  Space next;
  const auto until = [&](std::size_t i, std::size_t j) {
    next.end = {i, j};
    if (next.begin != next.end) found.push_back(next);
    next.begin = {i + 1, j + 1};
  };
  for (const auto& [i, j] : pairs) until(i, j);
  until(a, b);
  return found;
}

void add_runs(Left& left, const Left& other, const Space& space, std::size_t side) {
  bool alone = true;
  for (std::size_t j = space.begin[1 - side]; j < space.end[1 - side]; ++j) {
    alone = alone && !other.counts(j);
  }
  for (std::size_t i = space.begin[side]; i < space.end[side]; ++i) {
    if (!left.counts(i)) continue;
    const bool goes_on = i > space.begin[side] && !left.runs.empty() && left.runs.back().end == i;
    if (!goes_on) left.runs.push_back({i, i, alone, false});
    left.runs.back().end = i + 1;
  }
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

bool is_modal(const Token& token) {
  return token.kind == TokenKind::modal || token.surface == "cannot";
}
bool is_modal_here(const Left& left, std::size_t i) {
  return is_modal(left[i]);
}
bool is_role(const Left& left, std::size_t i) {
  return left[i].kind == TokenKind::role;
}

std::string_view modal(const Token& token) {
  return token.surface == "cannot" ? "can" : token.surface;
}

// "nor" only carries on a negation that stands before it; "without" is a condition's.
bool is_negator(const Left& left, std::size_t i) {
  if (left[i].kind != TokenKind::negator || left[i].surface == "without") return false;
  if (left[i].surface != "nor") return true;
  for (std::size_t k = i; k-- > 0 && left.sentence[k] == left.sentence[i];) {
    if (left[k].kind == TokenKind::negator) return false;
  }
  return true;
}

// "unless", "other than", "provided that", "subject to" (but not "be subject to").
bool is_exception(const Left& left, std::size_t i) {
  const std::string_view word = left[i].surface;
  if (exception_words.contains(word)) return true;
  const std::string_view next = left.word(i + 1);
  const std::string_view before = i == 0 ? std::string_view() : left.word(i - 1);
  if (word == "other") return next == "than";
  if (word == "apart") return next == "from";
  if (word == "provided") return next == "that";
  if (word == "long") return next == "as" && (before == "so" || before == "as");
  return word == "subject" && next == "to" && !before.starts_with("be");
}

bool opens_leave(const Left& left, std::size_t i) {
  for (std::size_t k = i + 1; k < std::min(i + 2 * reach, left.size()); ++k) {
    if (leave_words.contains(left.word(k))) return true;
  }
  return false;
}

bool is_threshold(const Left& left, std::size_t i) {
  const std::string_view before = i == 0 ? std::string_view() : left.word(i - 1);
  if (left[i].kind == TokenKind::number) return !part_words.contains(before);
  if (!degree_words.contains(left[i].surface)) return false;
  if (left[i].surface == "day") return left.word(i + 1) != "to" && before != "to";
  return left[i].surface != "one" || left.word(i + 1) != "another";
}

// One side's titles as actors, those of the officers at large as one.
std::string_view actor(const Token& token) {
  return officers_at_large.contains(token.form) ? "officers" : token.form;
}

std::set<std::string_view> actors(const PassageText& passage) {
  std::set<std::string_view> found;
  for (const auto& tokens : {passage.lead, passage.tokens}) {
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::role) found.insert(actor(token));
    }
  }
  return found;
}

// "the Council's policies": whose they are, not who acts.
bool owns(const Left& left, std::size_t i) {
  const std::string_view title =
      left.passage.text.substr(left[i].range.begin, left[i].range.end - left[i].range.begin);
  return left[i].side == syntax::Side::body &&
         (title.ends_with("'s") || title.ends_with("\u2019s"));
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
    if (found_.empty() || near()) scope();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Difference& a, const Difference& b) { return a.type < b.type; });
    return std::move(found_);
  }

 private:
  bool near() const { return nearness_ == Nearness::near; }
  bool distant() const { return nearness_ == Nearness::distant; }

  void add(DivergenceType type, std::string a, std::string b) {
    found_.push_back({type, std::move(a), std::move(b)});
  }

  // True where the other side has what the token governs, as far as can be told.
  bool bears(const Left& left, const Left& other, std::size_t at) const {
    const std::size_t governed = left.governed(at);
    return governed < left.size() ? other.forms.contains(left[governed].form) : near();
  }

  template <typename Is>
  std::vector<std::size_t> bearing(const Left& left, const Left& other, const Is& is) const {
    return left_over(left, [&](const Left& side, std::size_t i) {
      return is(side, i) && bears(side, other, i);
    });
  }

  // An odd number of negators left over turns the sense round.
  void negation() {
    if (distant()) return;
    const auto a = bearing(a_, b_, is_negator);
    const auto b = bearing(b_, a_, is_negator);
    if (near() ? a.size() == b.size() : a.empty() == b.empty()) return;
    add(DivergenceType::negation, around_first(a_, a), around_first(b_, b));
  }

  static bool has_modal(const Left& left) {
    return std::any_of(left.passage.tokens.begin(), left.passage.tokens.end(), is_modal);
  }

  void modality() {
    const auto a = left_over(a_, is_modal_here);
    const auto b = left_over(b_, is_modal_here);
    if (a.empty() && b.empty()) return;
    if (!a.empty() && !b.empty()) {
      if (modal(a_[a.front()]) != modal(b_[b.front()])) {
        add(DivergenceType::modality, a_.around(a.front()), b_.around(b.front()));
      }
      return;
    }
    a.empty() ? lone_modal(b_, b.front(), a_, false) : lone_modal(a_, a.front(), b_, true);
  }

  // A modal on one side only: the other may have its own in the lead-in, else the two differ where
  // the other states the same without any.
  void lone_modal(const Left& left, std::size_t at, const Left& other, bool first) {
    std::string words;
    if (!other.passage.lead.empty()) {
      const auto lead =
          std::find_if(other.passage.lead.begin(), other.passage.lead.end(), is_modal);
      if (!near() || lead == other.passage.lead.end() || modal(*lead) == modal(left[at])) return;
      // What someone can expect is a duty, of whatever strength.
      if (modal(*lead) == "can") return;
      words = lead->surface;
    } else if (near() ? !bears(left, other, at) : distant() || has_modal(other)) {
      return;
    }
    add(DivergenceType::modality, first ? left.around(at) : words, first ? words : left.around(at));
  }

  std::vector<std::size_t> strangers(const Left& left, const Left& other) const {
    const std::set<std::string_view> known = actors(other.passage);
    auto found = left_over(left, [&](const Left& side, std::size_t i) {
      return is_role(side, i) && !known.contains(actor(side[i])) && (near() || !owns(side, i));
    });
    // Particular actors first: they tell more.
    std::stable_partition(found.begin(), found.end(),
                          [&](std::size_t i) { return !general_actors.contains(actor(left[i])); });
    return found;
  }

  void actor_change() {
    auto a = strangers(a_, b_);
    auto b = strangers(b_, a_);
    if (near()) {
      if (a.empty() && b.empty()) exchanged(a, b);
      if (!a.empty() || !b.empty()) {
        add(DivergenceType::actor, around_first(a_, a), around_first(b_, b));
      }
      return;
    }
    if (a.empty() || b.empty()) return;
    const bool general = general_actors.contains(actor(a_[a.front()])) &&
                         general_actors.contains(actor(b_[b.front()]));
    if (!general) add(DivergenceType::actor, around_first(a_, a), around_first(b_, b));
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

  // From the first of the places to the end of its run; at least the token with what it governs.
  static std::string run_words(const Left& left, const std::vector<std::size_t>& places) {
    if (places.empty()) return {};
    const std::size_t at = places.front();
    for (const Run& run : left.runs) {
      if (at < run.begin || at >= run.end) continue;
      const bool picks =
          left[at].kind == TokenKind::function || partial_words.contains(left.word(at));
      return picks && run.end == at + 1 ? left.around(at)
                                        : left.words(at, std::min(run.end, at + most_shown));
    }
    return {};
  }

  // In near passages, words added with a condition are the condition's, to the end of its sentence:
  // "unless the Chair agrees" adds no actor.
  static void claim(Left& left, const std::vector<std::size_t>& conditions) {
    const Run* before = nullptr;
    for (Run& run : left.runs) {
      const bool opens = std::any_of(conditions.begin(), conditions.end(),
                                     [&](std::size_t i) { return i >= run.begin && i < run.end; });
      const bool goes_on = before != nullptr && before->condition &&
                           left.sentence[before->begin] == left.sentence[run.begin];
      run.condition = run.alone && (opens || goes_on);
      before = &run;
    }
  }

  // Where the passage opens a condition that the other side lacks.
  std::vector<std::size_t> conditions(const Left& left, const Left& other) const {
    const auto puts_case = [](const Left& side, std::size_t i) {
      return case_words.contains(side[i].surface);
    };
    const bool other_case = !left_over(other, puts_case).empty();
    std::vector<std::size_t> found;
    for (const Run& run : left.runs) {
      for (std::size_t i = run.begin; i < run.end; ++i) {
        const std::string_view word = left[i].surface;
        const bool added = near() && run.alone;
        const bool opens = is_exception(left, i) ? word != "long" || added
                           : word == "if"        ? added && !other_case
                           : word == "without"   ? added || opens_leave(left, i)
                                                 : condition_words.contains(word) && !distant();
        if (opens) found.push_back(i);
      }
    }
    return found;
  }

  // A sentence of its own may make an exception from the rest.
  static std::vector<std::size_t> exceptions_apart(const Left& left) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (left.strange[left.sentence[i]] && is_exception(left, i)) found.push_back(i);
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
    const auto a = conditions(a_, b_);
    const auto b = conditions(b_, a_);
    if (near()) {
      claim(a_, a);
      claim(b_, b);
    }
    // In distant passages two conditions may be one in other words.
    if (distant() && !a.empty() && !b.empty()) return;
    if (surfaces(a_, a) != surfaces(b_, b)) {
      add(DivergenceType::condition, run_words(a_, a), run_words(b_, b));
    } else if (near()) {
      const auto apart_a = exceptions_apart(a_);
      const auto apart_b = exceptions_apart(b_);
      if (surfaces(a_, apart_a) == surfaces(b_, apart_b)) return;
      add(DivergenceType::condition, around_first(a_, apart_a), around_first(b_, apart_b));
    }
  }

  std::vector<std::size_t> thresholds(const Left& left, const Left& other) const {
    return left_over(left, [&](const Left& side, std::size_t i) {
      return is_threshold(side, i) && (side[i].kind == TokenKind::number || bears(side, other, i));
    });
  }

  void threshold() {
    if (distant()) return;
    auto a = thresholds(a_, b_);
    auto b = thresholds(b_, a_);
    // A degree against another: what they govern need not be the same word.
    const auto all_a = left_over(a_, is_threshold);
    const auto all_b = left_over(b_, is_threshold);
    if (!all_a.empty() && !all_b.empty()) {
      a = all_a;
      b = all_b;
    }
    if (surfaces(a_, a) == surfaces(b_, b)) return;
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
    return left_over(left, [&](const Left& side, std::size_t i) {
      const Token& token = side[i];
      if (partial_words.contains(token.surface)) return bears(side, other, i);
      if (part_words.contains(token.surface)) return false;
      return token.kind == TokenKind::word && !is_threshold(side, i) && !is_exception(side, i) &&
             !condition_words.contains(token.surface) && !light_words.contains(token.surface) &&
             !understood.contains(i) && !other.forms.contains(token.form);
    });
  }

  void scope() {
    if (distant()) return;
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
  std::vector<bool> matched_a(a.tokens.size());
  std::vector<bool> matched_b(b.tokens.size());
  for (const auto& [i, j] : pairs) matched_a[i] = matched_b[j] = true;
  Left left(a, std::move(matched_a));
  Left right(b, std::move(matched_b));
  for (const Space& space : spaces(pairs, left.size(), right.size())) {
    add_runs(left, right, space, 0);
    add_runs(right, left, space, 1);
  }
  return Comparer(std::move(left), std::move(right), nearness, lexicon).all();
}

}  // namespace concord::compare
