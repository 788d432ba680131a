#include "compare/match/kept_pairs.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "compare/match/match.h"
#include "source/digest.h"

namespace concord::compare {
namespace {

using nlohmann::json;

// An index into so many things. Throws std::out_of_range, as json::at does.
std::uint32_t index_below(const json& value, std::size_t count) {
  const auto index = value.get<std::uint32_t>();
  if (index >= count) throw std::out_of_range("index");
  return index;
}

// One of an enumeration whose last value is given.
template <typename Enum>
Enum value_of(const json& value, Enum last) {
  return static_cast<Enum>(index_below(value, static_cast<std::size_t>(last) + 1));
}

// ---- links: wordings by their place in the protocol

json packed_link(const WordingLink& link, const Corpus& corpus) {
  json segments = json::array();
  for (const SegmentLink& each : link.segments) segments.push_back({each.a, each.b, each.coverage});
  return {corpus.wordings[link.a].place, corpus.wordings[link.b].place, link.score, link.found_by,
          std::move(segments)};
}

// A link has its ends in the order of their wordings, whichever protocol they are of: the protocol
// that comes first is named.
json packed_links(const LinkedCorpus& linked, CouncilPair pair) {
  json links = json::array();
  for (const std::uint32_t i : *linked.links_of(pair.first, pair.second)) {
    const WordingLink& link = linked.links[i];
    json packed = packed_link(link, linked.corpus);
    packed.push_back(linked.protocol_of(link.a) == pair.first);
    links.push_back(std::move(packed));
  }
  return links;
}

WordingLink unpacked_link(const json& packed, const Corpus& corpus, CouncilPair pair) {
  if (!packed.at(5).get<bool>()) std::swap(pair.first, pair.second);
  const auto wording = [&](const json& place, std::uint32_t protocol) {
    const auto own = corpus.of(protocol);
    return own[index_below(place, own.size())];
  };
  WordingLink link{wording(packed.at(0), pair.first),
                   wording(packed.at(1), pair.second),
                   packed.at(2).get<double>(),
                   value_of(packed.at(3), FoundBy::provision),
                   {}};
  for (const json& each : packed.at(4))
    link.segments.push_back({index_below(each.at(0), corpus.wordings[link.a].segments.size()),
                             index_below(each.at(1), corpus.wordings[link.b].segments.size()),
                             each.at(2).get<float>()});
  return link;
}

// ---- divergences: clauses by their place among those of the protocol

json packed_range(syntax::Range range) {
  return {range.begin, range.end};
}

syntax::Range unpacked_range(const json& packed, std::size_t size) {
  const syntax::Range range{index_below(packed.at(0), size + 1),
                            index_below(packed.at(1), size + 1)};
  if (range.begin > range.end) throw std::out_of_range("range");
  return range;
}

json packed_quotation(const Quotation& quotation) {
  json deciding = json::array();
  for (const syntax::Range& each : quotation.deciding) deciding.push_back(packed_range(each));
  return {quotation.text, packed_range(quotation.range), std::move(deciding)};
}

// `text`: of the clause that is quoted.
Quotation unpacked_quotation(const json& packed, const std::string& text) {
  Quotation quotation{
      packed.at(0).get<std::string>(), unpacked_range(packed.at(1), text.size()), {}};
  for (const json& each : packed.at(2))
    quotation.deciding.push_back(unpacked_range(each, quotation.text.size()));
  return quotation;
}

json packed_divergence(const Divergence& each, const LinkedCorpus& linked) {
  const auto place = [&](ClauseRef ref) {
    return linked.clause(ref).value() - linked.clauses(ref.protocol).first;
  };
  return {place(each.a),
          place(each.b),
          each.type,
          each.certainty,
          each.confidence,
          packed_quotation(each.a_statement),
          packed_quotation(each.b_statement),
          each.because};
}

Divergence unpacked_divergence(const json& packed, const LinkedCorpus& linked, CouncilPair pair) {
  const auto clause = [&](const json& place, std::uint32_t protocol) {
    const auto [begin, end] = linked.clauses(protocol);
    return begin + index_below(place, end - begin);
  };
  const std::uint32_t a = clause(packed.at(0), pair.first);
  const std::uint32_t b = clause(packed.at(1), pair.second);
  Divergence divergence{linked.corpus.clauses[a].ref, linked.corpus.clauses[b].ref,
                        value_of(packed.at(2), DivergenceType::class_),
                        value_of(packed.at(3), Certainty::certain), packed.at(4).get<double>()};
  divergence.a_statement = unpacked_quotation(packed.at(5), linked.text(a));
  divergence.b_statement = unpacked_quotation(packed.at(6), linked.text(b));
  divergence.a_words = divergence.a_statement.words();
  divergence.b_words = divergence.b_statement.words();
  divergence.because = packed.at(7).get<std::string>();
  return divergence;
}

std::string_view as_text(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Discarded where the bytes are no MessagePack.
template <typename Bytes>
json unpacked(const Bytes& bytes) {
  return json::from_msgpack(bytes, true, false);
}

// The values of a list; nothing where one of them makes no sense.
template <typename Value, typename Unpack>
std::optional<std::vector<Value>> all_of(const std::vector<std::uint8_t>& bytes,
                                         const Unpack& unpack) {
  std::vector<Value> all;
  try {
    for (const json& each : unpacked(bytes)) all.push_back(unpack(each));
  } catch (const json::exception&) {
    return std::nullopt;
  } catch (const std::out_of_range&) {
    return std::nullopt;
  }
  return all;
}

}  // namespace

KeptPairs::KeptPairs(std::vector<std::string> names, std::string_view bytes)
    : names_(std::move(names)) {
  const json all = unpacked(bytes);
  if (!all.is_object()) return;
  for (const auto& [key, kept] : all.items()) {
    const bool whole = kept.is_array() && kept.size() == 3 && kept[0].is_string() &&
                       kept[1].is_binary() && kept[2].is_binary();
    if (!whole) continue;
    Pair pair{kept[1].get_binary(), kept[2].get_binary()};
    if (kept[0] == digest_of(key, pair)) pairs_[key] = std::move(pair);
  }
}

std::string KeptPairs::digest_of(const std::string& key, const Pair& pair) {
  return source::digest({key, as_text(pair.links), as_text(pair.divergences)});
}

std::string KeptPairs::key(CouncilPair pair) const {
  return source::digest({names_.at(pair.first), names_.at(pair.second)});
}

const KeptPairs::Pair* KeptPairs::find(CouncilPair pair) const {
  const auto kept = pairs_.find(key(pair));
  return kept == pairs_.end() ? nullptr : &kept->second;
}

std::optional<std::vector<WordingLink>> KeptPairs::links(const Corpus& corpus,
                                                         CouncilPair pair) const {
  const Pair* kept = find(pair);
  if (kept == nullptr) return std::nullopt;
  return all_of<WordingLink>(kept->links,
                             [&](const json& each) { return unpacked_link(each, corpus, pair); });
}

std::optional<std::vector<Divergence>> KeptPairs::divergences(const LinkedCorpus& linked,
                                                              CouncilPair pair) const {
  const Pair* kept = find(pair);
  if (kept == nullptr) return std::nullopt;
  return all_of<Divergence>(
      kept->divergences, [&](const json& each) { return unpacked_divergence(each, linked, pair); });
}

void KeptPairs::keep(const LinkedCorpus& linked, CouncilPair pair,
                     const std::vector<Divergence>& divergences) {
  json all = json::array();
  for (const Divergence& each : divergences) all.push_back(packed_divergence(each, linked));
  pairs_[key(pair)] = {json::to_msgpack(packed_links(linked, pair)), json::to_msgpack(all)};
}

bool KeptPairs::keep(CouncilPair pair, const KeptPairs& other) {
  const Pair* kept = other.find(pair);
  if (kept != nullptr) pairs_[key(pair)] = *kept;
  return kept != nullptr;
}

std::string KeptPairs::bytes() const {
  json all = json::object();
  for (const auto& [key, pair] : pairs_)
    all[key] = {digest_of(key, pair), json::binary(pair.links), json::binary(pair.divergences)};
  std::string bytes;
  json::to_msgpack(all, bytes);
  return bytes;
}

}  // namespace concord::compare
