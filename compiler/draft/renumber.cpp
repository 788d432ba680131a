// Numbers first, then what follows from them.
//
// The text with its new numbers alone is read once, for the full numbers and identifiers that its
// clauses then have; the references and links are set right by those, and the whole is read again
// to prove it. Working out the full numbers without reading, the tempting alternative, would be a
// second account of how clauses nest.

#include "draft/renumber.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "draft/sequence.h"
#include "graph/former_keys.h"
#include "graph/numbers.h"
#include "passes/check_text.h"
#include "passes/subject.h"

namespace concord::draft {
namespace {

using graph::Clause;
using graph::ClauseGraph;
using passes::Reference;
using passes::ReferenceKind;

// The identifier is one that a second clause of its number has: nobody links to it on purpose.
bool is_second_of_its_number(const ClauseGraph& graph, const Clause& clause) {
  const std::size_t hyphen = clause.key.rfind('-');
  return clause.attributes.id.empty() && hyphen != std::string::npos && hyphen > 0 &&
         clause.key.find_first_not_of("0123456789", hyphen + 1) == std::string::npos &&
         graph.find(clause.key.substr(0, hyphen)).has_value();
}

class Renumberer {
 public:
  Renumberer(const Reader& reader, const passes::Protocol& protocol,
             const std::optional<Before>& before)
      : reader_(reader),
        protocol_(protocol),
        graph_(protocol.graph()),
        before_(before),
        text_(reader.sources.text(graph_.file)) {}

  Rewriting run() {
    renumber_clauses();
    read_numbers();
    if (!result_.obstacles.empty()) return std::move(result_);
    for (std::size_t i = 0; i < protocol_.references().size(); ++i) renumber_reference(i);
    keep_identifiers();
    for (std::size_t i = 0; i < graph_.metadata.repairs.size(); ++i) renumber_repair(i);
    std::ranges::stable_sort(result_.edits, {}, [](const Edit& edit) { return edit.span.begin; });
    result_.text = applied(text_, result_.edits);
    if (!result_.edits.empty()) prove();
    return std::move(result_);
  }

 private:
  void edit(Edit::Kind kind, ClauseId clause, source::Span span, std::string text) {
    if (reader_.sources.text(span) == text && span.end > span.begin) return;
    if (span.end > span.begin && !edited_.insert(span.begin).second) return;
    add({kind, clause, span, std::move(text)});
  }

  void add(Edit edit) { result_.edits.push_back(std::move(edit)); }

  void refuse(source::Span span, std::string message) {
    result_.obstacles.push_back({span, std::move(message)});
  }

  // ---- numbers

  void renumber_clauses() {
    const std::vector<std::string> labels = labels_in_sequence(graph_);
    for (const Clause& clause : graph_.clauses) {
      const std::string& label = labels[graph::index(clause.id)];
      if (label == clause.number.label || is_automatic(clause)) continue;
      if (reader_.sources.text(clause.number_span) != clause.number.label) {
        refuse(clause.span, fmt::format("number \"{}\" would be \"{}\" and cannot be replaced",
                                        clause.number.label, label));
        continue;
      }
      edit(Edit::Kind::number, clause.id, clause.number_span, label);
    }
    labels_ = labels;
  }

  bool is_automatic(const Clause& clause) const {
    const std::string_view printed = reader_.sources.text(clause.number_span);
    return printed.empty() || printed.starts_with("#") || printed.starts_with("(#");
  }

  void read_numbers() {
    numbered_.emplace(reader_.sources.name(graph_.file), applied(text_, result_.edits));
    const auto& now = numbered_->graph.clauses;
    if (now.size() != graph_.clauses.size()) return refuse_reading(graph_.clauses.front());
    for (const Clause& clause : graph_.clauses) {
      const Clause& other = now[graph::index(clause.id)];
      const bool as_meant = other.kind == clause.kind &&
                            other.number.label == labels_[graph::index(clause.id)] &&
                            syntax::same_words(other.words(), clause.words());
      if (!as_meant) return refuse_reading(clause);
    }
  }

  void refuse_reading(const Clause& clause) {
    refuse(clause.span, fmt::format("with its new number \"{}\" the text would be read differently",
                                    labels_[graph::index(clause.id)]));
  }

  const Clause& renumbered(ClauseId id) const { return numbered_->graph[id]; }

  // ---- references

  const Before::Meant* meant(std::size_t reference) const {
    if (!before_ || !before_->references[reference]) return nullptr;
    return &*before_->references[reference];
  }

  void renumber_reference(std::size_t place) {
    const Reference& reference = protocol_.references()[place];
    if (reference.kind != ReferenceKind::internal) return;
    const Before::Meant* const earlier = meant(place);
    if (reference.ambiguous && earlier == nullptr) refuse_ambiguous(reference);
    if (earlier != nullptr && !earlier->clause) return refuse_deleted(reference);
    for (std::size_t i = 0; i < reference.numbers.size(); ++i) {
      const passes::PrintedNumber& each = reference.numbers[i];
      if (i == 0 && earlier != nullptr) {
        renumber_citation(reference, each.range, earlier->number, *earlier->clause);
      } else if (each.clause) {
        renumber_citation(reference, each.range, graph_[*each.clause].full_number, *each.clause);
      }
    }
    if (reference.to && reference.target.starts_with('#'))
      renumber_link(reference, earlier != nullptr ? *earlier->clause : *reference.to);
  }

  void renumber_citation(const Reference& reference, syntax::Range range, std::string_view was,
                         ClauseId target) {
    const Clause& from = graph_[reference.from];
    const std::string& now = renumbered(target).full_number;
    if (was == now) return;
    const std::string printed(from.words().text, range.begin, range.end - range.begin);
    const auto text = cited_anew(printed, was, now);
    if (!text) return;
    const source::Span span = from.words().span(range, from.span);
    if (reader_.sources.text(span) != printed)
      return refuse(span,
                    fmt::format("\"{}\" would be \"{}\" and cannot be replaced", printed, *text));
    edit(Edit::Kind::reference, from.id, span, *text);
  }

  void refuse_deleted(const Reference& reference) {
    refuse(
        reference.span,
        fmt::format("\"{}\" led to a clause that was deleted; set it right first", reference.text));
  }

  // The number of one of them changes: which one is meant is not for a program to say.
  void refuse_ambiguous(const Reference& reference) {
    const std::string& number = graph_[*reference.to].full_number;
    const bool changes = std::ranges::any_of(graph_.clauses, [&](const Clause& clause) {
      return clause.full_number == number && renumbered(clause.id).full_number != number;
    });
    if (!changes) return;
    refuse(
        reference.span,
        fmt::format("\"{}\" could mean several clauses, and their numbers change; link it to the "
                    "one that is meant, or name the version before it with --since",
                    reference.text));
  }

  // "](#5.4)", right behind the words of the link, or "[label]: #5.4" somewhere.
  void renumber_link(const Reference& reference, ClauseId target) {
    const std::string_view was = std::string_view(reference.target).substr(1);
    const std::string& now = renumbered(target).key;
    if (was == now) return;
    const Clause& from = graph_[reference.from];
    const std::size_t begin = from.words().span(reference.range, from.span).end;
    const std::string_view rest = text_.substr(begin, text_.find('\n', begin) - begin);
    const std::string address = fmt::format("(#{}", was);
    const std::size_t at = rest.find(address);
    if (at == std::string_view::npos || rest.find(')') < at)
      return refuse(reference.span,
                    fmt::format("the link to \"#{}\" would be to \"#{}\" and cannot "
                                "be replaced",
                                was, now));
    const auto first = static_cast<std::uint32_t>(begin + at + 2);
    edit(Edit::Kind::link, from.id,
         {graph_.file, first, first + static_cast<std::uint32_t>(was.size())}, now);
  }

  // ---- repairs

  void renumber_repair(std::size_t place) {
    const std::string& was = graph_.metadata.repairs[place].at;
    const bool taken_over = before_ && before_->repairs[place];
    const auto clause = taken_over ? before_->repairs[place]->clause : repaired_clause(graph_, was);
    if (!clause) return;
    const bool by_number =
        was == (taken_over ? before_->repairs[place]->number : graph_[*clause].full_number);
    const Clause& now = renumbered(*clause);
    const std::string& name = by_number ? now.full_number : now.key;
    if (name == was) return;
    const source::Span entry =
        graph_.metadata.span(fmt::format("repairs.{}.at", place), graph_.file);
    const std::size_t at = reader_.sources.text(entry).rfind(was);
    if (at == std::string_view::npos)
      return refuse(entry, fmt::format("\"{}\" would be \"{}\" and cannot be replaced", was, name));
    const auto begin = static_cast<std::uint32_t>(entry.begin + at);
    const auto end = static_cast<std::uint32_t>(begin + was.size());
    edit(Edit::Kind::metadata, *clause, {graph_.file, begin, end}, name);
  }

  // ---- identifiers

  using Keys = std::vector<std::string>;

  // What the text says itself of the identifiers before: by clause, none where it says nothing.
  std::vector<Keys> written_keys() const {
    std::vector<Keys> keys(graph_.clauses.size());
    for (const graph::FormerKey& each : graph::former_keys(graph_))
      keys[graph::index(each.clause)].push_back(each.key);
    return keys;
  }

  // The identifiers that the clause had; nothing where that is not known.
  std::optional<Keys> keys_before(const Clause& clause, const std::vector<Keys>& written) const {
    if (before_) return before_->keys[graph::index(clause.id)];
    if (!written[graph::index(clause.id)].empty()) return written[graph::index(clause.id)];
    if (is_second_of_its_number(graph_, clause)) return std::nullopt;
    return Keys{clause.key};
  }

  // What a written `formerly=` says of versions before the one at hand; nothing where it says
  // anything else.
  Keys older_keys(const Clause& clause) const {
    const std::string* const written = clause.attributes.find("formerly");
    if (written == nullptr || !before_) return {};
    const Keys& older = before_->older_keys[graph::index(clause.id)];
    return older.size() == graph::split_keys(*written).size() ? older : Keys();
  }

  // Writes `formerly=` where neither the clause nor one above it says what its identifier was.
  void keep_identifiers() {
    std::vector<std::string> former(graph_.clauses.size());
    const std::vector<Keys> written_before = written_keys();
    for (const Clause& clause : graph_.clauses) {
      std::string& own = former[graph::index(clause.id)];
      const std::string* const written = clause.attributes.find("formerly");
      const Keys older = older_keys(clause);
      if (written != nullptr && older.empty()) {
        const auto keys = graph::split_keys(*written);
        own = keys.size() == 1 ? std::string(keys.front()) : "";
        continue;
      }
      // What is written on a clause is all that holds of it.
      if (written == nullptr) own = implied(clause, former);
      const auto was = keys_before(clause, written_before);
      if (!was || (was->size() == 1 && was->front() == own)) continue;
      std::string keys = to_write(*was, renumbered(clause.id).key, own);
      if (keys.empty()) continue;
      for (const std::string& each : older) keys += " " + each;
      if (takes_attributes(clause)) add(former_edit(text_, graph_, clause, keys));
      own = was->size() == 1 ? was->front() : "";
    }
  }

  // What `formerly=` has to say: of a clause that keeps its identifier only where the clause above
  // would say something else.
  static std::string to_write(const Keys& was, const std::string& key, const std::string& implied) {
    Keys gone;
    std::ranges::copy_if(was, std::back_inserter(gone),
                         [&](const std::string& each) { return each != key; });
    if (!gone.empty()) return fmt::format("{}", fmt::join(gone, " "));
    if (implied.empty()) return {};
    return was.empty() ? "none" : key;
  }

  std::string implied(const Clause& clause, const std::vector<std::string>& former) const {
    if (!clause.parent || former[graph::index(*clause.parent)].empty()) return {};
    const std::string& key = renumbered(clause.id).key;
    const std::string& above = renumbered(*clause.parent).key;
    if (!key.starts_with(above + ".")) return {};
    return former[graph::index(*clause.parent)] + key.substr(above.size());
  }

  // ---- proof

  // The references that name a clause, not the members of a range between its ends.
  static std::vector<std::pair<std::size_t, const Reference*>> named(const passes::Protocol& of) {
    std::vector<std::pair<std::size_t, const Reference*>> all;
    for (std::size_t i = 0; i < of.references().size(); ++i) {
      const Reference& each = of.references()[i];
      const bool member = each.kind == ReferenceKind::internal && each.to && each.numbers.empty() &&
                          !each.target.starts_with('#');
      if (!member) all.emplace_back(i, &each);
    }
    return all;
  }

  void prove() {
    source::SourceMap sources;
    diag::Sink sink;
    const source::FileId file =
        sources.add(std::string(reader_.sources.name(graph_.file)), result_.text);
    const auto now = passes::check_text(sources, file, reader_.vocabulary, {reader_.as_of}, sink);
    const auto same = [](const Clause& a, const Clause& b) {
      return a.key == b.key && a.full_number == b.full_number;
    };
    if (!now || !std::ranges::equal(now->clauses(), numbered_->graph.clauses, same))
      return refuse(graph_.clauses.front().span, "the text would be read differently");
    prove_references(named(protocol_), named(*now));
  }

  void prove_references(const std::vector<std::pair<std::size_t, const Reference*>>& then,
                        const std::vector<std::pair<std::size_t, const Reference*>>& now) {
    for (std::size_t i = 0; i < then.size(); ++i) {
      const Reference& was = *then[i].second;
      if (i >= now.size())
        return refuse(was.span, fmt::format("\"{}\" would be read differently", was.text));
      const Reference& is = *now[i].second;
      const Before::Meant* const earlier = meant(then[i].first);
      const auto goal = earlier != nullptr ? earlier->clause : was.to;
      if (was.from == is.from && was.kind == is.kind && goal == is.to && was.uri == is.uri)
        continue;
      refuse(was.span, fmt::format("\"{}\" leads to {} and would lead to {}", was.text, place(goal),
                                   place(is.to)));
      if (was.from != is.from) return;
    }
  }

  std::string place(std::optional<ClauseId> id) const {
    if (!id) return "no clause";
    const Clause& clause = graph_[*id];
    const std::string& words = clause.words().text;
    constexpr std::size_t longest = 40;
    const std::size_t cut =
        words.size() <= longest ? words.size() : std::min(words.find(' ', longest), words.size());
    return fmt::format("{} (\"{}{}\")", passes::shown(renumbered(*id)), words.substr(0, cut),
                       cut < words.size() ? " …" : "");
  }

  const Reader& reader_;
  const passes::Protocol& protocol_;
  const ClauseGraph& graph_;
  const std::optional<Before>& before_;
  std::string_view text_;
  std::vector<std::string> labels_;
  std::optional<Reread> numbered_;  // the text with its new numbers alone
  std::set<std::uint32_t> edited_;
  Rewriting result_;
};

}  // namespace

Rewriting renumber(const Reader& reader, const passes::Protocol& protocol,
                   const std::optional<Before>& before) {
  return Renumberer(reader, protocol, before).run();
}

}  // namespace concord::draft
