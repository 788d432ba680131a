#include "intake/page_styles.h"

#include <algorithm>
#include <charconv>

#include "intake/wording.h"
#include "source/characters.h"
#include "syntax/number.h"

namespace concord::intake {
namespace {

constexpr std::size_t most_rules = 2000;
constexpr std::size_t most_compounds = 12;

bool is_of_interest(std::string_view property) {
  return property.starts_with("counter-") || property == "content" ||
         property.starts_with("list-style") || property.starts_with("font-") ||
         property == "margin-left" || property.starts_with("text-") ||
         property == "vertical-align" || property == "visibility" || property == "display" ||
         property == "mso-hide";
}

// Where the text has the character outside of quotation marks and brackets, from `at` on.
std::size_t find_outside(std::string_view text, char wanted, std::size_t at) {
  char quote = 0;
  int brackets = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == wanted && brackets == 0) {
      return at;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else {
      brackets += c == '(' ? 1 : c == ')' && brackets > 0 ? -1 : 0;
    }
  }
  return text.size();
}

Declarations declarations_of(std::string_view text) {
  Declarations declarations;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = find_outside(text, ';', at);
    const std::string_view each = text.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = each.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = folded(trimmed(each.substr(0, colon)));
    std::string_view value = trimmed(each.substr(colon + 1));
    if (value.ends_with("!important")) value = trimmed(value.substr(0, value.size() - 10));
    if (is_of_interest(name)) declarations.insert_or_assign(name, std::string(value));
  }
  return declarations;
}

std::string without_comments(std::string_view sheet) {
  std::string out;
  while (!sheet.empty()) {
    const std::size_t begin = std::min(sheet.find("/*"), sheet.size());
    out += sheet.substr(0, begin);
    const std::size_t end = sheet.find("*/", begin);
    sheet.remove_prefix(end == std::string_view::npos ? sheet.size() : end + 2);
  }
  std::ranges::replace(out, '\r', ' ');
  return out;
}

// Behind the block that begins at the brace.
std::size_t end_of_block(std::string_view sheet, std::size_t brace) {
  int open = 0;
  for (std::size_t at = brace; at < sheet.size(); ++at) {
    open += sheet[at] == '{' ? 1 : sheet[at] == '}' ? -1 : 0;
    if (open == 0) return at + 1;
  }
  return sheet.size();
}

bool is_name_character(char c) {
  return source::is_alnum(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

void overlay(Declarations& below, const Declarations& above) {
  for (const auto& [name, value] : above) below.insert_or_assign(name, value);
}

int number_of(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "a 2 b": each name with the number behind it, or the default.
std::vector<std::pair<std::string_view, int>> counts_of(std::string_view list, int otherwise) {
  std::vector<std::pair<std::string_view, int>> counts;
  for (const std::string_view token : tokens_of(list)) {
    const bool number =
        source::is_digit(token.back()) && (source::is_digit(token.front()) || token.front() == '-');
    if (!number) {
      if (token != "none") counts.emplace_back(token, otherwise);
    } else if (!counts.empty()) {
      counts.back().second = number_of(token, otherwise);
    }
  }
  return counts;
}

// Where a blank or ">" ends the part of a selector that begins at `at`.
std::size_t end_of_compound(std::string_view selector, std::size_t at) {
  bool bracket = false;
  for (; at < selector.size(); ++at) {
    const char c = selector[at];
    if (!bracket && (source::is_space(c) || c == '>')) return at;
    bracket = c == '[' || (bracket && c != ']');
  }
  return at;
}

bool has_word(std::string_view words, std::string_view wanted) {
  const auto all = tokens_of(words);
  return std::ranges::find(all, wanted) != all.end();
}

std::string_view unquoted(std::string_view text) {
  text = trimmed(text);
  const bool quoted =
      text.size() > 1 && text.front() == text.back() && (text[0] == '"' || text[0] == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

std::vector<std::string_view> arguments_of(std::string_view text) {
  std::vector<std::string_view> arguments;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = find_outside(text, ',', at);
    arguments.push_back(trimmed(text.substr(at, end - at)));
    at = end + 1;
  }
  return arguments;
}

}  // namespace

std::string_view value_of(const Declarations& declarations, std::string_view property) {
  const auto found = declarations.find(property);
  return found == declarations.end() ? std::string_view() : std::string_view(found->second);
}

PageStyles::PageStyles(const PageNode& root) {
  gather(root);
  std::ranges::stable_sort(rules_, {}, &Rule::weight);
}

void PageStyles::gather(const PageNode& node) {
  if (node.is("style"))
    for (const PageNode& child : node.children) read_sheet(without_comments(child.text));
  for (const PageNode& child : node.children) gather(child);
}

// Rules for other media than the one it was saved from stand in blocks of their own; what opens
// with "@" is passed over with all that it holds.
void PageStyles::read_sheet(std::string_view sheet) {
  for (std::size_t at = 0; at < sheet.size();) {
    const std::size_t brace = sheet.find('{', at);
    if (brace == std::string_view::npos) return;
    std::string_view selectors = trimmed(sheet.substr(at, brace - at));
    if (selectors.starts_with("<!--")) selectors = trimmed(selectors.substr(4));
    const std::size_t end = end_of_block(sheet, brace);
    if (!selectors.starts_with('@') && end > brace + 1)
      add_rules(selectors, declarations_of(sheet.substr(brace + 1, end - brace - 2)));
    at = end;
  }
}

void PageStyles::add_rules(std::string_view selectors, const Declarations& declarations) {
  if (declarations.empty()) return;
  for (const std::string_view selector : arguments_of(selectors)) {
    Rule rule;
    if (rules_.size() == most_rules || !read_selector(selector, rule)) continue;
    rule.declarations = declarations;
    rules_.push_back(std::move(rule));
  }
}

bool PageStyles::read_selector(std::string_view selector, Rule& rule) {
  for (const std::string_view pseudo : {"::before", ":before"}) {
    if (!selector.ends_with(pseudo)) continue;
    selector.remove_suffix(pseudo.size());
    rule.before = true;
    break;
  }
  bool child = false;
  for (std::size_t at = 0; at < selector.size();) {
    if (source::is_space(selector[at]) || selector[at] == '>') {
      child = child || selector[at] == '>';
      ++at;
      continue;
    }
    const std::size_t end = end_of_compound(selector, at);
    if (!read_compound(selector.substr(at, end - at), rule, child)) return false;
    child = false;
    at = end;
  }
  return !rule.path.empty() && rule.path.size() <= most_compounds;
}

// `text` stands between the brackets.
bool PageStyles::read_condition(std::string_view text, Compound& compound) {
  Condition condition;
  const std::size_t equals = std::min(text.find('='), text.size());
  std::string_view name = text.substr(0, equals);
  if (equals < text.size()) {
    const bool signed_so = !name.empty() && std::string_view("^$*~|").find(name.back()) < 5;
    condition.how = signed_so ? name.back() : '=';
    if (signed_so) name.remove_suffix(1);
    condition.value = unquoted(text.substr(equals + 1));
  }
  condition.attribute = folded(trimmed(name));
  if (!std::ranges::all_of(condition.attribute, is_name_character)) return false;
  compound.conditions.push_back(std::move(condition));
  return !compound.conditions.back().attribute.empty();
}

bool PageStyles::read_compound(std::string_view text, Rule& rule, bool child) {
  Compound compound;
  compound.child = child;
  for (std::size_t at = 0; at < text.size();) {
    const char sign = text[at];
    if (sign == '[') {
      const std::size_t close = text.find(']', at);
      if (close == text.npos || !read_condition(text.substr(at + 1, close - at - 1), compound))
        return false;
      rule.weight += 100;
      at = close + 1;
      continue;
    }
    const bool marked = sign == '.' || sign == '#';
    const std::size_t begin = at + (marked ? 1 : 0);
    std::size_t end = begin;
    while (end < text.size() && is_name_character(text[end])) ++end;
    const std::string name(text.substr(begin, end - begin));
    if (sign == '*' && at == 0) {
      end = at + 1;
    } else if (name.empty() || (!marked && at > 0)) {
      return false;
    } else if (sign == '.') {
      compound.classes.push_back(name);
    } else if (sign == '#') {
      compound.id = name;
    } else {
      compound.name = folded(name);
    }
    rule.weight += sign == '#' ? 10000 : sign == '.' ? 100 : sign == '*' ? 0 : 1;
    at = end;
  }
  rule.path.push_back(std::move(compound));
  return true;
}

bool PageStyles::Condition::holds(const PageNode& node) const {
  const bool there = std::ranges::any_of(node.attributes,
                                         [&](const auto& each) { return each.first == attribute; });
  const std::string_view own = node.attribute(attribute);
  if (how == 0 || !there) return there;
  if (how == '=') return own == value;
  if (how == '|') return own == value || own.starts_with(value + "-");
  if (value.empty()) return false;
  if (how == '~') return has_word(own, value);
  return how == '^' ? own.starts_with(value)
                    : (how == '$' ? own.ends_with(value) : contains(own, value));
}

bool PageStyles::Compound::matches(const PageNode& node) const {
  return (name.empty() || node.is(name)) && (id.empty() || node.attribute("id") == id) &&
         std::ranges::all_of(classes,
                             [&](const std::string& each) { return node.has_class(each); }) &&
         std::ranges::all_of(conditions, [&](const Condition& each) { return each.holds(node); });
}

// The first `count` compounds lead to the node.
bool PageStyles::matches(const std::vector<Compound>& path, std::size_t count,
                         const PageNode& node) {
  if (count == 0) return true;
  const Compound& last = path[count - 1];
  if (!last.matches(node)) return false;
  if (count == 1) return true;
  for (const PageNode* above = node.parent; above != nullptr; above = above->parent) {
    if (matches(path, count - 1, *above)) return true;
    if (last.child) return false;
  }
  return false;
}

ElementStyle PageStyles::of(const PageNode& node) const {
  ElementStyle style;
  for (const Rule& rule : rules_)
    if (matches(rule.path, rule.path.size(), node))
      overlay(rule.before ? style.before : style.own, rule.declarations);
  // What a page hides until it is opened is its text all the same: only Word's own way of hiding
  // words, which stands at the words, hides them.
  const auto hides = [&] {
    return folded(value_of(style.own, "display")) == "none" ||
           folded(value_of(style.own, "visibility")) == "hidden";
  };
  style.not_shown = hides();
  style.own.erase("display");
  style.own.erase("visibility");
  overlay(style.own, declarations_of(node.attribute("style")));
  style.not_shown = style.not_shown || hides();
  return style;
}

void Counters::enter(const PageNode& node, const ElementStyle& style) {
  reset(value_of(style.own, "counter-reset"), node.parent);
  increment(value_of(style.own, "counter-increment"), node.parent);
  reset(value_of(style.before, "counter-reset"), &node);
  increment(value_of(style.before, "counter-increment"), node.parent);
}

void Counters::leave(const PageNode& node) {
  for (auto& [name, nested] : counters_)
    while (!nested.empty() && nested.back().scope == &node) nested.pop_back();
}

void Counters::reset(std::string_view list, const PageNode* scope) {
  for (const auto& [name, value] : counts_of(list, 0)) {
    std::vector<Counter>& nested = counters_[std::string(name)];
    if (nested.empty() || nested.back().scope != scope) nested.push_back({scope, 0});
    nested.back().value = value;
  }
}

void Counters::increment(std::string_view list, const PageNode* scope) {
  for (const auto& [name, by] : counts_of(list, 1)) {
    std::vector<Counter>& nested = counters_[std::string(name)];
    if (nested.empty()) nested.push_back({scope, 0});
    nested.back().value = std::clamp(nested.back().value + by, -9999, 9999);
  }
}

// `counter(name, style)`, or `counters(name, between, style)` with all of that name.
std::string Counters::spelt(std::string_view arguments, bool all) const {
  const auto given = arguments_of(arguments);
  const std::size_t style_at = all ? 2 : 1;
  const std::string style(given.size() > style_at ? given[style_at] : "decimal");
  const auto found = counters_.find(given.front());
  if (found == counters_.end() || found->second.empty()) return "0";
  const std::vector<Counter>& nested = found->second;
  std::string out;
  for (std::size_t i = all ? 0 : nested.size() - 1; i < nested.size(); ++i) {
    if (!out.empty() && given.size() > 1) out += unquoted(given[1]);
    out += number_in_list(style, static_cast<std::uint32_t>(std::max(0, nested[i].value)));
  }
  return out;
}

std::string Counters::shown(std::string_view content) const {
  std::string out;
  bool counted = false;
  for (std::size_t at = 0; at < content.size();) {
    const std::string_view rest = content.substr(at);
    if (rest[0] == '"' || rest[0] == '\'') {
      const std::size_t end = std::min(rest.find(rest[0], 1), rest.size());
      out += rest.substr(1, end - 1);
      at += end + 1;
      continue;
    }
    const bool all = rest.starts_with("counters(");
    if (!all && !rest.starts_with("counter(")) {
      ++at;
      continue;
    }
    const std::size_t begin = rest.find('(') + 1;
    const std::size_t end = find_outside(rest, ')', begin);
    out += spelt(rest.substr(begin, end - begin), all);
    counted = true;
    at += end + 1;
  }
  return counted ? out : std::string();
}

std::string number_in_list(std::string_view style, std::uint32_t value) {
  const std::string small = folded(style);
  const bool roman = small.ends_with("roman") || small == "i";
  const bool letter = small.ends_with("alpha") || small.ends_with("latin") || small == "a";
  if (style == "decimal-leading-zero" && value < 10) return "0" + std::to_string(value);
  std::string out;
  if (roman && value > 0) {
    out = syntax::as_roman(value);
  } else if (letter && value > 0 && value <= 26) {
    out = std::string(1, static_cast<char>('a' + value - 1));
  } else {
    return std::to_string(value);
  }
  if (small.starts_with("upper") || style == "I" || style == "A")
    std::ranges::transform(out, out.begin(), [](char c) {
      return source::is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    });
  return out;
}

}  // namespace concord::intake
