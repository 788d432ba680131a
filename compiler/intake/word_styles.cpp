#include "intake/word_styles.h"

#include <algorithm>

#include "intake/word_values.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

constexpr double twentieths_in_point = 20;
constexpr double halves_in_point = 2;

std::optional<bool> switched(const XmlNode& properties, std::string_view name) {
  const XmlNode* node = properties.child(name);
  return node ? std::optional(is_on(node)) : std::nullopt;
}

std::optional<bool> either(std::optional<bool> a, std::optional<bool> b) {
  if (!a) return b;
  return *a || b.value_or(false);
}

std::optional<bool> other_than(const XmlNode& properties, std::string_view name,
                               std::string_view plain) {
  const XmlNode* node = properties.child(name);
  if (!node) return std::nullopt;
  return node->value("w:val", plain) != plain;
}

// Raised letters are superscript; letters raised by hand from 2 points on are, too.
std::optional<bool> raised(const XmlNode& properties) {
  if (const XmlNode* align = properties.child("w:vertAlign")) {
    return align->value("w:val") == "superscript";
  }
  if (const auto halves = number_of(properties.child("w:position"))) return *halves >= 4;
  return std::nullopt;
}

std::optional<double> points(const XmlNode& node, std::string_view name, std::string_view other) {
  const std::string* value = node.attribute(name);
  const auto number = number_in(value ? value : node.attribute(other));
  if (!number) return std::nullopt;
  return *number / twentieths_in_point;
}

void read_indent(const XmlNode& indent, ParagraphLook& look) {
  look.left = points(indent, "w:left", "w:start");
  look.first = points(indent, "w:firstLine", "w:firstLine");
  if (const auto hanging = points(indent, "w:hanging", "w:hanging")) look.first = -*hanging;
}

std::optional<Alignment> alignment_of(const XmlNode* node) {
  if (!node) return std::nullopt;
  const std::string_view value = node->value("w:val");
  if (value == "center") return Alignment::centre;
  return value == "right" || value == "end" ? Alignment::right : Alignment::left;
}

template <class T>
void inherit(std::optional<T>& own, const std::optional<T>& base) {
  if (!own) own = base;
}

void inherit(LetterLook& own, const LetterLook& base) {
  inherit(own.bold, base.bold);
  inherit(own.italic, base.italic);
  inherit(own.caps, base.caps);
  inherit(own.struck, base.struck);
  inherit(own.hidden, base.hidden);
  inherit(own.underlined, base.underlined);
  inherit(own.marked, base.marked);
  inherit(own.colour, base.colour);
  inherit(own.superscript, base.superscript);
  inherit(own.size, base.size);
  inherit(own.font, base.font);
}

LetterLook merged(const std::vector<const WordStyle*>& chain) {
  LetterLook look;
  for (const WordStyle* style : chain) inherit(look, style->letters);
  return look;
}

// ECMA-376, 17.7.3: what both styles switch on is off; what the defaults switch on stays on.
void toggle(std::optional<bool>& shown, std::optional<bool> direct, std::optional<bool> character,
            std::optional<bool> paragraph, std::optional<bool> defaults) {
  shown = direct
              ? *direct
              : defaults.value_or(false) || character.value_or(false) != paragraph.value_or(false);
}

// Word's own styles are named with a small letter in the file and a capital on the screen.
std::string shown_name(std::string name) {
  if (!name.empty() && source::is_lower(name.front())) {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  }
  return name;
}

WordStyle read_style(const XmlNode& node) {
  WordStyle style;
  style.id = node.value("w:styleId");
  if (const XmlNode* name = node.child("w:name"))
    style.name = shown_name(std::string(name->value("w:val")));
  if (const XmlNode* base = node.child("w:basedOn")) style.based_on = base->value("w:val");
  style.letters = letter_look(node.child("w:rPr"));
  style.paragraph = paragraph_look(node.child("w:pPr"));
  return style;
}

}  // namespace

LetterLook letter_look(const XmlNode* properties) {
  LetterLook look;
  if (!properties) return look;
  look.bold = switched(*properties, "w:b");
  look.italic = switched(*properties, "w:i");
  look.caps = switched(*properties, "w:caps");
  look.struck = either(switched(*properties, "w:strike"), switched(*properties, "w:dstrike"));
  look.hidden = switched(*properties, "w:vanish");
  look.underlined = other_than(*properties, "w:u", "none");
  look.marked = other_than(*properties, "w:highlight", "none");
  look.superscript = raised(*properties);
  if (const XmlNode* colour = properties->child("w:color")) look.colour = colour->value("w:val");
  if (const auto halves = number_of(properties->child("w:sz")))
    look.size = *halves / halves_in_point;
  if (const XmlNode* fonts = properties->child("w:rFonts")) {
    if (const std::string* font = fonts->attribute("w:ascii")) look.font = *font;
  }
  return look;
}

ParagraphLook paragraph_look(const XmlNode* properties) {
  ParagraphLook look;
  if (!properties) return look;
  look.list = number_of(descend(properties, {"w:numPr", "w:numId"}));
  look.list_level = number_of(descend(properties, {"w:numPr", "w:ilvl"}));
  look.outline = number_of(properties->child("w:outlineLvl"));
  if (const XmlNode* indent = properties->child("w:ind")) read_indent(*indent, look);
  look.alignment = alignment_of(properties->child("w:jc"));
  look.page_before = switched(*properties, "w:pageBreakBefore");
  return look;
}

WordStyles::WordStyles(const XmlNode& root) {
  for (const XmlNode& node : root.children) {
    if (node.name != "w:style") continue;
    WordStyle style = read_style(node);
    if (node.value("w:type") == "paragraph" && node.value("w:default", "0") != "0") {
      default_paragraph_ = style.id;
    }
    styles_.emplace(style.id, std::move(style));
  }
  const XmlNode* letters = descend(&root, {"w:docDefaults", "w:rPrDefault", "w:rPr"});
  default_letters_ = letter_look(letters);
  if (const XmlNode* language = descend(letters, {"w:lang"})) language_ = language->value("w:val");
}

std::vector<const WordStyle*> WordStyles::chain(std::string_view id) const {
  std::vector<const WordStyle*> chain;
  for (auto found = styles_.find(id); found != styles_.end() && chain.size() < styles_.size();
       found = styles_.find(found->second.based_on)) {
    chain.push_back(&found->second);
  }
  return chain;
}

bool WordStyles::has(std::string_view name) const {
  return std::any_of(styles_.begin(), styles_.end(),
                     [&](const auto& style) { return style.second.name == name; });
}

std::vector<const WordStyle*> WordStyles::paragraph_chain(std::string_view id) const {
  std::vector<const WordStyle*> found = chain(id);
  return found.empty() ? chain(default_paragraph_) : found;
}

LetterLook WordStyles::shown(const std::vector<const WordStyle*>& paragraph,
                             const LetterLook& direct, std::string_view character_style) const {
  const LetterLook of_character = merged(chain(character_style));
  const LetterLook of_paragraph = merged(paragraph);
  LetterLook look = direct;
  inherit(look, of_character);
  inherit(look, of_paragraph);
  inherit(look, default_letters_);
  const auto switch_on = [&](std::optional<bool> LetterLook::*of) {
    toggle(look.*of, direct.*of, of_character.*of, of_paragraph.*of, default_letters_.*of);
  };
  switch_on(&LetterLook::bold);
  switch_on(&LetterLook::italic);
  switch_on(&LetterLook::caps);
  switch_on(&LetterLook::struck);
  switch_on(&LetterLook::hidden);
  return look;
}

}  // namespace concord::intake
