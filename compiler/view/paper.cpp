#include "view/paper.h"

#include <algorithm>
#include <array>
#include <utility>

namespace concord::view {
namespace {

void find_gaps(const Phrases& phrases, const Paper& paper, std::vector<PaperGap>& into) {
  for (const Phrase& phrase : phrases) {
    if (phrase.look != Look::gap) continue;
    const auto known = std::ranges::find(into, phrase.text, &PaperGap::what);
    if (known == into.end()) {
      into.push_back({paper.title, phrase.text, 1});
    } else {
      ++known->places;
    }
  }
}

}  // namespace

std::string_view name_of(Look look) {
  static constexpr std::array<std::string_view, 6> names = {"plain",   "strong",   "quiet",
                                                            "deleted", "inserted", "gap"};
  return names[static_cast<std::size_t>(look)];
}

std::string_view name_of(PaperBlock::Kind kind) {
  static constexpr std::array<std::string_view, 5> names = {"heading", "paragraph", "items",
                                                            "steps", "table"};
  return names[static_cast<std::size_t>(kind)];
}

void Paper::head(std::string words, int level) {
  blocks.push_back(
      {.kind = PaperBlock::Kind::heading, .level = level, .words = {{std::move(words)}}});
}

void Paper::say(std::string words) {
  say(Phrases{{std::move(words)}});
}

void Paper::say(Phrases words) {
  blocks.push_back({.kind = PaperBlock::Kind::paragraph, .words = std::move(words)});
}

void Paper::list(std::vector<Phrases> items) {
  if (!items.empty())
    blocks.push_back({.kind = PaperBlock::Kind::items, .items = std::move(items)});
}

void Paper::count(std::vector<Phrases> items) {
  if (!items.empty())
    blocks.push_back({.kind = PaperBlock::Kind::steps, .items = std::move(items)});
}

void Paper::add(PaperTable table) {
  if (!table.rows.empty())
    blocks.push_back({.kind = PaperBlock::Kind::table, .table = std::move(table)});
}

PaperCell cell(std::string text) {
  if (text.empty()) return {};
  return {{{std::move(text)}}};
}

std::string gap_words(const Phrase& phrase) {
  return "[To be written: " + phrase.text + "]";
}

std::string plain(const Phrases& phrases) {
  std::string all;
  for (const Phrase& phrase : phrases)
    all += phrase.look == Look::gap ? gap_words(phrase) : phrase.text;
  return all;
}

std::string plain(const PaperCell& cell) {
  std::string all;
  for (const Phrases& line : cell) all += (all.empty() ? "" : "\n") + plain(line);
  return all;
}

std::vector<PaperGap> gaps(const Paper& paper) {
  std::vector<PaperGap> all;
  for (const PaperBlock& block : paper.blocks) {
    find_gaps(block.words, paper, all);
    for (const Phrases& item : block.items) find_gaps(item, paper, all);
    for (const auto& row : block.table.rows)
      for (const PaperCell& each : row)
        for (const Phrases& line : each) find_gaps(line, paper, all);
  }
  return all;
}

}  // namespace concord::view
