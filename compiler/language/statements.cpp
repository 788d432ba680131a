// Reads one sentence after another: its modals are found, each is the head of a statement; what
// stands before a head is its bearer, what stands behind it up to the next one its predicate and
// what that lands on; conditions, exceptions, deadlines and amounts are cut out by the words that
// open them. Tried and given up: to split at every "and" before a verb, which makes statements of
// nouns ("advice and support"); only a verb with an object of its own opens a statement.
#include "language/statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/citing_nouns.h"
#include "language/modals.h"
#include "language/numbers.h"
#include "language/phrases.h"
#include "language/sentences.h"
#include "language/verbs.h"
#include "source/characters.h"

namespace concord::language {
namespace {

using syntax::Force;
using Place = std::size_t;  // of a word in its text

enum class Cue : std::uint8_t {
  expectation,
  condition,
  exception,
  deadline,
  deadline_opener,
  opener
};

constexpr std::size_t reach_of_deadline = 7;   // words from its opener to its unit of time
constexpr std::size_t most_adverbs = 5;        // between a modal and its verb
constexpr std::size_t most_words_of_noun = 4;  // with its determiner, before a modal

constexpr std::array<std::string_view, 19> determiners = {
    "the", "a",   "an",   "any",   "all",  "each",  "every", "their", "his", "her",
    "its", "our", "such", "those", "that", "these", "this",  "no",    "some"};
constexpr std::array<std::string_view, 8> pronouns = {"them", "him",   "her",  "they",
                                                      "he",   "those", "whom", "us"};
constexpr std::array<std::string_view, 6> conjunctions = {"and", "or",  "but",
                                                          "nor", "yet", "and/or"};
constexpr std::array<std::string_view, 10> subordinators = {
    "that", "which", "what", "whether", "how", "why", "because", "as", "than", "whom"};
constexpr std::array<std::string_view, 3> contrasts = {"whereas", "while", "whilst"};
constexpr std::array<std::string_view, 6> relatives = {"who",   "which", "that",
                                                       "whose", "whom",  "where"};
constexpr std::array<std::string_view, 12> particles = {
    "in", "into", "on", "out", "up", "for", "about", "upon", "over", "of", "off", "down"};
constexpr std::array<std::string_view, 7> objects_alone = {"it",  "that", "whether", "what",
                                                           "how", "to",   "with"};
constexpr std::array<std::string_view, 4> toward = {"to", "with", "from", "for"};
constexpr std::array<std::string_view, 13> opening_prepositions = {
    "in", "for", "as", "at", "on", "to", "by", "with", "from", "under", "given", "having", "where"};

bool is_negation(std::string_view word) {
  return is_among(word, std::array<std::string_view, 8>{"no", "not", "never", "nothing", "nobody",
                                                        "neither", "nor", "none"});
}

// Words [begin, end).
struct Run {
  Place begin = 0;
  Place end = 0;
  bool empty() const { return begin >= end; }
  bool contains(Place at) const { return at >= begin && at < end; }
};

struct Head {
  Run words;
  Norm norm = Norm::fact;
  bool future = false;
  bool negated = false;
  bool bearer_behind = false;  // "it is important that members …"
  bool finite = true;          // false: the head is its verb itself
};

struct Segment {
  Cue kind = Cue::condition;
  Run words;
};

Norm norm_of(Force force, bool negated) {
  switch (force) {
    case Force::duty:
    case Force::future:
      return negated ? Norm::prohibition : Norm::duty;
    case Force::advice:
      return negated ? Norm::advice_against : Norm::advice;
    case Force::permission:
      return negated ? Norm::prohibition : Norm::permission;
    case Force::freedom:
      return Norm::freedom;
    case Force::possibility:
      break;
  }
  return Norm::possibility;
}

Norm denied(Norm norm) {
  switch (norm) {
    case Norm::duty:
    case Norm::permission:
      return Norm::prohibition;
    case Norm::advice:
      return Norm::advice_against;
    default:
      return norm;
  }
}

}  // namespace

std::string_view name_of(Norm norm) {
  static constexpr std::array<std::string_view, 9> names = {
      "fact",   "possibility",    "permission", "freedom",    "expectation",
      "advice", "advice-against", "duty",       "prohibition"};
  return names[static_cast<std::size_t>(norm)];
}

struct StatementReader::Tables {
  explicit Tables(const syntax::WordLists& from)
      : lists(from), modals(from), phrases(from, from.modal_phrases), verbs(from), nouns(from) {
    add(from.expectations, Cue::expectation);
    add(from.exception_openers, Cue::exception);
    add(from.deadline_words, Cue::deadline);
    add(from.condition_openers, Cue::condition);
    add(from.deadline_openers, Cue::deadline_opener);
    add(from.sentence_openers, Cue::opener);
  }

  void add(const std::vector<std::string>& words, Cue cue) {
    for (const std::string& each : words) cues.add(each, static_cast<std::size_t>(cue));
  }

  const syntax::WordLists& lists;
  Modals modals;
  Modals phrases;
  Verbs verbs;
  CitingNouns nouns;
  Phrases cues;
};

namespace {

using Tables = StatementReader::Tables;

// Reads the words [first, last) of one sentence.
class SentenceReader {
 public:
  SentenceReader(const StatementReader::Tables& tables, const ReadText& text, Run sentence,
                 const Statement* lead)
      : tables_(tables), text_(text), all_(sentence), lead_(lead) {
    role_at_.assign(text.words.size() + 1, 0);
    for (const RoleMatch& role : text.roles) {
      if (role.role == nullptr) continue;
      for (Place i = 0; i < role.word_count; ++i)
        role_at_[role.first_word + i] = role.word_count - i;
    }
    for (const Phrases::Match& cue : tables.cues.find(text.text, words_of(sentence))) {
      const Run words{sentence.begin + cue.first_word,
                      sentence.begin + cue.first_word + cue.word_count};
      // "be subject to bullying" puts no condition.
      const bool suffers = word(words.begin) == "subject" && words.begin > sentence.begin &&
                           Verbs::is_being(word(words.begin - 1));
      if (!suffers) cues_.push_back({static_cast<Cue>(cue.value), words});
    }
  }

  std::vector<Statement> run() {
    start_ = skip_openers(all_.begin);
    find_heads();
    if (heads_.empty() || (lead_ != nullptr && continues())) {
      without_modal();
    } else {
      for (std::size_t i = 0; i < heads_.size(); ++i) from_head(i);
    }
    return std::move(found_);
  }

 private:
  std::span<const Word> words_of(Run run) const {
    return text_.words.subspan(run.begin, run.end - run.begin);
  }
  std::string_view word(Place at) const {
    return at < all_.end ? text_.words[at].folded : std::string_view();
  }
  bool is_role(Place at) const { return at < all_.end && role_at_[at] > 0; }
  bool is_determiner(Place at) const { return is_among(word(at), determiners); }
  // A sign that parts phrases stands before the word.
  bool mark_before(Place at) const {
    if (at <= all_.begin || at >= all_.end) return false;
    return between(text_.text, text_.words[at - 1], text_.words[at]).find_first_of(",;:()") !=
           std::string_view::npos;
  }
  Filler filler(Run run) const {
    if (run.empty()) return {};
    const std::uint32_t end = text_.words[run.end - 1].range.end;
    return {{text_.words[run.begin].range.begin, past_possessive(text_.text, end)}, false};
  }
  const Segment* cue_at(Place at) const {
    const auto cue =
        std::ranges::find_if(cues_, [&](const Segment& each) { return each.words.begin == at; });
    return cue == cues_.end() ? nullptr : &*cue;
  }
  bool is_cue(Place at, Cue kind) const {
    const Segment* cue = cue_at(at);
    return cue != nullptr && cue->kind == kind;
  }

  Place skip_openers(Place at) const {
    while (at < all_.end) {
      const Segment* cue = cue_at(at);
      if (cue == nullptr || cue->kind != Cue::opener) break;
      at = cue->words.end;
    }
    return at;
  }

  // ---- heads

  // "6 May 2025"
  bool is_month(Place at) const {
    const bool month = text_.words[at].capital && month_of(word(at), tables_.lists).has_value();
    const auto digit = [&](Place i) { return i < all_.end && source::is_digit(word(i).front()); };
    return month && ((at > all_.begin && digit(at - 1)) || digit(at + 1));
  }

  std::optional<Head> modal_at(Place at) const {
    const auto rest = words_of({at, all_.end});
    const auto phrase = tables_.phrases.at(rest);
    const auto verb = tables_.modals.at(rest);
    if (is_cue(at, Cue::expectation))
      return Head{cue_at(at)->words, Norm::expectation, false, false, false, true};
    const auto modal = phrase ? phrase : verb;
    if (!modal || is_month(at)) return {};
    // "is to a large extent"
    const Place next = at + modal->word_count;
    if (word(next - 1) == "to" && modal->word_count == 2 && is_determiner(next)) return {};
    Head head{{at, at + modal->word_count}, norm_of(modal->verb->force, modal->negated)};
    head.future = modal->verb->force == Force::future;
    // "are free to not ask": who may leave it is not forbidden it.
    const Place end = head.words.end;
    const bool left_free = head.norm == Norm::prohibition &&
                           modal->verb->force == Force::permission && word(end - 1) == "not" &&
                           end - at > 2 && word(end - 2) == "to";
    if (left_free) head.norm = Norm::freedom;
    head.negated = modal->negated || head.norm == Norm::freedom;
    head.bearer_behind = word(head.words.end - 1) == "that" || word(at) == "it";
    return head;
  }

  void find_heads() {
    for (Place at = start_; at < all_.end; ++at) {
      const auto head = modal_at(at);
      if (!head) continue;
      // "shall be entitled to": the second says what the first one's verb is.
      const bool joined = !heads_.empty() && heads_.back().words.end == at;
      if (joined) {
        const Place begin = heads_.back().words.begin;
        heads_.back() = *head;
        heads_.back().words.begin = begin;
      } else if (is_main(*head)) {
        heads_.push_back(*head);
      }
      at = head->words.end - 1;
    }
  }

  // Where the words that may be the head's bearer begin: behind the last sign, conjunction or
  // subordinate before it.
  Place bearer_begin(Place modal) const {
    const Place floor = heads_.empty() ? start_ : heads_.back().words.end;
    Place at = modal;
    while (at > floor) {
      const std::string_view before = word(at - 1);
      if (mark_before(at) && at < modal) break;
      if (is_among(before, subordinators) || is_among(before, relatives)) break;
      if (is_cue(at - 1, Cue::condition)) break;
      if (is_among(before, conjunctions) && !joins_roles(at - 1)) break;
      --at;
    }
    return at;
  }

  // "Members and officers"
  bool joins_roles(Place conjunction) const {
    if (conjunction == all_.begin || role_at_[conjunction - 1] != 1) return heads_.empty();
    Place next = conjunction + 1;
    while (next < all_.end && is_determiner(next)) ++next;
    return is_role(next);
  }

  // False for the modal of a subordinate clause: "what they must do".
  bool is_main(const Head& head) const {
    const Place begin = bearer_begin(head.words.begin);
    if (begin == start_) return true;
    const std::string_view before = word(begin - 1);
    if (is_among(before, relatives) && has_verb({begin, head.words.begin})) return true;
    if (is_among(before, relatives)) return mark_before(begin - 1) && begin == head.words.begin;
    if (is_among(before, subordinators)) return false;
    if (before == "whilst" || before == "while" || !is_cue(begin - 1, Cue::condition)) return true;
    return begin - 1 == start_ && last_subject(head.words.begin) != start_;
  }

  // "who joins by video" has its own verb, and the modal behind it is the sentence's.
  bool has_verb(Run run) const {
    for (Place i = run.begin; i < run.end; ++i) {
      const auto form = tables_.verbs.form_of(word(i));
      const bool finite = form == VerbForm::base || form == VerbForm::third;
      if (Verbs::is_being(word(i)) || (finite && !is_role(i))) return true;
    }
    return false;
  }

  // ---- segments of what stands behind the verb

  bool ends_deadline(Place at) const {
    return tables_.lists.time_units.contains(word(at)) ||
           (month_of(word(at), tables_.lists) && text_.words[at].capital);
  }

  Place to_boundary(Place at, Place end) const {
    Place i = at + 1;
    for (; i < end; ++i) {
      const Segment* cue = cue_at(i);
      if (cue != nullptr && (cue->kind == Cue::condition || cue->kind == Cue::exception)) break;
      if (mark_before(i)) break;
      if (is_among(word(i), conjunctions) && !is_role(i + 1) && !is_determiner(i + 1)) break;
    }
    return i;
  }

  // The end of a deadline that the words at the place open; the place itself for none.
  Place deadline_end(const Segment& cue, Place end) const {
    const std::string_view opener = word(cue.words.begin);
    const Place limit = std::min(end, cue.words.end + reach_of_deadline);
    for (Place i = cue.words.end; i < limit && !mark_before(i); ++i) {
      if (is_cue(i, Cue::deadline_opener)) break;
      if (!ends_deadline(i)) continue;
      Place stop = i + 1;
      while (stop < limit && source::is_digit(word(stop).front()) && !mark_before(stop)) ++stop;
      const bool goes_on =
          is_among(word(stop),
                   std::array<std::string_view, 6>{"of", "before", "after", "from", "in", "ahead"});
      return goes_on && stop < end && !mark_before(stop) ? to_boundary(stop, end) : stop;
    }
    const bool orders = opener == "before" || opener == "after" || opener == "until";
    return orders ? to_boundary(cue.words.begin, end) : cue.words.begin;
  }

  // Whether the words are the beginning of a clause that only some of a kind are meant by.
  std::vector<Segment> segments_in(Run region) const {
    std::vector<Segment> segments;
    for (Place at = region.begin; at < region.end; ++at) {
      const Segment* cue = cue_at(at);
      if (cue == nullptr) continue;
      Segment next{cue->kind, cue->words};
      if (cue->kind == Cue::condition || cue->kind == Cue::exception) {
        next.words.end = clause_end(*cue, region.end);
      } else if (cue->kind == Cue::deadline_opener) {
        next.words.end = deadline_end(*cue, region.end);
        next.kind = Cue::deadline;
      } else if (cue->kind != Cue::deadline) {
        continue;
      }
      if (next.words.end <= at) continue;
      segments.push_back(next);
      at = next.words.end - 1;
    }
    return segments;
  }

  // A condition or exception goes on to the next one, or to the end.
  Place clause_end(const Segment& cue, Place end) const {
    Place i = cue.words.end;
    for (; i < end; ++i) {
      const Segment* next = cue_at(i);
      const bool opens =
          next != nullptr && (next->kind == Cue::exception || next->kind == Cue::condition);
      if (opens && (mark_before(i) || next->kind == Cue::exception)) break;
    }
    return i;
  }

  // Where what the verb lands on ends: at the first segment, but for a time said in passing
  // ("comply at all times with", "promptly notify").
  Place main_end(const std::vector<Segment>& segments, Run region) const {
    Place end = region.end;
    for (const Segment& each : segments) {
      const bool in_passing = is_cue(each.words.begin, Cue::deadline) &&
                              each.words.end < region.end && !mark_before(each.words.end);
      if (!in_passing) end = std::min(end, each.words.begin);
    }
    return end;
  }

  void add_segments(const std::vector<Segment>& segments, Statement& into) const {
    for (const Segment& each : segments) {
      auto& list = each.kind == Cue::condition   ? into.conditions
                   : each.kind == Cue::exception ? into.exceptions
                                                 : into.deadlines;
      list.push_back(filler(each.words));
    }
  }

  // ---- amounts

  bool is_number(Place at) const {
    const std::string_view each = word(at);
    if (each.empty()) return false;
    const bool digits = source::is_digit(each.front());
    const bool spelled = each != "one" && tables_.lists.number_words.contains(each);
    const bool cited = at > all_.begin && (tables_.nouns.contains(word(at - 1)) || is_cited(at));
    return (digits || spelled || tables_.lists.amount_words.contains(each)) && !cited &&
           !(each == "all");
  }

  // "standing order 5"
  bool is_cited(Place at) const {
    return at > all_.begin + 1 &&
           tables_.nouns.contains(fmt::format("{} {}", word(at - 2), word(at - 1)));
  }

  void add_amounts(Run region, const std::vector<Segment>& segments, Statement& into) const {
    for (Place at = region.begin; at < region.end; ++at) {
      if (!is_number(at)) continue;
      const bool elsewhere = std::ranges::any_of(
          segments, [&](const Segment& each) { return each.words.contains(at); });
      if (elsewhere) continue;
      Place begin = at;
      while (begin > region.begin && cue_covers(begin - 1)) --begin;
      Place end = at + 1;
      while (end < region.end && is_number(end)) ++end;
      if (end < region.end && !mark_before(end) && tables_.lists.amount_words.contains(word(end)))
        ++end;
      into.amounts.push_back(with_sign(filler({begin, end})));
      at = end;
    }
  }

  bool cue_covers(Place at) const {
    return std::ranges::any_of(cues_, [&](const Segment& each) {
      return each.kind == Cue::deadline_opener && each.words.contains(at);
    });
  }

  // "£50"
  Filler with_sign(Filler amount) const {
    constexpr std::string_view pound = "£";
    const auto before = text_.text.substr(0, amount.range.begin);
    if (before.ends_with(pound)) amount.range.begin -= static_cast<std::uint32_t>(pound.size());
    return amount;
  }

  // ---- the predicate and what it lands on

  // "promptly", and not "comply".
  bool is_adverb(Place at) const {
    return tables_.lists.adverbs.contains(word(at)) ||
           (word(at).ends_with("ly") && !tables_.verbs.form_of(word(at)));
  }

  // Behind adverbs and negators; tells whether they deny.
  Place skip_adverbs(Place at, Place end, bool& negative) const {
    const Place limit = std::min(end, at + most_adverbs);
    Place verb = at;
    bool denies = false;
    for (Place i = at; i < limit; ++i) {
      if (is_negation(word(i))) denies = true;
      if (!is_adverb(i) && !is_negation(word(i)) && tables_.verbs.form_of(word(i))) {
        negative = negative != denies;
        return i;
      }
    }
    for (; verb < limit && (tables_.lists.adverbs.contains(word(verb)) || is_negation(word(verb)));
         ++verb)
      if (is_negation(word(verb))) negative = !negative;
    return verb;
  }

  // "initiate, approve or certify" goes on at the comma behind its first verb: its end; `next`
  // where no list of verbs stands there.
  Place verb_list_end(Place first, Place next, Place end) const {
    const auto form = tables_.verbs.form_of(word(first));
    const auto is_verb = [&](Place at) {
      return at < end && tables_.verbs.form_of(word(at)) == form && !is_role(at);
    };
    if (!form) return next;
    Place i = next;
    while (is_verb(i) && mark_before(i)) ++i;
    const bool closed = i > next && is_among(word(i), conjunctions) && is_verb(i + 1);
    return closed ? i + 2 : next;
  }

  // The end of the verbs that begin at the place: "bully or harass", "seek to promote".
  Place predicate_end(Place at, Place end) const {
    Place i = at + 1;
    const auto form = tables_.verbs.form_of(word(at));
    while (i + 1 < end) {
      const bool seeks = word(i) == "to" && tables_.verbs.form_of(word(i + 1)) == VerbForm::base &&
                         form.has_value() && i == at + 1;
      const bool joins = is_among(word(i), conjunctions) && form.has_value() &&
                         tables_.verbs.form_of(word(i + 1)) == form;
      const Place listed = seeks || joins ? i + 2 : verb_list_end(at, i, end);
      if (listed == i) break;
      i = listed;
    }
    const bool lands = i < end && (is_among(word(i), particles) ||
                                   (is_among(word(i), toward) && !goes_to_person(i + 1, end)));
    return lands && !mark_before(i) && cue_at(i) == nullptr ? i + 1 : i;
  }

  bool goes_to_person(Place at, Place end) const {
    return names_person(at) && !only_names_thing(person_end(at, end));
  }

  bool names_person(Place at) const {
    Place i = at;
    while (i < all_.end && (is_determiner(i) || word(i) == "relevant" || word(i) == "appropriate" ||
                            word(i) == "individual" || word(i) == "other"))
      ++i;
    return is_role(i) || is_among(word(at), pronouns);
  }

  // "the Communications Unit": capitals that name no role and no document.
  Place party_end(Place at, Place end) const {
    Place i = at;
    while (i < end && is_determiner(i)) ++i;
    const Place first = i;
    bool document = false;
    while (i < end && !mark_before(i + 1) && text_.words[i].capital && !is_cue(i, Cue::condition)) {
      document = document || tables_.nouns.contains(text_.words[i].singular);
      ++i;
    }
    if (i < end && text_.words[i].capital) {
      document = document || tables_.nouns.contains(text_.words[i].singular);
      ++i;
    }
    const bool goes_on = i + 1 < end && i > first && word(i) == "of" && text_.words[i + 1].capital;
    if (goes_on) return party_end(i + 1, end) == i + 1 ? at : party_end(i + 1, end);
    return document || i < first + 2 ? at : i;
  }

  bool is_owner(Place at) const {
    const std::uint32_t end = text_.words[at].range.end;
    return past_possessive(text_.text, end) > end;
  }

  // "the Leader or the Deputy Leader": the end of what names persons at the place.
  Place person_end(Place at, Place end) const {
    Place i = at;
    if (is_among(word(i), pronouns)) return i + 1;
    while (i < end && !is_role(i) && !mark_before(i + 1)) ++i;
    i = std::min(end, i + (i < end ? role_at_[i] : 0));
    // "the employee's Director"
    if (i > at && i < end && is_role(i) && is_owner(i - 1)) return person_end(i, end);
    const bool more = i + 1 < end && is_among(word(i), conjunctions) && names_person(i + 1);
    return more ? person_end(i + 1, end) : i;
  }

  // Finds to, with or for whom, and leaves the rest as object.
  void complement(Run region, std::string_view verb, Statement& into) const {
    Run object = region;
    const Place end = region.empty() ? region.begin : person_end(region.begin, region.end);
    if (!region.empty() && tells(verb) && names_person(region.begin) && !only_names_thing(end)) {
      into.recipient = filler({region.begin, end});
      object.begin = end;
      const bool joined =
          is_among(word(end), particles) || word(end) == "to" || word(end) == "with";
      if (object.begin < object.end && joined) ++object.begin;
    } else {
      for (Place i = region.begin; i + 1 < region.end; ++i) {
        if (!is_among(word(i), toward)) continue;
        const Place named =
            names_person(i + 1) ? person_end(i + 1, region.end) : party_end(i + 1, region.end);
        if (named == i + 1 || only_names_thing(named)) continue;
        into.recipient = filler({i + 1, named});
        object.end = i;
        break;
      }
    }
    if (into.object.empty()) into.object = filler(object);
  }

  // "the council's policies", "the Member Code of Conduct": a thing, by whose it is.
  bool only_names_thing(Place end) const {
    if (end == all_.begin || role_at_[end - 1] != 1) return false;
    return is_owner(end - 1) || (end < all_.end && !mark_before(end) &&
                                 tables_.nouns.contains(text_.words[end].singular));
  }

  bool tells(std::string_view verb) const {
    if (tables_.lists.telling_verbs.contains(verb)) return true;
    for (const std::size_t cut : {1U, 2U, 3U}) {
      if (verb.size() <= cut + 2) break;
      const std::string stem(verb.substr(0, verb.size() - cut));
      if (tables_.lists.telling_verbs.contains(stem) ||
          tables_.lists.telling_verbs.contains(stem + "e"))
        return true;
    }
    return false;
  }

  void passive_voice(Run subject, Run region, std::string_view verb, Statement& into) const {
    into.passive = true;
    into.bearer = {};
    const Filler named = filler(subject);
    (tells(verb) && names_person(subject.begin) ? into.recipient : into.object) = named;
    Run rest = region;
    for (Place i = region.begin; i + 1 < region.end; ++i) {
      if (word(i) != "by" || !(names_person(i + 1) || is_determiner(i + 1))) continue;
      into.bearer = filler({i + 1, person_end(i + 1, region.end)});
      rest.end = i;
      break;
    }
    complement(rest, verb, into);
  }

  // Fills what stands behind the head in [begin, end).
  void predicate(Run subject, Run region, Statement& into) const {
    const std::vector<Segment> segments = segments_in(region);
    add_segments(segments, into);
    add_amounts(region, segments, into);
    const Run main{region.begin, main_end(segments, region)};
    bool negative = false;
    Place verb = skip_adverbs(main.begin, main.end, negative);
    if (negative) deny(into);
    if (verb >= main.end) return;
    const bool being =
        Verbs::is_being(word(verb)) || (word(verb) == "have" && word(verb + 1) == "been");
    if (!being) {
      Place end = predicate_end(verb, main.end);
      into.predicate = filler({verb, end});
      if (word(end) == "no" && end < main.end) deny(into);
      for (const Segment& each : segments)
        if (each.words.begin == end && each.words.end < main.end) end = each.words.end;
      complement({end, main.end}, word(verb), into);
      return;
    }
    bool more = false;
    Place next = skip_adverbs(verb + 1, main.end, more);
    if (word(next) == "been") next = skip_adverbs(next + 1, main.end, more);
    if (more) deny(into);
    if (next >= main.end) return;
    if (tables_.verbs.is_participle(word(next))) {
      const Place end = predicate_end(next, main.end);
      into.predicate = filler({next, end});
      passive_voice(subject, {end, main.end}, word(next), into);
    } else if (is_determiner(next)) {
      into.predicate = filler({verb, verb + 1});
      into.object = filler({next, main.end});
    } else {
      into.predicate = filler({next, predicate_end(next, main.end)});
      complement({predicate_end(next, main.end), main.end}, word(next), into);
    }
  }

  // Whether a verb of the form goes on behind the conjunction with an object of its own: "and
  // provide any papers". Without one it may as well be a noun ("advice and support").
  bool opens_verb_phrase(Place conjunction, Place end, VerbForm form) const {
    if (!is_among(word(conjunction), conjunctions)) return false;
    if (is_do_not(conjunction + 1) && form == VerbForm::base) return conjunction + 3 < end;
    Place verb = conjunction + 1;
    while (verb < end && (tables_.lists.adverbs.contains(word(verb)) || is_negation(word(verb)) ||
                          word(verb) == "to"))
      ++verb;
    const Place object = verb + 1;
    if (object >= end || is_role(verb) || tables_.verbs.form_of(word(verb)) != form) return false;
    if (word(verb - 1) == "to" && form == VerbForm::base) return true;
    return !mark_before(object) &&
           (is_determiner(object) || names_person(object) || is_among(word(object), objects_alone));
  }

  // "and do not undermine"
  bool is_do_not(Place at) const { return word(at) == "do" && word(at + 1) == "not"; }

  // "promptly notify": what a conjunction joins to the next verb without an object between.
  bool only_verbs(Run run) const {
    for (Place i = run.begin; i < run.end; ++i) {
      const bool verb = tables_.verbs.form_of(word(i)).has_value() && !is_role(i);
      if (!is_adverb(i) && !verb && !is_negation(word(i)) && word(i) != "to") return false;
    }
    return true;
  }

  // Where the verb phrases of one head begin, each but the first with its conjunction, and where
  // the last one ends.
  std::vector<Place> verb_phrases(Run region, VerbForm form) const {
    std::vector<Place> cuts = {region.begin};
    const std::vector<Segment> segments = segments_in(region);
    for (Place at = region.begin + 2; at < region.end; ++at) {
      const bool limits = std::ranges::any_of(
          segments, [&](const Segment& each) { return each.words.contains(at); });
      const bool joins_verbs = only_verbs({cuts.back(), at});
      if (!limits && !joins_verbs && opens_verb_phrase(at, region.end, form)) cuts.push_back(at);
    }
    cuts.push_back(region.end);
    return cuts;
  }

  // The statements of one head: the first verb's, and those of the verbs that go on with an object
  // of their own. What is denied stays so behind "or" and "and", not behind "but".
  void verb_phrases_of(const Statement& opened, Run subject, Run region, VerbForm form,
                       Place begin) {
    const std::vector<Place> cuts = verb_phrases(region, form);
    Statement first = opened;
    predicate(subject, {region.begin, cuts[1]}, first);
    const bool denied = first.negative && !opened.negative;
    finish(std::move(first), {begin, cuts[1]});
    for (std::size_t i = 1; i + 1 < cuts.size(); ++i) {
      Statement next = opened;
      const std::string_view conjunction = word(cuts[i]);
      const bool turns = conjunction == "but" || conjunction == "yet";
      const bool negates = is_negation(word(cuts[i] + 1));
      if (denied && !turns && !negates) deny(next);
      if (next.negative && !denied && (turns || negates)) deny_again(next);
      Place verb = cuts[i] + 1;
      if (word(verb) == "to") ++verb;
      const Place first_word = verb;
      if (is_do_not(verb)) {
        deny(next);
        verb += 2;
      }
      predicate(subject, {verb, cuts[i + 1]}, next);
      finish(std::move(next), {first_word, cuts[i + 1]});
    }
  }

  // "must not … but will": what a head denied holds no longer.
  static void deny_again(Statement& statement) {
    statement.negative = false;
    if (statement.norm == Norm::prohibition) statement.norm = Norm::duty;
    if (statement.norm == Norm::advice_against) statement.norm = Norm::advice;
  }

  static void deny(Statement& statement) {
    statement.negative = !statement.negative;
    if (statement.negative) statement.norm = denied(statement.norm);
  }

  // ---- statements

  // The subject of the head: what comes before it, without a condition that stands in front, and
  // without the clause that says which of them is meant.
  Run subject_before(std::size_t index, Statement& into) const {
    const Head& head = heads_[index];
    Run subject{bearer_begin_of(index), head.words.begin};
    if (index == 0) subject.begin = std::max(subject.begin, past_front(head.words.begin, into));
    for (Place i = subject.begin + 1; i < subject.end; ++i) {
      const bool restricts = is_among(word(i), relatives) && word(i) != "where";
      if (!restricts) continue;
      into.conditions.push_back(filler({i, subject.end}));
      subject.end = i;
    }
    return subject;
  }

  Place bearer_begin_of(std::size_t index) const {
    if (index == 0) return start_;
    const Place floor = heads_[index - 1].words.end;
    Place at = heads_[index].words.begin;
    if (only_mark_behind(floor, at)) return at;
    while (at > floor) {
      if (mark_before(at) && at < heads_[index].words.begin) break;
      if (is_among(word(at - 1), subordinators) || is_among(word(at - 1), relatives)) break;
      if (is_among(word(at - 1), conjunctions) && !joins_roles(at - 1)) break;
      --at;
    }
    return at;
  }

  // "must respect them, must not ask": no other sign than that before the modal.
  bool only_mark_behind(Place floor, Place modal) const {
    if (!mark_before(modal)) return false;
    for (Place i = floor + 1; i < modal; ++i)
      if (mark_before(i)) return false;
    return true;
  }

  // Behind what stands in front of the subject: "If a member objects, the Leader must".
  Place past_front(Place modal, Statement& into) const {
    const bool opens = is_cue(start_, Cue::condition) || is_cue(start_, Cue::exception) ||
                       is_cue(start_, Cue::deadline) ||
                       is_among(word(start_), opening_prepositions);
    if (!opens) return start_;
    Place begin = start_;
    for (Place i = modal; i > start_; --i) {
      if (!mark_before(i) || i == modal) continue;
      begin = i;
      break;
    }
    if (begin == start_) begin = last_subject(modal);
    if (begin == start_) return start_;
    const Segment* cue = cue_at(start_);
    if (cue != nullptr && cue->kind == Cue::deadline && begin > cue->words.end + most_adverbs)
      return start_;
    const Cue kind = cue == nullptr ? Cue::condition : cue->kind;
    if (kind == Cue::condition || kind == Cue::exception || kind == Cue::deadline)
      add_segments({{kind, {start_, begin}}}, into);
    return begin;
  }

  // Where what stands at once before the place begins, as far as it can be told from the words
  // before it: a person, a pronoun, a noun with its determiner. The sentence's start for none.
  Place last_subject(Place modal) const {
    Place at = modal;
    while (at > start_ && (tables_.lists.adverbs.contains(word(at - 1)))) --at;
    if (at == start_) return start_;
    if (role_at_[at - 1] != 1) return last_noun(at);
    while (at > start_ && is_role(at - 1)) --at;
    while (at > start_ && is_determiner(at - 1)) --at;
    return at;
  }

  // "Where the matter relates to a complaint the matter must", "this should", "they should".
  Place last_noun(Place end) const {
    const auto speaks = [&](Place at) {
      return is_determiner(at) ||
             is_among(word(at), std::array<std::string_view, 4>{"they", "he", "she", "it"});
    };
    Place at = end;
    while (at > start_ && end - at < most_words_of_noun && !speaks(at)) --at;
    if (at <= start_ + 1 || at == end || !speaks(at) || !has_verb({start_ + 1, at})) return start_;
    const std::string_view before = word(at - 1);
    const bool goes_on = is_among(before, toward) || is_among(before, particles) ||
                         is_among(before, conjunctions) || is_among(before, subordinators) ||
                         is_among(before, opening_prepositions) || is_determiner(at - 1);
    return goes_on || is_object_of(at - 1) ? start_ : at;
  }

  // A verb stands there, and what follows is what it lands on.
  bool is_object_of(Place verb) const {
    const bool noun = verb > start_ && (is_among(word(verb - 1), particles) ||
                                        is_determiner(verb - 1) || is_role(verb - 1));
    return tables_.verbs.form_of(word(verb)).has_value() && !noun;
  }

  void set_bearer(Run subject, Statement& into) const {
    while (subject.begin < subject.end && is_negation(word(subject.begin)) &&
           word(subject.begin) != "nobody" && word(subject.begin) != "nothing" &&
           word(subject.begin) != "none") {
      deny(into);
      ++subject.begin;
    }
    if (!subject.empty() && (word(subject.begin) == "nobody" || word(subject.begin) == "nothing" ||
                             word(subject.begin) == "none"))
      deny(into);
    into.bearer = filler(duty_holder(subject));
  }

  // "the role of officers": officers.
  Run duty_holder(Run subject) const {
    for (Place i = subject.begin; i + 2 < subject.end; ++i)
      if (tables_.lists.duty_nouns.contains(word(i)) && word(i + 1) == "of" && names_person(i + 2))
        return {i + 2, subject.end};
    return subject;
  }

  Statement opened(const Head& head) const {
    Statement statement;
    statement.norm = head.norm;
    statement.future = head.future;
    statement.negative = head.negated;
    statement.modal = filler(head.words);
    return statement;
  }

  void from_head(std::size_t index) {
    const Head& head = heads_[index];
    const Place end = index + 1 < heads_.size() ? statement_end(index + 1) : all_.end;
    Statement statement = opened(head);
    Run region{head.words.end, end};
    Run subject;
    if (head.bearer_behind) {
      const std::string_view last = word(head.words.end - 1);
      if (names_person(region.begin) && (last == "that" || last == "of" || last == "for")) {
        subject = {region.begin, person_end(region.begin, end)};
        region.begin = subject.end;
      } else if (last == "that") {
        const Place modal = next_modal(region);
        if (modal < end) subject = {region.begin, modal};
        if (modal < end) region.begin = modal;
      }
      if (const auto modal = tables_.modals.at(words_of(region))) {
        if (modal->negated) deny(statement);
        region.begin += modal->word_count;
      }
    } else {
      subject = subject_before(index, statement);
    }
    while (!subject.empty() && tables_.lists.adverbs.contains(word(subject.end - 1)) &&
           !is_role(subject.end - 1))
      --subject.end;
    if (head.norm == Norm::expectation) {
      expected(subject, region, statement);
    } else {
      set_bearer(subject, statement);
      if (subject.empty()) inherit_bearer(index, statement);
      if (is_about_future(statement, subject) || is_purpose(head, subject))
        statement.norm = Norm::fact;
      const VerbForm form = tables_.verbs.form_of(word(region.begin)) == VerbForm::gerund
                                ? VerbForm::gerund
                                : VerbForm::base;
      verb_phrases_of(statement, subject, region, form,
                      subject.empty() ? head.words.begin : subject.begin);
      return;
    }
    finish(std::move(statement), {subject.empty() ? head.words.begin : subject.begin, end});
  }

  // "it is important that any dealings should observe": of the clause behind "that", its modal; the
  // end for none before the next sign.
  Place next_modal(Run region) const {
    for (Place at = region.begin; at < region.end; ++at) {
      if (at > region.begin && mark_before(at)) break;
      if (tables_.modals.at(words_of({at, region.end}))) return at;
    }
    return region.end;
  }

  // "The aim of this Protocol is to help" says what it is for; "their job is to help" binds.
  bool is_purpose(const Head& head, Run subject) const {
    const bool is_to = word(head.words.end - 1) == "to" &&
                       Verbs::is_being(word(head.words.begin)) &&
                       head.words.end == head.words.begin + 2;
    if (!is_to || subject.empty() || Verbs::is_being(word(head.words.end))) return false;
    for (Place i = subject.begin; i < subject.end; ++i)
      if (tables_.lists.duty_nouns.contains(word(i))) return false;
    return !names_person(subject.begin) && role_at_[subject.end - 1] == 0;
  }

  // "This will help": foretells, and binds nobody.
  bool is_about_future(const Statement& statement, Run subject) const {
    const bool person = names_person(subject.begin) || holds_role(subject);
    return statement.future && !subject.empty() && !person && !statement.negative &&
           !tables_.verbs.is_participle(word(subject.end + 2));
  }

  bool holds_role(Run run) const {
    for (Place i = run.begin; i < run.end; ++i)
      if (is_role(i)) return true;
    return false;
  }

  void inherit_bearer(std::size_t index, Statement& into) const {
    if (index == 0 || found_.empty()) return;
    const Place before = heads_[index].words.begin - 1;
    if (is_among(word(before), relatives)) {
      into.bearer =
          found_.back().recipient.empty() ? found_.back().object : found_.back().recipient;
    } else {
      into.bearer = found_.back().bearer;
      into.conditions = found_.back().conditions;
    }
  }

  // Where the statement of a head begins, with the conjunction before it.
  Place statement_end(std::size_t index) const {
    Place at = bearer_begin_of(index);
    while (at > heads_[index - 1].words.end && is_among(word(at - 1), conjunctions)) --at;
    return at;
  }

  // "Members can expect from officers: respect": officers owe it to members.
  void expected(Run subject, Run region, Statement& into) const {
    Place at = region.begin;
    if (word(at) == "from" || word(at) == "to") ++at;
    into.recipient = filler(subject);
    if (names_person(at)) {
      const Place end = person_end(at, region.end);
      into.bearer = filler({at, end});
      at = end;
    }
    if (word(at) == "for" || word(at) == "to" || word(at) == "that") ++at;
    const auto form = tables_.verbs.form_of(word(at));
    if (at < region.end && (form == VerbForm::base || word(at) == "not")) {
      into.recipient = {};
      predicate({}, {at, region.end}, into);
    } else if (at < region.end) {
      into.object = filler({at, region.end});
    }
  }

  // ---- sentences without a modal

  // The first word that is the verb of the sentence; its end where there is none.
  Place finite_verb() const {
    for (Place at = start_ + 1; at < all_.end; ++at)
      if (is_finite(at)) return at;
    return all_.end;
  }

  bool is_finite(Place at) const {
    if (is_role(at)) return false;
    const bool being = is_among(word(at), std::array<std::string_view, 7>{
                                              "is", "are", "was", "were", "has", "have", "does"});
    if (being || word(at) == "do") return true;
    const auto form = tables_.verbs.form_of(word(at));
    const bool behind_noun = !is_determiner(at - 1) && !is_among(word(at - 1), toward) &&
                             !is_among(word(at - 1), particles) &&
                             !is_among(word(at - 1), conjunctions) && word(at - 1) != "by";
    return (form == VerbForm::third && behind_noun) ||
           (form == VerbForm::base && role_at_[at - 1] == 1);
  }

  // The item goes on with its lead-in's sentence, and has no subject of its own.
  bool continues() const {
    if (heads_.empty()) return true;
    const Place first = heads_.front().words.begin;
    const std::string_view opening = word(start_);
    const bool verb =
        tables_.verbs.form_of(opening) == VerbForm::base || opening == "not" || opening == "to";
    return verb && start_ != first;
  }

  void without_modal() {
    const Place verb = finite_verb();
    if (lead_ != nullptr && (verb == all_.end || continues_with_verb())) {
      from_lead();
    } else if (tables_.verbs.form_of(word(start_)) == VerbForm::base && !is_role(start_)) {
      Statement statement;
      statement.norm = Norm::duty;
      Place begin = start_;
      if (is_do_not(begin)) {
        deny(statement);
        begin += 2;
      }
      verb_phrases_of(statement, {}, {begin, all_.end}, VerbForm::base, all_.begin);
    } else if (verb < all_.end) {
      facts(verb);
    }
  }

  // "Members are accountable to the public, whereas officers are accountable to the Council": where
  // the next clause with a subject and a verb of its own begins, with its conjunction; the end for
  // none.
  Place next_fact(Place verb) const {
    for (Place at = verb + 2; at + 2 < all_.end; ++at) {
      const bool joins = is_among(word(at), conjunctions) || is_among(word(at), contrasts);
      if (!joins || !(is_determiner(at + 1) || names_person(at + 1))) continue;
      for (Place i = at + 2; i < all_.end; ++i) {
        const bool subordinate = is_among(word(i), subordinators) || is_among(word(i), relatives);
        const bool joins_other = is_among(word(i), conjunctions) && !joins_roles(i);
        if (subordinate || joins_other || mark_before(i)) break;
        if (is_finite(i)) return at;
      }
    }
    return all_.end;
  }

  void facts(Place verb) {
    const Place end = all_.end;
    while (true) {
      const Place cut = next_fact(verb);
      all_.end = cut;
      fact(verb);
      all_.end = end;
      if (cut == end) return;
      start_ = cut + 1;
      verb = finite_verb();
      if (verb == end) return;
    }
  }

  bool continues_with_verb() const {
    const std::string_view opening = word(start_);
    const auto form = tables_.verbs.form_of(opening);
    // "Respect, dignity", "support for", "training and development" are nouns.
    const std::string_view next = word(start_ + 1);
    if (mark_before(start_ + 1) || is_among(next, conjunctions) || next == "for") return false;
    return (form == VerbForm::base || form == VerbForm::gerund || opening == "not" ||
            opening == "to") &&
           !is_role(start_);
  }

  void fact(Place verb) {
    Statement statement;
    heads_ = {Head{{verb, verb}, Norm::fact, false, false, false, false}};
    Run subject = subject_before(0, statement);
    set_bearer(subject, statement);
    Run region{verb, all_.end};
    const bool auxiliary = word(verb) == "does" || word(verb) == "do";
    if (auxiliary) ++region.begin;
    const bool third = tables_.verbs.form_of(word(region.begin)) == VerbForm::third;
    verb_phrases_of(statement, subject, region, third ? VerbForm::third : VerbForm::base,
                    subject.empty() ? start_ : subject.begin);
  }

  static Filler of_lead(Filler filler) {
    if (!filler.empty()) filler.of_lead = true;
    return filler;
  }
  static void of_lead(std::vector<Filler>& fillers) {
    for (Filler& each : fillers) each.of_lead = true;
  }

  // An item: what its lead-in leaves open.
  void from_lead() {
    Statement statement = *lead_;
    for (Filler* each : {&statement.bearer, &statement.modal, &statement.predicate,
                         &statement.object, &statement.recipient})
      *each = of_lead(*each);
    for (auto* each :
         {&statement.conditions, &statement.exceptions, &statement.deadlines, &statement.amounts})
      of_lead(*each);
    statement.continues = true;
    Place begin = start_;
    if (word(begin) == "to" || word(begin) == "by") ++begin;
    if (continues_with_verb()) {
      statement.predicate = statement.object = statement.recipient = {};
      const VerbForm form = tables_.verbs.form_of(word(begin)) == VerbForm::gerund
                                ? VerbForm::gerund
                                : VerbForm::base;
      verb_phrases_of(statement, {}, {begin, all_.end}, form, all_.begin);
      return;
    } else {
      const std::vector<Segment> segments = segments_in({begin, all_.end});
      add_segments(segments, statement);
      add_amounts({begin, all_.end}, segments, statement);
      if (is_negation(word(begin))) deny(statement);
      statement.object =
          filler(owed({begin, main_end(segments, {begin, all_.end})}, segments, statement));
    }
    finish(std::move(statement), all_);
  }

  // What an item owes, without the time said in front of it: "timely response to enquiries". "from
  // officers" at its end says who owes what the lead-in lets somebody expect.
  Run owed(Run item, const std::vector<Segment>& segments, Statement& into) const {
    for (const Segment& each : segments)
      if (each.words.begin == item.begin + (is_determiner(item.begin) ? 1 : 0) &&
          each.words.end < item.end)
        item.begin = each.words.end;
    if (into.norm != Norm::expectation || !into.bearer.empty()) return item;
    for (Place i = item.begin; i + 1 < item.end; ++i) {
      if (word(i) != "from" || !names_person(i + 1)) continue;
      const Run bearer{i + 1, person_end(i + 1, item.end)};
      into.bearer = filler(bearer);
      if (bearer.end == item.end) item.end = i;
      break;
    }
    return item;
  }

  void finish(Statement statement, Run words) {
    statement.range = filler(words).range;
    found_.push_back(std::move(statement));
  }

  const StatementReader::Tables& tables_;
  const ReadText& text_;
  Run all_;
  const Statement* lead_;
  std::vector<std::size_t> role_at_;  // by word: words to the end of its role; 0 for none
  std::vector<Segment> cues_;
  std::vector<Head> heads_;
  Place start_ = 0;
  std::vector<Statement> found_;
};

// Sentences as runs of words, cut at semicolons.
std::vector<Run> sentences_in(const ReadText& text, const syntax::WordLists& lists) {
  std::vector<Run> runs;
  for (const Range sentence : sentences_of(text.text, lists)) {
    Place begin = word_from(text.words, sentence.begin);
    const Place end = word_from(text.words, sentence.end);
    for (Place i = begin + 1; i < end; ++i) {
      if (between(text.text, text.words[i - 1], text.words[i]).find(';') == std::string_view::npos)
        continue;
      runs.push_back({begin, i});
      begin = i;
    }
    if (begin < end) runs.push_back({begin, end});
  }
  return runs;
}

}  // namespace

StatementReader::StatementReader(const syntax::WordLists& lists)
    : tables_(std::make_unique<const Tables>(lists)) {}
StatementReader::~StatementReader() = default;
StatementReader::StatementReader(StatementReader&&) noexcept = default;

std::vector<Statement> StatementReader::read(const ReadText& clause, const ReadText* lead) const {
  std::optional<Statement> opening;
  if (lead != nullptr) {
    const auto of_lead = read(*lead);
    if (!of_lead.empty()) opening = of_lead.back();
  }
  std::vector<Statement> all;
  for (const Run sentence : sentences_in(clause, tables_->lists)) {
    const Statement* const continued = all.empty() && opening ? &*opening : nullptr;
    for (Statement& each : SentenceReader(*tables_, clause, sentence, continued).run())
      all.push_back(std::move(each));
  }
  return all;
}

std::string dump(const Statement& statement, std::string_view text, std::string_view lead) {
  std::string line(name_of(statement.norm));
  if (statement.negative) line += " not";
  if (statement.passive) line += " passive";
  const auto add = [&](std::string_view slot, const Filler& filler) {
    if (filler.empty()) return;
    line += fmt::format(" | {} \"{}\"", slot, slice(filler.of_lead ? lead : text, filler.range));
  };
  const auto add_all = [&](std::string_view slot, const std::vector<Filler>& fillers) {
    for (const Filler& each : fillers) add(slot, each);
  };
  add("bearer", statement.bearer);
  add("modal", statement.modal);
  add("predicate", statement.predicate);
  add("object", statement.object);
  add("recipient", statement.recipient);
  add_all("condition", statement.conditions);
  add_all("exception", statement.exceptions);
  add_all("deadline", statement.deadlines);
  add_all("amount", statement.amounts);
  return line;
}

}  // namespace concord::language
