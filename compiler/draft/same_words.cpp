// Clauses whose words did not change. A text that stands once in both versions is found by its
// words alone; one that stands several times (a standing phrase, "Not used") by what stands around
// it: the signature of a clause is its words with those of a parent or a neighbour.
#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "draft/matching.h"

namespace concord::draft {
namespace {

using TextId = std::uint32_t;
constexpr TextId no_text = UINT32_MAX;

// Equal texts of one kind have one number, in either version.
class TextIds {
 public:
  TextId of(const Text::Clause& clause) {
    return ids_
        .try_emplace({clause.section, clause.footnote, clause.table, clause.words}, ids_.size())
        .first->second;
  }

 private:
  std::map<std::tuple<bool, bool, bool, std::vector<WordId>>, TextId> ids_;
};

struct Side {
  const Text& text;
  std::vector<TextId> ids = {};  // by clause

  TextId at(std::size_t clause) const { return clause < ids.size() ? ids[clause] : no_text; }
  TextId of_parent(std::uint32_t clause) const {
    return text[clause].parent ? at(*text[clause].parent) : no_text;
  }
};

struct Signature {
  TextId own = no_text;
  TextId first = no_text;
  TextId second = no_text;
  std::string_view number = {};

  friend auto operator<=>(const Signature&, const Signature&) = default;
};
using Signing = std::function<Signature(const Side&, std::uint32_t)>;

Side side_of(const Text& text, TextIds& ids) {
  Side side{text};
  for (const Text::Clause& clause : text.clauses()) side.ids.push_back(ids.of(clause));
  return side;
}

using Sharers = std::map<Signature, std::vector<std::uint32_t>>;

Sharers sharers(const Matching& found, Version version, const Side& side, const Signing& sign) {
  Sharers all;
  for (std::uint32_t i = 0; i < side.text.size(); ++i)
    if (found.is_free(version, i)) all[sign(side, i)].push_back(i);
  return all;
}

// Pairs what has the same signature: once in both, or, `in_order`, the first with the first.
void pair_by(Matching& found, const Side& before, const Side& after, const Signing& sign,
             bool in_order) {
  const Sharers earlier = sharers(found, Version::before, before, sign);
  const Sharers later = sharers(found, Version::after, after, sign);
  for (const auto& [signature, ones] : earlier) {
    const auto at = later.find(signature);
    if (at == later.end()) continue;
    const std::vector<std::uint32_t>& others = at->second;
    if (!in_order && (ones.size() != 1 || others.size() != 1)) continue;
    const bool some_left = ones.size() != others.size();
    for (std::size_t i = 0; i < std::min(ones.size(), others.size()); ++i) {
      found.pair_free(ones[i], others[i], Evidence::words);
      if (some_left) found.set_ambiguous(Version::before, ones[i]);
    }
  }
}

}  // namespace

void match_same_words(Matching& found) {
  TextIds ids;
  const Side before = side_of(found.text(Version::before), ids);
  const Side after = side_of(found.text(Version::after), ids);
  const auto once = [&](const Signing& sign) { pair_by(found, before, after, sign, false); };
  const Signing words = [](const Side& s, std::uint32_t i) { return Signature{s.at(i)}; };
  const Signing parent = [](const Side& s, std::uint32_t i) {
    return Signature{s.at(i), s.of_parent(i)};
  };
  once(words);
  once([](const Side& s, std::uint32_t i) {
    return Signature{s.at(i), s.of_parent(i), no_text, s.text[i].number};
  });
  once([](const Side& s, std::uint32_t i) {
    return Signature{s.at(i), s.at(std::size_t{i} - 1), s.at(std::size_t{i} + 1)};
  });
  once([](const Side& s, std::uint32_t i) { return Signature{s.at(i), s.at(std::size_t{i} - 1)}; });
  once([](const Side& s, std::uint32_t i) {
    return Signature{s.at(i), no_text, s.at(std::size_t{i} + 1)};
  });
  pair_by(found, before, after, parent, true);
  pair_by(found, before, after, words, true);
}

}  // namespace concord::draft
