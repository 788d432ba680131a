// The comparison from end to end: peers, links, then rows.
#include <tbb/task_arena.h>

#include <algorithm>

#include "compare/content.h"
#include "compare/memory.h"
#include "compare/rows/rows.h"

namespace concord::compare {
namespace {

std::vector<std::string> topics_of(const syntax::Register* registers) {
  std::vector<std::string> topics;
  if (registers == nullptr) return topics;
  for (const syntax::Topic& topic : registers->topics) topics.push_back(topic.id);
  return topics;
}

std::vector<std::string> provisions_of(const syntax::Register* registers) {
  std::vector<std::string> provisions;
  if (registers == nullptr) return provisions;
  for (const syntax::Provision& each : registers->provisions) provisions.push_back(each.id);
  return provisions;
}

// By clause: the index of its topic, or the number of topics.
std::vector<std::size_t> topics_by_clause(std::span<const passes::Protocol> protocols,
                                          const Corpus& corpus,
                                          const std::vector<std::string>& topics) {
  std::vector<std::size_t> found;
  for (const CorpusClause& clause : corpus.clauses) {
    const auto at =
        std::ranges::find(topics, protocols[clause.ref.protocol].topic(clause.ref.clause));
    found.push_back(static_cast<std::size_t>(at - topics.begin()));
  }
  return found;
}

}  // namespace

Comparison Comparison::make(std::span<const passes::Protocol> protocols, const Options& options) {
  const syntax::Register* registers = options.registers;
  Comparison made;
  for (const passes::Protocol& protocol : protocols) {
    made.councils_.push_back(protocol.metadata().id);
  }
  Memory* const memory = options.memory;
  if (memory != nullptr) memory->begin_round();
  ReadProtocols read = read_protocols(protocols, registers, shipped_background(),
                                      memory == nullptr ? nullptr : &memory->stated);
  made.peers_ = choose_peers(read, protocols, options.peers);
  auto content =
      std::make_unique<Content>(match(std::move(read), protocols, registers, made.peers_.pairs,
                                      {.earlier = options.earlier, .progress = options.progress}),
                                options.earlier);
  content->topics = topics_of(registers);
  content->provisions = provisions_of(registers);
  content->topic_of = topics_by_clause(protocols, content->linked.corpus, content->topics);
  const auto kept = [&](CouncilPair pair) { return content->kept_divergences(pair); };
  made.rows_ = make_rows(protocols, content->linked, content->differences, kept, registers,
                         options.progress);
  content->rows_of = rows_by_clause(made.rows_, content->linked);
  made.content_ = std::move(content);
  return made;
}

Comparison compare(std::span<const passes::Protocol> protocols, const Options& options) {
  const auto make = [&] { return Comparison::make(protocols, options); };
  return options.threads == 0 ? make()
                              : tbb::task_arena(static_cast<int>(options.threads)).execute(make);
}

}  // namespace concord::compare
