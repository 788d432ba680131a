#include "intake/word_numbering.h"

#include <algorithm>

#include "intake/word_numerals.h"
#include "intake/word_values.h"
#include "source/characters.h"
#include "source/utf8.h"

namespace concord::intake {
namespace {

// A start beyond all reason is one.
std::optional<std::uint32_t> start_in(const XmlNode* node) {
  const auto number = number_of(node);
  if (!number) return std::nullopt;
  return *number >= 0 && *number <= 32'767 ? static_cast<std::uint32_t>(*number) : 1;
}

std::optional<int> level_number(const XmlNode& node) {
  const int level = number_in(node.attribute("w:ilvl")).value_or(-1);
  return level >= 0 && level < list_levels ? std::optional(level) : std::nullopt;
}

void read_format(const XmlNode& node, ListLevel& level) {
  const XmlNode* format = node.child("w:numFmt");
  if (!format) return;
  level.format = format->value("w:val", "decimal");
  level.examples = format->value("w:format");
}

ListLevel read_level(const XmlNode& node) {
  ListLevel level;
  level.start = start_in(node.child("w:start")).value_or(0);
  read_format(node, level);
  level.text = value_of(node.child("w:lvlText"));
  level.style = value_of(node.child("w:pStyle"));
  level.restart = number_of(node.child("w:lvlRestart"));
  level.picture = node.child("w:lvlPicBulletId") != nullptr;
  level.legal = is_on(node.child("w:isLgl"));
  const ParagraphLook look = paragraph_look(node.child("w:pPr"));
  level.left = look.left;
  level.first = look.first;
  return level;
}

struct AbstractList {
  std::array<ListLevel, list_levels> levels;
  std::string linked_style;  // w:numStyleLink
};

AbstractList read_abstract(const XmlNode& node) {
  AbstractList list;
  for (ListLevel& level : list.levels) level.format = "none";
  for (const XmlNode& child : node.children) {
    if (child.name == "w:numStyleLink") list.linked_style = child.value("w:val");
    const auto level = child.name == "w:lvl" ? level_number(child) : std::nullopt;
    if (level) list.levels[static_cast<std::size_t>(*level)] = read_level(child);
  }
  return list;
}

using Abstracts = std::map<std::string, AbstractList, std::less<>>;
using Nums = std::map<int, const XmlNode*>;

std::string abstract_of(const XmlNode* num) {
  return std::string(num ? value_of(num->child("w:abstractNumId")) : "");
}

// The abstract list behind a list, through the list style that it may only point to.
std::string resolved(std::string id, const Abstracts& abstracts, const Nums& nums,
                     const WordStyles& styles) {
  for (int steps = 0; steps < list_levels; ++steps) {
    const auto found = abstracts.find(id);
    if (found == abstracts.end() || found->second.linked_style.empty()) return id;
    const auto chain = styles.chain(found->second.linked_style);
    const auto num = chain.empty() ? nums.end() : nums.find(chain[0]->paragraph.list.value_or(0));
    if (num == nums.end()) return id;
    id = abstract_of(num->second);
  }
  return id;
}

// LibreOffice names a level twice, and says nothing of it the second time.
void read_overrides(const XmlNode& num, WordList& list) {
  for (const XmlNode& child : num.children) {
    const auto level = child.name == "w:lvlOverride" ? level_number(child) : std::nullopt;
    if (!level) continue;
    const auto at = static_cast<std::size_t>(*level);
    if (const XmlNode* own = child.child("w:lvl")) list.levels[at] = read_level(*own);
    if (const auto start = start_in(child.child("w:startOverride")))
      list.start_overrides[at] = start;
  }
}

// A level starts again after any higher one, or after those that it names.
bool restarts(const ListLevel& deeper, int deeper_level, int level) {
  const int after = deeper.restart.value_or(deeper_level);
  return after != 0 && level < after;
}

bool in_private_use(std::string_view character) {
  const char32_t code = source::code_point(character);
  return code >= 0xE000 && code <= 0xF8FF;
}

// A bullet's letter means something in its own font only.
ListLabel bullet(const ListLevel& level) {
  if (level.text.empty() && !level.picture) return {};
  const std::size_t length = source::character_length(level.text);
  const bool one_sign = source::count_characters(level.text) <= 1;
  if (!one_sign) return {level.text, false, {}};
  const bool letter = length == 1 && source::is_alnum(level.text.front());
  const bool foreign = length == 0 || letter || in_private_use(level.text);
  return {foreign ? "•" : level.text, true, {}};
}

}  // namespace

WordNumbering::WordNumbering(const XmlNode& root, const WordStyles& styles) {
  Abstracts abstracts;
  Nums nums;
  for (const XmlNode& node : root.children) {
    if (node.name == "w:abstractNum") {
      abstracts.emplace(node.value("w:abstractNumId"), read_abstract(node));
    }
    const int id = number_in(node.attribute("w:numId")).value_or(0);
    if (node.name == "w:num" && id > 0) nums.emplace(id, &node);
  }
  for (const auto& [id, num] : nums) {
    WordList list;
    list.abstract = resolved(abstract_of(num), abstracts, nums, styles);
    const auto abstract = abstracts.find(list.abstract);
    if (abstract == abstracts.end()) continue;
    list.levels = abstract->second.levels;
    for (std::size_t i = 0; i < list_levels; ++i) list.abstract_starts[i] = list.levels[i].start;
    read_overrides(*num, list);
    lists_.emplace(id, std::move(list));
  }
}

const WordList* WordNumbering::list(int id) const {
  const auto found = lists_.find(id);
  return found == lists_.end() ? nullptr : &found->second;
}

// The list ties a level to a style; the level that the style itself names holds where it does not.
std::optional<int> WordNumbering::level_of(const WordList& list, const WordStyle& style) const {
  const auto tied = std::find_if(list.levels.begin(), list.levels.end(), [&](const ListLevel& one) {
    return !one.style.empty() && one.style == style.id;
  });
  if (tied != list.levels.end()) return static_cast<int>(tied - list.levels.begin());
  return style.paragraph.list_level;
}

std::optional<ListPlace> WordNumbering::place(const ParagraphLook& direct,
                                              const std::vector<const WordStyle*>& styles) const {
  std::optional<int> id = direct.list;
  for (auto style = styles.begin(); style != styles.end() && !id; ++style) {
    id = (*style)->paragraph.list;
  }
  const WordList* found = list(id.value_or(0));
  if (!found) return std::nullopt;
  std::optional<int> level = direct.list_level;
  for (auto style = styles.begin(); style != styles.end() && !level; ++style) {
    level = level_of(*found, **style);
  }
  return ListPlace{*id, std::clamp(level.value_or(0), 0, list_levels - 1)};
}

ListLabel ListCounters::next(ListPlace place) {
  const WordList* list = numbering_.list(place.list);
  if (!list) return {};
  Counters& counters = counters_[list->abstract];
  count(*list, place.level, counters);
  apply_overrides(place, *list, counters);
  return label(*list, place.level, counters);
}

void ListCounters::count(const WordList& list, int level, Counters& counters) {
  const auto at = static_cast<std::size_t>(level);
  Counter& own = counters[at];
  const std::uint32_t start = own.used ? list.abstract_starts[at] : list.levels[at].start;
  own = {own.value ? *own.value + 1 : start, true};
  for (int deeper = level + 1; deeper < list_levels; ++deeper) {
    const auto below = static_cast<std::size_t>(deeper);
    if (restarts(list.levels[below], deeper, level)) counters[below].value = std::nullopt;
  }
}

// Those of the levels above count as well: "4.3" is set by two overrides at once.
void ListCounters::apply_overrides(ListPlace place, const WordList& list, Counters& counters) {
  for (int level = 0; level <= place.level; ++level) {
    const auto at = static_cast<std::size_t>(level);
    const auto& start = list.start_overrides[at];
    if (start && overridden_.emplace(place.list, level).second) counters[at] = {start, true};
  }
}

ListLabel ListCounters::label(const WordList& list, int level, const Counters& counters) {
  const ListLevel& own = list.levels[static_cast<std::size_t>(level)];
  if (own.format == "bullet" || own.picture) return bullet(own);
  ListLabel label;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const char next = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (own.text[i] == '%' && next >= '1' && next <= '9') {
      add_number(list, level, next - '1', counters, label);
      ++i;
    } else {
      label.text += own.text[i];
    }
  }
  return label;
}

// A level above that was not used yet is shown at its start.
void ListCounters::add_number(const WordList& list, int level, int named, const Counters& counters,
                              ListLabel& label) {
  const auto at = static_cast<std::size_t>(named);
  const ListLevel& shown = list.levels[at];
  const std::uint32_t value = counters[at].value.value_or(shown.start);
  const bool in_digits = list.levels[static_cast<std::size_t>(level)].legal &&
                         shown.format != "none" && shown.format != "bullet";
  const std::string format = in_digits ? "decimal" : shown.format;
  const auto numeral =
      format == "custom" ? custom_numeral(value, shown.examples) : word_numeral(value, format);
  if (!numeral) label.unknown_format = format;
  label.text += numeral.value_or(std::to_string(value));
}

}  // namespace concord::intake
