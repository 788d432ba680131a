// Frames: actor, modality, polarity, condition, threshold and scope of a passage, read off its
// tokens.
//
// The tokens of two passages are aligned, and what is residual on either side is sorted into
// frames: a residual modal is a change of modality, a role a change of actor, and so on. Comparing
// frames of whole passages without aligning them lost: a sentence with "must" and "may" has both on
// either side, and only the alignment shows that they changed places. A semantic parser is not
// needed for texts as formal as these, and could not say which words decided.
//
// Not every residual token decides. A sentence that the other side has nothing of is more text, not
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

#include "compare/effects/cues.h"
#include "compare/effects/residual.h"

namespace concord::compare {
namespace {

constexpr std::size_t most_shown = 12;  // tokens

using Places = std::vector<std::size_t>;  // of tokens, in order

bool is_modal_token(const AlignedText& text, std::size_t i) {
  return is_modal(text[i]);
}
bool is_role(const AlignedText& text, std::size_t i) {
  return text[i].kind == TokenKind::role;
}

std::string first_excerpt(const AlignedText& text, const Places& places) {
  return places.empty() ? std::string() : text.excerpt(places.front());
}

std::set<std::string_view> surfaces(const AlignedText& text, const Places& places) {
  std::set<std::string_view> found;
  for (const std::size_t place : places) found.insert(text[place].surface);
  return found;
}

bool has_modal(const AlignedText& text) {
  const auto& tokens = text.passage().tokens;
  return std::any_of(tokens.begin(), tokens.end(), is_modal);
}

// In near passages, words added with a condition are the condition's, to the end of its sentence:
// "unless the Chair agrees" adds no actor.
void assign_to_conditions(AlignedText& text, const Places& conditions) {
  const Run* before = nullptr;
  for (Run& run : text.runs) {
    const bool opens = std::any_of(conditions.begin(), conditions.end(),
                                   [&](std::size_t i) { return i >= run.begin && i < run.end; });
    const bool goes_on = before != nullptr && before->condition &&
                         text.sentence(before->begin) == text.sentence(run.begin);
    run.condition = run.insertion && (opens || goes_on);
    before = &run;
  }
}

// A side of the two, 0 or 1.
using Side = std::size_t;

class DifferenceFinder {
 public:
  DifferenceFinder(std::pair<AlignedText, AlignedText> sides, Nearness nearness,
                   const Lexicon& lexicon)
      : sides_{std::move(sides.first), std::move(sides.second)},
        nearness_(nearness),
        lexicon_(&lexicon),
        cues_(lexicon) {}

  std::vector<Difference> find() {
    condition();  // first: words are assigned to it
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
  const AlignedText& other(Side side) const { return sides_[1 - side]; }

  void add(DivergenceType type, std::string a, std::string b) {
    found_.push_back({type, std::move(a), std::move(b)});
  }
  void add_excerpts(DivergenceType type, const Places& a, const Places& b) {
    add(type, first_excerpt(sides_[0], a), first_excerpt(sides_[1], b));
  }
  void add_runs(DivergenceType type, const Places& a, const Places& b) {
    add(type, first_run(sides_[0], a), first_run(sides_[1], b));
  }

  // From the first of the places to the end of its run; at least the token with what it governs.
  std::string first_run(const AlignedText& text, const Places& places) const {
    if (places.empty()) return {};
    const std::size_t at = places.front();
    for (const Run& run : text.runs) {
      if (at < run.begin || at >= run.end) continue;
      const bool picks = text[at].kind == TokenKind::function || cues_.is_partitive(text.word(at));
      return picks && run.end == at + 1 ? text.excerpt(at)
                                        : text.text(at, std::min(run.end, at + most_shown));
    }
    return {};
  }

  // True where the other side has what the token governs, as far as can be known.
  bool bears(Side side, std::size_t at) const {
    const AlignedText& text = sides_[side];
    const std::size_t governed = text.governed(at);
    return governed < text.size() ? other(side).has_form(text[governed].form) : near();
  }

  Places negators(Side side) const {
    return residual_tokens(sides_[side], [&](const AlignedText& text, std::size_t i) {
      return is_negator(text, i) && bears(side, i);
    });
  }

  // An odd number of residual negators turns the sense round.
  void negation() {
    if (distant()) return;
    const Places a = negators(0);
    const Places b = negators(1);
    if (near() ? a.size() == b.size() : a.empty() == b.empty()) return;
    add_excerpts(DivergenceType::negation, a, b);
  }

  void modality() {
    const Places a = residual_tokens(sides_[0], is_modal_token);
    const Places b = residual_tokens(sides_[1], is_modal_token);
    if (a.empty() && b.empty()) return;
    if (a.empty()) {
      lone_modal(1, b.front());
    } else if (b.empty()) {
      lone_modal(0, a.front());
    } else if (sides_[0][a.front()].modal != sides_[1][b.front()].modal) {
      add_excerpts(DivergenceType::modality, a, b);
    }
  }

  // A modal on one side only: the other may have its own in the lead-in, else the two differ where
  // the other states the same without any.
  void lone_modal(Side side, std::size_t at) {
    const auto& lead = other(side).passage().lead;
    std::string in_lead;
    if (!lead.empty()) {
      const auto found = std::find_if(lead.begin(), lead.end(), is_modal);
      if (!near() || found == lead.end() || found->modal == sides_[side][at].modal) return;
      // What someone can expect is a duty, of whatever strength.
      if (found->modal == "can") return;
      in_lead = found->surface;
    } else if (near() ? !bears(side, at) : distant() || has_modal(other(side))) {
      return;
    }
    std::array<std::string, 2> words;
    words[side] = sides_[side].excerpt(at);
    words[1 - side] = std::move(in_lead);
    add(DivergenceType::modality, std::move(words[0]), std::move(words[1]));
  }

  // Residual actors that the other side does not name; particular ones first: they say more.
  Places unshared_actors(Side side) const {
    const std::set<std::string_view> known = cues_.actors(other(side).passage());
    Places found = residual_tokens(sides_[side], [&](const AlignedText& text, std::size_t i) {
      return is_role(text, i) && !known.contains(cues_.actor(text[i])) &&
             (near() || !is_possessor(text, i));
    });
    std::stable_partition(found.begin(), found.end(), [&](std::size_t i) {
      return !cues_.is_general_actor(cues_.actor(sides_[side][i]));
    });
    return found;
  }

  void actor_change() {
    Places a = unshared_actors(0);
    Places b = unshared_actors(1);
    if (near()) {
      if (a.empty() && b.empty()) exchanged(a, b);
      if (!a.empty() || !b.empty()) add_excerpts(DivergenceType::actor, a, b);
      return;
    }
    if (a.empty() || b.empty()) return;
    const bool general = cues_.is_general_actor(cues_.actor(sides_[0][a.front()])) &&
                         cues_.is_general_actor(cues_.actor(sides_[1][b.front()]));
    if (!general) add_excerpts(DivergenceType::actor, a, b);
  }

  // In near passages a title also counts that the other side has elsewhere: "Members must ask
  // officers" against "officers must ask Members".
  void exchanged(Places& a, Places& b) const {
    const Places roles_a = residual_tokens(sides_[0], is_role);
    const Places roles_b = residual_tokens(sides_[1], is_role);
    for (std::size_t i = 0; i < std::min(roles_a.size(), roles_b.size()); ++i) {
      if (cues_.actor(sides_[0][roles_a[i]]) == cues_.actor(sides_[1][roles_b[i]])) continue;
      a.push_back(roles_a[i]);
      b.push_back(roles_b[i]);
    }
  }

  bool opens_condition(const AlignedText& text, const Run& run, std::size_t i,
                       bool other_puts_case) const {
    const std::string_view word = text[i].surface;
    const bool added = near() && run.insertion;
    if (cues_.is_exception(text, i)) return word != "long" || added;
    if (word == "if") return added && !other_puts_case;
    if (word == "without") return added || cues_.opens_leave(text, i);
    return cues_.is_condition(word) && !distant();
  }

  // Where the side opens a condition that the other lacks.
  Places conditions(Side side) const {
    const bool other_puts_case =
        !residual_tokens(other(side), [&](const AlignedText& text, std::size_t i) {
           return cues_.puts_case(text[i].surface);
         }).empty();
    Places found;
    for (const Run& run : sides_[side].runs) {
      for (std::size_t i = run.begin; i < run.end; ++i) {
        if (opens_condition(sides_[side], run, i, other_puts_case)) found.push_back(i);
      }
    }
    return found;
  }

  // A sentence of its own may make an exception from the rest.
  Places exceptions_apart(const AlignedText& text) const {
    Places found;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text.in_unmatched_sentence(i) && cues_.is_exception(text, i)) found.push_back(i);
    }
    return found;
  }

  void condition() {
    const Places a = conditions(0);
    const Places b = conditions(1);
    if (near()) {
      assign_to_conditions(sides_[0], a);
      assign_to_conditions(sides_[1], b);
    }
    // In distant passages two conditions may be one in other words.
    if (distant() && !a.empty() && !b.empty()) return;
    if (surfaces(sides_[0], a) != surfaces(sides_[1], b)) {
      add_runs(DivergenceType::condition, a, b);
    } else if (near()) {
      const Places apart_a = exceptions_apart(sides_[0]);
      const Places apart_b = exceptions_apart(sides_[1]);
      if (surfaces(sides_[0], apart_a) == surfaces(sides_[1], apart_b)) return;
      add_excerpts(DivergenceType::condition, apart_a, apart_b);
    }
  }

  Places governing_thresholds(Side side) const {
    return residual_tokens(sides_[side], [&](const AlignedText& text, std::size_t i) {
      return cues_.is_threshold(text, i) && (text[i].kind == TokenKind::number || bears(side, i));
    });
  }

  Places thresholds(Side side) const {
    return residual_tokens(sides_[side], [&](const AlignedText& text, std::size_t i) {
      return cues_.is_threshold(text, i);
    });
  }

  void threshold() {
    if (distant()) return;
    Places a = thresholds(0);
    Places b = thresholds(1);
    // A degree against another: what they govern need not be the same word.
    if (a.empty() || b.empty()) {
      a = governing_thresholds(0);
      b = governing_thresholds(1);
    }
    if (surfaces(sides_[0], a) == surfaces(sides_[1], b)) return;
    add_excerpts(DivergenceType::threshold, a, b);
  }

  // The tokens of the side whose meaning the other side has, in whatever words.
  std::set<std::size_t> meant_by_other(Side side) const {
    std::set<std::uint32_t> meant;
    for (const auto& meaning : lexicon_->meanings(other(side).passage().tokens)) {
      meant.insert(meaning.group);
    }
    std::set<std::size_t> found;
    for (const auto& meaning : lexicon_->meanings(sides_[side].passage().tokens)) {
      if (meant.contains(meaning.group)) found.insert(meaning.token);
    }
    return found;
  }

  // Content words that one side says and the other does not mean, and that no other frame has.
  Places unclaimed(Side side) const {
    const std::set<std::size_t> meant = meant_by_other(side);
    return residual_tokens(sides_[side], [&](const AlignedText& text, std::size_t i) {
      const Token& token = text[i];
      if (cues_.is_partitive(token.surface)) return bears(side, i);
      if (cues_.names_part(token.surface)) return false;
      return token.kind == TokenKind::word && !cues_.is_threshold(text, i) &&
             !cues_.is_exception(text, i) && !cues_.is_condition(token.surface) &&
             !cues_.is_light(token.surface) && !meant.contains(i) &&
             !other(side).has_form(token.form);
    });
  }

  void scope() {
    if (distant()) return;
    const Places a = unclaimed(0);
    const Places b = unclaimed(1);
    if (a.empty() && b.empty()) return;
    add_runs(DivergenceType::scope, a, b);
  }

  std::array<AlignedText, 2> sides_;
  Nearness nearness_;
  const Lexicon* lexicon_;
  Cues cues_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const PassageText& a, const PassageText& b, Nearness nearness,
                                    const Lexicon& lexicon) {
  return DifferenceFinder(align_passages(a, b), nearness, lexicon).find();
}

}  // namespace concord::compare
