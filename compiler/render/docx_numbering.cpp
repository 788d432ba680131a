#include "render/docx_numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "source/letter_case.h"
#include "syntax/number.h"

namespace concord::render {
namespace {

using Format = DocxNumbering::Format;
using Level = DocxNumbering::Level;
using source::is_alpha;
using source::is_digit;
using source::is_lower;

constexpr std::size_t longest_label = 60;  // bytes

// Letters beyond ASCII too: no counter gives them.
bool is_word(char c) {
  return source::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

// 27 is "aa" and 28 "bb" to Word.
std::string as_letters(std::uint32_t value) {
  if (value == 0) return "";
  return std::string((value - 1) / 26 + 1, static_cast<char>('a' + (value - 1) % 26));
}

std::string formatted(Format format, std::uint32_t value) {
  switch (format) {
    case Format::decimal:
      return std::to_string(value);
    case Format::lower_letter:
      return as_letters(value);
    case Format::upper_letter:
      return source::in_capitals(as_letters(value));
    case Format::lower_roman:
      return syntax::as_roman(value);
    case Format::upper_roman:
      return source::in_capitals(syntax::as_roman(value));
  }
  return "";
}

const char* name_of(Format format) {
  switch (format) {
    case Format::decimal:
      return "decimal";
    case Format::lower_letter:
      return "lowerLetter";
    case Format::upper_letter:
      return "upperLetter";
    case Format::lower_roman:
      return "lowerRoman";
    case Format::upper_roman:
      return "upperRoman";
  }
  return "";
}

// A counter's state that gives the word.
struct Counted {
  Format format = Format::decimal;
  std::uint32_t value = 0;
};

std::optional<std::uint32_t> value_in(Format format, std::string_view word) {
  constexpr std::uint32_t most = 3000;  // more than any text has clauses; and romans end there
  if (format == Format::decimal) {
    if (word.size() > 4) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : word) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return formatted(format, value) == word ? std::optional(value) : std::nullopt;
  }
  if (!std::ranges::all_of(word, is_alpha)) return std::nullopt;
  if (format == Format::lower_letter || format == Format::upper_letter) {
    const char last = word.back();
    const auto letter = static_cast<std::uint32_t>(last - (is_lower(last) ? 'a' : 'A'));
    const auto value = static_cast<std::uint32_t>((word.size() - 1) * 26) + letter + 1;
    return formatted(format, value) == word ? std::optional(value) : std::nullopt;
  }
  if (word.find_first_not_of("ivxlcdmIVXLCDM") != word.npos) return std::nullopt;
  for (std::uint32_t value = 1; value < most; ++value)
    if (formatted(format, value) == word) return value;
  return std::nullopt;
}

// Each way in which the word can be counted; "i" is the first roman and the ninth letter.
std::vector<Counted> readings(std::string_view word) {
  std::vector<Counted> all;
  for (const Format format : {Format::decimal, Format::lower_letter, Format::upper_letter,
                              Format::lower_roman, Format::upper_roman}) {
    const auto value = value_in(format, word);
    if (value) all.push_back({format, *value});
  }
  return all;
}

// A label about its last word, which counts: "Article ", "13", ".".
struct Taken {
  std::string_view before;
  std::string_view word;
  std::string_view after;
};

std::optional<Taken> take_apart(std::string_view label) {
  std::size_t end = label.size();
  while (end > 0 && !is_word(label[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_word(label[begin - 1])) --begin;
  if (begin == end) return std::nullopt;
  return Taken{label.substr(0, begin), label.substr(begin, end - begin), label.substr(end)};
}

// Without the signs that close a number before another one: "5." begins "5.4".
std::string_view core(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ')' || text.back() == ':'))
    text.remove_suffix(1);
  return text;
}

}  // namespace

// Goes through the paragraphs once, counting as Word does.
class Assignment {
 public:
  using List = DocxNumbering::List;
  using Abstract = DocxNumbering::Abstract;

  Assignment(DocxNumbering& numbering, std::span<const Numbered> paragraphs)
      : lists_(numbering.lists_), paragraphs_(paragraphs) {}

  std::vector<NumberRef> run() {
    for (at_ = 0; at_ < paragraphs_.size(); ++at_) refs_.push_back(next());
    return std::move(refs_);
  }

 private:
  static constexpr std::size_t most_levels = DocxNumbering::most_levels;

  // The level of a list's definition as this paragraph wants it, and the number it has to have.
  struct Wanted {
    Level level;
    std::uint32_t value = 0;
  };

  const Numbered& now() const { return paragraphs_[at_]; }

  List& list(NumberRef ref) { return lists_[static_cast<std::size_t>(ref.list) - 1]; }

  NumberRef next() {
    if (now().label.empty()) return bullet();
    if (!DocxNumbering::can_count(now().label)) return {};
    if (now().keep.list != 0 && list(now().keep).abstract != DocxNumbering::literals &&
        shown(now().keep) == now().label)
      return count(now().keep);
    const std::optional<NumberRef> counted = in_sequence();
    return counted ? count(*counted) : literal();
  }

  // ---- where it stands

  Abstract abstract() const { return now().item ? DocxNumbering::items : DocxNumbering::clauses; }

  // The nearest paragraph around it that is counted in the same list; literal labels count nothing.
  std::optional<std::size_t> counted_parent() const {
    for (auto above = now().parent; above; above = paragraphs_[*above].parent) {
      const NumberRef ref = refs_[*above];
      if (ref.list != 0 && lists_[static_cast<std::size_t>(ref.list) - 1].abstract == abstract())
        return above;
    }
    return std::nullopt;
  }

  std::size_t level_of(std::optional<std::size_t> parent) const {
    return parent ? static_cast<std::size_t>(refs_[*parent].level) + 1 : 0;
  }

  // ---- Word's counting

  using Counters = std::array<std::optional<std::uint32_t>, most_levels>;

  std::uint32_t value_of(NumberRef ref) {
    const List& in = list(ref);
    const auto level = static_cast<std::size_t>(ref.level);
    if (in.restart_level == level && !started_.contains(ref.list)) return in.restart;
    const auto& value = counters_[in.abstract][level];
    return value ? *value + 1 : 1;
  }

  // The number that Word would show on a paragraph so numbered.
  std::string shown(NumberRef ref) {
    const List& in = list(ref);
    const auto at = static_cast<std::size_t>(ref.level);
    if (!in.levels[at]) return "";
    std::string text = in.levels[at]->text;
    for (std::size_t level = 0; level <= at; ++level) {
      const std::string sign = fmt::format("%{}", level + 1);
      const std::size_t place = text.find(sign);
      if (place == text.npos) continue;
      if (!in.levels[level]) return "";
      const std::uint32_t value =
          level == at ? value_of(ref) : counters_[in.abstract][level].value_or(1);
      text.replace(place, sign.size(), formatted(in.levels[level]->format, value));
    }
    return text;
  }

  NumberRef count(NumberRef ref) {
    const List& in = list(ref);
    const auto level = static_cast<std::size_t>(ref.level);
    auto& values = counters_[in.abstract];
    values[level] = value_of(ref);
    if (in.restart_level == level) started_.insert(ref.list);
    for (std::size_t deeper = level + 1; deeper < most_levels; ++deeper) {
      values[deeper].reset();
      last_[in.abstract][deeper] = 0;
    }
    last_[in.abstract][level] = ref.list;
    return ref;
  }

  // ---- what it wants

  std::optional<NumberRef> in_sequence() {
    const auto parent = counted_parent();
    const std::size_t level = level_of(parent);
    if (level >= most_levels) return std::nullopt;
    const NumberRef above = parent ? refs_[*parent] : NumberRef{};
    const auto wanted = wanted_at(level, above);
    if (!wanted) return std::nullopt;
    const bool new_list = now().item && level == 0 && now().first;
    if (!new_list)
      if (const auto ref = running(*wanted, level, above)) return ref;
    if (!new_list && is_interruption(level)) return std::nullopt;
    return started(*wanted, level, above);
  }

  std::optional<std::uint32_t> last_value(std::size_t level) const {
    return counters_[abstract()][level];
  }

  std::optional<Wanted> wanted_at(std::size_t level, NumberRef above) {
    std::string_view rest = now().label;
    std::string text;
    // "5." begins "5.4": what follows the number around it is its own.
    if (above.list != 0 && above.level + 1 == static_cast<int>(level)) {
      const std::string& parent = numbers_[abstract()][level - 1];
      const std::string_view begun = core(parent);
      const Level& upper = *list(above).levels[level - 1];
      if (!begun.empty() && rest.size() > begun.size() && rest.starts_with(begun) &&
          !(is_word(rest[begun.size()]) &&
            is_digit(rest[begun.size()]) == is_digit(begun.back()))) {
        text = core(upper.text);
        rest.remove_prefix(begun.size());
      }
    }
    const auto taken = take_apart(rest);
    if (!taken) return std::nullopt;
    const auto counted = chosen(readings(taken->word), level, *taken);
    if (!counted) return std::nullopt;
    text += fmt::format("{}%{}{}", taken->before, level + 1, taken->after);
    return Wanted{{text, counted->format, now().indent}, counted->value};
  }

  // Of several readings the one that goes on from the number before, or that the next one goes on
  // from; else one that begins.
  std::optional<Counted> chosen(const std::vector<Counted>& all, std::size_t level,
                                const Taken& taken) const {
    if (all.empty()) return std::nullopt;
    const auto last = last_value(level);
    const auto* const next = next_sibling();
    const auto goes_on = [&](const Counted& each) { return last && each.value == *last + 1; };
    const auto is_followed = [&](const Counted& each) {
      if (next == nullptr) return false;
      const auto after = take_apart(next->label);
      return after && after->after == taken.after &&
             value_in(each.format, after->word) == each.value + 1;
    };
    const auto begins = [](const Counted& each) { return each.value == 1; };
    const auto pick = [&](const auto& is) {
      const auto found = std::find_if(all.begin(), all.end(), is);
      return found == all.end() ? std::optional<Counted>() : *found;
    };
    for (const auto& found :
         {pick([&](const Counted& each) {
            return !now().first && goes_on(each) && is_followed(each);
          }),
          pick([&](const Counted& each) {
            return now().first && begins(each) && is_followed(each);
          }),
          pick([&](const Counted& each) { return !now().first && goes_on(each); }),
          pick(is_followed), pick(begins)})
      if (found) return found;
    return all.front();
  }

  // The next numbered paragraph with the same one around it.
  const Numbered* next_sibling() const {
    for (std::size_t i = at_ + 1; i < paragraphs_.size(); ++i) {
      const Numbered& each = paragraphs_[i];
      if (each.parent == now().parent && each.item == now().item)
        return each.first || each.label.empty() ? nullptr : &each;
      if (now().parent && each.parent < now().parent) return nullptr;
    }
    return nullptr;
  }

  // The sequence goes on behind it as if it were not there.
  bool is_interruption(std::size_t level) {
    const auto* const next = next_sibling();
    if (next == nullptr || last_[abstract()][level] == 0) return false;
    const NumberRef on{last_[abstract()][level], static_cast<int>(level)};
    return shown(on) == next->label;
  }

  // ---- lists

  bool fits(const List& in, const Wanted& wanted, std::size_t level, NumberRef above) {
    if (in.abstract != abstract()) return false;
    const auto same = [](const std::optional<Level>& a, const std::optional<Level>& b) {
      return !a || !b || (a->text == b->text && a->format == b->format);
    };
    if (above.list != 0)
      for (std::size_t upper = 0; upper < level; ++upper)
        if (!same(in.levels[upper], list(above).levels[upper])) return false;
    return same(in.levels[level], wanted.level);
  }

  void define(List& in, const Wanted& wanted, std::size_t level, NumberRef above) {
    if (above.list != 0)
      for (std::size_t upper = 0; upper < level; ++upper)
        if (!in.levels[upper]) in.levels[upper] = list(above).levels[upper];
    if (!in.levels[level]) in.levels[level] = wanted.level;
  }

  // In a list that there is, where its counter stands right: that of the sibling before, that of
  // the number around it, or any that starts nowhere else.
  std::optional<NumberRef> running(const Wanted& wanted, std::size_t level, NumberRef above) {
    std::vector<int> candidates = {last_[abstract()][level], above.list};
    if (!now().item || level > 0)
      for (std::size_t i = 0; i < lists_.size(); ++i)
        if (!lists_[i].restart_level) candidates.push_back(static_cast<int>(i) + 1);
    for (const int candidate : candidates) {
      const NumberRef ref{candidate, static_cast<int>(level)};
      if (candidate == 0 || !fits(list(ref), wanted, level, above)) continue;
      // What such a level begins with when it is counted anew is read in two ways.
      if (list(ref).restart_level == level && !last_value(level)) continue;
      if (value_of(ref) != wanted.value) continue;
      define(list(ref), wanted, level, above);
      numbers_[abstract()][level] = now().label;
      return ref;
    }
    if (last_value(level).value_or(0) + 1 != wanted.value || (now().item && level == 0))
      return std::nullopt;
    return added({abstract(), {}, {}, 0}, wanted, level, above);
  }

  // In a list of its own that begins with the number.
  NumberRef started(const Wanted& wanted, std::size_t level, NumberRef above) {
    return added({abstract(), {}, level, wanted.value}, wanted, level, above);
  }

  NumberRef added(List made, const Wanted& wanted, std::size_t level, NumberRef above) {
    define(made, wanted, level, above);
    lists_.push_back(std::move(made));
    numbers_[abstract()][level] = now().label;
    return {static_cast<int>(lists_.size()), static_cast<int>(level)};
  }

  // ---- what is not counted

  std::size_t depth() const {
    std::size_t depth = 0;
    for (auto above = now().parent; above; above = paragraphs_[*above].parent) ++depth;
    return std::min(depth, most_levels - 1);
  }

  NumberRef literal() {
    const std::size_t level = depth();
    List made{DocxNumbering::literals, {}, {}, 0};
    made.levels[level] = Level{now().label, Format::decimal, now().indent};
    lists_.push_back(std::move(made));
    return {static_cast<int>(lists_.size()), static_cast<int>(level)};
  }

  NumberRef bullet() {
    std::size_t level = 0;
    for (auto above = now().parent; above; above = paragraphs_[*above].parent)
      if (paragraphs_[*above].label.empty()) ++level;
    level = std::min(level, most_levels - 1);
    List& bullets = lists_[DocxNumbering::bullets];
    if (!bullets.levels[level])
      bullets.levels[level] = Level{"\u2022", Format::decimal, now().indent};
    return {DocxNumbering::bullets + 1, static_cast<int>(level)};
  }

  std::vector<List>& lists_;
  std::span<const Numbered> paragraphs_;
  std::size_t at_ = 0;
  std::vector<NumberRef> refs_;
  std::array<Counters, DocxNumbering::abstracts> counters_ = {};
  // By abstract list and level: the list of the last paragraph, 0 since the level began anew.
  std::array<std::array<int, most_levels>, DocxNumbering::abstracts> last_ = {};
  // What the last paragraph shows, likewise.
  std::array<std::array<std::string, most_levels>, DocxNumbering::abstracts> numbers_;
  std::set<int> started_;
};

namespace {

// What is levelled but never used: it is there for whoever goes deeper in Word.
Level default_level(std::size_t level, bool bullet) {
  constexpr int step = 567;  // a centimetre
  constexpr std::array formats = {Format::decimal, Format::lower_letter, Format::lower_roman};
  const Indent indent{static_cast<int>(level + 1) * step, step};
  if (bullet) return {"\u2022", Format::decimal, indent};
  return {fmt::format("(%{})", level + 1), formats[level % formats.size()], indent};
}

void write_level(const XmlElement& parent, std::size_t at, const Level& level, bool bullet) {
  const XmlElement element = parent.add("w:lvl");
  element.set("w:ilvl", std::to_string(at));
  element.add("w:start").set("w:val", "1");
  element.add("w:numFmt").set("w:val", bullet ? "bullet" : name_of(level.format));
  element.add("w:lvlText").set("w:val", level.text);
  element.add("w:lvlJc").set("w:val", "left");
  element.add("w:pPr")
      .add("w:ind")
      .set("w:left", std::to_string(level.indent.left))
      .set("w:hanging", std::to_string(level.indent.hanging));
}

}  // namespace

DocxNumbering::DocxNumbering() {
  for (const Abstract abstract : {clauses, items, literals, bullets})
    lists_.push_back({abstract, {}, {}, 0});
}

std::vector<NumberRef> DocxNumbering::assign(std::span<const Numbered> paragraphs) {
  return Assignment(*this, paragraphs).run();
}

bool DocxNumbering::can_count(std::string_view label) {
  return label.size() <= longest_label && label.find('%') == label.npos;
}

Indent DocxNumbering::indent_of(NumberRef ref) const {
  const List& list = lists_[static_cast<std::size_t>(ref.list) - 1];
  const auto& level = list.levels[static_cast<std::size_t>(ref.level)];
  return level ? level->indent : Indent{};
}

bool DocxNumbering::is_literal(NumberRef ref) const {
  return lists_[static_cast<std::size_t>(ref.list) - 1].abstract == literals;
}

void DocxNumbering::write_abstract(const XmlElement& root, Abstract abstract) const {
  const XmlElement element = root.add("w:abstractNum");
  element.set("w:abstractNumId", std::to_string(abstract));
  // Word takes lists with the same one for the same list.
  element.add("w:nsid").set("w:val", fmt::format("{:08X}", 0x0C0C0D00U + abstract));
  element.add("w:multiLevelType").set("w:val", "multilevel");
  const List& own = lists_[abstract];
  for (std::size_t level = 0; level < most_levels; ++level)
    write_level(element, level,
                own.levels[level].value_or(default_level(level, abstract == bullets)),
                abstract == bullets);
}

void DocxNumbering::write_list(const XmlElement& root, std::size_t number) const {
  const List& list = lists_[number - 1];
  const List& own = lists_[list.abstract];
  const XmlElement element = root.add("w:num").set("w:numId", std::to_string(number));
  element.add("w:abstractNumId").set("w:val", std::to_string(list.abstract));
  for (std::size_t level = 0; level < most_levels; ++level) {
    const auto& mine = list.levels[level];
    const auto& others = own.levels[level];
    const bool other = mine && !(others && mine->text == others->text &&
                                 mine->format == others->format && mine->indent == others->indent);
    const bool restarts = list.restart_level == level;
    if (!other && !restarts) continue;
    const XmlElement override = element.add("w:lvlOverride").set("w:ilvl", std::to_string(level));
    if (restarts) override.add("w:startOverride").set("w:val", std::to_string(list.restart));
    if (other) write_level(override, level, *mine, list.abstract == bullets);
  }
}

std::string DocxNumbering::bytes() const {
  const XmlTree tree("w:numbering", {{"xmlns:w", word_namespace}});
  for (const Abstract abstract : {clauses, items, literals, bullets})
    write_abstract(tree.root(), abstract);
  for (std::size_t number = 1; number <= lists_.size(); ++number) write_list(tree.root(), number);
  return tree.compact_bytes();
}

}  // namespace concord::render
