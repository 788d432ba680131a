#include "cli/adoption_peers.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/stamped.h"
#include "compare/comparison.h"
#include "compare/peers.h"
#include "source/sha256.h"
#include "view/compared.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

using graph::ClauseId;

bool can_have_counterparts(const graph::Clause& clause) {
  return clause.kind != graph::Kind::section && clause.kind != graph::Kind::table &&
         clause.kind != graph::Kind::footnote && !clause.words().text.empty();
}

void add(const passes::Protocol& protocol, const std::vector<ClauseId>& clauses,
         std::vector<ClauseId>& into) {
  std::ranges::copy_if(clauses, std::back_inserter(into),
                       [&](ClauseId each) { return can_have_counterparts(protocol[each]); });
}

// In the order of the redline: as proposed, and those that go.
struct Changed {
  std::vector<ClauseId> after;
  std::vector<ClauseId> gone;
};

Changed changed_clauses(const RevisedTexts& texts) {
  Changed made;
  for (const draft::Change& each : texts.revision.changes()) {
    if (each.kind < draft::ChangeClass::wording) continue;
    if (each.descent.deleted()) {
      add(texts.before.protocol(), each.descent.before, made.gone);
    } else {
      add(texts.after.protocol(), each.descent.after, made.after);
    }
  }
  return made;
}

// What the other councils say on clauses of one version.
view::Peers peers_of(const Version& version, const std::vector<ClauseId>& clauses,
                     const std::vector<passes::Protocol>& others, unsigned jobs) {
  const syntax::Register& registers = version.corpus.registers;
  std::vector<passes::Protocol> all = others;
  all.push_back(version.protocol());
  const auto own = static_cast<std::uint32_t>(others.size());
  const compare::Comparison comparison = compare::compare(all, {&registers, jobs});
  std::vector<compare::ClauseRef> asked;
  asked.reserve(clauses.size());
  for (const ClauseId each : clauses) asked.push_back({own, each});
  return view::peers_of_each(view::Compared(comparison, all, registers), asked,
                             comparison.peers().of[own].councils);
}

}  // namespace

std::vector<OtherText> other_texts(const std::string& id, const std::vector<fs::path>& places) {
  std::vector<OtherText> others;
  for (const fs::path& place : places.empty() ? std::vector<fs::path>{"protocols"} : places) {
    if (!fs::exists(place)) continue;
    source::SourceMap sources;
    for (const fs::path& path : source::find_protocols(place)) {
      diag::Sink sink;
      const source::FileId file = sources.load(path);
      syntax::Metadata metadata = syntax::parse(sources, file, sink).metadata;
      if (metadata.id != id)
        others.push_back({std::move(metadata), path, source::sha256(sources.text(file))});
    }
  }
  return others;
}

std::optional<view::Peers> peers_of_changes(Reading reading, const RevisedTexts& texts,
                                            const std::vector<OtherText>& others) {
  const Changed changed = changed_clauses(texts);
  if (others.empty() || (changed.after.empty() && changed.gone.empty())) return std::nullopt;
  reading.paths.clear();
  for (const OtherText& each : others) reading.paths.push_back(each.file);
  const Corpus corpus = compile(reading, {});
  if (corpus.protocols.empty()) return std::nullopt;
  const std::string& language = texts.after.protocol().metadata().language;
  const view::Words words(language);
  view::Peers peers = peers_of(texts.after, changed.after, corpus.protocols, reading.jobs);
  for (view::PeerChoice& each : peers.choices)
    each.place.label = words.say("peers_proposed", fmt::arg("place", each.place.label));
  if (!changed.gone.empty()) {
    view::Peers gone = peers_of(texts.before, changed.gone, corpus.protocols, reading.jobs);
    for (view::PeerChoice& each : gone.choices) {
      each.place.label = words.say("peers_deleted", fmt::arg("place", each.place.label));
      peers.choices.push_back(std::move(each));
    }
    peers.council = gone.council;
  }
  peers.language = language;
  peers.stamp = stamp_of(corpus);
  peers.stamp.texts.push_back(
      view::stamped(texts.after.protocol().metadata(), texts.after.protocol().metadata().id));
  return peers;
}

}  // namespace concord::cli
