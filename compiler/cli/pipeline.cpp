#include "cli/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <system_error>

#include "cli/memory.h"
#include "cli/parallel.h"
#include "cli/share.h"
#include "cli/sources.h"
#include "cli/version_sets.h"
#include "diag/messages.h"
#include "graph/clause_graph.h"
#include "intake/read.h"
#include "passes/borrowing.h"
#include "passes/peers.h"
#include "passes/provisions.h"
#include "passes/vocabulary.h"
#include "source/digest.h"
#include "source/git.h"
#include "syntax/document.h"
#include "syntax/role_lists.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

// "york@draft" is looked for among the other paths; in protocols/ where there are none.
fs::path as_file(const fs::path& path, const std::vector<fs::path>& paths) {
  const auto name = fs::exists(path) ? std::nullopt : version_name(path.string());
  if (!name) return path;
  std::vector<fs::path> places;
  std::ranges::copy_if(paths, std::back_inserter(places),
                       [](const fs::path& each) { return fs::exists(each); });
  return find_version(*name, places.empty() ? std::vector<fs::path>{"protocols"} : places);
}

// Sorted, each file once however it was named.
std::vector<fs::path> find_all(const std::vector<fs::path>& paths) {
  std::map<fs::path, fs::path> found;  // by where it really is
  for (const fs::path& path : paths) {
    if (!fs::exists(path)) {
      throw UsageError(fmt::format("there is no file or folder \"{}\"", path.string()));
    }
    for (const fs::path& file : source::find_protocols(path))
      found.emplace(fs::canonical(file), file);
  }
  if (found.empty()) {
    throw UsageError(
        fmt::format("no protocol (*.md) in \"{}\"; \"concord import\" makes sources of Word files, "
                    "PDFs and web pages",
                    paths.front().string()));
  }
  std::vector<fs::path> files;
  files.reserve(found.size());
  for (const auto& [place, file] : found) files.push_back(file);
  std::sort(files.begin(), files.end());
  return files;
}

// What to do with a document that somebody took for a source; nothing for a source, and for bytes
// of no kind that is known, which are read as a source with its faults.
std::optional<intake::Refusal> refused_as_source(std::string_view bytes) {
  const auto format = intake::format_of(bytes);
  if (!format) {
    const bool known = bytes.starts_with("\xD0\xCF\x11\xE0") || bytes.starts_with("PK\x03\x04") ||
                       bytes.starts_with("{\\rtf");
    return known ? std::optional(intake::refusal_of(bytes)) : std::nullopt;
  }
  const bool page = *format == intake::Format::html && !bytes.starts_with("---");
  if (!page && *format != intake::Format::word && *format != intake::Format::pdf)
    return std::nullopt;
  return intake::Refusal{diag::Code::IMP025,
                         fmt::format(diag::IMP025::no_source, intake::name_of(*format))};
}

source::FileId load(source::SourceMap& sources, const fs::path& path, diag::Sink& sink) {
  try {
    std::string text = source::read_file(path);
    std::optional<intake::Refusal> refused = refused_as_source(text);
    const source::FileId file = sources.add(path.generic_string(), refused ? "" : std::move(text));
    if (refused) sink.report({refused->code, {file, 0, 0}, std::move(refused->reason)});
    return file;
  } catch (const std::system_error& error) {
    const source::FileId file = sources.add(path.generic_string(), "");
    sink.report({diag::Code::SRC001, {file, 0, 0}, error.what()});
    return file;
  }
}

void load_registers(Texts& texts, const fs::path& folder, bool provisions) {
  const auto load_one = [&](const fs::path& path) {
    return load(texts.sources, path, texts.register_sink);
  };
  const auto files_in = [&](const fs::path& of) {
    std::vector<fs::path> files = source::find_registers(of);
    std::erase_if(files, [&](const fs::path& each) {
      return !provisions && each.filename() == "provisions.yaml";
    });
    return files;
  };
  for (const fs::path& path : files_in(folder)) texts.registers.push_back(load_one(path));
  const auto share = find_share_if_present();
  if (!share || !fs::is_directory(share->registers)) return;
  if (fs::equivalent(share->registers, folder)) return;
  for (const fs::path& path : files_in(share->registers)) {
    const bool replaced = fs::exists(folder / path.filename());
    texts.programs_own.push_back(load_one(path));
    (replaced ? texts.own_registers : texts.registers).push_back(texts.programs_own.back());
  }
}

void load_committed(Texts& texts, const std::string& name) {
  source::CommittedText committed = source::committed_text(name);
  if (!committed.error.empty()) throw UsageError(fmt::format("\"{}\": {}", name, committed.error));
  texts.sinks.emplace_back();
  texts.files.push_back(texts.sources.add(name, std::move(committed.text)));
}

std::string day_of_epoch(const char* seconds) {
  const std::string_view digits = seconds;
  std::time_t time = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), time);
  std::tm date{};
  if (error != std::errc() || end != digits.data() + digits.size() ||
      ::gmtime_r(&time, &date) == nullptr) {
    throw UsageError(fmt::format("SOURCE_DATE_EPOCH is a number of seconds; found \"{}\"", digits));
  }
  return fmt::format("{:04}-{:02}-{:02}", date.tm_year + 1900, date.tm_mon + 1, date.tm_mday);
}

// As late as the texts were taken, and no earlier than any was adopted.
std::string day_of(const Reading& reading, const std::vector<syntax::Document>& documents) {
  if (!reading.as_of.empty()) return reading.as_of;
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) return day_of_epoch(epoch);
  std::string newest;
  for (const syntax::Document& document : documents) {
    const syntax::Metadata& metadata = document.metadata;
    newest = std::max(newest, metadata.source.retrieved.last_day());
    if (metadata.adopted.date.is_day()) newest = std::max(newest, metadata.adopted.date.iso);
  }
  return newest;
}

bool unreadable(const diag::Sink& sink) {
  return std::any_of(sink.all().begin(), sink.all().end(), [](const diag::Diagnostic& diagnostic) {
    return diagnostic.code == diag::Code::SRC001 || diagnostic.code == diag::Code::IMP001 ||
           diagnostic.code == diag::Code::IMP025;
  });
}

// By text; null for one that could not be read.
std::vector<const graph::ClauseGraph*> graphs_of(
    const std::vector<std::optional<passes::Protocol>>& protocols) {
  std::vector<const graph::ClauseGraph*> graphs;
  graphs.reserve(protocols.size());
  for (const auto& each : protocols) graphs.push_back(each ? &each->graph() : nullptr);
  return graphs;
}

// What a text says of others is looked for in all of them: from="york#4.3", and its peers.
void check_among_others(const std::vector<std::optional<passes::Protocol>>& protocols,
                        const passes::Corpus& corpus, Texts& texts) {
  for (std::size_t i = 0; i < protocols.size(); ++i) {
    if (!protocols[i]) continue;
    passes::check_borrowing(protocols[i]->graph(), corpus, texts.sinks[i]);
    passes::check_peers(protocols[i]->graph(), corpus, texts.sinks[i]);
  }
}

ReadRegisters read_registers(const Texts& texts) {
  ReadRegisters made;
  for (const source::FileId file : texts.registers)
    syntax::read_register(texts.sources, file, made.registers, made.sink);
  for (const source::FileId file : texts.own_registers)
    syntax::read_missing(texts.sources, file, made.registers, made.sink);
  // The program's own lists may name roles that a user's register lacks.
  for (const source::FileId file : texts.registers)
    if (std::ranges::find(texts.programs_own, file) == texts.programs_own.end())
      syntax::check_role_lists(texts.sources, file, made.registers, made.sink);
  passes::check_provisions(made.registers, texts.programs_own, made.sink);
  return made;
}

// Names these texts and where they stand, as spans know it.
std::string name_of(const source::SourceMap& sources, const std::vector<source::FileId>& files) {
  std::string places;
  std::vector<std::string_view> parts;
  for (const source::FileId file : files) {
    places += fmt::format("{} ", static_cast<std::uint32_t>(file));
    parts.push_back(sources.name(file));
    parts.push_back(sources.text(file));
  }
  parts.push_back(places);
  return source::digest(parts);
}

std::string name_of_registers(const Texts& texts) {
  const std::string all = name_of(texts.sources, texts.registers);
  const std::string own = name_of(texts.sources, texts.own_registers);
  return source::digest({all, own, name_of(texts.sources, texts.programs_own)});
}

// The same wherever the files lie: also for a copy of the program's own, beside which these are
// read as well.
std::string digest_of_registers(const Texts& texts) {
  std::set<std::string_view> all;
  for (const auto* files : {&texts.registers, &texts.own_registers})
    for (const source::FileId file : *files) all.insert(texts.sources.text(file));
  return source::digest({all.begin(), all.end()});
}

// A text that calls itself a draft is judged as one.
diag::Profile own_profile(const syntax::Metadata& metadata, bool revision) {
  const bool draft = metadata.status == syntax::Status::draft && metadata.spans.contains("status");
  const auto named = diag::profile_named(metadata.profile);
  const bool copied = revision && draft && named == diag::Profile::transcription;
  if (named && !copied) return *named;
  return draft ? diag::Profile::draft : diag::Profile::transcription;
}

void judge_one(const diag::Sink& sink, const diag::Policy& policy, Corpus& corpus) {
  std::vector<diag::Finding> found = diag::judge(sink, policy);
  if (!policy.off.empty()) {
    const diag::Policy everything{policy.profile, {}, policy.deny_warnings};
    corpus.lifted.findings += diag::judge(sink, everything).size() - found.size();
  }
  std::move(found.begin(), found.end(), std::back_inserter(corpus.findings));
}

// The sets say of which text another version was read.
void judge_all(const Texts& texts, const std::vector<syntax::Document>& documents,
               const std::map<std::string, VersionSet>& sets, const Judging& judging,
               Corpus& corpus) {
  std::vector<Judging> by_text(texts.sinks.size(), judging);
  for (const auto& [id, set] : sets)
    for (const std::size_t text : set.texts)
      by_text[text].revision = judging.revision || set.versions.in_force().has_value();
  corpus.lifted.codes = judging.off;
  judge_one(texts.register_sink, policy_of(judging, {}), corpus);
  for (std::size_t i = 0; i < texts.sinks.size(); ++i)
    judge_one(texts.sinks[i], policy_of(by_text[i], documents[i].metadata), corpus);
}

// A text of which there is no protocol is no version of any.
std::vector<const syntax::Document*> readable(
    const std::vector<syntax::Document>& documents,
    const std::vector<std::optional<passes::Protocol>>& protocols) {
  std::vector<const syntax::Document*> all(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i)
    if (protocols[i]) all[i] = &documents[i];
  return all;
}

// Moves the versions of one protocol into the corpus.
void add_versions(const VersionSet& set, std::size_t chosen,
                  std::vector<syntax::Document>& documents,
                  std::vector<std::optional<passes::Protocol>>& protocols, Corpus& corpus) {
  const auto place = static_cast<std::uint32_t>(corpus.protocols.size());
  bool earlier = true;
  for (const std::size_t version : set.versions.in_order()) {
    const std::size_t i = set.texts[version];
    const std::string& name = set.versions.name(version);
    if (i == chosen) {
      earlier = false;
      corpus.documents.push_back(std::move(documents[i]));
      corpus.protocols.push_back(*std::move(protocols[i]));
      corpus.names.push_back(name);
    } else {
      corpus.others.push_back(
          {place, earlier, name, std::move(documents[i]), *std::move(protocols[i])});
    }
  }
}

// Adds what `find` finds at the place, which may vanish meanwhile.
template <typename Find>
void add_found(const Find& find, const fs::path& place, std::vector<fs::path>& files) {
  try {
    std::ranges::move(find(place), std::back_inserter(files));
  } catch (const std::system_error&) {
  }
}

// Those that need not be read; null for none.
const syntax::Register* known_registers(const Reading& reading) {
  const bool same =
      reading.known != nullptr && reading.known->register_folder == find_registers(reading);
  return same ? &reading.known->registers : nullptr;
}

void load_registers(Texts& texts, const Reading& reading) {
  if (known_registers(reading) == nullptr)
    load_registers(texts, find_registers(reading), reading.provisions);
}

// What texts are read with.
class Reader {
 public:
  // `memory` may be null. Borrows all three.
  Reader(const Reading& reading, Texts& texts, Memory* memory)
      : reading_(reading), texts_(texts), memory_(memory) {
    if (memory_ == nullptr) return;
    registers_ = name_of_registers(texts_);
    memory_->begin_round(registers_);
  }

  void take_registers(Corpus& into) const {
    if (const syntax::Register* known = known_registers(reading_)) {
      into.registers = *known;
      into.registers_digest = reading_.known->registers_digest;
      return;
    }
    ReadRegisters read = source::remembered(
        kept(&Memory::registers), [&] { return registers_; },
        [&] { return read_registers(texts_); });
    into.registers = std::move(read.registers);
    into.registers_digest = digest_of_registers(texts_);
    texts_.register_sink.absorb(std::move(read.sink));
  }

  syntax::Document parse(std::size_t text) const {
    ParsedText parsed = source::remembered(
        kept(&Memory::parsed), [&] { return name_of(texts_.sources, {texts_.files[text]}); },
        [&] {
          ParsedText made;
          made.document = syntax::parse(texts_.sources, texts_.files[text], made.sink);
          return made;
        });
    texts_.sinks[text].absorb(std::move(parsed.sink));
    return std::move(parsed.document);
  }

  std::optional<passes::Protocol> check(std::size_t text, const syntax::Document& document,
                                        const passes::Vocabulary& vocabulary,
                                        const std::string& as_of) const {
    CheckedText checked = source::remembered(
        kept(&Memory::checked),
        [&] {
          return source::digest({name_of(texts_.sources, {texts_.files[text]}), registers_, as_of});
        },
        [&] {
          CheckedText made;
          made.protocol =
              passes::check(graph::build(document, made.sink), vocabulary, {as_of}, made.sink);
          return made;
        });
    texts_.sinks[text].absorb(std::move(checked.sink));
    return std::move(checked.protocol);
  }

 private:
  // Where things of that kind are remembered, or null.
  template <typename Value>
  source::Remembered<Value>* kept(source::Remembered<Value> Memory::*kind) const {
    return memory_ == nullptr ? nullptr : &(memory_->*kind);
  }

  const Reading& reading_;
  Texts& texts_;
  Memory* memory_;
  std::string registers_;  // a name of what they say, where there is a memory
};

}  // namespace

std::vector<fs::path> paths_of(const Reading& reading) {
  if (!reading.committed.empty())
    return {reading.committed.substr(reading.committed.find(':') + 1)};
  if (reading.paths.empty()) return {"protocols"};
  std::vector<fs::path> paths;
  for (const fs::path& each : reading.paths) paths.push_back(as_file(each, reading.paths));
  return paths;
}

std::vector<fs::path> files_of(const Reading& reading) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths_of(reading)) add_found(source::find_protocols, path, files);
  std::vector<fs::path> folders;
  try {
    folders.push_back(find_registers(reading));
  } catch (const UsageError&) {  // the folder of registers is not there
  }
  if (const auto share = find_share_if_present()) folders.push_back(share->registers);
  for (const fs::path& folder : folders) add_found(source::find_registers, folder, files);
  return files;
}

fs::path find_registers(const Reading& reading) {
  if (!reading.registers.empty()) {
    if (!fs::is_directory(reading.registers)) {
      throw UsageError(fmt::format("\"{}\" is not a folder", reading.registers.string()));
    }
    return reading.registers;
  }
  for (const fs::path& path : paths_of(reading)) {
    fs::path beside = (fs::is_directory(path) ? path : path.parent_path()) / "register";
    if (fs::is_directory(beside)) return beside;
  }
  return find_share().registers;
}

Texts read(const Reading& reading) {
  Texts texts;
  if (!reading.committed.empty()) {
    load_registers(texts, reading);
    load_committed(texts, reading.committed);
    return texts;
  }
  const std::vector<fs::path> paths = find_all(paths_of(reading));
  load_registers(texts, reading);
  for (const fs::path& path : paths) {
    texts.sinks.emplace_back();
    texts.files.push_back(load(texts.sources, path, texts.sinks.back()));
  }
  return texts;
}

diag::Policy policy_of(const Judging& judging, const syntax::Metadata& metadata) {
  return {judging.profile.value_or(own_profile(metadata, judging.revision)), judging.off,
          judging.deny_warnings};
}

Corpus compile(const Reading& reading, const Judging& judging, Progress* progress, Memory* memory) {
  if (progress != nullptr) progress->step("reading");
  Texts texts = read(reading);
  const std::size_t count = texts.files.size();
  std::vector<syntax::Document> documents(count);
  Corpus corpus;
  corpus.register_folder = find_registers(reading);
  if (progress != nullptr) progress->step("reading", count);
  std::optional<passes::Vocabulary> vocabulary;
  const Reader reader(reading, texts, memory);
  // The registers first: they are most of the work.
  at_once(1 + count, reading.jobs, [&](std::size_t task) {
    if (task == 0) {
      reader.take_registers(corpus);
      vocabulary.emplace(corpus.registers);
      return;
    }
    const std::size_t i = task - 1;
    if (unreadable(texts.sinks[i])) return;
    documents[i] = reader.parse(i);
  });
  corpus.as_of = day_of(reading, documents);
  std::vector<std::optional<passes::Protocol>> protocols(count);
  at_once(count, reading.jobs, [&](std::size_t i) {
    if (unreadable(texts.sinks[i])) return;
    protocols[i] = reader.check(i, documents[i], *vocabulary, corpus.as_of);
    if (progress != nullptr) progress->advance();
  });
  const std::map<std::string, VersionSet> sets =
      version_sets(readable(documents, protocols), texts.sinks);
  const passes::Corpus graphs = graphs_by_name(sets, reading, graphs_of(protocols));
  check_among_others(protocols, graphs, texts);
  corpus.stale_decisions =
      passes::check_decisions(corpus.registers.decisions, graphs, texts.register_sink);
  judge_all(texts, documents, sets, judging, corpus);

  for (const auto& [id, set] : sets)
    add_versions(set, set.chosen(reading, id), documents, protocols, corpus);
  corpus.sources = std::move(texts.sources);
  return corpus;
}

Corpus compile_registers(const Reading& reading) {
  Texts texts;
  Corpus corpus;
  load_registers(texts, reading);
  Reader(reading, texts, nullptr).take_registers(corpus);
  judge_one(texts.register_sink, {}, corpus);
  corpus.sources = std::move(texts.sources);
  return corpus;
}

const passes::Protocol* protocol_of(const Corpus& corpus, source::FileId file) {
  for (const passes::Protocol* each : all_versions(corpus))
    if (each->graph().file == file) return each;
  return nullptr;
}

std::vector<const passes::Protocol*> all_versions(const Corpus& corpus) {
  std::vector<const passes::Protocol*> all;
  for (const passes::Protocol& each : corpus.protocols) all.push_back(&each);
  for (const OtherVersion& each : corpus.others) all.push_back(&each.protocol);
  return all;
}

}  // namespace concord::cli
