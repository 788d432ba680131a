// Holds that what two councils say of each other depends on no other council.
//
// usage: apart FOLDER…
//
// Compares the protocols in the folders, then again with one of them taken out, with one edited,
// with a copy of one added, and with a council more. The links and differences of every two
// councils that were compared both times and were not touched must be the same, to the last digit.
// Prints what was looked at; the status is 1 where anything differs.
#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "compare/comparison.h"
#include "edited_text.h"
#include "graph/clause_graph.h"
#include "passes/vocabulary.h"
#include "source/files.h"
#include "source/source_map.h"
#include "syntax/document.h"
#include "syntax/registers.h"

namespace concord {
namespace {

// One in so many pairs is looked at for its differences, which take longer than the links.
constexpr std::size_t differences_of_one_in = 8;

struct Source {
  std::string id;
  std::string text;
};

struct Corpus {
  syntax::Register registers;
  std::vector<Source> sources;
};

std::vector<passes::Protocol> compile(const Corpus& corpus) {
  const passes::Vocabulary vocabulary(corpus.registers);
  std::vector<passes::Protocol> protocols;
  for (const Source& source : corpus.sources) {
    source::SourceMap sources;
    diag::Sink sink;
    const source::FileId file = sources.add(source.id + ".md", source.text);
    auto made =
        passes::check(graph::build(syntax::parse(sources, file, sink), sink), vocabulary, {}, sink);
    if (made) protocols.push_back(*std::move(made));
  }
  return protocols;
}

std::string passages(const compare::Link& link) {
  std::string text;
  for (const compare::Passage& each : link.segments)
    text += fmt::format(" {}-{}~{}-{} {}", each.a.begin, each.a.end, each.b.begin, each.b.end,
                        each.coverage);
  return text;
}

using Councils = std::pair<std::string, std::string>;

// All that is said of two councils, by their ids.
std::map<Councils, std::string> said_of_pairs(const Corpus& corpus) {
  const auto protocols = compile(corpus);
  const compare::Comparison comparison = compare::compare(protocols, {&corpus.registers, 0});
  std::map<Councils, std::string> said;
  for (const auto& [a, b] : comparison.peers().pairs) {
    const Councils councils(comparison.councils()[a], comparison.councils()[b]);
    std::string& lines = said[councils];
    for (const compare::Link& link : comparison.links(a, b)) {
      lines += fmt::format("{} {} {} {} {}{}\n", graph::index(link.a.clause),
                           graph::index(link.b.clause), name_of(link.relation), link.score,
                           name_of(link.found_by), passages(link));
    }
    if (std::hash<std::string>{}(councils.first + councils.second) % differences_of_one_in != 0)
      continue;
    for (const compare::Divergence& each : comparison.divergences(a, b)) {
      lines += fmt::format("{} {} {} {} {} / {}\n", graph::index(each.a.clause),
                           graph::index(each.b.clause), name_of(each.type), each.confidence,
                           each.a_words, each.b_words);
    }
  }
  return said;
}

// The text under another id.
std::string renamed(std::string text, const std::string& from, const std::string& to) {
  const std::string line = "\nid: " + from + "\n";
  const std::size_t at = text.find(line);
  return at == std::string::npos ? text : text.replace(at, line.size(), "\nid: " + to + "\n");
}

Source council_more() {
  return {"aaa-parish",
          "---\nid: aaa-parish\ncouncil: Aaa Parish Council\ntitle: Protocol\n---\n\n"
          "## 1. Conduct\n\n1.1 Members and officers must treat one another with respect.\n\n"
          "1.2 The warden locks the allotments at dusk.\n"};
}

// How many pairs say the same as before; reports those that do not. `touched`: whose may differ.
class Check {
 public:
  explicit Check(std::map<Councils, std::string> before) : before_(std::move(before)) {}

  void operator()(const Corpus& changed, const std::string& what, const std::string& touched) {
    std::size_t same = 0;
    for (const auto& [councils, lines] : said_of_pairs(changed)) {
      const auto before = before_.find(councils);
      if (before == before_.end() || councils.first == touched || councils.second == touched)
        continue;
      if (lines == before->second) {
        ++same;
        continue;
      }
      holds_ = false;
      fmt::print("{}: {} and {} say something else\n", what, councils.first, councils.second);
    }
    fmt::print("{}: {} pairs as before\n", what, same);
    holds_ = holds_ && same > 0;
  }

  bool holds() const { return holds_; }

 private:
  std::map<Councils, std::string> before_;
  bool holds_ = true;
};

bool run(const Corpus& corpus) {
  Check check(said_of_pairs(corpus));
  std::minstd_rand random(15);
  const auto any = [&] { return random() % corpus.sources.size(); };
  Corpus changed = corpus;
  const std::string gone = corpus.sources[any()].id;
  std::erase_if(changed.sources, [&](const Source& source) { return source.id == gone; });
  check(changed, "without " + gone, gone);
  changed = corpus;
  Source& altered = changed.sources[any()];
  altered.text = test::edited(altered.text, random);
  check(changed, "with " + altered.id + " edited", altered.id);
  changed = corpus;
  const Source& twice = corpus.sources[any()];
  changed.sources.push_back({"copy", renamed(twice.text, twice.id, "copy")});
  check(changed, "with " + twice.id + " twice", "copy");
  changed = corpus;
  changed.sources.insert(changed.sources.begin(), council_more());
  check(changed, "with a council more", "aaa-parish");
  return check.holds();
}

Corpus read(std::span<char*> folders) {
  Corpus corpus;
  source::SourceMap sources;
  diag::Sink sink;
  for (const auto& path : source::find_registers(CONCORD_SOURCE_DIR "/tests/gold/register"))
    syntax::read_register(sources, sources.load(path), corpus.registers, sink);
  for (const char* folder : folders) {
    for (const auto& path : source::find_protocols(folder)) {
      const source::FileId file = sources.load(path);
      corpus.sources.push_back({path.stem().string(), std::string(sources.text(file))});
    }
  }
  return corpus;
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  const auto folders = std::span(argv, static_cast<std::size_t>(argc)).subspan(1);
  return concord::run(concord::read(folders)) ? 0 : 1;
}
