// usage: train [--leave-out ID[,ID…]] [--gold DIR] [--protocols DIR]
//
// Trains the scorer's trees and prints the model on standard output, the report beside it. See
// README.md here.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "train/inputs.h"
#include "train/train.h"

namespace concord::training {
namespace {

struct Options {
  std::filesystem::path gold = CONCORD_SOURCE_DIR "/tests/gold";
  std::filesystem::path protocols = CONCORD_SOURCE_DIR "/protocols";
  std::vector<std::string> left_out;
};

bool touches(const JudgedPair& pair, const std::set<std::string>& councils) {
  return std::any_of(pair.councils.begin(), pair.councils.end(),
                     [&](const std::string& council) { return councils.contains(council); });
}

int run(const Options& options) {
  const std::set<std::string> left_out(options.left_out.begin(), options.left_out.end());
  const compare::Gold gold = read_gold(options.gold);
  const syntax::Register registers = read_registers(options.gold / "register");
  const auto all = judge(read_protocols(options.protocols, registers), registers, gold);
  for (const std::string& council : left_out) {
    if (std::none_of(all.begin(), all.end(),
                     [&](const JudgedPair& pair) { return pair.councils.contains(council); })) {
      fmt::print(stderr, "train: the gold standard has no pair with \"{}\"\n", council);
      return 2;
    }
  }
  // The councils left out are no part of the corpus that the trees learn from: not only are their
  // links unknown, their words weigh nothing and their clauses support no one.
  const auto teachers =
      judge(read_protocols(options.protocols, registers, left_out), registers, gold);
  if (teachers.empty()) {
    fmt::print(stderr, "train: no pair of the gold standard is left to learn from\n");
    return 2;
  }
  std::vector<JudgedPair> evaluated;
  std::copy_if(all.begin(), all.end(), std::back_inserter(evaluated),
               [&](const JudgedPair& pair) { return touches(pair, left_out); });
  const Trained trained = train(teachers, evaluated);
  fmt::print(stderr, "{}", trained.report);
  fmt::print("{}", to_text(trained.model));
  return 0;
}

}  // namespace
}  // namespace concord::training

int main(int argc, char** argv) {
  concord::training::Options options;
  CLI::App app("Trains the scorer's trees; prints the model, and the report on standard error");
  app.add_option("--leave-out", options.left_out,
                 "councils whose pairs teach nothing and are evaluated instead")
      ->delimiter(',')
      ->type_name("ID[,ID...]");
  app.add_option("--gold", options.gold, "folder of the gold standard and its register/")
      ->type_name("DIR");
  app.add_option("--protocols", options.protocols, "folder of the protocols")->type_name("DIR");
  CLI11_PARSE(app, argc, argv);
  return concord::training::run(options);
}
