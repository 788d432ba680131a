// Clauses whose words changed. Candidates are those that share the most and the rarest words; of
// these the best pair is taken first, and since each pair that is found makes the surroundings of
// others correspond, the rest is weighed again until nothing is added.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "draft/matching.h"

namespace concord::draft {
namespace {

// What a pair must have in common: alone, with one thing around it that corresponds, with two.
constexpr double least_alone = 0.45;
constexpr double least_near = 0.38;
constexpr double least_in_place = 0.25;
constexpr double weight_of_containment = 0.8;  // beside Dice
constexpr double weight_of_surroundings = 0.1;
constexpr std::size_t least_words_contained = 5;
constexpr double tie = 0.02;                 // two that differ by no more are as like
constexpr std::size_t most_candidates = 12;  // a clause
constexpr std::size_t most_holders = 250;    // of a word that candidates are looked for by

struct Candidate {
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  double likeness = 0;  // 0 to 1
  double value = 0;     // with the surroundings; 0: not enough
};

// By word: the free clauses of the later version that have it.
using Holders = std::unordered_map<WordId, std::vector<std::uint32_t>>;

std::vector<WordId> each_once(std::vector<WordId> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool of_one_kind(const Text::Clause& a, const Text::Clause& b) {
  return a.section == b.section && a.footnote == b.footnote && a.table == b.table;
}

Holders holders_of(const Matching& found) {
  const Text& after = found.text(Version::after);
  Holders holders;
  for (std::uint32_t j = 0; j < after.size(); ++j) {
    if (!found.is_free(Version::after, j)) continue;
    for (const WordId word : each_once(after[j].words)) holders[word].push_back(j);
  }
  return holders;
}

// The clauses that share most of a clause's words, each counting for one over the clauses that have
// it; the best first. A word that very many have tells little and is passed over: else the cost of
// a long text would grow with its square.
class Sharing {
 public:
  Sharing(const Matching& found, const Vocabulary& vocabulary)
      : before_(found.text(Version::before)),
        after_(found.text(Version::after)),
        vocabulary_(vocabulary),
        holders_(holders_of(found)),
        shared_(after_.size()) {}

  std::vector<std::uint32_t> most_of(std::uint32_t clause) {
    const Text::Clause& own = before_[clause];
    std::vector<std::uint32_t> sharers;
    for (const WordId word : each_once(own.words)) {
      const auto at = holders_.find(word);
      if (at == holders_.end() || at->second.size() > most_holders) continue;
      if (!vocabulary_.has_meaning(word)) continue;
      for (const std::uint32_t j : at->second) {
        if (!of_one_kind(own, after_[j])) continue;
        if (shared_[j] == 0) sharers.push_back(j);
        shared_[j] += 1.0 / vocabulary_.clauses_with(word);
      }
    }
    return best_of(std::move(sharers));
  }

 private:
  // And forgets what they share.
  std::vector<std::uint32_t> best_of(std::vector<std::uint32_t> sharers) {
    const std::size_t count = std::min(most_candidates, sharers.size());
    std::partial_sort(sharers.begin(), sharers.begin() + static_cast<std::ptrdiff_t>(count),
                      sharers.end(), [&](std::uint32_t a, std::uint32_t b) {
                        return shared_[a] != shared_[b] ? shared_[a] > shared_[b] : a < b;
                      });
    for (const std::uint32_t j : sharers) shared_[j] = 0;
    sharers.resize(count);
    return sharers;
  }

  const Text& before_;
  const Text& after_;
  const Vocabulary& vocabulary_;
  Holders holders_;
  std::vector<double> shared_;  // by clause of the later version; 0 between two questions
};

double likeness_of(const Text::Clause& a, const Text::Clause& b) {
  const Likeness like = likeness(a.words, b.words);
  const bool long_enough = std::min(a.words.size(), b.words.size()) >= least_words_contained;
  return std::max(like.dice, long_enough ? weight_of_containment * like.containment : 0);
}

std::vector<Candidate> candidates_of(const Matching& found, const Vocabulary& vocabulary) {
  const Text& before = found.text(Version::before);
  const Text& after = found.text(Version::after);
  Sharing sharing(found, vocabulary);
  std::vector<Candidate> all;
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    if (!found.is_free(Version::before, i)) continue;
    for (const std::uint32_t j : sharing.most_of(i))
      all.push_back({i, j, likeness_of(before[i], after[j])});
  }
  return all;
}

// How much of what stands around the two corresponds: the parents, the clause before, the one
// behind, and half for the same number.
double surroundings(const Matching& found, std::uint32_t i, std::uint32_t j) {
  const Text& before = found.text(Version::before);
  const Text& after = found.text(Version::after);
  const auto& parent = before[i].parent;
  const auto& now = after[j].parent;
  const bool below = parent && now ? found.paired(*parent, *now) : !parent && !now;
  const bool first_child = parent && *parent + 1 == i;  // the clause before is the parent: once
  const bool follows = i > 0 && j > 0 && !first_child && found.paired(i - 1, j - 1);
  const bool precedes = i + 1 < before.size() && j + 1 < after.size() && found.paired(i + 1, j + 1);
  const bool same_number = !before[i].number.empty() && before[i].number == after[j].number;
  return (below ? 1 : 0) + (follows ? 1 : 0) + (precedes ? 1 : 0) + (same_number ? 0.5 : 0);
}

double value_of(const Matching& found, const Candidate& candidate) {
  const double near = surroundings(found, candidate.before, candidate.after);
  const double least = near < 1 ? least_alone : near < 2 ? least_near : least_in_place;
  return candidate.likeness < least ? 0 : candidate.likeness + weight_of_surroundings * near;
}

// Of a clause that was paired, the candidates that came to nothing: one as good as the pair leaves
// it in doubt.
void mark_ties(Matching& found, const std::vector<Candidate>& candidates) {
  std::vector<double> values(found.text(Version::before).size());  // of the pair, by clause before
  const auto pair_of = [&](const Candidate& each) { return found.paired(each.before, each.after); };
  for (const Candidate& each : candidates)
    if (pair_of(each)) values[each.before] = each.value;
  for (const Candidate& each : candidates) {
    const auto doubt = [&](std::uint32_t paired) {
      if (each.value > 0 && values[paired] > 0 && each.value >= values[paired] - tie)
        found.set_ambiguous(Version::before, paired);
    };
    if (pair_of(each)) continue;
    if (found.is_free(Version::after, each.after)) doubt(each.before);
    if (!found.is_free(Version::before, each.before)) continue;
    for (const std::uint32_t rival : found.partners(Version::after, each.after)) doubt(rival);
  }
}

}  // namespace

void match_likeness(Matching& found, const Vocabulary& vocabulary) {
  std::vector<Candidate> candidates = candidates_of(found, vocabulary);
  for (bool more = true; more;) {
    for (Candidate& each : candidates) each.value = value_of(found, each);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.value > b.value; });
    more = false;
    for (const Candidate& each : candidates)
      if (each.value > 0 && found.pair_free(each.before, each.after, Evidence::likeness))
        more = true;
  }
  mark_ties(found, candidates);
}

}  // namespace concord::draft
