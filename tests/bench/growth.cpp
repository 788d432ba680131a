// The comparison of many protocols, measured: what it costs, and what it finds of the links that
// are known.
//
// usage: growth FOLDER THREADS
//
// FOLDER is one that corpus.py made (without origins.tsv there, no recall is told). Prints one JSON
// object: seconds and peak memory after each step, sizes, recall by what was done to a clause, and
// a fingerprint of rows, cells, links and divergences that must not depend on THREADS.
#include <fmt/format.h>
#include <sys/resource.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "graph/clause_graph.h"
#include "passes/protocol.h"
#include "passes/vocabulary.h"
#include "source/files.h"
#include "source/source_map.h"
#include "syntax/document.h"
#include "syntax/registers.h"

namespace concord {
namespace {

constexpr std::uint32_t sampled_pairs = 1000;

double megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

class Watch {
 public:
  // Prints what went by since the last call, as a member of the JSON object.
  void tell(std::string_view step) {
    const auto now = std::chrono::steady_clock::now();
    const double cpu = cpu_seconds();
    fmt::print("\"{}\": {{\"seconds\": {:.3f}, \"cpu\": {:.3f}, \"peak_mb\": {:.0f}}}, ", step,
               std::chrono::duration<double>(now - start_).count(), cpu - cpu_, megabytes());
    start_ = now;
    cpu_ = cpu;
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  double cpu_ = cpu_seconds();
};

struct Made {
  std::string clause;  // key in its protocol
  std::string how;     // verbatim, vocabulary, reworded, part
};

// "york/12" and the half, 'a' or 'b', or none.
std::pair<std::string, char> split_origin(const std::string& origin) {
  const char last = origin.back();
  if (last != 'a' && last != 'b') return {origin, 0};
  return {origin.substr(0, origin.size() - 1), last};
}

// By council, then original clause: what was made of it.
using Origins = std::map<std::string, std::multimap<std::string, std::pair<Made, char>>>;

Origins read_origins(const std::string& path, const std::set<std::string>& councils) {
  Origins origins;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string council;
    std::string origin;
    Made made;
    fields >> council >> made.clause >> origin >> made.how;
    if (!councils.contains(council)) continue;
    const auto [original, half] = split_origin(origin);
    origins[council].emplace(original, std::pair(made, half));
  }
  return origins;
}

struct Recall {
  std::uint32_t known = 0;
  std::uint32_t found = 0;
};

// The lesser change of the two decides nothing: a link is as hard as the more changed side.
std::string harder(const std::string& a, const std::string& b) {
  static const std::map<std::string, int> order{
      {"verbatim", 0}, {"vocabulary", 1}, {"reworded", 2}, {"part", 3}};
  return order.at(a) < order.at(b) ? b : a;
}

// Different pairs of protocols, the same for every run: splitmix64 (Steele, Lea and Flood 2014)
// says which.
std::set<std::pair<std::uint32_t, std::uint32_t>> sample(std::uint32_t count) {
  std::uint64_t state = 0;
  const auto next = [&state, count] {
    std::uint64_t bits = state += 0x9E3779B97F4A7C15ULL;
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
    return static_cast<std::uint32_t>((bits ^ (bits >> 31U)) % count);
  };
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; count > 1 && i < sampled_pairs; ++i) {
    const std::uint32_t a = next();
    const std::uint32_t b = next();
    if (a != b) pairs.insert(std::minmax(a, b));
  }
  return pairs;
}

void tell_recall(const compare::Comparison& comparison,
                 const std::vector<passes::Protocol>& protocols, const std::string& folder) {
  const auto pairs = sample(static_cast<std::uint32_t>(protocols.size()));
  std::set<std::string> councils;
  for (const auto& [a, b] : pairs) {
    councils.insert(comparison.councils()[a]);
    councils.insert(comparison.councils()[b]);
  }
  const Origins origins = read_origins(folder + "/origins.tsv", councils);
  if (origins.empty()) return;
  std::map<std::string, Recall> recall;
  std::uint32_t looked_at = 0;
  for (const auto& [a, b] : pairs) {
    const auto of_a = origins.find(comparison.councils()[a]);
    const auto of_b = origins.find(comparison.councils()[b]);
    std::set<std::pair<std::string, std::string>> found;
    for (const compare::Link& link : comparison.links(a, b)) {
      found.emplace(protocols[a][link.a.clause].key, protocols[b][link.b.clause].key);
    }
    bool any = false;
    for (const auto& [original, one] : of_a->second) {
      const auto [begin, end] = of_b->second.equal_range(original);
      for (auto other = begin; other != end; ++other) {
        const auto& [two, half] = other->second;
        if (one.second != 0 && half != 0 && one.second != half) continue;
        any = true;
        for (Recall* sum : {&recall[harder(one.first.how, two.how)], &recall["all"]}) {
          ++sum->known;
          sum->found += found.contains({one.first.clause, two.clause}) ? 1 : 0;
        }
      }
    }
    looked_at += any ? 1 : 0;
  }
  fmt::print("\"pairs\": {}, \"recall\": {{", looked_at);
  const char* comma = "";
  for (const auto& [how, sum] : recall) {
    fmt::print("{}\"{}\": {{\"known\": {}, \"found\": {}}}", comma, how, sum.known, sum.found);
    comma = ", ";
  }
  fmt::print("}}, ");
}

// FNV-1a.
class Fingerprint {
 public:
  void add(std::string_view text) {
    for (const char c : text) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    value_ = (value_ ^ 0xFFU) * 0x100000001B3ULL;
  }
  void add(std::uint64_t number) { add(std::to_string(number)); }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

std::uint64_t fingerprint(const compare::Comparison& comparison, std::uint32_t protocols) {
  Fingerprint print;
  for (const compare::Row& row : comparison.rows()) {
    print.add(row.id + row.topic + row.title);
    for (const compare::Cell& cell : row.cells) {
      print.add(std::uint64_t{cell.protocol} * 8 + static_cast<std::uint64_t>(cell.state));
      for (const compare::Entry& entry : cell.entries) {
        print.add(graph::index(entry.clause.clause) * 64 + entry.wording * 8 +
                  static_cast<std::uint64_t>(entry.state));
      }
    }
  }
  for (const auto& [a, b] : sample(protocols)) {
    for (const compare::Link& link : comparison.links(a, b)) {
      print.add(fmt::format("{} {} {} {:.9f} {}", graph::index(link.a.clause),
                            graph::index(link.b.clause), name_of(link.relation), link.score,
                            name_of(link.found_by)));
    }
    for (const compare::Divergence& divergence : comparison.divergences(a, b)) {
      print.add(fmt::format("{} {}", divergence.a_words, divergence.b_words));
    }
  }
  return print.value();
}

syntax::Register read_registers() {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Register registers;
  for (const auto& path : source::find_registers(CONCORD_SOURCE_DIR "/protocols/register"))
    syntax::read_register(sources, sources.load(path), registers, sink);
  return registers;
}

// What a text becomes before it is compared, and no more: its source and document are let go.
std::vector<passes::Protocol> compile(const std::string& folder,
                                      const syntax::Register& registers) {
  const passes::Vocabulary vocabulary(registers);
  const std::vector<std::filesystem::path> paths = source::find_protocols(folder);
  std::vector<std::optional<passes::Protocol>> made(paths.size());
  tbb::parallel_for(std::size_t{0}, paths.size(), [&](std::size_t i) {
    source::SourceMap sources;
    diag::Sink sink;
    const source::FileId file = sources.load(paths[i]);
    made[i] =
        passes::check(graph::build(syntax::parse(sources, file, sink), sink), vocabulary, {}, sink);
  });
  std::vector<passes::Protocol> protocols;
  for (auto& protocol : made) {
    if (protocol) protocols.push_back(*std::move(protocol));
  }
  return protocols;
}

void run(const std::string& folder, unsigned threads) {
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  fmt::print("{{\"threads\": {}, ", threads);
  Watch watch;
  const syntax::Register registers = read_registers();
  const std::vector<passes::Protocol> protocols = compile(folder, registers);
  watch.tell("compile");
  const compare::Comparison comparison = compare::compare(protocols, {&registers, threads});
  watch.tell("compare");
  std::size_t clauses = 0;
  for (const passes::Protocol& protocol : protocols) clauses += protocol.clauses().size();
  const auto count = static_cast<std::uint32_t>(protocols.size());
  tell_recall(comparison, protocols, folder);
  fmt::print("\"protocols\": {}, \"clauses\": {}, \"rows\": {}, \"fingerprint\": \"{:016x}\"}}\n",
             count, clauses, comparison.rows().size(), fingerprint(comparison, count));
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: growth FOLDER THREADS\n");
    return 2;
  }
  concord::run(argv[1], static_cast<unsigned>(std::atoi(argv[2])));
  return 0;
}
