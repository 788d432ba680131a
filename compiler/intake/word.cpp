#include <fmt/format.h>

#include <array>
#include <optional>

#include "diag/messages.h"
#include "intake/blocks.h"
#include "intake/printed_lines.h"
#include "intake/struck_numbers.h"
#include "intake/typed_layout.h"
#include "intake/unreadable.h"
#include "intake/word_blocks.h"
#include "intake/word_changes.h"
#include "intake/word_package.h"
#include "intake/word_rules.h"

namespace concord::intake {
namespace {

// Does it to each part with words.
template <class Action>
void with_each_text(WordPackage& package, Action action) {
  action(package.text.root);
  for (auto* part : {&package.footnotes, &package.endnotes, &package.comments}) {
    if (*part) action((*part)->root);
  }
  for (auto* parts : {&package.headers, &package.footers}) {
    for (WordPart& part : *parts) action(part.root);
  }
}

void refuse_undecided(WordPackage& package, Changes changes) {
  if (changes != Changes::ask) return;
  std::size_t count = 0;
  with_each_text(package, [&](const XmlNode& root) { count += count_changes(root); });
  if (count == 0) return;
  throw Unreadable(diag::Code::IMP007, count == 1 ? std::string(diag::IMP007::one_undecided)
                                                  : fmt::format(diag::IMP007::undecided, count));
}

void report_package(const WordPackage& package, Reading& reading) {
  if (package.macros) {
    reading.doubts.push_back({diag::Code::IMP008, {}, "", diag::IMP008::macros});
  }
  for (const std::string& kind : package.outside) {
    reading.doubts.push_back({diag::Code::IMP009, {}, kind, diag::IMP009::outside});
  }
}

constexpr std::string_view counted_numbers = "counted numbers";
constexpr std::string_view tables_of_text = "tables of text";

struct Rule {
  std::string_view name;
  void (*apply)(Reading& reading);
};

// By the look of what was read.
constexpr Rule rules[] = {
    {"struck numbers", settle_struck_numbers},
    {"typed layout", [](Reading& reading) { read_typed_layout(reading.blocks); }},
    {"printed lines", [](Reading& reading) { find_printed_lines(reading.blocks); }},
};

void drop_labels(Reading& reading) {
  for (Block& block : reading.blocks) {
    block.label.clear();
    block.bullet = false;
  }
}

}  // namespace

std::vector<std::string_view> word_rule_names() {
  std::vector<std::string_view> names{counted_numbers, tables_of_text};
  for (const Rule& rule : rules) names.push_back(rule.name);
  return names;
}

Outcome read_word(const std::string& bytes, Changes changes, const ImportLists& lists) {
  return read_word_without(bytes, changes, lists, {});
}

Outcome read_word_without(const std::string& bytes, Changes changes, const ImportLists& lists,
                          std::string_view without) try {
  WordPackage package = open_word(bytes);
  refuse_undecided(package, changes);
  with_each_text(package, [&](XmlNode& root) {
    choose_alternatives(root);
    settle_changes(root, changes);
  });
  BlockReader reader(package, lists);
  if (without == tables_of_text) reader.keep_tables();
  Reading reading = reader.read();
  if (without == counted_numbers) drop_labels(reading);
  for (const Rule& rule : rules)
    if (!reading.own && rule.name != without) rule.apply(reading);
  report_package(package, reading);
  return reading;
} catch (const Unreadable& unreadable) {
  return Refusal{unreadable.code(), unreadable.what()};
}

}  // namespace concord::intake
