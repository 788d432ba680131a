// usage: train [--leave-out ID[,ID…] | --each | --background] [--gold DIR] [--protocols DIR]
//
// Trains the scorer's trees and prints the model on standard output, the report beside it. See
// README.md here.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "train/difference_weights.h"
#include "train/inputs.h"
#include "train/train.h"

namespace concord::training {
namespace {

struct Options {
  std::filesystem::path gold = CONCORD_SOURCE_DIR "/tests/gold";
  std::filesystem::path protocols = CONCORD_SOURCE_DIR "/protocols";
  std::vector<std::string> left_out;
  bool each = false;
  bool background = false;
  bool differences = false;
  bool list = false;
  bool missed = false;
  bool told = false;
};

// Real councils teach. Invented ones are part of the background and are scored: their authors link
// more freely than the readers of the real texts.
struct Inputs {
  compare::Gold gold;
  syntax::Register registers;
  std::vector<passes::Protocol> protocols;  // the real ones first
  Ids real;
  Ids invented;
};

Inputs read_inputs(const Options& options) {
  Inputs inputs;
  const auto invented = options.gold / "invented";
  inputs.gold = joined(read_gold(options.gold), read_gold(invented));
  inputs.registers = read_registers(options.gold / "register");
  inputs.protocols = read_protocols(options.protocols, inputs.registers);
  for (const auto& protocol : inputs.protocols) inputs.real.insert(protocol.metadata().id);
  for (auto& protocol : read_protocols(invented, inputs.registers)) {
    inputs.invented.insert(protocol.metadata().id);
    inputs.protocols.push_back(std::move(protocol));
  }
  return inputs;
}

compare::Background background_without(const Inputs& inputs, const Ids& left_out) {
  std::vector<passes::Protocol> rest;
  for (const passes::Protocol& protocol : inputs.protocols) {
    if (!left_out.contains(protocol.metadata().id)) rest.push_back(protocol);
  }
  return count_background(rest, inputs.registers);
}

Ids without(Ids ids, const Ids& left_out) {
  std::erase_if(ids, [&](const std::string& id) { return left_out.contains(id); });
  return ids;
}

// Without what is left out in the background.
Judgements judgements(const Inputs& inputs, const Ids& left_out) {
  return {inputs.protocols, inputs.registers, inputs.gold, background_without(inputs, left_out)};
}

// The invented councils with the real ones, each unknown to the register beside what is left out.
std::vector<ScoredPair> score_invented(const Inputs& inputs, const Ids& left_out,
                                       const compare::Model& model, std::vector<Judgements>& made) {
  std::vector<ScoredPair> all;
  made.reserve(inputs.invented.size());
  for (const std::string& council : without(inputs.invented, left_out)) {
    Ids unknown = left_out;
    unknown.insert(council);
    made.push_back(judgements(inputs, unknown));
    const auto own =
        score_with(model, between(made.back().where_unknown(unknown), {council}, inputs.real));
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

// How the links of what was left out are found, and what their scores are worth.
std::string report_left_out(const Inputs& inputs, const Ids& left_out, const compare::Model& model,
                            Judgements& judged) {
  const auto scored =
      score_with(model, between(judged.where_unknown(left_out), left_out, inputs.real));
  std::vector<Judgements> made;
  const auto invented = score_invented(inputs, left_out, model, made);
  return found_text("left out of the training", scored) + calibration_text(scored) +
         found_text("invented, each unknown too", invented) + calibration_text(invented);
}

// Each council left out in turn, and scored with the real ones.
void report_each(const Inputs& inputs, const Ids& councils) {
  std::vector<Judgements> made;
  std::vector<ScoredPair> all;
  made.reserve(councils.size());
  for (const std::string& council : councils) {
    made.push_back(judgements(inputs, {council}));
    const Ids teachers = without(inputs.real, {council});
    const auto model = train(made.back(), teachers, {council}).model;
    const auto scored =
        score_with(model, between(made.back().where_unknown({council}), {council}, teachers));
    fmt::print("{}", found_text("left out: " + council, scored));
    all.insert(all.end(), scored.begin(), scored.end());
  }
  fmt::print("{}{}", found_text("left out: each in turn", all), calibration_text(all));
}

// The weights of the evidence for differences, and how they fare.
std::vector<const JudgedDifference*> examples_in(const JudgedDifferences& judged) {
  std::vector<const JudgedDifference*> examples;
  for (const JudgedDifference& each : judged.all) examples.push_back(&each);
  return examples;
}

int teach_differences(const Inputs& inputs, bool list) {
  const auto judge = [&](Asking asking) {
    return judge_differences(inputs.protocols, inputs.registers, inputs.gold, inputs.real, asking);
  };
  const JudgedDifferences words = judge(Asking::words);
  const CrossValidated by_words = cross_validate(words);
  if (list) {
    fmt::print("{}", to_list(words, by_words.confidence));
    return 0;
  }
  const JudgedDifferences kinds = judge(Asking::kind);
  const CrossValidated by_kind = cross_validate(kinds);
  const compare::ConfidenceModel model{
      .of_words = fit(examples_in(words), weight_of_invented),
      .of_kind = fit(examples_in(kinds), weight_of_invented),
      .of_kind_in_own_words = fit(examples_in(kinds), weight_of_invented_in_own_words),
      .possible = by_kind.possible,
      .possible_in_own_words = by_kind.possible_in_own_words,
      .likely = by_words.likely,
      .certain = by_words.certain_from};
  fmt::print(stderr, "in the words shown: {}{}\nof the kind: {}", by_words.report,
             report_of(words, model.of_words, model.likely), by_kind.report);
  fmt::print("{}", to_text(model));
  return 0;
}

int run(const Options& options) {
  const Inputs inputs = read_inputs(options);
  if (options.told) {
    auto protocols = inputs.protocols;
    for (auto& protocol : read_protocols(options.gold / "further", inputs.registers))
      protocols.push_back(std::move(protocol));
    fmt::print("{}", told_differences(protocols, inputs.registers, inputs.real));
    return 0;
  }
  if (options.missed) {
    fmt::print("{}",
               missed_differences(inputs.protocols, inputs.registers, inputs.gold, inputs.real));
    return 0;
  }
  if (options.differences || options.list) return teach_differences(inputs, options.list);
  if (options.background) {
    fmt::print("{}", to_text(background_without(inputs, {})));
    return 0;
  }
  if (options.each) {
    report_each(inputs, inputs.real);
    report_each(inputs, inputs.invented);
    return 0;
  }
  const Ids left_out(options.left_out.begin(), options.left_out.end());
  for (const std::string& council : left_out) {
    if (!inputs.real.contains(council) && !inputs.invented.contains(council)) {
      fmt::print(stderr, "train: the gold standard has no pair with \"{}\"\n", council);
      return 2;
    }
  }
  const Ids teachers = without(inputs.real, left_out);
  if (teachers.size() < 2) {
    fmt::print(stderr, "train: no pair of the gold standard is left to learn from\n");
    return 2;
  }
  Judgements judged = judgements(inputs, left_out);
  const Trained trained = train(judged, teachers, left_out);
  fmt::print(stderr, "{}", trained.report);
  if (!left_out.empty()) {
    fmt::print(stderr, "{}", report_left_out(inputs, left_out, trained.model, judged));
  }
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
  app.add_flag("--each", options.each, "leave each council out in turn and report");
  app.add_flag("--background", options.background, "count the background and print it");
  app.add_flag("--differences", options.differences,
               "train the confidence of differences; print its weights");
  app.add_flag("--list-differences", options.list,
               "print every possible difference as it is cross-validated, for people");
  app.add_flag("--list-missed", options.missed,
               "print the differences that readers found and the comparison does not, by cause");
  app.add_flag("--list-told", options.told,
               "print the differences that are told of the real councils, for people to judge");
  app.add_option("--gold", options.gold, "folder of the gold standard and its register/")
      ->type_name("DIR");
  app.add_option("--protocols", options.protocols, "folder of the protocols")->type_name("DIR");
  CLI11_PARSE(app, argc, argv);
  return concord::training::run(options);
}
