#include "train/inputs.h"

#include <fmt/format.h>

#include <map>
#include <stdexcept>

#include "compare/match/corpus.h"
#include "graph/clause_graph.h"
#include "passes/vocabulary.h"
#include "source/files.h"
#include "source/source_map.h"
#include "syntax/document.h"
#include "syntax/registers.h"

namespace concord::training {

syntax::Register read_registers(const std::filesystem::path& folder) {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register registers;
  for (const auto& path : source::find_registers(folder))
    syntax::read_register(sources, sources.load(path), registers, sink);
  if (!sink.all().empty()) throw std::runtime_error(folder.string() + " has faults");
  return registers;
}

std::vector<passes::Protocol> read_protocols(const std::filesystem::path& folder,
                                             const syntax::Register& registers,
                                             const std::set<std::string>& left_out) {
  const passes::Vocabulary vocabulary(registers);
  std::vector<passes::Protocol> protocols;
  for (const std::filesystem::path& path : source::find_protocols(folder)) {
    source::SourceMap sources;
    diag::Sink sink;
    const source::FileId file = sources.load(path);
    auto protocol =
        passes::check(graph::build(syntax::parse(sources, file, sink), sink), vocabulary, {}, sink);
    if (protocol && !left_out.contains(protocol->metadata().id)) {
      protocols.push_back(*std::move(protocol));
    }
  }
  return protocols;
}

compare::Gold read_gold(const std::filesystem::path& folder) {
  const auto file = [&](const char* name) { return source::read_file(folder / name); };
  const std::string near = std::filesystem::exists(folder / "near.tsv") ? file("near.tsv") : "";
  return compare::read_gold(file("units.tsv"), file("links.tsv"), file("divergences.tsv"), near);
}

compare::Gold joined(compare::Gold gold, const compare::Gold& more) {
  gold.units.insert(gold.units.end(), more.units.begin(), more.units.end());
  gold.links.insert(gold.links.end(), more.links.begin(), more.links.end());
  gold.near_misses.insert(gold.near_misses.end(), more.near_misses.begin(), more.near_misses.end());
  gold.divergences.insert(gold.divergences.end(), more.divergences.begin(), more.divergences.end());
  return gold;
}

compare::Background count_background(std::span<const passes::Protocol> protocols,
                                     const syntax::Register& registers) {
  std::vector<compare::ClauseText> texts;
  for (std::uint32_t p = 0; p < protocols.size(); ++p) {
    compare::append_clause_texts(protocols[p].graph(), p, texts);
  }
  const compare::Lexicon lexicon(&registers, protocols);
  const compare::Corpus corpus = compare::build_corpus(texts, {}, lexicon, {});
  std::set<std::vector<std::uint32_t>> sentences;  // as sets of terms
  for (const compare::Wording& wording : corpus.wordings) {
    for (const compare::Segment& segment : wording.segments) sentences.insert(segment.terms);
  }
  std::map<std::string, double> uses;
  for (const auto& sentence : sentences) {
    for (const std::uint32_t term : sentence) uses[corpus.forms[term]] += 1;
  }
  return {static_cast<double>(sentences.size()), {uses.begin(), uses.end()}};
}

std::string to_text(const compare::Background& background) {
  std::string text = fmt::format(
      "// How many distinct sentences of the background have each term (background.h): data, "
      "counted "
      "by\n// tests/train.\nSENTENCES({})\n",
      background.sentences);
  for (const auto& [form, sentences] : background.uses) {
    text += fmt::format("TERM(\"{}\", {})\n", form, sentences);
  }
  return text;
}

}  // namespace concord::training
