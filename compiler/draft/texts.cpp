#include "draft/texts.h"

#include <algorithm>
#include <iterator>

#include "language/words.h"

namespace concord::draft {
namespace {

// Beyond this many pairs of words the order of two runs is not looked at: a clause of a thousand
// words against another takes a millisecond.
constexpr std::size_t most_pairs = 1'000'000;

std::size_t common_in_any_order(std::span<const WordId> a, std::span<const WordId> b) {
  std::vector<WordId> one(a.begin(), a.end());
  std::vector<WordId> other(b.begin(), b.end());
  std::sort(one.begin(), one.end());
  std::sort(other.begin(), other.end());
  std::vector<WordId> both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                        std::back_inserter(both));
  return both.size();
}

// The one identifier that the author says the clause had; empty for none or several.
std::string written_for(graph::ClauseId clause, std::span<const graph::FormerKey> former) {
  std::string key;
  for (const graph::FormerKey& each : former) {
    if (each.clause != clause || !each.written) continue;
    if (!key.empty()) return {};
    key = each.key;
  }
  return key;
}

}  // namespace

Text Vocabulary::read(const passes::Protocol& protocol, std::span<const graph::FormerKey> former) {
  Text text;
  text.clauses_.reserve(protocol.clauses().size());
  for (const graph::Clause& from : protocol.clauses()) {
    Text::Clause to;
    to.words = words_of(from.words().text);
    to.key = from.key;
    to.number = from.full_number;
    to.prose = &from.words();
    to.identifier = from.attributes.id;
    to.formerly = written_for(from.id, former);
    if (from.parent) to.parent = static_cast<std::uint32_t>(graph::index(*from.parent));
    to.section = from.kind == graph::Kind::section;
    to.footnote = from.kind == graph::Kind::footnote;
    to.table = from.kind == graph::Kind::table;
    count(to.words);
    text.clauses_.push_back(std::move(to));
  }
  return text;
}

std::vector<WordId> Vocabulary::words_of(std::string_view text) {
  std::vector<WordId> words;
  for (const language::Word& word : language::Words(text)) {
    const auto next = static_cast<WordId>(ids_.size());
    const auto [known, added] = ids_.try_emplace(std::string(word.folded), next);
    if (added) has_meaning_.push_back(is_content(known->first));
    words.push_back(known->second);
  }
  clauses_with_.resize(ids_.size());
  return words;
}

bool Vocabulary::is_content(const std::string& word) const {
  if (lists_ == nullptr) return true;
  return !lists_->function_words.contains(word) &&
         std::none_of(lists_->modals.begin(), lists_->modals.end(),
                      [&](const syntax::ModalVerb& modal) { return modal.verb == word; });
}

void Vocabulary::count(const std::vector<WordId>& words) {
  std::vector<WordId> each = words;
  std::sort(each.begin(), each.end());
  each.erase(std::unique(each.begin(), each.end()), each.end());
  for (const WordId word : each) ++clauses_with_[word];
}

std::size_t common_words(std::span<const WordId> a, std::span<const WordId> b) {
  if (a.size() * b.size() > most_pairs) return common_in_any_order(a, b);
  std::vector<std::uint32_t> row(b.size() + 1);
  for (const WordId word : a) {
    std::uint32_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint32_t above = row[j + 1];
      row[j + 1] = word == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

Likeness likeness(std::span<const WordId> a, std::span<const WordId> b) {
  if (a.empty() || b.empty()) return {};
  const auto common = static_cast<double>(common_words(a, b));
  return {2 * common / static_cast<double>(a.size() + b.size()),
          common / static_cast<double>(std::min(a.size(), b.size()))};
}

}  // namespace concord::draft
