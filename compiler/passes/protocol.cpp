#include "passes/protocol.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "graph/keys.h"
#include "passes/subject.h"
#include "passes/vocabulary.h"

namespace concord::passes {

using graph::EdgeKind;
using graph::VertexKind;

// Runs the passes and puts what they found into one Protocol and its network.
class Checker {
 public:
  Checker(graph::ClauseGraph graph, const Vocabulary& vocabulary, const CheckOptions& options,
          diag::Sink& sink)
      : vocabulary_(vocabulary), options_(options), sink_(sink) {
    protocol_.graph_ = std::move(graph);
  }

  Protocol run() && {
    const Subject subject(protocol_.graph_, vocabulary_, options_, sink_);
    Found found(subject);
    find_links(subject, found);
    find_instruments(subject, found);
    find_numbered(subject, found);
    find_documents(subject, found);
    check_numbering(subject);
    protocol_.roles_ = find_roles(subject, found);
    protocol_.definitions_ = find_definitions(subject, protocol_.roles_);
    protocol_.topics_ = find_topics(subject);
    protocol_.review_owner_ = review_owner();
    check_footnotes(subject);
    check_metadata(subject);
    check_slips(subject);
    check_unfinished(subject);
    check_duplicates(subject);
    check_style(subject, found, protocol_.roles_);
    check_accessibility(subject);
    protocol_.references_ = std::move(found).take();
    std::ranges::stable_sort(protocol_.references_, {}, [](const Reference& reference) {
      return std::pair(reference.from, reference.range);
    });
    connect();
    check_circles(subject);
    return std::move(protocol_);
  }

 private:
  std::string review_owner() const {
    const syntax::Metadata& metadata = protocol_.metadata();
    const std::string& owner = metadata.review.owner;
    const auto own = metadata.roles.find(owner);
    if (own != metadata.roles.end() && !own->second.empty()) return own->second.front();
    const syntax::Role* role = vocabulary_.registers().role(owner);
    return role != nullptr ? role->title : owner;
  }

  const std::string& id() const { return protocol_.metadata().id; }
  static std::uint32_t vertex(ClauseId clause) { return static_cast<std::uint32_t>(clause); }

  void connect() {
    graph::Network& network = protocol_.graph_.network;
    for (const Definition& each : protocol_.definitions_) {
      const auto term = network.add({fmt::format("{}/definition:{}", id(), graph::slug(each.term)),
                                     VertexKind::definition, each.term});
      network.connect(vertex(each.clause), term, EdgeKind::defines);
      for (const Mention& use : each.uses)
        network.connect(vertex(use.clause), term, EdgeKind::uses);
    }
    std::unordered_map<std::string_view, std::uint32_t> roles;  // the vertex of each
    for (const RoleUse& each : protocol_.roles_) {
      const auto [named, fresh] = roles.try_emplace(each.role);
      if (fresh) named->second = add_role(network, each);
      network.connect(vertex(each.mention.clause), named->second, EdgeKind::uses);
    }
    for (const Reference& each : protocol_.references_) connect(network, each);
    connect_footnotes(network);
    network.edges();  // sorted now, so that threads may read it
  }

  std::uint32_t add_role(graph::Network& network, const RoleUse& use) const {
    const syntax::Role* role = vocabulary_.registers().role(use.role);
    return network.add({fmt::format("role:{}", use.role), VertexKind::role,
                        role != nullptr ? role->title : use.title});
  }

  void connect(graph::Network& network, const Reference& reference) const {
    if (reference.to) {
      network.connect(vertex(reference.from), vertex(*reference.to), EdgeKind::refers_to);
    } else if (reference.kind == ReferenceKind::instrument) {
      const syntax::Instrument* instrument = vocabulary_.registers().instrument(reference.target);
      const auto cited =
          network.add({fmt::format("instrument:{}", reference.target), VertexKind::instrument,
                       instrument != nullptr ? instrument->title : reference.target});
      network.connect(vertex(reference.from), cited, EdgeKind::cites);
    } else if (reference.kind == ReferenceKind::external) {
      const auto outside =
          network.add({fmt::format("{}/external:{}", id(), graph::slug(place_of(reference.target))),
                       VertexKind::external, reference.target});
      network.connect(vertex(reference.from), outside, EdgeKind::refers_to);
    }
  }

  // "Appendix 7 of this Constitution" and "Appendix 7 of the constitution" are one place.
  static std::string_view place_of(std::string_view target) {
    const std::string folded = fold(target);
    for (const std::string_view owner : {" of this constitution", " of the constitution"})
      if (folded.ends_with(owner)) return target.substr(0, target.size() - owner.size());
    return target;
  }

  void connect_footnotes(graph::Network& network) const {
    std::map<std::string, ClauseId> notes;
    for (const graph::Clause& clause : protocol_.clauses())
      if (clause.kind == graph::Kind::footnote) notes.emplace(clause.number.label, clause.id);
    for (const graph::Clause& clause : protocol_.clauses())
      for (const syntax::Mark& mark : clause.words().marks) {
        const auto note =
            mark.kind == syntax::MarkKind::footnote ? notes.find(mark.target) : notes.end();
        if (note != notes.end())
          network.connect(vertex(clause.id), vertex(note->second), EdgeKind::uses);
      }
  }

  const Vocabulary& vocabulary_;
  const CheckOptions& options_;
  diag::Sink& sink_;
  Protocol protocol_;
};

std::vector<ClauseId> Protocol::referred_by(ClauseId id) const {
  std::vector<ClauseId> sources;
  for (const Reference& reference : references_)
    if (reference.to == id && (sources.empty() || sources.back() != reference.from))
      sources.push_back(reference.from);
  return sources;
}

std::string Protocol::global_id(ClauseId id) const {
  return metadata().id + "#" + (*this)[id].key;
}

std::optional<Protocol> check(graph::ClauseGraph graph, const Vocabulary& vocabulary,
                              const CheckOptions& options, diag::Sink& sink) {
  if (graph.clauses.empty()) return std::nullopt;
  return Checker(std::move(graph), vocabulary, options, sink).run();
}

std::string dump(const Protocol& protocol) {
  std::string text;
  const auto where = [&](ClauseId clause, syntax::Range range) {
    return fmt::format("{}:{}-{}", protocol[clause].key, range.begin, range.end);
  };
  for (const Reference& each : protocol.references()) {
    const std::string target = each.to                                ? "#" + protocol[*each.to].key
                               : each.kind == ReferenceKind::internal ? "nowhere"
                                                                      : each.target;
    text += fmt::format("reference {} \"{}\" -> {}{}{}\n", where(each.from, each.range), each.text,
                        target, each.uri.empty() ? "" : " ", each.uri);
  }
  for (const Definition& each : protocol.definitions())
    text += fmt::format("definition {} \"{}\" used {} times\n", where(each.clause, each.range),
                        each.term, each.uses.size());
  for (const RoleUse& each : protocol.roles())
    text += fmt::format("role {} \"{}\" {}\n", where(each.mention.clause, each.mention.range),
                        each.title, each.role);
  for (const graph::Clause& clause : protocol.clauses())
    if (!protocol.topic(clause.id).empty() && clause.kind == graph::Kind::section)
      text += fmt::format("topic {} {}\n", clause.key, protocol.topic(clause.id));
  return text;
}

}  // namespace concord::passes
