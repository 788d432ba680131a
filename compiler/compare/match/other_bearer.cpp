#include "compare/match/other_bearer.h"

#include <algorithm>
#include <cstddef>
#include <map>

namespace concord::compare {
namespace {

constexpr std::size_t least_forms = 6;  // of a sentence that says what is done

Bearer bearer(const Wording& wording) {
  return wording.segments.front().bearer;
}

bool is_lone_duty(const Wording& wording) {
  return wording.segments.size() == 1 && wording.segments.front().duty && wording.leads.empty() &&
         wording.forms.size() >= least_forms &&
         (bearer(wording) == Bearer::member || bearer(wording) == Bearer::officer);
}

// The sentence without the first role of either side that it names: whoever bears it.
std::vector<std::uint32_t> act_of(const Corpus& corpus, const Wording& wording) {
  const auto& tokens = corpus.tokens[corpus.clauses[wording.clauses.front()].text];
  const auto who = std::ranges::find_if(tokens, [](const Token& token) {
    return token.kind == TokenKind::role && token.side != syntax::Side::other;
  });
  std::vector<std::uint32_t> act(wording.forms.begin(), wording.forms.end());
  if (who != tokens.end()) act.erase(act.begin() + (who - tokens.begin()));
  return act;
}

// Wordings of one act, sorted.
class OneAct {
 public:
  OneAct(const Corpus& corpus, std::span<const std::uint32_t> wordings)
      : corpus_(corpus), wordings_(wordings) {}

  void add_pairs(std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) const {
    for (const std::uint32_t a : wordings_) {
      for (const std::uint32_t b : wordings_) {
        if (a < b && opposed_bearers(a, b) && !of_both_sides(a) && !of_both_sides(b)) {
          pairs.emplace_back(a, b);
        }
      }
    }
  }

 private:
  bool opposed_bearers(std::uint32_t a, std::uint32_t b) const {
    return opposed(bearer(corpus_.wordings[a]), bearer(corpus_.wordings[b]));
  }

  // True where a protocol that has it says the same of the other side.
  bool of_both_sides(std::uint32_t wording) const {
    return std::ranges::any_of(wordings_, [&](std::uint32_t other) {
      return opposed_bearers(wording, other) &&
             corpus_.wordings[wording].protocol == corpus_.wordings[other].protocol;
    });
  }

  const Corpus& corpus_;
  std::span<const std::uint32_t> wordings_;
};

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> of_other_bearers(
    const Corpus& corpus, std::span<const std::uint32_t> of_two) {
  std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> by_act;
  for (const std::uint32_t wording : of_two) {
    const Wording& of = corpus.wordings[wording];
    if (is_lone_duty(of)) by_act[act_of(corpus, of)].push_back(wording);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& [act, wordings] : by_act) OneAct(corpus, wordings).add_pairs(pairs);
  std::ranges::sort(pairs);
  return pairs;
}

}  // namespace concord::compare
