#include "cli/version_sets.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "diag/messages.h"
#include "language/words.h"
#include "syntax/front_matter.h"
#include "syntax/source_edits.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

using syntax::Document;

source::Span place_of(const Document& document, std::string_view key) {
  return document.metadata.span(key, document.file);
}

// "adopted on 15 May 2023, version 2.1"
std::string standing_of(const syntax::Metadata& metadata) {
  std::string words(syntax::name_of(metadata.status));
  if (metadata.adopted.date.present()) words += " on " + metadata.adopted.date.in_words();
  const std::string label = draft::version_label(metadata);
  return label.empty() ? words : words + ", version " + label;
}

class SetMaker {
 public:
  SetMaker(const std::vector<const Document*>& documents, std::vector<diag::Sink>& sinks)
      : documents_(documents), sinks_(sinks) {}

  std::map<std::string, VersionSet> make() {
    std::map<std::string, std::vector<std::size_t>> by_id;
    for (std::size_t i = 0; i < documents_.size(); ++i)
      if (documents_[i] != nullptr) by_id[documents_[i]->metadata.id].push_back(i);
    for (const auto& [id, texts] : by_id) taken_.insert(id);
    std::map<std::string, VersionSet> sets;
    for (auto& [id, texts] : by_id) {
      refuse_other_councils(texts);
      refuse_twins(texts);
      sets.emplace(id, VersionSet{texts, versions(texts)});
      report_superseded(sets.at(id));
    }
    return sets;
  }

 private:
  draft::Versions versions(const std::vector<std::size_t>& texts) const {
    std::vector<const syntax::Metadata*> all;
    all.reserve(texts.size());
    for (const std::size_t i : texts) all.push_back(&documents_[i]->metadata);
    return draft::Versions(all);
  }

  // Two texts of one id would be written to one place.
  void refuse_other_councils(std::vector<std::size_t>& texts) {
    const Document& first = *documents_[texts.front()];
    std::erase_if(texts, [&](std::size_t i) {
      const Document& other = *documents_[i];
      if (language::fold(other.metadata.council) == language::fold(first.metadata.council))
        return false;
      sinks_[i].report({diag::Code::ID003,
                        place_of(other, "id"),
                        fmt::format(diag::ID003::same_identifier, first.metadata.id),
                        {{diag::ID003::other, place_of(first, "id")},
                         {fmt::format(diag::ID003::free, free_id(other.metadata)), std::nullopt}}});
      return true;
    });
  }

  // An id that no text has: of the council's name, else numbered. Each is proposed once.
  std::string free_id(const syntax::Metadata& metadata) {
    std::string stem = syntax::as_identifier(metadata.council).substr(0, 70);
    if (stem.empty()) stem = metadata.id;
    std::string id = stem;
    for (int number = 2; !taken_.insert(id).second; ++number)
      id = fmt::format("{}-{}", stem, number);
    return id;
  }

  void refuse_twins(std::vector<std::size_t>& texts) {
    std::set<std::size_t> refused;
    const draft::Versions all = versions(texts);
    for (const auto& [first, second] : all.clashes()) {
      if (refused.contains(texts[first]) || !refused.insert(texts[second]).second) continue;
      const Document& kept = *documents_[texts[first]];
      const Document& other = *documents_[texts[second]];
      sinks_[texts[second]].report(
          {diag::Code::ID003,
           place_of(other, "status"),
           fmt::format(diag::ID003::same_version, other.metadata.id, standing_of(other.metadata)),
           {{diag::ID003::other_version, place_of(kept, "status")}}});
    }
    std::erase_if(texts, [&](std::size_t i) { return refused.contains(i); });
  }

  // Of the texts that say they are adopted all but the one in force.
  void report_superseded(const VersionSet& set) {
    const auto in_force = set.versions.in_force();
    if (!in_force) return;
    const Document& present = *documents_[set.texts[*in_force]];
    std::string entry = syntax::status_lines(syntax::Status::superseded);
    entry.pop_back();  // its line break
    for (std::size_t i = 0; i < set.texts.size(); ++i) {
      const Document& text = *documents_[set.texts[i]];
      if (i == *in_force || text.metadata.status != syntax::Status::adopted) continue;
      const source::Span place = place_of(text, "status");
      sinks_[set.texts[i]].report(
          {diag::Code::VER005,
           place,
           fmt::format(diag::VER005::superseded, standing_of(present.metadata)),
           {{diag::VER005::in_force, place_of(present, "status")}},
           {{diag::VER005::write, place, entry, false}}});
    }
  }

  const std::vector<const Document*>& documents_;
  std::vector<diag::Sink>& sinks_;
  std::set<std::string> taken_;  // ids
};

[[noreturn]] void refuse_version(const std::string& asked, const VersionSet& set,
                                 const std::vector<std::size_t>& meant) {
  std::vector<std::string> candidates;
  for (const std::size_t i : meant.empty() ? set.versions.in_order() : meant)
    candidates.push_back(set.versions.name(i));
  const std::string known = fmt::format("{}", fmt::join(candidates, ", "));
  if (!meant.empty())
    throw UsageError(
        fmt::format("more than one text is version \"{}\"; name one of {}", asked, known));
  throw UsageError(fmt::format("there is no version \"{}\"; {} {}", asked,
                               candidates.size() == 1 ? "the only one is" : "the versions are",
                               known));
}

std::size_t version_meant(const VersionSet& set, const std::string& id,
                          const std::string& version) {
  const std::vector<std::size_t> meant = set.versions.meant_by(version);
  if (meant.size() != 1) refuse_version(id + "@" + version, set, meant);
  return set.texts[meant.front()];
}

// Another text may claim to be the same version: which one is meant nobody can tell.
void refuse_twin(const VersionName& name, std::size_t meant, const std::vector<fs::path>& paths,
                 const std::vector<const Document*>& documents) {
  std::vector<const syntax::Metadata*> all;
  all.reserve(documents.size());
  for (const Document* each : documents) all.push_back(&each->metadata);
  const draft::Versions versions(all);
  for (const auto& [first, second] : versions.clashes())
    if (first == meant || second == meant)
      throw UsageError(fmt::format(
          "\"{}@{}\" is \"{}\" and \"{}\": nothing tells these versions apart; name the file, or "
          "give each a version of its own",
          name.id, name.version, paths[first].string(), paths[second].string()));
}

// By its name, its date of adoption and its label.
void add_version(const std::string& name, const graph::ClauseGraph& graph, passes::Corpus& corpus) {
  const syntax::Metadata& metadata = graph.metadata;
  for (const std::string& each : {name, metadata.adopted.date.iso, draft::version_label(metadata)})
    if (!each.empty()) corpus.emplace(fmt::format("{}@{}", metadata.id, each), &graph);
}

// Of a version beside the one that stands for the protocol, in the folder of that.
std::string folder_beside(const std::string& id, const std::string& name) {
  const bool own = name.starts_with("draft") || name == "in-force";
  return id + (own ? "/" : "/versions/") + name;
}

}  // namespace

std::size_t VersionSet::chosen(const Reading& reading, const std::string& id) const {
  const auto asked = reading.versions.find(id);
  if (asked != reading.versions.end()) return version_meant(*this, id, asked->second);
  return texts[reading.drafts ? versions.latest_draft() : versions.standing()];
}

std::map<std::string, VersionSet> version_sets(const std::vector<const Document*>& documents,
                                               std::vector<diag::Sink>& sinks) {
  return SetMaker(documents, sinks).make();
}

passes::Corpus graphs_by_name(const std::map<std::string, VersionSet>& sets, const Reading& reading,
                              const std::vector<const graph::ClauseGraph*>& graphs) {
  passes::Corpus corpus;
  for (const auto& [id, set] : sets) {
    corpus.emplace(id, graphs[set.chosen(reading, id)]);
    for (std::size_t i = 0; i < set.texts.size(); ++i)
      add_version(set.versions.name(i), *graphs[set.texts[i]], corpus);
  }
  return corpus;
}

std::optional<VersionName> version_name(const std::string& asked) {
  const std::size_t at = asked.find('@');
  if (at == std::string::npos || at == 0 || asked.find_first_of("/:") != std::string::npos)
    return std::nullopt;
  const std::size_t sign = std::min(asked.find('#'), asked.size());
  if (sign <= at + 1) return std::nullopt;
  return VersionName{asked.substr(0, at), asked.substr(at + 1, sign - at - 1),
                     sign == asked.size() ? "" : asked.substr(sign + 1)};
}

fs::path find_version(const VersionName& name, const std::vector<fs::path>& places) {
  source::SourceMap sources;
  std::vector<Document> texts;
  std::vector<fs::path> paths;
  for (const fs::path& place : places) {
    if (!fs::exists(place)) continue;
    for (const fs::path& path : source::find_protocols(place)) {
      diag::Sink sink;
      Document document = syntax::parse(sources, sources.load(path), sink);
      if (document.metadata.id != name.id) continue;
      texts.push_back(std::move(document));
      paths.push_back(path);
    }
  }
  if (texts.empty())
    throw UsageError(
        fmt::format("there is no protocol \"{}\" in {}", name.id,
                    places.empty() ? std::string() : "\"" + places.front().string() + "\""));
  std::vector<const Document*> documents;
  documents.reserve(texts.size());
  for (const Document& each : texts) documents.push_back(&each);
  std::vector<diag::Sink> sinks(documents.size());
  const VersionSet set = version_sets(documents, sinks).at(name.id);
  const std::size_t meant = version_meant(set, name.id, name.version);
  refuse_twin(name, meant, paths, documents);
  return paths[meant];
}

std::string choose_version(const std::string& asked, Reading& reading) {
  const auto name = version_name(asked);
  if (!name) return asked;
  const auto [chosen, first] = reading.versions.emplace(name->id, name->version);
  if (!first && chosen->second != name->version)
    throw UsageError(fmt::format(
        "\"{0}@{1}\" and \"{0}@{2}\" are versions of one protocol; for these use concord redline",
        name->id, chosen->second, name->version));
  return name->clause.empty() ? name->id : name->id + "#" + name->clause;
}

passes::Corpus graphs_of(const Corpus& corpus) {
  passes::Corpus graphs;
  for (std::size_t i = 0; i < corpus.protocols.size(); ++i) {
    const passes::Protocol& protocol = corpus.protocols[i];
    graphs.emplace(protocol.metadata().id, &protocol.graph());
    add_version(corpus.names[i], protocol.graph(), graphs);
  }
  for (const OtherVersion& each : corpus.others)
    add_version(each.name, each.protocol.graph(), graphs);
  return graphs;
}

std::vector<CompiledVersion> versions_of(const Corpus& corpus, std::size_t protocol) {
  const std::string& id = corpus.protocols[protocol].metadata().id;
  std::vector<CompiledVersion> all;
  enum class Others : std::uint8_t { earlier, later };
  const auto add = [&](Others which) {
    for (const OtherVersion& each : corpus.others)
      if (each.of == protocol && each.earlier == (which == Others::earlier))
        all.push_back({&each.document, &each.protocol, each.name, folder_beside(id, each.name)});
  };
  add(Others::earlier);
  all.push_back(
      {&corpus.documents[protocol], &corpus.protocols[protocol], corpus.names[protocol], id});
  add(Others::later);
  return all;
}

}  // namespace concord::cli
